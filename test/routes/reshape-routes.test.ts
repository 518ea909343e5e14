import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { sectionOf, textOf } from '#test/support/a-record.ts'
import { type Db } from '#db/connect.ts'
import { test } from '#test/support/database.ts'
import { undoOn } from '#test/support/undo.ts'

const WHERE = { id: 2, slug: 'where' }
const merge = paths.mergePositions(WHERE)
const split = paths.splitPosition(WHERE)
const edit = paths.editIssue(WHERE)

const FORD = {
  key: 'c-00000000000b',
  party: 'south',
  issue: 'where',
  position: 'ford',
  stance: 'affirms',
  statement: 'It stands at the ford.',
  said: '2020-01-05',
}
/** South also says no to the mill, so that a conflict is left after ford is merged into mill. */
const NO_MILL = {
  ...FORD,
  key: 'c-00000000000c',
  position: 'mill',
  stance: 'denies',
  statement: 'Not at the mill.',
  said: '2020-01-06',
}

function filled(page: string, step: string): Record<string, string> {
  const fields = Object.fromEntries(fieldsOn(page))
  const { csrf: _, theme: __, return_to: ___, '': ____, ...own } = fields
  return { ...own, step }
}

/** What each claim on the issue is about, by slug. */
const positionsOf = async (db: Db) =>
  Object.fromEntries(
    (
      await db
        .selectFrom('claim as c')
        .innerJoin('position as p', 'p.id', 'c.position_id')
        .where('c.issue_id', '=', 2)
        .select(['c.slug', 'p.slug as position'])
        .orderBy('c.id')
        .execute()
    ).map((row) => [row.slug, row.position]),
  )

const revisionsOf = async (db: Db) =>
  await db
    .selectFrom('revision')
    .where('made_by', '!=', 'dossier import')
    .select(['entity', 'slug', 'version', 'why'])
    .orderBy('id')
    .execute()

const MERGING = { from: 'ford', into: 'mill', version: '1', why: 'The same place.' }

