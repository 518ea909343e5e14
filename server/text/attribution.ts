import { findMarginals, scoreSequence, type ChainWeights, type Marginals } from './chain-model.ts'
import { CueReader } from './cue-features.ts'
import { readEnglish, type LanguageModel } from './english.ts'
import { readText, type Reading } from './reading.ts'
import { RoleReader } from './role-features.ts'
import type { Run } from './sentences.ts'

/** A stretch of a text: offsets in Unicode code points, half-open, and what stands there. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Who (source), by which words (cue), is said to hold what (content, which may be in pieces). */
export interface Attribution {
  readonly source?: Span
  readonly cue: Span
  readonly content: readonly Span[]
}

/** The same in tokens of a reading. */
export interface TokenAttribution {
  readonly source: readonly Run[]
  readonly cue: Run
  readonly content: readonly Run[]
}

/** Languages with a model, by primary subtag (BCP 47). */
const models: ReadonlyMap<string, () => LanguageModel> = new Map([['en', readEnglish]])

const modelOf = (language: string) => models.get(language.toLowerCase().split('-')[0] ?? '')

/** Is there a model of the language? @param language - a BCP 47 tag */
export const isModelled = (language: string): boolean => modelOf(language) !== undefined

/**
 * The attributed statements of a text, in the order of their cues: direct, indirect and mixed
 * quotations, and attitudes ascribed to somebody. Suggestions for a person to check: on unseen news
 * about a quarter are wrong or missing.
 *
 * A first chain model finds cues; a second one reads the neighbourhood of each cue and marks source
 * and content. That is the division of labour of Pareti et al. (EMNLP 2013), with conditional random
 * fields for both.
 * @param language - of the text, as a BCP 47 tag; in one without a model nothing is found
 */
export function findAttributions(text: string, language = 'en'): Attribution[] {
  const model = modelOf(language)?.()
  if (model === undefined) return []
  const reading = readText(text, model.tagger)
  const toSpan = spanMaker(reading)
  const attributions = attributeTokens(reading, model)
  return attributions.map(({ source, cue, content }): Attribution => {
    const [first] = source
    const spans = { cue: toSpan(cue), content: content.map(toSpan) }
    return first === undefined ? spans : { source: toSpan(first), ...spans }
  })
}

/** Turns runs of tokens into spans; walks the text once. */
function spanMaker({ text, tokens }: Reading): (run: Run) => Span {
  const points = new Int32Array(text.length + 1)
  for (let at = 1; at <= text.length; at += 1)
    points[at] = points[at - 1]! + (isSecondHalf(text, at - 1) ? 0 : 1)
  return ({ from, to }) => {
    const { start } = tokens[from]!
    const { end } = tokens[to - 1]!
    return { start: points[start]!, end: points[end]!, text: text.slice(start, end) }
  }
}

function isSecondHalf(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xff_ff && at > 0
}

/**
 * Probabilities from which on something is taken: a run of tokens as a possible cue, which is context
 * for others; a possible cue as a cue; a token as part of its source or content. Chosen on the articles
 * held out from training; cues rather too low than too high, for a suggestion is passed over at a glance.
 */
const thresholds = { possible: 0.25, cue: 0.32, source: 0.3, content: 0.45 }

/** A run of tokens that may be a cue, and how likely it is one. */
export interface PossibleCue extends Run {
  readonly chance: number
}

/** The possible cues of a text, in order. */
export function findCues(reading: Reading, weights: ChainWeights): PossibleCue[] {
  const reader = new CueReader(reading)
  return reading.sentences.flatMap((sentence) => {
    const scores = scoreSequence(weights, reader.read(sentence))
    return cutCues(findMarginals(3, scores)).map(({ from, to, chance }) => ({
      from: sentence.from + from,
      to: sentence.from + to,
      chance,
    }))
  })
}

/**
 * From every likely first token, the likeliest first, a cue goes on as long as that is likelier than
 * that it ends.
 * @param marginals - of three labels: outside, first token of a cue, further token
 */
function cutCues({ states, edges }: Marginals): PossibleCue[] {
  const length = states.length / 3
  const first = (at: number): number => states[at * 3 + 1]!
  const taken = new Uint8Array(length)
  const cues: PossibleCue[] = []
  const goesOn = (at: number, label: number): boolean =>
    edges[at * 9 + label * 3 + 2]! >= states[(at - 1) * 3 + label]! / 2
  for (const from of Array.from(taken.keys())
    .filter((at) => first(at) >= thresholds.possible)
    .sort((one, other) => first(other) - first(one) || one - other)) {
    if (taken[from] === 1) continue
    let to = from + 1
    while (to < length && taken[to] === 0 && goesOn(to, to === from + 1 ? 1 : 2)) to += 1
    taken.fill(1, from, to)
    cues.push({ from, to, chance: first(from) })
  }
  return cues.sort((one, other) => one.from - other.from)
}

/** The attributions of a text that has been read. */
export function attributeTokens(reading: Reading, model: LanguageModel): TokenAttribution[] {
  const cues = findCues(reading, model.cues)
  const reader = new RoleReader(reading, cues)
  return cues
    .filter(({ chance }) => chance >= thresholds.cue)
    .flatMap((cue) => {
      const window = reader.findWindow(cue)
      const scores = scoreSequence(model.roles, reader.read(cue, window))
      const { source, content } = cutRoles(reading, window, findMarginals(3, scores).states)
      return content.length === 0 ? [] : [{ source, cue, content }]
    })
}

/**
 * The likeliest source, which lies in one sentence, and all content.
 * @param chances - none, source, content; position by position of the window
 */
function cutRoles(
  { sentenceOf }: Reading,
  window: Run,
  chances: Float64Array,
): { source: Run[]; content: Run[] } {
  const chance = (at: number, role: number): number => chances[(at - window.from) * 3 + role]!
  const content = findRuns(window, (at) => chance(at, 2) >= thresholds.content)
  const sources = findRuns(
    window,
    (at) => chance(at, 1) >= thresholds.source,
    (at) => sentenceOf[at] !== sentenceOf[at - 1],
  )
  const best = ({ from, to }: Run): number => most(from, to, (at) => chance(at, 1))
  const source = sources.toSorted((one, other) => best(other) - best(one)).slice(0, 1)
  return { source, content }
}

function most(from: number, to: number, value: (at: number) => number): number {
  let top = -Infinity
  for (let at = from; at < to; at += 1) top = Math.max(top, value(at))
  return top
}

/** Runs of tokens that fit; none goes on over a token at which it breaks. */
function findRuns(
  { from, to }: Run,
  fits: (at: number) => boolean,
  breaks: (at: number) => boolean = () => false,
): Run[] {
  const runs: Run[] = []
  for (let at = from; at < to; at += 1) {
    if (!fits(at)) continue
    let end = at + 1
    while (end < to && fits(end) && !breaks(end)) end += 1
    runs.push({ from: at, to: end })
    at = end - 1
  }
  return runs
}
