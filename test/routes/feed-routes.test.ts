import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { withdrawClaim } from '#server/actions/withdraw-claim.ts'
import { parseJson } from '#server/domain/json-text.ts'
import { DossierClaim } from '#server/domain/dossier.ts'
import type { DismissalReason, Verdict } from '#server/domain/reviews.ts'
import { type FeedFormat, encodeId, paths } from '#server/paths.ts'
import { ONLY, aDispute, imported } from '#test/support/a-dispute.ts'
import { ORIGIN, anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { type JsonFeed, findAtomFlaws, findJsonFeedFlaws } from '#test/support/feeds.ts'
import { HOSTILE_STRINGS } from '#test/support/hostile-strings.ts'
import { changeClaim } from '#test/support/following.ts'
import { faultsOf } from '#test/support/html.ts'
import { judge, settle } from '#test/support/judged.ts'
import { childrenOf, parseXml, textIn } from '#test/support/xml.ts'

const itemsOf = async (db: Db, path: string): Promise<JsonFeed['items']> => {
  const answer = await anApp({ db }).app.request(path)
  return ((await answer.json()) as JsonFeed).items
}

const titlesOf = async (db: Db, path: string) => (await itemsOf(db, path)).map((item) => item.title)

async function everyFeed(db: Db): Promise<((format: FeedFormat) => string)[]> {
  const id = await imported(db)
  const party = await db
    .selectFrom('party')
    .select('id')
    .where('slug', '=', 'alpha')
    .executeTakeFirstOrThrow()
  const issue = await db
    .selectFrom('issue')
    .select('id')
    .where('slug', '=', 'strikes')
    .executeTakeFirstOrThrow()
  return [
    (format) => paths.topicFeed('strait', format),
    (format) => paths.partyFeed(party, format),
    (format) => paths.issueFeed(issue, format),
    (format) => paths.contradictionFeed({ id: id('strikes') }, format),
  ]
}

describe('every feed', () => {
  test('is what RFC 4287 and JSON Feed 1.1 require, and both tell the same', async ({ db }) => {
    for (const feed of await everyFeed(db)) {
      const { app } = anApp({ db })
      const [atom, json] = [await app.request(feed('atom')), await app.request(feed('json'))]
      expect(atom.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
      expect(json.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8')
      const [xml, text] = [await atom.text(), await json.text()]
      expect(findAtomFlaws(xml)).toEqual([])
      expect(findJsonFeedFlaws(text)).toEqual([])
      const entries = childrenOf(parseXml(xml), 'entry')
      const { items, feed_url: self } = JSON.parse(text) as JsonFeed
      expect(items.length).toBeGreaterThan(1)
      expect(self).toBe(ORIGIN + feed('json'))
      expect(
        entries.map((e) => [textIn(e, 'id'), textIn(e, 'title'), textIn(e, 'content')]),
      ).toEqual(items.map((item) => [item.id, item.title, item.content_html]))
      const links = childrenOf(parseXml(xml), 'link').map((l) => l.attributes)
      expect(links.find((l) => l['rel'] === 'self')?.['href']).toBe(ORIGIN + feed('atom'))
    }
  })

  test('leads to the pages it tells of, with addresses below the base URL', async ({ db }) => {
    for (const feed of await everyFeed(db)) {
      const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
      const headers = { Host: 'gainsay.example' }
      const answer = await app.request(`https://gainsay.example${feed('json')}`, { headers })
      const { items, home_page_url: home } = (await answer.json()) as JsonFeed
      const inside = items.flatMap((item) => {
        const { document } = parseHTML(`<main>${item.content_html}</main>`)
        return [...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')
      })
      for (const url of new Set([home, ...items.map((item) => item.url), ...inside])) {
        expect(url.startsWith('https://gainsay.example/')).toBe(true)
        expect((await app.request(url, { headers })).status).toBe(200)
      }
    }
  })

  test('answers 304 until the topic changes', async ({ db }) => {
    const feeds = await everyFeed(db)
    const { app } = anApp({ db })
    const ask = async (path: string, etag: string) =>
      (await app.request(path, { headers: { 'If-None-Match': etag } })).status
    for (const path of feeds.flatMap((feed) => [feed('atom'), feed('json')])) {
      const first = await app.request(path)
      expect(first.headers.get('Cache-Control')).toBe('no-cache')
      expect(await ask(path, first.headers.get('ETag') ?? '')).toBe(304)
    }
    const path = paths.topicFeed('strait', 'atom')
    const etag = (await app.request(path)).headers.get('ETag') ?? ''
    await changeClaim(db, 'only', { statement: 'Two groups and no other.' }, later(1))
    expect(await ask(path, etag)).toBe(200)
  })

  test('is not there where the asker may not see the topic, or there is no such thing', async ({
    db,
  }) => {
    const feeds = await everyFeed(db)
    await db.updateTable('topic').set({ visibility: 'private' }).execute()
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const path of feeds.flatMap((feed) => [feed('atom'), feed('json')])) {
      expect((await app.request(path)).status).toBe(404)
      const own = await app.request(path, { headers: { Cookie } })
      expect(own.status).toBe(200)
      expect(own.headers.get('Cache-Control')).toContain('no-store')
    }
    for (const path of [
      paths.topicFeed('nowhere', 'atom'),
      paths.partyFeed({ id: 999_999 }, 'json'),
      paths.issueFeed({ id: 999_999 }, 'atom'),
      paths.contradictionFeed({ id: 999_999 }, 'json'),
      '/feeds/party/u.atom',
      '/feeds/party/.json',
      '/feeds/claim/1.atom',
      '/feeds/topic/strait.rss',
      '/feeds/topic/strait',
      '/feeds/topic/%00.atom',
    ])
      expect((await app.request(path)).status, path).toBe(404)
  })

  test('holds the newest fifty', async ({ db }) => {
    const { claims, ...rest } = aDispute()
    const more = Array.from({ length: 70 }, (_, i) => ({
      ...(claims.find((c) => c.slug === 'only-1') ?? never()),
      slug: `more-${i}`,
    }))
    await imported(db, { ...rest, claims: [...claims, ...more] })
    expect(await itemsOf(db, paths.topicFeed('strait', 'json'))).toHaveLength(50)
    await changeClaim(db, 'every', { statement: 'Changed last.' }, later(5))
    const [first] = await titlesOf(db, paths.topicFeed('strait', 'json'))
    expect(first).toBe('Corrected: بيتا: Changed last.')
  })
})

const never = (): never => {
  throw new Error('There is no such claim.')
}

describe('a claim in a feed', () => {
  test('is told with its quotation, its source and a way to it', async ({ db }) => {
    await imported(db)
    const items = await itemsOf(db, paths.topicFeed('strait', 'json'))
    const item = items.find((one) => one.title === 'Alpha: Only two groups.')
    expect(item?.content_html).toContain(
      `<blockquote lang="en" dir="ltr"><p>${ONLY}</p></blockquote>`,
    )
    expect(item?.content_html).toContain('Report english')
    expect(item?.content_html).toContain('<bdi>Ana Alder</bdi>, <bdi>Minister</bdi>')
    const { id } = await db
      .selectFrom('claim')
      .select('id')
      .where('slug', '=', 'only')
      .executeTakeFirstOrThrow()
    expect(item?.url).toBe(`${ORIGIN}${paths.claim({ id })}`)
    const arabic = items.find((one) => one.title === 'بيتا: Every armed group.')
    expect(arabic?.content_html).toContain('<blockquote lang="ar" dir="rtl">')
    expect(arabic?.content_html).toContain('Every armed group must be hit')
  })

  test('is told again when it is corrected, withdrawn and put back; never as it was before', async ({
    db,
  }) => {
    await imported(db)
    await changeClaim(db, 'only', { statement: 'Two groups and no other.' }, later(1))
    const statement = 'Two groups and no other.'
    await changeClaim(db, 'only', { statement, withdrawn: { reason: 'Misread.' } }, later(2))
    const path = paths.topicFeed('strait', 'json')
    const gone = (await itemsOf(db, path)).filter((item) => item.title.includes(statement))
    expect(gone.map((item) => item.title)).toEqual([
      `Withdrawn: Alpha: ${statement}`,
      `Corrected: Alpha: ${statement} (withdrawn since)`,
      `Alpha: ${statement} (withdrawn since)`,
    ])
    for (const item of gone)
      expect(item.content_html).toContain('Withdrawn. Reason: <bdi>Misread.</bdi>')
    expect(gone.map((item) => item.date_published)).toEqual(
      [later(2), later(1), noon].map((at) => at.toISOString()),
    )
    expect((await titlesOf(db, path)).join()).not.toContain('Only two groups.')
    const { id, version } = await db
      .selectFrom('claim')
      .select(['id', 'version'])
      .where('slug', '=', 'only')
      .executeTakeFirstOrThrow()
    const putBack = { claimId: id, version, withdraw: false, reason: 'Read again.' }
    await withdrawClaim(db, {
      ...putBack,
      change: { by: 'Ana', accountId: undefined, now: later(3) },
    })
    const [first] = await itemsOf(db, path)
    expect(first?.title).toBe(`No longer withdrawn: Alpha: ${statement}`)
    expect(first?.content_html).toContain('No longer withdrawn. Reason: <bdi>Read again.</bdi>')
    expect(first?.content_html).not.toContain('Misread.')
  })

  test('has an id that stays while others are added', async ({ db }) => {
    await imported(db)
    const before = (await itemsOf(db, paths.topicFeed('strait', 'json'))).map((item) => item.id)
    await changeClaim(db, 'only', { statement: 'Two groups and no other.' }, later(1))
    const after = (await itemsOf(db, paths.topicFeed('strait', 'json'))).map((item) => item.id)
    expect(after.slice(1)).toEqual(before)
    expect(new Set(after).size).toBe(after.length)
  })

  test('comes through whole, whatever it says', async ({ db }) => {
    const { claims, ...rest } = aDispute()
    const model = claims.find((c) => c.slug === 'only-1') ?? never()
    const statements = HOSTILE_STRINGS.flatMap((text) => {
      const parsed = DossierClaim.shape.statement.safeParse(text)
      return parsed.success && parseJson(JSON.stringify(text)).ok ? [parsed.data] : []
    })
    expect(statements.length).toBeGreaterThan(60)
    for (let from = 0; from < statements.length; from += 40) {
      const some = statements.slice(from, from + 40)
      const slug = `hostile-${from}`
      const made = some.map((statement, i) => ({ ...model, slug: `hostile-${i}`, statement }))
      await imported(db, { ...rest, topic: { ...rest.topic, slug }, claims: made })
      const items = await itemsOf(db, paths.topicFeed(slug, 'json'))
      const told = items.map((item) => {
        const { document } = parseHTML(`<main>${item.content_html}</main>`)
        expect(document.querySelector('script, img, iframe, base, meta, form')).toBeNull()
        return document.querySelectorAll('a bdi')[1]?.textContent
      })
      expect(new Set(told)).toEqual(new Set(some))
      expect(told).toHaveLength(some.length)
      const atom = await (await anApp({ db }).app.request(paths.topicFeed(slug, 'atom'))).text()
      expect(findAtomFlaws(atom)).toEqual([])
    }
  })
})

describe('a contradiction in a feed', () => {
  const filed =
    'Contradiction filed: Alpha and بيتا conflict on “Which groups should strikes target?”'

  test('is told when it is filed, in its sentence, in the feeds of both its parties', async ({
    db,
  }) => {
    const id = await imported(db)
    const parties = await db.selectFrom('party').select(['id', 'slug']).execute()
    for (const { id: party, slug } of parties) {
      const titles = await titlesOf(db, paths.partyFeed({ id: party }, 'json'))
      expect(titles.includes(filed), slug).toBe(slug === 'alpha' || slug === 'beta')
    }
    const items = await itemsOf(db, paths.contradictionFeed({ id: id('strikes') }, 'json'))
    expect(items[0]?.title).toBe(filed)
    expect(items[0]?.content_html).toContain('Not reviewed.')
    // Its own evidence, and nobody else's.
    expect(items.map((item) => item.title)).toContain('Alpha: Only two groups, time 6.')
    expect(items.map((item) => item.title).join()).not.toContain('months')
  })

  const reviewer = async (db: Db) => {
    await signedIn(anApp({ db }).app, db)
    const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    return async (id: number, verdict: Verdict, minutes: number, reason?: DismissalReason) =>
      await reviewContradiction(db, {
        contradictionId: id,
        seen: (await findSeen(db, id)) ?? '',
        reviewer: { accountId, name: 'Rosa Reviewer' },
        verdict,
        reason,
        now: later(minutes),
      })
  }

  test('is told when it is settled, with the outcome and the reason, and when it is reopened without', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const review = await reviewer(db)
    const path = paths.contradictionFeed({ id }, 'json')
    await review(id, 'no conflict', 1, 'different scope')
    const [settled] = await itemsOf(db, path)
    expect(settled?.title).toBe(
      'Dismissed: Alpha and بيتا on “Which groups should strikes target?”: no conflict',
    )
    expect(settled?.content_html).toContain('different scope')
    await review(id, 'cannot tell', 2)
    const items = await itemsOf(db, path)
    expect(items.slice(0, 3).map((item) => item.title)).toEqual([
      filed.replace('Contradiction filed', 'Under review again'),
      filed.replace('Contradiction filed', 'Settled'),
      filed,
    ])
    for (const format of ['atom', 'json'] as const) {
      const text = await (
        await anApp({ db }).app.request(paths.contradictionFeed({ id }, format))
      ).text()
      for (const hidden of ['scope', 'ismissed', 'annot tell', 'no conflict', 'Rosa'])
        expect(text).not.toContain(hidden)
    }
  })

  test('shows nothing of reviews that have not settled it', async ({ db }) => {
    const id = (await imported(db))('strikes')
    await judge(db, id, { Rosa: 'tension', Sam: 'no conflict' })
    await settle(db, id, 'under review')
    for (const path of [
      paths.topicFeed('strait', 'atom'),
      paths.contradictionFeed({ id }, 'json'),
    ]) {
      const text = await (await anApp({ db }).app.request(path)).text()
      for (const hidden of ['ension', 'no conflict', 'Rosa', 'both can hold', '2 reviewers'])
        expect(text).not.toContain(hidden)
    }
  })

  test('is told when the two sides no longer conflict, from when that was recorded', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const { claims, ...rest } = aDispute()
    const newer = {
      ...(claims.find((c) => c.slug === 'every') ?? never()),
      slug: 'two-now',
      position: 'two',
      said: '2015-12-18',
      statement: 'Two groups, we agree.',
      citations: [{ source: 'plain' }],
    }
    const text = JSON.stringify({ ...rest, claims: [...claims, newer] })
    await importDossier(db, { text, file: 'newer.json', now: later(9) })
    const [first] = await itemsOf(db, paths.contradictionFeed({ id }, 'json'))
    expect(first).toMatchObject({
      id: `${ORIGIN}/x/${encodeId(id)}#resolved-2015-12-18`,
      title: 'Resolved: Alpha and بيتا conflicted on “Which groups should strikes target?”',
      date_published: later(9).toISOString(),
    })
    expect(first?.content_html).toContain('no longer conflict as of')
  })
})

describe('pages that can be followed', () => {
  const pages = async (db: Db) => {
    const feeds = await everyFeed(db)
    const json = await Promise.all(
      feeds.map(async (feed) => {
        const answer = await anApp({ db }).app.request(feed('json'))
        return ((await answer.json()) as JsonFeed).home_page_url.slice(ORIGIN.length)
      }),
    )
    return feeds.map((feed, i) => [json[i] ?? '', feed] as const)
  }

  test('name both feeds in their head and in a line that is seen', async ({ db }) => {
    for (const [page, feed] of await pages(db)) {
      const html = await (await anApp({ db }).app.request(page)).text()
      const { document } = parseHTML(html)
      const links = [
        ...document.querySelectorAll(
          'head link[rel=alternate]:not([type*=oembed], [type*=markdown])',
        ),
      ].map((link) => [link.getAttribute('type'), link.getAttribute('href')])
      expect(links).toEqual([
        ['application/atom+xml', feed('atom')],
        ['application/feed+json', feed('json')],
      ])
      expect(document.querySelector(`main a[href="${feed('atom')}"]`)?.textContent).toBe('Atom')
      expect(document.querySelector(`main a[href="${feed('json')}"]`)?.textContent).toBe(
        'JSON Feed',
      )
      expect(await faultsOf(html)).toEqual([])
    }
  })

  test('name none where the topic is private: no feed reader could sign in', async ({ db }) => {
    const shown = await pages(db)
    await db.updateTable('topic').set({ visibility: 'private' }).execute()
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const [page] of shown) {
      const answer = await app.request(page, { headers: { Cookie } })
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('/feeds/')
    }
  })
})
