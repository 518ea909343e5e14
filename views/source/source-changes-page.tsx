import type { TextPart } from '#server/domain/text-changes.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
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
    <h1>{wording().source.whatChanged}</h1>
    <p class="lede">
      <bdi lang={source.language}>{source.title}</bdi>
    </p>
    <p>
      {wording().source.fromTo(
        <Text source={source} capture={before} />,
        <Text source={source} capture={after} />,
      )}
    </p>
    {parts.every((part) => part.kind === 'same') ? (
      <p class="notice">{wording().source.sameWords}</p>
    ) : (
      <TextChangesList language={source.language} parts={parts} />
    )}
  </>
)

const Text = ({ source, capture }: { source: ShownSource; capture: ShownCapture }) =>
  wording().source.versionOn(
    (words) => <a href={paths.source({ ...source, version: capture.version })}>{words}</a>,
    capture.version,
    <DateText date={capture.capturedAt} />,
  )
