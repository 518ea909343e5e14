/**
 * Which issue and position a sentence is likely about, by the words it shares with what is recorded
 * already. It proposes and never decides: near synonyms escape it, and so do contradictions. Pure.
 */

/** Something recorded on an issue, in words: a question, a label, a statement, a quotation. */
export interface Example {
  readonly issue: string
  readonly position?: string | undefined
  readonly text: string
}

/** A likely answer; `likeness` is the cosine of the two texts' weighted words, 0 to 1. */
export interface LikelyAnswer {
  readonly issue: string
  readonly position?: string | undefined
  readonly likeness: number
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Words in lower case without accents and the commonest English ending, in any script. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
  return [...segmenter.segment(plain)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => (segment.length > 4 ? segment.replace(/(?:'s|s)$/u, '') : segment))
}

type Vector = ReadonlyMap<string, number>

/** Examples with the weight of each word: rare words among the examples weigh more (tf-idf). */
export class Examples {
  readonly #rarity = new Map<string, number>()
  readonly #vectors: readonly { readonly example: Example; readonly vector: Vector }[]

  constructor(examples: readonly Example[]) {
    const texts = examples.map((example) => ({ example, words: wordsOf(example.text) }))
    for (const { words } of texts)
      for (const word of new Set(words)) this.#rarity.set(word, (this.#rarity.get(word) ?? 0) + 1)
    for (const [word, n] of this.#rarity)
      this.#rarity.set(word, Math.log((1 + examples.length) / n))
    this.#vectors = texts.map(({ example, words }) => ({ example, vector: this.#weigh(words) }))
  }

  #weigh(words: readonly string[]): Vector {
    const weights = new Map<string, number>()
    for (const word of words) {
      const rarity = this.#rarity.get(word)
      if (rarity !== undefined) weights.set(word, (weights.get(word) ?? 0) + rarity)
    }
    const length = Math.hypot(...weights.values())
    for (const [word, weight] of weights) weights.set(word, weight / (length || 1))
    return weights
  }

  /**
   * Answers that have words in common with a text, the likeliest first, each issue and position once.
   * @param least - what is less alike is left out
   */
  likeliest(text: string, least = 0.1): LikelyAnswer[] {
    const asked = this.#weigh(wordsOf(text))
    const best = new Map<string, LikelyAnswer>()
    for (const { example, vector } of this.#vectors) {
      const likeness = cosine(asked, vector)
      const key = JSON.stringify([example.issue, example.position])
      if (likeness < least || likeness <= (best.get(key)?.likeness ?? 0)) continue
      best.set(key, { issue: example.issue, position: example.position, likeness })
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness)
  }
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0)
  return sum
}
