import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { CompareJson } from '#server/domain/compare-json.ts'
import { paths } from '#server/paths.ts'
import { anApp, later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { SEED } from '#test/support/seeded.ts'
import { stepsOfATopic } from '#test/support/steps-of-a-topic.ts'

/** What compare.json says at a time of our choice. */
const ask = async (db: Db, slug: string, query: object, now: Date) => {
  const { app } = anApp({ db, now: () => now })
  const answer = await app.request(paths.compareJson(slug, { ...query }))
  expect(answer.status).toBe(200)
  return (await answer.json()) as CompareJson
}

const STEPS = 18
const DAYS = [undefined, '2015-06-30', '2016-01-07']
const iso = (at: Date) => at.toISOString()

describe('the comparison as it was recorded', () => {
  for (let i = 0; i < 3; i++) {
    const seed = SEED + i
    test(`is what was answered at that instant (seed ${i} of the run)`, async ({ db }) => {
      const { slug, take } = stepsOfATopic(seed)
      const kept: { at: Date; asof: string | undefined; answer: CompareJson }[] = []
      for (let step = 0; step < STEPS; step++) {
        const at = later(step * 10)
        await take(db, at, step === 0)
        for (const asof of DAYS) kept.push({ at, asof, answer: await ask(db, slug, { asof }, at) })
      }
      const different = new Set(kept.map(({ answer }) => JSON.stringify(answer.issues)))
      expect(different.size, 'steps change the comparison').toBeGreaterThan(STEPS / 2)
      for (const { at, asof, answer } of kept)
        for (const known of [at, new Date(at.getTime() + 300_000)]) {
          const then = await ask(db, slug, { asof, known: iso(known) }, later(10_000))
          const about = { known: iso(known).replace('.000Z', 'Z'), version: null }
          expect(then, `SEED=${seed}, ${asof}, ${iso(known)}`).toEqual({ ...answer, ...about })
        }
    })
  }
})
