import type { ColumnType, Generated } from 'kysely'
import type { Form, IssueKind, Nature, Stance } from '#server/domain/claims.ts'
import type { Day } from '#server/domain/dates.ts'
import type { Visibility } from '#server/domain/access.ts'
import type { HistoryKind } from '#server/domain/history-content.ts'
import type { ContradictionKind, SettledStatus, Verdict } from '#server/domain/reviews.ts'
import type { Value } from '#server/domain/values.ts'
import type {
  ErasedEntry,
  ErasedMark,
  ErasedText,
  ErasedThing,
  ErasureReason,
} from '#server/domain/erasures.ts'
import type { AccountTables } from './schema-accounts.ts'

/**
 * The tables of db/migrations, as kysely sees them; what each means stands there.
 *
 * Dates are `YYYY-MM-DD` text (or `-infinity`, `infinity`), never a Date; instants are Dates; jsonb
 * columns take `JSON.stringify`d text and give the parsed value.
 */
type Json<T> = ColumnType<T, string, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>
/** What binds a row to the history: see db/queries/seals.ts. */
type Sealed = ColumnType<Buffer | null, Buffer, never>
/** Which erasure took the words of a row, and what the gap says. */
type Erasure = ColumnType<number | null, never, never>
type Marked = ColumnType<ErasedMark | null, string | null | undefined, string | null>

export interface TopicTable {
  id: Generated<number>
  slug: string
  title: string
  summary: string | null
  visibility: Visibility
  version: Defaulted<number>
  mixed_window_days: Defaulted<number>
  reviews_to_settle: Defaulted<number>
  created_at: Date
  changed_at: Date
}

/** A party's name in one language (BCP 47). */
export interface PartyName {
  readonly language: string
  readonly name: string
}

export interface PartyTable {
  id: Generated<number>
  topic_id: number
  slug: string
  name: string
  kind: string
  aliases: string[]
  /** In other languages, in the order recorded. */
  names: Json<readonly PartyName[]>
  iso3166: string | null
  wikidata: string | null
  part: 'party' | 'observer' | null
  ordinal: number
}

export interface MembershipTable {
  topic_id: number
  party_id: number
  coalition_id: number
  starts: string | null
  ends: string | null
  ordinal: number
}

export interface PersonTable {
  id: Generated<number>
  topic_id: number
  slug: string
  name: string
  aliases: string[]
  wikidata: string | null
  ordinal: number
}

export interface PersonRoleTable {
  topic_id: number
  person_id: number
  party_id: number
  title: string
  starts: string | null
  ends: string | null
  ordinal: number
}

export interface SourceTable {
  id: Generated<number>
  topic_id: number
  slug: string
  kind: string
  publisher: string | null
  title: string
  authors: string[]
  url: string | null
  archive_url: string | null
  published: string
  published_earliest: Day
  published_latest: Day
  language: string
  grade: string | null
  /** Do readers see only what is quoted, with some text around it? */
  excerpts_only: Generated<boolean>
  ordinal: number
}

export interface ClaimDraftTable {
  account_id: number
  source_id: number
  sentences: number[]
  fields: string
  kept_at: Date
  /** Not shown any more; it can be put back. */
  discarded_at: Date | null
}

export interface CaptureTable {
  id: Generated<number>
  source_id: number
  version: number
  text: string
  sha256: string
  captured_at: string
  erasure_id: Erasure
  erased: Marked
}

export interface IssueTable {
  id: Generated<number>
  topic_id: number
  slug: string
  question: string
  nature: Nature
  kind: IssueKind
  unit: string | null
  labels: Json<Readonly<Record<string, string>>>
  exclusive: boolean
  ordinal: number
}

export interface PositionTable {
  id: Generated<number>
  issue_id: number
  slug: string
  label: string
  description: string | null
  ordinal: number
  /** The one that took its place. */
  merged_into_id: Generated<number | null>
}

export interface PositionRelationTable {
  issue_id: number
  kind: 'entails' | 'contrary' | 'contradictory'
  from_id: number
  to_id: number
  ordinal: number
}

export interface SideTable {
  id: Generated<number>
  issue_id: number
  party_id: number
  stance: 'affirms' | 'denies'
  position_id: number | null
  value: ColumnType<Value | null, string | null, string | null>
  held: string
  claim_count: Defaulted<number>
  first_on: Day | null
  last_on: Day | null
  /** Of its newest line: what restates a line counts from when that line was first recorded. */
  last_recorded_at: Date | null
}

export interface ClaimTable {
  id: Generated<number>
  topic_id: number
  issue_id: number
  party_id: number
  person_id: number | null
  slug: string
  position_id: number | null
  value: ColumnType<Value | null, string | null, string | null>
  stance: Stance
  bearing: 'states' | 'context'
  form: Form
  said: string
  earliest: Day
  latest: Day
  statement: string
  condition: string | null
  scope_period: string | null
  scope_earliest: Day | null
  scope_latest: Day | null
  scope_note: string | null
  hedge: string | null
  withdrawn_reason: string | null
  ordinal: number
  version: Defaulted<number>
  recorded_at: Date
  recorded_by: number | null
  side_id: number | null
  stands_until: Day | null
  restates_id: Defaulted<number | null>
  /** The first statement that it restates; null where it stands on its own. */
  first_id: Defaulted<number | null>
  erased: Marked
}

export interface CitationTable {
  id: Generated<number>
  topic_id: number
  claim_id: number
  source_id: number
  capture_id: number | null
  found_start: number | null
  found_end: number | null
  quote: string | null
  language: string | null
  translation: string | null
  translator: string | null
  locator: string | null
  credibility: number | null
  ordinal: number
}

