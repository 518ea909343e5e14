import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { recorded, textOf } from '#test/support/a-record.ts'
import { type App, anApp, later, signedIn } from '#test/support/app.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

interface Told {
  readonly topic: string
  readonly seq: number
  readonly at: string
  readonly kind: string
}

async function entriesOf(app: App, query: Record<string, string> = {}, headers = {}) {
  const answer = await app.request(paths.allHistoryJson(query), { headers })
  expect(answer.status, JSON.stringify(query)).toBe(200)
  return ((await answer.json()) as { entries: Told[] }).entries
}

const nameOf = ({ topic, seq }: Pick<Told, 'topic' | 'seq'>) => `${topic} ${seq}`

/** The entries of a page, as they are named. */
const namesOn = (page: string): string[] =>
  [...page.matchAll(/<li id="e(\d+)-([^"]+)"/g)].map(([, seq, topic]) => `${topic} ${seq}`)

const deedsOn = (page: string): string[] =>
  page
    .split('<p class="strong history-deed">')
    .slice(1)
    .map((rest) => textOf(rest.split('</p>')[0] ?? '').trim())

/** Two topics with changes at several instants, in turns. */
async function twoTopics(db: Db, visibility: 'public' | 'private' = 'public') {
  const idOf = await imported(db)
  const { topic, ...rest } = aDossier()
  const save = async (dossier: object, minutes: number) =>
    await importDossier(db, {
      text: JSON.stringify(dossier),
      file: `f${minutes}.json`,
      now: later(minutes),
    })
  await save({ ...rest, topic: { ...topic, visibility } }, 1)
  const parties = (name: string) =>
    aDispute().parties.map((p) => (p.slug === 'alpha' ? { ...p, name } : p))
  await save({ ...aDispute(), parties: parties('Alpha Two') }, 2)
  await save({ ...rest, topic: { ...topic, visibility, title: 'The new bridge' } }, 3)
  await save({ ...aDispute(), parties: parties('Alpha Three') }, 60 * 24)
  return idOf
}

/** What the histories of topics hold, each by itself. */
async function reference(app: App, slugs: readonly string[], headers = {}): Promise<Told[]> {
  const all: Told[] = []
  for (const topic of slugs) {
    const answer = await app.request(paths.historyJson(topic), { headers })
    const { entries } = (await answer.json()) as { entries: Omit<Told, 'topic'>[] }
    all.push(...entries.map((entry) => ({ ...entry, topic })))
  }
  return all
}

