import type { Sequence } from './chain-model.ts'
import { FeatureList, hashText, mix } from './hashing.ts'
import { tagNumber } from './parts-of-speech.ts'
import type { Reading } from './reading.ts'
import type { Run } from './sentences.ts'

export const roleStateBits = 20
export const roleEdgeBits = 17

const { VERB, AUX, NOUN, PROPN, PRON, DET, ADJ, NUM, PUNCT, SCONJ, CCONJ } = tagNumber
const nominal = new Set<number>([NOUN, PROPN, PRON])
const inNounPhrase = new Set<number>([NOUN, PROPN, PRON, DET, ADJ, NUM])
const that = hashText('that')

/** Side of the cue on which a token stands. */
type Side = 0 | 1 | 2

/** What is passed on the way from the cue to a token. */
interface Way {
  commas: number
  verbs: number
  cues: number
  nouns: number
  clauses: number
  that: number
  marks: number
  path: number
  steps: number
  quotation: number
}

/**
 * The features by which a token's part in the attribution of one cue is told: how far it is from the
 * cue, on which side, what lies between, and how both stand to quotation marks, sentences and other cues.
 */
export class RoleReader {
  private readonly states = new FeatureList(roleStateBits)
  private readonly edges = new FeatureList(roleEdgeBits)
  private readonly reading: Reading
  /** For each token the number of the cue it is in, from 0; -1 outside. */
  private readonly cueOf: Int32Array
  /** For each sentence how much of it is quoted: 0 none, 1 some, 2 all. */
  private readonly quoted: Uint8Array
  /** For each sentence whether a cue is in it. */
  private readonly cued: Uint8Array
  private cue: Run = { from: 0, to: 0 }
  private head = 0
  private headTag = 0
  private cueHash = 0
  private before = 0
  private after = 0
  private tagBefore = 0
  private tagAfter = 0
  private frame = 0

  /** @param cues - all cues of the text, in order */
  constructor(reading: Reading, cues: readonly Run[]) {
    this.reading = reading
    const { tokens, sentences, sentenceOf, quotations } = reading
    this.cueOf = new Int32Array(tokens.length).fill(-1)
    this.cued = new Uint8Array(sentences.length)
    for (const [number, { from, to }] of cues.entries()) {
      this.cueOf.fill(number, from, to)
      this.cued[sentenceOf[from]!] = 1
    }
    this.quoted = Uint8Array.from(sentences, ({ from, to }) => {
      const inside = quotations.subarray(from, to).filter((each) => each >= 0).length
      return inside === 0 ? 0 : inside === to - from ? 2 : 1
    })
  }

  /**
   * The tokens that can belong to a cue: its sentence, the ones before and after, and further ones, up
   * to three before and eight after, as long as they are quoted; at most 250 tokens before, 500 after.
   */
  findWindow(cue: Run): Run {
    const { sentences, sentenceOf } = this.reading
    let first = sentenceOf[cue.from]!
    let last = sentenceOf[cue.to - 1]!
    const here = first
    if (first > 0) first -= 1
    while (first > 0 && here - first < 3 && this.quoted[first]! > 0) first -= 1
    if (last + 1 < sentences.length) last += 1
    while (last + 1 < sentences.length && last - here < 8 && this.quoted[last]! > 0) last += 1
    return {
      from: Math.max(sentences[first]!.from, cue.from - 250),
      to: Math.min(sentences[last]!.to, cue.to + 500),
    }
  }

  /** The sequence of a cue's window. It is good until the next call. */
  read(cue: Run, window: Run): Sequence {
    this.states.clear()
    this.edges.clear()
    this.describeCue(cue)
    const ways = this.walk(window)
    for (let at = window.from; at < window.to; at += 1) {
      const way = ways[at - window.from]!
      const side: Side = at < cue.from ? 0 : at < cue.to ? 1 : 2
      this.describeToken(at, side, way)
      this.states.close()
      this.describeEdge(at, side, way, window)
      this.edges.close()
    }
    return { states: this.states, edges: this.edges }
  }

  private describeCue(cue: Run): void {
    const { words, stems, tags, sentences, sentenceOf, quotations } = this.reading
    this.cue = cue
    let head = cue.to - 1
    while (head > cue.from && tags[head] !== VERB) head -= 1
    if (tags[head] !== VERB) {
      head = cue.to - 1
      while (head > cue.from && !nominal.has(tags[head]!)) head -= 1
    }
    this.head = stems[head]!
    this.headTag = mix(tags[head]!, this.reading.endings[head]!)
    this.cueHash = 0
    for (let at = cue.from; at < cue.to; at += 1) this.cueHash = mix(this.cueHash, words[at]!)
    const sentence = sentences[sentenceOf[cue.from]!]!
    const isFirst = cue.from === sentence.from
    const isLast = cue.to >= sentence.to - 1
    this.before = isFirst ? -1 : words[cue.from - 1]!
    this.after = cue.to >= sentence.to ? -1 : words[cue.to]!
    this.tagBefore = isFirst ? 99 : tags[cue.from - 1]!
    this.tagAfter = cue.to >= sentence.to ? 99 : tags[cue.to]!
    const inside = quotations[cue.from]! >= 0 ? 1 : 0
    this.frame = mix(
      mix(isFirst ? 1 : 0, isLast ? 1 : 0),
      mix(inside, this.quoted[sentenceOf[cue.from]!]!),
    )
  }

