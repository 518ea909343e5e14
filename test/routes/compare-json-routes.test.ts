import { existsSync, readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { CompareJson } from '#server/domain/compare-json.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { inReferenceForm, referenceComparison } from '#test/support/reference.ts'
import { SEED } from '#test/support/seeded.ts'

const load = async (db: Db, text: string) =>
  await importDossier(db, { text, file: 'test.json', now: noon })

const ask = async (db: Db, slug: string, query = {}) =>
  (await (await anApp({ db }).app.request(paths.compareJson(slug, query))).json()) as CompareJson

/** Days on and around which what is held can change. */
const daysOf = (dossier: Dossier): string[] => {
  const days = dossier.claims.flatMap((c) => c.said.match(/\d{4}-\d\d-\d\d/g) ?? []).sort()
  return [days[0], days[Math.floor(days.length / 2)], '2026-11-24'].filter(
    (day) => day !== undefined,
  )
}

describe('the comparison as JSON', () => {
  for (let i = 0; i < 15; i++) {
    const seed = SEED + i
    test(`of a random topic is what brute force says, on any day (seed ${i} of the run)`, async ({
      db,
    }) => {
      const dossier = randomDossier(seed)
      await load(db, JSON.stringify(dossier))
      for (const asof of daysOf(dossier)) {
        const answer = await ask(db, dossier.topic.slug, { asof })
        const expected = referenceComparison(dossier, asof)
        expect(inReferenceForm(answer.issues, expected), `SEED=${seed}, ${asof}`).toEqual(expected)
      }
    })

    test(`survives export and import (seed ${i} of the run)`, async ({ db }) => {
      const dossier = randomDossier(seed)
      await load(db, JSON.stringify(dossier))
      const { history, contradictions, reviews, ...same } = JSON.parse(
        await exportDossier(db, dossier.topic.slug, 'operators'),
      ) as Dossier
      expect(same, `SEED=${seed}`).toEqual(dossier)
      expect(history?.length).toBeGreaterThan(0)
      expect(contradictions).toBeInstanceOf(Array)
      expect(reviews).toEqual([])
    })
  }

  test('answers for chosen parties, in the order asked for, and one issue', async ({ db }) => {
    await load(db, JSON.stringify(aDossier()))
    const answer = await ask(db, 'bridge', { p: ['south', 'north'], issue: 'bridge' })
    expect(answer).toMatchObject({
      topic: 'bridge',
      asOf: '2026-11-24',
      known: null,
      parties: ['south', 'north'],
    })
    expect(answer.issues[0]?.pairs[0]).toMatchObject({
      parties: ['south', 'north'],
      relation: 'conflict',
      witnesses: [{ position: 'yes', a: 'c2', b: 'c1' }],
    })
  })

  const refused: readonly [string, string, number][] = [
    ['a topic that is not there', '/t/nothing/compare.json', 404],
    ['a party that is not there', '/t/bridge/compare.json?p=west', 404],
    ['an issue that is not there', '/t/bridge/compare.json?issue=tunnel', 404],
    ['a day that is none', '/t/bridge/compare.json?asof=2015-02-30', 400],
    ['an instant that is none', '/t/bridge/compare.json?known=yesterday', 400],
  ]
  for (const [what, path, status] of refused) {
    test(`refuses ${what} with problem details`, async ({ db }) => {
      await load(db, JSON.stringify(aDossier()))
      const answer = await anApp({ db }).app.request(path)
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
        status,
        'application/problem+json',
      ])
    })
  }

  test('of a private topic is for those who are signed in', async ({ db }) => {
    const dossier = aDossier()
    await load(
      db,
      JSON.stringify({ ...dossier, topic: { ...dossier.topic, visibility: 'private' } }),
    )
    expect((await anApp({ db }).app.request(paths.compareJson('bridge'))).status).toBe(404)
  })

  test('answers 304 until something changes', async ({ db }) => {
    const { app } = anApp({ db })
    const dossier = aDossier()
    await load(db, JSON.stringify(dossier))
    const first = await app.request(paths.compareJson('bridge'))
    const again = { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } }
    expect((await app.request(paths.compareJson('bridge'), again)).status).toBe(304)
    await load(db, JSON.stringify({ ...dossier, topic: { ...dossier.topic, title: 'A bridge' } }))
    expect((await app.request(paths.compareJson('bridge'), again)).status).toBe(200)
  })
})

const acceptance = new URL('../../../shared/acceptance/moscow-2015/', import.meta.url)

interface Expected {
  readonly as_of: string
  readonly pairs: readonly {
    issue: string
    parties: [string, string]
    verdict: string
    shared?: string[]
    conditional?: boolean
    apart?: { value: number; unit: string }
  }[]
  readonly reversals: readonly { issue: string; party: string; from: string; to: string }[]
}

describe.skipIf(!existsSync(acceptance))('the Moscow talks of December 2015', () => {
  test('compare as an analyst coded them', async ({ db }) => {
    await load(db, readFileSync(new URL('record.json', acceptance), 'utf8'))
    const expected = JSON.parse(
      readFileSync(new URL('expected.json', acceptance), 'utf8'),
    ) as Expected
    const answer = await ask(db, 'syria-2015', { asof: expected.as_of })
    const found = answer.issues.flatMap((issue) =>
      issue.pairs.map((pair) => ({
        issue: issue.slug,
        ...pair,
        parties: [...pair.parties].sort(),
      })),
    )
    expect(found).toHaveLength(expected.pairs.length)
    for (const { issue, parties, verdict, shared, conditional, apart } of expected.pairs) {
      const pair = found.find(
        (f) => f.issue === issue && f.parties.join() === [...parties].sort().join(),
      )
      expect(pair, `${issue} ${parties.join(' ')}`).toMatchObject({
        relation: verdict,
        shared: shared ?? [],
        conditional: conditional ?? false,
        apart: apart ?? null,
      })
    }
    const reversals = answer.issues.flatMap((i) =>
      i.reversals.map((r) => ({ issue: i.slug, ...r })),
    )
    expect(reversals).toEqual(expected.reversals)
  })
})
