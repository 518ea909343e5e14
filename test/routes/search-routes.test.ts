import fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { insertMember } from '#db/queries/members.ts'
import { plainWords } from '#server/domain/plain-words.ts'
import { paths } from '#server/paths.ts'
import { CANARY, aTownWithCanary } from '#test/support/a-canary.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { recorded, textOf } from '#test/support/a-record.ts'
import { IN_TEXT, aSearchable } from '#test/support/a-searchable.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { type App, anApp, later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { erased, twoPeople } from '#test/support/erasing.ts'
import { HOSTILE_STRINGS } from '#test/support/hostile-strings.ts'

/** An application whose clock moves on with each search, so that none is one too many. */
function anAppOf(db: Db) {
  let minutes = 0
  return anApp({ db, now: () => later((minutes += 2)) }).app
}

async function search(app: App, q: string | Record<string, string>, headers = {}) {
  const answer = await app.request(paths.search(typeof q === 'string' ? { q } : q), { headers })
  const page = await answer.text()
  const found = page.slice(page.indexOf('<div id="found">'), page.indexOf('</main>'))
  return { status: answer.status, page, found, text: textOf(found) }
}

/** Slugs of the things of one kind that a page links to, in the order of the alphabet. */
function slugsIn(found: string, kind: 'c' | 'p' | 'i' | 's' | 'people'): string[] {
  const title = new RegExp(`found-title"><a href="/${kind}/[0-9a-z]+-([^"#?]+)`, 'g')
  const slugs = [...found.matchAll(title)].map(([, slug = '']) => slug)
  return [...new Set(slugs)].sort()
}

