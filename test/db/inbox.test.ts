import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { countUnread, findInbox, listInbox, saveRead } from '#db/queries/inbox.ts'
import { type FollowedKind, partOf } from '#server/domain/recorded-changes.ts'
import { imported } from '#test/support/a-dispute.ts'
import { later } from '#test/support/app.ts'
import { anAccount } from '#test/support/an-account.ts'
import { test } from '#test/support/database.ts'
import { changeClaim, review, withdraw } from '#test/support/following.ts'
import { SEED, diceOf } from '#test/support/seeded.ts'

interface Happened {
  readonly key: string
  readonly at: Date
  readonly by: number | null
  /** Whatever follows one of these is told. */
  readonly under: ReadonlySet<string>
}

/** What happened, by going through the whole record, with all that it belongs to. */
async function listEverything(db: Db): Promise<Happened[]> {
  const claims = await db.selectFrom('claim').selectAll().execute()
  const revisions = await db.selectFrom('revision').selectAll().execute()
  const contradictions = await db.selectFrom('contradiction').selectAll().execute()
  const sides = new Map(
    (await db.selectFrom('side').selectAll().execute()).map((s) => [s.id, s.party_id]),
  )
  const events = await db.selectFrom('contradiction_event').selectAll().execute()
  const ofClaims = revisions.flatMap((r): Happened[] => {
    const claim = claims.find((c) => r.entity === 'claim' && c.slug === r.slug)
    if (claim === undefined) return []
    const of = contradictions.filter((x) => [x.side_a_id, x.side_b_id].includes(claim.side_id ?? 0))
    const under = [
      `topic ${claim.topic_id}`,
      `party ${claim.party_id}`,
      `issue ${claim.issue_id}`,
      ...of.map((x) => `contradiction ${x.id}`),
    ]
    const key = `claim ${claim.id} v${r.version}`
    return [{ key, at: r.made_at, by: r.account_id, under: new Set(under) }]
  })
  const ofContradictions = contradictions.flatMap((x): Happened[] => {
    const parties = [x.side_a_id, x.side_b_id].map((side) => `party ${sides.get(side)}`)
    const under = new Set([
      `topic ${x.topic_id}`,
      `issue ${x.issue_id}`,
      `contradiction ${x.id}`,
      ...parties,
    ])
    const settled = new Set<string | null>(['confirmed', 'dismissed'])
    const logged = events
      .filter((e) => e.contradiction_id === x.id)
      .filter(
        (e) => e.from_status === null || settled.has(e.to_status) || settled.has(e.from_status),
      )
      .map((e) => ({ key: `x ${x.id} e${e.id}`, at: e.happened_at, by: e.account_id, under }))
    const isTold = x.resolved_on !== null && x.status !== 'dismissed'
    const key = `x ${x.id} resolved-${x.resolved_on}`
    return isTold ? [...logged, { key, at: x.resolved_at ?? new Date(0), by: null, under }] : logged
  })
  return [...ofClaims, ...ofContradictions]
}

test('an inbox is what a walk through the whole record finds, whatever is followed', async ({
  db,
}) => {
  const dice = diceOf(SEED)
  const id = await imported(db)
  const people = await Promise.all(
    ['Ana', 'Bo', 'Cy'].map(async (name) => (await anAccount(db, { name })).accountId),
  )
  const things: [FollowedKind, number][] = [
    ['topic', 1],
    ...(await db.selectFrom('party').select('id').execute()).map((p) => ['party', p.id] as const),
    ...(await db.selectFrom('issue').select('id').execute()).map((i) => ['issue', i.id] as const),
    ...(await db.selectFrom('contradiction').select('id').execute()).map(
      (x) => ['contradiction', x.id] as const,
    ),
  ].map(([kind, thing]) => [kind as FollowedKind, Number(thing)])

  let minute = 0
  const now = () => later(++minute)
  const issues = ['strikes', 'months', 'leader', 'talks', 'border']
  for (let i = 0; i < 25; i++) {
    const accountId = dice.pick(people)
    const slug = dice.pick(['only', 'every', 'three', 'six', 'border-a', 'border-g'])
    if (dice.chance(0.4)) await changeClaim(db, slug, { statement: `Said ${i}.` }, now())
    else if (dice.chance(0.5))
      await withdraw(db, slug, { withdraw: dice.chance(0.6), accountId, now: now() }).catch(
        () => {},
      )
    else
      await review(db, id(dice.pick(issues)), {
        accountId,
        verdict: dice.pick(['conflict', 'tension', 'cannot tell'] as const),
        now: now(),
        // Whoever put a claim back has a part in it, and may not review it.
      }).catch(() => {})
  }
  const all = await listEverything(db)
  expect(all.length).toBeGreaterThan(30)

  for (const accountId of people)
    for (let round = 0; round < 8; round++) {
      await db.deleteFrom('follow').where('account_id', '=', accountId).execute()
      const follows = dice.some(things, dice.pick([0.1, 0.3, 0.9])).map(([kind, thing_id]) => ({
        kind,
        thing_id,
        account_id: accountId,
        topic_id: 1,
        followed_at: later(dice.int(minute + 1)),
      }))
      if (follows.length > 0) await db.insertInto('follow').values(follows).execute()
      const readAt = later(dice.int(minute + 1))
      await db.updateTable('account').set({ inbox_read_at: null }).execute()
      if (dice.chance(0.7)) await saveRead(db, accountId, readAt)
      const { readAt: kept, ...state } = await findInbox(db, { accountId, role: 'reader' })

      const wanted = all
        .filter(({ by }) => by !== accountId)
        .filter(({ at, under }) =>
          follows.some((f) => under.has(`${f.kind} ${f.thing_id}`) && f.followed_at < at),
        )
      const unread = wanted.filter(({ at }) => kept === null || at > kept)
      const page = { page: 1, size: 1000 }
      const entries = await listInbox(db, { accountId, role: 'reader' }, page)
      const found = entries.map(({ change }) =>
        'claimId' in change
          ? `claim ${change.claimId} ${partOf(change)}`
          : `x ${change.contradictionId} ${partOf(change)}`,
      )
      expect([...found].sort()).toEqual(wanted.map(({ key }) => key).sort())
      const times = entries.map(({ change }) => change.at.getTime())
      expect(times).toEqual([...times].sort((a, b) => b - a))
      expect(state).toEqual({
        total: wanted.length,
        unread: unread.length,
        newest: times[0] === undefined ? null : new Date(times[0]),
      })
      expect(await countUnread(db, { accountId, role: 'reader' })).toBe(unread.length)
    }
})