export interface ReplyTable {
  id: Generated<number>
  topic_id: number
  claim_id: number
  party_id: number
  person_id: number | null
  slug: string
  said: string
  earliest: Day
  latest: Day
  statement: string
  withdrawn_reason: string | null
  ordinal: number
  version: Defaulted<number>
  recorded_at: Date
  recorded_by: number | null
}

export interface ReplyCitationTable extends Omit<CitationTable, 'claim_id'> {
  reply_id: number
}

export interface SearchTable {
  topic_id: number
  party_id: number
  issue_id: number
  searched_on: Day
  searched_by: string | null
  result: 'none-found' | 'not-applicable'
  ordinal: number
  searched_in: Generated<string | null>
}

export interface SuccessionTable {
  claim_id: number
  successor_id: number
  from_day: Day
  until_day: Day | null
  is_reversal: boolean
}

export interface SideSpanTable {
  id: Generated<number>
  side_id: number
  from_day: Day
  until_day: Day | null
  scope_earliest: Day | null
  scope_latest: Day | null
  is_conditional: boolean
  is_own_words: boolean
}

export interface ContradictionTable {
  id: Generated<number>
  topic_id: number
  issue_id: number
  kind: ContradictionKind
  side_a_id: number
  side_b_id: number
  rule: string
  witness: string | null
  explanation: string
  is_conditional: boolean
  apart: number | null
  first_on: Day
  last_on: Day
  rank: number
  rank_parts: Json<Readonly<Record<string, number>>>
  status: Defaulted<SettledStatus>
  resolved_on: Day | null
  /** When that was noted. */
  resolved_at: Defaulted<Date | null>
  filed_at: Date
  settled_at: Date | null
  version: Defaulted<number>
}

export interface ReviewTable {
  id: Generated<number>
  contradiction_id: number
  account_id: number | null
  reviewer: string
  verdict: Verdict
  kind: string | null
  reason: string | null
  note: string | null
  reviewed_at: Date
  replaced_at: Date | null
  salt: Sealed
  leaf: Sealed
  end_salt: Buffer | null
  end_leaf: Buffer | null
  erasure_id: Erasure
}

export interface ContradictionEventTable {
  id: Generated<number>
  contradiction_id: number
  happened_at: Date
  actor: string
  from_status: string | null
  to_status: string
  why: string | null
  salt: Sealed
  leaf: Sealed
  /** Did an editor settle what reviewers differed on? */
  is_adjudication: Generated<boolean>
  /** Whose decision it was, where an account made it. */
  account_id: Defaulted<number | null>
  erasure_id: Erasure
}

export interface ContradictionSnoozeTable {
  contradiction_id: number
  account_id: number
  snoozed_at: Date
  until_at: Date
}

export type Entity =
  | 'topic'
  | 'party'
  | 'person'
  | 'source'
  | 'issue'
  | 'claim'
  | 'search'
  | 'reply'

export interface RevisionTable {
  id: Generated<number>
  topic_id: number
  entity: Entity
  slug: string
  version: number
  made_at: Date
  made_by: string
  account_id: number | null
  why: string | null
  before: ColumnType<unknown, string | null, never>
  after: ColumnType<unknown, string, never>
  salt: Sealed
  leaf: Sealed
  erasure_id: Erasure
}

export interface ErasureRequestTable {
  id: Generated<number>
  topic_id: number
  thing: ErasedThing
  thing_id: number
  texts: string[]
  reason: ErasureReason
  why: string
  asked_at: Date
  asked_by: string
  account_id: number
  decided_at: Defaulted<Date | null>
  decided_by: Defaulted<string | null>
  decider_id: Defaulted<number | null>
  declined_why: Defaulted<string | null>
}

export interface ErasureTable {
  id: Generated<number>
  topic_id: number
  made_at: Date
  made_by: string
  account_id: number
  asked_at: Date
  asked_by: string
  asker_id: number
  is_by_one: boolean
  thing: ErasedThing
  entity: string
  slug: string | null
  contradiction_id: number | null
  reason: ErasureReason
  why: string
  entries: Json<readonly ErasedEntry[]>
  texts: Json<readonly ErasedText[]>
  salt: Buffer
  leaf: Buffer
}

/** Written by the database alone, when a transaction commits. */
export interface HistoryEntryTable {
  topic_id: number
  seq: number
  kind: HistoryKind
  ref_id: number
  leaf: Buffer
  hash: Buffer
}

/** Copied from the view `searchable`, which has the same columns: see db/queries/search-index.ts. */
export interface SearchEntryTable {
  kind: 'topic' | 'issue' | 'party' | 'person' | 'claim' | 'source' | 'text'
  thing_id: number
  /** Of a long text; 0 for anything else. */
  piece: number
  topic_id: number
  words: string
  plain: string | null
  names: string[]
}

export interface SettingTable {
  name: string
  value: string
}

export interface Schema extends AccountTables {
  topic: TopicTable
  party: PartyTable
  membership: MembershipTable
  person: PersonTable
  person_role: PersonRoleTable
  source: SourceTable
  capture: CaptureTable
  claim_draft: ClaimDraftTable
  issue: IssueTable
  position: PositionTable
  position_relation: PositionRelationTable
  side: SideTable
  claim: ClaimTable
  citation: CitationTable
  reply: ReplyTable
  reply_citation: ReplyCitationTable
  search: SearchTable
  succession: SuccessionTable
  side_span: SideSpanTable
  contradiction: ContradictionTable
  review: ReviewTable
  contradiction_event: ContradictionEventTable
  contradiction_snooze: ContradictionSnoozeTable
  revision: RevisionTable
  history_entry: HistoryEntryTable
  erasure_request: ErasureRequestTable
  erasure: ErasureTable
  search_entry: SearchEntryTable
  setting: SettingTable
}
