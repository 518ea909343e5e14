import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { takeBackReview } from '#server/actions/take-back-review.ts'
import { withdrawClaim } from '#server/actions/withdraw-claim.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { recorded, textOf } from '#test/support/a-record.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const read = async (db: Db, path: string, headers = {}): Promise<string> => {
  const answer = await anApp({ db }).app.request(path, { headers })
  expect(answer.status, path).toBe(200)
  return await answer.text()
}

/** The entries of a page as sentences, the newest first. */
const deedsOn = (page: string): string[] =>
  page
    .split('<p class="strong history-deed">')
    .slice(1)
    .map((rest) => textOf(rest.split('</p>')[0] ?? '').trim())

async function later(db: Db, change: (dossier: Dossier) => Dossier, file = 'later.json') {
  await importDossier(db, { text: JSON.stringify(change(aDispute())), file, now: noon })
}

async function aReviewer(db: Db) {
  await signedIn(anApp({ db }).app, db)
  const { id } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  return { accountId: id, name: 'Rita Reviewer' }
}

async function review(db: Db, contradictionId: number): Promise<number> {
  const { reviewId } = await reviewContradiction(db, {
    contradictionId,
    seen: (await findSeen(db, contradictionId)) ?? '',
    reviewer: await aReviewer(db),
    verdict: 'no conflict',
    reason: 'misquotation',
    note: 'A secret note.',
    now: noon,
  })
  return reviewId
}

describe('the history of a topic', () => {
  test('tells the newest first: who did what to what, why, and which words changed', async ({
    db,
  }) => {
    const idOf = await imported(db)
    await later(db, (d) => ({
      ...d,
      parties: d.parties.map((p) => (p.slug === 'alpha' ? { ...p, name: 'Alpha Republic' } : p)),
    }))
    const { id } = await db
      .selectFrom('claim')
      .where('slug', '=', 'three')
      .select('id')
      .executeTakeFirstOrThrow()
    const change = { by: 'Ana Editor', now: noon }
    await withdrawClaim(db, { claimId: id, version: 1, withdraw: true, reason: 'Misread.', change })
    const page = await read(db, paths.history('strait'))
    expect(deedsOn(page).slice(0, 3)).toEqual([
      'Ana Editor withdrew the claim Three to four months.',
      'A dossier import changed the party Alpha Republic',
      expect.stringMatching(/^Gainsay filed the contradiction of /),
    ])
    expect(page).toContain(`<a href="${paths.claim({ id, slug: 'three' })}"><bdi>Three to four`)
    expect(page).toContain(`href="${paths.contradiction({ id: idOf('border') })}"`)
    expect(page).toContain('<td dir="auto">Alpha</td><td dir="auto">Alpha<ins> Republic</ins></td>')
    expect(textOf(page)).toContain('Reason: Misread.')
    expect(textOf(page)).toContain('Reason: Imported from later.json')
    expect(textOf(page)).toMatch(/Entry 38 ?Version 2/)
    expect(page).toContain(`href="${paths.topicCheckpoint('strait')}"`)
    expect(page).toContain(`href="${paths.historyProof('strait')}"`)
    expect(page).not.toContain(HOSTILE)
    expect(await faultsOf(page)).toEqual([])
  })

  test('is chosen by what and by whom, and says where nothing fits', async ({ db }) => {
    await imported(db)
    const parties = deedsOn(await read(db, paths.history('strait', { of: 'party', by: '' })))
    expect(parties).toHaveLength(3)
    const filed = deedsOn(await read(db, paths.history('strait', { by: 'Gainsay' })))
    expect(filed).toHaveLength(5)
    const page = await read(db, paths.history('strait', { of: 'contradiction', by: 'Gainsay' }))
    expect(deedsOn(page)).toEqual(filed)
    expect(page).toContain('<option value="Gainsay" selected')
    const none = await read(db, paths.history('strait', { of: 'search' }))
    expect(textOf(none)).toContain('Nothing here fits what is chosen.')
    const { app } = anApp({ db })
    expect((await app.request(`${paths.history('strait')}?of=weather`)).status).toBe(400)
  })

  test('goes on by numbered pages, each entry once', async ({ db }) => {
    await imported(db)
    for (let i = 0; i < 70; i++)
      await later(db, (d) => ({ ...d, topic: { ...d.topic, title: `The strait ${i}` } }))
    const numbersOn = (page: string) =>
      [...page.matchAll(/<li id="e(\d+)"/g)].map(([, n]) => Number(n))
    const all: number[] = []
    for (const n of ['1', '2', '3']) {
      const page = await read(db, paths.history('strait', { page: n }))
      expect(page).toContain(`<title>History: The strait 69${n === '1' ? '' : `, page ${n}`}`)
      all.push(...numbersOn(page))
    }
    expect(all).toEqual(Array.from({ length: 106 }, (_, i) => 106 - i))
  })

  test('says that a review was given, and no more, until the contradiction is settled', async ({
    db,
  }) => {
    const idOf = await imported(db)
    await db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
    const contradictionId = idOf('strikes')
    const reviewId = await review(db, contradictionId)
    const reviewer = await aReviewer(db)
    const { Cookie } = await signedIn(anApp({ db }).app, db)
    const everywhere = async () => [
      await read(db, paths.history('strait')),
      await read(db, paths.history('strait'), { Cookie }),
      await read(db, paths.historyJson('strait')),
      await read(db, paths.historyCsv('strait')),
    ]
    for (const text of await everywhere()) {
      for (const word of ['misquotation', 'secret', 'no conflict']) expect(text).not.toContain(word)
      expect(text.match(/Rita/g)?.length ?? 0).toBeLessThanOrEqual(3)
    }
    const page = await read(db, paths.history('strait'))
    expect(deedsOn(page).slice(0, 2)).toEqual([
      'Rita Reviewer moved the contradiction of Alpha and بيتا: Which groups should strikes target? from open to under review',
      'A review was given on the contradiction of Alpha and بيتا: Which groups should strikes target?',
    ])
    expect(deedsOn(await read(db, paths.history('strait', { by: 'Rita Reviewer' })))).toHaveLength(
      1,
    )
    await takeBackReview(db, { contradictionId, reviewId, reviewer, now: noon })
    expect(deedsOn(await read(db, paths.history('strait')))[1]).toMatch(/^A review ended on/)
    await db.updateTable('topic').set({ reviews_to_settle: 1 }).execute()
    await review(db, contradictionId)
    const [moved, given] = deedsOn(await read(db, paths.history('strait')))
    expect(moved).toMatch(/from open to dismissed$/)
    expect(given).toMatch(/^Rita Reviewer reviewed .* as no conflict \(misquotation\)$/)
    for (const text of await everywhere()) expect(text).toContain('A secret note.')
  })

  test('is there for whoever may see the topic, and not sent again unchanged', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const path of [paths.history, paths.historyJson, paths.historyCsv]) {
      expect((await app.request(path('strait'))).status).toBe(404)
      expect((await app.request(path('strait'), { headers: { Cookie } })).status).toBe(200)
    }
    await db.updateTable('topic').set({ visibility: 'public' }).execute()
    const etag = (await app.request(paths.history('strait'))).headers.get('ETag') ?? ''
    const again = { headers: { 'If-None-Match': etag } }
    expect((await app.request(paths.history('strait'), again)).status).toBe(304)
  })
})

