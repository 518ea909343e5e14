import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { test } from '#test/support/database.ts'
import { undoOn } from '#test/support/undo.ts'

type Read = (path: string) => Promise<string>

/** What the form of a page would send, by the button with this step. */
function filled(page: string, step = 'save'): Record<string, string> {
  const fields = Object.fromEntries(fieldsOn(page))
  const { csrf: _, theme: __, return_to: ___, '': ____, ...own } = fields
  return { ...own, step }
}

const opened = async (read: Read, path: string) => filled(await read(path))

const WHERE = { id: 2, slug: 'where' }
const edit = paths.editIssue(WHERE)
const fresh = paths.newIssue('bridge')

const aQuestion = {
  question: 'Who pays?',
  nature: 'normative',
  kind: 'options',
  rows: '3',
  names: '1',
  'pos-1-label': 'The town',
  'pos-2-label': 'The province',
  'pos-3-label': 'Both',
  'rel-1-2': 'contradictory',
  'name-1-party': 'north',
  'name-1-text': 'the toll',
}

describe('adding an issue', () => {
  test('records question, positions, relations and names, and leads to it', async ({ db }) => {
    const { send, read } = await openTown(db)
    const answer = await send(fresh, { ...aQuestion, exclusive: 'no', step: 'save' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/i/5-who-pays?saved=added')
    const page = textOf(await read(answer.headers.get('Location') ?? ''))
    expect(page).toContain('The issue was added.')
    expect(page).toContain('North calls it the toll')
    expect(page).toContain('Exactly one holds: this or Position B: The province')
    const { after } = await db
      .selectFrom('revision')
      .where('slug', '=', 'who-pays')
      .select('after')
      .executeTakeFirstOrThrow()
    expect(after).toEqual({
      slug: 'who-pays',
      question: 'Who pays?',
      nature: 'normative',
      kind: 'options',
      labels: { north: 'the toll' },
      positions: [
        { slug: 'the-town', label: 'The town' },
        { slug: 'the-province', label: 'The province' },
        { slug: 'both', label: 'Both' },
      ],
      excludes: [{ pair: ['the-town', 'the-province'], kind: 'contradictory' }],
    })
  })

  test('makes options exclusive and a list not, until somebody says otherwise', async ({ db }) => {
    const { send } = await openTown(db)
    for (const kind of ['options', 'list'])
      await send(fresh, {
        ...aQuestion,
        question: `Of ${kind}?`,
        kind,
        'rel-1-2': '',
        step: 'save',
      })
    const rows = await db
      .selectFrom('issue')
      .where('question', 'like', 'Of %')
      .select(['kind', 'exclusive'])
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { kind: 'options', exclusive: true },
      { kind: 'list', exclusive: false },
    ])
  })

  test('comes back with a further row, a row less and nothing lost, without saving', async ({
    db,
  }) => {
    const { send } = await openTown(db)
    const more = fieldsOn(await (await send(fresh, { ...aQuestion, step: 'add-position' })).text())
    expect(more.get('rows')).toBe('4')
    expect(more.get('pos-3-label')).toBe('Both')
    expect(more.get('rel-1-2')).toBe('contradictory')
    expect(more.has('rel-3-4')).toBe(true)
    const sent = { ...aQuestion, 'rel-1-3': 'entails', step: 'remove-position-2' }
    const less = fieldsOn(await (await send(fresh, sent)).text())
    expect([less.get('rows'), less.get('pos-2-label'), less.get('rel-1-2')]).toEqual([
      '2',
      'Both',
      'entails',
    ])
    expect(await db.selectFrom('issue').where('slug', '=', 'who-pays').execute()).toEqual([])
  })

  const refusals = [
    ['no question', { question: '' }, 'Enter the question.'],
    ['no nature', { nature: '' }, 'Choose the nature of the question.'],
    ['no kind', { kind: '' }, 'Choose how it is answered.'],
    [
      'a unit where nothing is counted',
      { unit: 'months' },
      'Only a quantity or a date has a unit.',
    ],
    ['positions of a number', { kind: 'quantity' }, 'so there are no positions'],
    ['two positions of yes or no', { kind: 'yes-no' }, 'A yes-or-no question has one position'],
    ['two positions that read the same', { 'pos-2-label': 'the TOWN' }, 'position A again'],
    [
      'a relation to an empty row',
      { 'pos-3-label': '', 'rel-2-3': 'entails' },
      'Position C is empty.',
    ],
    ['a relation that there is not', { 'rel-1-2': 'likes' }, 'Choose one of the list.'],
    [
      'a description of nothing',
      { rows: '4', 'pos-4-about': 'x' },
      'Enter the position, or take it out.',
    ],
    ['a name of nobody', { 'name-1-party': '' }, 'Choose the party that calls it so.'],
    ['a name of a stranger', { 'name-1-party': 'west' }, 'Choose one of the list.'],
    ['a party without a name', { 'name-1-text': '' }, 'Enter what the party calls it'],
    [
      'relations under which nobody could hold a position',
      { 'rel-1-2': 'contrary', 'rel-1-3': 'entails', 'rel-2-3': 'entailed' },
      'Nobody could hold “The town”: yes to “The town”, so yes to “Both”, so yes to “The province”, so no to “The town”.',
    ],
  ] as const

  for (const [what, fields, says] of refusals)
    test(`refuses ${what}, beside its field, and keeps what was typed`, async ({ db }) => {
      const { send } = await openTown(db)
      const answer = await send(fresh, { ...aQuestion, ...fields, step: 'save' })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      const said = textOf(page)
      expect(said.split(says).length).toBeGreaterThanOrEqual(3)
      expect(fieldsOn(page).get('pos-1-label')).toBe('The town')
      expect(await db.selectFrom('issue').where('slug', '=', 'who-pays').execute()).toEqual([])
    })

  test('refuses what is asked already, and leads there', async ({ db }) => {
    const { send } = await openTown(db)
    const question = 'where should it  STAND?'.replace('  ', ' ')
    const answer = await send(fresh, { ...aQuestion, question, 'rel-1-2': '', step: 'save' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(paths.issue(WHERE))
  })

  test('is offered where issues are listed, and where there is none', async ({ db }) => {
    const { read, app } = await openTown(db)
    expect(await read(paths.issues('bridge'))).toContain(fresh)
    const page = await (await app.request(paths.issues('bridge'))).text()
    expect(page).not.toContain(fresh)
  })
})

describe('editing an issue', () => {
  test('begins with the issue as it stands, and changes nothing where nothing is changed', async ({
    db,
  }) => {
    const { read, send } = await openTown(db)
    const fields = await opened(read, edit)
    expect(fields['pos-2-label']).toBe('At the ford')
    expect(fields['rel-1-2']).toBe('contrary')
    const answer = await send(edit, { ...fields, why: 'Nothing.' })
    expect(answer.headers.get('Location')).toBe(paths.issue(WHERE))
    const revisions = await db
      .selectFrom('revision')
      .where('slug', '=', 'where')
      .selectAll()
      .execute()
    expect(revisions).toHaveLength(1)
  })

  test('saves words at once, with the reason, and the history tells', async ({ db }) => {
    const { read, send } = await openTown(db)
    const fields = { ...(await opened(read, edit)), 'pos-1-label': 'By the mill', why: 'Clearer.' }
    const answer = await send(edit, fields)
    expect(answer.headers.get('Location')).toBe(`${paths.issue(WHERE)}?saved=edited`)
    const history = textOf(await read(paths.issueHistory(WHERE)))
    expect(history).toContain('Clearer.')
    const slugs = await db.selectFrom('position').where('issue_id', '=', 2).select('slug').execute()
    expect(slugs.map((p) => p.slug)).toEqual(['mill', 'ford', 'river'])
  })

  test('is undone from the page that it leads to', async ({ db }) => {
    const { read, send } = await openTown(db)
    const fields = { ...(await opened(read, edit)), 'pos-1-label': 'By the mill', why: 'Clearer.' }
    const page = await read((await send(edit, fields)).headers.get('Location') ?? '')
    expect(textOf(page)).toContain('The issue was changed.')
    const { path, fields: back } = undoOn(page)
    expect((await send(path, back)).status).toBe(303)
    expect(await read(paths.issue(WHERE))).toContain('At the mill')
  })

  test('asks why, and for the version that it began with', async ({ db }) => {
    const { read, send } = await openTown(db)
    const fields = await opened(read, edit)
    const answer = await send(edit, fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Give the reason for this change.')
    const { version: _, ...rest } = fields
    expect((await send(edit, { ...rest, why: 'x' })).status).toBe(428)
  })

  test('takes out a position that nothing is about, and keeps one that a claim is about', async ({
    db,
  }) => {
    const { read, send } = await openTown(db)
    const fields = await opened(read, edit)
    const less = filled(await (await send(edit, { ...fields, step: 'remove-position-3' })).text())
    const preview = await (await send(edit, { ...less, why: 'Nobody means it.' })).text()
    const saved = await send(edit, filled(preview, 'save-seen'))
    expect(saved.status).toBe(303)
    const slugs = await db.selectFrom('position').where('issue_id', '=', 2).select('slug').execute()
    expect(slugs.map((p) => p.slug)).toEqual(['mill', 'ford'])
    const now = await opened(read, edit)
    const sent = { ...now, step: 'remove-position-1' }
    const without = filled(await (await send(edit, sent)).text(), 'save-seen')
    const refused = await send(edit, { ...without, why: 'x' })
    expect(refused.status).toBe(422)
    expect(textOf(await refused.text())).toContain(
      '1 claim on record is about “At the mill”, so it stays.',
    )
  })

  test('offers no kind that the claims on record do not answer, and says why', async ({ db }) => {
    const { read, send } = await openTown(db)
    const page = await read(edit)
    expect(textOf(page)).toContain('1 claim on record answers with a position')
    expect(page).not.toContain('<option value="date">')
    const { 'rel-1-2': _, ...fields } = filled(page, 'save-seen')
    const bare = {
      ...fields,
      rows: '1',
      'pos-1-label': '',
      'pos-1-slug': '',
      kind: 'date',
      why: 'x',
    }
    const answer = await send(edit, bare)
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain('would say nothing on an issue of another kind')
  })

  test('is for editors', async ({ db }) => {
    const { app } = await openTown(db)
    expect((await app.request(edit)).status).toBe(401)
    expect(await (await app.request(paths.issue(WHERE))).text()).not.toContain(edit)
  })

  test('shows the second writer both versions, and a form that holds both changes', async ({
    db,
  }) => {
    const { read, send } = await openTown(db)
    const mine = await opened(read, edit)
    const theirs = {
      ...mine,
      rows: '4',
      'pos-4-label': 'In a tunnel',
      'rel-1-2': '',
      why: 'First.',
    }
    const seen = filled(await (await send(edit, theirs)).text(), 'save-seen')
    expect((await send(edit, seen)).status).toBe(303)
    const own = {
      ...mine,
      rows: '4',
      'pos-4-label': 'By ferry',
      question: 'Where, then?',
      why: 'Mine.',
    }
    const answer = await send(edit, own)
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(textOf(page)).toContain('Somebody changed this issue after you opened it')
    const both = fieldsOn(page)
    expect(both.get('question')).toBe('Where, then?')
    expect([both.get('pos-4-label'), both.get('pos-5-label')]).toEqual(['In a tunnel', 'By ferry'])
    expect(both.get('rel-1-2') ?? '').toBe('')
    expect(both.get('why')).toBe('Mine.')
    const preview = await (await send(edit, filled(page))).text()
    expect((await send(edit, filled(preview, 'save-seen'))).status).toBe(303)
    const labels = await db
      .selectFrom('position')
      .where('issue_id', '=', 2)
      .select('label')
      .orderBy('ordinal')
      .execute()
    expect(labels.map((p) => p.label)).toEqual([
      'At the mill',
      'At the ford',
      'Across the river',
      'In a tunnel',
      'By ferry',
    ])
  })
})

describe('the preview of a change', () => {
  const ford = {
    party: 'south',
    issue: 'where',
    position: 'ford',
    stance: 'affirms',
    statement: 'It stands at the ford.',
    said: '2020-01-05',
  }

  test('tells before saving which pairs and contradictions change, and saves from there', async ({
    db,
  }) => {
    const { read, send, add } = await openTown(db)
    expect((await add(ford)).status).toBe(303)
    const fields = { ...(await opened(read, edit)), 'rel-1-2': '', why: 'Both can be.' }
    const page = await (await send(edit, fields)).text()
    const said = textOf(page)
    expect(said).toContain('Nothing is saved yet.')
    expect(said).toContain('1 pair of parties no longer in conflict')
    expect(said).toContain('0 contradictions would begin, 1 would end and 0 would stay.')
    expect(said).toContain('No longer in contradiction (1)')
    const x = await db
      .selectFrom('contradiction')
      .where('issue_id', '=', 2)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(page).toContain(`href="${paths.contradiction(x)}"`)
    expect(x.resolved_on).toBeNull()
    expect((await send(edit, filled(page, 'save-seen'))).status).toBe(303)
    const after = await db
      .selectFrom('contradiction')
      .where('id', '=', x.id)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(after.resolved_on).not.toBeNull()
  })

  test('leads back to the form with everything that was typed', async ({ db }) => {
    const { read, send } = await openTown(db)
    const fields = { ...(await opened(read, edit)), 'rel-1-3': 'entails', why: 'Seen.' }
    const page = await (await send(edit, fields)).text()
    const back = fieldsOn(await (await send(edit, filled(page, 'edit'))).text())
    expect([back.get('rel-1-3'), back.get('why'), back.get('rel-1-2')]).toEqual([
      'entails',
      'Seen.',
      'contrary',
    ])
  })
})
