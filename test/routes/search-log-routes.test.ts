import { describe, expect } from 'vitest'
import { importDossier } from '#server/actions/import-dossier.ts'
import { paths } from '#server/paths.ts'
import { type aTown, openTown } from '#test/support/a-claim-form.ts'
import { sectionOf, textOf } from '#test/support/a-record.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { undoOn } from '#test/support/undo.ts'

const WHERE = { id: 2, slug: 'where' }
const add = paths.newSearch(WHERE)
const SEARCH = {
  party: 'south',
  on: '2020-03-01',
  result: 'none-found',
  where: 'The minutes',
  by: '',
}

describe('recording a search', () => {
  test('says who looked where and when, and is undone and done again', async ({ db }) => {
    const { send, read } = await openTown(db)
    expect(await read(paths.issue(WHERE))).toContain(`href="${add}"`)
    const answer = await send(add, SEARCH)
    expect(answer.headers.get('Location')).toBe(`${paths.issue(WHERE)}?saved=searched`)
    const page = await read(answer.headers.get('Location') ?? '')
    expect(textOf(sectionOf(page, 'silent'))).toContain(
      'Searched, none foundSouthLooked for, none found, 1 March 2020, in The minutes, by Owner',
    )
    const undo = undoOn(page)
    const undone = await read((await send(undo.path, undo.fields)).headers.get('Location') ?? '')
    expect(textOf(sectionOf(undone, 'silent'))).toContain('Not searched yetSouth')
    const again = undoOn(undone)
    await send(again.path, again.fields)
    expect(textOf(sectionOf(await read(paths.issue(WHERE)), 'silent'))).toContain('The minutes')
  })

  test('is withdrawn for a later record of the past and for an export, and comes back with neither', async ({
    db,
  }) => {
    const { send, read } = await openTown(db)
    const at = (await send(add, SEARCH)).headers.get('Location') ?? ''
    const undo = undoOn(await read(at))
    await send(undo.path, undo.fields)
    const dossier = JSON.parse(await read(paths.dossier('bridge'))) as ReturnType<typeof aTown>
    expect(dossier.searches?.[0]?.withdrawn?.reason).toBe('Undo of version 1.')
    const { history: _, ...rest } = dossier as Record<string, unknown>
    const text = JSON.stringify({ ...rest, topic: { ...dossier.topic, slug: 'copy' } })
    await importDossier(db, { text, file: 'copy.json', now: noon })
    expect(await db.selectFrom('search').selectAll().execute()).toEqual([])
  })

  const refusals = [
    ['no party', { party: '' }, 'Choose the party.'],
    ['a party that there is not', { party: 'west' }, 'Choose one of the list.'],
    ['no outcome', { result: '' }, 'Choose what came of it.'],
    ['no day', { on: 'March' }, 'Enter a day, such as 2015-12-15.'],
    ['a day to come', { on: '2027-01-01' }, 'This day has not come yet.'],
  ] as const
  for (const [what, fields, says] of refusals)
    test(`refuses ${what}`, async ({ db }) => {
      const { send } = await openTown(db)
      const answer = await send(add, { ...SEARCH, ...fields })
      expect(answer.status).toBe(422)
      expect(textOf(await answer.text())).toContain(says)
      expect(await db.selectFrom('search').selectAll().execute()).toEqual([])
    })

  test('refuses to withdraw what was changed since, or is not there', async ({ db }) => {
    const { send } = await openTown(db)
    await send(add, SEARCH)
    const { party, on } = SEARCH
    const path = paths.withdrawSearch(WHERE)
    expect((await send(path, { party, on, version: '2' })).status).toBe(409)
    expect((await send(path, { party: 'north', on, version: '1' })).status).toBe(404)
    expect((await send(path, { party, on })).status).toBe(428)
  })
})
