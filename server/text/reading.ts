import type { ChainWeights } from './chain-model.ts'
import { hashText } from './hashing.ts'
import { tagTokens } from './parts-of-speech.ts'
import { numberQuotations } from './quotation-marks.ts'
import { splitSentences, type Sentence } from './sentences.ts'
import { tokenise, type Token } from './tokens.ts'

/** A text taken apart; lists run parallel to its tokens. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** Which sentence each token is in. */
  readonly sentenceOf: Int32Array
  /** Which quotation each token is in, its marks included; -1 for none. */
  readonly quotations: Int32Array
  /** Parts of speech, as numbers in `tags`. */
  readonly tags: Uint8Array
  /** Hashes of the word in small letters, its rough stem, and its last three letters. */
  readonly words: Int32Array
  readonly stems: Int32Array
  readonly endings: Int32Array
}

export function readText(text: string, tagger: ChainWeights): Reading {
  const tokens = tokenise(text)
  const sentences = splitSentences(text, tokens)
  const sentenceOf = new Int32Array(tokens.length)
  for (const [at, { from, to }] of sentences.entries()) sentenceOf.fill(at, from, to)
  const small = tokens.map((token) => token.text.toLowerCase().replace('’', "'"))
  return {
    text,
    tokens,
    sentences,
    sentenceOf,
    quotations: numberQuotations(text, tokens, sentences),
    tags: tagTokens(tagger, tokens, sentences),
    words: Int32Array.from(small, hashText),
    stems: Int32Array.from(small, (word) => hashText(cutEnding(word))),
    endings: Int32Array.from(small, (word) => hashText(word.slice(-3))),
  }
}

/** Brings the forms of most English verbs and nouns together; not for show. */
function cutEnding(word: string): string {
  if (word.length < 5) return irregular.get(word) ?? word
  return (
    irregular.get(word) ??
    word
      .replace(/(?:ies|ied|ying)$/, 'y')
      .replace(/(?:ing|ed|es|s|ment|ments|ion|ions)$/, '')
      .replace(/(.)\1$/, '$1')
      .replace(/e$/, '')
  )
}

const irregular = new Map(
  Object.entries({
    say: 'said says saying',
    tell: 'told tells telling',
    think: 'thought thinks thinking',
    write: 'wrote written writes writing',
    know: 'knew known knows knowing',
    speak: 'spoke spoken speaks speaking',
    find: 'found finds finding',
    make: 'made makes making',
    be: "is was are were been being am 's 're 'm",
    have: "has had having 've",
    feel: 'felt feels feeling',
    see: 'saw seen sees seeing',
    give: 'gave given gives giving',
    take: 'took taken takes taking',
    go: 'went gone goes going',
    hold: 'held holds holding',
    mean: 'meant means meaning',
    hear: 'heard hears hearing',
    do: 'did does done doing',
    come: 'came comes coming',
    get: 'got gets getting gotten',
    swear: 'swore sworn swears swearing',
    understand: 'understood understands understanding',
    begin: 'began begun begins beginning',
    read: 'reads reading',
    put: 'puts putting',
    lay: 'laid lays laying',
    show: 'showed shown shows showing',
    run: 'ran runs running',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem])),
)
