import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { findContradiction } from '#db/queries/contradictions.ts'
import type { CompareJson } from '#server/domain/compare-json.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const load = async (db: Db, dossier: Dossier, now = noon) =>
  await importDossier(db, { text: JSON.stringify(dossier), file: 'test.json', now })

/** The bridge at noon; ten minutes later a third claim, by South, and a new question. */
async function changedBridge(db: Db) {
  const dossier = aDossier()
  await load(db, dossier)
  const [issue] = dossier.issues
  if (issue === undefined) throw new Error('no issue')
  await load(
    db,
    {
      ...dossier,
      topic: { ...dossier.topic, title: 'The two bridges' },
      issues: [{ ...issue, question: 'Should both bridges be built?' }],
      claims: [
        ...dossier.claims,
        aClaim({ slug: 'c3', party: 'south', said: '2020-01-20', statement: 'Yes, build it.' }),
      ],
    },
    later(10),
  )
  return appAt(db, 60)
}

const appAt = (db: Db, minutes: number) => anApp({ db, now: () => later(minutes) }).app
const AT_NOON = '2026-11-24T12:00:00Z'
const AT_FIVE_PAST = '2026-11-24T12:05:00Z'

const textOf = async (answer: Response | Promise<Response>) => await (await answer).text()

describe('known in an address', () => {
  const unreadable: readonly [string, string, string][] = [
    ['a word', 'yesterday', 'is no instant'],
    ['a day that is none', '2026-02-30', 'is no instant'],
    ['a time without a zone', '2026-11-24T12:00:00', 'is no instant'],
    ['an hour that is none', '2026-11-24T25:00:00Z', 'is no instant'],
    ['a long text', 'x'.repeat(500), 'is no instant'],
    ['an instant in the future', '2026-11-24T13:00:01Z', 'is in the future'],
    ['a day that is not over', '2026-11-24', 'is not over'],
  ]
  for (const [what, known, says] of unreadable) {
    test(`that is ${what} is refused with the rule`, async ({ db }) => {
      const app = await changedBridge(db)
      for (const address of [
        paths.compare('bridge', { known }),
        paths.claim({ id: 1 }, { known }),
      ]) {
        const answer = await app.request(address, { headers: { Accept: 'text/html' } })
        expect(answer.status).toBe(400)
        expect(await answer.text()).toContain(says)
      }
      const answer = await app.request(paths.compareJson('bridge', { known }))
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
        400,
        'application/problem+json',
      ])
    })
  }

  test('that is empty asks for the record of now', async ({ db }) => {
    const app = await changedBridge(db)
    expect(await textOf(app.request('/t/bridge/compare?known='))).toContain('The two bridges')
  })

  test('is an instant in any zone, or a day that means its end', async ({ db }) => {
    await changedBridge(db)
    const app = anApp({ db, now: () => new Date('2026-11-26T09:00:00Z') }).app
    const asked = async (known: string) =>
      (await (await app.request(paths.compareJson('bridge', { known }))).json()) as CompareJson
    expect((await asked('2026-11-24T13:00:00+01:00')).issues[0]?.question).toBe(
      'Should the bridge be built?',
    )
    const day = await asked('2026-11-24')
    expect([day.known, day.asOf]).toEqual(['2026-11-24T23:59:59.999Z', '2026-11-24'])
    expect(day.issues[0]?.question).toBe('Should both bridges be built?')
  })

  test('before the topic was there says that nothing was recorded', async ({ db }) => {
    const app = await changedBridge(db)
    const known = '2026-11-24T11:59:59.999Z'
    const things = [paths.issue({ id: 1 }), paths.party({ id: 1 }), paths.claim({ id: 1 })]
    const all = [paths.topic('bridge'), paths.compare('bridge', { p: ['north'] }), '/x/1']
    for (const address of [...things, ...all]) {
      const sign = address.includes('?') ? '&' : '?'
      const answer = await app.request(`${address}${sign}known=${known}`)
      expect(answer.status, address).toBe(200)
      const page = await answer.text()
      expect(page).toContain('Nothing was recorded by then')
      expect(page).not.toContain('be built?')
      expect(await faultsOf(page)).toEqual([])
    }
    const json = await app.request(paths.compareJson('bridge', { known, p: ['north'] }))
    expect(await json.json()).toMatchObject({ known, parties: [], issues: [], version: null })
  })

  test('of something that came later says so of that alone', async ({ db }) => {
    const app = await changedBridge(db)
    const claim = await textOf(app.request(paths.claim({ id: 3 }, { known: AT_FIVE_PAST })))
    expect(claim).toContain('this claim was not on record')
    expect(claim).not.toContain('Yes, build it.')
  })

  test('is refused where only the record of now is shown', async ({ db }) => {
    const app = await changedBridge(db)
    const lists = [paths.issues('bridge'), paths.contradictions('bridge'), paths.history('bridge')]
    const files = [paths.dossier('bridge'), '/x/1.json', paths.claimJsonLd({ id: 1 }), '/s/1']
    for (const address of [...lists, ...files]) {
      expect((await app.request(address)).status, address).toBe(200)
      const answer = await app.request(`${address}?known=${AT_NOON}`)
      expect(answer.status, address).toBe(400)
      expect(await answer.text()).toContain('this page shows the record as it is now')
    }
  })

  test('of a topic that is private now finds nothing, whatever it was then', async ({ db }) => {
    const dossier = aDossier()
    await load(db, dossier)
    await load(db, { ...dossier, topic: { ...dossier.topic, visibility: 'private' } }, later(10))
    const app = appAt(db, 60)
    const known = AT_NOON
    for (const address of [
      paths.compare('bridge', { known }),
      paths.compareJson('bridge', { known }),
      `${paths.topic('bridge')}?known=${known}`,
      `${paths.issue({ id: 1 })}?known=${known}`,
      `${paths.party({ id: 1 })}?known=${known}`,
      paths.claim({ id: 1 }, { known }),
      paths.contradiction({ id: 1 }, { known }),
      paths.compare('bridge', { known: 'nonsense' }),
    ])
      expect((await app.request(address)).status, address).toBe(404)
  })
})

