import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { tagNumber, type Tag } from '#server/text/parts-of-speech.ts'
import type { Token } from '#server/text/tokens.ts'

const nlp = winkNLP(model, ['sbd', 'pos'])
// oxlint-disable-next-line typescript/unbound-method -- markers for out(), never called on its own
const { value, pos } = nlp.its

/**
 * The part of speech that wink-nlp gives each of our tokens, as a number in `tags`: what our tagger
 * learns from, so that the program itself needs neither the package nor its model.
 */
export function tagSilver(text: string, tokens: readonly Token[]): Uint8Array {
  const found = new Uint8Array(tokens.length).fill(tagNumber.X)
  const theirs = nlp.readDoc(text).tokens()
  const words = theirs.out(value)
  const parts = theirs.out(pos) as Tag[]
  let from = 0
  let next = 0
  for (const [at, word] of words.entries()) {
    const start = text.indexOf(word, from)
    if (start < 0) continue
    from = start + word.length
    while (next < tokens.length && tokens[next]!.end <= start) next += 1
    for (let each = next; each < tokens.length && tokens[each]!.start < from; each += 1)
      found[each] = tagNumber[parts[at]!] ?? tagNumber.X
  }
  return found
}
