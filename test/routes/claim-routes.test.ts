import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { aTown, openTown } from '#test/support/a-claim-form.ts'
import { test } from '#test/support/database.ts'

describe('the page of a claim', () => {
  test('leads from the words to their place in the source, to the original and to the archive', async ({
    db,
  }) => {
    const { add, app } = await openTown(db)
    await add({
      'c1-source': 'minutes',
      wording: 'direct quotation',
      'c1-quote': 'We will build it by spring.',
    })
    const page = await (await app.request(paths.claim({ id: 4, slug: 'any-decoration' }))).text()
    expect(page).toContain('href="/s/2-minutes#c-4"')
    expect(page).toContain(
      'href="https://town.example/minutes#:~:text=We%20will%20build%20it%20by%20spring."',
    )
    expect(page).toContain('href="https://archive.example/minutes"')
    expect(page).toContain(
      'South, 20 January 2020: “We will build it by spring.” In: “Minutes of the council”',
    )
    const cited = 'http://localhost/c/4?known=2026-11-24T12:00:00Z'
    expect(page).toContain(`${cited} (read 24 November 2026)`)
    expect(page).not.toContain('/edit')
  })

  test('names the role, the letter of the position and what it reverses', async ({ db }) => {
    const { add, app } = await openTown(db)
    const shift = {
      party: 'north',
      person: 'mayor',
      issue: 'where',
      position: 'ford',
      stance: 'affirms',
      said: '2020-01-30',
    }
    await add(shift)
    const page = await (await app.request(paths.claim({ id: 4 }))).text()
    expect(page).toContain('<a href="/people/1-mayor"><bdi>Ada Mayor</bdi></a>, <bdi>Mayor</bdi>')
    expect(page).toContain('<span class="visually-hidden">Position </span>B')
    expect(page).toMatch(/Reverses: <a href="\/c\/3-at-mill">/)
    const before = await (await app.request(paths.claim({ id: 3 }))).text()
    expect(before).toMatch(/Reversed on .*30 January 2020.* by: <a href="\/c\/4-c-00000000000a">/)
  })

  test('is a 404 in a private topic for everybody who is not signed in', async ({ db }) => {
    const town = aTown()
    const { app, headers } = await openTown(db, {
      ...town,
      topic: { ...town.topic, visibility: 'private' },
    })
    for (const path of ['/c/1', '/c/1.jsonld', '/c/1/history']) {
      expect([path, (await app.request(path)).status]).toEqual([path, 404])
      expect([path, (await app.request(path, { headers })).status]).toEqual([path, 200])
    }
    for (const path of ['/c/0', '/c/u', '/c/99', '/c/u.jsonld', '/c/zzzzzzz'])
      expect([path, (await app.request(path, { headers })).status]).toEqual([path, 404])
  })

  test('answers 304 until the topic changes', async ({ db }) => {
    const { add, app } = await openTown(db)
    const ETag = (await app.request('/c/1')).headers.get('ETag') ?? ''
    const ask = async () =>
      (await app.request('/c/1', { headers: { 'If-None-Match': ETag } })).status
    expect(await ask()).toBe(304)
    await add({})
    expect(await ask()).toBe(200)
  })

  test('has the claim as JSON-LD', async ({ db }) => {
    const { app, add } = await openTown(db)
    await add({ 'c1-source': 'minutes', 'c1-quote': 'We will build it by spring.' })
    expect(await (await app.request('/c/4')).text()).toContain('href="/c/4-c-00000000000a.jsonld"')
    const answer = await app.request('/c/4-x.jsonld')
    expect(answer.headers.get('Content-Type')).toBe('application/ld+json')
    expect(await answer.json()).toMatchObject({
      '@type': 'Claim',
      text: 'South still wants no bridge.',
      appearance: [{ '@type': 'Quotation', text: 'We will build it by spring.', inLanguage: 'en' }],
    })
  })
})

test('every page of a topic answers, and none of a topic that is not there', async ({ db }) => {
  const { app } = await openTown(db)
  const pages = [
    '/',
    '/t/bridge',
    '/t/bridge/compare',
    '/t/bridge/issues',
    '/t/bridge/parties',
    '/t/bridge/sources',
  ]
  for (const path of [...pages, '/i/1', '/p/1', '/s/1', '/x/1', '/t/bridge/contradictions'])
    expect([path, (await app.request(path)).status]).toEqual([path, 200])
  for (const path of [
    '/t/no',
    '/t/no/compare',
    '/t/no/issues',
    '/i/99',
    '/p/99',
    '/s/99',
    '/x/99',
    '/i/0',
    '/s/u',
  ])
    expect([path, (await app.request(path)).status]).toEqual([path, 404])
})
