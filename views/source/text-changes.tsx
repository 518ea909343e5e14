import type { TextPart } from '#server/domain/text-changes.ts'
import { countCodePoints } from '#server/domain/quotations.ts'
import { directionOf } from '../shared/direction.ts'
import { wording } from '../words/wording.ts'

/** Unchanged words that are shown on each side of a change. */
const AROUND = 40

/** So few unchanged characters are shown rather than counted. */
const SHORT = 240

/** A text with what went struck out and what came underlined; long unchanged stretches are shortened. */
export const TextChangesList = ({
  language,
  parts,
}: {
  /** BCP 47; direction follows from it. */
  language: string
  parts: readonly TextPart[]
}) => (
  <div class="document changes" lang={language} dir={directionOf(language)}>
    {parts.map(({ kind, text }, i) => {
      if (kind === 'removed') return <del>{text}</del>
      if (kind === 'added') return <ins>{text}</ins>
      return <Unchanged text={text} isFirst={i === 0} isLast={i === parts.length - 1} />
    })}
  </div>
)

const Unchanged = ({
  text,
  isFirst,
  isLast,
}: {
  text: string
  isFirst: boolean
  isLast: boolean
}) => {
  const words = text.split(/(?<=\s)/)
  const head = isFirst ? 0 : AROUND
  const tail = isLast ? 0 : AROUND
  const left = countCodePoints(words.slice(head, words.length - tail).join(''))
  if (left <= SHORT) return <>{text}</>
  const { language, direction, source } = wording()
  return (
    <>
      {words.slice(0, head).join('')}
      <span class="small muted unchanged" lang={language} dir={direction}>
        {source.unchanged(left)}
      </span>
      {words.slice(words.length - tail).join('')}
    </>
  )
}