describe('a search', () => {
  test('finds every kind of thing by its words, with a link to claim and passage', async ({
    db,
  }) => {
    await recorded(db, aSearchable())
    const app = anAppOf(db)
    const { found, text, page } = await search(app, 'bridge')
    expect(slugsIn(found, 'i')).toEqual(['bridge'])
    expect(slugsIn(found, 'c')).toEqual(['c1', 'c3'])
    expect(found).toContain(`href="${paths.topic('bridge')}"`)
    expect(found).toContain('<mark>bridge</mark>')
    expect(found).toMatch(/<blockquote lang="ru" dir="ltr"><p>Мы построим мост/)
    expect(found).toMatch(/href="\/s\/[0-9a-z]+-whole#c-[0-9a-z]+"/)
    expect(text).toContain('4 results for “bridge”.')
    expect(page).toMatch(/<div id="live"[^>]*>4 results for “bridge”\.<\/div>/)
  })

  test.for([
    ['Мост', 'c', ['c3']],
    ['BUIL', 'c', ['c1', 'c3']],
    ['"shall build"', 'c', ['c3']],
    ['"build shall"', 'c', []],
    ['ferry', 'c', ['c2']],
    ['bridge -petrov', 'c', ['c3']],
    ['cros', 'c', ['c2']],
    ['cros needed', 'c', []],
    ['gazette', 's', ['gazette']],
    ['протокол', 's', ['whole']],
    ['tunnel', 'c', ['c4']],
  ] as const)('for %s finds %s %j', async ([q, kind, slugs], { db }) => {
    await recorded(db, aSearchable())
    const { found } = await search(anAppOf(db), q)
    // Near matches are not what was found.
    const exact = found.includes('Near matches') ? '' : found
    expect(slugsIn(exact, kind)).toEqual([...slugs])
  })

  test.for([
    ['петров', 'Petrov'],
    ['Petrov', 'Петров'],
    ['بتروف', 'Petrov'],
    ['ПЕТРОВ', 'Petrov'],
  ])('for %s also looks for %s, and says so', async ([q = '', other = ''], { db }) => {
    await recorded(db, aSearchable())
    const { found, text } = await search(anAppOf(db), q)
    expect(slugsIn(found, 'c')).toContain('c1')
    expect(slugsIn(found, 'people')).toEqual(['mayor'])
    expect(/Also searched:.*on record lead/.exec(text)?.[0]).toContain(other)
  })

  test.for([
    ['party:south', ['c2']],
    ['party:NO', ['c1', 'c3', 'c4']],
    ['party:север buil', ['c1', 'c3']],
    ['speaker:petrov', ['c1']],
    ['stance:denies', ['c2']],
    ['lang:ru', ['c3']],
    ['source:whole', ['c3']],
    ['after:2020-01-05', ['c3', 'c4']],
    ['before:2020-01-02', ['c1']],
    ['before:2020-01-03 after:2020-01-02', ['c2']],
    ['issue:bridge type:claim topic:bridge party:south', ['c2']],
  ] as const)('narrows by %s to %j', async ([q, slugs], { db }) => {
    await recorded(db, aSearchable())
    const { found } = await search(anAppOf(db), q)
    expect(slugsIn(found, 'c')).toEqual([...slugs])
  })

  test('narrows by fields of its address as by operators', async ({ db }) => {
    await recorded(db, aSearchable())
    const app = anAppOf(db)
    const of = async (q: Record<string, string>) => slugsIn((await search(app, q)).found, 'c')
    expect(await of({ p: 'south' })).toEqual(['c2'])
    expect(await of({ q: 'bridge', lang: 'ru' })).toEqual(['c3'])
    expect(await of({ from: '2020-01-05', to: '2020-01-05' })).toEqual(['c4'])
    expect(await of({ i: 'bridge', topic: 'bridge', to: '2020-01-01' })).toEqual(['c1'])
  })

  test('offers what narrows it and takes a filter away again', async ({ db }) => {
    const two = aSearchable({ slug: 'tunnel' })
    await recorded(db, aSearchable())
    await recorded(db, two)
    const app = anAppOf(db)
    const { found } = await search(app, 'build')
    expect(textOf(found)).toContain('Narrow by')
    expect(found).toContain('href="/search?q=build&amp;topic=tunnel"')
    const narrowed = await search(app, { q: 'build party:north', topic: 'tunnel' })
    expect(narrowed.found).toContain('href="/search?q=build&amp;topic=tunnel"')
    expect(narrowed.found).toContain('href="/search?q=build+party:north"')
  })

  test('says what could not be read and searches the rest', async ({ db }) => {
    await recorded(db, aSearchable())
    const { text, found } = await search(anAppOf(db), 'colour:red party:east bridge')
    expect(text).toContain('there is no “colour:”')
    expect(text).toContain('No party that you can see is called “east”.')
    expect(slugsIn(found, 'c')).toEqual(['c1', 'c3'])
  })

  test('suggests a spelling and near matches where nothing has the words', async ({ db }) => {
    await recorded(db, aSearchable())
    const { text, found } = await search(anAppOf(db), 'Petrow')
    expect(text).toContain('Did you mean petrov')
    expect(found).toContain('href="/search?q=petrov"')
    expect(text).toContain('Near matches')
    expect(slugsIn(found, 'people')).toEqual(['mayor'])
    expect(slugsIn(found, 'c')).toEqual(['c1'])
  })

  test('marks withdrawn claims', async ({ db }) => {
    await recorded(db, aSearchable())
    const { text } = await search(anAppOf(db), 'tunnel')
    expect(text).toContain('Withdrawn')
  })

  test('lists all of one kind on numbered pages', async ({ db }) => {
    const claims = Array.from({ length: 45 }, (_, i) =>
      aClaim({ slug: `n${i}`, statement: `Number ${i} of many.` }),
    )
    await recorded(db, { ...aDossier(), claims })
    const app = anAppOf(db)
    const first = await search(app, 'many')
    expect(first.text).toContain('45 results for “many”.')
    expect(first.found).toContain('href="/search?q=many&amp;type=claims"')
    expect(first.text).toContain('All 45 claims')
    const seen: string[] = []
    for (const page of ['1', '2', '3'])
      seen.push(...slugsIn((await search(app, { q: 'many', type: 'claims', page })).found, 'c'))
    expect(seen.sort()).toEqual(claims.map(({ slug }) => slug).sort())
  })
})

