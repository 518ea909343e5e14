import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { parseDossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { CAPTURED, aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { aClaim } from '#test/support/a-dossier.ts'
import { textOf } from '#test/support/a-record.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const MINUTES = { id: 2, slug: 'minutes' }
const address = paths.captureAgain(MINUTES)

const quoting = (slug: string, quote: string) => ({
  ...aClaim({ slug, issue: 'where', position: 'ford', statement: `North: ${slug}.` }),
  citations: [{ source: 'minutes', quote }],
})

/** Two claims that quote the minutes, and somebody who sends the form of their text. */
async function openMinutes(db: Db) {
  const dossier = aTown()
  const claims = [
    ...dossier.claims,
    quoting('by-spring', 'We will build it by spring.'),
    quoting('left', 'He left at once.'),
  ]
  const town = await openTown(db, { ...dossier, claims })
  const send = async (fields: Record<string, string>, file?: File) =>
    await town.upload(address, fields, file)
  /** Compare a text, then save what was compared. */
  const save = async (text: string) => {
    const seen = fieldsOn(await (await send({ text, step: 'compare' })).text()).get('seen') ?? ''
    return await send({ text, seen, step: 'save' })
  }
  return { ...town, post: town.send, send, save }
}

const versionsOf = async (db: Db) =>
  await db.selectFrom('capture').select(['version', 'text']).orderBy('version').execute()

const changed = CAPTURED.replace('by spring', 'by summer')

describe('capturing a source again', () => {
  test('is for whoever may change it', async ({ db }) => {
    const { app, send, read } = await openMinutes(db)
    expect((await app.request(address)).status).toBe(401)
    expect((await app.request(address, { method: 'POST' })).status).toBe(401)
    expect(await read(paths.source(MINUTES))).toContain(`href="${address}"`)
    expect(await (await app.request(paths.source(MINUTES))).text()).not.toContain(address)
    expect((await send({ csrf: 'x', text: 'x', step: 'save' })).status).toBe(403)
    expect(await versionsOf(db)).toHaveLength(1)
  })

  test('shows first what changed and what becomes of each quotation', async ({ db }) => {
    const { send } = await openMinutes(db)
    const text = changed.replace(' He left at once.', '')
    const answer = await send({ text, step: 'compare' })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(await faultsOf(page)).toEqual([])
    expect(page).toContain('<del>spring</del><ins>summer</ins>')
    const read = textOf(page)
    expect(read).toContain('None of 2 quotations stand in this text')
    expect(read).toContain('Edited We will build it by spring.')
    expect(read).toContain('Now (83 % of the words the same): We will build it by summer')
    expect(read).toContain('Gone He left at once.')
    expect(read).toContain('Save as version 2')
    expect(fieldsOn(page).get('text')).toBe(text)
    expect(await versionsOf(db)).toHaveLength(1)
  })

  test('keeps the text before, with the quotations that only it has', async ({ db }) => {
    const { save, read } = await openMinutes(db)
    const saved = await save(changed)
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, paths.source(MINUTES)])
    expect((await versionsOf(db)).map((v) => v.text)).toEqual([CAPTURED, changed])

    const newest = await read(paths.source(MINUTES))
    expect(await faultsOf(newest)).toEqual([])
    expect(textOf(newest)).toContain('1 quotation is no longer in it. It stands in an earlier text')
    expect(newest).toContain('>He left at once.</mark>')
    expect(newest).not.toContain('>We will build it by spring.</mark>')
    const { id } = await db
      .selectFrom('claim')
      .select('id')
      .where('slug', '=', 'by-spring')
      .executeTakeFirstOrThrow()
    const place = paths.source({ ...MINUTES, version: 1 }, { id })
    expect(newest).toContain(`href="${place}"`)

    const earlier = await read(paths.source({ ...MINUTES, version: 1 }))
    expect(await faultsOf(earlier)).toEqual([])
    expect(earlier).toContain(`id="${place.split('#')[1]}">We will build it by spring.</mark>`)
    expect(textOf(earlier)).toContain('This is an earlier text. Read the newest')
    for (const page of [paths.claim({ id }), paths.compare('bridge', { p: ['north', 'south'] })])
      expect(await read(page)).toContain(`href="${place}"`)

    const changes = await read(paths.sourceChanges(MINUTES, 1, 2))
    expect(await faultsOf(changes)).toEqual([])
    expect(changes).toContain('<del>spring</del><ins>summer</ins>')
  })

  test('says so when the words are those on record, and saves nothing', async ({ db }) => {
    const { send, save } = await openMinutes(db)
    const spaced = CAPTURED.replace('. He', '.\n\nHe')
    const page = textOf(await (await send({ text: spaced, step: 'compare' })).text())
    expect(page).toContain('the words are those of version 1, so there is nothing to save')
    expect(page).not.toContain('Save as version')
    expect((await save(CAPTURED)).status).toBe(409)
    await save(changed)
    expect((await save(CAPTURED)).status).toBe(409)
    expect(await versionsOf(db)).toHaveLength(2)
  })

  test('never saves what was not compared, nor over what somebody else saved', async ({ db }) => {
    const { send, save } = await openMinutes(db)
    const unseen = await send({ text: changed, seen: '', step: 'save' })
    expect(unseen.status).toBe(409)
    expect(textOf(await unseen.text())).toContain('Nothing was saved')
    const page = await (await send({ text: changed, step: 'compare' })).text()
    const seen = fieldsOn(page).get('seen') ?? ''
    await save(`${CAPTURED} Others said nothing.`)
    const late = await send({ text: changed, seen, step: 'save' })
    expect(late.status).toBe(409)
    expect(fieldsOn(await late.text()).get('text')).toBe(changed)
    expect(await versionsOf(db)).toHaveLength(2)
  })

  test('takes a file and markup, and says what is wrong with either', async ({ db }) => {
    const { send } = await openMinutes(db)
    const html = `<article><p>${changed}</p></article>`
    const pasted = await send({ html, text: 'x', step: 'compare' })
    expect(fieldsOn(await pasted.text()).get('text')).toBe(changed)
    const file = new File([changed], 'minutes.txt')
    expect(fieldsOn(await (await send({ step: 'compare' }, file)).text()).get('text')).toBe(changed)
    const damaged = await send({ step: 'compare' }, new File(['%PDF-1.7 no'], 'a.pdf'))
    expect(damaged.status).toBe(422)
    const empty = await send({ text: ' ', step: 'compare' })
    expect(empty.status).toBe(422)
    const page = await empty.text()
    expect(page).toContain('Paste the text of the source, or choose a file.')
    expect(await faultsOf(page)).toEqual([])
  })

  test('gives a source its first text, if that holds what is quoted', async ({ db }) => {
    const { app, headers, send, read } = await openTown(db)
    const gazette = paths.captureAgain({ id: 1, slug: 'gazette' })
    const form = async (text: string, step: string, seen = '') =>
      await send(gazette, { text, step, seen })
    expect((await app.request(gazette, { headers })).status).toBe(200)
    const seen = fieldsOn(await (await form('A first text.', 'compare')).text()).get('seen') ?? ''
    expect((await form('A first text.', 'save', seen)).status).toBe(303)
    expect(await read(paths.source({ id: 1 }))).toContain('A first text.')
  })
})

