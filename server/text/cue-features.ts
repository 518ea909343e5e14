import type { Sequence } from './chain-model.ts'
import { FeatureList, mix } from './hashing.ts'
import { tagNumber } from './parts-of-speech.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

export const cueStateBits = 20
export const cueEdgeBits = 16

const verb = tagNumber.VERB
const nominal = new Set<number>([tagNumber.NOUN, tagNumber.PROPN, tagNumber.PRON])

/** The features by which a cue is told: the words and parts of speech around, and quotation marks. */
export class CueReader {
  private readonly states = new FeatureList(cueStateBits)
  private readonly edges = new FeatureList(cueEdgeBits)
  private readonly reading: Reading

  constructor(reading: Reading) {
    this.reading = reading
  }

  read(sentence: Sentence): Sequence {
    this.states.clear()
    this.edges.clear()
    const quoted = this.measureQuotation(sentence)
    for (let at = sentence.from; at < sentence.to; at += 1) {
      this.describeWords(sentence, at)
      this.describePlace(sentence, at, quoted)
      this.states.close()
      this.describeEdge(sentence, at)
      this.edges.close()
    }
    return { states: this.states, edges: this.edges }
  }

  private describeWords({ from, to }: Sentence, at: number): void {
    const { words, stems, tags, endings, quotations } = this.reading
    const { states } = this
    const look = (list: Int32Array | Uint8Array, shift: number): number =>
      at + shift < from ? -1 : at + shift >= to ? -2 : list[at + shift]!
    states.add(0)
    for (let shift = -3; shift <= 3; shift += 1) {
      states.add(10 + shift, look(words, shift))
      states.add(20 + shift, look(stems, shift))
      states.add(30 + shift, look(tags, shift), shift === 0 ? 0 : look(tags, 0))
      states.add(40 + shift, look(stems, 0), look(tags, shift))
    }
    states.add(50, look(words, -1), look(words, 0))
    states.add(51, look(words, 0), look(words, 1))
    states.add(52, look(stems, -1), look(stems, 0))
    states.add(53, look(stems, 0), look(stems, 1))
    states.add(54, look(endings, 0), look(tags, 0))
    states.add(55, mix(look(tags, -1), look(tags, 0)), look(tags, 1))
    states.add(56, mix(look(tags, -2), look(tags, -1)), look(tags, 0))
    states.add(57, mix(look(tags, 0), look(tags, 1)), look(tags, 2))
    states.add(58, mix(look(words, -1), look(words, 0)), look(words, 1))
    states.add(59, mix(look(words, 0), look(words, 1)), look(words, 2))
    states.add(60, mix(look(tags, -1), look(stems, 0)), look(tags, 1))
    states.add(61, mix(look(tags, 0), look(tags, 1)), mix(look(tags, 2), look(tags, 3)))
    states.add(62, look(endings, 0), look(words, 1))
    states.add(63, look(endings, 0), look(endings, 1))
    states.add(64, mix(look(tags, -2), look(tags, -1)), mix(look(tags, 0), look(tags, 1)))
    const inside = look(quotations, 0) >= 0 ? 1 : 0
    states.add(65, inside, look(stems, 0))
    states.add(66, inside, look(tags, 0))
  }

  /** Where in its sentence a token stands, and what else is there. */
  private describePlace({ from, to }: Sentence, at: number, quoted: number): void {
    const { words, stems, tags, quotations } = this.reading
    const { states } = this
    const tag = tags[at]!
    states.add(70, Math.min(at - from, 4), tag)
    states.add(71, Math.min(to - at - 1, 4), tag)
    states.add(72, quoted, stems[at])
    states.add(73, quoted, tag)
    states.add(74, this.distanceToQuotation(from, to, at), tag)
    states.add(75, this.distanceToQuotation(from, to, at), stems[at])
    let subject = at - 1
    while (subject >= from && !nominal.has(tags[subject]!)) subject -= 1
    const noun = subject < from ? 0 : stems[subject]!
    states.add(76, noun, tag)
    states.add(77, noun, stems[at])
    let next = at + 1
    while (next < to && next < at + 8 && tags[next] !== verb) next += 1
    states.add(78, Math.min(next - at, 6), stems[at])
    let before = at - 1
    while (before >= from && tags[before] !== verb) before -= 1
    states.add(79, before < from ? 0 : stems[before]!, tag)
    states.add(80, next >= to ? 0 : stems[next]!, stems[at])
    for (let ahead = at + 1; ahead < Math.min(to, at + 7); ahead += 1) {
      states.add(81, words[ahead], tag)
      if (tags[ahead] === tagNumber.SCONJ || tags[ahead] === tagNumber.PART)
        states.add(82, words[ahead], stems[at])
    }
    for (let back = Math.max(from, at - 6); back < at; back += 1) states.add(83, words[back], tag)
    if (quotations[at]! >= 0) states.add(84, quotations[at - 1] === quotations[at] ? 1 : 2, tag)
  }

  private describeEdge({ from, to }: Sentence, at: number): void {
    const { words, tags } = this.reading
    const { edges } = this
    edges.add(0)
    edges.add(1, words[at])
    edges.add(2, at > from ? words[at - 1] : 0)
    edges.add(3, at > from ? tags[at - 1] : 99, tags[at])
    edges.add(4, mix(at > from ? tags[at - 1]! : 99, tags[at]!), at + 1 < to ? tags[at + 1] : 99)
  }

  /** How much of a sentence is quoted: none, some, all. */
  private measureQuotation({ from, to }: Sentence): number {
    let inside = 0
    for (let at = from; at < to; at += 1) if (this.reading.quotations[at]! >= 0) inside += 1
    if (inside === 0) return 0
    return inside === to - from ? 2 : 1
  }

  /** The nearest quotation mark of the sentence, left or right, by steps up to 4. */
  private distanceToQuotation(from: number, to: number, at: number): number {
    const { quotations } = this.reading
    for (let step = 1; step <= 4; step += 1) {
      if (at - step >= from && quotations[at - step] !== quotations[at]) return -step
      if (at + step < to && quotations[at + step] !== quotations[at]) return step
    }
    return 0
  }
}
