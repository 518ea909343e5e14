import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { type Db, connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { insertReviews } from '#db/queries/judgement.ts'
import { verifyHistory } from '#server/actions/verify-history.ts'
import type { HistoryFault } from '#server/domain/history-faults.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { test } from '#test/support/database.ts'
import { inDatabase, onServer } from '#test/support/global-setup.ts'

const HISTORY = '2026-11-27-history'

/** What was there before the history was a chain. */
const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < HISTORY))

/** A database as an earlier release left it, with the rows of `db`. @returns its URL */
async function anOlderDatabase(db: Db): Promise<string> {
  const name = `${inject('template')}_older_${Math.random().toString(36).slice(2, 8)}`
  await onServer(inject('serverUrl'), `create database ${name}`)
  const url = inDatabase(inject('serverUrl'), name)
  await migrate(url, earlier)
  const { db: older, close } = connect({ url })
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and not starts_with(tablename, 'kysely')`.execute(older)
  const all = new Map<string, string>()
  for (const { name: table } of tables) {
    const { rows } = await sql<{ all: string }>`
      select coalesce(json_agg(t), '[]')::text as all from ${sql.table(table)} t`.execute(db)
    all.set(table, rows[0]?.all ?? '[]')
  }
  await older.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const [table, rows] of all)
      await sql`insert into ${sql.table(table)} overriding system value
        select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`.execute(
        trx,
      )
    await sql`select setval(pg_get_serial_sequence(table_name, 'id'), 10000)
      from information_schema.columns
      where table_schema = 'public' and column_name = 'id' and is_identity = 'YES'`.execute(trx)
  })
  await close()
  return url
}

/** A dispute on record with a review that was replaced at a time before everything else. */
async function aPast(db: Db): Promise<void> {
  const idOf = await imported(db)
  const early = { reviewed_at: new Date('2020-01-01'), replaced_at: new Date('2020-01-02') }
  const review = { contradiction_id: idOf('strikes'), reviewer: 'Ana', kind: null, note: null }
  await insertReviews(db, [
    { ...review, verdict: 'no conflict', reason: 'misquotation', ...early },
    { ...review, verdict: 'conflict', reason: null, ...early, replaced_at: null },
  ])
}

async function faultsIn(db: Db): Promise<HistoryFault[]> {
  const faults: HistoryFault[] = []
  await verifyHistory(db, [], (fault) => faults.push(fault))
  return faults
}

describe('a database from before the history was a chain', () => {
  test('is chained by the start that brings it up to date: by time, then by id', async ({ db }) => {
    await aPast(db)
    const url = await anOlderDatabase(db)
    expect(await migrate(url)).toEqual(Object.keys(migrations).filter((name) => name >= HISTORY))
    const older = connect({ url })
    expect(await faultsIn(older.db)).toEqual([])
    const kinds = await older.db
      .selectFrom('history_entry')
      .select(['seq', 'kind', 'ref_id'])
      .orderBy('seq')
      .execute()
    expect(kinds.slice(0, 4).map((e) => e.kind)).toEqual([
      'review',
      'review',
      'review end',
      'revision',
    ])
    const revisions = kinds.filter((e) => e.kind === 'revision').map((e) => e.ref_id)
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
    const { rows } = await sql<{ rows: number }>`
      select ((select count(*) from revision) + (select count(*) from contradiction_event)
        + (select count(*) + count(replaced_at) from review))::int as rows`.execute(older.db)
    expect(kinds).toHaveLength(rows[0]?.rows ?? 0)
    await older.close()
  })

  test('is chained once, by one of those that start, and goes on from there', async ({ db }) => {
    await aPast(db)
    const url = await anOlderDatabase(db)
    await Promise.all([migrate(url), migrate(url), migrate(url)])
    const older = connect({ url })
    const before = await older.db.selectFrom('history_entry').selectAll().orderBy('seq').execute()
    await migrate(url)
    await imported(older.db, { ...aDispute(), topic: { ...aDispute().topic, title: 'Later' } })
    const after = await older.db.selectFrom('history_entry').selectAll().orderBy('seq').execute()
    expect(after.slice(0, -1)).toEqual(before)
    expect(after).toHaveLength(before.length + 1)
    expect(await faultsIn(older.db)).toEqual([])
    await older.close()
  })

  test('refuses changes of what is past again, once it is chained', async ({ db }) => {
    await aPast(db)
    const url = await anOlderDatabase(db)
    await migrate(url)
    const older = connect({ url })
    for (const change of [
      sql`update revision set why = 'Other'`,
      sql`update contradiction_event set why = 'Other'`,
      sql`update review set note = 'Other'`,
      sql`update review set replaced_at = null where replaced_at is not null`,
      sql`delete from review`,
      sql`update history_entry set seq = seq + 1000`,
      sql`delete from history_entry`,
    ])
      await expect(change.execute(older.db)).rejects.toThrow('is append-only')
    await expect(
      sql`insert into contradiction_event (contradiction_id, happened_at, actor, to_status)
        select id, now(), 'Nobody', 'open' from contradiction limit 1`.execute(older.db),
    ).rejects.toThrow(/status \d+ came without its leaf/)
    await older.close()
  })
})
