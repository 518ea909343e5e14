import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findRequestOf } from '#db/queries/erasures.ts'
import { findHead } from '#db/queries/history.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { takeBackReview } from '#server/actions/take-back-review.ts'
import { askErasure } from '#server/actions/ask-erasure.ts'
import { carryOutErasure } from '#server/actions/erase.ts'
import { verifyHistory } from '#server/actions/verify-history.ts'
import type { SignedCheckpoint } from '#server/domain/checkpoint.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import type { HistoryFault } from '#server/domain/history-faults.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aCapture } from '#test/support/a-record.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { SEED, diceOf } from '#test/support/seeded.ts'
import { tamper } from '#test/support/tampering.ts'

/** Edits of the stored trail; `RUNS=2000` for a long run. */
const RUNS = Number(process.env.RUNS ?? 60)

/** A topic in which everything has happened that a history tells of. */
async function aHistory(db: Db) {
  const idOf = await imported(db, aDispute())
  const { app } = anApp({ db })
  await signedIn(app, db)
  const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const reviewer = { accountId, name: 'Owner' }
  const review = async (name: string, verdict: 'conflict' | 'tension') => {
    const contradictionId = idOf(name)
    const seen = (await findSeen(db, contradictionId)) ?? ''
    const note = 'Both speak of the same strikes.'
    return await reviewContradiction(db, {
      contradictionId,
      seen,
      reviewer,
      verdict,
      note,
      now: noon,
    })
  }
  await review('strikes', 'tension')
  await review('strikes', 'conflict')
  const { reviewId } = await review('months', 'conflict')
  await takeBackReview(db, { contradictionId: idOf('months'), reviewId, reviewer, now: noon })
  const { sources, ...rest } = aDispute()
  const [first, ...others] = sources
  const again = first && { ...first, capture: aCapture(`${first.capture?.text} It ended.`) }
  const changed: Dossier = { ...rest, sources: [...(again ? [again] : []), ...others] }
  await importDossier(db, { text: JSON.stringify(changed), file: 'later.json', now: noon })
  const topic = await db.selectFrom('topic').select(['id', 'slug']).executeTakeFirstOrThrow()
  await eraseSome(db, topic.id, accountId)
  return { topic, idOf }
}

/** Words of a claim, a text, the comment of a review and the reason of a decision. */
async function eraseSome(db: Db, topicId: number, accountId: number): Promise<void> {
  const { id: claim } = await db
    .selectFrom('claim')
    .where('slug', '=', 'three')
    .select('id')
    .executeTakeFirstOrThrow()
  const text = await db
    .selectFrom('capture')
    .where('version', '=', 1)
    .select(['source_id as source', 'sha256'])
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const review = await db.selectFrom('review').select('id').orderBy('id').executeTakeFirstOrThrow()
  const { id: status } = await db
    .selectFrom('contradiction_event')
    .where('why', 'is not', null)
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const by = { accountId, name: 'Owner', now: noon }
  for (const [thing, thingId] of [
    ['claim', claim],
    ['source', text.source],
    ['review', review.id],
    ['status', status],
  ] as const) {
    const texts = thing === 'source' ? [text.sha256] : []
    await askErasure(db, { topicId, thing, thingId, texts, reason: 'other', why: 'Asked.', by })
    const request = await findRequestOf(db, thing, thingId)
    await carryOutErasure(db, { requestId: request?.id ?? 0, by })
  }
}

/** Everything that `verify` finds. */
async function faultsOf(db: Db, checkpoints: readonly SignedCheckpoint[] = []) {
  const faults: HistoryFault[] = []
  const verified = await verifyHistory(db, checkpoints, (fault) => faults.push(fault))
  return { faults, ...verified }
}

async function keptCheckpoint(
  db: Db,
  topic: { id: number; slug: string },
): Promise<SignedCheckpoint> {
  const head = await findHead(db, topic.id)
  if (head === undefined) throw new Error('There is no history')
  return { origin: `gainsay.example/t/${topic.slug}`, ...head, signatures: [] }
}

class Undo extends Error {}

/** Run inside a transaction that is then undone. */
async function undone<T>(db: Db, run: (trx: Db) => Promise<T>): Promise<T> {
  const result: T[] = []
  await db
    .transaction()
    .execute(async (trx) => {
      result.push(await run(trx))
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  return result[0] as T
}

describe('the history', () => {
  test('holds every revision, review, end of a review, decision and erasure, in order', async ({
    db,
  }) => {
    await aHistory(db)
    const { rows } = await sql<{ kind: string; rows: number; entries: number }>`
      select kind, (select count(*)::int from history_entry e where e.kind = k.kind) as entries, rows from (
        select 'revision' as kind, count(*)::int as rows from revision
        union all select 'status', count(*)::int from contradiction_event
        union all select 'review', count(*)::int from review
        union all select 'review end', count(replaced_at)::int from review
        union all select 'erasure', count(*)::int from erasure) k`.execute(db)
    for (const row of rows) expect(row.entries, row.kind).toBe(row.rows)
    expect(rows.every((row) => row.rows > 1)).toBe(true)
    const entries = await db.selectFrom('history_entry').select('seq').orderBy('seq').execute()
    expect(entries.map((e) => e.seq)).toEqual(entries.map((_, i) => i + 1))
    const { faults, ...counts } = await faultsOf(db)
    expect(faults).toEqual([])
    expect(counts).toEqual({ topics: 1, entries: entries.length, captures: 4, erased: 4 })
  })

  test(`shows each of ${RUNS} random edits at its place, and nothing once it is undone`, async ({
    db,
  }) => {
    const { topic } = await aHistory(db)
    const kept = await keptCheckpoint(db, topic)
    const made = new Map<string, number>()
    for (let [run, tries] = [0, 0]; run < RUNS; tries++) {
      const found = await undone(db, async (trx) => {
        const edit = await tamper(trx, topic, diceOf(SEED + tries))
        return edit && { edit, faults: (await faultsOf(trx, [kept])).faults }
      })
      if (found === undefined) continue
      run++
      const { edit, faults } = found
      made.set(edit.what, (made.get(edit.what) ?? 0) + 1)
      const told = `SEED=${SEED} try ${tries}: ${edit.what} at ${edit.at.join(', ')}\n${faults.map((f) => `${f.seq}: ${f.says}`).join('\n')}`
      expect(
        faults.some((fault) => edit.at.includes(fault.seq)),
        told,
      ).toBe(true)
    }
    if (RUNS > 60)
      console.info(
        [...made]
          .map(([what, n]) => `${what}: ${n}`)
          .sort()
          .join('\n'),
      )
    expect((await faultsOf(db, [kept])).faults).toEqual([])
  })
})
