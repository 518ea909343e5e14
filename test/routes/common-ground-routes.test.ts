import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const DEMO = 'syria-talks-demo'
const TWO = ['united-states', 'syrian-opposition']

const get = async (db: Db, query: Record<string, string | string[]> = {}, slug = DEMO) =>
  await (await anApp({ db })).app.request(paths.commonGround(slug, query))

/** What stands under one heading. */
const sectionOf = (page: string, id: string): string =>
  textOf(
    /* the section */ page.split('<section ').find((part) => part.includes(`id="${id}"`)) ?? '',
  )

describe('common ground of a topic', () => {
  test('says what all, most and some hold, and who says the contrary', async ({ db }) => {
    await loadDemo(db, noon)
    const page = await (await get(db)).text()
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain('on 2 all who speak hold something in common, on 1 most of them')
    expect(sectionOf(page, 'all')).toContain(
      'They fight it together2 of 2 who speak, 3 not on record',
    )
    expect(sectionOf(page, 'all')).toContain('on a condition')
    expect(sectionOf(page, 'most')).toContain('and so Now, without waiting')
    expect(sectionOf(page, 'some')).toMatch(
      /He leaves power2 of 4 who speak.*To the contrary: Russia/,
    )
  })

  test('leads by each day to the marked words in their source', async ({ db }) => {
    await loadDemo(db, noon)
    const page = await (await get(db)).text()
    const link = /href="(\/s\/[^"]+#c-[^"]+)"/.exec(page)?.[1] ?? ''
    const source = await (await anApp({ db })).app.request(link.split('#')[0] ?? '')
    expect(await source.text()).toContain(`id="${link.split('#')[1]}"`)
  })

  test('says of two parties what both hold, by whatever way, and what keeps them apart', async ({
    db,
  }) => {
    await loadDemo(db, noon)
    const page = await (await get(db, { p: TWO })).text()
    expect(sectionOf(page, 'all')).toContain('Both hold')
    expect(sectionOf(page, 'all')).toContain('which entails “He leaves power”')
    expect(sectionOf(page, 'differences')).toContain('Both hold: He leaves power.')
    expect(page).toContain(
      paths.compare(DEMO, { p: TWO, show: 'conflict' }).replaceAll('&', '&amp;'),
    )
  })

  test('is as of a day, and says where nothing was said by then', async ({ db }) => {
    await loadDemo(db, noon)
    const early = await (await get(db, { asof: '1999-01-01' })).text()
    expect(textOf(early)).toContain('on none all who speak hold something in common')
    expect(textOf(early)).toContain('No two of these parties conflict.')
    const bad = await get(db, { asof: 'yesterday', p: ['nobody', 'russia'] })
    expect(bad.status).toBe(422)
    const text = textOf(await bad.text())
    expect(text).toContain('“yesterday” is not a day.')
    expect(text).toContain('Choose a second party.')
  })

  test('shows values where they overlap, and names of any kind as text', async ({ db }) => {
    await imported(db)
    const page = await (await get(db, {}, 'strait')).text()
    expect(await faultsOf(page)).toEqual([])
    expect(page).not.toContain(HOSTILE)
    expect(sectionOf(page, 'differences')).toMatch(/\d+ months apart|only on a condition/)
  })

  test('says what is missing where there is nothing to look for', async ({ db }) => {
    const { topic } = aDossier()
    await imported(db, { ...aDossier(), topic: { ...topic, slug: 'one' }, issues: [], claims: [] })
    expect(textOf(await (await get(db, {}, 'one')).text())).toContain('Nothing to look for yet')
  })
})
