import { describe, expect } from 'vitest'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, ONLY, aDispute } from '#test/support/a-dispute.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { recorded, sectionOf, textOf } from '#test/support/a-record.ts'
import { anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

/** An issue with every relation between positions, own names, context, and each kind of silence. */
const aRiver = (): Dossier => ({
  ...aDossier(),
  topic: { ...aDossier().topic, parties: ['north', 'south', 'east', 'west', 'isle'] },
  parties: ['north', 'south', 'east', 'west', 'isle'].map((slug) => ({
    slug,
    name: `Town ${slug}`,
    kind: 'town',
    aliases: [],
  })),
  issues: [
    {
      slug: 'bridge',
      question: 'What should cross the river?',
      nature: 'normative',
      kind: 'options',
      labels: { north: 'the crossing', south: 'المعبر' },
      positions: [
        {
          slug: 'toll',
          label: 'A bridge with a toll',
          description: 'Paid by all.',
          entails: ['yes'],
        },
        { slug: 'yes', label: 'A bridge' },
        { slug: 'none', label: 'Nothing' },
        { slug: 'ferry', label: 'A ferry' },
      ],
      excludes: [
        { pair: ['yes', 'none'], kind: 'contradictory' },
        { pair: ['toll', 'ferry'], kind: 'contrary' },
      ],
    },
    { slug: 'year', question: 'When?', nature: 'predictive', kind: 'date' },
    { slug: 'span', question: 'How long?', nature: 'factual', kind: 'quantity', unit: 'metres' },
  ],
  claims: [
    aClaim({ slug: 'c1', position: 'toll', person: 'mayor' }),
    aClaim({ slug: 'c2', party: 'south', position: 'yes', stance: 'denies', said: '2020-01-02' }),
    aClaim({
      slug: 'c3',
      party: 'east',
      position: undefined,
      stance: 'declines',
      statement: 'No comment.',
    }),
    aClaim({
      slug: 'c4',
      party: 'south',
      position: 'ferry',
      bearing: 'context',
      statement: 'Ferries ran once.',
    }),
    ...[
      [400, 420],
      [90, 100],
      [500, null],
    ].map(([min, max], i) =>
      aClaim({
        slug: `v${i}`,
        issue: 'span',
        party: ['north', 'south', 'east'][i] ?? '',
        position: undefined,
        value: { min: min ?? null, max: max ?? null },
        statement: `Measured ${i}.`,
      }),
    ),
  ],
  searches: [
    { party: 'west', issue: 'bridge', on: '2026-11-01', by: 'Ana', result: 'none-found' },
    { party: 'isle', issue: 'bridge', on: '2026-11-02', result: 'not-applicable' },
  ],
})

describe('the page of an issue', () => {
  const page = async (db: Parameters<typeof recorded>[0], dossier: Dossier, slug: string) => {
    const { issue } = await recorded(db, dossier)
    const answer = await anApp({ db }).app.request(paths.issue(await issue(slug)))
    expect(answer.status).toBe(200)
    return await answer.text()
  }

  test('asks its question, and says what kind of answer it takes', async ({ db }) => {
    const shown = await page(db, aRiver(), 'span')
    expect(shown).toContain('<h1><bdi>How long?</bdi></h1>')
    expect(textOf(shown)).toContain('A question of fact. The answer is a quantity, in metres.')
    expect(await faultsOf(shown)).toEqual([])
  })

  test('letters its positions and says how each bears on the others', async ({ db }) => {
    const shown = await page(db, aRiver(), 'bridge')
    const answers = textOf(sectionOf(shown, 'answers'))
    expect(answers).toContain(
      'Position A A bridge with a tollPaid by all.Entails Position B: A bridge',
    )
    expect(answers).toContain('Excludes Position D: A ferry (both may fail)')
    expect(answers).toContain('Follows from Position A: A bridge with a toll')
    expect(answers).toContain('Exactly one holds: this or Position C: Nothing')
    expect(shown).toContain('href="#position-C"')
    expect(shown).toContain('id="position-C"')
  })

  test('tells who holds and who rejects each, when, and leads to the source', async ({ db }) => {
    const shown = await page(db, aRiver(), 'bridge')
    const answers = textOf(sectionOf(shown, 'answers'))
    expect(answers).toContain('Who holds what as of 24 November 2026.')
    expect(answers).toContain(
      'Town north holds it since 1 January 2020The bridge should be built.Ada Mayor, Mayor · 1 January 2020 · paraphrase · The Gazette',
    )
    expect(answers).toContain('Town south rejects it')
    expect(answers).toContain('Nobody on record takes a stance on this now.')
  })

  test('shows the words in their language, one step from their place', async ({ db }) => {
    const { issue, source, claim } = await recorded(db, aDispute())
    const answer = await anApp({ db }).app.request(paths.issue(await issue('strikes')))
    const shown = await answer.text()
    expect(shown).toContain(`<blockquote lang="en" dir="ltr"><p>${ONLY}</p></blockquote>`)
    expect(shown).toContain('<blockquote lang="ar" dir="rtl">')
    expect(shown).toContain(`href="${paths.source(await source('english'), await claim('only'))}"`)
    expect(await faultsOf(shown)).toEqual([])
  })

  test('says what parties call it, each in its own words', async ({ db }) => {
    const shown = await page(db, aRiver(), 'bridge')
    expect(textOf(shown)).toContain('Town north calls it the crossing')
    expect(shown).toContain('<q dir="auto">المعبر</q>')
  })

  test('keeps four kinds of silence apart, with who looked when', async ({ db }) => {
    const silent = textOf(sectionOf(await page(db, aRiver(), 'bridge'), 'silent'))
    expect(silent).toContain('Declined to sayTown east')
    expect(silent).toContain(
      'Searched, none foundTown westLooked for, none found, 1 November 2026, by Ana',
    )
    expect(silent).toContain(
      'Does not apply to this partyTown isleFound not to apply, 2 November 2026',
    )
    expect(textOf(sectionOf(await page(db, aRiver(), 'year'), 'silent'))).toContain(
      'Not searched yet',
    )
  })

  test('lists claims in a table, and context apart from them', async ({ db }) => {
    const shown = await page(db, aRiver(), 'bridge')
    const claims = textOf(sectionOf(shown, 'claims'))
    expect(claims).toContain('3 claims, the newest first')
    expect(claims).not.toContain('Ferries ran once.')
    expect(textOf(sectionOf(shown, 'context'))).toContain('1 claim')
    expect(textOf(sectionOf(shown, 'context'))).toContain('Ferries ran once.')
  })

  test('puts values in order and says how far they reach', async ({ db }) => {
    const answers = textOf(sectionOf(await page(db, aRiver(), 'span'), 'answers'))
    expect(answers).toContain('The values held run from 90 to 500 metres or more.')
    const at = (label: string) => answers.indexOf(label)
    expect(at('Position A 90 to 100 metres')).toBeGreaterThan(0)
    expect(at('Position A 90 to 100')).toBeLessThan(at('Position B 400 to 420'))
    expect(at('Position B 400 to 420')).toBeLessThan(at('Position C 500 metres or more'))
  })

  test('has its contradictions, and nothing where there are none', async ({ db }) => {
    const shown = await page(db, aDispute(), 'border')
    expect(textOf(sectionOf(shown, 'contradictions'))).toContain(
      'One affirms what the other denies.',
    )
    expect(shown).not.toContain('<img')
    expect(textOf(shown)).toContain(`Is the border ${HOSTILE} open?`)
  })

  test('says that nothing is on record where nothing is, and offers the owner a start', async ({
    db,
  }) => {
    const { issue } = await recorded(db, aRiver())
    const { app } = anApp({ db })
    const path = paths.issue(await issue('year'))
    const read = await (await app.request(path)).text()
    expect(textOf(read)).toContain('Nobody on record gives an answer yet.')
    expect(textOf(read)).toContain('No claims yet')
    expect(read).not.toContain('/claims/new')
    const { Cookie } = await signedIn(app, db)
    const owned = await (await app.request(path, { headers: { Cookie } })).text()
    expect(owned).toContain(paths.newClaim('bridge', { issue: 'year' }))
    expect(await faultsOf(owned)).toEqual([])
  })

  test('turns the pages of many claims, and names the page in its title', async ({ db }) => {
    const many = Array.from({ length: 120 }, (_, i) =>
      aClaim({ slug: `m${i}`, statement: `Said ${i}.` }),
    )
    const { issue } = await recorded(db, { ...aDossier(), claims: many })
    const { app } = anApp({ db })
    const path = paths.issue(await issue('bridge'))
    const second = await (await app.request(`${path}?page=2`)).text()
    expect(second).toContain('<title>Should the bridge be built?, page 2 - Gainsay</title>')
    expect(second).toContain(`href="${path}?page=3#claims"`)
    expect(second.match(/<tr>/g)).toHaveLength(51)
    expect(await (await app.request(`${path}?page=99`)).text()).toContain(', page 3 - Gainsay')
    expect((await app.request(`${path}?page=x`)).status).toBe(400)
  })

  test('is not there under a wrong id, in a private topic, or for a broken address', async ({
    db,
  }) => {
    const { issue } = await recorded(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const path = paths.issue(await issue('strikes'))
    for (const wrong of [path, '/i/zzz', '/i/-', '/i/u', '/i/1zzzzzz'])
      expect((await app.request(wrong)).status).toBe(404)
    const { Cookie } = await signedIn(app, db)
    expect((await app.request(path, { headers: { Cookie } })).status).toBe(200)
  })
})

describe('the list of issues', () => {
  test('says of each what it asks for and how much was said', async ({ db }) => {
    await recorded(db, aRiver())
    const page = await (await anApp({ db }).app.request(paths.issues('bridge'))).text()
    expect(textOf(page)).toContain('3 issues, each one neutral question.')
    expect(textOf(page)).toContain(
      'How long?A question of fact. The answer is a quantity, in metres. 3 claims by 3 parties.',
    )
    expect(textOf(page)).toContain(
      'When?A question of what will be. The answer is a date. No claims yet.',
    )
    expect(await faultsOf(page)).toEqual([])
  })

  test('turns its pages', async ({ db }) => {
    const [issue] = aDossier().issues
    const issues = Array.from({ length: 60 }, (_, i) => ({
      ...issue,
      slug: `q${i}`,
      question: `Question ${i}?`,
    }))
    await recorded(db, { ...aDossier(), issues, claims: [] } as Dossier)
    const page = await (await anApp({ db }).app.request(`${paths.issues('bridge')}?page=2`)).text()
    expect(page).toContain('Question 59?')
    expect(page).not.toContain('Question 49?')
    expect(page).toContain('<title>Issues: The bridge, page 2 - Gainsay</title>')
  })
})