test('versions that are not there are not found', async ({ db }) => {
  const { app } = await openMinutes(db)
  for (const path of [
    '/s/2/v/2',
    '/s/2/v/0',
    '/s/2/v/x',
    '/s/2/diff/1..2',
    '/s/2/diff/1',
    '/s/99/v/1',
  ])
    expect((await app.request(path)).status, path).toBe(404)
  expect((await app.request('/s/2/v/1')).status).toBe(200)
})

describe('a source that readers see in excerpts', () => {
  /** Longer than two excerpts, with a quotation near each end. */
  const LONG = `First. We will build it by spring. ${'Between them much is said. '.repeat(60)}He left at once. Last.`

  async function openExcerpts(db: Db) {
    const town = await openMinutes(db)
    await town.save(LONG)
    const show = async (how: string) => await town.post(paths.changeAccess(MINUTES), { show: how })
    const asReader = async (path: string) => await town.app.request(path)
    return { ...town, show, asReader }
  }

  test('shows them what is quoted with 300 characters around it, and whoever is signed in all', async ({
    db,
  }) => {
    const { show, asReader, read } = await openExcerpts(db)
    expect(await (await asReader(paths.source(MINUTES))).text()).toContain(LONG.slice(40, 900))
    expect((await show('excerpts')).status).toBe(303)

    const page = await (await asReader(paths.source(MINUTES))).text()
    expect(await faultsOf(page)).toEqual([])
    const excerpts = [...page.matchAll(/<div class="document"[^>]*>(.*?)<\/div>/gs)].map(
      ([, text = '']) => textOf(text.replaceAll(/<a .*?<\/a>/gs, '')),
    )
    expect(excerpts.map((text) => text.length)).toEqual([4 + 7 + 27 + 300, 4 + 300 + 16 + 6])
    expect(excerpts[0]).toContain('We will build it by spring.')
    expect(page).toContain('>He left at once.</mark>')
    expect(await read(paths.source(MINUTES))).toContain(LONG.slice(40, 900))
    expect(textOf(await read(paths.source(MINUTES)))).toContain('Readers see excerpts')

    const changes = paths.sourceChanges(MINUTES, 1, 2)
    expect((await asReader(changes)).status).toBe(401)
    expect(page).not.toContain(changes)
    expect(await read(paths.source(MINUTES))).toContain(changes)
    expect((await show('whole')).status).toBe(303)
    expect(await (await asReader(paths.source(MINUTES))).text()).toContain(LONG.slice(40, 900))
  })

  test('goes to readers without its text, as a dossier that can be imported', async ({ db }) => {
    const { show, asReader } = await openExcerpts(db)
    await show('excerpts')
    const text = await (await asReader(paths.dossier('bridge'))).text()
    expect(text).not.toContain('Between them much is said.')
    expect(text).not.toContain(CAPTURED)
    expect(text).toContain('He left at once.')
    expect(parseDossier(text)).toMatchObject({ ok: true })
    expect(await exportDossier(db, 'bridge', 'operators')).toContain(LONG)
  })

  test('is made so by whoever is signed in, and by nothing but the two', async ({ db }) => {
    const { show, asReader, app } = await openExcerpts(db)
    expect((await show('nothing')).status).toBe(400)
    expect((await app.request(paths.changeAccess(MINUTES), { method: 'POST' })).status).toBe(401)
    expect(await (await asReader(paths.source(MINUTES))).text()).toContain(LONG.slice(40, 900))
  })
})
