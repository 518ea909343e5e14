import { HtmlValidate } from 'html-validate'
import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { isolateNames } from '#views/contradiction/sentence.tsx'
import { Statement } from '#views/contradiction/statement.tsx'
import { EVERY, ONLY, aDispute, imported } from '#test/support/a-dispute.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    'prefer-native-element': 'off',
  },
})

async function faultsOf(page: string): Promise<string[]> {
  const report = await validator.validateString(page)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}

const textOf = (page: string): string =>
  page
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

type Get = (path: string, headers?: Record<string, string>) => Promise<string>
const getter =
  (app: ReturnType<typeof anApp>['app']): Get =>
  async (path, headers = {}) =>
    await (await app.request(path, { headers })).text()

describe('the list of contradictions', () => {
  test('tells each as one sentence with both positions, words, speakers and dates', async ({
    db,
  }) => {
    await imported(db)
    const page = await getter(anApp({ db }).app)(
      paths.contradictions('strait', { issue: 'strikes' }),
    )
    expect(textOf(page)).toContain(
      `Alpha and بيتا conflict on “Which groups should strikes target?” as of 15 December 2015: ` +
        `Alpha — Two named groups only (${ONLY}, Ana Alder, 15 December 2015); ` +
        `بيتا — Every armed group (${EVERY}, 15 December 2015). Incompatible positions. Not reviewed.`,
    )
    expect(page).toContain(`<q lang="ar" dir="rtl">${EVERY}</q>`)
  })

  test('says by how much values are apart, and that a condition holds', async ({ db }) => {
    await imported(db)
    const page = await getter(anApp({ db }).app)(
      paths.contradictions('strait', { issue: 'months' }),
    )
    expect(textOf(page)).toContain('Values apart by 2.5 months, under a condition. Not reviewed.')
  })

  test('tells a reversal as a change in time and mixed messages as one party’s', async ({ db }) => {
    await imported(db)
    const text = textOf(await getter(anApp({ db }).app)(paths.contradictions('strait')))
    expect(text).toContain(
      'Alpha changed position on “Must the leader go?”: before — Yes to leader (Ana Alder, 10 January 2015); ' +
        'after — denies “Yes to leader” (Ana Alder, 10 November 2015).',
    )
    expect(text).toContain('Mixed messages from Alpha on “Should talks start now?” as of')
  })

  test('counts by status, and narrows by status, issue and party', async ({ db }) => {
    const id = await imported(db)
    await db
      .updateTable('contradiction')
      .set({ status: 'dismissed', settled_at: noon })
      .where('id', '=', id('border'))
      .execute()
    const get = getter(anApp({ db }).app)
    const all = textOf(await get(paths.contradictions('strait')))
    expect(all).toContain('All 5')
    expect(all).toContain('Open 4')
    expect(all).toContain('Dismissed 1')
    const dismissed = await get(paths.contradictions('strait', { status: 'dismissed' }))
    expect(dismissed.match(/id="x-/g)).toHaveLength(1)
    expect(dismissed).toContain('<title>Contradictions, dismissed - Gainsay</title>')
    const ofBeta = await get(paths.contradictions('strait', { party: 'beta' }))
    expect(ofBeta.match(/id="x-/g)).toHaveLength(2)
    expect(textOf(ofBeta)).toContain('All 2')
    const none = await get(paths.contradictions('strait', { party: 'beta', status: 'confirmed' }))
    expect(textOf(none)).toContain(
      'No contradictions with the status “confirmed” match this choice',
    )
    // As the form sends it without scripts.
    const sent = await get('/t/strait/contradictions?issue=&party=&status=')
    expect(sent.match(/id="x-/g)).toHaveLength(5)
  })

  test('is numbered in pages of twenty, with the page in the title; beyond the last is the last', async ({
    db,
  }) => {
    const dossier = aDispute()
    const many = Array.from({ length: 24 }, (_, i) => `party-${i}`)
    const claims = many.map((slug, i) => ({
      ...(dossier.claims?.find((c) => c.slug === 'border-g') ?? never()),
      slug: `many-${i}`,
      party: slug,
    }))
    await imported(db, {
      ...dossier,
      topic: { ...dossier.topic, parties: [...dossier.topic.parties, ...many] },
      parties: [
        ...(dossier.parties ?? []),
        ...many.map((slug) => ({ slug, name: `Party ${slug}`, kind: 'state', aliases: [] })),
      ],
      claims: [...(dossier.claims ?? []), ...claims],
    })
    const get = getter(anApp({ db }).app)
    const [first, second] = [
      await get(paths.contradictions('strait')),
      await get(paths.contradictions('strait', { page: '2' })),
    ]
    const idsOf = (page: string) => [...page.matchAll(/id="x-(\d+)"/g)].map(([, id]) => id)
    expect(idsOf(first)).toHaveLength(20)
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(29)
    expect(second).toContain('page 2 of 2 - Gainsay</title>')
    expect(idsOf(await get(paths.contradictions('strait', { page: '900' })))).toEqual(idsOf(second))
  })

  test('says why it is empty', async ({ db }) => {
    await imported(db, { ...aDispute(), claims: [] }).catch(() => undefined)
    const page = await getter(anApp({ db }).app)(paths.contradictions('strait'))
    expect(textOf(page)).toContain('No contradictions on record')
  })

  test('refuses a status there is not and a page that is no number; an unknown topic is not found', async ({
    db,
  }) => {
    await imported(db)
    const { app } = anApp({ db })
    expect((await app.request('/t/strait/contradictions?status=maybe')).status).toBe(400)
    expect((await app.request('/t/strait/contradictions?page=x')).status).toBe(400)
    expect((await app.request('/t/strait/contradictions?page=-1')).status).toBe(400)
    expect((await app.request('/t/elsewhere/contradictions')).status).toBe(404)
  })
})

const never = (): never => {
  throw new Error('The dispute lacks a claim')
}

test('marks that the source puts around a quotation are not shown twice', () => {
  const claim = {
    id: 1,
    slug: 'c',
    statement: 's',
    form: 'partial quotation',
    said: '2015-12-15',
    latest: '2015-12-15',
    recordedAt: noon,
    citations: [
      {
        source: { id: 1, slug: 's', title: 'S', published: '2015' },
        quote: 'ground',
        language: 'en',
        isPlaced: true,
      },
    ],
  } as const
  const shown = (before: string, after: string) => {
    const context = { before, after, isCutBefore: false, isCutAfter: false }
    const html = String(Statement({ claim: { ...claim, context }, around: 300 }))
    return [...html.matchAll(/quotation: <\/span>([^<]*)</g)].map(([, text]) => text)
  }
  expect(shown('He found some “', '”, he said')).toEqual(['He found some', ', he said'])
  expect(shown('He spoke of «', '»')).toEqual(['He spoke of'])
  expect(shown('It was', '’s end')).toEqual(['It was', '’s end'])
})

test('a sentence of ours keeps numbers beside the right-to-left name they belong to', () => {
  const names = ['بيتا', 'A', 'A.B*', '']
  expect(isolateNames('A.B*: 3; بيتا: 6.5', names)).toEqual([
    '',
    { name: 'A.B*' },
    ': 3; ',
    { name: 'بيتا' },
    ': 6.5',
  ])
  expect(isolateNames('nothing', [])).toEqual(['nothing'])
})

describe('the page of a contradiction', () => {
  test('shows both quotations in their context, with who, role, when, form and the marked place', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const page = await getter(anApp({ db }).app)(paths.contradiction({ id }))
    expect(page).toContain(`<blockquote lang="en" dir="ltr"><p>${ONLY}</p></blockquote>`)
    expect(page).toContain(`<blockquote lang="ar" dir="rtl"><p>${EVERY}</p></blockquote>`)
    expect(page).toContain('Translation by <bdi>Tal</bdi>')
    const text = textOf(page)
    expect(text).toMatch(/Words before the quotation: … .{200,300}spoke for an hour\./)
    expect(text).toMatch(/Words after the quotation: He took no questions\..{200,300} …/)
    expect(text).toContain('Words before the quotation: قال الوزير:')
    expect(text).toContain('Ana Alder, Minister · 15 December 2015 · direct quotation')
    expect(page).toMatch(/href="\/s\/\w+-english#c-\w+"/)
  })

  test('gives the explanation, the rule with the way to the method, and, once settled, the parts of the rank in words', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    await db
      .updateTable('contradiction')
      .set({ status: 'confirmed', settled_at: noon })
      .where('id', '=', id)
      .execute()
    const page = await getter(anApp({ db }).app)(paths.contradiction({ id }))
    const { explanation, rank } = await db
      .selectFrom('contradiction')
      .where('id', '=', id)
      .select(['explanation', 'rank'])
      .executeTakeFirstOrThrow()
    expect(textOf(page)).toContain(`Why this is recorded${explanation}`.replaceAll(/\s+/g, ' '))
    expect(page).toContain('<a href="/method"><code>closure/1</code>')
    const text = textOf(page)
    expect(text).toContain('Neither side sets a condition.20 of 20')
    expect(text).toContain('Said within 30 days of each other.20 of 20')
    expect(text).toContain(`${rank} of 100`)
  })

  test('lists the evidence of both sides newest first, a few of many with the way to all', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const get = getter(anApp({ db }).app)
    const page = await get(paths.contradiction({ id }))
    const ofA = /id="evidence-a".*?<\/section>/.exec(page)?.[0] ?? ''
    expect(textOf(ofA)).toContain('8 claims')
    expect(ofA.match(/<li>/g)).toHaveLength(5)
    const order = [...textOf(ofA).matchAll(/time (\d)/g)].map(([, n]) => Number(n))
    expect(order).toEqual([6, 5, 4, 3])
    expect(ofA).toContain(
      `href="${paths.contradiction({ id })}?side=a#evidence-a">Show all 8 claims`,
    )
    const all = await get(`${paths.contradiction({ id })}?side=a`)
    expect(/id="evidence-a".*?<\/section>/.exec(all)?.[0].match(/<li>/g)).toHaveLength(8)
    expect((await get(`${paths.contradiction({ id })}?side=zzz`)).length).toBeGreaterThan(1000)
  })

  test('never drops a condition, a hedge, or how far values are apart', async ({ db }) => {
    const id = (await imported(db))('months')
    const text = textOf(await getter(anApp({ db }).app)(paths.contradiction({ id })))
    expect(text).toContain('Condition: provided the truce holds')
    expect(text).toContain('Hedged: may')
    expect(text).toContain('2.5 months apart')
    expect(text).toContain('At least one side speaks under a condition')
    expect(text).toContain('Suggested: conflicts, conditional')
    expect(text).toContain('Summary of this record; no quotation is on file.')
  })

  test('of a reversal shows before and after, in order, as a shift', async ({ db }) => {
    const id = (await imported(db))('leader')
    const text = textOf(await getter(anApp({ db }).app)(paths.contradiction({ id })))
    expect(text).toContain('Alpha changed position on “Must the leader go?”')
    expect(text).toContain('ReversedA shift over time, not a quarrel')
    expect(text.indexOf('BeforeHolds: Yes to leader')).toBeGreaterThan(0)
    expect(text.indexOf('AfterRejects: Yes to leader')).toBeGreaterThan(
      text.indexOf('BeforeHolds: Yes to leader'),
    )
    expect(text.indexOf('The leader must go.')).toBeLessThan(text.indexOf('The leader may stay.'))
    expect(text).not.toContain('Suggested: conflicts')
  })

  test('of mixed messages shows two people of one party', async ({ db }) => {
    const id = (await imported(db))('talks')
    const page = await getter(anApp({ db }).app)(paths.contradiction({ id }))
    expect(page).toMatch(/<h2 id="side-a"><bdi>Ana Alder<\/bdi><\/h2>/)
    expect(page).toMatch(/<h2 id="side-b"><bdi>Bo Birch<\/bdi><\/h2>/)
  })

  test('says since when its sides no longer conflict, and keeps the evidence', async ({ db }) => {
    const id = (await imported(db))('strikes')
    await db
      .updateTable('contradiction')
      .set({ resolved_on: '2016-02-01' })
      .where('id', '=', id)
      .execute()
    const text = textOf(await getter(anApp({ db }).app)(paths.contradiction({ id })))
    expect(text).toContain('Resolved. The sides no longer conflict as of 1 February 2016.')
    expect(text).toContain('Alpha and بيتا conflicted on')
  })

  test('can be cited: text, permalink, JSON', async ({ db }) => {
    const id = (await imported(db))('strikes')
    const page = await getter(anApp({ db, baseUrl: 'https://gainsay.example' }).app)(
      `https://gainsay.example${paths.contradiction({ id })}`,
    )
    expect(textOf(page)).toContain(
      `Alpha and بيتا conflict on “Which groups should strikes target?”. The strait, Gainsay. ` +
        `Not reviewed. Read 24 November 2026. https://gainsay.example${paths.contradiction({ id })}`,
    )
    expect(page).toContain(`data-copy="${paths.contradiction({ id })}"`)
    expect(page).toContain(`<a href="${paths.contradictionJson({ id })}">JSON</a>`)
  })

  test('shows hostile text as text, in the title too', async ({ db }) => {
    const id = (await imported(db))('border')
    const get = getter(anApp({ db }).app)
    for (const path of [paths.contradiction({ id }), paths.contradictions('strait')]) {
      const page = await get(path)
      expect(page).not.toContain('<img')
      expect(page).not.toContain('<script>alert')
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    }
  })

  test('is valid HTML, for readers and signed in, whatever its kind', async ({ db }) => {
    const id = await imported(db)
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const get = getter(app)
    const all = ['strikes', 'months', 'leader', 'talks', 'border'].map((i) =>
      paths.contradiction({ id: id(i) }),
    )
    for (const path of [...all, paths.contradictions('strait')]) {
      expect(await faultsOf(await get(path)), path).toEqual([])
      expect(await faultsOf(await get(path, { Cookie })), path).toEqual([])
    }
  })

  test('answers 304 to whoever has it, until the topic changes', async ({ db }) => {
    const id = (await imported(db))('strikes')
    const { app } = anApp({ db })
    for (const path of [
      paths.contradiction({ id }),
      paths.contradictionJson({ id }),
      paths.contradictionJsonLd({ id }),
      paths.contradictions('strait'),
    ]) {
      const first = await app.request(path)
      const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' }
      expect((await app.request(path, { headers })).status, path).toBe(304)
      await db
        .updateTable('topic')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .execute()
      expect((await app.request(path, { headers })).status, path).toBe(200)
    }
  })

  test('of a private topic is not there for readers, in no form, and is for the owner', async ({
    db,
  }) => {
    const id = (await imported(db, aDispute({ visibility: 'private' })))('strikes')
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const path of [
      paths.contradiction({ id }),
      paths.contradictionJson({ id }),
      paths.contradictionJsonLd({ id }),
      paths.contradictions('strait'),
    ]) {
      const hidden = await app.request(path)
      const absent = await app.request(
        path.replace('strait', 'nowhere').replace(/^\/x\/\w+/, '/x/zzzz'),
      )
      expect(hidden.status).toBe(404)
      expect(hidden.headers.get('ETag')).toBe(absent.headers.get('ETag'))
      expect((await app.request(path, { headers: { Cookie } })).status).toBe(200)
    }
  })

  test('what is no id, or nobody’s, is not found', async ({ db }) => {
    await imported(db)
    const { app } = anApp({ db })
    for (const path of ['/x/zzzzzz', '/x/!', '/x/0', '/x/99999999', '/x/!.json', '/x/zzz.json']) {
      expect((await app.request(path)).status, path).toBe(404)
    }
  })
})

test('as JSON-LD it is a Web Annotation of the words of both sides', async ({ db }) => {
  const id = (await imported(db))('strikes')
  const { app } = anApp({ db })
  const answer = await app.request(paths.contradictionJsonLd({ id }))
  expect(answer.headers.get('Content-Type')).toBe('application/ld+json')
  const annotation = (await answer.json()) as Record<string, unknown>
  expect(annotation).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `http://localhost${paths.contradiction({ id })}`,
    type: 'Annotation',
    motivation: 'assessing',
    target: [
      { type: 'SpecificResource', selector: { type: 'TextQuoteSelector', exact: ONLY } },
      { type: 'SpecificResource', selector: { type: 'TextQuoteSelector', exact: EVERY } },
    ],
  })
  expect(JSON.stringify(annotation)).toContain('conflict on “Which groups should strikes target?”')
})

test('as JSON a contradiction has both sides with their evidence, and what reviewers decided', async ({
  db,
}) => {
  const id = (await imported(db))('strikes')
  const { app } = anApp({ db })
  const answer = await app.request(paths.contradictionJson({ id }))
  expect(answer.headers.get('Content-Type')).toContain('application/json')
  const json = (await answer.json()) as Record<string, unknown>
  expect(json).toMatchObject({
    id: `http://localhost${paths.contradiction({ id })}`,
    topic: 'strait',
    issue: 'strikes',
    kind: 'incompatible positions',
    status: 'open',
    conditional: false,
    apart: null,
    a: { party: 'alpha', stance: 'affirms', holds: 'Two named groups only', claims: 8 },
    b: {
      party: 'beta',
      claims: 1,
      evidence: [{ claim: 'every', citations: [{ quote: EVERY, translator: 'Tal' }] }],
    },
    reviews: [],
  })
})
