import { HtmlValidate } from 'html-validate/node'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, ONLY, aDispute } from '#test/support/a-dispute.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const load = async (db: Db, dossier: Dossier) =>
  await importDossier(db, { text: JSON.stringify(dossier), file: 'test.json', now: noon })

/** The page as text, with white space as it is read. */
async function read(answer: Response): Promise<string> {
  const html = await answer.text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

/** Parties of whom each says yes or no to the bridge; the first says yes. */
function manyTowns(n: number): Dossier {
  const dossier = aDossier()
  const slugs = Array.from({ length: n }, (_, i) => `town-${i}`)
  return {
    ...dossier,
    topic: { ...dossier.topic, parties: slugs },
    parties: slugs.map((slug, i) => ({ slug, name: `Town ${i}`, kind: 'town', aliases: [] })),
    people: [],
    claims: slugs.map((party, i) =>
      aClaim({ slug: `c${i}`, party, stance: i % 2 === 0 ? 'affirms' : 'denies' }),
    ),
  }
}

const hrefs = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // Suggestions that come as one types are no select.
    'prefer-native-element': 'off',
    // Checkboxes of one field have one name; a list may be named.
    'form-dup-name': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
})

describe('a pair', () => {
  test('stands side by side with the sentence that says why it conflicts', async ({ db }) => {
    await load(db, aDossier())
    const answer = await anApp({ db }).app.request(paths.compare('bridge'))
    expect(answer.status).toBe(200)
    const html = await answer.clone().text()
    expect(html).toContain('<title>North and South, 24 Nov 2026: The bridge - Gainsay</title>')
    const text = await read(answer)
    expect(text).toContain(
      '1 issue, 2 parties, as of 24 November 2026. 1 issue has a conflict; none has common ground.',
    )
    expect(text).toContain(
      'North says yes to “Build the bridge”; South says no to “Build the bridge”.',
    )
    expect(text).toContain('Ada Mayor , Mayor')
    expect(hrefs(html).some((href) => href.startsWith('/x/'))).toBe(true)
  })

  test('shows all of a quotation, with its language and direction, and leads to its place', async ({
    db,
  }) => {
    await load(db, aDispute())
    const html = await (
      await anApp({ db }).app.request(paths.compare('strait', { p: ['alpha', 'beta'] }))
    ).text()
    expect(html).toContain(`<p>${ONLY}</p>`)
    expect(html).toMatch(/<blockquote lang="ar" dir="rtl">/)
    expect(html).toContain('Every armed group must be hit')
    expect(html).toContain('Tal')
    expect(hrefs(html).some((href) => /^\/s\/\w+-english#c-\w+$/.test(href))).toBe(true)
  })

  test('says conditions, hedges, shifts and mixed messages', async ({ db }) => {
    await load(db, aDispute())
    const answer = await anApp({ db }).app.request(
      paths.compare('strait', { p: ['alpha', 'beta'] }),
    )
    const text = await read(answer)
    expect(text).toContain('Suggested: conflicts , conditional')
    expect(text).toContain('Condition: provided the truce holds')
    expect(text).toContain('Hedged: may')
    expect(text).toMatch(/Changed on 10 Nov 2015 : before, Yes to leader \( 10 Jan 2015 \)/)
    expect(text).toContain('Mixed messages')
    expect(text).toContain('One side is silent')
    expect(text).toContain('\u2068بيتا\u2069: 6.5 to 8 months; 2.5 months apart.')
  })

  test('of one party asks for a second and shows the first', async ({ db }) => {
    await load(db, aDossier())
    const text = await read(
      await anApp({ db }).app.request(paths.compare('bridge', { p: ['south'] })),
    )
    expect(text).toContain('Choose a second party to see relations.')
    expect(text).toContain('No bridge.')
    expect(text).not.toContain('says yes')
  })
})

describe('three and four parties', () => {
  test('stand in columns, each related to the baseline', async ({ db }) => {
    await load(db, manyTowns(3))
    const text = await read(await anApp({ db }).app.request(paths.compare('bridge')))
    expect(text).toContain(
      'Positions of Town 0 , Town 1 and Town 2 as of 24 November 2026, compared with Town 0',
    )
    expect(text).toContain('1 suggested conflict, 1 agrees')
  })

  test('can be compared with another of them', async ({ db }) => {
    await load(db, manyTowns(3))
    const app = anApp({ db }).app
    const first = await (await app.request(paths.compare('bridge'))).text()
    const pin = hrefs(first).find((href) => href.includes('base=town-1')) ?? ''
    const text = await read(await app.request(pin.replace('#cmp', '')))
    expect(text).toContain('compared with Town 1')
    expect(text).toContain('2 suggested conflicts')
  })

  test('are the default where there are more, and all are one link away', async ({ db }) => {
    await load(db, manyTowns(9))
    const app = anApp({ db }).app
    const answer = await app.request(paths.compare('bridge'))
    const html = await answer.clone().text()
    expect(await read(answer)).toContain('No parties are chosen. These have the most statements')
    const all = hrefs(html).find((href) => href.includes('p=town-8')) ?? ''
    expect(await read(await app.request(all))).toContain('Positions of 9 parties')
  })
})

describe('many parties', () => {
  test('stand as signs and letters that say in words what they mean', async ({ db }) => {
    await load(db, manyTowns(7))
    const p = ['town-0', 'town-1', 'town-2', 'town-3', 'town-4']
    const answer = await anApp({ db }).app.request(paths.compare('bridge', { p }))
    const html = await answer.clone().text()
    expect(html).toMatch(/<table class="grid">/)
    const text = await read(answer)
    expect(text).toContain('Suggested: conflicts: not A rejects position A, Build the bridge')
    expect(text).toContain('Agrees: A position A, Build the bridge')
    expect(text).toContain('rejected by Town 1, Town 3')
    expect(hrefs(html).filter((href) => /^\/s\/\w+-gazette#c-/.test(href))).toHaveLength(5)
  })

  test('are forty at most', async ({ db }) => {
    await load(db, manyTowns(43))
    const p = Array.from({ length: 43 }, (_, i) => `town-${i}`)
    const text = await read(await anApp({ db }).app.request(paths.compare('bridge', { p })))
    expect(text).toContain('43 parties were asked for. The first 40 are shown.')
    expect(text).toContain('Positions of 40 parties')
  })

  test('can be read as a list', async ({ db }) => {
    await load(db, manyTowns(6))
    const app = anApp({ db }).app
    const p = Array.from({ length: 6 }, (_, i) => `town-${i}`)
    const grid = await (await app.request(paths.compare('bridge', { p }))).text()
    const list = hrefs(grid).find((href) => href.includes('view=list')) ?? ''
    const html = await (await app.request(list.replace('#cmp', ''))).text()
    expect(html.match(/<dt>/g)).toHaveLength(6)
    expect(html).not.toContain('<table')
  })
})

describe('what cannot be shown', () => {
  test('is named on the page, and the rest is shown', async ({ db }) => {
    await load(db, aDossier())
    const answer = await anApp({ db }).app.request(
      paths.compare('bridge', {
        p: ['west', 'south', 'north'],
        issue: 'tunnel',
        show: 'x',
        view: 'y',
        order: 'z',
      }),
    )
    expect(answer.status).toBe(200)
    const text = await read(answer)
    expect(text).toContain('No party of this topic has the short name “west”.')
    expect(text).toContain(
      'No issue of this topic has the short name “tunnel”. All issues are shown.',
    )
    expect(text).toContain('2 parties')
  })

  for (const [given, says] of [
    ['2015-02-30', '“2015-02-30” is not a day: 2015-02 has 28 days. The table shows today.'],
    ['2015', '“2015” is not one day.'],
    ['"><b>', '“&quot;&gt;&lt;b&gt;” is not a day'],
  ] as const) {
    test(`as of “${given}” comes back with the reason and the table of today`, async ({ db }) => {
      await load(db, aDossier())
      const answer = await anApp({ db }).app.request(paths.compare('bridge', { asof: given }))
      expect([answer.status, answer.headers.get('ETag')]).toEqual([422, null])
      const html = await answer.clone().text()
      expect(html).toContain('<title>Error: ')
      expect(html).toContain(says.replaceAll("'", '&#39;'))
      expect(await read(answer)).toContain('as of 24 November 2026')
    })
  }

  test('is a topic that is not there, or not there for readers', async ({ db }) => {
    await load(db, aDispute({ visibility: 'private' }))
    const app = anApp({ db }).app
    expect((await app.request(paths.compare('nowhere'))).status).toBe(404)
    expect((await app.request(paths.compare('strait'))).status).toBe(404)
    const { Cookie } = await signedIn(app, db)
    expect((await app.request(paths.compare('strait'), { headers: { Cookie } })).status).toBe(200)
  })
})

describe('a day', () => {
  test('decides what counts, and the steps lead to days on which something was said', async ({
    db,
  }) => {
    await load(db, aDossier())
    const app = anApp({ db }).app
    const answer = await app.request(paths.compare('bridge', { asof: '2020-01-01' }))
    const html = await answer.clone().text()
    const text = await read(answer)
    expect(text).toContain('The bridge should be built.')
    expect(text).not.toContain('No bridge.')
    expect(text).toContain('Next: 2 Jan 2020')
    expect(html).toContain('<title>North, 1 Jan 2020: ')
    const next = hrefs(html).find((href) => href.includes('asof=2020-01-02')) ?? ''
    expect(await read(await app.request(next.replace('#cmp', '')))).toContain(
      'Previous: 1 Jan 2020',
    )
  })

  test('before anything was said is told, with the first day as a link', async ({ db }) => {
    await load(db, aDossier())
    const text = await read(
      await anApp({ db }).app.request(
        paths.compare('bridge', { p: ['north', 'south'], asof: '2019-01-01' }),
      ),
    )
    expect(text).toContain('Nothing was said by this day')
    expect(text).toContain('The first statement on record is of 1 January 2020')
    expect(text).toContain('Both sides are silent')
  })
})

describe('filters', () => {
  test('that leave nothing say so, and what there is instead', async ({ db }) => {
    await load(db, aDossier())
    const answer = await anApp({ db }).app.request(paths.compare('bridge', { show: 'agreement' }))
    const html = await answer.clone().text()
    expect(await read(answer)).toContain(
      'No agreements between these parties as of 24 November 2026. They conflict on 1 issue. Show all',
    )
    expect(hrefs(html)).toContain(paths.compare('bridge'))
  })

  test('keep what is chosen in the form', async ({ db }) => {
    await load(db, aDispute())
    const html = await (
      await anApp({ db }).app.request(
        paths.compare('strait', {
          p: ['beta', 'alpha'],
          base: 'alpha',
          show: 'conflict',
          order: 'divisive',
        }),
      )
    ).text()
    expect(html.match(/name="p" value="\w+" checked/g)).toHaveLength(2)
    expect(html).toMatch(/<option value="alpha" selected/)
    expect(html).toMatch(/<option value="conflict" selected/)
    expect(html).toMatch(/<option value="divisive" selected/)
    expect(html.match(/class="pair"/g)).toHaveLength(2)
  })

  test('show one issue', async ({ db }) => {
    await load(db, aDispute())
    const text = await read(
      await anApp({ db }).app.request(paths.compare('strait', { issue: 'months' })),
    )
    expect(text).toContain('1 issue, 3 parties')
    expect(text).toContain('6.5 to 8 months')
  })
})

describe('the page', () => {
  test('shows hostile names as text', async ({ db }) => {
    await load(db, aDispute())
    for (const view of ['wide', 'grid', 'list'] as const) {
      const html = await (await anApp({ db }).app.request(paths.compare('strait', { view }))).text()
      expect(html).not.toContain(HOSTILE)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    }
  })

  for (const view of ['pair', 'wide', 'grid', 'list'] as const) {
    test(`is valid HTML as ${view}`, async ({ db }) => {
      await load(db, aDispute())
      const p = view === 'pair' ? ['alpha', 'beta'] : ['alpha', 'beta', 'gamma']
      const html = await (
        await anApp({ db }).app.request(paths.compare('strait', { p, view }))
      ).text()
      const { results } = await validator.validateString(html)
      const messages = results.flatMap((r) =>
        r.messages.map((m) => `${m.ruleId}: ${m.message} (${m.line}:${m.column})`),
      )
      // The standard allows it: a row's header holds its legend.
      const wrong = messages.filter(
        (m) => !m.includes('<details> element is not permitted as a descendant of <th>'),
      )
      expect(wrong).toEqual([])
    })
  }

  test('answers 304 until something changes, and never to somebody signed in', async ({ db }) => {
    await load(db, aDossier())
    const app = anApp({ db }).app
    const first = await app.request(paths.compare('bridge'))
    const again = { 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect((await app.request(paths.compare('bridge'), { headers: again })).status).toBe(304)
    const { Cookie } = await signedIn(app, db)
    expect(
      (await app.request(paths.compare('bridge'), { headers: { ...again, Cookie } })).status,
    ).toBe(200)
    const dossier = aDossier()
    await load(db, { ...dossier, topic: { ...dossier.topic, title: 'A bridge' } })
    expect((await app.request(paths.compare('bridge'), { headers: again })).status).toBe(200)
  })

  test('lets whoever is signed in fill an empty cell', async ({ db }) => {
    await load(db, aDispute())
    const app = anApp({ db }).app
    const { Cookie } = await signedIn(app, db)
    const fill = paths.newClaim('strait', { party: 'gamma', issue: 'strikes' })
    for (const view of ['wide', 'grid', 'list'] as const) {
      const address = paths.compare('strait', { view })
      expect(hrefs(await (await app.request(address)).text())).not.toContain(fill)
      expect(hrefs(await (await app.request(address, { headers: { Cookie } })).text())).toContain(
        fill,
      )
    }
  })

  test('of an empty topic says why it is empty', async ({ db }) => {
    const dossier = aDossier()
    await load(db, { ...dossier, people: [], issues: [], claims: [] })
    const answer = await anApp({ db }).app.request(paths.compare('bridge'))
    expect(answer.status).toBe(200)
    expect(await read(answer)).toContain('This topic has no issues yet')
  })

  test('leads to the same comparison as JSON', async ({ db }) => {
    await load(db, aDispute())
    const app = anApp({ db }).app
    const html = await (
      await app.request(paths.compare('strait', { p: ['alpha', 'beta'], asof: '2015-12-10' }))
    ).text()
    const json = hrefs(html).find((href) => href.includes('compare.json')) ?? ''
    expect(json).toBe(paths.compareJson('strait', { p: ['alpha', 'beta'], asof: '2015-12-10' }))
    expect((await app.request(json)).status).toBe(200)
  })
})
