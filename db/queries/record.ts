import { type Insertable, sql } from 'kysely'
import type { Visibility } from '#server/domain/access.ts'
import type { ErasedMark } from '#server/domain/erasures.ts'
import type { Db } from '../connect.ts'
import type {
  CitationTable,
  ClaimTable,
  IssueTable,
  MembershipTable,
  PartyTable,
  PersonRoleTable,
  PersonTable,
  PositionRelationTable,
  PositionTable,
  SearchTable,
  SideTable,
  SourceTable,
} from '../schema.ts'
import { inChunks } from './derivation.ts'

/** Writing the record's rows. Each thing is known by its slug within its topic, so writing twice is safe. */

type Row<Table> = Insertable<Table>
export type Ids = ReadonlyMap<string, number>

const toIds = (rows: readonly { slug: string; id: number }[]): Ids =>
  new Map(rows.map((r) => [r.slug, r.id]))

/** Wait for everybody else who writes to one of these issues, in one order, until this transaction ends. */
export async function lockIssues(trx: Db, issueIds: readonly number[]): Promise<void> {
  for (const id of [...new Set(issueIds)].sort((a, b) => a - b)) {
    await sql`select pg_advisory_xact_lock(1, ${id})`.execute(trx)
  }
}

/**
 * Keep others out of a topic until this transaction ends: `alone` everybody who writes to it, for an
 * import or to choose new slugs; `beside others` only those who want to be alone. Take it before any
 * other lock, and once: who holds it beside others and then asks to be alone waits for ever.
 */
