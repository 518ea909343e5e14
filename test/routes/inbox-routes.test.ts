import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { insertMember } from '#db/queries/members.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { changeClaim, follow, idOf, review, withdraw } from '#test/support/following.ts'
import { faultsOf } from '#test/support/html.ts'
import { judge, settle } from '#test/support/judged.ts'

type Who = Awaited<ReturnType<typeof signedInAs>>

/** An application at a later minute. */
const appAt = (db: Db, minutes: number) => anApp({ db, now: () => later(minutes) }).app

const post = (who: { Cookie: string; csrf: string }, fields: Record<string, string> = {}) =>
  aForm({ csrf: who.csrf, ...fields }, { Cookie: who.Cookie })

const pageOf = async (db: Db, who: { Cookie: string }, path = paths.inbox()) => {
  const answer = await appAt(db, 500).request(path, { headers: { Cookie: who.Cookie } })
  expect(answer.status).toBe(200)
  const html = await answer.text()
  return { html, document: parseHTML(html).document }
}

/** What an inbox tells, newest first; what is marked as new begins with "New". */
const toldTo = async (db: Db, who: { Cookie: string }, path = paths.inbox()): Promise<string[]> => {
  const { document } = await pageOf(db, who, path)
  return [...document.querySelectorAll('ol.inbox li > p:first-child')].map((p) =>
    (p.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  )
}

/** What the header says beside "Inbox". */
const headerOf = async (db: Db, who: { Cookie: string }): Promise<string | undefined> => {
  const { document } = await pageOf(db, who, paths.help)
  const link = document.querySelector(`header a[href="${paths.inbox()}"]`)
  return link?.textContent?.replaceAll(/\s+/g, ' ').trim()
}

async function aReader(db: Db): Promise<{ who: Who; id: (issue: string) => number }> {
  const id = await imported(db)
  const who = await signedInAs(anApp({ db }).app, db, { name: 'Rea', role: 'reader' })
  return { who, id }
}

describe('following', () => {
  test('is offered to whoever is signed in on the pages of topics, parties, issues and contradictions', async ({
    db,
  }) => {
    const { who, id } = await aReader(db)
    const party = { id: await idOf(db, 'party', 'alpha'), slug: 'alpha' }
    const issue = { id: await idOf(db, 'issue', 'strikes'), slug: 'strikes' }
    const topic = { id: await idOf(db, 'topic', 'strait'), slug: 'strait' }
    const x = { id: id('strikes') }
    const pages = [
      ['topic', topic, paths.topic('strait')],
      ['party', party, paths.party(party)],
      ['issue', issue, paths.issue(issue)],
      ['contradiction', x, paths.contradiction(x)],
    ] as const
    const { app } = anApp({ db })
    for (const [of, thing, page] of pages) {
      const anonymous = await (await app.request(page)).text()
      expect(anonymous).not.toContain('/follows/')
      const before = await pageOf(db, who, page)
      const action = before.document.querySelector('#follow form')?.getAttribute('action')
      expect(action).toBe(paths.follow(of, thing))
      expect(await faultsOf(before.html)).toEqual([])
      const answer = await follow(app, who, of, thing)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${page}#follow`])
      const after = await pageOf(db, who, page)
      expect(after.document.querySelector('#follow button')?.textContent).toBe('Stop following')
      expect(await faultsOf(after.html)).toEqual([])
      await app.request(paths.stopFollowing(of, thing), post(who))
      expect((await pageOf(db, who, page)).html).toContain('>Follow</button>')
    }
  })

  test('twice is following once, since the first time; what there is not cannot be followed', async ({
    db,
  }) => {
    const { who } = await aReader(db)
    const topic = { id: 1, slug: 'strait' }
    await follow(anApp({ db }).app, who, 'topic', topic)
    await follow(appAt(db, 5), who, 'topic', topic)
    const rows = await db.selectFrom('follow').selectAll().execute()
    expect(rows.map((row) => row.followed_at)).toEqual([noon])
    for (const path of [
      '/follows/topic/nowhere',
      '/follows/party/zzzz',
      '/follows/issue/u',
      '/follows/contradiction/zzzz/end',
      '/follows/claim/1',
    ])
      expect((await anApp({ db }).app.request(path, post(who))).status, path).toBe(404)
  })

  test('goes up to 500 things; the next is refused and nothing is saved', async ({ db }) => {
    const { who } = await aReader(db)
    const topicId = await idOf(db, 'topic', 'strait')
    await db
      .insertInto('follow')
      .values(
        Array.from({ length: 499 }, (_, i) => ({
          account_id: who.accountId,
          kind: 'contradiction' as const,
          thing_id: 10_000 + i,
          topic_id: topicId,
          followed_at: noon,
        })),
      )
      .execute()
    const { app } = anApp({ db })
    expect((await follow(app, who, 'topic', { id: 1, slug: 'strait' })).status).toBe(303)
    const party = { id: await idOf(db, 'party', 'alpha') }
    const answer = await follow(app, who, 'party', party)
    expect([answer.status, (await answer.text()).includes('as many things')]).toEqual([409, true])
    expect(await db.selectFrom('follow').select('kind').execute()).toHaveLength(500)
  })
})

describe('an inbox', () => {
  test('says what to do while it is empty, and that it waits once something is followed', async ({
    db,
  }) => {
    const { who } = await aReader(db)
    const empty = await pageOf(db, who)
    expect(empty.html).toContain('You follow nothing yet')
    expect(await faultsOf(empty.html)).toEqual([])
    await follow(anApp({ db }).app, who, 'topic', { id: 1, slug: 'strait' })
    const { html, document } = await pageOf(db, who)
    expect(html).toContain('Nothing has happened yet')
    expect(document.querySelector('.followed a')?.textContent).toBe('The strait')
    expect(await headerOf(db, who)).toBe('Inbox')
    const stop = document.querySelector('.followed form')?.getAttribute('action') ?? ''
    const answer = await anApp({ db }).app.request(stop, post(who, { back: 'inbox' }))
    expect(answer.headers.get('Location')).toContain(`${paths.inbox()}?ended=topic+strait&since=`)
    expect((await pageOf(db, who)).html).toContain('You follow nothing yet')
  })

  test('tells what happened since the follow, newest first, by day, and links to it', async ({
    db,
  }) => {
    const { who, id } = await aReader(db)
    await changeClaim(db, 'only', { statement: 'Before.' }, later(1))
    await follow(appAt(db, 2), who, 'topic', { id: 1, slug: 'strait' })
    await changeClaim(db, 'only', { statement: 'Two groups and no other.' }, later(3))
    await withdraw(db, 'every', { now: later(24 * 60) })
    expect(await toldTo(db, who)).toEqual([
      'New Resolved: Alpha and بيتا conflicted on “Which groups should strikes target?”',
      'New Withdrawn: بيتا: Every armed group.',
      'New Corrected: Alpha: Two groups and no other.',
    ])
    const { html, document } = await pageOf(db, who)
    const days = [...document.querySelectorAll('main section h2 time')].map((t) => t.textContent)
    expect(days).toEqual(['25 November 2026', '24 November 2026'])
    const links = [...document.querySelectorAll('ol.inbox li > p:first-child a')]
    expect(links.map((a) => a.getAttribute('href'))).toEqual([
      paths.contradiction({ id: id('strikes') }),
      paths.claim({ id: await idOf(db, 'claim', 'every') }),
      paths.claim({ id: await idOf(db, 'claim', 'only') }),
    ])
    expect(await faultsOf(html)).toEqual([])
    expect(await headerOf(db, who)).toBe('Inbox (3 new)')
  })

  test('marks as new what came after it was read, and keeps the rest', async ({ db }) => {
    const { who } = await aReader(db)
    await follow(anApp({ db }).app, who, 'topic', { id: 1, slug: 'strait' })
    await changeClaim(db, 'only', { statement: 'One.' }, later(1))
    const { document } = await pageOf(db, who)
    const until = document.querySelector('[name=until]')?.getAttribute('value') ?? ''
    expect(until).toBe(later(1).toISOString())
    // Between looking and marking something else happens: that stays new.
    await changeClaim(db, 'only', { statement: 'Two.' }, later(2))
    const answer = await appAt(db, 3).request(paths.inbox(), post(who, { until }))
    expect(answer.headers.get('Location')).toBe(paths.inbox())
    expect(await toldTo(db, who)).toEqual(['New Corrected: Alpha: Two.', 'Corrected: Alpha: Two.'])
    expect(await headerOf(db, who)).toBe('Inbox (1 new)')
    const rest = (await pageOf(db, who)).document.querySelector('[name=until]')
    await appAt(db, 4).request(
      paths.inbox(),
      post(who, { until: rest?.getAttribute('value') ?? '' }),
    )
    expect(await headerOf(db, who)).toBe('Inbox')
    expect((await pageOf(db, who)).html).not.toContain('Mark all as read')
    // An older form sent again takes nothing back, and nobody reads ahead of time.
    await appAt(db, 5).request(paths.inbox(), post(who, { until }))
    expect(await headerOf(db, who)).toBe('Inbox')
    await appAt(db, 5).request(paths.inbox(), post(who, { until: '2999-01-01T00:00:00Z' }))
    await changeClaim(db, 'only', { statement: 'Three.' }, later(6))
    expect(await headerOf(db, who)).toBe('Inbox (1 new)')
  })

  test('answers a form that says no instant with the page and what is wrong', async ({ db }) => {
    const { who } = await aReader(db)
    for (const fields of [{}, { until: 'now' }, { until: '2026-13-01T00:00:00Z' }, { x: '1' }]) {
      const answer = await anApp({ db }).app.request(paths.inbox(), post(who, fields))
      expect([answer.status, (await answer.text()).includes('There is a problem')]).toEqual([
        422,
        true,
      ])
    }
  })

  test('leaves out what one did oneself, and tells it to others', async ({ db }) => {
    const { who: other, id } = await aReader(db)
    const { app } = anApp({ db })
    const editor = await signedInAs(app, db, { name: 'Edith', role: 'editor' })
    for (const one of [other, editor]) await follow(app, one, 'topic', { id: 1, slug: 'strait' })
    const { accountId } = editor
    await review(db, id('strikes'), { accountId, verdict: 'conflict', now: later(1) })
    await withdraw(db, 'border-a', { accountId, now: later(2) })
    expect(await toldTo(db, editor)).toEqual([expect.stringMatching(/^New Resolved: /)])
    expect(await toldTo(db, other)).toEqual([
      expect.stringMatching(/^New Resolved: /),
      expect.stringMatching(/^New Withdrawn: Alpha: /),
      expect.stringMatching(/^New Confirmed: Alpha and بيتا/),
    ])
  })

  test('never tells a verdict on what is not settled', async ({ db }) => {
    const { who, id } = await aReader(db)
    await follow(anApp({ db }).app, who, 'contradiction', { id: id('strikes') })
    const { accountId } = await anAccount(db, { name: 'Rosa' })
    const reason = 'different scope'
    const x = id('strikes')
    await review(db, x, { accountId, verdict: 'no conflict', reason, now: later(1) })
    expect(await toldTo(db, who)).toEqual([expect.stringMatching(/^New Dismissed: .*no conflict$/)])
    await review(db, x, { accountId, verdict: 'cannot tell', now: later(2) })
    expect(await toldTo(db, who)).toEqual([
      'New Under review again: Alpha and بيتا conflict on “Which groups should strikes target?”',
      'New Settled: Alpha and بيتا conflict on “Which groups should strikes target?”',
    ])
    await judge(db, id('months'), { Sam: 'tension', Tess: 'no conflict' })
    await settle(db, id('months'), 'under review')
    const { html } = await pageOf(db, who)
    for (const hidden of ['scope', 'ismissed', 'annot tell', 'no conflict', 'Rosa', 'ension'])
      expect(html).not.toContain(hidden)
  })

  test('drops topics that one may not see any more, and has them back', async ({ db }) => {
    const { who } = await aReader(db)
    const { app } = anApp({ db })
    await follow(app, who, 'topic', { id: 1, slug: 'strait' })
    await changeClaim(db, 'only', { statement: 'One.' }, later(1))
    await db.updateTable('topic').set({ visibility: 'private' }).execute()
    const { html } = await pageOf(db, who)
    expect(html).toContain('You follow nothing yet')
    expect(html).not.toContain('strait')
    expect(await headerOf(db, who)).toBe('Inbox')
    for (const path of ['/follows/topic/strait', '/follows/topic/strait/end'])
      expect((await app.request(path, post(who))).status).toBe(404)
    const member = { topicId: 1, accountId: who.accountId, addedBy: who.accountId, now: noon }
    await insertMember(db, member)
    expect(await headerOf(db, who)).toBe('Inbox (1 new)')
  })

  test('has numbered pages, and counts no further than 99', async ({ db }) => {
    const { claims, ...rest } = aDispute()
    const model = claims.find((claim) => claim.slug === 'only-1')
    const more = Array.from({ length: 120 }, (_, i) => ({
      ...(model ?? claims[0] ?? never()),
      slug: `more-${i}`,
      statement: `Statement ${i}.`,
    }))
    const { who } = await aReader(db)
    await follow(anApp({ db }).app, who, 'topic', { id: 1, slug: 'strait' })
    await imported(db, { ...rest, claims: [...claims, ...more] }, later(1))
    expect(await headerOf(db, who)).toBe('Inbox (more than 99 new)')
    const pages = await Promise.all(
      [1, 2, 3].map(async (page) => await toldTo(db, who, paths.inbox({ page: String(page) }))),
    )
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20])
    expect(new Set(pages.flat()).size).toBe(120)
    expect((await pageOf(db, who)).html).toContain('120 entries, 120 new.')
    expect(await toldTo(db, who, paths.inbox({ page: '99' }))).toEqual(pages[2])
  })

  test('is counted anew in the header whenever something changes it, and not otherwise', async ({
    db,
  }) => {
    const { who, id } = await aReader(db)
    let minutes = 0
    const { app } = anApp({ db, now: () => later(minutes) })
    const header = async () => {
      const answer = await app.request(paths.help, { headers: { Cookie: who.Cookie } })
      const { document } = parseHTML(await answer.text())
      return /\d+/.exec(document.querySelector('header a[href="/inbox"]')?.textContent ?? '')?.[0]
    }
    const { accountId } = await anAccount(db, { name: 'Rosa' })
    const member = { topicId: 1, accountId: who.accountId, addedBy: who.accountId, now: noon }
    const steps: [string | undefined, () => Promise<unknown>][] = [
      [undefined, async () => await follow(app, who, 'topic', { id: 1, slug: 'strait' })],
      ['1', async () => await changeClaim(db, 'only', { statement: 'One.' }, later(minutes))],
      [
        '2',
        async () =>
          await review(db, id('strikes'), { accountId, verdict: 'conflict', now: later(minutes) }),
      ],
      ['4', async () => await withdraw(db, 'border-a', { now: later(minutes) })],
      [
        undefined,
        async () => await db.updateTable('topic').set({ visibility: 'private' }).execute(),
      ],
      ['4', async () => await insertMember(db, member)],
      [
        undefined,
        async () =>
          await app.request(paths.inbox(), post(who, { until: later(minutes).toISOString() })),
      ],
      ['1', async () => await changeClaim(db, 'only', { statement: 'Two.' }, later(minutes))],
      [undefined, async () => await app.request('/follows/topic/strait/end', post(who))],
    ]
    for (const [shown, step] of steps) {
      minutes += 1
      await step()
      expect([await header(), await header()]).toEqual([shown, shown])
    }
  })

  test('is for people: the page of a program with a token is refused', async ({ db }) => {
    const { app } = anApp({ db })
    expect((await app.request(paths.inbox())).status).toBe(401)
    const { Cookie } = await signedIn(app, db)
    expect((await app.request(paths.inbox(), { headers: { Cookie } })).status).toBe(200)
  })
})

const never = (): never => {
  throw new Error('There is no such claim.')
}
