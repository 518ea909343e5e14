import type { Excerpt } from '#server/domain/marked-text.ts'
import { directionOf } from '../shared/direction.ts'
import { wording } from '../words/wording.ts'

export interface CapturedTextProps {
  /** BCP 47; direction follows from it. */
  readonly language: string
  /** The text, or excerpts of it, in pieces with the anchors of the quotations that cover each. */
  readonly excerpts: readonly Excerpt<string>[]
  /** By anchor: the note beside the text. */
  readonly notes: ReadonlyMap<string, MarkNote>
}

/** Whose words a mark shows: “Claim 3”, “Reply R1”. */
export interface MarkNote {
  readonly of: 'Claim' | 'Reply'
  readonly number: string
}

/** Code points shown on each side of what is quoted, where readers see excerpts only. */
export const EXCERPT_AROUND = 300

/** The id of the note of what an anchor such as `c-7k` marks. */
export const noteId = (anchor: string): string => `n-${anchor.replace(/^c-/, '')}`

/** The text as captured. The first piece of each claim carries its anchor; where one ends, its number. */
export const CapturedText = ({ language, excerpts, notes }: CapturedTextProps) => {
  const begun = new Set<string>()
  const isWhole = excerpts[0]?.isWhole === true
  const w = wording().source
  return (
    <section aria-labelledby="text">
      <h2 id="text">{isWhole ? w.wholeText : w.excerpts}</h2>
      {!isWhole && <p class="muted">{w.onlyExcerpts(EXCERPT_AROUND)}</p>}
      {excerpts.length === 0 && <p class="muted">{w.nothingQuoted}</p>}
      {excerpts.map(({ text }) => (
        <div class="document" lang={language} dir={directionOf(language)}>
          {!isWhole && '… '}
          {text.map(({ text: words, ids: covering }, i) => {
            if (covering.length === 0) return words
            const ids = [...new Set(covering)]
            const begins = ids.filter((id) => !begun.has(id))
            for (const id of begins) begun.add(id)
            const ends = ids.filter((id) => text[i + 1]?.ids.includes(id) !== true)
            const isClaimed = ids.some((id) => notes.get(id)?.of !== 'Reply')
            return <Marked {...{ words, begins, ends, notes, isClaimed }} />
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
  notes,
  isClaimed,
}: {
  words: string
  /** By a claim, whatever replies take of it too. */
  isClaimed: boolean
  begins: readonly string[]
  ends: readonly string[]
  notes: CapturedTextProps['notes']
}) => (
  <>
    {others.map((id) => (
      <span id={id} class="anchor" />
    ))}
    <mark class={isClaimed ? 'claimed' : 'replied'} id={own}>
      {words}
    </mark>
    {ends.map((id) => (
      <Footnote id={id} note={notes.get(id)} />
    ))}
  </>
)

/** In our language, within words of the source's. */
const Footnote = ({ id, note }: { id: string; note: MarkNote | undefined }) => {
  const { language, direction, source } = wording()
  return (
    <a class="footnote" data-stop lang={language} dir={direction} href={`#${noteId(id)}`}>
      <span class="visually-hidden">{note && source.marks[note.of]} </span>
      {note?.number}
    </a>
  )
}