export async function lockTopic(
  trx: Db,
  slug: string,
  how: 'alone' | 'beside others',
): Promise<void> {
  const lock = how === 'alone' ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`
  await sql`select ${lock}(2, hashtext(${slug}))`.execute(trx)
}

export interface TopicRow {
  readonly id: number
  readonly windowDays: number
}

export async function findTopicRow(db: Db, slug: string): Promise<TopicRow | undefined> {
  return await db
    .selectFrom('topic')
    .where('slug', '=', slug)
    .select(['id', 'mixed_window_days as windowDays'])
    .executeTakeFirst()
}

/** Create a topic or change what it says of itself. */
export async function saveTopic(
  trx: Db,
  topic: {
    slug: string
    title: string
    summary: string | null
    visibility: Visibility
    /** Left as it is, or 1, where it is undefined. */
    reviewsToSettle?: number | undefined
    now: Date
  },
): Promise<TopicRow> {
  const { now, reviewsToSettle, ...fields } = topic
  const row = {
    ...fields,
    ...(reviewsToSettle === undefined ? {} : { reviews_to_settle: reviewsToSettle }),
  }
  return await trx
    .insertInto('topic')
    .values({ ...row, created_at: now, changed_at: now })
    .onConflict((c) => c.column('slug').doUpdateSet(row))
    .returning(['id', 'mixed_window_days as windowDays'])
    .executeTakeFirstOrThrow()
}

/** Everything that readers see of a topic may have changed. Last in a transaction: writers queue here. */
export async function raiseTopicVersion(trx: Db, topicId: number, now: Date): Promise<void> {
  await trx
    .updateTable('topic')
    .set((eb) => ({ version: eb('version', '+', 1), changed_at: now }))
    .where('id', '=', topicId)
    .execute()
}

/** Ids by slug of a topic's things of one kind. */
export async function listIds(
  db: Db,
  table: 'party' | 'person' | 'source' | 'issue' | 'claim' | 'reply',
  topicId: number,
  slugs?: readonly string[],
): Promise<Ids> {
  if (slugs?.length === 0) return new Map()
  const rows = await db
    .selectFrom(table)
    .where('topic_id', '=', topicId)
    .$if(slugs !== undefined, (q) =>
      q.where('slug', '=', sql<string>`any(${[...(slugs ?? [])]}::text[])`),
    )
    .select(['id', 'slug'])
    .execute()
  return toIds(rows)
}

/** The ordinal after the last one in a topic. */
export async function nextOrdinal(
  db: Db,
  table: 'party' | 'person' | 'source' | 'issue' | 'claim' | 'search' | 'reply',
  topicId: number,
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .where('topic_id', '=', topicId)
    .select((eb) => eb.fn.max('ordinal').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function saveParties(trx: Db, rows: readonly Row<PartyTable>[]): Promise<void> {
  for (const piece of inChunks(rows)) {
    await trx
      .insertInto('party')
      .values(piece)
      .onConflict((c) =>
        c.columns(['topic_id', 'slug']).doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          kind: eb.ref('excluded.kind'),
          aliases: eb.ref('excluded.aliases'),
          names: eb.ref('excluded.names'),
          iso3166: eb.ref('excluded.iso3166'),
          wikidata: eb.ref('excluded.wikidata'),
        })),
      )
      .execute()
  }
}

/** Set who takes part in the dispute and who observes it; all others are only mentioned. */
export async function saveParts(
  trx: Db,
  topicId: number,
  { parties, observers }: { parties: readonly string[]; observers: readonly string[] },
): Promise<void> {
  await sql`
    update party set part = case when slug = any(${[...parties]}::text[]) then 'party'
      when slug = any(${[...observers]}::text[]) then 'observer' end
    where topic_id = ${topicId}`.execute(trx)
}

export async function replaceMemberships(
  trx: Db,
  partyIds: readonly number[],
  rows: readonly Row<MembershipTable>[],
): Promise<void> {
  if (partyIds.length === 0) return
  await trx.deleteFrom('membership').where('party_id', 'in', partyIds).execute()
  for (const piece of inChunks(rows)) await trx.insertInto('membership').values(piece).execute()
}

export async function savePeople(trx: Db, rows: readonly Row<PersonTable>[]): Promise<void> {
  for (const piece of inChunks(rows)) {
    await trx
      .insertInto('person')
      .values(piece)
      .onConflict((c) =>
        c.columns(['topic_id', 'slug']).doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          aliases: eb.ref('excluded.aliases'),
          wikidata: eb.ref('excluded.wikidata'),
        })),
      )
      .execute()
  }
}

export async function replaceRoles(
  trx: Db,
  personIds: readonly number[],
  rows: readonly Row<PersonRoleTable>[],
): Promise<void> {
  if (personIds.length === 0) return
  await trx.deleteFrom('person_role').where('person_id', 'in', personIds).execute()
  for (const piece of inChunks(rows)) await trx.insertInto('person_role').values(piece).execute()
}

export async function saveSources(trx: Db, rows: readonly Row<SourceTable>[]): Promise<void> {
  for (const piece of inChunks(rows)) {
    await trx
      .insertInto('source')
      .values(piece)
      .onConflict((c) =>
        c.columns(['topic_id', 'slug']).doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          publisher: eb.ref('excluded.publisher'),
          title: eb.ref('excluded.title'),
          authors: eb.ref('excluded.authors'),
          url: eb.ref('excluded.url'),
          archive_url: eb.ref('excluded.archive_url'),
          published: eb.ref('excluded.published'),
          published_earliest: eb.ref('excluded.published_earliest'),
          published_latest: eb.ref('excluded.published_latest'),
          language: eb.ref('excluded.language'),
          grade: eb.ref('excluded.grade'),
          excerpts_only: eb.ref('excluded.excerpts_only'),
        })),
      )
      .execute()
  }
}

/** Add a capture of a source as its next version; a text that is one of its versions is not added. */
export async function insertCapture(
  trx: Db,
  capture: {
    sourceId: number
    text: string
    sha256: string
    capturedAt: string
    erased?: ErasedMark | undefined
  },
): Promise<void> {
  const erased = capture.erased === undefined ? null : JSON.stringify(capture.erased)
  await sql`
    insert into capture (source_id, version, text, sha256, captured_at, erased)
    select ${capture.sourceId}, coalesce(max(version), 0) + 1, ${capture.text}, ${capture.sha256},
      ${capture.capturedAt}, ${erased}::jsonb
    from capture where source_id = ${capture.sourceId}
    having coalesce(bool_and(sha256 <> ${capture.sha256}), true)`.execute(trx)
}

/** A source as its claims need it: its days, and its captures, the newest first, without erased ones. */
export interface CitedSource {
  readonly id: number
  readonly slug: string
  readonly publishedLatest: string
  readonly captures: readonly { readonly id: number; readonly text: string }[]
  /** Had it texts that were erased? Words of those cannot be checked any more. */
  readonly hasErased: boolean
}

export async function listCitedSources(
  db: Db,
  topicId: number,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, CitedSource>> {
  if (slugs.length === 0) return new Map()
  const { rows } = await sql<{
    id: number
    slug: string
    publishedLatest: string
    captures: { id: number; text: string }[]
    hasErased: boolean
  }>`
    select s.id, s.slug, s.published_latest as "publishedLatest",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', id, 'text', text) order by version desc)
        from capture where source_id = s.id and erased is null
      ), '[]') as captures,
      exists (select from capture where source_id = s.id and erased is not null) as "hasErased"
    from source s
    where s.topic_id = ${topicId} and s.slug = any(${[...slugs]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.slug, row]))
}

