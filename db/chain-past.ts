import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { SALT_BYTES, leafOf } from '#server/domain/history-chain.ts'
import type { Db } from './connect.ts'
import { type HistoryRef, listContents } from './queries/history.ts'

/** Rows in one step: what is in memory at a time. */
const STEP = 1000

/**
 * Chain what was on record before there was a chain, once in the life of a database: topic by topic, in
 * order of time, then of id. The migration leaves a note; whoever takes it does the work, and others
 * that start meanwhile wait for them. Leaves are of canonical JSON, so this is no matter for SQL.
 *
 * Rows that tell of the past refuse every change: here they get their salts and leaves, with the
 * triggers off, which other connections do not see.
 */
export async function chainPast(db: Db): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('history_entry') is not null as there`.execute(db)
  if (rows[0]?.there !== true) return
  await db.transaction().execute(async (trx) => {
    const note = await trx
      .deleteFrom('setting')
      .where('name', '=', 'history-to-chain')
      .returning('name')
      .executeTakeFirst()
    if (note === undefined) return
    const topics = await trx.selectFrom('topic').select('id').orderBy('id').execute()
    await switchTriggers(trx, 'disable')
    for (const { id } of topics) await chainTopic(trx, id)
    await switchTriggers(trx, 'enable')
  })
}

async function switchTriggers(trx: Db, to: 'disable' | 'enable'): Promise<void> {
  const verb = to === 'disable' ? sql`disable` : sql`enable`
  await sql`alter table revision ${verb} trigger revision_is_append_only`.execute(trx)
  await sql`alter table contradiction_event ${verb} trigger contradiction_event_is_append_only`.execute(
    trx,
  )
  await sql`alter table review ${verb} trigger review_ends_once`.execute(trx)
  await sql`alter table review ${verb} trigger review_end_is_chained`.execute(trx)
}

async function chainTopic(trx: Db, topicId: number): Promise<void> {
  await sql`
    create temporary table to_chain on commit drop as
    select row_number() over (order by at, place, ref_id) as n, kind, ref_id from (
      select made_at as at, 1 as place, 'revision' as kind, id as ref_id
        from revision where topic_id = ${topicId}
      union all select e.happened_at, 2, 'status', e.id
        from contradiction_event e join contradiction x on x.id = e.contradiction_id
        where x.topic_id = ${topicId}
      union all select r.reviewed_at, 3, 'review', r.id
        from review r join contradiction x on x.id = r.contradiction_id
        where x.topic_id = ${topicId}
      union all select r.replaced_at, 4, 'review end', r.id
        from review r join contradiction x on x.id = r.contradiction_id
        where x.topic_id = ${topicId} and r.replaced_at is not null
    ) past`.execute(trx)
  for (let done = 0; ; done += STEP) {
    const { rows } = await sql<HistoryRef>`
      select kind, ref_id from to_chain where n > ${done} and n <= ${done + STEP} order by n`.execute(
      trx,
    )
    if (rows.length === 0) break
    await chainRows(trx, topicId, rows)
  }
  await sql`drop table to_chain`.execute(trx)
}

async function chainRows(trx: Db, topicId: number, refs: readonly HistoryRef[]): Promise<void> {
  const contents = await listContents(trx, topicId, refs)
  const sealed = refs.map((ref) => {
    const content = contents(ref.kind, ref.ref_id)?.content
    if (content === undefined) throw new Error(`The ${ref.kind} ${ref.ref_id} cannot be read`)
    const salt = randomBytes(SALT_BYTES)
    return { ...ref, salt, leaf: leafOf(salt, content) }
  })
  for (const { kind, table, salt, leaf } of columns) {
    const own = sealed.filter((row) => row.kind === kind)
    if (own.length === 0) continue
    await sql`
      update ${sql.table(table)} t set ${sql.ref(salt)} = s.salt, ${sql.ref(leaf)} = s.leaf
      from unnest(${own.map((r) => r.ref_id)}::int[], ${own.map((r) => r.salt)}::bytea[],
        ${own.map((r) => r.leaf)}::bytea[]) as s (id, salt, leaf)
      where t.id = s.id`.execute(trx)
  }
  await sql`
    select append_history(${topicId}, ${sealed.map((r) => r.kind)}::text[],
      ${sealed.map((r) => r.ref_id)}::int[], ${sealed.map((r) => r.leaf)}::bytea[])`.execute(trx)
}

const columns = [
  { kind: 'revision', table: 'revision', salt: 'salt', leaf: 'leaf' },
  { kind: 'status', table: 'contradiction_event', salt: 'salt', leaf: 'leaf' },
  { kind: 'review', table: 'review', salt: 'salt', leaf: 'leaf' },
  { kind: 'review end', table: 'review', salt: 'end_salt', leaf: 'end_leaf' },
] as const
