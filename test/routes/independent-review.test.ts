import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { insertRevisions, listWritten } from '#db/queries/revisions.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Role } from '#server/domain/access.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { encodeId, paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { manyContradictions } from '#test/support/many-contradictions.ts'

const textOf = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const SECRET = 'Seen only by whoever has decided'

/** A topic that takes two reviews, with two reviewers, an editor and a reader without an account. */
async function aDesk(db: Db, dossier: Dossier = aDispute(), reviewsToSettle: 1 | 2 = 2) {
  const idOf = await imported(db, { ...dossier, topic: { ...dossier.topic, reviewsToSettle } })
  const { app } = anApp({ db })
  const enter = async (name: string, role: Role) => {
    const { Cookie, csrf, accountId } = await signedInAs(app, db, { name, role })
    const read = async (path: string) =>
      await (await app.request(path, { headers: { Cookie } })).text()
    const post = async (path: string, fields: Record<string, string>) =>
      await app.request(path, aForm({ csrf, ...fields }, { Cookie }))
    const send = async (path: string, issue: string, fields: Record<string, string>) =>
      await post(path, { seen: (await findSeen(db, idOf(issue))) ?? '', ...fields })
    return {
      accountId,
      Cookie,
      read,
      post,
      review: async (issue: string, fields: Record<string, string>) =>
        await send(paths.reviews({ id: idOf(issue) }), issue, fields),
      settle: async (issue: string, fields: Record<string, string>) =>
        await send(paths.adjudicate({ id: idOf(issue) }), issue, fields),
      counts: async () => {
        const text = textOf(await read(paths.reviewQueue()))
        return ['Open', 'Disputed', 'Put off', 'New evidence', 'Done'].map((queue) =>
          Number(new RegExp(`${queue} (\\d+)`).exec(text)?.[1]),
        )
      },
    }
  }
  const statusOf = async (issue: string) =>
    (
      await db
        .selectFrom('contradiction')
        .where('id', '=', idOf(issue))
        .select('status')
        .executeTakeFirstOrThrow()
    ).status
  const asReader = async (path: string) => textOf(await (await app.request(path)).text())
  return {
    idOf,
    statusOf,
    asReader,
    ana: await enter('Ana Alder', 'reviewer'),
    bo: await enter('Bo Birch', 'reviewer'),
    ed: await enter('Ed Elm', 'editor'),
  }
}

