import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { fetchDocument } from '#server/documents/fetch-document.ts'
import type { Deps } from '#server/http/context.ts'
import { CAPTURED, aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { sending, serveWeb } from '#test/support/web-server.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const address = paths.newSource('bridge')

const article = [
  'Bridge talks open',
  'By Ana Alder',
  '3 February 2020',
  '',
  'The mayor of North said on Monday that the bridge would be built by spring, whatever the cost. ',
  'South answered that nobody had asked it, and that it would not pay for what it does not want.',
].join('\n')

const facts = {
  title: 'Bridge talks open',
  published: '2020-02-03',
  'source-language': 'en',
}

/** The town with somebody signed in, who sends the form of a source. */
async function openForm(db: Db, deps: Partial<Deps> = {}) {
  const town = await openTown(db, aTown(), deps)
  const send = async (fields: Record<string, string>, file?: File) =>
    await town.upload(address, fields, file)
  return { ...town, send }
}

/** What a page's form holds; browsers send lines ended by CR LF, and show them ended by LF. */
const typedOn = (page: string) =>
  Object.fromEntries(
    [...fieldsOn(page)].map(([name, text]) => [name, text.replaceAll('\r\n', '\n')]),
  )

const countSources = async (db: Db): Promise<number> =>
  (await db.selectFrom('source').select('id').execute()).length

describe('the form of a source', () => {
  test('is for whoever may add one, and begins with what its address says', async ({ db }) => {
    const { app, read } = await openForm(db)
    expect((await app.request(address)).status).toBe(401)
    const page = await read(paths.newSource('bridge', { title: 'A “leaflet”', text: 'Words.' }))
    expect(fieldsOn(page).get('title')).toBe('A “leaflet”')
    expect(fieldsOn(page).get('text')).toBe('Words.')
    expect(await read(paths.sources('bridge'))).toContain(`href="${address}"`)
  })

  test('reads what was pasted, fills in what it says of itself, and goes on at what is missing', async ({
    db,
  }) => {
    const { send } = await openForm(db)
    const answer = await send({ step: 'read', text: article, publisher: 'Mine' })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(typedOn(page)).toMatchObject({
      ...facts,
      authors: 'Ana Alder',
      publisher: 'Mine',
    })
    expect(page).toMatch(/4\d words read\./)
    const short = await (await send({ step: 'read', text: 'Nothing is known of this.' })).text()
    expect(short).toContain('It does not say: title, when it was published, language.')
    expect(short).toMatch(/<input id="f-title"[^>]* autofocus/)
    expect(await countSources(db)).toBe(2)
    for (const html of [page, short]) expect(await faultsOf(html)).toEqual([])
  })

  test('reads a file, whichever button was pressed, and keeps what was typed', async ({ db }) => {
    const { send } = await openForm(db)
    const html = `<html lang="en"><head><title>Bridge talks open</title></head><body><p>${'They talked for an hour. '.repeat(9)}</p></body></html>`
    const file = new File([html], 'saved.html', { type: 'text/html' })
    const page = await (await send({ step: 'save', title: 'My own title' }, file)).text()
    expect(typedOn(page)).toMatchObject({
      title: 'My own title',
      'source-language': 'en',
      text: 'They talked for an hour. '.repeat(9).trim(),
    })
  })

  test('refuses a file that holds no text, and keeps the rest', async ({ db }) => {
    const { send } = await openForm(db)
    const answer = await send(
      { step: 'read', title: 'A scan' },
      new File([new Uint8Array([1, 0, 2])], 'scan.bin'),
    )
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#f-file"')
    expect(page).toContain('This is not text, HTML, Word, PDF or subtitles.')
    expect(fieldsOn(page).get('title')).toBe('A scan')
  })

  test('saves the text as it is, with its hash, and leads to it', async ({ db }) => {
    const { send, read } = await openForm(db)
    const authors = 'Ana Alder; Bo, Birch '
    const answer = await send({ step: 'save', ...facts, text: article, authors, grade: 'B' })
    expect(answer.status).toBe(303)
    const row = await db
      .selectFrom('source as s')
      .innerJoin('capture as c', 'c.source_id', 's.id')
      .where('s.slug', '=', 'bridge-talks-open')
      .select(['s.authors', 's.kind', 's.grade', 'c.text', 'c.sha256', 'c.version'])
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      authors: ['Ana Alder', 'Bo, Birch'],
      kind: 'article',
      grade: 'B',
      text: article,
      sha256: createHash('sha256').update(article).digest('hex'),
      version: 1,
    })
    expect(await read(answer.headers.get('Location') ?? '')).toContain('South answered that')
    const revised = db.selectFrom('revision').where('entity', '=', 'source').orderBy('id')
    expect((await revised.selectAll().execute()).at(-1)).toMatchObject({
      made_by: 'Owner',
      slug: 'bridge-talks-open',
    })
  })

  test('says which fields are missing or wrong, writes nothing and keeps what was typed', async ({
    db,
  }) => {
    const { send } = await openForm(db)
    const typed = {
      text: 'Some\ntext',
      published: 'in spring',
      'source-language': 'not a tag!',
      url: 'javascript:alert(1)',
      'archive-url': 'ftp://x',
      authors: 'A\u0001',
      grade: 'Z',
    }
    const answer = await send({ step: 'save', ...typed })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const name of ['title', ...Object.keys(typed).filter((n) => n !== 'text')])
      expect(page, name).toContain(`href="#f-${name}"`)
    expect(typedOn(page)).toMatchObject({ ...typed, grade: '' })
    expect(await countSources(db)).toBe(2)
  })
})

