import type { MarkedText } from '#server/domain/quotations.ts'
import { paths } from '#server/paths.ts'
import { counted } from '../shared/stance.tsx'
import { CapturedText } from './captured-text.tsx'
import { type ShownCapture, type ShownSource, SourceFacts } from './source-facts.tsx'
import { SourceNotes, type SourceNotesProps } from './source-notes.tsx'
import { Versions } from './source-versions.tsx'

export interface SourcePageProps extends Omit<SourceNotesProps, 'source'> {
  readonly source: ShownSource
  /** The one that is shown. */
  readonly capture: ShownCapture | undefined
  /** Every capture, the newest first. */
  readonly captures: readonly ShownCapture[]
  /** Undefined where the text is not kept. */
  readonly text: readonly MarkedText<number>[] | undefined
  /** Whoever is signed in can make claims from the text. */
  readonly canCapture: boolean
}

/** What was said where: the text as captured, each quotation marked, beside who holds it. */
export const SourcePage = ({
  source,
  capture,
  captures,
  text,
  canCapture,
  ...notes
}: SourcePageProps) => (
  <>
    <h1>
      <bdi lang={source.language}>{source.title}</bdi>
    </h1>
    <SourceFacts source={source} capture={capture} />
    {capture !== undefined && captures.length > 1 && (
      <Versions source={source} shown={capture.version} captures={captures} />
    )}
    {canCapture && (
      <p class="no-print">
        {capture !== undefined && (
          <a class="button" href={paths.capture(source)}>
            Make claims from it
          </a>
        )}{' '}
        <a class="button" href={paths.captureAgain(source)}>
          {capture === undefined ? 'Add its text' : 'Capture it again'}
        </a>
      </p>
    )}
    {capture?.version === captures[0]?.version && <Lost {...notes} />}
    {text === undefined ? (
      <>
        <p class="notice">
          The text of this source is not kept here. What each claim takes from it stands below.
        </p>
        <SourceNotes source={source} {...notes} />
      </>
    ) : (
      <div class="with-aside">
        <div>
          <CapturedText language={source.language} text={text} numbers={numbersOf(notes)} />
          <SourceNotes source={source} {...notes} />
        </div>
      </div>
    )}
  </>
)

/** Quotations are never lost: the text that has them is kept, and said to be another. */
const Lost = ({ unmarked }: Pick<SourceNotesProps, 'unmarked'>) => {
  const lost = [...unmarked.values()].filter(({ version }) => version !== null).length
  if (lost === 0) return null
  return (
    <p class="notice">
      The text has changed since: {counted(lost, 'quotation')} {lost === 1 ? 'is' : 'are'} no longer
      in it. {lost === 1 ? 'It stands' : 'They stand'} in an earlier text, which is kept.
    </p>
  )
}

const numbersOf = ({ claims }: Pick<SourceNotesProps, 'claims'>): ReadonlyMap<number, number> =>
  new Map(claims.map((claim, i) => [claim.id, i + 1]))