describe('two independent reviews', () => {
  test('settle a contradiction when they agree; neither sees the other’s before', async ({
    db,
  }) => {
    const { ana, bo, statusOf, idOf, asReader } = await aDesk(db)
    const page = paths.contradiction({ id: idOf('strikes') })
    await ana.review('strikes', { verdict: 'conflict', note: SECRET })
    expect(await statusOf('strikes')).toBe('under review')
    expect([await ana.counts(), await bo.counts()]).toEqual([
      [4, 0, 0, 0, 1],
      [5, 0, 0, 0, 0],
    ])
    for (const path of [page, paths.reviews({ id: idOf('strikes') }), paths.reviewQueue()]) {
      expect(await bo.read(path), path).not.toContain(SECRET)
      expect(textOf(await bo.read(path)), path).not.toContain('of 100')
    }
    expect(await asReader(page)).not.toContain(SECRET)
    expect(await ana.read(page)).toContain(SECRET)
    await bo.review('strikes', { verdict: 'tension' })
    expect(await statusOf('strikes')).toBe('confirmed')
    expect(await asReader(page)).toContain('Confirmed by 2 reviewers')
    expect(await asReader(page)).toContain(SECRET)
  })

  test('that differ are for an editor, who sees both and settles with reasons', async ({ db }) => {
    const { ana, bo, ed, statusOf, idOf, asReader } = await aDesk(db)
    await ana.review('strikes', { verdict: 'conflict', note: SECRET })
    await bo.review('strikes', { dismiss: 'both can hold' })
    expect(await statusOf('strikes')).toBe('under review')
    expect([await ana.counts(), await ed.counts()]).toEqual([
      [4, 1, 0, 0, 0],
      [4, 1, 0, 0, 0],
    ])
    const seen = await ed.read(paths.reviewQueue({ queue: 'disputed' }))
    expect(textOf(seen)).toContain('Reviewers differ')
    expect(seen).toContain(SECRET)
    expect(seen).toContain('Bo Birch')
    const why = 'The two speak of different months.'
    const settled = await ed.settle('strikes', {
      outcome: 'no conflict',
      reason: 'different scope',
      why,
    })
    expect(settled.status).toBe(303)
    expect(await statusOf('strikes')).toBe('dismissed')
    const told = await asReader(paths.contradiction({ id: idOf('strikes') }))
    expect(told).toMatch(
      /Dismissed by the editor Ed Elm on 24 November 2026 , where 2 reviewers differed/,
    )
    expect(told).toContain(`Settled by an editor: no conflict (different scope). ${why}`)
    expect(await ana.counts()).toEqual([4, 0, 0, 0, 1])
  })

  test('stay settled by the editor whatever reviewers say next, until that is taken back', async ({
    db,
  }) => {
    const { ana, bo, ed, statusOf, idOf } = await aDesk(db)
    await ana.review('strikes', { verdict: 'conflict' })
    await bo.review('strikes', { dismiss: 'both can hold' })
    await ed.settle('strikes', { outcome: 'conflict', why: 'Ana is right.' })
    await bo.review('strikes', { verdict: 'cannot tell' })
    expect(await statusOf('strikes')).toBe('confirmed')
    const undo = paths.takeBackAdjudication({ id: idOf('strikes') })
    expect((await ed.post(undo, {})).status).toBe(303)
    expect(await statusOf('strikes')).toBe('under review')
    expect((await ed.post(undo, {})).status).toBe(303)
    expect((await bo.post(undo, {})).status).toBe(403)
  })

  test('are set aside where none of them fits, and given again', async ({ db }) => {
    const { ana, bo, ed, statusOf } = await aDesk(db)
    await ana.review('strikes', { verdict: 'conflict' })
    await bo.review('strikes', { dismiss: 'both can hold' })
    await ed.settle('strikes', { outcome: 'none of these', why: 'Read the transcript.' })
    expect(await statusOf('strikes')).toBe('open')
    expect([await ana.counts(), await bo.counts()]).toEqual([
      [5, 0, 0, 0, 0],
      [5, 0, 0, 0, 0],
    ])
    await ana.review('strikes', { verdict: 'conflict' })
    await bo.review('strikes', { verdict: 'conflict' })
    expect(await statusOf('strikes')).toBe('confirmed')
  })

  test('are settled by editors alone, with reasons, on what they saw, and only where they differ', async ({
    db,
  }) => {
    const { ana, bo, ed, statusOf, idOf } = await aDesk(db)
    const early = await ed.settle('strikes', { outcome: 'conflict', why: 'Obvious.' })
    expect([early.status, (await early.text()).includes('Nothing was saved')]).toEqual([409, true])
    await ana.review('strikes', { verdict: 'conflict' })
    const seen = (await findSeen(db, idOf('strikes'))) ?? ''
    await bo.review('strikes', { dismiss: 'both can hold' })
    const stale = await ed.settle('strikes', { outcome: 'conflict', why: 'Kept words', seen })
    expect([stale.status, (await stale.text()).includes('Kept words')]).toEqual([409, true])
    const cases = [
      [{ outcome: 'conflict', why: '' }, 'Give your reasons'],
      [{ outcome: 'no conflict', why: 'x' }, 'Give the reason why this is no conflict'],
      [{ why: 'x' }, 'Choose what you decide'],
    ] as const
    for (const [fields, says] of cases) {
      const answer = await ed.settle('strikes', fields)
      expect([answer.status, (await answer.text()).includes(says)]).toEqual([422, true])
    }
    expect((await ana.settle('strikes', { outcome: 'conflict', why: 'x' })).status).toBe(403)
    expect(await statusOf('strikes')).toBe('under review')
  })

  test('once settled by an editor, come back from a dossier as they were', async ({ db }) => {
    const { ana, bo, ed, idOf } = await aDesk(db)
    await ana.review('strikes', { verdict: 'conflict' })
    await bo.review('strikes', { dismiss: 'both can hold' })
    await ed.settle('strikes', { outcome: 'conflict', why: 'Ana is right.' })
    const exported = await exportDossier(db, 'strait', 'readers')
    expect(exported).toContain('"adjudicated": true')
    const { history: _, ...rest } = JSON.parse(exported) as Dossier
    const copied = { ...rest, topic: { ...rest.topic, slug: 'copy' } }
    await importDossier(db, { text: JSON.stringify(copied), file: 'copy.json', now: noon })
    const told = async (slug: string) => {
      const all = JSON.parse(await exportDossier(db, slug, 'readers')) as Dossier
      return [all.contradictions, all.reviews, all.topic.reviewsToSettle]
    }
    expect(await told('copy')).toEqual(await told('strait'))
    const copy = await db
      .selectFrom('contradiction')
      .where('id', '<>', idOf('strikes'))
      .where('status', '=', 'confirmed')
      .select('id')
      .executeTakeFirstOrThrow()
    const again = { seen: (await findSeen(db, copy.id)) ?? '', dismiss: 'translation' }
    await bo.post(paths.reviews(copy), again)
    const { status } = await db
      .selectFrom('contradiction')
      .where('id', '=', copy.id)
      .select('status')
      .executeTakeFirstOrThrow()
    expect(status).toBe('confirmed')
  })
})

