import type { Excerpt } from '#server/domain/marked-text.ts'
import { claimAnchor } from '#server/paths.ts'
import { directionOf } from '../shared/direction.ts'

export interface CapturedTextProps {
  /** BCP 47; direction follows from it. */
  readonly language: string
  /** The text, or excerpts of it, in pieces with the ids of the claims whose quotation covers each. */
  readonly excerpts: readonly Excerpt<number>[]
  /** Claim id to the number of its note. */
  readonly numbers: ReadonlyMap<number, number>
}

/** Code points shown on each side of what is quoted, where readers see excerpts only. */
export const EXCERPT_AROUND = 300

/** The id of a claim's note. */
export const noteId = (claimId: number): string => `n-${claimAnchor({ id: claimId }).slice(2)}`

/** The text as captured. The first piece of each claim carries its anchor; where one ends, its number. */
export const CapturedText = ({ language, excerpts, numbers }: CapturedTextProps) => {
  const begun = new Set<number>()
  const isWhole = excerpts[0]?.isWhole === true
  return (
    <section aria-labelledby="text">
      <h2 id="text">{isWhole ? 'The text as captured' : 'From the text as captured'}</h2>
      {!isWhole && (
        <p class="muted">
          What is quoted, with {EXCERPT_AROUND} characters around it. Whoever is signed in can read
          the whole text.
        </p>
      )}
      {excerpts.length === 0 && <p class="muted">Nothing is quoted from it yet.</p>}
      {excerpts.map(({ text }) => (
        <div class="document" lang={language} dir={directionOf(language)}>
          {!isWhole && '… '}
          {text.map(({ text: words, ids: covering }, i) => {
            if (covering.length === 0) return words
            const ids = [...new Set(covering)]
            const begins = ids.filter((id) => !begun.has(id))
            for (const id of begins) begun.add(id)
            const ends = ids.filter((id) => text[i + 1]?.ids.includes(id) !== true)
            return <Marked words={words} begins={begins} ends={ends} numbers={numbers} />
          })}
          {!isWhole && ' …'}
        </div>
      ))}
    </section>
  )
}

const Marked = ({
  words,
  begins: [own, ...others],
  ends,
  numbers,
}: {
  words: string
  begins: readonly number[]
  ends: readonly number[]
  numbers: ReadonlyMap<number, number>
}) => (
  <>
    {others.map((id) => (
      <span id={claimAnchor({ id })} class="anchor" />
    ))}
    <mark class="claimed" id={own === undefined ? undefined : claimAnchor({ id: own })}>
      {words}
    </mark>
    {ends.map((id) => (
      <a class="footnote" lang="en" dir="ltr" href={`#${noteId(id)}`}>
        <span class="visually-hidden">Claim </span>
        {numbers.get(id)}
      </a>
    ))}
  </>
)
