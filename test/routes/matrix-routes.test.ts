import { existsSync, readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { type MatrixQuery, paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { referenceComparison } from '#test/support/reference.ts'
import { SEED } from '#test/support/seeded.ts'

const ELECTION = '../shared/data/wahlomat-2017.dossier.json'

interface Counts {
  readonly parties: readonly [string, string]
  readonly both: number
  readonly conflicts: number
  readonly common: number
}

const get = async (db: Db, path: string, headers: Record<string, string> = {}) =>
  await (await anApp({ db })).app.request(path, { headers })

const matrixOf = async (db: Db, slug: string, query?: MatrixQuery) =>
  (await (await get(db, paths.matrixJson(slug, query))).json()) as {
    parties: string[]
    pairs: Counts[]
    asOf: string
    known: string | null
  }

const inOrder = (pairs: readonly Counts[]) =>
  pairs
    .map(({ parties, ...counts }) => `${parties.toSorted().join(' ')} ${JSON.stringify(counts)}`)
    .sort()

describe('the matrix', () => {
  test('counts what comparing every two claims by brute force counts', async ({ db }) => {
    for (const seed of [SEED, SEED + 1, SEED + 2, SEED + 3]) {
      const dossier = {
        ...randomDossier(seed),
        topic: { ...randomDossier(seed).topic, slug: `r${seed}` },
      }
      await imported(db, dossier)
      const asof = '2016-06-30'
      const counts = new Map<string, Counts>()
      for (const { parties, relation } of referenceComparison(dossier, asof).flatMap(
        (i) => i.pairs,
      )) {
        const key = [...parties].sort().join(' ')
        const known = counts.get(key) ?? { parties, both: 0, conflicts: 0, common: 0 }
        counts.set(key, {
          parties,
          both: known.both + 1,
          conflicts: known.conflicts + Number(relation === 'conflict'),
          common: known.common + Number(relation === 'agreement' || relation === 'shared-ground'),
        })
      }
      const { pairs } = await matrixOf(db, dossier.topic.slug, { asof })
      expect(inOrder(pairs)).toEqual(inOrder([...counts.values()]))
    }
  })

  test.skipIf(!existsSync(ELECTION))(
    'names the closest and most opposed parties of an election as its raw answers count them',
    async ({ db }) => {
      const dossier = JSON.parse(readFileSync(ELECTION, 'utf8')) as Dossier
      await imported(db, dossier)
      const answer = new Map(dossier.claims.map((c) => [`${c.party} ${c.issue}`, c.stance]))
      const raw = dossier.parties.flatMap((a, i) =>
        dossier.parties.slice(i + 1).map((b): Counts => {
          const both = dossier.issues
            .map(({ slug }) => [answer.get(`${a.slug} ${slug}`), answer.get(`${b.slug} ${slug}`)])
            .filter((pair) => pair.every((stance) => stance === 'affirms' || stance === 'denies'))
          const common = both.filter(([x, y]) => x === y).length
          const conflicts = both.length - common
          return { parties: [a.slug, b.slug], both: both.length, conflicts, common }
        }),
      )
      const { pairs } = await matrixOf(db, dossier.topic.slug)
      expect(inOrder(pairs)).toEqual(inOrder(raw.filter(({ both }) => both > 0)))
      const page = textOf(await (await get(db, paths.matrix(dossier.topic.slug))).text())
      const nameOf = new Map(dossier.parties.map(({ slug, name }) => [slug, name]))
      const [closest] = raw.toSorted((a, b) => b.common - a.common || a.conflicts - b.conflicts)
      const [opposed] = raw.toSorted((a, b) => b.conflicts - a.conflicts || a.both - b.both)
      for (const [pair, words] of [
        [closest, `agree or share ground on ${closest?.common}`],
        [opposed, `conflict on ${opposed?.conflicts}`],
      ] as const) {
        const names = pair?.parties.map((slug) => nameOf.get(slug)).join(' and ')
        const named = `${names}${words} of ${pair?.both} issues that both speak to`
        expect(page.includes(named), named).toBe(true)
      }
    },
  )

  test('links each pair to its comparison as of the same day, and is valid', async ({ db }) => {
    await imported(db)
    const page = await (await get(db, paths.matrix('strait', { asof: '2015-12-31' }))).text()
    expect(await faultsOf(page)).toEqual([])
    expect(page).toContain(
      paths
        .compare('strait', { p: ['beta', 'alpha'], show: 'conflict', asof: '2015-12-31' })
        .replaceAll('&', '&amp;'),
    )
    expect(textOf(page)).toMatch(
      /\d+\/\d+, بيتا and Alpha: \d+ conflicts? of \d+ issues? that both/,
    )
    expect(page).not.toContain(HOSTILE)
  })

  test('shows each pair twice when asked, and counts common ground', async ({ db }) => {
    await imported(db)
    const cells = async (query: MatrixQuery) =>
      [...(await (await get(db, paths.matrix('strait', query))).text()).matchAll(/class="share-/g)]
        .length
    const once = await cells({})
    expect(once).toBeGreaterThan(0)
    expect(await cells({ halves: 'both' })).toBe(2 * once)
    const common = await (await get(db, paths.matrix('strait', { of: 'common' }))).text()
    expect(textOf(common)).toContain('Issues with common ground and no conflict')
  })

  test('puts members under their coalition on the days on which they belong to it', async ({
    db,
  }) => {
    const dispute = aDispute()
    const parties = dispute.parties.map((party) =>
      party.slug === 'alpha'
        ? { ...party, memberOf: [{ party: 'gamma', from: '2015', to: '2016' }] }
        : party,
    )
    await imported(db, { ...dispute, parties })
    const order = async (asof: string) =>
      (await matrixOf(db, 'strait', { order: 'coalition', asof })).parties
    expect(await order('2015-12-31')).toEqual(['beta', 'gamma', 'alpha'])
    expect(await order('2017-01-01')).toEqual(['alpha', 'beta', 'gamma'])
    const page = await (
      await get(db, paths.matrix('strait', { order: 'coalition', asof: '2015-12-31' }))
    ).text()
    expect(page).toContain('class="is-under"')
  })

  test('says what it cannot show, and keeps what it can', async ({ db }) => {
    await imported(db)
    const bad = await get(db, paths.matrix('strait', { asof: 'yesterday', p: ['nobody', 'alpha'] }))
    expect(bad.status).toBe(422)
    const text = textOf(await bad.text())
    expect(text).toContain('“yesterday” is not a day.')
    expect(text).toContain('No party of this topic has the short name “nobody”.')
    expect(text).toContain('Choose a second party.')
    for (const path of [paths.matrixJson, paths.matrixCsv])
      expect((await get(db, path('strait', { asof: 'yesterday' }))).status).toBe(400)
  })

  test('is empty before anybody spoke, and where there is nothing to count', async ({ db }) => {
    await imported(db)
    const early = textOf(
      await (await get(db, paths.matrix('strait', { asof: '1999-01-01' }))).text(),
    )
    expect(early).toContain('no two of 3 parties speak to the same issue')
    expect(early).toContain('No two parties conflict.')
    await imported(db, {
      ...aDossier(),
      topic: { ...aDossier().topic, slug: 'one' },
      issues: [],
      claims: [],
    })
    const none = textOf(await (await get(db, paths.matrix('one'))).text())
    expect(none).toContain('Nothing to count yet')
  })

  test('is CSV with a line for each pair, in which names are no formulas', async ({ db }) => {
    const dispute = aDispute()
    const parties = dispute.parties.map((p) => (p.slug === 'gamma' ? { ...p, name: '=1+1' } : p))
    await imported(db, { ...dispute, parties })
    const answer = await get(db, paths.matrixCsv('strait'))
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const lines = (await answer.text()).trimEnd().split('\r\n')
    const { pairs } = await matrixOf(db, 'strait')
    expect(lines).toHaveLength(1 + pairs.length)
    expect(lines.join()).toContain(`"'=1+1"`)
  })

  test('is not sent again while nothing changed', async ({ db }) => {
    await imported(db)
    const etag = (await get(db, paths.matrix('strait'))).headers.get('ETag') ?? ''
    expect((await get(db, paths.matrix('strait'), { 'If-None-Match': etag })).status).toBe(304)
  })
})

describe('the matrix as it was recorded', () => {
  test('counts what it counted then, and keeps the instant in its links', async ({ db }) => {
    const dispute = aDispute()
    await imported(db, dispute)
    const then = await matrixOf(db, 'strait', { asof: '2015-12-31' })
    const claims = dispute.claims.map((claim) => ({ ...claim, withdrawn: { reason: 'Misread.' } }))
    await imported(db, { ...dispute, claims }, later(10))
    const app = anApp({ db, now: () => later(20) }).app
    const ask = async (path: string) => await app.request(path)
    const known = later(5).toISOString()
    const past = await (await ask(paths.matrixJson('strait', { asof: '2015-12-31', known }))).json()
    expect(past).toEqual({ ...then, version: null, known: '2026-11-24T12:05:00Z' })
    const now = await (await ask(paths.matrixJson('strait', { asof: '2015-12-31' }))).json()
    expect(now).toMatchObject({ pairs: [] })
    for (const path of [
      paths.matrix('strait', { known }),
      paths.commonGround('strait', { known }),
    ]) {
      const page = await (await ask(path)).text()
      expect(await faultsOf(page)).toEqual([])
      expect(textOf(page)).toContain('As recorded on 24 November 2026, 12:05 UTC')
      expect(page).toContain('name="known" value="2026-11-24T12:05:00Z"')
      expect(page).toMatch(/href="\/t\/strait\/compare\?[^"]*known=2026/)
    }
    const before = await ask(paths.matrix('strait', { known: '2020-01-01' }))
    expect(before.status).toBe(200)
    expect(textOf(await before.text())).toContain('Nothing was recorded by then')
  })
})

describe('forty parties and more', () => {
  test('are cut to those with the most claims, which is said', async ({ db }) => {
    const base = aDispute()
    const more = Array.from({ length: 41 }, (_, i) => ({
      slug: `n${i}`,
      name: `Party number ${i}`,
      kind: 'party',
      aliases: [],
    }))
    await imported(db, {
      ...base,
      topic: { ...base.topic, parties: [...base.topic.parties, ...more.map((p) => p.slug)] },
      parties: [...base.parties, ...more],
    })
    const page = textOf(await (await get(db, paths.matrix('strait'))).text())
    expect(page).toContain('There are 44 parties. The 40 with the most claims are shown.')
    expect(page).toContain('بيتا and Alpha:')
  })
})
