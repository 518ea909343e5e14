import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { demo, expectArabic } from '#test/support/looks-in-arabic.ts'
import { undoOn } from '#test/support/undo.ts'
import { arabic } from '#views/words/arabic.ts'

const ARABIC = 'language=ar'

/** The town in Cyrillic, and its owner, who reads Arabic. */
async function inTown(db: Db, dossier: Dossier = aTown()) {
  const town = await openTown(db, inCyrillic(dossier))
  const Cookie = `${town.headers.Cookie}; ${ARABIC}`
  return {
    add: town.add,
    read: async (path: string) =>
      await (await town.app.request(path, { headers: { Cookie } })).text(),
    send: async (path: string, fields: Record<string, string>) =>
      await town.send(path, fields, { Cookie }),
  }
}

/** What a page's form would send by the button with this step. */
function filled(page: string, step: string): Record<string, string> {
  const fields = Object.fromEntries(fieldsOn(page))
  const { csrf: _, theme: __, language: ___, return_to: ____, '': _____, ...own } = fields
  return { ...own, step }
}

const WHERE = { id: 2, slug: 'where' }
const edit = paths.editIssue(WHERE)
const fresh = paths.newIssue('bridge')
const merge = paths.mergePositions(WHERE)
const split = paths.splitPosition(WHERE)
const search = paths.newSearch(WHERE)

const FORD = {
  key: 'c-00000000000b',
  party: 'south',
  issue: 'where',
  position: 'ford',
  stance: 'affirms',
  statement: 'Там, где брод.',
  said: '2020-01-05',
}

