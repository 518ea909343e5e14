import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { loadDemo } from '#server/actions/load-demo.ts'
import { type GroupsQuery, paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const DEMO = 'syria-talks-demo'
const WEST = ['united-states', 'saudi-arabia', 'syrian-opposition']
const EAST = ['russia', 'syrian-government']

const get = async (db: Db, query: GroupsQuery, slug = DEMO) =>
  await (await anApp({ db })).app.request(paths.groups(slug, query))

describe('one group against another', () => {
  test('says on each issue how many pairs conflict and what each group holds', async ({ db }) => {
    await loadDemo(db, noon)
    const page = await (await get(db, { a: WEST, b: EAST })).text()
    expect(await faultsOf(page)).toEqual([])
    const text = textOf(page)
    expect(text).toContain('Group A (3 parties) and Group B (2 parties)')
    expect(text).toMatch(
      /What should become of President Assad\? ?Between the groups 4 of 6 pairs meet: 4 in conflict/,
    )
    expect(text).toMatch(/He is the legitimate leader: 1 of 2/)
  })

  test('leads to the marked words of each holder', async ({ db }) => {
    await loadDemo(db, noon)
    const page = await (await get(db, { a: WEST, b: EAST })).text()
    const holders = page.split('class="small muted"').filter((part) => part.includes('<time'))
    expect(holders.length).toBeGreaterThan(5)
    expect(holders.every((part) => /href="\/s\/[^"]+#c-/.test(part))).toBe(true)
  })

  test('takes nobody twice, and says so', async ({ db }) => {
    await loadDemo(db, noon)
    const text = textOf(
      await (await get(db, { a: ['russia'], b: ['russia', 'united-states', 'x'] })).text(),
    )
    expect(text).toContain('In both groups, and counted in group A only: Russia.')
    expect(text).toContain('One short name in the address is that of no party')
    expect(text).toContain('Russia (1 party) and United States (1 party)')
  })

  test('asks for parties where none are chosen, and keeps the day', async ({ db }) => {
    await loadDemo(db, noon)
    expect(textOf(await (await get(db, {})).text())).toContain('Choose the parties of each group.')
    const early = textOf(await (await get(db, { a: WEST, b: EAST, asof: '2015-11-30' })).text())
    expect(early).toContain('as of 30 November 2015: on 0 of 10 issues')
    expect((await get(db, { asof: 'soon' })).status).toBe(422)
  })

  test('offers coalitions with their members and names a group after its own', async ({ db }) => {
    const dispute = aDispute()
    const [first, second] = dispute.parties
    if (first === undefined || second === undefined) throw new Error('two parties')
    const league = { slug: 'league', name: 'The League', kind: 'coalition', aliases: [] }
    await imported(db, {
      ...dispute,
      topic: { ...dispute.topic, parties: [...dispute.topic.parties, 'league'] },
      parties: [
        ...dispute.parties.map((party) =>
          party === first ? { ...party, memberOf: [{ party: 'league' }] } : party,
        ),
        league,
      ],
    })
    const slug = dispute.topic.slug
    const page = await (await get(db, {}, slug)).text()
    const link = /href="([^"]*[?&]a=league[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(new URLSearchParams(link.split('?')[1]).getAll('a').sort()).toEqual(
      ['league', first.slug].sort(),
    )
    const named = textOf(
      await (await get(db, { a: ['league', first.slug], b: [second.slug] }, slug)).text(),
    )
    expect(named).toContain(`The League (2 parties) and ${second.name} (1 party)`)
  })

  test('shows names as text and never as markup', async ({ db }) => {
    const dispute = aDispute()
    await imported(db, {
      ...dispute,
      parties: dispute.parties.map((party) => ({ ...party, name: HOSTILE })),
    })
    const [a, b] = dispute.parties.map(({ slug }) => slug)
    const page = await (await get(db, { a: [a ?? ''], b: [b ?? ''] }, dispute.topic.slug)).text()
    expect(page).not.toContain('<img')
  })
})