describe('a reviewer’s queue', () => {
  test('leaves out what they recorded, and says so', async ({ db }) => {
    const { ana, idOf } = await aDesk(db)
    const side = await db
      .selectFrom('contradiction')
      .where('id', '=', idOf('strikes'))
      .select('side_a_id')
      .executeTakeFirstOrThrow()
    const claim = await db
      .selectFrom('claim')
      .where('side_id', '=', side.side_a_id)
      .select(['topic_id', 'slug'])
      .limit(1)
      .executeTakeFirstOrThrow()
    const { topic_id: topicId, slug } = claim
    const made = { madeAt: noon, madeBy: 'Ana Alder', accountId: ana.accountId, why: 'Corrected.' }
    const written = (await listWritten(db, topicId, 'claim', [slug])).get(slug)
    const after = written?.after
    await insertRevisions(db, { topicId, entity: 'claim', ...made }, [
      { slug, version: (written?.version ?? 0) + 1, before: after, after },
    ])
    expect(await ana.counts()).toEqual([4, 0, 0, 0, 0])
    expect(textOf(await ana.read(paths.reviewQueue()))).toContain(
      '1 contradiction more waits for somebody else',
    )
    const refused = await ana.review('strikes', { verdict: 'conflict' })
    expect([refused.status, await refused.text()]).toMatchObject([
      403,
      expect.stringContaining('another reviewer must decide it'),
    ])
    const page = textOf(await ana.read(paths.contradiction({ id: idOf('strikes') })))
    expect(page).toContain('somebody else has to review it')
  })

  test('puts off what they put off, for a week, and for nobody else', async ({ db }) => {
    const { ana, bo, idOf } = await aDesk(db)
    const strikes = { id: idOf('strikes') }
    const answer = await ana.post(paths.snooze(strikes), { next: 'queue', queue: 'open' })
    expect(answer.headers.get('Location')).toBe(`/review?queue=open&done=${encodeId(strikes.id)}`)
    expect(textOf(await ana.read(answer.headers.get('Location') ?? ''))).toContain(
      'Put off until 1 December 2026',
    )
    expect([await ana.counts(), await bo.counts()]).toEqual([
      [4, 0, 1, 0, 0],
      [5, 0, 0, 0, 0],
    ])
    const later = anApp({ db, now: () => new Date(noon.getTime() + 7 * 24 * 60 * 60_000) }).app
    const page = await later.request(paths.reviewQueue(), { headers: { Cookie: ana.Cookie } })
    expect(textOf(await page.text())).toContain('Put off 0')
    await ana.post(paths.endSnooze(strikes), { next: 'queue' })
    expect(await ana.counts()).toEqual([5, 0, 0, 0, 0])
  })

  test('has an order of its own among what ranks alike, and all of it', async ({ db }) => {
    const { ana, bo } = await aDesk(db, manyContradictions(24), 1)
    const orderOf = async (who: typeof ana) => {
      const seen: string[] = []
      for (let path = paths.reviewQueue(); path !== '';) {
        const page = await who.read(path)
        const id = /action="\/x\/(\w+)\/reviews"/.exec(page)?.[1]
        if (id === undefined) break
        seen.push(id)
        path = /href="([^"]+)" data-key="s"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
      }
      return seen
    }
    const [one, other] = [await orderOf(ana), await orderOf(bo)]
    expect(one).toHaveLength(24)
    expect(one).not.toEqual(other)
    expect([...one].sort()).toEqual([...other].sort())
    expect(await orderOf(ana)).toEqual(one)
  })

  test('holds no topic that they may not see', async ({ db }) => {
    const { ana, ed } = await aDesk(db)
    await db.updateTable('topic').set({ visibility: 'private' }).execute()
    expect(await ana.counts()).toEqual([0, 0, 0, 0, 0])
    expect(await ed.counts()).toEqual([0, 0, 0, 0, 0])
    expect(await ana.read(paths.home)).not.toContain('wait for your review')
  })
})

test('a dismissal is one request: the button says why', async ({ db }) => {
  const { ana, statusOf, idOf } = await aDesk(db, aDispute(), 1)
  expect((await ana.review('strikes', { dismiss: 'misquotation', note: 'See p. 3' })).status).toBe(
    303,
  )
  expect(await statusOf('strikes')).toBe('dismissed')
  const page = textOf(await ana.read(paths.contradiction({ id: idOf('strikes') })))
  expect(page).toContain('Dismissed by 1 reviewer on 24 November 2026 : a misquotation')
  expect((await ana.review('months', { dismiss: 'because' })).status).toBe(422)
})
