import { findBestLabels, scoreSequence, type ChainWeights } from './chain-model.ts'
import { FeatureList, hashText, mix } from './hashing.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

/** The universal parts of speech (universaldependencies.org/u/pos), by which a tag is numbered. */
export const tags = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const

export type Tag = (typeof tags)[number]

/** The number of a tag in `tags`. */
export const tagNumber = Object.fromEntries(tags.map((tag, at) => [tag, at])) as Record<Tag, number>

export const tagStateBits = 18
export const tagEdgeBits = 2

/** The tag of each token, as a number in `tags`. */
export function tagTokens(
  model: ChainWeights,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Uint8Array {
  const found = new Uint8Array(tokens.length)
  const reader = new TagReader(tokens)
  for (const sentence of sentences) {
    const scores = scoreSequence(model, reader.read(sentence))
    found.set(findBestLabels(model.labels, scores), sentence.from)
  }
  return found
}

/** The features of a sentence's tokens, from the look of each and of its neighbours. */
export class TagReader {
  private readonly states = new FeatureList(tagStateBits)
  private readonly edges = new FeatureList(tagEdgeBits)
  private readonly words: Int32Array
  private readonly endings: Int32Array
  private readonly shapes: Int32Array
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
    this.words = Int32Array.from(tokens, ({ text }) => hashText(text.toLowerCase()))
    this.endings = Int32Array.from(tokens, ({ text }) => hashText(text.toLowerCase().slice(-3)))
    this.shapes = Int32Array.from(tokens, ({ text }) => hashText(describeShape(text)))
  }

  read({ from, to }: Sentence): { states: FeatureList; edges: FeatureList } {
    const { states, edges, words, endings, shapes } = this
    states.clear()
    edges.clear()
    const look = (list: Int32Array, at: number): number =>
      at < from || at >= to ? at - from : (list[at] ?? 0)
    for (let at = from; at < to; at += 1) {
      const text = (this.tokens[at]?.text ?? '').toLowerCase()
      states.add(0)
      states.add(1, look(words, at))
      states.add(2, look(words, at), at === from ? 1 : look(shapes, at))
      states.add(3, look(endings, at), look(shapes, at))
      states.add(4, hashText(text.slice(-2)))
      states.add(5, hashText(text.slice(-4)))
      states.add(6, hashText(text.slice(0, 3)))
      states.add(7, look(shapes, at), at === from ? 1 : 0)
      states.add(8, look(words, at - 1))
      states.add(9, look(words, at + 1))
      states.add(10, look(words, at - 2))
      states.add(11, look(endings, at - 1), look(endings, at))
      states.add(12, look(endings, at), look(endings, at + 1))
      states.add(13, mix(look(words, at - 1), 1), look(words, at))
      states.add(14, mix(look(words, at), 1), look(words, at + 1))
      states.add(15, look(shapes, at), look(shapes, at + 1))
      states.add(16, look(endings, at + 1))
      states.close()
      edges.add(0)
      edges.close()
    }
    return { states, edges }
  }
}

/** A word's look in one to four letters: runs of large, small, digits, other (`Xx`, `d-d`). */
export function describeShape(text: string): string {
  return text
    .replaceAll(/\p{Lu}+/gu, 'X')
    .replaceAll(/[\p{Ll}\p{Lo}\p{M}]+/gu, 'x')
    .replaceAll(/\p{N}+/gu, 'd')
    .slice(0, 4)
}
