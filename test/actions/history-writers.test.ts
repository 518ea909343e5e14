import { describe, expect, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { insertEvents } from '#db/queries/judgement.ts'
import { verifyHistory } from '#server/actions/verify-history.ts'
import { withdrawClaim } from '#server/actions/withdraw-claim.ts'
import type { HistoryFault } from '#server/domain/history-faults.ts'
import { imported } from '#test/support/a-dispute.ts'
import { noon } from '#test/support/app.ts'
import { aDatabase } from '#test/support/database.ts'

const ROUNDS = 4

describe('many who write to one topic', () => {
  test('make one chain: no fork, no gap, nobody waits for ever', async () => {
    const { db, close } = connect({
      url: await aDatabase(),
      maxConnections: 24,
      deadlines: false,
    })
    const idOf = await imported(db)
    const claims = await db.selectFrom('claim').select('id').orderBy('id').execute()
    const before = await db.selectFrom('history_entry').select('seq').execute()
    const writeClaim = async (claimId: number) => {
      for (let version = 1; version <= ROUNDS; version++)
        expect(
          await withdrawClaim(db, {
            claimId,
            version,
            withdraw: version % 2 === 1,
            reason: `Round ${version}.`,
            change: { by: `Writer ${claimId}`, now: noon },
          }),
        ).toBe('saved')
    }
    const log = async (issue: string) => {
      for (let round = 0; round < ROUNDS; round++) {
        const event = { contradiction_id: idOf(issue), happened_at: noon, actor: issue }
        const row = { ...event, from_status: 'open', to_status: 'under review', why: `${round}` }
        await db.transaction().execute(async (trx) => {
          // Its statement long before its commit: whoever commits first comes first.
          await insertEvents(trx, [row])
          await new Promise((resolve) => setTimeout(resolve, 5))
          await insertEvents(trx, [{ ...row, why: `${round} again` }])
        })
      }
    }
    await Promise.all([
      ...claims.map(async ({ id }) => await writeClaim(id)),
      ...['strikes', 'months', 'leader', 'talks', 'border'].map(log),
    ])
    const faults: HistoryFault[] = []
    const { entries } = await verifyHistory(db, [], (fault) => faults.push(fault))
    expect(faults).toEqual([])
    const written = claims.length * ROUNDS + 5 * ROUNDS * 2
    expect(entries).toBeGreaterThanOrEqual(before.length + written)
    const pairs = await db
      .selectFrom('history_entry as e')
      .innerJoin('contradiction_event as s', 's.id', 'e.ref_id')
      .where('e.kind', '=', 'status')
      .where('s.to_status', '=', 'under review')
      .select(['e.seq', 's.actor', 's.why'])
      .orderBy('e.seq')
      .execute()
    // Those of one transaction stand side by side, in the order they were written.
    const seconds = pairs.filter((_, i) => i % 2 === 1)
    expect(seconds).toEqual(
      pairs
        .filter((_, i) => i % 2 === 0)
        .map(({ seq, actor, why }) => ({ seq: seq + 1, actor, why: `${why} again` })),
    )
    await close()
  })
})