describe('what a search hides', () => {
  test('is everything of a topic that the viewer may not see, in counts and suggestions too', async ({
    db,
  }) => {
    await recorded(db, aSearchable())
    await recorded(db, aSearchable({ slug: 'hidden', visibility: 'private' }))
    const app = anAppOf(db)
    const stranger = await signedInAs(app, db, { name: 'Max', role: 'editor' })
    const member = await signedInAs(app, db, { name: 'Mia', role: 'reader' })
    const owner = await signedInAs(app, db, { name: 'Ona', role: 'owner' })
    const { id } = await db
      .selectFrom('topic')
      .where('slug', '=', 'hidden')
      .select('id')
      .executeTakeFirstOrThrow()
    await insertMember(db, {
      topicId: id,
      accountId: member.accountId,
      addedBy: owner.accountId,
      now: noon,
    })
    const queries = [
      'bridge',
      'Petrow',
      'петров',
      'topic:hidden',
      'hidden',
      'party:north',
      IN_TEXT,
      '',
    ]
    for (const q of queries) {
      for (const who of [{}, { Cookie: stranger.Cookie }]) {
        const { found, text } = await search(app, q, who)
        expect(found.replaceAll(`“${q}”`, '')).not.toContain('/t/hidden')
        expect(text).not.toContain('The bridge at hidden')
      }
      if (q === '') continue
      for (const who of [member, owner])
        expect((await search(app, q, { Cookie: who.Cookie })).text).toContain('at hidden')
    }
    expect((await search(app, 'bridge')).text).toContain('4 results')
    expect((await search(app, 'bridge', { Cookie: member.Cookie })).text).toContain('8 results')
    const unknown = (await search(app, 'topic:nothing')).text
    const hidden = (await search(app, 'topic:hidden')).text
    expect(hidden).toBe(unknown.replaceAll('nothing', 'hidden'))
  })

  test('is the text of a source that readers see in excerpts only', async ({ db }) => {
    await recorded(db, aSearchable())
    const app = anAppOf(db)
    expect(slugsIn((await search(app, IN_TEXT)).found, 's')).toEqual(['whole'])
    const { Cookie } = await signedInAs(app, db, { role: 'reader' })
    const { found } = await search(app, IN_TEXT, { Cookie })
    expect(slugsIn(found, 's')).toEqual(['partly', 'whole'])
    expect(found).toContain(`<mark>${IN_TEXT}</mark>`)
  })

  test('is what was erased', async ({ db }) => {
    const { app, claim, letter } = await aTownWithCanary(db)
    const people = await twoPeople(app, db)
    const { Cookie } = people.owner
    const [word = ''] = CANARY.split('-')
    const ofClaim = async () => slugsIn((await search(app, word, { Cookie })).found, 'c')
    const ofText = async () => slugsIn((await search(app, word, { Cookie })).found, 's')
    expect(await ofClaim()).toEqual([claim.slug])
    expect(await ofText()).toEqual([letter.slug])
    expect(
      (await erased(db, people, { thing: 'claim', id: claim.id, typed: claim.slug })).status,
    ).toBe(303)
    const { sha256 } = await db
      .selectFrom('capture')
      .where('source_id', '=', letter.id)
      .select('sha256')
      .executeTakeFirstOrThrow()
    expect(
      (
        await erased(db, people, {
          thing: 'source',
          id: letter.id,
          typed: letter.slug,
          texts: sha256,
        })
      ).status,
    ).toBe(303)
    expect(await ofClaim()).toEqual([])
    expect(await ofText()).toEqual([])
    const left = await db.selectFrom('search_entry').select('words').execute()
    expect(left.filter(({ words }) => words.includes(word))).toEqual([])
  })
})

