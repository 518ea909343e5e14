import type { MarkedText } from '#server/domain/quotations.ts'
import { paths } from '#server/paths.ts'
import { CapturedText } from './captured-text.tsx'
import { type ShownCapture, type ShownSource, SourceFacts } from './source-facts.tsx'
import { SourceNotes, type SourceNotesProps } from './source-notes.tsx'

export interface SourcePageProps extends SourceNotesProps {
  readonly source: ShownSource
  readonly capture: ShownCapture | undefined
  /** Undefined where the text is not kept. */
  readonly text: readonly MarkedText<number>[] | undefined
  /** Whoever is signed in can make claims from the text. */
  readonly canCapture: boolean
}

/** What was said where: the text as captured, each quotation marked, beside who holds it. */
export const SourcePage = ({ source, capture, text, canCapture, ...notes }: SourcePageProps) => (
  <>
    <h1>
      <bdi lang={source.language}>{source.title}</bdi>
    </h1>
    <SourceFacts source={source} capture={capture} />
    {canCapture && (
      <p class="no-print">
        <a class="button" href={paths.capture(source)}>
          Make claims from it
        </a>
      </p>
    )}
    {text === undefined ? (
      <>
        <p class="notice">
          The text of this source is not kept here. What each claim takes from it stands below.
        </p>
        <SourceNotes {...notes} />
      </>
    ) : (
      <div class="with-aside">
        <div>
          <CapturedText language={source.language} text={text} numbers={numbersOf(notes)} />
          <SourceNotes {...notes} />
        </div>
      </div>
    )}
  </>
)

const numbersOf = ({ claims }: SourceNotesProps): ReadonlyMap<number, number> =>
  new Map(claims.map((claim, i) => [claim.id, i + 1]))
