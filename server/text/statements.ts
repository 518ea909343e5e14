import type { Attribution } from './attribution.ts'
import {
  type KnownParty,
  type KnownSpeaker,
  type NamedSpeaker,
  findSpeaker,
  findSpeakers,
} from '../domain/speakers.ts'

/** A statement that a text attributes to somebody, as it is suggested for a claim. */
export interface SuggestedStatement {
  /** What is said, from its first code point to its last, with what stands between its pieces. */
  readonly start: number
  readonly end: number
  /** Where the words stand that attribute it, in code points. */
  readonly cueStart: number
  /** The source as the text has it: "Kerry", "he", "the ministry"; undefined where none is named. */
  readonly source: string | undefined
  /** Undefined where nobody on record is meant. */
  readonly speaker: NamedSpeaker | undefined
}

const SINGULAR = /^(?:he|she|it|him|her)$/iu
const PLURAL = /^(?:they|them|both|neither|(?:both|the two|the three) \p{L}+)$/iu

/** Stands for whatever is before it in the sentence, which is not known here. */
const RELATIVE = /^(?:who|which|that)$/iu

const isOnePerson = ([first, ...others]: readonly NamedSpeaker[]): boolean =>
  first?.person !== undefined && others.length === 0

/** Does a source only stand for somebody, without naming them? */
export const isStandIn = (source: string): boolean =>
  [SINGULAR, PLURAL, RELATIVE].some((words) => words.test(source))

/** Everything a source can be on record. */
export interface KnownSources {
  readonly speakers: readonly KnownSpeaker[]
  readonly parties: readonly KnownParty[]
  /** Of the text: what nobody is named for is the text's own. */
  readonly publisher?: string | undefined
}

/**
 * The statements of a text with whom they come from, in the order of their cues; one for each of
 * several who say it together. A pronoun means whoever was last found to speak, or several together;
 * other words mean the person or party that they name.
 */
export function suggestStatements(
  attributions: readonly Attribution[],
  { speakers, parties, publisher = '' }: KnownSources,
): SuggestedStatement[] {
  const own = findSpeaker(publisher, [], parties)
  let last: readonly NamedSpeaker[] = []
  let together: readonly NamedSpeaker[] = []
  const meantBy = (source: string): readonly NamedSpeaker[] => {
    if (RELATIVE.test(source)) return []
    if (SINGULAR.test(source)) return last.length === 1 ? last : []
    if (PLURAL.test(source)) return isOnePerson(last) && together.length > 0 ? together : last
    last = findSpeakers(source, speakers, parties)
    if (last.length > 1) together = last
    return last
  }
  return attributions.flatMap(({ source, cue, content }) => {
    const meant = source === undefined ? [own] : meantBy(source.text)
    if (content.length === 0) return []
    const start = Math.min(...content.map((span) => span.start))
    const end = Math.max(...content.map((span) => span.end))
    const statement = { start, end, cueStart: cue.start, source: source?.text }
    return (meant.length === 0 ? [undefined] : meant).map((speaker) => ({ ...statement, speaker }))
  })
}