describe('a page as it was recorded', () => {
  test('says which record it shows and leads to that of now', async ({ db }) => {
    const app = await changedBridge(db)
    const page = await textOf(app.request(paths.compare('bridge', { known: AT_FIVE_PAST })))
    expect(page).toContain('Who says what: <bdi>The bridge</bdi>')
    expect(page).toMatch(/As recorded\s*<time[^>]*>on 24 November 2026, 12:05 UTC<\/time>/)
    expect(page).toContain('<a rel="latest-version" href="/t/bridge/compare">')
    expect(page).not.toContain('both bridges')
    expect(await faultsOf(page)).toEqual([])
  })

  test('keeps known in every link between pages of the record, and in its form', async ({ db }) => {
    const app = await changedBridge(db)
    const known = `known=${AT_FIVE_PAST}`
    const kept = /^\/(t\/[^/?#]+(\/compare(\.json)?)?|[icpx]\/[^/?#]+)(?=$|[?#])/
    for (const address of ['/t/bridge', '/t/bridge/compare', '/i/1', '/p/1', '/c/1', '/x/1']) {
      const page = await textOf(app.request(`${address}?${known}`))
      const links = [...page.matchAll(/<a\b[^>]*?\shref="([^"]*)"[^>]*>/g)]
        .filter(([tag]) => !tag.includes('latest-version'))
        .map(([, href = '']) => href)
        .filter((href) => kept.test(href) && !href.endsWith('.jsonld') && !/\/x\/.*json/.test(href))
      expect(links.length, address).toBeGreaterThan(3)
      for (const href of links) expect(href, address).toContain(known)
      expect(page, address).not.toMatch(/known=[^"]*known=/)
    }
    const page = await textOf(app.request(paths.compare('bridge', { known: AT_FIVE_PAST })))
    expect(page).toContain(`<input type="hidden" name="known" value="${AT_FIVE_PAST}"`)
  })

  test('offers nobody to record, edit, review or follow', async ({ db }) => {
    const app = await changedBridge(db)
    const { Cookie } = await signedIn(app, db, later(60))
    for (const address of ['/t/bridge', '/t/bridge/compare', '/i/1', '/p/1', '/c/1', '/x/1']) {
      const then = await textOf(
        app.request(`${address}?known=${AT_FIVE_PAST}`, { headers: { Cookie } }),
      )
      const main = /<main[\s\S]*<\/main>/.exec(then)?.[0] ?? ''
      expect(main, address).toContain('What was recorded or changed since')
      expect(main, address).not.toMatch(/claims\/new|\/edit"|\/withdraw"|\/setup"|method="post"/)
      expect(main, address).not.toContain('id="follow"')
    }
  })

  test('is cached by its instant: two never share an ETag', async ({ db }) => {
    const app = await changedBridge(db)
    const ask = async (known: string | undefined, headers: Record<string, string> = {}) =>
      await app.request(paths.compareJson('bridge', { known, asof: '2026-11-24' }), { headers })
    const [then, soon, now] = [await ask(AT_NOON), await ask(AT_FIVE_PAST), await ask(undefined)]
    const tags = [then, soon, now].map((answer) => answer.headers.get('ETag') ?? '')
    expect(new Set(tags).size).toBe(3)
    expect((await ask(AT_NOON, { 'If-None-Match': tags[0] ?? '' })).status).toBe(304)
    expect((await ask(AT_FIVE_PAST, { 'If-None-Match': tags[0] ?? '' })).status).toBe(200)
  })

  test('is a memento of the page as recorded now', async ({ db }) => {
    const app = await changedBridge(db)
    const answer = await app.request(
      paths.compare('bridge', { known: AT_NOON, asof: '2020-01-05' }),
    )
    expect(answer.headers.get('Memento-Datetime')).toBe('Tue, 24 Nov 2026 12:00:00 GMT')
    expect(answer.headers.get('Link')).toBe(
      '</t/bridge/compare?asof=2020-01-05>; rel="original latest-version"',
    )
    expect((await app.request('/t/bridge/compare')).headers.get('Memento-Datetime')).toBeNull()
  })

  test('has a contradiction in the status of then, verdicts as they may be shown now', async ({
    db,
  }) => {
    await load(db, aDossier())
    const { accountId, name } = await anAccount(db, { name: 'Rita Reviewer' })
    const { seen = '' } = (await findContradiction(db, 1)) ?? {}
    const reviewer = { accountId, name }
    const about = { contradictionId: 1, seen, reviewer, now: later(20) }
    const note = 'They mean two bridges.'
    await reviewContradiction(db, {
      ...about,
      verdict: 'no conflict',
      reason: 'both can hold',
      note,
    })
    const app = appAt(db, 60)
    const at = async (known: string) =>
      await textOf(app.request(paths.contradiction({ id: 1 }, { known })))
    const before = await at('2026-11-24T12:19:59Z')
    expect(before).toContain('<strong>Open</strong>')
    expect(before).not.toContain(note)
    const after = await at('2026-11-24T12:20:00Z')
    expect(after).toContain('no conflict')
    expect(after).toContain(note)
  })

  test('does not show what reviewers said of what is open again', async ({ db }) => {
    const app = appAt(db, 60)
    await load(db, aDossier())
    const { accountId, name } = await signedInAs(app, db, { role: 'reviewer', now: later(60) })
    const { seen = '' } = (await findContradiction(db, 1)) ?? {}
    const about = { contradictionId: 1, reviewer: { accountId, name }, note: 'Take my word.' }
    await reviewContradiction(db, { ...about, seen, verdict: 'conflict', now: later(20) })
    const again = (await findContradiction(db, 1))?.seen ?? ''
    await reviewContradiction(db, { ...about, seen: again, verdict: 'cannot tell', now: later(30) })
    expect((await findContradiction(db, 1))?.status).toBe('under review')
    const known = '2026-11-24T12:25:00Z'
    const page = await textOf(app.request(paths.contradiction({ id: 1 }, { known })))
    expect(page).toContain('Confirmed')
    expect(page).not.toContain('Take my word.')
  })
})

describe('permalinks', () => {
  test('of a comparison have both clocks filled in, and stay as they are', async ({ db }) => {
    const app = await changedBridge(db)
    const page = await textOf(app.request('/t/bridge/compare'))
    const asked = 'p=north&amp;p=south&amp;asof=2026-11-24&amp;known=2026-11-24T13:00:00Z'
    expect(page).toContain(`href="/t/bridge/compare?${asked}" rel="bookmark" data-key="y"`)
    expect(page).toContain(`data-copy="/t/bridge/compare?${asked}"`)
    const address = `/t/bridge/compare?${asked.replaceAll('&amp;', '&')}`
    const then = await textOf(app.request(address))
    expect(then).toContain('What was recorded or changed since is left out.')
    expect(then).toContain(`href="/t/bridge/compare?${asked}" rel="bookmark"`)
  })

  test('lead from each entry of the history to the comparison as it was', async ({ db }) => {
    const app = await changedBridge(db)
    const page = await textOf(app.request(paths.history('bridge')))
    const links = [...page.matchAll(/href="(\/t\/bridge\/compare\?known=[^"]+)"/g)].map(
      ([, href = '']) => href,
    )
    expect(new Set(links).size).toBe(2)
    expect(page).toContain('View the comparison as it was then')
    expect(await textOf(app.request(links.at(-1) ?? ''))).toContain('Should the bridge be built?')
    expect(await textOf(app.request(links[0] ?? ''))).toContain('Should both bridges be built?')
  })

  test('in citations name the record that was read', async ({ db }) => {
    const app = await changedBridge(db)
    const cited = `known=2026-11-24T13:00:00Z`
    expect(await textOf(app.request('/c/1'))).toContain(`http://localhost/c/1?${cited} (read`)
    expect(await textOf(app.request('/x/1'))).toContain(`http://localhost/x/1?${cited}`)
    const then = await textOf(app.request(paths.claim({ id: 1 }, { known: AT_NOON })))
    expect(then).toContain(`http://localhost/c/1?known=${AT_NOON} (read`)
  })
})