export async function saveIssues(trx: Db, rows: readonly Row<IssueTable>[]): Promise<void> {
  for (const piece of inChunks(rows)) {
    await trx
      .insertInto('issue')
      .values(piece)
      .onConflict((c) =>
        c.columns(['topic_id', 'slug']).doUpdateSet((eb) => ({
          question: eb.ref('excluded.question'),
          nature: eb.ref('excluded.nature'),
          kind: eb.ref('excluded.kind'),
          unit: eb.ref('excluded.unit'),
          labels: eb.ref('excluded.labels'),
          exclusive: eb.ref('excluded.exclusive'),
        })),
      )
      .execute()
  }
}

export async function savePositions(trx: Db, rows: readonly Row<PositionTable>[]): Promise<void> {
  for (const piece of inChunks(rows)) {
    await trx
      .insertInto('position')
      .values(piece)
      .onConflict((c) =>
        c.columns(['issue_id', 'slug']).doUpdateSet((eb) => ({
          label: eb.ref('excluded.label'),
          description: eb.ref('excluded.description'),
          ordinal: eb.ref('excluded.ordinal'),
          merged_into_id: null,
        })),
      )
      .execute()
  }
}

/** Say which positions others took the place of. @param into - ids: from, to */
export async function saveMerged(trx: Db, into: ReadonlyMap<number, number>): Promise<void> {
  for (const [id, mergedInto] of into)
    await trx
      .updateTable('position')
      .set({ merged_into_id: mergedInto })
      .where('id', '=', id)
      .execute()
}

/**
 * Position ids of some issues, by `issue id` and slug.
 * @param which - also those that others took the place of, or only what claims can be about
 */