describe('the history of all topics', () => {
  test('holds every entry of every topic once, the newest first', async ({ db }) => {
    await twoTopics(db)
    const { app } = anApp({ db })
    const all = await entriesOf(app)
    const each = await reference(app, ['strait', 'bridge'])
    expect(all.map(nameOf).sort()).toEqual(each.map(nameOf).sort())
    const times = all.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())
    const bySelf = new Map(each.map((entry) => [nameOf(entry), entry]))
    for (const entry of all) expect(entry).toEqual(bySelf.get(nameOf(entry)))
  })

  test('goes on from page to page without a gap', async ({ db }) => {
    await twoTopics(db)
    for (const title of ['A', 'B', 'C', 'D', 'E'])
      await imported(db, { ...aDispute(), topic: { ...aDispute().topic, title } })
    const { app } = anApp({ db })
    const all = await entriesOf(app)
    const read: string[] = []
    let address: string | undefined = paths.allHistory()
    for (let page = 0; address !== undefined && page < 10; page++) {
      const text: string = await (await app.request(address)).text()
      read.push(...namesOn(text))
      if (page > 0) expect(text).toContain('The newest entries')
      const next = /rel="next"[^>]* href="([^"]+)"/.exec(text)?.[1]
      address = next?.replaceAll('&amp;', '&').replace('#history', '')
    }
    expect(all.length).toBeGreaterThan(50)
    expect(read).toEqual(all.map(nameOf))
  })

  test('is shown as sentences with the topic of each', async ({ db }) => {
    await twoTopics(db)
    const page = await (await anApp({ db }).app.request(paths.allHistory())).text()
    expect(deedsOn(page).slice(0, 3)).toEqual([
      'A dossier import changed the party Alpha Three',
      'A dossier import changed the topic The new bridge',
      'A dossier import changed the party Alpha Two',
    ])
    expect(textOf(page)).toMatch(/Entry \d+ in The new bridge/)
    expect(page).toContain(`href="${paths.history('bridge')}"`)
    expect(page).not.toContain(HOSTILE)
    expect(await faultsOf(page)).toEqual([])
  })

  test('is narrowed by topic, kind, person, thing and days', async ({ db }) => {
    const idOf = await twoTopics(db)
    const { app } = anApp({ db })
    const all = await reference(app, ['strait', 'bridge'])
    const names = async (query: Record<string, string>) =>
      (await entriesOf(app, query)).map(nameOf).sort()
    const wanted = (is: (entry: Told & Record<string, unknown>) => boolean) =>
      all
        .filter((entry) => is({ ...entry }))
        .map(nameOf)
        .sort()
    expect(await names({ topic: 'bridge' })).toEqual(wanted((e) => e.topic === 'bridge'))
    for (const kind of ['party', 'topic', 'claim'])
      expect(await names({ kind })).toEqual(wanted((e) => e['entity'] === kind))
    expect(await names({ kind: 'contradiction' })).toEqual(wanted((e) => e.kind === 'status'))
    expect(await names({ by: 'Gainsay' })).toEqual(wanted((e) => e['by'] === 'Gainsay'))
    expect(await names({ by: 'Nobody' })).toEqual([])
    const { id } = await db
      .selectFrom('party')
      .where('slug', '=', 'alpha')
      .select('id')
      .executeTakeFirstOrThrow()
    const entity = paths.party({ id }).slice(1)
    const ofAlpha = wanted((e) => e['entity'] === 'party' && e['slug'] === 'alpha')
    expect(ofAlpha.length).toBe(3)
    expect(await names({ entity })).toEqual(ofAlpha)
    expect(await names({ entity, kind: 'claim' })).toEqual([])
    const border = paths.contradiction({ id: idOf('border') }).slice(1)
    const ofBorder = await entriesOf(app, { entity: border })
    expect(ofBorder.map((e) => e.kind)).toEqual(['status'])
    expect(await names({ from: '2026-11-25' })).toEqual(wanted((e) => e.at > '2026-11-25'))
    expect(await names({ to: '2026-11-24' })).toEqual(wanted((e) => e.at < '2026-11-25'))
    expect(await names({ from: '2026-11-26' })).toEqual([])
    expect(await names({ topic: '', kind: '', by: '', from: '', to: '', entity: '' })).toEqual(
      wanted(() => true),
    )
    const page = await (await app.request(paths.allHistory({ entity }))).text()
    expect(textOf(page)).toContain('Only what was done to Alpha Three.')
    expect(page).toContain(`<input type="hidden" name="entity" value="${entity}"`)
    const none = await (await app.request(paths.allHistory({ by: 'Nobody' }))).text()
    expect(textOf(none)).toContain('Nothing here fits what is chosen.')
  })

  test('tells nothing of topics that whoever asks may not see', async ({ db }) => {
    await twoTopics(db, 'private')
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const stranger = await signedInAs(app, db, { name: 'Eve', role: 'editor' })
    const of = await db
      .selectFrom('claim as c')
      .innerJoin('topic as t', 't.id', 'c.topic_id')
      .where('t.slug', '=', 'bridge')
      .select('c.id')
      .executeTakeFirstOrThrow()
    const entity = paths.claim(of).slice(1)
    for (const headers of [{}, { Cookie: stranger.Cookie }]) {
      const all = await entriesOf(app, {}, headers)
      expect(new Set(all.map(({ topic }) => topic))).toEqual(new Set(['strait']))
      for (const path of [paths.allHistory(), paths.allHistoryCsv()])
        expect(await (await app.request(path, { headers })).text()).not.toMatch(/bridge/i)
      for (const query of [{ topic: 'bridge' }, { entity }])
        for (const path of [paths.allHistory, paths.allHistoryJson, paths.allHistoryCsv])
          expect((await app.request(path(query), { headers })).status).toBe(404)
    }
    const owned = await entriesOf(app, {}, { Cookie })
    expect(new Set(owned.map(({ topic }) => topic))).toEqual(new Set(['strait', 'bridge']))
    expect((await entriesOf(app, { entity }, { Cookie })).length).toBe(1)
  })

  test('says of a review that is not settled only that there was one', async ({ db }) => {
    const idOf = await imported(db)
    await db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
    const { app } = anApp({ db })
    await signedIn(app, db)
    const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const review = async () =>
      await reviewContradiction(db, {
        contradictionId: idOf('strikes'),
        seen: (await findSeen(db, idOf('strikes'))) ?? '',
        reviewer: { accountId, name: 'Rita Reviewer' },
        verdict: 'no conflict',
        reason: 'misquotation',
        note: 'A secret note.',
        now: later(1),
      })
    await review()
    const page = await (await app.request(paths.allHistory())).text()
    const files = [paths.allHistoryJson(), paths.allHistoryCsv()]
    const texts = [page]
    for (const path of files) texts.push(await (await app.request(path)).text())
    for (const text of texts)
      for (const word of ['misquotation', 'secret', 'no conflict']) expect(text).not.toContain(word)
    expect(deedsOn(page).slice(0, 2)).toEqual([
      expect.stringMatching(/^Rita Reviewer moved .* from open to under review$/),
      expect.stringMatching(/^A review was given on the contradiction of /),
    ])
    const hers = await entriesOf(app, { by: 'Rita Reviewer' })
    expect(hers.map(({ kind }) => kind)).toEqual(['status'])
    await db.updateTable('topic').set({ reviews_to_settle: 1 }).execute()
    await review()
    const since = await entriesOf(app, { by: 'Rita Reviewer', kind: 'contradiction' })
    expect(since.map(({ kind }) => kind).sort()).toEqual(
      ['review', 'review', 'review end', 'status', 'status'].sort(),
    )
  })

  test('refuses what it cannot read with a sentence', async ({ db }) => {
    await recorded(db, aDispute())
    const { app } = anApp({ db })
    for (const [query, status] of [
      [{ kind: 'weather' }, 400],
      [{ from: 'yesterday' }, 400],
      [{ to: '2026-02-30' }, 400],
      [{ from: '0000-01-01' }, 400],
      [{ before: 'now' }, 400],
      [{ entity: 'q/1' }, 400],
      [{ entity: 'c/' }, 400],
      [{ entity: 'c/zzz' }, 404],
      [{ entity: 'x/zzz' }, 404],
      [{ topic: 'nowhere' }, 404],
      [{ by: 'x'.repeat(301) }, 400],
      [{ known: '2026-11-20' }, 400],
    ] as const)
      for (const path of [paths.allHistory, paths.allHistoryJson, paths.allHistoryCsv])
        expect((await app.request(path(query))).status, JSON.stringify(query)).toBe(status)
  })

  test('is a table too, and is not sent again unchanged', async ({ db }) => {
    await twoTopics(db)
    const { app } = anApp({ db })
    const answer = await app.request(paths.allHistoryCsv({ kind: 'topic' }))
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const lines = (await answer.text()).split('\r\n')
    expect(lines[0]).toMatch(/^"topic","entry","at","by","did"/)
    expect(lines[1]).toMatch(
      /^"bridge","\d+","2026-11-24T12:03:00.000Z","dossier import","changed"/,
    )
    expect(lines).toHaveLength(5)
    for (const path of [paths.allHistory(), paths.allHistoryJson(), paths.allHistoryCsv()]) {
      const etag = (await app.request(path)).headers.get('ETag') ?? ''
      const again = { headers: { 'If-None-Match': etag } }
      expect((await app.request(path, again)).status).toBe(304)
      await db
        .updateTable('topic')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .execute()
      expect((await app.request(path, again)).status).toBe(200)
    }
  })
})
