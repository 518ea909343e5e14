import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { loadDemo } from '#server/actions/load-demo.ts'
import { type ComparisonQuery, paths } from '#server/paths.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const DEMO = 'syria-talks-demo'
const p = ['united-states', 'russia']

const get = async (db: Db, query: ComparisonQuery) =>
  await (await anApp({ db })).app.request(paths.compare(DEMO, query))

describe('what changed since a day', () => {
  test('is told above the comparison, with what was held before', async ({ db }) => {
    await loadDemo(db, noon)
    const page = await (await get(db, { p, since: '2015-11-01', asof: '2015-12-15' })).text()
    expect(await faultsOf(page)).toEqual([])
    const text = textOf(page)
    expect(text).toContain('What changed from 1 November 2015 to 15 December 2015')
    expect(text).toContain('1 position reversed')
    expect(text).toMatch(/Russia: reversed\. .*; before, Not while the terrorist threat dominates/)
    expect(text).toMatch(/United States and Russia: not both on record, then conflicts/)
  })

  test('is kept in the permalink, and not told where nobody asks', async ({ db }) => {
    await loadDemo(db, noon)
    const page = await (await get(db, { p, since: '2015-11-01' })).text()
    expect(page).toMatch(/href="[^"]*since=2015-11-01[^"]*known=[^"]*" rel="bookmark"/)
    expect(await (await get(db, { p })).text()).not.toContain('id="changes"')
  })

  test('is nothing from a day on which all had been said', async ({ db }) => {
    await loadDemo(db, noon)
    const page = textOf(await (await get(db, { p, since: '2015-12-15' })).text())
    expect(page).toContain('Nothing that these parties hold changed.')
  })

  test('says what is wrong with its day beside the field, and shows the table', async ({ db }) => {
    await loadDemo(db, noon)
    for (const [since, why] of [
      ['yesterday', '“yesterday” is not a day'],
      ['2016-01-01', '2016-01-01 is after 2015-12-15'],
    ] as const) {
      const answer = await get(db, { p, since, asof: '2015-12-15' })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(await faultsOf(page)).toEqual([])
      expect(textOf(page)).toContain(why)
      expect(textOf(page)).toContain('Not while the terrorist threat dominates')
    }
  })
})