describe('merging positions', () => {
  test('previews, and then moves claims and issue in one act with one reason', async ({ db }) => {
    const { send, add, read } = await openTown(db)
    await add(FORD)
    const preview = await (await send(merge, { ...MERGING, step: 'preview' })).text()
    expect(textOf(preview)).toContain('1 claim will be about another position.')
    expect(textOf(preview)).toContain('1 pair of parties no longer in conflict')
    expect(await positionsOf(db)).toMatchObject({ 'c-00000000000b': 'ford' })
    const answer = await send(merge, filled(preview, 'save-seen'))
    expect(answer.headers.get('Location')).toBe(`${paths.issue(WHERE)}?saved=merged`)
    expect(await positionsOf(db)).toEqual({ 'at-mill': 'mill', 'c-00000000000b': 'mill' })
    const made = (await revisionsOf(db)).filter((r) => r.why === 'The same place.')
    expect(made).toMatchObject([
      { entity: 'issue', slug: 'where', version: 2 },
      { entity: 'claim', slug: 'c-00000000000b', version: 2 },
    ])
    const answers = textOf(sectionOf(await read(paths.issue(WHERE)), 'answers'))
    expect(answers).not.toContain('At the ford')
    expect(answers).toContain('Across the river')
  })

  test('keeps what was filed and decided at its address, and says where it went on', async ({
    db,
  }) => {
    const { send, add, read } = await openTown(db)
    await add(FORD)
    await add({
      ...FORD,
      key: 'c-00000000000d',
      party: 'north',
      stance: 'denies',
      statement: 'No ford.',
    })
    const before = await db
      .selectFrom('contradiction')
      .where('issue_id', '=', 2)
      .select('id')
      .execute()
    const ids = before.map((x) => x.id)
    await send(merge, { ...MERGING, step: 'save-seen' })
    const after = await db
      .selectFrom('contradiction')
      .where('issue_id', '=', 2)
      .select(['id', 'resolved_on', 'kind'])
      .orderBy('id')
      .execute()
    const opposed = after.find((x) => x.kind === 'opposed' && !ids.includes(x.id))
    expect(opposed).toBeDefined()
    const old = after.find((x) => x.kind === 'opposed' && ids.includes(x.id))
    expect(old?.resolved_on).not.toBeNull()
    const page = await read(paths.contradiction({ id: old?.id ?? 0 }))
    expect(textOf(page)).toContain('The position “At the ford” was merged into “At the mill”.')
    expect(page).toContain(`href="${paths.contradiction({ id: opposed?.id ?? 0 })}"`)
    const next = await read(paths.contradiction({ id: opposed?.id ?? 0 }))
    expect(textOf(next)).toContain('Before positions were merged, the same sides were recorded as')
    expect(next).toContain(`href="${paths.contradiction({ id: old?.id ?? 0 })}"`)
  })

  test('is undone with everything that it moved, and the undoing too', async ({ db }) => {
    const { send, add, read } = await openTown(db)
    await add(FORD)
    const at = (await send(merge, { ...MERGING, step: 'save-seen' })).headers.get('Location') ?? ''
    const undo = undoOn(await read(at))
    expect(undo.path).toBe(paths.undoReshaping(WHERE))
    const done = await send(undo.path, undo.fields)
    expect(done.headers.get('Location')).toBe(`${paths.issue(WHERE)}?saved=undone`)
    expect(await positionsOf(db)).toEqual({ 'at-mill': 'mill', 'c-00000000000b': 'ford' })
    const open = await db
      .selectFrom('contradiction')
      .where('issue_id', '=', 2)
      .where('resolved_on', 'is', null)
      .select('kind')
      .execute()
    expect(open).toEqual([{ kind: 'incompatible positions' }])
    const again = undoOn(await read(done.headers.get('Location') ?? ''))
    await send(again.path, again.fields)
    expect(await positionsOf(db)).toEqual({ 'at-mill': 'mill', 'c-00000000000b': 'mill' })
  })

  test('is not undone where a claim was changed since', async ({ db }) => {
    const { send, add, read } = await openTown(db)
    await add(FORD)
    await send(merge, { ...MERGING, step: 'save-seen' })
    const claim = await db
      .selectFrom('claim')
      .where('slug', '=', FORD.key)
      .select(['id', 'slug'])
      .executeTakeFirstOrThrow()
    const fields = filled(await read(paths.editClaim(claim)), 'save')
    await send(paths.editClaim(claim), {
      ...fields,
      statement: 'At the ford, mostly.',
      why: 'Word.',
    })
    const answer = await send(paths.undoReshaping(WHERE), { version: '2' })
    expect(answer.status).toBe(409)
    expect(textOf(await answer.text())).toContain('was changed after that')
    expect(await positionsOf(db)).toMatchObject({ [FORD.key]: 'mill' })
  })

  test('takes over relations only where it is asked to', async ({ db }) => {
    const { send } = await openTown(db)
    const into = { from: 'mill', into: 'river', version: '1', why: 'x', step: 'save-seen' }
    await send(merge, { ...into, relations: 'take' })
    const excludes = async () =>
      (
        await db
          .selectFrom('revision')
          .where('entity', '=', 'issue')
          .where('slug', '=', 'where')
          .select('after')
          .orderBy('version', 'desc')
          .executeTakeFirstOrThrow()
      ).after as { excludes?: unknown }
    expect((await excludes()).excludes).toEqual([{ pair: ['ford', 'river'], kind: 'contrary' }])
    await send(paths.undoReshaping(WHERE), { version: '2' })
    await send(merge, { ...into, version: '3' })
    expect((await excludes()).excludes).toBeUndefined()
  })

  const refusals = [
    ['a position that there is not', { from: 'x' }, 422, 'Choose a position of the list.'],
    [
      'a position merged into itself',
      { into: 'ford' },
      422,
      'Choose another one than the one that goes.',
    ],
    ['no reason', { why: '' }, 422, 'Give the reason for this change.'],
    [
      'an issue that was changed since',
      { version: '7' },
      409,
      'Somebody changed this issue after you opened it',
    ],
    ['no version', { version: '' }, 428, 'Say which version you are changing.'],
  ] as const
  for (const [what, fields, status, says] of refusals)
    test(`refuses ${what}`, async ({ db }) => {
      const { send } = await openTown(db)
      const answer = await send(merge, { ...MERGING, ...fields, step: 'save-seen' })
      expect(answer.status).toBe(status)
      expect(textOf(await answer.text())).toContain(says)
      expect(await revisionsOf(db)).toEqual([])
    })

  test('refuses relations under which nobody could hold a position, with the chain', async ({
    db,
  }) => {
    const { read, send } = await openTown(db)
    const fields = filled(await read(edit), 'save-seen')
    const tunnel = {
      rows: '4',
      'pos-4-label': 'In a tunnel',
      'rel-3-4': 'entails',
      'rel-2-4': 'entailed',
    }
    await send(edit, { ...fields, ...tunnel, why: 'River entails ford.' })
    const taking = { ...MERGING, from: 'mill', into: 'river', version: '2', step: 'preview' }
    const answer = await send(merge, { ...taking, relations: 'take' })
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain('Nobody could hold “Across the river”')
    expect((await send(merge, { ...taking, step: 'save-seen' })).status).toBe(303)
  })

  test('leaves no way to say anything of the position that went', async ({ db }) => {
    const { send, add } = await openTown(db)
    await send(merge, { ...MERGING, step: 'save-seen' })
    const answer = await add({ ...FORD, ...NO_MILL, position: 'ford' })
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain('Choose the position, or add a new one.')
  })

  test('is an editor’s', async ({ db }) => {
    const { app } = await openTown(db)
    expect((await app.request(merge)).status).toBe(401)
    expect(await (await app.request(paths.issue(WHERE))).text()).not.toContain('/merge')
  })
})

