import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { insertEvents } from '#db/queries/judgement.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { paths } from '#server/paths.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { judge, settle } from '#test/support/judged.ts'
import { demo, openInArabic } from '#test/support/looks-in-arabic.ts'

const { slug } = demo.topic

/** Of the owner of tests. */
const keeps = /^Owner$/

const contradictionsOf = async (db: Db) =>
  await db.selectFrom('contradiction').select(['id', 'kind']).orderBy('id').execute()

/** Two reviewers who differ, so that an editor has to settle it. */
async function differ(db: Db, id: number): Promise<void> {
  await judge(db, id, { Аня: 'conflict', Борис: 'no conflict' })
  await settle(db, id, 'under review')
}

describe('in Arabic nothing is said in another language', () => {
  test('about contradictions, to readers', async ({ db }) => {
    const { look } = await openInArabic(db)
    const all = (await contradictionsOf(db)).slice(0, 6)
    expect(all.length).toBe(6)
    await look(paths.contradictions(slug))
    await look(paths.contradictions(slug, { status: 'dismissed' }))
    await look(paths.contradictions(slug, { party: 'russia', status: 'open' }))
    for (const x of all) await look(paths.contradiction(x), { keeps })
    for (const [i, { id }] of all.entries()) {
      if (i % 3 === 0) await judge(db, id, { Аня: 'conflict' })
      if (i % 3 === 1) await judge(db, id, { Аня: 'no conflict' })
      if (i % 3 === 2) await differ(db, id)
    }
    for (const x of all) await look(paths.contradiction(x), { keeps })
    await look(paths.contradictions(slug))
    await look(paths.agreement(slug))
  })

  test('to whoever reviews', async ({ db }) => {
    const { look, send, sendAndLook, owner: by } = await openInArabic(db)
    const [first, second, third] = await contradictionsOf(db)
    if (first === undefined || second === undefined || third === undefined) throw new Error('Few')
    await look(paths.reviewQueue(), { by })
    await look(paths.contradiction(first), { by, keeps })
    const seen = async ({ id }: { id: number }) => (await findSeen(db, id)) ?? ''
    await sendAndLook(paths.reviews(first), { seen: await seen(first), next: 'queue' })
    const flaw = { verdict: 'no conflict', reason: '', note: 'я'.repeat(4001), next: 'queue' }
    await sendAndLook(paths.reviews(first), { seen: await seen(first), ...flaw })
    await sendAndLook(paths.reviews(first), { seen: 'x', verdict: 'conflict' }, { keeps })
    const dismiss = { seen: await seen(first), dismiss: 'both can hold', kind: 'scope' }
    const done = await send(paths.reviews(first), { ...dismiss, next: 'queue' })
    await look(done.headers.get('Location') ?? '', { by })
    await look(paths.contradiction(first), { by, keeps })
    const off = await send(paths.snooze(second), { next: 'queue' })
    await look(off.headers.get('Location') ?? '', { by })
    for (const queue of ['disputed', 'snoozed', 'new-evidence', 'done'])
      await look(paths.reviewQueue({ queue }), { by })
    const [review] = await db.selectFrom('review').select('id').execute()
    if (review === undefined) throw new Error('No review')
    await send(paths.takeBackReview(first, review), { next: 'page' })
    await look(paths.contradiction(first), { by, keeps })
    await differ(db, third.id)
    await look(paths.contradiction(third), { by, keeps })
    await look(paths.reviewQueue({ queue: 'disputed' }), { by, keeps })
    const unsure = { seen: await seen(third), outcome: '', why: '' }
    await sendAndLook(paths.adjudicate(third), unsure, { keeps })
    const settled = { ...unsure, outcome: 'none of these', why: 'Все мимо.' }
    await send(paths.adjudicate(third), settled)
    await look(paths.contradiction(third), { by, keeps })
    await send(paths.takeBackAdjudication(third), { next: 'page' })
    await look(paths.contradiction(third), { by, keeps })
  })

  test('about an act of a rule and a reason that an import brought', async ({ db }) => {
    const { look } = await openInArabic(db)
    const [first] = await contradictionsOf(db)
    if (first === undefined) throw new Error('None')
    await settle(db, first.id, 'confirmed')
    const events = [
      ['Filed by rule.', null, 'open'],
      ['As many reviews agree as the topic asks for now.', 'open', 'confirmed'],
      ['Review taken back: no conflict.', 'confirmed', 'open'],
      ['Review: no conflict (both can hold).', 'open', 'dismissed'],
    ] as const
    const [contradiction_id, happened_at, actor] = [first.id, noon, 'Аня']
    await insertEvents(
      db,
      events.map(([why, from_status, to_status]) => ({
        contradiction_id,
        happened_at,
        actor,
        why,
        from_status,
        to_status,
      })),
    )
    await look(paths.contradiction(first), { keeps })
  })
})
