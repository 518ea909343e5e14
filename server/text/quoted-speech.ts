import type { Attribution, Span } from './attribution.ts'
import { countCodePoints } from '../domain/quotations.ts'
import { splitSentences } from './sentences.ts'
import { tokenise } from './tokens.ts'

/** Quotation marks in pairs, as languages write them. */
const QUOTED = /«[^«»]+»|“[^“”]+”|„[^„“”]+[“”]|「[^「」]+」|『[^『』]+』|»[^«»]+«|"[^"]+"/gu

/** Shorter ones are names and words that are talked about. */
const LEAST = 12

/**
 * What stands between quotation marks in a text of any language, with the rest of its sentence as its
 * source: whoever is named there is likely to have said it. Less than a model of the language finds, and
 * nothing that is told without marks.
 * @returns in the order of the text; the cue is the opening mark
 */
export function findQuotedSpeech(text: string): Attribution[] {
  const tokens = tokenise(text)
  let [index, place] = [0, 0]
  return splitSentences(text, tokens).flatMap(({ from, to }) => {
    const start = tokens[from]?.start ?? 0
    const sentence = text.slice(start, tokens[to - 1]?.end ?? start)
    place += countCodePoints(text.slice(index, start))
    index = start
    const spanOf = (at: number, words: string): Span => {
      const begin = place + countCodePoints(sentence.slice(0, at))
      return { start: begin, end: begin + countCodePoints(words), text: words }
    }
    return [...sentence.matchAll(QUOTED)].flatMap(({ 0: quoted, index: at }) => {
      if (countCodePoints(quoted) < LEAST) return []
      const [before, after] = [sentence.slice(0, at), sentence.slice(at + quoted.length)]
      const rest =
        before.length >= after.length ? spanOf(0, before) : spanOf(at + quoted.length, after)
      return [{ source: rest, cue: spanOf(at, quoted.slice(0, 1)), content: [spanOf(at, quoted)] }]
    })
  })
}