describe('splitting a position', () => {
  const SPLIT = {
    of: 'ford',
    label: 'At the lower ford',
    claim: FORD.key,
    version: '1',
    why: 'There are two fords.',
  }

  test('adds a position and moves the claims that are chosen, after a preview', async ({ db }) => {
    const { send, add, read } = await openTown(db)
    await add(FORD)
    const form = await read(paths.splitPosition(WHERE, { of: 'ford' }))
    expect(textOf(form)).toContain('South: It stands at the ford.')
    const sent = { ...SPLIT, relation: 'contrary', relations: 'take', step: 'preview' }
    const preview = await (await send(split, sent)).text()
    expect(textOf(preview)).toContain('1 claim will be about another position.')
    const answer = await send(split, filled(preview, 'save-seen'))
    expect(answer.headers.get('Location')).toBe(`${paths.issue(WHERE)}?saved=split`)
    expect(await positionsOf(db)).toEqual({
      'at-mill': 'mill',
      [FORD.key]: 'at-the-lower-ford',
    })
    const fields = fieldsOn(await read(edit))
    expect([fields.get('rel-1-4'), fields.get('rel-2-4'), fields.get('rel-3-4') ?? '']).toEqual([
      'contrary',
      'contrary',
      '',
    ])
  })

  test('is undone; what was filed about the new position stays, merged', async ({ db }) => {
    const { send, add, read } = await openTown(db)
    await add(FORD)
    const sent = { ...SPLIT, relations: 'take', step: 'save-seen' }
    const at = (await send(split, sent)).headers.get('Location') ?? ''
    const filed = await db
      .selectFrom('contradiction')
      .where('issue_id', '=', 2)
      .select('id')
      .orderBy('id')
      .execute()
    expect(filed).toHaveLength(2)
    const undo = undoOn(await read(at))
    expect((await send(undo.path, undo.fields)).status).toBe(303)
    expect(await positionsOf(db)).toEqual({ 'at-mill': 'mill', [FORD.key]: 'ford' })
    const page = textOf(await read(paths.contradiction({ id: filed[1]?.id ?? 0 })))
    expect(page).toContain('The position “At the lower ford” was merged into “At the ford”.')
    expect(textOf(await read(paths.issue(WHERE)))).not.toContain('At the lower ford:')
  })

  const refusals = [
    ['no words for the new one', { label: '' }, 'Enter what the new position says.'],
    [
      'words that another has',
      { label: 'at the MILL' },
      'A position of this issue reads the same.',
    ],
    ['no claim', { claim: '' }, 'Choose at least one claim of the list.'],
    [
      'a claim about another position',
      { claim: 'at-mill' },
      'Choose at least one claim of the list.',
    ],
    ['a relation that there is not', { relation: 'likes' }, 'Choose one of the list.'],
    ['no reason', { why: ' ' }, 'Give the reason for this change.'],
  ] as const
  for (const [what, fields, says] of refusals)
    test(`refuses ${what}`, async ({ db }) => {
      const { send, add } = await openTown(db)
      await add(FORD)
      const answer = await send(split, { ...SPLIT, ...fields, step: 'save-seen' })
      expect(answer.status).toBe(422)
      expect(textOf(await answer.text())).toContain(says)
      expect(await positionsOf(db)).toMatchObject({ [FORD.key]: 'ford' })
    })

  test('begins with the first position where none is named, and says where there is none', async ({
    db,
  }) => {
    const { read } = await openTown(db)
    expect(textOf(await read(split))).toContain('A: At the mill')
    expect(textOf(await read(paths.splitPosition({ id: 3 })))).toContain(
      'There is nothing to split.',
    )
  })
})

describe('reordering positions', () => {
  test('moves a row with its relations, and the preview says which letters follow', async ({
    db,
  }) => {
    const { send, read } = await openTown(db)
    const start = {
      ...filled(await read(edit), 'move-up-2'),
      'rel-2-3': 'entails',
      'rel-1-3': 'contrary',
    }
    const moved = await (await send(edit, start)).text()
    const fields = fieldsOn(moved)
    expect([fields.get('pos-1-slug'), fields.get('pos-2-slug')]).toEqual(['ford', 'mill'])
    expect([fields.get('rel-1-2'), fields.get('rel-1-3'), fields.get('rel-2-3')]).toEqual([
      'contrary',
      'entails',
      'contrary',
    ])
    const up = await (await send(edit, filled(moved, 'move-up-3'))).text()
    expect(fieldsOn(up).get('rel-2-3')).toBe('contrary')
    expect(fieldsOn(up).get('rel-1-2')).toBe('entails')
    const plain = filled(
      await (await send(edit, filled(await read(edit), 'move-up-2'))).text(),
      'save',
    )
    const preview = await (await send(edit, { ...plain, why: 'North first.' })).text()
    expect(textOf(preview)).toContain('“At the ford” is A, no longer B')
    expect(textOf(preview)).toContain('No cell of the comparison and no contradiction changes.')
    await send(edit, filled(preview, 'save-seen'))
    const slugs = await db
      .selectFrom('position')
      .where('issue_id', '=', 2)
      .select('slug')
      .orderBy('ordinal')
      .execute()
    expect(slugs.map((p) => p.slug)).toEqual(['ford', 'mill', 'river'])
  })
})
