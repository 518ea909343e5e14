import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  LONGEST_QUERY,
  MOST_TERMS,
  OPERATORS,
  SEARCH_TYPES,
  parseSearchQuery,
  withoutFilter,
} from '#server/domain/search-query.ts'

const word = fc.stringMatching(/^[a-zа-яا-ي][a-zа-яا-ي0-9]{0,6}$/u)
const value = fc.stringMatching(/^[a-z]{2,6}$/)

/** A part of a query as it is typed, and what it should be read as. */
const part = fc.oneof(
  word.map((text) => ({ typed: text, as: { term: text } })),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((words) => ({ typed: `"${words.join(' ')}"`, as: { phrase: words.join(' ') } })),
  word.map((text) => ({ typed: `-${text}`, as: { excluded: text } })),
  fc
    .tuple(fc.constantFrom('party', 'issue', 'topic', 'speaker', 'source', 'lang'), value)
    .map(([name, text]) => ({ typed: `${name}:${text}`, as: { filter: `${name} ${text}` } })),
  fc
    .tuple(fc.constantFrom('party', 'speaker'), fc.array(value, { minLength: 2, maxLength: 2 }))
    .map(([name, words]) => ({
      typed: `${name}:"${words.join(' ')}"`,
      as: { filter: `${name} ${words.join(' ')}` },
    })),
)

const few = fc.array(part, { maxLength: 6 })

describe('reading a search', () => {
  test('takes every text, within its bounds, and never fails', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 900 })),
        (text) => {
          const { terms, excluded, text: kept } = parseSearchQuery(text)
          expect(terms.length + excluded.length).toBeLessThanOrEqual(MOST_TERMS)
          expect(Array.from(kept).length).toBeLessThanOrEqual(LONGEST_QUERY)
        },
      ),
    )
  })

  test('finds exactly the words, phrases, exclusions and operators that were typed', () => {
    fc.assert(
      fc.property(few, (parts) => {
        const query = parseSearchQuery(parts.map(({ typed }) => typed).join('  '))
        const of = (name: 'term' | 'phrase' | 'excluded' | 'filter') =>
          parts.flatMap(({ as }) => (name in as ? [(as as Record<string, string>)[name]] : []))
        const texts = (isPhrase: boolean) =>
          query.terms.filter((t) => t.isPhrase === isPhrase).map((t) => t.text)
        expect(texts(false)).toEqual(of('term'))
        expect(texts(true)).toEqual(of('phrase'))
        expect(query.excluded.map((t) => t.text)).toEqual(of('excluded'))
        expect(query.named.map(({ name, value: v }) => `${name} ${v}`)).toEqual(of('filter'))
        expect(query.problems).toEqual([])
      }),
    )
  })

  test('takes one operator out and leaves the rest as it is', () => {
    fc.assert(
      fc.property(few, fc.nat(), (parts, n) => {
        const query = parseSearchQuery(parts.map(({ typed }) => typed).join(' '))
        const filter = query.filters[n % Math.max(1, query.filters.length)]
        if (filter === undefined) return
        const left = parseSearchQuery(withoutFilter(query, filter))
        expect(left.filters).toHaveLength(query.filters.length - 1)
        expect(left.terms).toEqual(query.terms)
        expect(left.excluded).toEqual(query.excluded)
      }),
    )
  })

  test('says what it does not understand, and reads the rest', () => {
    const query = parseSearchQuery('colour:red before:2015-13 stance:maybe -party:ru bridge')
    expect(query.terms.map((t) => t.text)).toEqual(['bridge'])
    expect(query.problems).toHaveLength(4)
    expect(query.problems[0]).toContain('there is no “colour:”')
    for (const name of OPERATORS) expect(query.problems[0]).toContain(`${name}:`)
    expect(query.problems[1]).toContain('2015-13')
    expect(query.problems[2]).toContain('affirms')
  })

  test('reads days: before is the first day that is not meant, after the first that is', () => {
    expect(parseSearchQuery('before:2016 after:2015-12')).toMatchObject({
      before: '2016-01-01',
      after: '2015-12-01',
    })
  })

  test.for(['http://example.org/a', '10:30', 'Mission: impossible', 'a:b'])(
    'takes “%s” as words',
    (text) => {
      const { terms, problems } = parseSearchQuery(text)
      expect(terms.map((t) => t.text).join(' ')).toBe(text)
      expect(problems).toEqual([])
    },
  )

  test('reads kinds in the singular, the plural and capitals', () => {
    for (const type of SEARCH_TYPES) expect(parseSearchQuery(`type:${type}`).types).toEqual([type])
    expect(parseSearchQuery('type:People').types).toEqual(['person'])
    expect(parseSearchQuery('TYPE:claims').types).toEqual(['claim'])
  })

  test('cuts what is too long and says by how much', () => {
    const [problem] = parseSearchQuery('x'.repeat(10_000)).problems
    expect(problem).toContain('this has 10,000')
  })
})
