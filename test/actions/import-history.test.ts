import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findContradiction } from '#db/queries/contradictions.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aReply } from '#test/support/a-reply.ts'
import { anAccount } from '#test/support/an-account.ts'
import { aForm, anApp, later, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

/** The dispute, changed once, one contradiction of it settled, and brought with its history to an empty site. */
async function moved(db: Db): Promise<{ before: unknown; after: unknown }> {
  const dispute = aDispute()
  const replies = [aReply({ slug: 'r', claim: 'only' })]
  await imported(db, { ...dispute, replies })
  const claims = dispute.claims.map((claim) => ({ ...claim, hedge: 'may' }))
  const idOf = await imported(db, { ...dispute, claims, replies }, later(5))
  const rosa = await anAccount(db, { name: 'Rosa', role: 'reviewer' })
  await reviewContradiction(db, {
    contradictionId: idOf('border'),
    seen: (await findSeen(db, idOf('border'))) ?? '',
    reviewer: rosa,
    verdict: 'conflict',
    reason: undefined,
    now: later(10),
  })
  const before = await rowsOf(db)
  const text = await exportDossier(db, 'strait', 'operators')
  await sql`truncate topic, side_span, succession, contradiction, side, claim, revision, history_entry
    restart identity cascade`.execute(db)
  await importDossier(db, { text, file: 'strait.json', now: later(90) })
  return { before, after: await rowsOf(db) }
}

/** What rows say of when they were recorded, and what a decision covers. */
async function rowsOf(db: Db) {
  const of = (table: 'claim' | 'reply') =>
    db.selectFrom(table).select(['slug', 'version', 'recorded_at']).orderBy('slug').execute()
  const ids = await db.selectFrom('contradiction').select('id').orderBy('id').execute()
  const found = await Promise.all(ids.map(async ({ id }) => await findContradiction(db, id)))
  const judged = found.map((x) => `${x?.issue.slug} ${x?.kind} ${x?.status} ${x?.newEvidence}`)
  return { claims: await of('claim'), replies: await of('reply'), judged: judged.sort() }
}

test('what comes with its history is as old, and in the version, as it was', async ({ db }) => {
  const { before, after } = await moved(db)
  expect(after).toEqual(before)
})

test('what came with its history can be withdrawn and put back', async ({ db }) => {
  await moved(db)
  const { app } = anApp({ db })
  const { Cookie, csrf } = await signedIn(app, db)
  const { id } = await db
    .selectFrom('claim')
    .where('slug', '=', 'only')
    .select('id')
    .executeTakeFirstOrThrow()
  const path = paths.withdrawClaim({ id })
  const form = await (await app.request(path, { headers: { Cookie } })).text()
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
  const answer = await app.request(path, aForm({ csrf, version, why: 'Misread.' }, { Cookie }))
  expect([version, answer.status]).toEqual(['2', 303])
})

test('a claim that is answered by a value takes no position any more', async ({ db }) => {
  const dispute = aDispute()
  await imported(db, dispute)
  const claims = dispute.claims.map(({ position, ...claim }) =>
    claim.slug === 'only'
      ? { ...claim, issue: 'months', value: { min: 1, max: 2 } }
      : { ...claim, ...(position === undefined ? {} : { position }) },
  )
  await imported(db, { ...dispute, claims }, later(5))
  const stored = await db
    .selectFrom('claim')
    .where('slug', '=', 'only')
    .select(['position_id', 'value'])
    .executeTakeFirstOrThrow()
  expect(stored).toEqual({ position_id: null, value: { min: 1, max: 2 } })
})
