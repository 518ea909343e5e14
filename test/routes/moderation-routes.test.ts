import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import type { Role } from '#server/domain/access.ts'
import { type ModerationKind, moderationKinds } from '#server/domain/moderation.ts'
import { encodeId, paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { aReply } from '#test/support/a-reply.ts'
import { textOf } from '#test/support/a-record.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const LOG = paths.topicModeration('strait')
const SECRET = 'They speak of different months'

interface Told {
  readonly total: number
  readonly entries: readonly {
    entry: number
    by: string
    kind: ModerationKind
    thing: string
    name: string
    address: string | null
    outcome: string | null
    reason: string | null
    changes: { label: string; from: string; to: string }[]
  }[]
}

/** A topic of two reviews with a reply in it, two reviewers, an editor and a contributor. */
async function aDesk(db: Db, visibility: 'public' | 'private' = 'public') {
  const town = aDispute({ visibility })
  const replies = [aReply({ slug: 'r', claim: 'only' })]
  const idOf = await imported(db, {
    ...town,
    replies,
    topic: { ...town.topic, reviewsToSettle: 2 },
  })
  const { app } = anApp({ db })
  const enter = async (name: string, role: Role) => {
    const { Cookie, csrf } = await signedInAs(app, db, { name, role })
    const post = async (path: string, fields: Record<string, string>) =>
      await app.request(path, aForm({ csrf, ...fields }, { Cookie }))
    const decide = async (path: string, issue: string, fields: Record<string, string>) =>
      await post(path, { seen: (await findSeen(db, idOf(issue))) ?? '', ...fields })
    return {
      Cookie,
      post,
      review: async (issue: string, fields: Record<string, string>) =>
        await decide(paths.reviews({ id: idOf(issue) }), issue, fields),
      settle: async (issue: string, fields: Record<string, string>) =>
        await decide(paths.adjudicate({ id: idOf(issue) }), issue, fields),
    }
  }
  const claimId = async (slug: string) =>
    (await db.selectFrom('claim').where('slug', '=', slug).select('id').executeTakeFirstOrThrow())
      .id
  return {
    app,
    idOf,
    claimId,
    enter,
    ana: await enter('Ana Alder', 'reviewer'),
    bo: await enter('Bo Birch', 'reviewer'),
    ed: await enter('Ed Elm', 'editor'),
    read: async (path: string) => await (await app.request(path)).text(),
    told: async (query: Record<string, string> = {}): Promise<Told> =>
      (await (await app.request(paths.topicModerationJson('strait', query))).json()) as Told,
  }
}

/** Reviewers differ on it. */
async function dispute({ ana, bo }: Awaited<ReturnType<typeof aDesk>>, issue: string) {
  await ana.review(issue, { verdict: 'conflict', note: SECRET })
  await bo.review(issue, { dismiss: 'both can hold' })
}

describe('the moderation log of a topic', () => {
  test('says that there is nothing where nothing was done', async ({ db }) => {
    const { read, told } = await aDesk(db)
    const page = await read(LOG)
    expect(textOf(page)).toContain('Nothing yet')
    expect(await faultsOf(page)).toEqual([])
    expect(await told()).toMatchObject({ total: 0, entries: [] })
    expect(await read(paths.history('strait'))).toContain(`href="${LOG}"`)
  })

  test('tells what was withdrawn and put back, claims and replies, by whom and why', async ({
    db,
  }) => {
    const { ed, read, told, claimId } = await aDesk(db)
    const claim = { id: await claimId('border-a') }
    await ed.post(paths.withdrawClaim(claim), { version: '1', why: 'Not theirs <b>.' })
    await ed.post(paths.withdrawClaim(claim), { version: '2', why: 'It is.' })
    const only = { id: await claimId('only') }
    await ed.post(paths.withdrawReply(only, { id: 1 }), { version: '1', why: 'Sent by another.' })
    const { entries } = await told()
    expect(
      entries.map(({ by, kind, thing, name, reason }) => [by, kind, thing, name, reason]),
    ).toEqual([
      ['Ed Elm', 'withdrawn', 'reply', 'The minister was misquoted.', 'Sent by another.'],
      ['Ed Elm', 'put-back', 'claim', HOSTILE, 'It is.'],
      ['Ed Elm', 'withdrawn', 'claim', HOSTILE, 'Not theirs <b>.'],
    ])
    const page = await read(LOG)
    expect(textOf(page)).toContain('Ed Elm withdrew the reply The minister was misquoted.')
    expect(page).toContain(`href="${paths.reply({ ...only, slug: 'only' }, { id: 1 })}"`)
    expect(page).not.toContain(HOSTILE)
    expect(await faultsOf(page)).toEqual([])
  })

  test('tells of versions that were restored, and of words that were erased', async ({ db }) => {
    const { ed, enter, read, told, claimId } = await aDesk(db)
    const [only, other] = [{ id: await claimId('only') }, { id: await claimId('border-a') }]
    await ed.post(paths.withdrawClaim(other), { version: '1', why: 'Not theirs.' })
    const restore = paths.restoreVersion(paths.claimHistory(other), 1)
    expect((await ed.post(restore, { version: '2', why: 'It is.' })).status).toBe(303)
    await ed.post(paths.askErasure('claim', only), { reason: 'legal order', why: 'Order 17.' })
    const owner = await enter('Olive Oak', 'owner')
    expect((await owner.post(paths.carryOutErasure({ id: 1 }), { typed: 'only' })).status).toBe(303)
    const { entries } = await told()
    expect(entries.map(({ by, kind, name, outcome }) => [by, kind, name, outcome])).toEqual([
      ['Olive Oak', 'erased', 'only', '(legal order; asked by Ed Elm)'],
      ['Olive Oak', 'withdrawn', expect.any(String), null],
      ['Ed Elm', 'restored', expect.any(String), null],
      ['Ed Elm', 'withdrawn', expect.any(String), null],
    ])
    const page = await read(LOG)
    expect(textOf(page)).toContain(
      'Olive Oak erased words of the claim only (legal order; asked by Ed Elm)',
    )
    expect(textOf(page)).toContain('Ed Elm restored an earlier version of the claim')
    expect(await faultsOf(page)).toEqual([])
  })

  test('tells of claims that were changed by somebody else than who recorded them', async ({
    db,
  }) => {
    const { ed, enter, told, claimId } = await aDesk(db)
    const cy = await enter('Cy Cedar', 'contributor')
    const added = await cy.post(paths.newClaim('strait'), {
      key: 'c-00000000000a',
      rows: '1',
      party: 'beta',
      issue: 'border',
      position: 'yes',
      stance: 'affirms',
      bearing: 'states',
      said: '2015-12-10',
      wording: 'paraphrase',
      statement: 'It is open.',
      'c1-source': 'plain',
      step: 'save',
    })
    expect(added.status).toBe(303)
    const id = await claimId('c-00000000000a')
    const edit = async (who: typeof cy, version: number, statement: string) =>
      await who.post(paths.editClaim({ id }), {
        version: String(version),
        rows: '1',
        party: 'beta',
        issue: 'border',
        position: 'yes',
        stance: 'affirms',
        bearing: 'states',
        said: '2015-12-10',
        wording: 'paraphrase',
        statement,
        'c1-source': 'plain',
        why: 'Clearer.',
        step: 'save',
      })
    expect((await edit(cy, 1, 'The border is open.')).status).toBe(303)
    expect((await told()).total).toBe(0)
    expect((await edit(ed, 2, 'The border has opened.')).status).toBe(303)
    expect((await told()).entries).toMatchObject([
      {
        by: 'Ed Elm',
        kind: 'changed',
        name: 'The border has opened.',
        reason: 'Clearer.',
        changes: [
          { label: 'Statement', from: 'The border is open.', to: 'The border has opened.' },
        ],
      },
    ])
  })

  test('tells what an editor settled and set aside, and what reviewers dismissed', async ({
    db,
  }) => {
    const desk = await aDesk(db)
    const { ana, bo, ed, told, read } = desk
    await dispute(desk, 'strikes')
    await dispute(desk, 'border')
    for (const one of [ana, bo]) await one.review('months', { dismiss: 'both can hold' })
    await ed.settle('strikes', { outcome: 'conflict', why: 'Both speak of strikes.' })
    await ed.settle('border', { outcome: 'none of these', why: SECRET })
    const { entries } = await told()
    expect(entries.map(({ by, kind, outcome, reason }) => [by, kind, outcome, reason])).toEqual([
      ['Ed Elm', 'set-aside', null, null],
      [
        'Ed Elm',
        'adjudicated',
        'as confirmed',
        'Settled by an editor: conflict. Both speak of strikes.',
      ],
      ['Bo Birch', 'dismissed', null, expect.stringContaining('both can hold') as unknown],
    ])
    const page = await read(LOG)
    expect(textOf(page)).toContain(
      'Ed Elm settled the contradiction of Alpha and بيتا: Which groups should strikes target? as confirmed',
    )
    expect(page).not.toContain(SECRET)
    expect(await faultsOf(page)).toEqual([])
  })

  test('gives no verdict away of what is open again', async ({ db }) => {
    const desk = await aDesk(db)
    const { ana, bo, ed, told, read, idOf } = desk
    await dispute(desk, 'strikes')
    await ed.settle('strikes', { outcome: 'no conflict', reason: 'different scope', why: SECRET })
    expect(JSON.stringify(await told())).toContain(SECRET)
    for (const one of [ana, bo]) await one.review('months', { dismiss: 'both can hold' })
    await ed.post(paths.takeBackAdjudication({ id: idOf('strikes') }), {})
    await db
      .updateTable('contradiction')
      .set({ status: 'open', settled_at: null })
      .where('id', '=', idOf('months'))
      .execute()
    const { entries } = await told()
    expect(entries.map(({ kind, outcome, reason }) => [kind, outcome, reason])).toEqual([
      ['adjudicated', null, null],
    ])
    const feed = paths.topicModerationFeed('strait', 'json')
    for (const path of [LOG, `${LOG}?kind=adjudicated`, `${LOG}?kind=dismissed`, feed]) {
      const text = await read(path)
      expect(text, path).not.toContain(SECRET)
      expect(text, path).not.toMatch(/both can hold|as dismissed|different scope/)
    }
  })

  test('tells who may see the topic and how many reviews settle, from what to what', async ({
    db,
  }) => {
    const { ed, told } = await aDesk(db)
    const done = await ed.post(paths.topicSetup('strait'), {
      visibility: 'public',
      reviewsToSettle: '1',
      why: 'Too few reviewers.',
    })
    expect(done.status).toBe(303)
    expect((await told()).entries).toMatchObject([
      {
        by: 'Ed Elm',
        kind: 'setup',
        thing: 'topic',
        changes: [{ label: 'Reviews to settle', from: '2', to: '1' }],
      },
    ])
  })

  test('tells of sources of which readers see less', async ({ db }) => {
    const { ed, told } = await aDesk(db)
    const source = await db
      .selectFrom('source')
      .select('id')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await ed.post(paths.changeAccess(source), { show: 'excerpts' })
    expect((await told()).entries).toMatchObject([{ kind: 'excerpts', thing: 'source' }])
  })

  test('is chosen by what and by whom, and goes on by numbered pages', async ({ db }) => {
    const { ed, enter, told, read, claimId } = await aDesk(db)
    const eve = await enter('Eve Elder', 'editor')
    const id = await claimId('only-0')
    for (let version = 1; version <= 52; version++)
      await (version % 2 === 1 ? ed : eve).post(paths.withdrawClaim({ id }), {
        version: String(version),
        why: `Reason ${version}.`,
      })
    expect((await told()).total).toBe(52)
    expect((await told({ kind: 'put-back' })).total).toBe(26)
    expect((await told({ by: 'Ed Elm', kind: 'put-back' })).total).toBe(0)
    expect((await told({ by: 'Eve Elder' })).entries[0]).toMatchObject({ reason: 'Reason 52.' })
    const all = [...(await told()).entries, ...(await told({ page: '2' })).entries]
    expect(all.map((e) => e.reason)).toEqual(
      Array.from({ length: 52 }, (_, i) => `Reason ${52 - i}.`),
    )
    const second = await read(`${LOG}?page=2`)
    expect(textOf(second)).toContain('Reason 2.')
    expect(textOf(await read(`${LOG}?by=Ed+Elm&kind=put-back`))).toContain('Show everything')
    for (const bad of ['kind=nothing', 'page=0'])
      expect((await read(`${LOG}?${bad}`)).includes('Reason 1.')).toBe(false)
    for (const kind of moderationKinds) expect(second).toContain(`value="${kind}"`)
  }, 60_000)

  test('is there for whoever may see the topic, and not sent again unchanged', async ({ db }) => {
    const hidden = await aDesk(db, 'private')
    for (const path of [LOG, `${LOG}.json`, `${LOG}.atom`, `${LOG}.feed.json`])
      expect((await hidden.app.request(path)).status, path).toBe(404)
    const { Cookie } = await signedIn(hidden.app, db)
    const page = await (await hidden.app.request(LOG, { headers: { Cookie } })).text()
    expect(page).not.toContain('.atom')
    expect(await hidden.read(paths.moderation())).not.toContain('The strait')
    await db.updateTable('topic').set({ visibility: 'public' }).execute()
    const first = await hidden.app.request(LOG)
    const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect((await hidden.app.request(LOG, { headers })).status).toBe(304)
    expect(await hidden.read(paths.moderation())).toContain(`href="${LOG}"`)
  })

  test('can be followed as Atom and as JSON Feed', async ({ db }) => {
    const { ed, read, claimId } = await aDesk(db)
    const id = await claimId('border-a')
    await ed.post(paths.withdrawClaim({ id }), { version: '1', why: 'Not theirs <b>.' })
    const feed = JSON.parse(await read(`${LOG}.feed.json`)) as { items: unknown[] }
    expect(feed.items).toMatchObject([
      {
        title: `Ed Elm withdrew the claim ${HOSTILE}`,
        url: `http://localhost/c/${encodeId(id)}-border-a`,
        content_html: expect.stringContaining('<p>Reason: Not theirs &lt;b&gt;.</p>') as unknown,
      },
    ])
    expect(await read(`${LOG}.atom`)).toContain('Ed Elm withdrew the claim &lt;img')
  })
})

describe('the moderation log of the site', () => {
  const change = async (
    desk: Awaited<ReturnType<typeof aDesk>>,
    db: Db,
    name: string,
    fields: Record<string, string>,
  ) => {
    const { id } = await db
      .selectFrom('account')
      .where('name', '=', name)
      .select('id')
      .executeTakeFirstOrThrow()
    const { csrf, Cookie } = await signedIn(desk.app, db)
    const answer = await desk.app.request(
      paths.account({ id }),
      aForm({ csrf, ...fields }, { Cookie }),
    )
    expect(answer.status).toBe(303)
  }

  test('names editors and owners to whom something was done, and nobody else', async ({ db }) => {
    const desk = await aDesk(db)
    expect(textOf(await desk.read(paths.moderation()))).toContain('No role was changed')
    const role = (to: string, why: string) => ({ role: to, access: 'enabled', why })
    await change(desk, db, 'Ana Alder', role('contributor', 'Ana Alder asked; ANA insists.'))
    await change(desk, db, 'Ana Alder', {
      role: 'contributor',
      access: 'disabled',
      why: 'Filed spam.',
    })
    await change(desk, db, 'Ed Elm', { role: 'editor', access: 'disabled', why: 'Ed Elm left.' })
    await change(desk, db, 'Ana Alder', role('editor', 'Came back as an editor.'))
    const page = await desk.read(paths.moderation())
    const text = textOf(page)
    for (const says of [
      'Owner changed the role of Ana Alder from contributor to editor',
      'Owner suspended the account of Ed Elm, an editor',
      'Reason: Ed Elm left.',
      'Owner suspended the account of a contributor',
      'Owner changed the role of a reviewer from reviewer to contributor',
      'Reason: [name left out] asked; [name left out] insists.',
    ])
      expect(text).toContain(says)
    expect(text.match(/Ana Alder/g)).toHaveLength(2)
    expect(await faultsOf(page)).toEqual([])
  })

  test('keeps reasons from before they were public, and other acts of the log, to itself', async ({
    db,
  }) => {
    const desk = await aDesk(db)
    const { accountId } = await signedInAs(desk.app, db, { name: 'Di Dogwood', role: 'reader' })
    await db
      .insertInto('people_event')
      .values([
        {
          happened_at: new Date('2026-11-20T00:00:00Z'),
          actor_id: accountId,
          actor: 'Owner',
          subject_id: accountId,
          subject: 'Di Dogwood',
          what: 'disabled the account of Di Dogwood',
          why: 'An old reason.',
        },
        {
          happened_at: new Date('2026-11-20T00:00:00Z'),
          actor_id: accountId,
          actor: 'Owner',
          subject_id: accountId,
          subject: 'Di Dogwood',
          what: 'made a sign-in link for Di Dogwood',
        },
      ])
      .execute()
    const text = textOf(await desk.read(paths.moderation()))
    expect(text).toContain('1 entry')
    expect(text).toContain('Owner suspended the account of a reader')
    expect(text).toContain('The reason was given before reasons were public.')
    expect(text).not.toMatch(/An old reason|Dogwood|sign-in link/)
  })
})
