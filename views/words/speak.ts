import type { Claim, IssueModel } from '#server/domain/claims.ts'
import {
  type LetteredPosition,
  letterPositions as letter,
} from '#server/domain/comparison-letters.ts'
import type { Cell } from '#server/domain/comparison.ts'
import {
  type DatePiece,
  datePieces as pieces,
  describeDate as describe,
} from '#server/domain/date-words.ts'
import {
  describeCommitment as commitment,
  describeGap as gap,
  explainClash as explain,
} from '#server/domain/explanation.ts'
import type { Step } from '#server/domain/positions.ts'
import { type Value, describeValue as value } from '#server/domain/values.ts'
import { wording } from './wording.ts'

/** What the domain puts into words, in the language that is spoken here. Views take it from here. */

interface How {
  readonly short?: boolean | undefined
}

/** An EDTF date in words. */
export const describeDate = (text: string, { short }: How = {}): string =>
  describe(text, { short, words: wording().dates })

/** The same in pieces, each date apart. */
export const datePieces = (text: string, { short }: How = {}): DatePiece[] =>
  pieces(text, { short, words: wording().dates })

export const describeValue = (given: Value, unit?: string): string =>
  value(given, unit, wording().explanations.values)

/** Why two claims conflict. */
export const explainClash = (conflict: Parameters<typeof explain>[0]): string =>
  explain({ ...conflict, words: wording().explanations })

/** What a claim commits its party to, step by step. */
export const describeCommitment = (
  issue: IssueModel,
  claim: Claim,
  chain: readonly Step[],
): string => commitment(issue, claim, chain, wording().explanations)

/** A gap between two values with its unit. */
export const describeGap = (issue: IssueModel, apart: number): string =>
  gap(issue, apart, wording().explanations)

/** Positions with their letters; values in words. */
export const letterPositions = (
  issue: IssueModel,
  cells: readonly Cell[],
): readonly LetteredPosition[] => letter(issue, cells, wording().explanations.values)
