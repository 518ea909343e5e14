import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeId, encodeId, paths } from '#server/paths.ts'

describe('ids in addresses', () => {
  test('come back as they were, with or without a slug', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), fc.string(), (id, slug) => {
        expect(decodeId(encodeId(id))).toBe(id)
        expect(decodeId(`${encodeId(id)}-${slug}`)).toBe(id)
        expect(decodeId(encodeId(id).toUpperCase())).toBe(id)
      }),
    )
  })

  test('are read as meant where letters look alike', () => {
    expect(decodeId('io')).toBe(decodeId('10'))
    expect(decodeId('L')).toBe(1)
  })

  for (const bad of [
    '',
    '-',
    '0',
    '-1',
    '1.5',
    'u',
    '1u',
    'ä',
    '20000000',
    '1'.repeat(400),
    ' 1',
    '１',
  ]) {
    test(`“${bad.slice(0, 10)}” is none`, () => expect(decodeId(bad)).toBeUndefined())
  }
  test('the largest that the database holds is the largest that is read', () => {
    expect(decodeId('1zzzzzz')).toBe(2_147_483_647)
    expect(decodeId('2000000')).toBeUndefined()
  })
})

test('every address', () => {
  const thing = { id: 7315, slug: 'strike-isil-only' }
  const query = { p: ['us', 'ru'], base: 'us', asof: '2015-12-15' }
  const all = [
    paths.home,
    paths.topic('syria'),
    paths.compare('syria', query),
    paths.compareJson('syria'),
    paths.dossier('syria'),
    paths.issues('syria'),
    paths.parties('syria'),
    paths.sources('syria'),
    paths.contradictions('syria'),
    paths.agreement('syria'),
    paths.agreementJson('syria'),
    paths.newClaim('syria', { source: '3' }),
    paths.issue(thing),
    paths.party(thing),
    paths.person(thing),
    paths.source(thing),
    paths.source(thing, { id: 9 }),
    paths.claim(thing),
    paths.editClaim(thing),
    paths.withdrawClaim(thing),
    paths.claimHistory({ id: 7315 }),
    paths.claimJsonLd({ id: 7315 }),
    paths.contradiction(thing),
    paths.contradictionJson(thing),
    paths.reviews(thing),
    paths.takeBackReview({ id: 7315 }, { id: 9 }),
    paths.history('syria', { of: 'claim' }),
    paths.historyJson('syria'),
    paths.historyCsv('syria'),
    paths.issueHistory(thing),
    paths.partyHistory(thing),
    paths.personHistory(thing),
    paths.sourceHistory(thing, { page: '2' }),
    paths.topicCheckpoint('syria'),
    paths.historyProof('syria'),
    paths.checkpoints,
    paths.historyKey,
    paths.reviewQueue(),
    paths.topicFeed('syria', 'atom'),
    paths.partyFeed(thing, 'json'),
    paths.issueFeed(thing, 'atom'),
    paths.contradictionFeed(thing, 'json'),
    paths.signIn('abc'),
    paths.signOut,
    paths.appearance,
    paths.method,
    paths.help,
    paths.helpEncoding,
    paths.accessibility,
    paths.healthz,
    paths.readyz,
    paths.metrics,
    paths.cspReports,
  ]
  expect(all).toMatchInlineSnapshot(`
    [
      "/",
      "/t/syria",
      "/t/syria/compare?p=us&p=ru&base=us&asof=2015-12-15",
      "/t/syria/compare.json",
      "/t/syria/dossier.json",
      "/t/syria/issues",
      "/t/syria/parties",
      "/t/syria/sources",
      "/t/syria/contradictions",
      "/t/syria/agreement",
      "/t/syria/agreement.json",
      "/t/syria/claims/new?source=3",
      "/i/74k-strike-isil-only",
      "/p/74k-strike-isil-only",
      "/people/74k-strike-isil-only",
      "/s/74k-strike-isil-only",
      "/s/74k-strike-isil-only#c-9",
      "/c/74k-strike-isil-only",
      "/c/74k-strike-isil-only/edit",
      "/c/74k-strike-isil-only/withdraw",
      "/c/74k/history",
      "/c/74k.jsonld",
      "/x/74k-strike-isil-only",
      "/x/74k-strike-isil-only.json",
      "/x/74k-strike-isil-only/reviews",
      "/x/74k/reviews/9/undo",
      "/t/syria/history?of=claim",
      "/t/syria/history.json",
      "/t/syria/history.csv",
      "/i/74k-strike-isil-only/history",
      "/p/74k-strike-isil-only/history",
      "/people/74k-strike-isil-only/history",
      "/s/74k-strike-isil-only/history?page=2",
      "/t/syria/history/checkpoint",
      "/t/syria/history/proof.json",
      "/history/checkpoint",
      "/history/key",
      "/review",
      "/feeds/topic/syria.atom",
      "/feeds/party/74k.json",
      "/feeds/issue/74k.atom",
      "/feeds/contradiction/74k.json",
      "/sign-in/abc",
      "/sign-out",
      "/appearance",
      "/method",
      "/help",
      "/help/encoding",
      "/accessibility",
      "/healthz",
      "/readyz",
      "/metrics",
      "/csp-reports",
    ]
  `)
})
