import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { aTown, fieldsOfClaim, openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

async function openCapture(db: Db) {
  const town = await openTown(db, aTown())
  const idOf = async (slug: string) =>
    await db
      .selectFrom('source')
      .where('slug', '=', slug)
      .select(['id', 'slug'])
      .executeTakeFirstOrThrow()
  return { ...town, minutes: await idOf('minutes'), gazette: await idOf('gazette') }
}

describe('the page on which claims are made from a text', () => {
  test('is for whoever may add claims, and of a source whose text is kept', async ({ db }) => {
    const { app, headers, minutes, gazette } = await openCapture(db)
    expect((await app.request(paths.capture(minutes))).status).toBe(401)
    const none = await app.request(paths.capture(gazette), { headers })
    expect(none.status).toBe(404)
    expect(await none.text()).toContain('The text of this source is not kept here')
    expect((await app.request('/s/zz/capture', { headers })).status).toBe(404)
  })

  test('lists the sentences of the text with nothing chosen, and leads back to it', async ({
    db,
  }) => {
    const { read, minutes } = await openCapture(db)
    const page = await read(paths.capture(minutes))
    const sentences = [
      ...page.matchAll(/<input type="checkbox" id="s(\d+)"[^>]*><label[^>]*>([^<]*)/g),
    ]
    expect(sentences.map(([, n, text]) => [n, text])).toEqual([
      ['1', 'Mayor Lin said: “We will build it by spring.”'],
      ['2', 'He left at once.'],
    ])
    expect(page).not.toContain(' checked')
    expect(textOf(page)).toContain('Choose one sentence or several')
    expect(await read(paths.source(minutes))).toContain(`href="${paths.capture(minutes)}"`)
    expect(await faultsOf(page)).toEqual([])
  })

  test('makes a form of the chosen sentences, with what is likely marked as suggested', async ({
    db,
  }) => {
    const { read, minutes } = await openCapture(db)
    const page = await read(paths.capture(minutes, { s: '1' }))
    expect(fieldsOfClaim(page)).toMatchObject({
      'c1-source': 'minutes',
      'c1-quote': 'We will build it by spring.',
      'c1-start': '17',
      statement: 'We will build it by spring.',
      stance: 'affirms',
      said: '2020-02-10',
      wording: 'direct quotation',
      party: 'north',
      person: 'mayor',
      issue: 'bridge',
    })
    for (const name of ['Party', 'Issue'])
      expect(textOf(page)).toMatch(new RegExp(`${name} ?Suggested: check it\\.`))
    expect(textOf(await read(paths.capture(minutes)))).toContain('Suggested: Ada Mayor, North')
    expect(await faultsOf(page)).toEqual([])
  })

  test('marks for each issue at most the one position that is likely', async ({ db }) => {
    const { send, read, minutes } = await openCapture(db)
    await send(paths.newClaim('bridge'), {
      key: 'c-00000000000f',
      rows: '1',
      party: 'south',
      issue: 'where',
      position: 'ford',
      stance: 'affirms',
      bearing: 'states',
      said: '2020-01-20',
      wording: 'paraphrase',
      statement: 'We build it by spring, at the ford.',
      'c1-source': 'gazette',
      step: 'save',
    })
    const page = await read(paths.capture(minutes, { s: '1' }))
    const answer = /data-answer="where".*?<\/fieldset>/s.exec(page)?.[0] ?? ''
    const likely = [...answer.matchAll(/value="([^"]*)"[^>]* data-likely/g)].map(([, slug]) => slug)
    expect(likely).toEqual(['ford'])
  })

  test('gives sentences in which nobody says anything as they stand', async ({ db }) => {
    const { read, minutes } = await openCapture(db)
    expect(fieldsOfClaim(await read(paths.capture(minutes, { s: '2' })))).toMatchObject({
      'c1-quote': 'He left at once.',
      'c1-start': '46',
      wording: 'paraphrase',
    })
  })

  test('ignores what is no sentence of it', async ({ db }) => {
    const { read, minutes } = await openCapture(db)
    for (const s of ['0', '99', 'x', '-1', '1e9'])
      expect(textOf(await read(paths.capture(minutes, { s })))).toContain('Choose one sentence')
  })
})

describe('saving a claim made from a text', () => {
  test('leads on in the text, where it is marked and said what it conflicts with', async ({
    db,
  }) => {
    const { read, send, minutes } = await openCapture(db)
    const page = await read(paths.capture(minutes, { s: '1' }))
    const fields = { ...fieldsOfClaim(page), party: 'south', position: 'yes', stance: 'affirms' }
    const answer = await send(paths.newClaim('bridge'), { ...fields, step: 'save' })
    expect(answer.status).toBe(303)
    const location = answer.headers.get('Location') ?? ''
    expect(location).toMatch(/^\/s\/\w+\/capture\?saved=c-\w+#s2$/)
    const after = await read(location)
    expect(textOf(after)).toContain('Saved: South: We will build it by spring.')
    expect(textOf(after)).toMatch(/It now conflicts with others: \d contradictions?/)
    expect(after).toMatch(/id="s1".*?Sentence 1: <\/span>claim/)
    const citation = await db
      .selectFrom('citation')
      .where('quote', 'like', 'We will%')
      .select(['found_start', 'found_end'])
      .executeTakeFirstOrThrow()
    expect(citation).toEqual({ found_start: 17, found_end: 44 })
  })

  test('with something wrong goes on in the whole form, with all of it, and then back', async ({
    db,
  }) => {
    const { read, send, minutes } = await openCapture(db)
    const page = await read(paths.capture(minutes, { s: '1' }))
    const given = { ...fieldsOfClaim(page), said: 'one day', step: 'save' }
    const refused = await send(paths.newClaim('bridge'), given)
    expect(refused.status).toBe(422)
    const fields = fieldsOfClaim(await refused.text())
    expect(fields).toMatchObject({
      'c1-quote': 'We will build it by spring.',
      'c1-start': '17',
      next: `capture:${minutes.id}:2`,
    })
    const saved = await send(paths.newClaim('bridge'), {
      ...fields,
      said: '2020-02-10',
      step: 'save-anyway',
    })
    expect(saved.headers.get('Location')).toMatch(/^\/s\/\w+\/capture\?saved=/)
  })

  test('leads nowhere that the form was not given by us', async ({ db }) => {
    const { add } = await openCapture(db)
    const all = ['https://evil.example', '//evil', 'capture:1:2/../x', 'capture::']
    for (const [i, next] of all.entries()) {
      const answer = await add({
        next,
        key: `c-00000${i}`,
        step: 'save-anyway',
        statement: `${i}.`,
      })
      expect(answer.headers.get('Location'), next).toMatch(/^\/c\//)
    }
  })
})

test('of a long text what is chosen is read, with what is around it', async ({ db }) => {
  const filler = `${'The council met again and nothing was decided. '.repeat(40)}\n\n`.repeat(120)
  const town = await openTown(db)
  const said = 'Ada Mayor said that the bridge must be built.'
  const answer = await town.send(paths.newSource('bridge'), {
    text: `😀 ${filler}${said}\n\n${filler}`,
    title: 'A long report',
    published: '2020-02-03',
    'source-language': 'en',
    step: 'save',
  })
  const path = answer.headers.get('Location') ?? ''
  const page = await town.read(path)
  expect(page).not.toContain('Suggested:')
  const n = new RegExp(`id="s(\\d+)"[^>]*><label[^>]*>${said}`).exec(page)?.[1]
  expect(Number(n)).toBeGreaterThan(4000)
  const chosen = await town.read(`${path}?s=${n}`)
  expect(fieldsOfClaim(chosen)).toMatchObject({
    party: 'north',
    person: 'mayor',
    'c1-quote': 'that the bridge must be built',
  })
})
