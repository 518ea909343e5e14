import { VISIBILITIES } from '#server/domain/access.ts'
import { FORMS, ISSUE_KINDS, NATURES, STANCES } from '#server/domain/claims.ts'
import type { Relation } from '#server/domain/positions.ts'
import {
  DISAGREEMENT_KINDS,
  DISMISSAL_REASONS,
  STATUSES,
  VERDICTS,
} from '#server/domain/reviews.ts'

const RELATION_KINDS = [
  'entails',
  'contrary',
  'contradictory',
] as const satisfies readonly Relation['kind'][]

/** In English the record's own words are said as they are written. */
const asWritten = <Code extends string>(codes: readonly Code[]) =>
  Object.fromEntries(codes.map((code) => [code, code])) as unknown as Readonly<Record<Code, string>>

/** What the record tells apart by a word, as sentences and tables name it. */
export const codes = {
  statuses: asWritten(STATUSES),
  verdicts: asWritten(VERDICTS),
  dismissals: asWritten(DISMISSAL_REASONS),
  disagreements: asWritten(DISAGREEMENT_KINDS),
  issueKinds: asWritten(ISSUE_KINDS),
  natures: asWritten(NATURES),
  forms: asWritten(FORMS),
  stances: asWritten(STANCES),
  relationKinds: asWritten(RELATION_KINDS),
  visibilities: asWritten(VISIBILITIES),
  searchResults: asWritten(['none-found', 'not-applicable'] as const),
}
