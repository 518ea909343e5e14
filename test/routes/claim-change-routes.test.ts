import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { aClaim } from '#test/support/a-dossier.ts'
import { test } from '#test/support/database.ts'

const edit = paths.editClaim({ id: 1 })
const withdraw = paths.withdrawClaim({ id: 1 })

/** The form of a claim as it is rendered, ready to be changed and sent. */
const opened = async (
  read: (path: string) => Promise<string>,
  path = edit,
): Promise<Record<string, string>> => {
  const fields = Object.fromEntries(fieldsOn(await read(path)))
  const { csrf: _, theme: __, return_to: ___, '': ____, ...own } = fields
  return { ...own, step: 'save' }
}

describe('editing a claim', () => {
  test('begins with the claim as it stands', async ({ db }) => {
    const { read } = await openTown(db)
    const fields = fieldsOn(await read(edit))
    expect(fields.get('party')).toBe('north')
    expect(fields.get('person')).toBe('mayor')
    expect(fields.get('position')).toBe('yes')
    expect(fields.get('statement')).toBe('The bridge should be built.')
    expect(fields.get('version')).toBe('1')
  })

  test('saves the next version with its reason, and the history tells from what to what', async ({
    db,
  }) => {
    const { read, send, app } = await openTown(db)
    const fields = await opened(read)
    const answer = await send(edit, {
      ...fields,
      person: '',
      statement: 'It should be built soon.',
      why: 'Misread.',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/c/1-c1?saved=1')
    const history = await (await app.request(paths.claimHistory({ id: 1 }))).text()
    expect(history).toContain('Misread.')
    expect(history).toContain(
      'Statement</th><td dir="auto"><del>The bridge </del>should be built.</td>' +
        '<td dir="auto"><ins>It</ins> should be built<ins> soon</ins>.</td>',
    )
    expect(history).toMatch(
      /Person<\/th><td dir="auto"><del>Ada Mayor<\/del><\/td><td dir="auto"><span class="muted">\(nothing\)/,
    )
    expect(history.indexOf('Version 2')).toBeLessThan(history.indexOf('Version 1'))
  })

  test('asks why, and keeps what was typed', async ({ db }) => {
    const { read, send } = await openTown(db)
    const answer = await send(edit, {
      ...(await opened(read)),
      statement: 'Changed.',
      said: '2020-13',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Give the reason for this change.')
    expect(page).toContain('has no month 13')
    expect(fieldsOn(page).get('statement')).toBe('Changed.')
  })

  test('makes no version where nothing was changed', async ({ db }) => {
    const { read, send } = await openTown(db)
    const answer = await send(edit, { ...(await opened(read)), why: 'No reason.' })
    expect(answer.headers.get('Location')).toBe('/c/1-c1')
    const { version } = await db
      .selectFrom('claim')
      .select('version')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    expect(version).toBe(1)
  })

  test('shows the second writer both versions and a form that holds both changes', async ({
    db,
  }) => {
    const { read, send } = await openTown(db)
    const mine = await opened(read)
    await send(edit, { ...mine, hedge: 'may', statement: 'Theirs.', why: 'First.' })
    const answer = await send(edit, {
      ...mine,
      statement: 'Mine.',
      condition: 'if cheap',
      why: 'Second.',
    })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Somebody changed this claim after you opened it')
    expect(page).toMatch(
      /Statement<\/th><td dir="auto">Mine.<\/td><td dir="auto">Theirs.<\/td><td>Yours/,
    )
    expect(page).toMatch(
      /Hedge<\/th><td dir="auto"><span class="muted">\(nothing\)<\/span><\/td><td dir="auto">may<\/td><td>The saved one/,
    )
    const together = fieldsOn(page)
    expect([
      together.get('statement'),
      together.get('hedge'),
      together.get('condition'),
      together.get('why'),
    ]).toEqual(['Mine.', 'may', 'if cheap', 'Second.'])
    expect(together.get('version')).toBe('2')
    const { csrf: _, theme: __, return_to: ___, '': ____, ...again } = Object.fromEntries(together)
    expect((await send(edit, { ...again, step: 'save' })).status).toBe(303)
    const saved = await db
      .selectFrom('claim')
      .select(['statement', 'hedge', 'condition'])
      .where('id', '=', 1)
      .executeTakeFirst()
    expect(saved).toEqual({ statement: 'Mine.', hedge: 'may', condition: 'if cheap' })
  })

  test('of two at once, one is saved', async ({ db }) => {
    const { read, send } = await openTown(db)
    const fields = await opened(read)
    const answers = await Promise.all(
      ['One.', 'Two.', 'Three.'].map(
        async (statement) => await send(edit, { ...fields, statement, why: 'At once.' }),
      ),
    )
    const saved = answers.filter((a) => a.status === 303)
    expect([saved.length, answers.every((a) => a.status === 303 || a.status === 409)]).toEqual([
      1,
      true,
    ])
  })

  test('moves a claim to another issue and forgets its conflicts there', async ({ db }) => {
    const { read, send } = await openTown(db)
    const fields = await opened(read)
    const moved = { ...fields, issue: 'where', position: 'river', why: 'Wrong issue.' }
    expect((await send(edit, moved)).status).toBe(303)
    const open = await db.selectFrom('contradiction').select('resolved_on').execute()
    expect(open.every((x) => x.resolved_on !== null)).toBe(true)
  })

  test('keeps citations that its form does not show', async ({ db }) => {
    const town = aTown()
    const citations = Array.from({ length: 10 }, (_, i) => ({
      source: 'gazette',
      locator: `p. ${i + 1}`,
    }))
    const claims = [...town.claims, aClaim({ slug: 'many', citations, said: '2019' })]
    const { read, send } = await openTown(db, { ...town, claims })
    const path = paths.editClaim({ id: 4 })
    expect(await read(path)).toContain('2 further citations are kept unchanged.')
    const fields = await opened(read, path)
    expect((await send(path, { ...fields, statement: 'Changed.', why: 'Because.' })).status).toBe(
      303,
    )
    expect(
      await db.selectFrom('citation').select('locator').where('claim_id', '=', 4).execute(),
    ).toHaveLength(10)
  })

  test('has steps like the form of a new claim', async ({ db }) => {
    const { read, send } = await openTown(db)
    const answer = await send(edit, { ...(await opened(read)), step: 'add-citation' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('>Citation 2</h3>')
  })

  test('says which version it changes, and is for those who are signed in', async ({ db }) => {
    const { app, read, send } = await openTown(db)
    const { version: _, ...fields } = await opened(read)
    expect((await send(edit, { ...fields, why: 'Because.' })).status).toBe(428)
    for (const path of [edit, withdraw]) expect((await app.request(path)).status).toBe(401)
    expect((await send(paths.editClaim({ id: 99 }), { ...fields, version: '1' })).status).toBe(404)
  })
})

describe('withdrawing a claim', () => {
  test('keeps it, marked with the reason, and takes it out of conflicts', async ({ db }) => {
    const { send, app } = await openTown(db)
    expect((await send(withdraw, { version: '1', why: 'Misheard <b>.' })).status).toBe(303)
    const page = await (await app.request('/c/1')).text()
    expect(page).toContain('<strong>Withdrawn.</strong> <bdi>Misheard &lt;b&gt;.</bdi>')
    expect(page).toContain('It is withdrawn, so it conflicts with nothing.')
    const { resolved_on } = await db
      .selectFrom('contradiction')
      .select('resolved_on')
      .executeTakeFirstOrThrow()
    expect(resolved_on).not.toBeNull()
  })

  test('can be taken back with a reason; the history keeps both', async ({ db }) => {
    const { send, read, app } = await openTown(db)
    await send(withdraw, { version: '1', why: 'Misheard.' })
    expect(await read(withdraw)).toContain('<h1>Put this claim back</h1>')
    expect((await send(withdraw, { version: '2', why: 'Heard well.' })).status).toBe(303)
    const history = await (await app.request(paths.claimHistory({ id: 1 }))).text()
    for (const words of ['put it back', 'withdrew it', 'recorded it', 'Heard well.'])
      expect(history).toContain(words)
    expect(await (await app.request('/c/1')).text()).not.toContain('Withdrawn.')
  })

  test('needs a reason, and the version that was looked at', async ({ db }) => {
    const { send } = await openTown(db)
    expect((await send(withdraw, { version: '1', why: ' ' })).status).toBe(422)
    expect((await send(withdraw, { why: 'Misheard.' })).status).toBe(428)
    await send(withdraw, { version: '1', why: 'Misheard.' })
    const late = await send(withdraw, { version: '1', why: 'Too late.' })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Too late.')
    expect(page).toContain('name="version" value="2"')
  })
})
