import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { openTown } from '#test/support/a-claim-form.ts'
import { test } from '#test/support/database.ts'
import { demo, latinIn, openInArabic } from '#test/support/looks-in-arabic.ts'

const { slug } = demo.topic

/** Codes of countries, and of languages in brackets, are those of the record. */
const keeps = /^(?:[A-Z]{2}|\([a-z]{2,3}\))$/

const LEAGUE = {
  name: 'Лига',
  kind: 'союз',
  part: 'observer',
  aliases: 'Друзья',
  names: '1',
  'in-1-language': 'ru',
  'in-1-name': 'Речной союз',
  members: '1',
  'of-1-party': 'russia',
  'of-1-from': '2013-02',
  step: 'save',
}

const partiesOf = async (db: Db) =>
  await db.selectFrom('party').select(['id', 'slug']).orderBy('id').execute()

describe('in Arabic nothing is said in another language', () => {
  test('about parties and people, to readers', async ({ db }) => {
    const { look } = await openInArabic(db)
    await look(paths.parties(slug))
    for (const party of await partiesOf(db)) await look(paths.party(party), { keeps })
    const people = await db.selectFrom('person').select(['id', 'slug']).execute()
    expect(people.length).toBeGreaterThan(0)
    for (const person of people) await look(paths.person(person), { keeps })
    const [party] = await partiesOf(db)
    if (party === undefined) throw new Error('No party')
    await look(`${paths.party(party)}?known=2026-11-24T12:00:00Z`, { keeps })
    await look(`${paths.party(party)}?known=2020-01-01`, { keeps })
  })

  test('about what an editor makes and changes', async ({ db }) => {
    const { look, send, sendAndLook, owner: by } = await openInArabic(db)
    await look(paths.parties(slug), { by })
    await look(paths.newParty(slug), { by })
    await look(paths.newPerson(slug), { by })
    const added = await send(paths.newParty(slug), LEAGUE)
    const at = added.headers.get('Location') ?? ''
    expect(at).toContain('saved=added')
    await look(at, { by, keeps })
    await sendAndLook(paths.newParty(slug), LEAGUE)
    const league = (await partiesOf(db)).at(-1)
    if (league === undefined) throw new Error('No party')
    await look(paths.editParty(league), { by })
    const changed = { ...LEAGUE, kind: 'лига', version: '1', why: 'Так она себя зовёт.' }
    const saved = await send(paths.editParty(league), changed)
    await look(saved.headers.get('Location') ?? '', { by, keeps })
    const stale = { ...changed, part: 'party', kind: 'клуб', 'of-1-from': '2014' }
    await sendAndLook(paths.editParty(league), stale)
    const [person] = await db.selectFrom('person').select(['id', 'slug']).execute()
    if (person === undefined) throw new Error('No person')
    await look(paths.person(person), { by })
    await look(paths.editPerson(person), { by })
  })

  test('where a form cannot be saved', async ({ db }) => {
    const { sendAndLook } = await openInArabic(db)
    const flaws: readonly Record<string, string>[] = [
      { name: '', kind: '', part: '', 'in-1-language': '' },
      { name: 'x'.repeat(301), kind: 'я'.repeat(201), aliases: 'я'.repeat(301) },
      { 'in-1-name': '', 'of-1-party': '', wikidata: '42' },
      { 'of-1-party': '+', 'of-1-from': '2014', 'of-1-to': '2013' },
      { names: '20', step: 'add-members' },
    ]
    const examples = { keeps: /^اكتب رمز اللغة، مثل ar أو ru\.$/ }
    for (const flaw of flaws)
      await sendAndLook(paths.newParty(slug), { ...LEAGUE, ...flaw }, examples)
    const roles = { name: '', roles: '1', 'role-1-party': '', 'role-1-title': '', step: 'save' }
    await sendAndLook(paths.newPerson(slug), { ...roles, 'role-1-from': '2014' })
    await sendAndLook(paths.newPerson(slug), { ...roles, 'role-1-title': 'я'.repeat(301) })
  })

  test('where positions were merged under a contradiction', async ({ db }) => {
    const { send, add, app, headers } = await openTown(db)
    const claim = { issue: 'where', position: 'ford', stance: 'affirms', said: '2020-01-05' }
    await add({ ...claim, key: 'c-00000000000b', party: 'south', statement: 'At the ford.' })
    const denied = { ...claim, stance: 'denies', statement: 'No ford.' }
    await add({ ...denied, key: 'c-00000000000d', party: 'north' })
    const merging = { from: 'ford', into: 'mill', version: '1', why: 'The same place.' }
    const where = { id: 2, slug: 'where' }
    await send(paths.mergePositions(where), { ...merging, step: 'save-seen' })
    const all = await db
      .selectFrom('contradiction')
      .where('issue_id', '=', 2)
      .select('id')
      .execute()
    const Cookie = `${headers.Cookie}; language=ar`
    const notices = all.map(async (x) => {
      const html = await (await app.request(paths.contradiction(x), { headers: { Cookie } })).text()
      const notice = /<div class="notice stack">.*?<\/div>/s.exec(html)?.[0] ?? ''
      return {
        notice,
        latin: latinIn(`<html><body><main>${notice}</main></body></html>`, { without: 'bdi' }),
      }
    })
    const seen = await Promise.all(notices)
    expect(seen.filter(({ notice }) => notice !== '').length).toBeGreaterThan(1)
    expect(seen.flatMap(({ latin }) => latin)).toEqual([])
  })
})
