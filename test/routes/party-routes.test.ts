import { describe, expect } from 'vitest'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute } from '#test/support/a-dispute.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { recorded, sectionOf, textOf } from '#test/support/a-record.ts'
import { anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const withFacts = (): Dossier => ({
  ...aDossier(),
  parties: [
    {
      slug: 'north',
      name: 'North',
      kind: 'town',
      aliases: ['Upper town', 'الشمال'],
      iso3166: 'NO',
      wikidata: 'Q20',
      memberOf: [{ party: 'league', from: '2012-11', to: '..' }],
    },
    { slug: 'south', name: 'South', kind: 'town', aliases: [] },
    { slug: 'league', name: 'League of towns', kind: 'coalition', aliases: [] },
  ],
  people: [
    {
      slug: 'mayor',
      name: 'Ada Mayor',
      aliases: ['A. M.'],
      wikidata: 'Q7',
      roles: [{ party: 'north', title: 'Mayor', from: '2010', to: '2022-05-01' }],
    },
  ],
})

const get = async (db: Parameters<typeof recorded>[0], path: string) => {
  const answer = await anApp({ db }).app.request(path)
  expect(answer.status).toBe(200)
  return await answer.text()
}

describe('the page of a party', () => {
  test('says who it is: names, codes, what it belongs to, who speaks for it', async ({ db }) => {
    const { party, person } = await recorded(db, withFacts())
    const page = await get(db, paths.party(await party('north')))
    const text = textOf(page)
    expect(text).toContain(
      'KindtownPartParty to the disputeAlso calledUpper town, الشمالISO 3166NOWikidataQ20',
    )
    expect(text).toContain('Member ofLeague of towns, since November 2012')
    expect(text).toContain('Speaks throughAda Mayor, Mayor, 2010 to 1 May 2022')
    expect(page).toContain(
      'href="https://www.wikidata.org/wiki/Q20" rel="noopener noreferrer nofollow"',
    )
    expect(page).toContain(`href="${paths.person(await person('mayor'))}"`)
    expect(await faultsOf(page)).toEqual([])
  })

  test('names the members of a coalition, and that it has no part itself', async ({ db }) => {
    const { party } = await recorded(db, withFacts())
    const text = textOf(await get(db, paths.party(await party('league'))))
    expect(text).toContain('Nothing this party said has been recorded.')
    expect(text).toContain('Mentioned, no part in the dispute')
    expect(text).toContain('MembersNorth, since November 2012')
  })

  test('says what it holds, issue by issue, with the words and their source', async ({ db }) => {
    const { party, source, claim } = await recorded(db, aDispute())
    const page = await get(db, paths.party(await party('alpha')))
    const holds = textOf(sectionOf(page, 'holds'))
    expect(holds).toContain('As of 24 November 2026: what nothing said later has superseded.')
    expect(holds).toContain(
      'Position ATwo named groups onlyStrikes must hit two named groups only.Ana Alder, Minister · 15 December 2015 · direct quotation',
    )
    expect(holds).toContain('Rejects: Yes to leader')
    expect(holds).toContain('Mixed messages: some of these conflict with each other')
    expect(holds).toContain('Condition: provided the truce holds')
    expect(page).toContain(`href="${paths.source(await source('english'), await claim('only'))}"`)
    expect(await faultsOf(page)).toEqual([])
  })

  test('tells its changes, and its conflicts as counts over issues both speak to', async ({
    db,
  }) => {
    const { party } = await recorded(db, aDispute())
    const page = await get(db, paths.party(await party('alpha')))
    expect(textOf(sectionOf(page, 'changed'))).toContain(
      'BeforeYes to leader Ana Alder · 10 January 2015',
    )
    expect(textOf(sectionOf(page, 'opposed'))).toContain(
      'بيتاconflict on 2 of 2 issues that both speak to',
    )
    expect(textOf(sectionOf(page, 'contradictions'))).toContain('Alpha and بيتا conflict on')
    expect(textOf(page)).toContain('On record on 5 of 5 issues')
  })

  test('says on what it is silent, and can be compared with one other without scripts', async ({
    db,
  }) => {
    const { party } = await recorded(db, aDispute())
    const page = await get(db, paths.party(await party('beta')))
    expect(textOf(sectionOf(page, 'silent'))).toContain('Must the leader go?not searched yet')
    expect(page).toContain(`method="get" action="${paths.compare('strait')}"`)
    expect(page).toContain('<input type="hidden" name="p" value="beta"/>')
    expect(page).toContain('<option value="alpha">Alpha</option>')
    expect(page).not.toContain('<option value="beta">')
  })

  test('writes out hostile names as text', async ({ db }) => {
    const { party } = await recorded(db, aDispute())
    const page = await get(db, paths.party(await party('gamma')))
    expect(page).not.toContain('<img')
    expect(page).not.toContain('<script>alert')
    expect(textOf(page)).toContain(HOSTILE)
    expect(await faultsOf(page)).toEqual([])
  })

  test('is not there under a wrong id, nor in a private topic', async ({ db }) => {
    const { party, person } = await recorded(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const own = [paths.party(await party('alpha')), paths.person(await person('ana'))]
    for (const path of [...own, '/p/zzz', '/people/zzz', '/p/u', '/people/0'])
      expect((await app.request(path)).status).toBe(404)
    const { Cookie } = await signedIn(app, db)
    for (const path of own)
      expect((await app.request(path, { headers: { Cookie } })).status).toBe(200)
  })

  test('is not sent again until the topic changes', async ({ db }) => {
    const { party } = await recorded(db, aDispute())
    const { app } = anApp({ db })
    const path = paths.party(await party('alpha'))
    const etag = (await app.request(path)).headers.get('ETag') ?? ''
    const again = () => app.request(path, { headers: { 'If-None-Match': etag } })
    expect((await again()).status).toBe(304)
    await db.updateTable('topic').set({ version: 99 }).execute()
    expect((await again()).status).toBe(200)
  })
})

describe('the page of a person', () => {
  test('says in which roles and for whom somebody spoke, and what', async ({ db }) => {
    const { person, party } = await recorded(db, withFacts())
    const page = await get(db, paths.person(await person('mayor')))
    expect(textOf(page)).toContain('RoleMayor, North, 2010 to 1 May 2022Also calledA. M.WikidataQ7')
    expect(textOf(sectionOf(page, 'claims'))).toContain('1 claim, the newest first')
    expect(page).toContain(`href="${paths.party(await party('north'))}"`)
    expect(await faultsOf(page)).toEqual([])
  })

  test('says so where nothing they said is on record', async ({ db }) => {
    const { person } = await recorded(db, { ...aDossier(), claims: [aClaim({ slug: 'c1' })] })
    expect(textOf(await get(db, paths.person(await person('mayor'))))).toContain('No claims yet')
  })
})

describe('the list of parties', () => {
  test('has those in the dispute first, then observers, then those only mentioned', async ({
    db,
  }) => {
    const dossier = withFacts()
    await recorded(db, {
      ...dossier,
      topic: { ...dossier.topic, parties: ['south'], observers: ['north'] },
    })
    const page = await get(db, paths.parties('bridge'))
    expect(textOf(page)).toContain(
      'Southtown · 1 claim on 1 issueNorthtown, observer · 1 claim on 1 issueLeague of townscoalition, mentioned · no claims',
    )
    expect(await faultsOf(page)).toEqual([])
  })

  test('turns its pages', async ({ db }) => {
    const parties = Array.from({ length: 55 }, (_, i) => ({
      slug: `p${i}`,
      name: `Party ${i}`,
      kind: 'party',
      aliases: [],
    }))
    await recorded(db, {
      ...aDossier(),
      topic: { ...aDossier().topic, parties: parties.map((p) => p.slug) },
      parties,
      people: [],
      claims: [],
    })
    const page = await get(db, `${paths.parties('bridge')}?page=2`)
    expect(page).toContain('Party 54')
    expect(page).not.toContain('Party 49<')
  })
})
