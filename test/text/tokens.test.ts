import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenise } from '#server/text/tokens.ts'

const words = (text: string): string[] => tokenise(text).map((token) => token.text)

test('words, marks and numbers are tokens', () => {
  expect(words('The quay, shut since 1,204.5 days, re-opens.')).toEqual([
    'The',
    'quay',
    ',',
    'shut',
    'since',
    '1,204.5',
    'days',
    ',',
    're-opens',
    '.',
  ])
})

test('short verbs, possessives and "not" are tokens of their own', () => {
  expect(words("She’s sure the mayor's aides don't and won’t.")).toEqual([
    'She',
    '’s',
    'sure',
    'the',
    'mayor',
    "'s",
    'aides',
    'do',
    "n't",
    'and',
    'wo',
    'n’t',
    '.',
  ])
})

test('abbreviations keep their full stops', () => {
  expect(words('Mr. Ash of the U.S. port')).toEqual(['Mr.', 'Ash', 'of', 'the', 'U.S.', 'port'])
})

test('quotation marks of two characters and runs of dots and dashes are one token', () => {
  expect(words("''No'' -- never...")).toEqual(["''", 'No', "''", '--', 'never', '...'])
})

test('tokens are slices of the text, in order, and leave out white space alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let end = 0
      for (const token of tokenise(text)) {
        expect(text.slice(end, token.start)).toMatch(/^\s*$/u)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        expect(token.end).toBeGreaterThan(token.start)
        ;({ end } = token)
      }
      expect(text.slice(end)).toMatch(/^\s*$/u)
    }),
  )
})
