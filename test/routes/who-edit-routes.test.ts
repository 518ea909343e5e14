import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { test } from '#test/support/database.ts'
import { undoOn } from '#test/support/undo.ts'

const NORTH = { id: 1, slug: 'north' }
const MAYOR = { id: 1, slug: 'mayor' }
const editNorth = paths.editParty(NORTH)
const editMayor = paths.editPerson(MAYOR)
const newParty = paths.newParty('bridge')
const newPerson = paths.newPerson('bridge')

function filled(page: string): Record<string, string> {
  const {
    csrf: _,
    theme: __,
    return_to: ___,
    '': ____,
    ...own
  } = Object.fromEntries(fieldsOn(page))
  return { ...own, step: 'save' }
}

const LEAGUE = {
  name: 'The River League',
  kind: 'coalition',
  part: 'observer',
  aliases: 'League\nRiver Towns',
  names: '2',
  'in-1-language': 'ar',
  'in-1-name': 'رابطة النهر',
  'in-2-language': 'ru',
  'in-2-name': 'Речной союз',
  members: '1',
  wikidata: 'Q42',
}

describe('adding a party', () => {
  test('records names, part and memberships, and shows names in their languages', async ({
    db,
  }) => {
    const { send, read } = await openTown(db)
    const answer = await send(newParty, { ...LEAGUE, step: 'save' })
    expect(answer.headers.get('Location')).toBe('/p/3-the-river-league?saved=added')
    const page = await read(answer.headers.get('Location') ?? '')
    expect(page).toContain('<bdi lang="ar" dir="rtl">رابطة النهر</bdi>')
    expect(textOf(page)).toContain('Observer of the dispute')
    const sent = {
      ...filled(await read(editNorth)),
      'of-1-party': 'the-river-league',
      'of-1-from': '2019',
    }
    await send(editNorth, { ...sent, why: 'It joined.' })
    expect(textOf(await read(paths.party({ id: 3 })))).toMatch(/MembersNorth, .*2019/)
    expect(textOf(await read(paths.party(NORTH)))).toContain('Member ofThe River League')
  })

  test('comes back with a further row and nothing lost', async ({ db }) => {
    const { send } = await openTown(db)
    const back = fieldsOn(await (await send(newParty, { ...LEAGUE, step: 'add-members' })).text())
    expect([back.get('members'), back.get('in-2-name')]).toEqual(['2', 'Речной союз'])
  })

  test('with more roles than the form has rows are not shown in it, nor lose one', async ({
    db,
  }) => {
    const roles = Array.from({ length: 21 }, (_, i) => ({ party: 'north', title: `Clerk ${i}` }))
    const town = aTown()
    const people = town.people.map((person) => ({ ...person, roles }))
    const { app, headers, read, send } = await openTown(db, { ...town, people })
    const shown = await app.request(editMayor, { headers })
    expect(shown.status).toBe(409)
    expect(textOf(await shown.text())).toContain(
      'The record holds more of this than its form does.',
    )
    const sent = { name: 'Mo Mayor', roles: '1', version: '1', why: 'Fewer.', step: 'save' }
    expect((await send(editMayor, sent)).status).toBe(409)
    expect(textOf(await read(paths.person(MAYOR)))).toContain('Clerk 20')
  })

  const refusals = [
    ['no name', { name: '' }, 'Enter the name.'],
    ['no kind', { kind: '' }, 'Enter what it is'],
    ['no part', { part: '' }, 'Choose its part in the dispute.'],
    ['no ISO code', { iso3166: 'USA' }, 'An ISO 3166 code is two capital letters'],
    ['no Wikidata id', { wikidata: '42' }, 'A Wikidata id is Q and digits'],
    ['no language', { 'in-1-language': '' }, 'Enter the language, such as ar or ru.'],
    ['what is no language', { 'in-1-language': 'arabic!' }, 'is no language tag'],
    ['one language twice', { 'in-2-language': 'ar' }, 'There is a name in this language above.'],
    ['a language without a name', { 'in-1-name': '' }, 'Enter the name in this language.'],
    ['a name that turns direction', { aliases: 'a\u202Eb' }, 'turns the direction of text'],
    ['a coalition that there is not', { 'of-1-party': 'west' }, 'Choose one of the list.'],
    ['a period of nothing', { 'of-1-from': '2019' }, 'Choose what it belongs to.'],
    ['what is no date', { 'of-1-party': 'north', 'of-1-from': '2019-13' }, 'has no month 13'],
    [
      'an end before the beginning',
      { 'of-1-party': 'north', 'of-1-from': '2019', 'of-1-to': '2018' },
      'It ends before it begins.',
    ],
  ] as const
  for (const [what, fields, says] of refusals)
    test(`refuses ${what}, beside its field`, async ({ db }) => {
      const { send } = await openTown(db)
      const answer = await send(newParty, { ...LEAGUE, ...fields, step: 'save' })
      expect(answer.status).toBe(422)
      expect(textOf(await answer.text()).split(says).length).toBeGreaterThanOrEqual(3)
      expect(await db.selectFrom('party').where('id', '>', 2).execute()).toEqual([])
    })

  test('refuses a name that is on record, and leads there', async ({ db }) => {
    const { send } = await openTown(db)
    const answer = await send(newParty, { ...LEAGUE, name: 'NORTH', step: 'save' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(`href="${paths.party(NORTH)}"`)
  })

  test('is offered where parties are listed, to those who may', async ({ db }) => {
    const { read, app } = await openTown(db)
    expect(await read(paths.parties('bridge'))).toContain(newParty)
    expect(await (await app.request(paths.parties('bridge'))).text()).not.toContain(newParty)
  })
})

describe('editing a party', () => {
  test('changes nothing where nothing is changed', async ({ db }) => {
    const { read, send } = await openTown(db)
    const answer = await send(editNorth, { ...filled(await read(editNorth)), why: 'x' })
    expect(answer.headers.get('Location')).toBe(paths.party(NORTH))
    const made = await db.selectFrom('revision').where('version', '>', 1).selectAll().execute()
    expect(made).toEqual([])
  })

  test('changes its part too, and is undone with it', async ({ db }) => {
    const { read, send } = await openTown(db)
    const sent = {
      ...filled(await read(editNorth)),
      name: 'North Town',
      part: 'mentioned',
      why: 'x',
    }
    const at = (await send(editNorth, sent)).headers.get('Location') ?? ''
    const page = await read(at)
    expect(textOf(page)).toContain('Mentioned, no part in the dispute')
    const undo = undoOn(page)
    const back = await send(undo.path, undo.fields)
    expect(back.status).toBe(303)
    const undone = textOf(await read(paths.party(NORTH)))
    expect(undone).toContain('Party to the dispute')
    expect(undone).not.toContain('North Town')
  })

  test('shows the second writer both versions, and a form that holds both changes', async ({
    db,
  }) => {
    const { read, send } = await openTown(db)
    const mine = filled(await read(editNorth))
    await send(editNorth, { ...mine, kind: 'city', why: 'First.' })
    const answer = await send(editNorth, { ...mine, name: 'North Town', why: 'Second.' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(textOf(page)).toContain('Somebody changed this party after you opened it')
    expect(textOf(page)).toContain('Kindtowncity')
    const both = fieldsOn(page)
    expect([both.get('name'), both.get('kind'), both.get('version')]).toEqual([
      'North Town',
      'city',
      '2',
    ])
    expect((await send(editNorth, filled(page))).status).toBe(303)
  })

  test('refuses to make it a member of itself, and asks why', async ({ db }) => {
    const { read, send } = await openTown(db)
    const sent = { ...filled(await read(editNorth)), 'of-1-party': 'north' }
    const page = textOf(await (await send(editNorth, sent)).text())
    expect(page).toContain('A party cannot belong to itself.')
    expect(page).toContain('Give the reason for this change.')
  })
})

describe('people', () => {
  test('are added with their roles', async ({ db }) => {
    const { send, read } = await openTown(db)
    const role = { 'role-1-party': 'south', 'role-1-title': 'Envoy', 'role-1-from': '2019-05' }
    const answer = await send(newPerson, { name: 'Bo Envoy', roles: '1', ...role, step: 'save' })
    expect(answer.headers.get('Location')).toBe('/people/2-bo-envoy?saved=added')
    expect(textOf(await read(paths.person({ id: 2 })))).toContain('Envoy, South')
    const twice = await send(newPerson, { name: 'bo envoy', step: 'save' })
    expect(twice.status).toBe(409)
  })

  test('are changed, and the change is undone', async ({ db }) => {
    const { read, send } = await openTown(db)
    const sent = { ...filled(await read(editMayor)), 'role-1-to': '2020-01-31', why: 'It ended.' }
    const at = (await send(editMayor, sent)).headers.get('Location') ?? ''
    expect(at).toBe(`${paths.person(MAYOR)}?saved=edited`)
    const page = await read(at)
    expect(textOf(page)).toContain('31 January 2020')
    const undo = undoOn(page)
    await send(undo.path, undo.fields)
    expect(textOf(await read(paths.person(MAYOR)))).not.toContain('31 January 2020')
  })

  const refusals = [
    ['no name', { name: '' }, 'Enter the name.'],
    ['a role for nobody', { 'role-1-title': 'Envoy' }, 'Choose the party that the role is for.'],
    ['a role without a name', { 'role-1-party': 'south' }, 'Enter the role'],
    ['no Wikidata id', { wikidata: 'x' }, 'A Wikidata id is Q and digits'],
  ] as const
  for (const [what, fields, says] of refusals)
    test(`are refused with ${what}`, async ({ db }) => {
      const { send } = await openTown(db)
      const answer = await send(newPerson, { name: 'Bo', roles: '1', ...fields, step: 'save' })
      expect(answer.status).toBe(422)
      expect(textOf(await answer.text())).toContain(says)
      expect(await db.selectFrom('person').where('id', '>', 1).execute()).toEqual([])
    })
})