describe('whatever is searched for', () => {
  test('is answered, and shown as it was typed', { timeout: 60_000 }, async ({ db }) => {
    await recorded(db, aSearchable())
    const app = anAppOf(db)
    const more = [
      'x'.repeat(10_000),
      '\0',
      '%00',
      "' or 1=1",
      '"',
      '""',
      '-',
      '-"',
      ':',
      'party:',
      'party:"',
      '(((',
      '.*+?^${}()|[]\\',
      '!!',
      'a & !b',
      '<->',
      ':*',
      '\uD800',
      '&'.repeat(300),
      'و'.repeat(300),
    ]
    for (const q of [...HOSTILE_STRINGS, ...more]) {
      const { status, page } = await search(app, q)
      expect([200, 400], JSON.stringify(q)).toContain(status)
      expect(page).not.toMatch(/<script>|<img|<iframe/)
    }
  })

  test('is limited for each network, and says when to try again', async ({ db }) => {
    const { app } = anApp({ db })
    for (let i = 0; i < 60; i++) expect((await app.request('/search?q=a')).status).toBe(200)
    const answer = await app.request('/search?q=a')
    expect(answer.status).toBe(429)
    expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/)
    expect((await app.request('/search')).status).toBe(200)
  })

  test('finds what reading every claim finds', { timeout: 60_000 }, async ({ db }) => {
    const vocabulary = [
      'bridge',
      'tunnel',
      'Brücke',
      'мост',
      'الجسر',
      'al-Assad',
      '3.5',
      'don’t',
      'a/b',
    ]
    const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 5 })
    const statements = fc.sample(words, 40).map((some) => some.join(' '))
    await recorded(db, {
      ...aDossier(),
      claims: statements.map((statement, i) => aClaim({ slug: `c${i}`, statement })),
    })
    const app = anAppOf(db)
    const plain = (text: string) =>
      ` ${plainWords(text)
        .map((w) => w.plain)
        .join(' ')} `
    const query = fc.array(
      fc.record({
        text: fc.oneof(
          fc.constantFrom(...vocabulary),
          words.map((w) => w.join(' ')),
        ),
        isPhrase: fc.boolean(),
        isNot: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(query, async (given) => {
        // The first is wanted, so that there is something to find; exact words are phrases.
        const asked = given.map((one, i) => ({ text: one.text, isNot: i > 0 && one.isNot }))
        const q = asked.map(({ text, isNot }) => `${isNot ? '-' : ''}"${text}"`).join(' ')
        const expected = statements.flatMap((statement, i) =>
          asked.every(({ text, isNot }) => plain(statement).includes(plain(text)) !== isNot)
            ? [`c${i}`]
            : [],
        )
        const found: string[] = []
        for (const page of ['1', '2', '3']) {
          const { found: part } = await search(app, { q, type: 'claims', page })
          if (!part.includes('Nothing has')) found.push(...slugsIn(part, 'c'))
        }
        expect([...new Set(found)].sort()).toEqual(expected.sort())
      }),
      { numRuns: 40 },
    )
  })
})

describe('a search by a program', () => {
  test('has the groups of the page, with an address for each result', async ({ db }) => {
    await recorded(db, aSearchable())
    const app = anAppOf(db)
    const answer = await app.request(paths.searchJson({ q: 'bridge' }))
    const found = (await answer.json()) as {
      total: number
      groups: { type: string; total: number; results: { slug: string; href: string }[] }[]
    }
    expect(found).toMatchObject({ query: 'bridge', total: 4, hasMore: false, pages: 1 })
    expect(found.groups.map(({ type, total }) => [type, total])).toEqual([
      ['topic', 1],
      ['issue', 1],
      ['claim', 2],
    ])
    for (const { results } of found.groups)
      for (const { href } of results) expect((await app.request(href)).status).toBe(200)
  })

  test.for([{ q: 'colour:red' }, { q: 'x', from: 'soon' }, { q: 'x', type: 'feeling' }])(
    'gets problem details for %j',
    async (asked, { db }) => {
      const answer = await anAppOf(db).request(paths.searchJson(asked))
      expect(answer.status).toBe(400)
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
      expect(((await answer.json()) as { code: string }).code).toBe('bad_query')
    },
  )

  test('may be set up by a browser, from the description that every page names', async ({ db }) => {
    const app = anAppOf(db)
    const page = await (await app.request(paths.home)).text()
    expect(page).toContain(`<link rel="search" href="${paths.openSearch}"`)
    const answer = await app.request(paths.openSearch)
    expect(answer.headers.get('Content-Type')).toContain('opensearchdescription+xml')
    expect(await answer.text()).toContain('template="http://localhost/search?q={searchTerms}"')
  })
})
