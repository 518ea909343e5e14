import { describe, expect } from 'vitest'
import type { Dossier, DossierClaim, DossierSource } from '#server/domain/dossier.ts'
import { claimAnchor, paths } from '#server/paths.ts'
import { EVERY, aDispute } from '#test/support/a-dispute.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { aCapture, recorded, textOf } from '#test/support/a-record.ts'
import { anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const TEXT = 'The mayor spoke.\n\nShe said: <b>build the long bridge now</b> & not later. 𝔘 Done.'

const aSource = (given: Partial<DossierSource> = {}): DossierSource => ({
  slug: 'gazette',
  kind: 'article',
  title: 'Town <i>gazette</i>',
  publisher: 'The Gazette',
  authors: ['A. Author', 'كاتب'],
  url: 'https://gazette.example/a?b=1&c=2',
  archiveUrl: 'https://archive.example/a',
  published: '2020-02-01',
  language: 'en',
  grade: 'C',
  capture: aCapture(TEXT),
  ...given,
})

const quoting = (slug: string, quote: string | undefined, given: Partial<DossierClaim> = {}) =>
  aClaim({
    slug,
    statement: `Claim ${slug}`,
    citations: [{ source: 'gazette', ...(quote === undefined ? {} : { quote }) }],
    ...given,
  })

const aPage = (claims: DossierClaim[], source = aSource()): Dossier => ({
  ...aDossier(),
  sources: [source],
  claims,
})

async function shown(db: Parameters<typeof recorded>[0], dossier: Dossier) {
  const ids = await recorded(db, dossier)
  const path = paths.source(await ids.source('gazette'))
  const answer = await anApp({ db }).app.request(path)
  expect(answer.status).toBe(200)
  return { page: await answer.text(), ids, path }
}

describe('the page of a source', () => {
  test('says where it comes from, and leads out without saying where from', async ({ db }) => {
    const { page } = await shown(db, aPage([]))
    const text = textOf(page)
    expect(text).toContain(
      'KindarticlePublisherThe GazetteAuthorsA. Author, كاتبPublished1 February 2020',
    )
    expect(text).toContain(
      'LanguageEnglish (en)ReliabilityC: fairly reliableOriginalgazette.example',
    )
    expect(text).toContain(`Captured24 November 2026SHA-256 ${aCapture(TEXT).sha256}`)
    expect(page).toContain(
      '<a class="source-link" href="https://gazette.example/a?b=1&amp;c=2" rel="noopener noreferrer nofollow ugc">',
    )
    expect(text).toContain('No claim cites this source yet.')
    expect(page).not.toContain('<i>gazette')
    expect(await faultsOf(page)).toEqual([])
  })

  test('marks the words of a claim in the text, with its anchor and the way to its note', async ({
    db,
  }) => {
    const { page, ids } = await shown(db, aPage([quoting('c1', 'build the long bridge')]))
    const anchor = claimAnchor(await ids.claim('c1'))
    expect(page).toContain(
      `<mark class="claimed" id="${anchor}">build the long bridge</mark><a class="footnote" data-stop="true" lang="en" dir="ltr" href="#n-${anchor.slice(2)}">`,
    )
    expect(page).toContain(`<li id="n-${anchor.slice(2)}" class="source-note">`)
    expect(page).toContain(`href="#${anchor}"`)
    expect(page).toContain('The mayor spoke.\n\nShe said: &lt;b&gt;')
    expect(page.match(new RegExp(`id="${anchor}"`, 'g'))).toHaveLength(1)
    expect(await faultsOf(page)).toEqual([])
  })

  test('splits marks where quotations overlap; each claim keeps one anchor and one number', async ({
    db,
  }) => {
    const claims = [
      quoting('c1', 'build the long bridge'),
      quoting('c2', 'long bridge now', { said: '2020-01-02' }),
      quoting('c3', 'build the', { said: '2020-01-03' }),
    ]
    const { page, ids } = await shown(db, aPage(claims))
    for (const { slug } of claims) {
      const anchor = claimAnchor(await ids.claim(slug))
      expect(page.match(new RegExp(`id="${anchor}"`, 'g'))).toHaveLength(1)
      expect(
        page.match(new RegExp(`class="footnote"[^>]*href="#n-${anchor.slice(2)}"`, 'g')),
      ).toHaveLength(1)
    }
    const marked = [...page.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map((m) => m[1])
    expect(marked).toEqual(['build the', ' ', 'long bridge', ' now'])
    expect(await faultsOf(page)).toEqual([])
  })

  test('numbers claims in the order of the text', async ({ db }) => {
    const { page } = await shown(
      db,
      aPage([
        quoting('late', 'not later'),
        quoting('early', 'The mayor spoke', { said: '2020-01-02' }),
      ]),
    )
    expect(textOf(page)).toMatch(
      /Claim 1 North · 2 Jan 2020.*Claim early.*Claim 2 North · 1 Jan 2020.*Claim late/,
    )
  })

  test('marks what two claims quote alike once, with both anchors and both numbers', async ({
    db,
  }) => {
    const { page, ids } = await shown(
      db,
      aPage([quoting('c1', 'not later'), quoting('c2', 'not later', { said: '2020-01-02' })]),
    )
    expect(page.match(/<mark/g)).toHaveLength(1)
    for (const slug of ['c1', 'c2'])
      expect(page).toContain(`id="${claimAnchor(await ids.claim(slug))}"`)
    expect(page.match(/class="footnote"/g)).toHaveLength(2)
    expect(await faultsOf(page)).toEqual([])
  })

  test('shows a right-to-left text in its direction, with marks in place', async ({ db }) => {
    const { source } = await recorded(db, aDispute())
    const page = await (
      await anApp({ db }).app.request(paths.source(await source('arabic')))
    ).text()
    expect(page).toContain('<div class="document" lang="ar" dir="rtl">')
    expect(page).toContain(`>${EVERY}</mark>`)
    expect(await faultsOf(page)).toEqual([])
  })

  test('without a text gives each claim’s words the anchor that links lead to', async ({ db }) => {
    const claims = [
      aClaim({
        slug: 'c1',
        citations: [
          {
            source: 'gazette',
            quote: 'построить мост',
            language: 'ru',
            translation: 'Build it',
            translator: 'Tal',
            locator: 'p. 4',
          },
        ],
      }),
      quoting('c2', undefined, { said: '2020-01-02' }),
    ]
    const { page, ids } = await shown(db, aPage(claims, aSource({ capture: undefined })))
    expect(textOf(page)).toContain('The text of this source is not kept here.')
    expect(page).toContain(`<div class="note-body" id="${claimAnchor(await ids.claim('c1'))}">`)
    expect(page).toContain(`<div class="note-body" id="${claimAnchor(await ids.claim('c2'))}">`)
    expect(page).toContain('<blockquote lang="ru" dir="ltr"><p>построить мост</p></blockquote>')
    expect(textOf(page)).toContain('Build itTranslation by TalAt p. 4')
    expect(await faultsOf(page)).toEqual([])
  })

  test('keeps the anchors of withdrawn claims and of context, and says what they are', async ({
    db,
  }) => {
    const { page, ids } = await shown(
      db,
      aPage([
        quoting('c1', 'not later', { withdrawn: { reason: 'Misread.' } }),
        quoting('c2', undefined, { bearing: 'context' }),
      ]),
    )
    expect(page).toContain(`id="${claimAnchor(await ids.claim('c1'))}"`)
    expect(textOf(page)).toContain('Build the bridgeWithdrawn')
    expect(textOf(page)).toContain('Build the bridgeContext only')
  })

  test('holds a long text with many claims', async ({ db }) => {
    const sentences = Array.from(
      { length: 300 },
      (_, i) => `Sentence ${i} of the mayor, said at length.`,
    )
    const text = sentences.map((s) => `${s} ${'And so on. '.repeat(500)}\n`).join('')
    const claims = sentences.map((s, i) =>
      quoting(`c${i}`, s, { said: `2020-01-${String(1 + (i % 28)).padStart(2, '0')}` }),
    )
    const { page } = await shown(db, aPage(claims, aSource({ capture: aCapture(text) })))
    expect(text.length).toBeGreaterThan(1_600_000)
    expect(page.match(/<mark/g)).toHaveLength(300)
    expect(textOf(page)).toContain('300 claims')
  })

  test('is not sent again, nor its text read, until the topic changes', async ({ db }) => {
    const { path } = await shown(db, aPage([quoting('c1', 'not later')]))
    const { app } = anApp({ db })
    const etag = (await app.request(path)).headers.get('ETag') ?? ''
    expect((await app.request(path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  test('is not there under a wrong id, nor in a private topic', async ({ db }) => {
    const dossier = aPage([])
    const { source } = await recorded(db, {
      ...dossier,
      topic: { ...dossier.topic, visibility: 'private' },
    })
    const { app } = anApp({ db })
    const path = paths.source(await source('gazette'))
    for (const wrong of [path, '/s/zzz', '/s/-x'])
      expect((await app.request(wrong)).status).toBe(404)
    const { Cookie } = await signedIn(app, db)
    expect((await app.request(path, { headers: { Cookie } })).status).toBe(200)
  })
})

describe('the list of sources', () => {
  test('has the newest first, with how many claims cite each, and what is not kept', async ({
    db,
  }) => {
    await recorded(db, {
      ...aPage([quoting('c1', 'not later')]),
      sources: [
        aSource(),
        aSource({ slug: 'radio', title: 'Radio', published: '2021', capture: undefined }),
      ],
    })
    const page = await (await anApp({ db }).app.request(paths.sources('bridge'))).text()
    expect(textOf(page)).toContain(
      'RadioThe Gazette, article, 2021 · 0 claims, text not keptTown <i>gazette</i>The Gazette, article, 1 February 2020 · 1 claim',
    )
    expect(await faultsOf(page)).toEqual([])
  })

  test('says where sources come from when there are none', async ({ db }) => {
    await recorded(db, { ...aDossier(), sources: [], claims: [] })
    const page = await (await anApp({ db }).app.request(paths.sources('bridge'))).text()
    expect(textOf(page)).toContain('No sources yet')
  })

  test('turns its pages', async ({ db }) => {
    const sources = Array.from({ length: 51 }, (_, i) =>
      aSource({ slug: `s${i}`, title: `Source ${i}`, capture: undefined }),
    )
    await recorded(db, { ...aDossier(), sources, claims: [] })
    const page = await (await anApp({ db }).app.request(`${paths.sources('bridge')}?page=2`)).text()
    expect(page).toContain('Source 50')
    expect(page).not.toContain('Source 49<')
  })
})