  /** Walks from the cue to both ends of the window. */
  private walk({ from, to }: Run): Way[] {
    const { cue } = this
    const ways: Way[] = []
    const start = (): Way => ({
      commas: 0,
      verbs: 0,
      cues: 0,
      nouns: 0,
      clauses: 0,
      that: 0,
      marks: 0,
      path: 0,
      steps: 0,
      quotation: -1,
    })
    let way = start()
    for (let at = cue.from; at < cue.to; at += 1) ways[at - from] = way
    for (let at = cue.to; at < to; at += 1) {
      ways[at - from] = way = { ...way, steps: way.steps + 1 }
      this.pass(at, way, 1)
    }
    way = start()
    for (let at = cue.from - 1; at >= from; at -= 1) {
      ways[at - from] = way = { ...way, steps: way.steps + 1 }
      this.pass(at, way, -1)
    }
    return ways
  }

  private pass(at: number, way: Way, step: 1 | -1): void {
    const { words, tags, quotations } = this.reading
    const tag = tags[at]!
    if (way.quotation < 0 && quotations[at]! >= 0) way.quotation = quotations[at]!
    // What is counted counts for the tokens beyond; they copy it.
    if (tag === PUNCT) {
      if (this.reading.tokens[at]!.text === ',') way.commas += 1
      if (way.marks < 5) way.path = mix(way.path, words[at]!)
      way.marks += 1
    }
    if (tag === VERB || tag === AUX) way.verbs += 1
    if (tag === SCONJ || tag === CCONJ || words[at] === that) way.clauses += 1
    if (words[at] === that) way.that = 1
    if (this.cueOf[at]! >= 0 && this.cueOf[at] !== this.cueOf[at + step]) way.cues += 1
    if (nominal.has(tag) && !inNounPhrase.has(tags[at + step] ?? 99)) way.nouns += 1
  }

  private describeToken(at: number, side: Side, way: Way): void {
    const { words, stems, tags, tokens, sentences, sentenceOf } = this.reading
    const { states, cue, head } = this
    const tag = tags[at]!
    const word = words[at]!
    const here = sentenceOf[at]!
    const offset = clamp(here - sentenceOf[cue.from]!, -3, 6)
    const far = bucket(way.steps)
    const relation = this.relateQuotation(at, way)
    const place = mix(side, offset)
    const wordBefore = at > 0 ? words[at - 1]! : -1
    const wordAfter = at + 1 < tokens.length ? words[at + 1]! : -1
    const tagBefore = at > 0 ? tags[at - 1]! : 99
    const tagAfter = at + 1 < tokens.length ? tags[at + 1]! : 99
    const sentence = sentences[here]!
    const edge = at === sentence.from ? 1 : at === sentence.to - 1 ? 2 : 0
    const quoted = this.quoted[here]!
    const own = this.cued[here]!
    const verbs = Math.min(way.verbs, 3)
    const nouns = Math.min(way.nouns, 3)
    const commas = Math.min(way.commas, 3)
    const cues = Math.min(way.cues, 2)

    states.add(0, place)
    states.add(1, side, far)
    states.add(2, mix(side, far), tag)
    states.add(3, word, side)
    states.add(4, stems[at], side)
    states.add(5, wordBefore, side)
    states.add(6, wordAfter, side)
    states.add(7, mix(tagBefore, tag), side)
    states.add(8, mix(tag, tagAfter), side)
    states.add(9, mix(tagBefore, tag), mix(tagAfter, side))
    states.add(10, mix(wordBefore, word), side)
    states.add(11, mix(word, wordAfter), side)
    states.add(12, relation, place)
    states.add(13, mix(relation, side), tag)
    states.add(14, mix(relation, place), this.after)
    states.add(15, mix(relation, place), this.before)
    states.add(16, mix(relation, place), head)
    states.add(17, head, place)
    states.add(18, mix(head, side), far)
    states.add(19, mix(head, side), tag)
    states.add(20, mix(head, side), verbs)
    states.add(21, mix(this.after, side), far)
    states.add(22, mix(this.before, side), far)
    states.add(23, mix(this.tagAfter, side), tag)
    states.add(24, mix(this.tagBefore, side), tag)
    states.add(25, mix(commas, place), relation)
    states.add(26, mix(verbs, place), relation)
    states.add(27, mix(nouns, side), tag)
    states.add(28, mix(nouns, side), head)
    states.add(29, mix(cues, place), relation)
    states.add(30, mix(this.frame, place), relation)
    states.add(31, mix(this.frame, side), far)
    states.add(32, mix(this.cueOf[at]! >= 0 ? 1 : 0, place), tag)
    states.add(33, mix(own, place), mix(relation, quoted))
    states.add(34, mix(own, offset), mix(quoted, this.frame))
    states.add(35, mix(way.that, side), head)
    states.add(36, mix(way.that, place), mix(verbs, nouns))
    states.add(37, mix(this.paragraphs(at), relation), mix(side, quoted))
    states.add(38, mix(edge, place), mix(relation, tag))
    states.add(39, mix(way.path, Math.min(way.marks, 5)), place)
    states.add(40, mix(this.cueHash, side), tag)
    states.add(41, this.cueHash, place)
    states.add(42, mix(this.headTag, side), mix(nouns, tag))
    states.add(43, mix(this.headTag, place), verbs)
    states.add(44, mix(this.tagBefore, this.tagAfter), mix(side, far))
    states.add(45, mix(this.tagBefore, this.tagAfter), mix(place, relation))
    states.add(46, mix(way.clauses > 2 ? 3 : way.clauses, commas), mix(place, verbs))
    states.add(47, mix(mix(commas, verbs), mix(nouns, cues)), mix(side, tag))
    states.add(48, mix(this.frame, this.tagBefore), mix(side, nouns))
    states.add(49, mix(this.frame, this.tagAfter), mix(place, relation))
    states.add(50, mix(way.clauses > 2 ? 3 : way.clauses, side), head)
    states.add(51, mix(commas, side), head)
    states.add(52, mix(this.after, place), mix(commas, verbs))
    states.add(53, mix(this.before, place), mix(commas, verbs))
  }