describe('the history as a file', () => {
  const naughty = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    '"; say "',
    'two\nlines',
    'بيتا, ok',
  ]

  const aNaughtyTown = (): Dossier => ({
    ...aDossier(),
    parties: [
      ...aDossier().parties,
      ...naughty.map((name, i) => ({ slug: `n${i}`, name, kind: 'state', aliases: [] })),
    ],
  })

  test('is CSV in which no cell begins a formula', async ({ db }) => {
    await recorded(db, aNaughtyTown())
    const answer = await anApp({ db }).app.request(paths.historyCsv('bridge', { of: 'party' }))
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('Content-Disposition')).toContain('bridge-history.csv')
    const text = await answer.text()
    const lines = text.split('\r\n')
    expect(lines[0]).toBe('"entry","at","by","did","thing","name","outcome","version","reason"')
    expect(lines).toHaveLength(2 + aNaughtyTown().parties.length)
    const cells = [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell)
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1']) expect(cells).toContain(`'${name}`)
    expect(cells).toContain('""; say ""')
  })

  test('is JSON that holds every text as it is, the newest entry first', async ({ db }) => {
    await recorded(db, aNaughtyTown())
    const { topic, entries } = JSON.parse(await read(db, paths.historyJson('bridge'))) as {
      topic: string
      entries: { seq: number; entity: string; after: { name?: string } }[]
    }
    expect(topic).toBe('bridge')
    expect(entries.map((e) => e.seq)).toEqual(entries.map((_, i) => entries.length - i))
    const names = entries.flatMap((e) => (e.entity === 'party' ? [e.after.name] : []))
    for (const name of naughty) expect(names).toContain(name)
    const none = await read(db, paths.historyJson('bridge', { by: 'Nobody' }))
    expect(JSON.parse(none)).toEqual({ topic: 'bridge', entries: [] })
  })
})

describe('the history of one thing', () => {
  test('has its own page for each kind, linked from the thing, with what was recorded first', async ({
    db,
  }) => {
    const { ...of } = await recorded(db, aDispute())
    await later(db, (d) => ({
      ...d,
      people: d.people.map((p) => ({
        ...p,
        roles: [{ party: 'alpha', title: 'President', from: '2016' }],
      })),
      sources: d.sources.map((s) => ({ ...s, grade: 'A' as const })),
      issues: d.issues.map((i) => ({ ...i, question: `${i.question} Today?` })),
      parties: d.parties.map((p) => ({ ...p, kind: 'kingdom' })),
    }))
    const things = [
      ['person', await of.person('ana'), paths.person, paths.personHistory, 'President'],
      ['source', await of.source('english'), paths.source, paths.sourceHistory, 'Grade'],
      ['issue', await of.issue('strikes'), paths.issue, paths.issueHistory, 'Today?'],
      ['party', await of.party('alpha'), paths.party, paths.partyHistory, 'kingdom'],
    ] as const
    for (const [word, thing, address, history, changed] of things) {
      const page = await read(db, history(thing))
      expect(deedsOn(page)).toEqual(['A dossier import changed it', 'A dossier import recorded it'])
      expect(textOf(page)).toContain(`History of this ${word}`)
      expect(textOf(page)).toContain(changed)
      expect(textOf(page)).toContain('As recorded')
      expect(page).toContain(`href="${address(thing)}"`)
      expect(await read(db, address(thing))).toContain(`href="${history(thing)}"`)
      expect(await faultsOf(page)).toEqual([])
    }
    expect(textOf(await read(db, paths.personHistory(await of.person('ana'))))).toContain(
      'Party: Alpha; Title: President; From: 2016',
    )
    expect(await read(db, paths.topic('strait'))).toContain(`href="${paths.history('strait')}"`)
  })

  test('is not there where the thing is not, or is hidden', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    for (const path of ['/i/1', '/p/1', '/people/1', '/s/1', '/c/1', '/i/zzz', '/s/-'])
      expect((await app.request(`${path}/history`)).status, path).toBe(404)
  })
})
