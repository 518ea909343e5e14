import type { TextPart } from '#server/domain/text-changes.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import type { ShownCapture, ShownSource } from './source-facts.tsx'
import { TextChangesList } from './text-changes.tsx'

export interface SourceChangesPageProps {
  readonly source: ShownSource
  readonly before: ShownCapture
  readonly after: ShownCapture
  readonly parts: readonly TextPart[]
}

/** What changed in a source's text from one capture to another. */
export const SourceChangesPage = ({ source, before, after, parts }: SourceChangesPageProps) => (
  <>
    <h1>What changed</h1>
    <p class="lede">
      <bdi lang={source.language}>{source.title}</bdi>
    </p>
    <p>
      From <Text source={source} capture={before} /> to <Text source={source} capture={after} />.
      Struck out is what went, underlined what came; white space is not compared.
    </p>
    {parts.every((part) => part.kind === 'same') ? (
      <p class="notice">The words are the same.</p>
    ) : (
      <TextChangesList language={source.language} parts={parts} />
    )}
  </>
)

const Text = ({ source, capture }: { source: ShownSource; capture: ShownCapture }) => (
  <>
    <a href={paths.source({ ...source, version: capture.version })}>version {capture.version}</a>,
    captured <DateText date={capture.capturedAt} />
  </>
)
