import type { Attribution } from './attribution.ts'
import {
  type KnownParty,
  type KnownSpeaker,
  type NamedSpeaker,
  findSpeaker,
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

const PRONOUN = /^(?:he|she|they|it|who|which|him|her|them)$/iu

/**
 * The statements of a text with whom they come from, in the order of their cues. A pronoun means
 * whoever was last found to speak; other words mean the person or party that they name.
 */
export function suggestStatements(
  attributions: readonly Attribution[],
  speakers: readonly KnownSpeaker[],
  parties: readonly KnownParty[],
): SuggestedStatement[] {
  let last: NamedSpeaker | undefined
  return attributions.flatMap(({ source, cue, content }) => {
    const isPronoun = source !== undefined && PRONOUN.test(source.text)
    const named = source === undefined ? undefined : findSpeaker(source.text, speakers, parties)
    const speaker = isPronoun ? last : named
    if (source !== undefined && !isPronoun) last = named
    if (content.length === 0) return []
    const start = Math.min(...content.map((span) => span.start))
    const end = Math.max(...content.map((span) => span.end))
    return [{ start, end, cueStart: cue.start, source: source?.text, speaker }]
  })
}