  private describeEdge(at: number, side: Side, way: Way, window: Run): void {
    const { words, tags, sentenceOf, quotations } = this.reading
    const { edges, cue, head } = this
    if (at === window.from) return
    const tag = tags[at]!
    const tagBefore = tags[at - 1]!
    const word = words[at]!
    const wordBefore = words[at - 1]!
    const isNew = sentenceOf[at] !== sentenceOf[at - 1]
    const turn = isNew ? (this.paragraphs(at) === this.paragraphs(at - 1) ? 1 : 2) : 0
    const touch = at === cue.from ? 1 : at === cue.to ? 2 : side === 1 ? 3 : 0
    const quote =
      quotations[at] === quotations[at - 1]
        ? quotations[at]! < 0
          ? 0
          : 1
        : quotations[at]! < 0
          ? 2
          : quotations[at - 1]! < 0
            ? 3
            : 4
    const spot = mix(touch, mix(side, quote))
    edges.add(0, touch)
    edges.add(1, spot, turn)
    edges.add(2, word, spot)
    edges.add(3, wordBefore, spot)
    edges.add(4, mix(tagBefore, tag), spot)
    edges.add(5, mix(wordBefore, word), side)
    edges.add(6, head, spot)
    edges.add(7, mix(side, bucket(way.steps)), mix(tagBefore, tag))
    edges.add(8, mix(this.after, touch), side)
    edges.add(9, mix(this.before, touch), side)
    edges.add(10, mix(head, side), word)
    edges.add(11, mix(head, side), mix(tagBefore, tag))
    edges.add(12, mix(this.cueOf[at]! >= 0 ? 1 : 0, this.cueOf[at - 1]! >= 0 ? 1 : 0), spot)
    edges.add(13, mix(Math.min(way.nouns, 3), side), mix(tagBefore, tag))
    edges.add(14, mix(tags[at - 2] ?? 99, tagBefore), mix(tag, side))
    edges.add(15, mix(tagBefore, tag), mix(tags[at + 1] ?? 99, side))
    edges.add(16, mix(word, words[at + 1] ?? 0), side)
    edges.add(17, mix(this.frame, spot), turn)
    edges.add(18, mix(Math.min(way.commas, 2), mix(wordBefore, side)), tag)
    edges.add(19, mix(Math.min(way.verbs, 2), mix(word, side)), tagBefore)
  }

  /** 0 outside quotations; 1 in the cue's own; 2 in the nearest on this side; 3 in another. */
  private relateQuotation(at: number, { quotation }: Way): number {
    const { quotations } = this.reading
    const own = quotations[this.cue.from]!
    if (quotations[at]! < 0) return own < 0 ? 0 : 4
    if (quotations[at] === own) return 1
    return quotations[at] === quotation ? 2 : 3
  }

  /** How many paragraphs a token stands after the cue. */
  private paragraphs(at: number): number {
    const { sentences, sentenceOf } = this.reading
    const here = sentences[sentenceOf[at]!]!.paragraph
    return clamp(here - sentences[sentenceOf[this.cue.from]!]!.paragraph, -3, 3)
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

/** Distances in steps that widen. */
function bucket(steps: number): number {
  if (steps < 6) return steps
  if (steps < 9) return 6
  if (steps < 13) return 7
  return steps < 20 ? 8 : steps < 35 ? 9 : 10
}
