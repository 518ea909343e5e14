import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { paths } from '#server/paths.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { aForm, anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const address = paths.newClaim('bridge')

async function open(db: Db) {
  await importDossier(db, { text: JSON.stringify(aDossier()), file: 'test.json', now: noon })
  const { app } = anApp({ db })
  const { Cookie, csrf } = await signedIn(app, db)
  const send = async (path: string, fields: Record<string, string>) =>
    await app.request(path, aForm({ csrf, ...fields }, { Cookie }))
  return { app, send, Cookie }
}

const filled = {
  key: 'claim-1a',
  rows: '1',
  party: 'south',
  issue: 'bridge',
  position: 'yes',
  stance: 'denies',
  bearing: 'states',
  said: '2020-01-20',
  wording: 'paraphrase',
  statement: 'Still no bridge, <b>never</b>.',
  'c1-source': 'gazette',
  step: 'save',
}

describe('adding a claim', () => {
  test('saves it and says what it conflicts with, with a link', async ({ db }) => {
    const { app, send, Cookie } = await open(db)
    const answer = await send(address, filled)
    expect(answer.status).toBe(303)
    const page = await (await app.request(answer.headers.get('Location') ?? '', { headers: { Cookie } })).text()
    expect(page).toContain('Still no bridge, &lt;b&gt;never&lt;/b&gt;.')
    expect(page).toMatch(/href="\/x\/1/)
    const claims = await db.selectFrom('claim').select('slug').execute()
    expect(claims).toHaveLength(3)
  })

  test('twice with one form makes one claim', async ({ db }) => {
    const { send } = await open(db)
    const [first, second] = [await send(address, filled), await send(address, filled)]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(await db.selectFrom('claim').select('slug').execute()).toHaveLength(3)
  })

  test('comes back with what was typed and writes nothing where something is wrong', async ({ db }) => {
    const { send } = await open(db)
    const answer = await send(address, { ...filled, said: '2020-13', party: '' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Choose the party that holds this, or add a new one.')
    expect(page).toContain('value="2020-13"')
    expect(page).toContain('Still no bridge')
    expect(await db.selectFrom('claim').select('slug').execute()).toHaveLength(2)
  })

  test('shows the positions of an issue without saving, the part alone for htmx', async ({ db }) => {
    const { send } = await open(db)
    const page = await (await send(address, { ...filled, step: 'positions' })).text()
    expect(page).toContain('Build the bridge')
    expect(page).toContain('<h1>Add a claim</h1>')
    expect(await db.selectFrom('claim').select('slug').execute()).toHaveLength(2)
  })

  test('is for those who are signed in', async ({ db }) => {
    const { app } = await open(db)
    expect((await app.request(address)).status).toBe(401)
  })
})

describe('a claim', () => {
  test('has a page and a history that everybody can read', async ({ db }) => {
    const { app } = await open(db)
    expect((await app.request(paths.claim({ id: 1 }))).status).toBe(200)
    expect((await app.request(paths.claimHistory({ id: 1 }))).status).toBe(200)
    expect((await app.request(paths.claim({ id: 99 }))).status).toBe(404)
  })

  test('is withdrawn with a reason, and put back', async ({ db }) => {
    const { app, send } = await open(db)
    const path = paths.withdrawClaim({ id: 1 })
    expect((await send(path, { version: '1', why: '' })).status).toBe(422)
    expect((await send(path, { version: '1', why: 'Misheard' })).status).toBe(303)
    expect(await (await app.request(paths.claim({ id: 1 }))).text()).toContain('Misheard')
    expect((await send(path, { version: '1', why: 'Again' })).status).toBe(409)
    expect((await send(path, { version: '2', why: 'Heard well' })).status).toBe(303)
  })
})

test('every page of a topic answers, and none of a topic that is not there', async ({ db }) => {
  const { app } = await open(db)
  const pages = ['/', '/t/bridge', '/t/bridge/compare', '/t/bridge/issues', '/t/bridge/parties', '/t/bridge/sources']
  for (const path of [...pages, '/i/1', '/p/1', '/s/1', '/x/1', '/t/bridge/contradictions'])
    expect([path, (await app.request(path)).status]).toEqual([path, 200])
  for (const path of ['/t/no', '/t/no/compare', '/t/no/issues', '/i/99', '/p/99', '/s/99', '/x/99', '/i/0', '/s/u'])
    expect([path, (await app.request(path)).status]).toEqual([path, 404])
})