export async function listPositionIds(
  db: Db,
  issueIds: readonly number[],
  which: 'all' | 'unmerged' = 'all',
): Promise<ReadonlyMap<number, Ids>> {
  if (issueIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('position')
    .where('issue_id', 'in', issueIds)
    .$if(which === 'unmerged', (q) => q.where('merged_into_id', 'is', null))
    .select(['issue_id', 'id', 'slug'])
    .execute()
  const found = new Map<number, Map<string, number>>()
  for (const row of rows) {
    const ids = found.get(row.issue_id) ?? new Map<string, number>()
    found.set(row.issue_id, ids.set(row.slug, row.id))
  }
  return found
}

export async function replaceRelations(
  trx: Db,
  issueIds: readonly number[],
  rows: readonly Row<PositionRelationTable>[],
): Promise<void> {
  if (issueIds.length === 0) return
  await trx.deleteFrom('position_relation').where('issue_id', 'in', issueIds).execute()
  for (const piece of inChunks(rows))
    await trx.insertInto('position_relation').values(piece).execute()
}

/**
 * Take positions away that issues no longer have, with the sides that nobody has on them any more. What
 * claims or contradictions refer to is to be refused before.
 * @param kept - slugs of the positions that each of these issues has now
 */
export async function removePositions(
  trx: Db,
  kept: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  const positions = await listPositionIds(trx, [...kept.keys()])
  const gone = [...positions].flatMap(([issueId, ids]) => {
    const slugs = new Set(kept.get(issueId))
    return [...ids].flatMap(([slug, id]) => (slugs.has(slug) ? [] : [id]))
  })
  if (gone.length === 0) return
  await sql`delete from side_span where side_id in (
    select id from side where position_id = any(${gone}::int[]))`.execute(trx)
  await trx.deleteFrom('side').where('position_id', 'in', gone).execute()
  await trx.deleteFrom('position').where('id', 'in', gone).execute()
}

/** A side as its identity: find its id, or make it. */
export type SideKey = Pick<
  Row<SideTable>,
  'issue_id' | 'party_id' | 'stance' | 'position_id' | 'value' | 'held'
>

export const sideKeyOf = (
  side: Pick<SideKey, 'issue_id' | 'party_id' | 'stance' | 'held'>,
): string => JSON.stringify([side.issue_id, side.party_id, side.stance, side.held])

/** Make the sides that are not there yet. @returns ids by {@link sideKeyOf} */
export async function saveSides(trx: Db, sides: readonly SideKey[]): Promise<Ids> {
  const wanted = new Map(sides.map((side) => [sideKeyOf(side), side]))
  const ids = new Map<string, number>()
  for (const piece of inChunks([...wanted.values()])) {
    const rows = await trx
      .insertInto('side')
      .values(piece)
      // An update, unlike DO NOTHING, returns the row that was there.
      .onConflict((c) =>
        c
          .columns(['issue_id', 'party_id', 'stance', 'held'])
          .doUpdateSet((eb) => ({ held: eb.ref('excluded.held') })),
      )
      .returning(['id', 'issue_id', 'party_id', 'stance', 'held'])
      .execute()
    for (const row of rows) ids.set(sideKeyOf(row), row.id)
  }
  return ids
}

/** Write claims; one that is there already gets the next version. @returns ids by slug */
export async function saveClaims(trx: Db, rows: readonly Row<ClaimTable>[]): Promise<Ids> {
  const ids = new Map<string, number>()
  for (const piece of inChunks(rows)) {
    const saved = await trx
      .insertInto('claim')
      .values(piece)
      .onConflict((c) =>
        c.columns(['topic_id', 'slug']).doUpdateSet((eb) => ({
          issue_id: eb.ref('excluded.issue_id'),
          party_id: eb.ref('excluded.party_id'),
          person_id: eb.ref('excluded.person_id'),
          position_id: eb.ref('excluded.position_id'),
          value: eb.ref('excluded.value'),
          stance: eb.ref('excluded.stance'),
          bearing: eb.ref('excluded.bearing'),
          form: eb.ref('excluded.form'),
          said: eb.ref('excluded.said'),
          earliest: eb.ref('excluded.earliest'),
          latest: eb.ref('excluded.latest'),
          statement: eb.ref('excluded.statement'),
          condition: eb.ref('excluded.condition'),
          scope_period: eb.ref('excluded.scope_period'),
          scope_earliest: eb.ref('excluded.scope_earliest'),
          scope_latest: eb.ref('excluded.scope_latest'),
          scope_note: eb.ref('excluded.scope_note'),
          hedge: eb.ref('excluded.hedge'),
          withdrawn_reason: eb.ref('excluded.withdrawn_reason'),
          erased: eb.ref('excluded.erased'),
          side_id: eb.ref('excluded.side_id'),
          version: eb.ref('excluded.version'),
        })),
      )
      .returning(['id', 'slug'])
      .execute()
    for (const { id, slug } of saved) ids.set(slug, id)
  }
  return ids
}

/** Where claims stand now, before they are written again: what else has to be derived. */
export async function listClaimPlaces(
  db: Db,
  topicId: number,
  slugs: readonly string[],
): Promise<{ slug: string; issueId: number; partyId: number }[]> {
  if (slugs.length === 0) return []
  return await db
    .selectFrom('claim')
    .where('topic_id', '=', topicId)
    .where('slug', '=', sql<string>`any(${[...slugs]}::text[])`)
    .select(['slug', 'issue_id as issueId', 'party_id as partyId'])
    .execute()
}

export async function replaceCitations(
  trx: Db,
  claimIds: readonly number[],
  rows: readonly Row<CitationTable>[],
): Promise<void> {
  for (const piece of inChunks(claimIds, 10_000)) {
    await trx.deleteFrom('citation').where('claim_id', 'in', piece).execute()
  }
  for (const piece of inChunks(rows)) await trx.insertInto('citation').values(piece).execute()
}

export async function saveSearches(trx: Db, rows: readonly Row<SearchTable>[]): Promise<void> {
  for (const piece of inChunks(rows)) {
    await trx
      .insertInto('search')
      .values(piece)
      .onConflict((c) =>
        c.columns(['issue_id', 'party_id', 'searched_on']).doUpdateSet((eb) => ({
          searched_by: eb.ref('excluded.searched_by'),
          searched_in: eb.ref('excluded.searched_in'),
          result: eb.ref('excluded.result'),
        })),
      )
      .execute()
  }
}

/** Take away what says that somebody looked, where that was withdrawn. */
export async function removeSearches(
  trx: Db,
  rows: readonly Pick<Row<SearchTable>, 'issue_id' | 'party_id' | 'searched_on'>[],
): Promise<void> {
  for (const row of rows)
    await trx
      .deleteFrom('search')
      .where('issue_id', '=', row.issue_id)
      .where('party_id', '=', row.party_id)
      .where('searched_on', '=', row.searched_on)
      .execute()
}

/** Slugs of claims that cite a source. */
export async function listClaimSlugsCiting(
  db: Db,
  topicId: number,
  sourceSlugs: readonly string[],
): Promise<string[]> {
  if (sourceSlugs.length === 0) return []
  const rows = await db
    .selectFrom('citation as q')
    .innerJoin('source as s', 's.id', 'q.source_id')
    .innerJoin('claim as c', 'c.id', 'q.claim_id')
    .where('s.topic_id', '=', topicId)
    .where('s.slug', 'in', sourceSlugs)
    .select('c.slug')
    .distinct()
    .execute()
  return rows.map((r) => r.slug)
}

/** Forget what was derived of claims that are written again: it may belong to another issue by now. */
export async function clearDerived(trx: Db, claimIds: readonly number[]): Promise<void> {
  for (const piece of inChunks(claimIds, 10_000)) {
    await trx
      .deleteFrom('succession')
      .where((eb) => eb.or([eb('claim_id', 'in', piece), eb('successor_id', 'in', piece)]))
      .execute()
    await trx.updateTable('claim').set({ stands_until: null }).where('id', 'in', piece).execute()
  }
}

/** Issues on which one of these parties has a side. */
export async function listIssueIdsOf(
  db: Db,
  topicId: number,
  partySlugs: readonly string[],
): Promise<number[]> {
  if (partySlugs.length === 0) return []
  const rows = await db
    .selectFrom('side as s')
    .innerJoin('party as p', 'p.id', 's.party_id')
    .where('p.topic_id', '=', topicId)
    .where('p.slug', '=', sql<string>`any(${[...partySlugs]}::text[])`)
    .select('s.issue_id')
    .distinct()
    .execute()
  return rows.map((r) => r.issue_id)
}

/**
 * Tell the planner what a bulk load left, in the same transaction. Without it, checking references of
 * and deriving from claims that it believes are few takes time that grows with their square.
 */
export async function refreshStatistics(trx: Db): Promise<void> {
  await sql`analyze claim, side`.execute(trx)
}
