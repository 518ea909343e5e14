import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type Dossier,
  checkDossier,
  claimDays,
  claimOf,
  modelOf,
  parseDossier,
  writeDossier,
} from '#server/domain/dossier.ts'
import { parseDate } from '#server/domain/dates.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { diceOf, seeded } from '#test/support/seeded.ts'

type Json = Record<string, unknown>

/** Put a value at a place in a copy of a document; undefined takes the field away. */
function changed(document: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(document) as Json
  const keys = path.split('/').slice(1)
  const last = keys.pop() ?? ''
  const holder = keys.reduce<Json>((inner, key) => inner[key] as Json, copy)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy
}

const faultsOf = (document: unknown): string[] => {
  const parsed = parseDossier(JSON.stringify(document))
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path} ${message}`)
}

const TEXT = 'The mayor said: “We will build\nthe bridge.” The town’s council did not answer.'
const EARLIER = 'The mayor said: “We will build.”'
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A dossier with something in every field. */
function fullDossier(): Dossier {
  const dossier = aDossier()
  return {
    ...dossier,
    note: 'Coded by hand.',
    topic: { ...dossier.topic, summary: 'Two towns, one river.', observers: ['paper'] },
    parties: [
      {
        slug: 'north',
        name: 'North',
        kind: 'town',
        aliases: ['the north'],
        iso3166: 'DE',
        wikidata: 'Q64',
      },
      {
        slug: 'south',
        name: 'South',
        kind: 'town',
        aliases: [],
        memberOf: [{ party: 'league', from: '2010', to: '2019-06' }],
      },
      { slug: 'league', name: 'League', kind: 'coalition', aliases: [] },
      { slug: 'paper', name: 'The Gazette', kind: 'newspaper', aliases: [] },
    ],
    people: [
      {
        slug: 'mayor',
        name: 'Ada Mayor',
        aliases: ['A. Mayor'],
        wikidata: 'Q1',
        roles: [{ party: 'north', title: 'Mayor', from: '2013-02-01', to: '2021' }],
      },
    ],
    sources: [
      {
        slug: 'gazette',
        kind: 'article',
        publisher: 'The Gazette',
        title: 'Town gazette',
        authors: ['Jane Writer'],
        url: 'https://example.org/a?b=c#d',
        archiveUrl: 'http://archive.example.org/1',
        published: '2020-02-01',
        language: 'en',
        grade: 'B',
        excerptsOnly: true,
        capture: { text: TEXT, capturedAt: '2020-02-02T10:00:00Z', sha256: sha256(TEXT) },
        earlierCaptures: [
          { text: EARLIER, capturedAt: '2020-02-01T10:00:00Z', sha256: sha256(EARLIER) },
        ],
      },
    ],
    issues: [
      ...dossier.issues,
      {
        slug: 'where',
        question: 'Where?',
        nature: 'normative',
        kind: 'options',
        labels: { north: 'the place' },
        positions: [
          { slug: 'up', label: 'Upstream', description: 'Beyond the mill.' },
          { slug: 'mill', label: 'At the mill', entails: ['up'] },
          { slug: 'down', label: 'Downstream' },
        ],
        excludes: [{ pair: ['up', 'down'], kind: 'contradictory' }],
        exclusive: true,
      },
      {
        slug: 'cost',
        question: 'How much?',
        nature: 'predictive',
        kind: 'quantity',
        unit: 'million',
      },
      { slug: 'when', question: 'When?', nature: 'predictive', kind: 'date' },
    ],
    claims: [
      {
        slug: 'c1',
        issue: 'bridge',
        party: 'north',
        person: 'mayor',
        position: 'yes',
        stance: 'affirms',
        bearing: 'states',
        form: 'direct quotation',
        said: '2020-01',
        statement: 'Build it.',
        condition: 'if the south pays half',
        scope: { period: '2020/..', note: 'foot bridge only' },
        hedge: 'signals',
        withdrawn: { reason: 'entered twice' },
        citations: [
          {
            source: 'gazette',
            quote: 'We will build the bridge',
            prefix: 'said: “',
            suffix: '.”',
            start: 17,
            end: 41,
            language: 'en',
            translation: 'Wir bauen',
            translator: 'J. W.',
            locator: 'p. 3',
            credibility: 2,
          },
        ],
      },
      {
        slug: 'c2',
        issue: 'cost',
        party: 'south',
        value: { min: 3, max: null },
        stance: 'denies',
        form: 'paraphrase',
        said: '2020-01-02',
        statement: 'Not so much.',
        citations: [{ source: 'gazette' }],
      },
      {
        slug: 'c3',
        issue: 'when',
        party: 'south',
        value: { min: '2021-01-01', max: '2021-12-31' },
        stance: 'affirms',
        form: 'paraphrase',
        said: '2020-01-02',
        statement: 'In 2021.',
        citations: [{ source: 'gazette', quote: "The town's council" }],
      },
      {
        slug: 'c4',
        issue: 'cost',
        party: 'north',
        stance: 'declines',
        form: 'paraphrase',
        said: '2020-01-02',
        statement: 'Would not say.',
        citations: [{ source: 'gazette' }],
      },
    ],
    searches: [
      { party: 'paper', issue: 'bridge', on: '2020-03-01', by: 'J. W.', result: 'none-found' },
    ],
    reviews: [
      {
        issue: 'bridge',
        kind: 'opposed',
        a: { party: 'north', stance: 'affirms', position: 'yes' },
        b: { party: 'south', stance: 'denies', position: 'yes' },
        by: 'Rita',
        at: '2020-04-01T10:00:00Z',
        verdict: 'no conflict',
        disagreement: 'scope',
        reason: 'different scope',
        note: 'Foot bridge against road bridge.',
      },
    ],
    contradictions: [
      {
        issue: 'cost',
        kind: 'values apart',
        a: { party: 'north', stance: 'affirms', value: { min: 1, max: 2 } },
        b: { party: 'south', stance: 'affirms', value: { min: 3, max: null } },
        status: 'dismissed',
        firstOn: '2020-01-02',
        lastOn: '2020-01-03',
        log: [
          {
            at: '2020-04-01T10:00:00.123Z',
            by: 'Rita',
            from: 'open',
            to: 'dismissed',
            why: 'Both can hold.',
          },
        ],
      },
    ],
  }
}

/** The same, with the history of one thing of each kind. */
function fullWithHistory(): Dossier {
  const full = fullDossier()
  const { topic, parties, people, sources, issues, claims, searches } = full
  const [party, person, issue, claim] = [parties, people, issues, claims].map(([first]) => first)
  const { text: _, ...capture } = sources[0]?.capture ?? {}
  const { earlierCaptures: __, ...first } = sources[0] ?? {}
  const created = [
    ['topic', topic.slug, { note: 'Coded by hand.', topic }],
    ['party', 'north', party],
    ['person', 'mayor', person],
    ['source', 'gazette', { ...first, capture }],
    ['issue', 'bridge', issue],
    ['claim', 'c1', claim],
    ['search', 'paper bridge 2020-03-01', searches?.[0]],
  ].map(([entity, slug, after]) => ({ entity, slug, action: 'created', after }))
  const revised = {
    entity: 'claim',
    slug: 'c1',
    action: 'revised',
    why: 'A better reading.',
    before: claim,
    after: { ...claim, statement: 'Build it now.' },
  }
  const history = [...created, revised].map((revision, i) => ({
    seq: i + 1,
    at: '2020-04-01T10:00:00+02:00',
    by: 'Rita',
    ...revision,
  }))
  return { ...full, history } as Dossier
}

describe('a dossier', () => {
  test('with something in every field is read as it is', () => {
    const parsed = parseDossier(JSON.stringify(fullWithHistory()))
    expect(parsed).toEqual({ ok: true, dossier: fullWithHistory() })
  })

  test('is written so that reading it gives the same, and writing that the same text', () => {
    const text = writeDossier(fullWithHistory())
    expect(JSON.parse(text)).toEqual(fullWithHistory())
    const again = parseDossier(text)
    expect(again.ok && writeDossier(again.dossier)).toBe(text)
    expect(text).toMatch(/^\{\n {2}"format": "gainsay-dossier\/1",\n[\s\S]*\}\n$/)
  })

  test('is written with its keys in one order, whatever order they came in', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([k, v]) => [k, backwards(v)]),
            )
          : value
    const dossier = fullWithHistory()
    expect(writeDossier(backwards(dossier) as Dossier)).toBe(writeDossier(dossier))
  })

  test('of any kind survives being written and read', () => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const dossier = randomDossier(seed)
        expect(parseDossier(writeDossier(dossier))).toEqual({ ok: true, dossier })
      }),
      seeded(50),
    )
  })

  const given = [
    '../shared/acceptance/moscow-2015/record.json',
    '../shared/data/wahlomat-2017.dossier.json',
  ]
  test.skipIf(!given.every((file) => existsSync(file)))(
    'that we were given is accepted whole',
    () => {
      for (const file of given) {
        const text = readFileSync(file, 'utf8')
        const parsed = parseDossier(text)
        expect(parsed).toMatchObject({ ok: true })
        expect(parsed.ok && JSON.parse(writeDossier(parsed.dossier))).toEqual(JSON.parse(text))
      }
    },
  )
})

describe('what is wrong is refused with its place', () => {
  test.each<[string, string, unknown, string]>([
    [
      'an unknown field',
      '/claims/0/citations/0/quotte',
      'x',
      'There is no such field. Take it away, or correct its name.',
    ],
    [
      'an unknown field at the top',
      '/extra',
      1,
      'There is no such field. Take it away, or correct its name.',
    ],
    [
      'another format',
      '/format',
      'gainsay-dossier/2',
      'Use “gainsay-dossier/1”; not “gainsay-dossier/2”.',
    ],
    ['a missing field', '/claims/0/statement', undefined, 'This field is missing.'],
    ['a missing list', '/people', undefined, 'This field is missing.'],
    ['null for an absent field', '/claims/0/person', null, 'Give text in quotes, not null.'],
    ['another type', '/parties/0/name', 7, 'Give text in quotes, not “7”.'],
    ['a list for an object', '/topic', [], 'Give an object, not a list.'],
    ['a text for a list', '/claims/0/citations', 'x', 'Give a list, not “x”.'],
    [
      'a blank text',
      '/claims/0/statement',
      ' \u200b\n',
      'This is blank. Leave the field out instead.',
    ],
    [
      'a text too long',
      '/claims/0/statement',
      'x'.repeat(2001),
      'This is 2,001 characters; at most 2,000.',
    ],
    [
      'a quotation too long',
      '/claims/0/citations/0/quote',
      'x'.repeat(10_001),
      'This is 10,001 characters; at most 10,000.',
    ],
    [
      'an unknown stance',
      '/claims/0/stance',
      'denies it',
      'Use “affirms”, “denies”, “leaves-open”, “declines”; not “denies it”.',
    ],
    [
      'an unknown visibility',
      '/topic/visibility',
      'secret',
      'Use “public”, “team”, “private”; not “secret”.',
    ],
    [
      'a slug of another shape',
      '/parties/3/slug',
      'the paper',
      'A slug is 1 to 80 letters, digits, “-”, “_” or “.”, beginning with a letter or a digit.',
    ],
    [
      'a date that is none',
      '/claims/0/said',
      '2015-02-29',
      '“2015-02-29” is not a day: 2015-02 has 28 days.',
    ],
    [
      'a date with white space',
      '/sources/0/published',
      ' 2020',
      '“ 2020” has white space around it. Take it away.',
    ],
    [
      'an invisible turn of direction in a name',
      '/parties/0/name',
      'N\u202Eorth',
      'This contains an invisible mark that turns the direction of text. Remove it.',
    ],
    [
      'an address that runs',
      '/sources/0/url',
      'javascript:alert(1)',
      'An address must begin with https:// or http:// and name a host.',
    ],
    [
      'an address without a host',
      '/sources/0/url',
      'https://',
      'An address must begin with https:// or http:// and name a host.',
    ],
    [
      'an address with a password',
      '/sources/0/url',
      'https://a:b@example.org/',
      'An address must not contain a name or password.',
    ],
    [
      'an address with a space',
      '/sources/0/archiveUrl',
      'https://example.org/a b',
      'An address must not contain white space or marks that turn the direction of text.',
    ],
    [
      'a language that is none',
      '/sources/0/language',
      'english please',
      '“english please” is no language tag. Use BCP 47, such as en or ru.',
    ],
    ['a grade beyond F', '/sources/0/grade', 'G', 'Use “A”, “B”, “C”, “D”, “E”, “F”; not “G”.'],
    [
      'credibility beyond 6',
      '/claims/0/citations/0/credibility',
      7,
      'Credibility is a whole number from 1 to 6.',
    ],
    [
      'half an offset',
      '/claims/0/citations/0/start',
      1.5,
      'An offset is a whole number of code points, from 0.',
    ],
    [
      'an offset after the end',
      '/claims/0/citations/0/end',
      3,
      'The quotation ends (3) before it begins (17).',
    ],
    [
      'a country of three letters',
      '/parties/0/iso3166',
      'DEU',
      'An ISO 3166 code is two capital letters, such as US.',
    ],
    [
      'a Wikidata id without Q',
      '/parties/0/wikidata',
      '64',
      'A Wikidata id is Q and digits, such as Q159.',
    ],
    [
      'a capture at no time',
      '/sources/0/capture/capturedAt',
      'yesterday',
      'Give a day, such as 2015-12-15, or a time with its zone, such as 2015-12-15T18:30:00Z.',
    ],
    [
      'a hash of another text',
      '/sources/0/capture/sha256',
      sha256('x'),
      `This is not the SHA-256 of the captured text of “gazette”, which is ${sha256(TEXT)}.`,
    ],
    [
      'earlier texts without a newest',
      '/sources/0/capture',
      undefined,
      'There are earlier captures, so there is a newest: give it.',
    ],
    [
      'a hash of another earlier text',
      '/sources/0/earlierCaptures/0/sha256',
      sha256('x'),
      `This is not the SHA-256 of the captured text of “gazette”, which is ${sha256(EARLIER)}.`,
    ],
    [
      'a text that is there twice',
      '/sources/0/earlierCaptures/0',
      { text: TEXT, capturedAt: '2020-02-01', sha256: sha256(TEXT) },
      'This text of “gazette” is there twice.',
    ],
    ['no citation', '/claims/0/citations', [], 'A claim needs at least one citation.'],
    [
      'a quotation that is not in the capture',
      '/claims/0/citations/0/quote',
      'We will not build',
      'These words are not in the captured text of “gazette”: “We will not build”.',
    ],
    [
      'a claim after its publication',
      '/claims/0/said',
      '2020-02-02',
      '“2020-02-02” is later than 2020-02-01, when a source that reports it was published.',
    ],
    [
      'a claim in a month after its publication',
      '/claims/0/said',
      '2020-03',
      '“2020-03” is later than 2020-02-01, when a source that reports it was published.',
    ],
    [
      'a party that is not there',
      '/claims/0/party',
      'east',
      'There is no party “east” in this dossier.',
    ],
    [
      'a person who is not there',
      '/claims/0/person',
      'nobody',
      'There is no person “nobody” in this dossier.',
    ],
    [
      'an issue that is not there',
      '/claims/0/issue',
      'tunnel',
      'There is no issue “tunnel” in this dossier.',
    ],
    [
      'a position that is not there',
      '/claims/0/position',
      'no',
      'There is no position “no” on “bridge”.',
    ],
    [
      'a source that is not there',
      '/claims/0/citations/0/source',
      'radio',
      'There is no source “radio” in this dossier.',
    ],
    [
      'a coalition that is not there',
      '/parties/1/memberOf/0/party',
      'union',
      'There is no party “union” in this dossier.',
    ],
    [
      'a party that belongs to itself',
      '/parties/1/memberOf/0/party',
      'south',
      'A party cannot belong to itself.',
    ],
    ['a membership that ends first', '/parties/1/memberOf/0/to', '2009', '2009 is before 2010.'],
    [
      'a role for a party that is not there',
      '/people/0/roles/0/party',
      'east',
      'There is no party “east” in this dossier.',
    ],
    ['a role that ends first', '/people/0/roles/0/to', '2012', '2012 is before 2013-02-01.'],
    [
      'a name for a party that is not there',
      '/issues/1/labels/east',
      'x',
      'There is no party “east” in this dossier.',
    ],
    [
      'a topic party that is not there',
      '/topic/parties/0',
      'east',
      'There is no party “east” in this dossier.',
    ],
    ['a party twice in the topic', '/topic/parties/1', 'north', '“north” is there twice.'],
    [
      'a party that observes',
      '/topic/observers/0',
      'north',
      '“north” is a party to the dispute already.',
    ],
    [
      'an entailed position that is not there',
      '/issues/1/positions/1/entails/0',
      'left',
      'There is no position “left” on “where”.',
    ],
    [
      'a position that entails itself',
      '/issues/1/positions/1/entails/0',
      'mill',
      'A position cannot be related to itself.',
    ],
    [
      'an excluded position that is not there',
      '/issues/1/excludes/0/pair/1',
      'left',
      'There is no position “left” on “where”.',
    ],
    [
      'a position that excludes itself',
      '/issues/1/excludes/0/pair/1',
      'up',
      'A position cannot be related to itself.',
    ],
    [
      'positions on a quantity issue',
      '/issues/2/positions',
      [{ slug: 'a', label: 'A' }],
      'An issue of kind quantity is answered by values; it has no positions.',
    ],
    [
      'a unit on an options issue',
      '/issues/1/unit',
      'm',
      'Only quantity and date issues have a unit.',
    ],
    [
      'a value on an options issue',
      '/claims/0/value',
      { min: 1, max: 2 },
      '“bridge” is of kind yes-no: give a position, not a value.',
    ],
    [
      'a position on a quantity issue',
      '/claims/1/position',
      'up',
      '“cost” is of kind quantity: give a value, not a position.',
    ],
    [
      'no position',
      '/claims/0/position',
      undefined,
      'A claim that affirms needs a position; only one that declines may lack it.',
    ],
    [
      'no value',
      '/claims/1/value',
      undefined,
      'A claim that denies needs a value; only one that declines may lack it.',
    ],
    ['a value with one end', '/claims/1/value/max', undefined, 'This field is missing.'],
    ['a value with no end', '/claims/1/value/min', null, 'Give min, max, or both; not both null.'],
    ['a value upside down', '/claims/1/value', { min: 3, max: 2 }, 'min (3) is more than max (2).'],
    [
      'a day on a quantity issue',
      '/claims/1/value/min',
      '2020-01-01',
      '“cost” is of kind quantity: give a number.',
    ],
    [
      'a number on a date issue',
      '/claims/2/value/min',
      2021,
      '“when” is of kind date: give a day like 2015-12-15.',
    ],
    [
      'a month on a date issue',
      '/claims/2/value/min',
      '2021-01',
      '“when” is of kind date: give a day like 2015-12-15.',
    ],
    [
      'a search on no day',
      '/searches/0/on',
      '2020-03',
      '“2020-03” is not a day. Use one like 2015-12-15.',
    ],
    [
      'a search for nobody',
      '/searches/0/party',
      'east',
      'There is no party “east” in this dossier.',
    ],
    [
      'a dismissal without a reason',
      '/reviews/0/reason',
      undefined,
      'A verdict of no conflict needs a reason.',
    ],
    [
      'a review of an issue that is not there',
      '/reviews/0/issue',
      'tunnel',
      'There is no issue “tunnel” in this dossier.',
    ],
    [
      'a contradiction between nobody',
      '/contradictions/0/a/party',
      'east',
      'There is no party “east” in this dossier.',
    ],
    [
      'a revision without a number',
      '/history/0/seq',
      0,
      'A sequence number is a whole number from 1.',
    ],
    [
      'a revision of something unheard of',
      '/history/5/entity',
      'opinion',
      'Use “topic”, “party”, “person”, “source”, “issue”, “claim”, “search”, “reply”.',
    ],
    ['a revision to a text', '/history/5/after', 'gone', 'Give an object, not “gone”.'],
    ['a revision to nothing', '/history/5/after', undefined, 'This field is missing.'],
    [
      'a revision to something without a needed field',
      '/history/5/after/stance',
      undefined,
      'This field is missing.',
    ],
    [
      'a revision from something that could not be',
      '/history/7/before/said',
      'yesterday',
      '“yesterday” is not a date. Use 2015-12-15, 2015-12, 2015, or a span such as 2015-10/2015-12.',
    ],
    [
      'a captured text in a revision',
      '/history/3/after/capture/text',
      TEXT,
      'There is no such field. Take it away, or correct its name.',
    ],
    [
      'an action that is none',
      '/history/5/action',
      'deleted',
      'Use “created”, “revised”; not “deleted”.',
    ],
    [
      'a thing created twice',
      '/history/7/action',
      'created',
      'By its place in the history this claim was revised here.',
    ],
    [
      'a revision that does not say from what',
      '/history/7/before',
      undefined,
      'Say what the claim “c1” was before it was revised.',
    ],
    [
      'something before the beginning',
      '/history/1/before',
      fullDossier().parties[0],
      'Nothing was there before the party “north” was created.',
    ],
    [
      'a revision of one thing to another',
      '/history/5/slug',
      'c2',
      'What stands in “after” is not of the claim “c2”.',
    ],
    [
      'a search under another name',
      '/history/6/slug',
      'south',
      'What stands in “after” is not of the search “south”.',
    ],
    [
      'the history of another topic',
      '/history/0/slug',
      'elsewhere',
      'The topic of this dossier is “bridge”.',
    ],
  ])('%s', (_, path, value, message) => {
    const wanted =
      message.startsWith('Give min, max') || message.startsWith('min (') ? '/claims/1/value' : path
    expect(faultsOf(changed(fullWithHistory(), path, value))).toContain(`${wanted} ${message}`)
  })

  test('a revision that names a text that is not there', () => {
    const hash = sha256('x')
    expect(faultsOf(changed(fullWithHistory(), '/history/3/after/capture/sha256', hash))).toEqual([
      `/history/3/after The text ${hash} of “gazette” is not in this dossier.`,
    ])
  })

  test('a history whose numbers say another order than its actions', () => {
    expect(faultsOf(changed(fullWithHistory(), '/history/5/seq', 9))).toEqual([
      '/history/7/action By its place in the history this claim was created here.',
      '/history/7/before Nothing was there before the claim “c1” was created.',
      '/history/5/action By its place in the history this claim was revised here.',
      '/history/5/before Say what the claim “c1” was before it was revised.',
    ])
  })

  test('a slug that is there twice, in every list', () => {
    const dossier = fullDossier()
    for (const list of ['parties', 'people', 'sources', 'issues', 'claims'] as const) {
      const twice = { ...dossier, [list]: [...dossier[list], dossier[list][0]] }
      const { slug } = dossier[list][0] ?? { slug: '' }
      expect(faultsOf(twice)).toContain(
        `/${list}/${dossier[list].length}/slug “${slug}” is there twice.`,
      )
    }
  })

  test('relations nobody could hold, by the chain', () => {
    const dossier = changed(fullDossier(), '/issues/1/positions/1/entails', ['up', 'down'])
    expect(faultsOf(dossier)).toEqual([
      '/issues/1 Nobody could hold “At the mill”: yes to “At the mill”, so yes to “Upstream”, ' +
        'so no to “Downstream”, so no to “At the mill”. Take one of these relations away.',
    ])
  })

  test('a field given twice, which JSON.parse would not notice', () => {
    const text = JSON.stringify(fullDossier()).replace('"slug":"c1"', '"slug":"c1","slug":"c9"')
    expect(parseDossier(text)).toEqual({
      ok: false,
      errors: [{ path: '/claims/0/slug', message: 'This field is given twice.' }],
    })
  })

  test('everything at once, up to fifty faults', () => {
    const dossier = fullDossier()
    const broken = {
      ...dossier,
      claims: dossier.claims.map((c) => ({ ...c, stance: 'x', form: 'y' })),
    }
    expect(faultsOf(broken)).toHaveLength(8)
    const many = Array.from({ length: 80 }, (_, i) => ({
      ...dossier.claims[3],
      slug: `d${i}`,
      party: 'east',
    }))
    expect(faultsOf({ ...dossier, claims: many })).toHaveLength(50)
  })

  test('a document that is no dossier at all', () => {
    expect(checkDossier(7)).toMatchObject({ ok: false, errors: [{ path: '/' }] })
    expect(parseDossier('null')).toMatchObject({ ok: false, errors: [{ path: '/' }] })
    expect(parseDossier('{"a":')).toMatchObject({ ok: false, errors: [{ path: '/a' }] })
  })
})

describe('what the contract allows is accepted', () => {
  test.each<[string, string, unknown]>([
    ['a claim in the month of its publication', '/claims/0/said', '2020-02'],
    ['a claim without an end, bounded by its publication', '/claims/0/said', '2020-01/..'],
    ['a denial that names no person', '/claims/0/person', undefined],
    ['a decline on a position', '/claims/0/stance', 'declines'],
    ['a decline about a value', '/claims/1/stance', 'declines'],
    ['a single value', '/claims/1/value', { min: 3, max: 3 }],
    ['a source without an address', '/sources/0/url', undefined],
    ['a capture with a day only', '/sources/0/capture/capturedAt', '2020-02-02'],
    ['a language of a script and a region', '/sources/0/language', 'zh-Hant-TW'],
    [
      'marks of direction in a quotation’s translation',
      '/claims/0/citations/0/translation',
      '\u200fنعم\u200e',
    ],
    [
      'an issue without positions yet',
      '/issues/1',
      { slug: 'where', question: 'Where?', nature: 'factual', kind: 'list' },
    ],
    [
      'a slug in another script',
      '/parties/3',
      { slug: 'газета', name: 'Газета', kind: 'newspaper', aliases: [] },
    ],
  ])('%s', (_, path, value) => {
    const dossier = changed(fullDossier(), path, value)
    const withoutPaper = changed(changed(dossier, '/searches', []), '/topic/observers', [])
    expect(faultsOf(withoutPaper)).toEqual([])
  })

  test('a capture with CRLF line ends, kept exactly', () => {
    const text = 'We will build\r\nthe bridge.'
    const capture = { text, capturedAt: '2020-02-02', sha256: sha256(text) }
    const cited = changed(fullDossier(), '/sources/0/capture', capture)
    const dossier = changed(cited, '/claims/2/citations/0/quote', undefined)
    const parsed = parseDossier(JSON.stringify(dossier))
    expect(parsed.ok && parsed.dossier.sources[0]?.capture?.text).toBe(text)
  })
})

/** Every place in a document, with what is there. */
function placesIn(value: unknown, path = ''): { path: string; value: unknown }[] {
  const own = path === '' ? [] : [{ path, value }]
  if (typeof value !== 'object' || value === null) return own
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, `${path}/${key}`)),
  ]
}

test('any change to any place is read or refused, never anything else', () => {
  const places = placesIn(fullWithHistory())
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(undefined, '', 'c1', 'yes', '2020', '\u0000', -1, 1e308, [], {}, null),
  )
  fc.assert(
    fc.property(fc.constantFrom(...places), junk, ({ path }, value) => {
      const parsed = parseDossier(JSON.stringify(changed(fullWithHistory(), path, value)))
      const isTold =
        !parsed.ok && parsed.errors.every((e) => e.path.startsWith('/') && e.message !== '')
      expect(parsed.ok || isTold).toBe(true)
    }),
    seeded(2000),
  )
})

test('an unknown field is named wherever it stands', () => {
  const objects = placesIn(fullWithHistory()).filter(
    ({ path, value }) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !path.endsWith('labels'),
  )
  for (const { path } of objects) {
    expect(faultsOf(changed(fullWithHistory(), `${path}/surplus`, 1))).toContain(
      `${path}/surplus There is no such field. Take it away, or correct its name.`,
    )
  }
})

test('texts cut off anywhere are refused', () => {
  const text = JSON.stringify(fullDossier())
  const dice = diceOf(1)
  for (let i = 0; i < 300; i++) {
    expect(parseDossier(text.slice(0, dice.int(text.length))).ok).toBe(false)
  }
})

describe('the days of a claim', () => {
  test('end with the earliest publication that reports it', () => {
    const month = parseDate('2015-12')
    expect(claimDays(month, ['2015-12-15', '2015-12-20'])).toEqual({
      earliest: '2015-12-01',
      latest: '2015-12-15',
    })
    expect(claimDays(month, ['2016-01-31'])).toEqual({
      earliest: '2015-12-01',
      latest: '2015-12-31',
    })
    expect(claimDays(parseDate('2015-12/..'), ['infinity', '2015-12-20'])?.latest).toBe(
      '2015-12-20',
    )
    expect(claimDays(parseDate('2015-12/..'), ['infinity'])?.latest).toBe('infinity')
  })

  test('are none when it would be later than a publication', () => {
    expect(claimDays(parseDate('2015-12-16'), ['2015-12-15', '2016-01-01'])).toBeUndefined()
    expect(claimDays(parseDate('2015-12-15'), ['2015-12-15'])).toEqual({
      earliest: '2015-12-15',
      latest: '2015-12-15',
    })
  })
})

test('an issue becomes a model with its relations spelled out', () => {
  const { positions, relations } = modelOf(fullDossier().issues[1] ?? fail())
  expect(positions.map((p) => p.slug)).toEqual(['up', 'mill', 'down'])
  expect(relations).toEqual([
    { kind: 'entails', from: 'mill', to: 'up' },
    { kind: 'contradictory', from: 'up', to: 'down' },
    { kind: 'contrary', from: 'mill', to: 'down' },
  ])
})

test('a claim becomes what the logic needs', () => {
  const { claims, sources } = fullDossier()
  expect(claimOf(claims[0] ?? fail(), sources)).toEqual({
    slug: 'c1',
    issue: 'bridge',
    party: 'north',
    person: 'mayor',
    position: 'yes',
    stance: 'affirms',
    bearing: 'states',
    form: 'direct quotation',
    said: '2020-01',
    earliest: '2020-01-01',
    latest: '2020-01-31',
    condition: 'if the south pays half',
    scope: { earliest: '2020-01-01', latest: 'infinity' },
    withdrawn: true,
  })
  expect(claimOf(claims[3] ?? fail(), sources)).toMatchObject({
    bearing: 'states',
    withdrawn: false,
  })
  expect(() => claimOf({ ...(claims[3] ?? fail()), said: '2021' }, sources)).toThrow(RangeError)
})

function fail(): never {
  throw new Error('the fixture lacks this')
}