describe('pages about issues say nothing in another language', () => {
  test('to readers', async ({ db }) => {
    await imported(db, inCyrillic(demo))
    const { app } = anApp({ db })
    const read = async (path: string) =>
      await (await app.request(path, { headers: { Cookie: ARABIC } })).text()
    const issues = await db.selectFrom('issue').select(['id', 'slug']).orderBy('id').execute()
    expect(issues.length).toBeGreaterThan(5)
    expectArabic('issues', await read(paths.issues(demo.topic.slug)))
    for (const issue of issues) expectArabic(issue.slug, await read(paths.issue(issue)))
    const [first] = issues
    if (first !== undefined)
      expectArabic('then', await read(`${paths.issue(first)}?known=2026-11-23`))
  })

  test('to those who record', async ({ db }) => {
    const { read } = await inTown(db)
    const issues = await db.selectFrom('issue').select(['id', 'slug']).orderBy('id').execute()
    for (const issue of issues)
      for (const path of [paths.issue, paths.editIssue, paths.splitPosition, paths.newSearch])
        expectArabic(path(issue), await read(path(issue)))
    for (const path of [fresh, merge]) expectArabic(path, await read(path))
    for (const { id } of issues) expectArabic('merge', await read(paths.mergePositions({ id })))
  })

  test('where there are no issues, no claims or no positions', async ({ db }) => {
    const { read } = await inTown(db, { ...aTown(), issues: [], claims: [] })
    expectArabic('no issues', await read(paths.issues('bridge')))
  })

  test('where a form is refused', async ({ db }) => {
    const { read, send } = await inTown(db)
    const refused = async (path: string, fields: Record<string, string>) => {
      const answer = await send(path, fields)
      expect(answer.status).toBe(422)
      expectArabic(JSON.stringify(fields), await answer.text())
    }
    const positions = { 'pos-1-label': 'Да', 'pos-2-label': 'Да', 'rel-1-3': 'entails' }
    await refused(fresh, { rows: '3', names: '1', step: 'save' })
    await refused(fresh, {
      ...positions,
      rows: '3',
      names: '2',
      question: 'Э'.repeat(1200),
      kind: 'yes-no',
      nature: 'factual',
      unit: 'метры',
      'pos-3-about': 'О чём',
      'pos-3-slug': 'none',
      'name-1-text': 'Имя',
      'name-2-party': 'north',
      step: 'save',
    })
    await refused(fresh, {
      rows: '2',
      names: '2',
      question: 'Что?',
      kind: 'quantity',
      nature: 'factual',
      'pos-1-label': 'Да',
      'name-1-party': 'north',
      'name-1-text': 'Имя',
      'name-2-party': 'north',
      'name-2-text': 'Имя',
      step: 'save',
    })
    await refused(fresh, {
      rows: '3',
      names: '1',
      question: 'Что?',
      kind: 'options',
      nature: 'factual',
      exclusive: 'no',
      'pos-1-label': 'Да',
      'pos-2-label': 'Нет',
      'pos-3-label': 'Ни то ни сё',
      'rel-1-2': 'entails',
      'rel-2-3': 'entails',
      'rel-1-3': 'contrary',
      step: 'save',
    })
    const form = filled(await read(edit), 'save-seen')
    await refused(edit, { ...form, why: '' })
    const less = filled(await (await send(edit, { ...form, step: 'remove-position-1' })).text(), '')
    await refused(edit, { ...less, why: 'Так.', step: 'save-seen' })
    const bare = { ...form, rows: '1', 'pos-1-label': '', 'pos-1-slug': '', 'rel-1-2': '' }
    await refused(edit, { ...bare, kind: 'date', why: 'Так.' })
    await refused(merge, { version: '1', why: '', step: 'preview' })
    await refused(merge, { from: 'ford', into: 'ford', version: '1', why: 'Так.', step: 'preview' })
    await refused(split, { of: 'mill', version: '1', why: 'Так.', step: 'preview' })
    await refused(split, { of: 'ford', label: 'Да', version: '1', why: 'Так.', step: 'preview' })
    await refused(search, {})
    await refused(search, { party: 'west', on: '2020-01-01', result: 'none-found' })
    await refused(search, { party: 'north', on: '2027-01-01', result: 'none-found' })
  })

  test('where a change is previewed, saved and undone', async ({ db }) => {
    const { add, read, send } = await inTown(db)
    expect((await add(FORD)).status).toBe(303)
    const form = filled(await read(edit), 'save')
    const moved = filled(
      await (await send(edit, { ...form, step: 'move-up-2', why: 'Так.' })).text(),
      'save',
    )
    const reorder = await (await send(edit, { ...moved, 'rel-1-2': '', why: 'Так.' })).text()
    expectArabic('preview', reorder)
    expectArabic('edited', await read(locationOf(await send(edit, filled(reorder, 'save-seen')))))
    const MERGING = { from: 'ford', into: 'mill', version: '2', why: 'Одно место.' }
    const merging = await (await send(merge, { ...MERGING, step: 'preview' })).text()
    expectArabic('merging', merging)
    const merged = await read(locationOf(await send(merge, filled(merging, 'save-seen'))))
    expectArabic('merged', merged)
    const undo = undoIn(merged)
    expectArabic('undone', await read(locationOf(await send(undo.path, undo.fields))))
    const late = await send(merge, { ...MERGING, step: 'preview' })
    expect(late.status).toBe(409)
    expectArabic('late', await late.text())
    const claim = await db
      .selectFrom('claim')
      .where('position_id', 'is not', null)
      .where('issue_id', '=', 2)
      .select('slug')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const SPLITTING = { label: 'Выше', claim: claim.slug, why: 'Два места.' }
    const start = filled(await read(paths.splitPosition(WHERE, { of: 'mill' })), 'preview')
    const splitting = await (await send(split, { ...start, ...SPLITTING })).text()
    expectArabic('splitting', splitting)
    const done = await send(split, filled(splitting, 'save-seen'))
    expectArabic('split', await read(locationOf(done)))
  })

  test('where somebody else was faster, or it is on record', async ({ db }) => {
    const { read, send } = await inTown(db)
    const form = filled(await read(edit), 'save')
    await send(edit, { ...form, question: 'Где же?', nature: 'factual', why: 'Так.' })
    const late = await send(edit, { ...form, question: 'Где?', unit: '', why: 'Иначе.' })
    expect(late.status).toBe(409)
    expectArabic('stale', await late.text())
    const same = await send(fresh, {
      rows: '1',
      names: '1',
      question: 'Где же?',
      kind: 'options',
      nature: 'factual',
      step: 'save',
    })
    expect(same.status).toBe(409)
    expectArabic('duplicate', await same.text())
  })

  test('where a search is recorded and withdrawn', async ({ db }) => {
    const { read, send } = await inTown(db)
    const SEARCH = { party: 'south', on: '2020-03-01', result: 'none-found', where: 'Там', by: 'Я' }
    const recorded = await read(locationOf(await send(search, SEARCH)))
    expectArabic('recorded', recorded)
    const undo = undoIn(recorded)
    const withdrawn = await read(locationOf(await send(undo.path, undo.fields)))
    expectArabic('withdrawn', withdrawn)
    const fits = { ...SEARCH, result: 'not-applicable' }
    expectArabic('changed', await read(locationOf(await send(search, fits))))
  })
})

/** The Undo of a page in Arabic. */
const undoIn = (page: string) =>
  undoOn(page.replaceAll(`<button>${arabic.shared.undo}`, '<button>Undo'))

const locationOf = (answer: Response): string => {
  expect(answer.status).toBe(303)
  return answer.headers.get('Location') ?? ''
}