describe('a source that is on record already', () => {
  test('is recognised by its text: sending a form twice makes one source', async ({ db }) => {
    const { send } = await openForm(db)
    const form = { step: 'save', ...facts, text: article }
    expect((await send(form)).status).toBe(303)
    const again = await send({ ...form, title: 'Another title', step: 'save-anyway' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('This text is on record already')
    const captured = await send({ ...form, text: CAPTURED })
    expect(await captured.text()).toContain('Minutes of the council')
    expect(await countSources(db)).toBe(3)
  })

  test('is recognised by its address, however it was decorated; another text is kept on demand', async ({
    db,
  }) => {
    const { send } = await openForm(db)
    const url = 'http://www.town.example/minutes/?utm_source=feed'
    const form = { ...facts, text: article, url }
    const answer = await send({ step: 'save', ...form })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('A source at this address is on record already')
    expect(typedOn(page)['text']).toBe(article)
    expect(await countSources(db)).toBe(2)
    expect((await send({ step: 'save-anyway', ...form })).status).toBe(303)
    expect(await countSources(db)).toBe(3)
  })
})

test('more than 20 MB is refused before it is read', async ({ db }) => {
  const { send } = await openForm(db)
  const file = new File([new Uint8Array(21 * 1024 * 1024)], 'big.txt')
  const answer = await send({ step: 'read' }, file)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('At most 20 MB is accepted here.')
})

test('a later text of a source on record goes on to be its next version', async ({ db }) => {
  const { send, upload } = await openForm(db)
  const later = { ...facts, text: `${CAPTURED} Later.`, url: 'https://town.example/minutes' }
  const page = await (await send({ ...later, step: 'save' })).text()
  const next = /formaction="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(next).toBe(paths.captureAgain({ id: 2, slug: 'minutes' }))
  const typed = [...fieldsOn(page)].filter(([n]) => !['return_to', 'file', 'step'].includes(n))
  const compared = await upload(next, { ...Object.fromEntries(typed), step: 'compare' })
  const shown = await compared.text()
  expect(compared.status, textOf(shown)).toBe(200)
  expect(shown).toContain('<ins> Later.</ins>')
  expect(shown).toContain('Save as version 2')
  expect(await faultsOf(shown)).toEqual([])
})

test('a source may be saved so that readers see excerpts of it', async ({ db }) => {
  const { send, app } = await openForm(db)
  const saved = await send({ ...facts, text: article, show: 'excerpts', step: 'save' })
  expect(saved.status).toBe(303)
  const page = await (await app.request(paths.source({ id: 3 }))).text()
  expect(page).not.toContain('whatever the cost')
  expect(textOf(page)).toContain('Nothing is quoted from it yet.')
})

describe('a source found on the web', () => {
  const found = { url: 'https://paper.example/a?b=c', title: 'Bridge “talks”', text: 'Words.' }

  test('goes to a topic that is chosen, with what its page says', async ({ db }) => {
    const { app, headers, read } = await openTown(db)
    const path = paths.newSourceAnywhere(found)
    expect((await app.request(path)).status).toBe(401)
    const only = await app.request(path, { headers })
    expect([only.status, only.headers.get('Location')]).toEqual([
      303,
      paths.newSource('bridge', found),
    ])
    const second = { ...aTown(), topic: { ...aTown().topic, slug: 'ferry', title: 'The ferry' } }
    await openTown(db, second)
    const page = await read(path)
    expect(await faultsOf(page)).toEqual([])
    const ferry = paths.newSource('ferry', found).replaceAll('&', '&amp;')
    expect(page).toContain(`href="${ferry}"`)
    const form = fieldsOn(await read(paths.newSource('ferry', found)))
    expect([form.get('url'), form.get('title'), form.get('text')]).toEqual(Object.values(found))
  })

  test('is brought by a bookmark that leads to this server', async ({ db }) => {
    const { read } = await openTown(db)
    const page = await read(paths.newSourceAnywhere())
    expect(page).toContain('href="javascript:void open(&#39;http://localhost/s/new?&#39;+')
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('fetching a source by its address', () => {
  /** The form on a server that fetches, from one web server on loopback. */
  async function openFetching(db: Db, handler: RequestListener) {
    const web = await serveWeb(handler)
    const { send, ...town } = await openForm(db, {
      fetchDocument: async (asked) =>
        await fetchDocument(asked.replace('paper.example', `paper.example:${web.port}`), {
          resolve: async (host) => [host === 'paper.example' ? '127.0.0.1' : '10.0.0.1'],
          allowed: [`127.0.0.1:${web.port}`],
        }),
    })
    const fetchIt = async (given: string) => await send({ step: 'fetch', address: given })
    return { ...town, web, fetchIt }
  }
  const page = `<html lang="fr"><head><title>Le pont</title><meta charset="utf-8"></head>
    <body><article><p>${'Le maire a dit que le pont serait construit au printemps. '.repeat(9)}</p></article></body></html>`

  test('is off unless the operator asks for it', async ({ db }) => {
    const { read, send } = await openForm(db)
    expect(await read(address)).not.toContain('Fetch it')
    const answer = await send({ step: 'fetch', address: 'https://paper.example/' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Nothing is fetched from the web here.')
  })

  test('fills in the form, and saves nothing by itself', async ({ db }) => {
    const { fetchIt, read } = await openFetching(db, sending(page, { 'Content-Type': 'text/html' }))
    expect(await read(address)).toContain('Fetch it')
    const answer = await fetchIt('http://paper.example/pont')
    const shown = await answer.text()
    expect([answer.status, await faultsOf(shown)]).toEqual([200, []])
    const form = fieldsOn(shown)
    expect([form.get('title'), form.get('source-language')]).toEqual(['Le pont', 'fr'])
    expect(form.get('url')).toMatch(/^http:\/\/paper\.example:\d+\/pont$/)
    expect(form.get('text')).toMatch(/^Le maire a dit/)
    expect(await countSources(db)).toBe(2)
  })

  test('reads a page in the encoding that the server names', async ({ db }) => {
    const russian = 'Министр сказал, что мост будет построен весной. '.repeat(9)
    const bytes = Buffer.from(`<p>${russian}</p>`).toString('utf8')
    const koi8 = Uint8Array.from(Array.from(bytes), (letter) => KOI8.indexOf(letter))
    const type = { 'Content-Type': 'text/html; charset=koi8-r' }
    const { fetchIt } = await openFetching(db, sending(koi8, type))
    const form = fieldsOn(await (await fetchIt('http://paper.example/')).text())
    expect(form.get('text')).toContain('Министр сказал, что мост будет построен весной.')
    expect(form.get('source-language')).toBe('ru')
  })

  test.for([
    ['', 'Enter the address of the source.'],
    ['http://127.0.0.1/', 'This address points into a private network and is not fetched.'],
    ['http://169.254.169.254/latest/meta-data', 'points into a private network'],
    ['http://other.example/', 'points into a private network'],
    ['file:///etc/passwd', 'Give a whole web address that begins with https:// or http://'],
    ['http://paper.example/gone', 'paper.example answered 404 (Not Found).'],
    ['http://paper.example/inside', 'points into a private network'],
  ] as const)(
    'refuses “%s” in one sentence, and keeps what was typed',
    async ([given, says], { db }) => {
      const { fetchIt, web } = await openFetching(db, (request, answer) => {
        if (request.url === '/inside') answer.writeHead(302, { Location: 'http://10.0.0.1/' }).end()
        else answer.writeHead(404).end()
      })
      const answer = await fetchIt(given)
      const shown = await answer.text()
      expect(answer.status).toBe(422)
      expect(textOf(shown)).toContain(says)
      expect(await faultsOf(shown)).toEqual([])
      expect(fieldsOn(shown).get('address')).toBe(given)
      expect(web.connections.length).toBeLessThan(2)
    },
  )

  test('is limited for each account', async ({ db }) => {
    const { fetchIt } = await openFetching(db, sending(page, { 'Content-Type': 'text/html' }))
    for (let i = 0; i < 20; i++) await fetchIt('http://127.0.0.1/')
    const late = await fetchIt('http://paper.example/')
    expect(await late.text()).toContain('20 documents were fetched for you within an hour.')
  })
})

/** The bytes of KOI8-R by their letters. */
const KOI8 = new TextDecoder('koi8-r').decode(Uint8Array.from({ length: 256 }, (_, i) => i))
