import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contextAround,
  countCodePoints,
  cutAt,
  findQuotation,
  prepareText,
} from '#server/domain/quotations.ts'
import { seeded } from '#test/support/seeded.ts'

const slice = (text: string, start: number, end: number) =>
  Array.from(text).slice(start, end).join('')

describe('a quotation is found', () => {
  test.each([
    ['as it stands', 'He said no to it.', 'said no', 'said no'],
    [
      'broken across a line',
      'We will not\n   wait, he said.',
      'will not wait',
      'will not\n   wait',
    ],
    ['with other white space', 'a b　c\r\n\td', 'a b c d', 'a b　c\r\n\td'],
    ['with white space around it', 'We will not wait.', '  not wait.\n', 'not wait.'],
    ['with typographic marks for plain ones', 'It said “don’t”.', '"don\'t"', '“don’t”'],
    ['with plain marks for typographic ones', 'It said "don\'t".', '„don‘t“', '"don\'t"'],
    [
      'in Russian, with its own marks',
      'Он заявил: «Мы не уйдём».',
      '"Мы не уйдём"',
      '«Мы не уйдём»',
    ],
    ['in Arabic', 'قال: ”لن نرحل أبدًا“ اليوم', 'لن نرحل أبدًا', 'لن نرحل أبدًا'],
    ['in Chinese', '他说：“我们不会等待。”', '我们不会等待', '我们不会等待'],
    ['after astral characters', '😀😀 𝒜 says 👨‍👩‍👧 yes', 'says 👨‍👩‍👧', 'says 👨‍👩‍👧'],
    ['composed where the text is decomposed', 'un cafe\u0301 noir', 'café', 'cafe\u0301'],
    ['decomposed where the text is composed', 'un café noir', 'cafe\u0301', 'café'],
    [
      'with marks in another order',
      'q\u0323\u0307 then',
      'q\u0307\u0323 then',
      'q\u0323\u0307 then',
    ],
    [
      'in decomposed Hangul',
      '\u1112\u1161\u11ab\u1100\u1173\u11af',
      '한글',
      '\u1112\u1161\u11ab\u1100\u1173\u11af',
    ],
  ])('%s', (_, text, quote, exact) => {
    const found = findQuotation(text, { quote })
    expect(found?.exact).toBe(exact)
    expect(slice(text, found?.start ?? 0, found?.end ?? 0)).toBe(exact)
  })

  test('with 32 code points of context, whole characters', () => {
    const text = `${'😀'.repeat(40)}here${'é'.repeat(40)}`
    expect(findQuotation(text, { quote: 'here' })).toEqual({
      start: 40,
      end: 44,
      exact: 'here',
      prefix: '😀'.repeat(32),
      suffix: 'é'.repeat(32),
    })
  })

  test('never in part of a letter', () => {
    expect(findQuotation('cafe\u0301', { quote: 'cafe' })).toBeUndefined()
  })

  test('not when other words stand there, nor when it is blank', () => {
    expect(findQuotation('We will wait.', { quote: 'We will not wait.' })).toBeUndefined()
    expect(findQuotation('We will wait.', { quote: 'we will wait.' })).toBeUndefined()
    expect(findQuotation('We will wait.', { quote: ' \n' })).toBeUndefined()
    expect(findQuotation('', { quote: 'x' })).toBeUndefined()
  })

  test('exactly when the folded text contains the folded quotation', () => {
    const unit = fc.constantFrom(
      'a',
      'e',
      'e\u0301',
      '\u0301',
      'é',
      ' ',
      '\n',
      '\u00a0',
      '"',
      '“',
      '’',
      "'",
      '😀',
      '가',
      '\u1100',
      '\u1161',
      '\u11a8',
      'я',
      '\u0323',
      'Å',
      '\u212b',
    )
    const anyText = fc.string({ unit, maxLength: 12 })
    const fold = (text: string) =>
      text.normalize('NFC').replace(/\s+/gu, ' ').replace(/[“]/g, '"').replace(/[’]/g, "'")
    fc.assert(
      fc.property(anyText, fc.string({ unit, minLength: 1, maxLength: 3 }), (text, quote) => {
        expect(prepareText(text).folded).toBe(fold(text))
        const core = fold(quote.trim())
        const found = findQuotation(text, { quote })
        expect(found !== undefined).toBe(core !== '' && fold(text).includes(core))
        if (found === undefined) return
        expect(found.exact).toBe(slice(text, found.start, found.end))
        expect(fold(found.exact)).toContain(core)
      }),
      seeded(3000),
    )
  })
})

describe('among several places', () => {
  const text = 'One: we wait. Two: we wait! Three: we wait? Two: we wait.'
  const startOf = (wanted: Omit<Parameters<typeof findQuotation>[1], 'quote'>) =>
    findQuotation(text, { quote: 'we wait', ...wanted })?.start

  test.each([
    ['the first, when nothing tells them apart', {}, 5],
    ['the one with the prefix', { prefix: 'Three: ' }, 35],
    ['the one with the suffix', { suffix: '!' }, 19],
    ['the one with both', { prefix: 'Two: ', suffix: '.' }, 49],
    ['the one with the prefix, when the suffix is nowhere', { prefix: 'Three: ', suffix: 'x' }, 35],
    ['the one nearest to the start', { start: 30 }, 35],
    [
      'the one nearest to the start among those with the prefix',
      { prefix: 'Two: ', start: 57 },
      49,
    ],
    ['the one nearest to a start beyond the end', { start: 999 }, 49],
    ['the first, when the context is nowhere', { prefix: 'x', suffix: 'y' }, 5],
  ])('%s', (_, wanted, start) => {
    expect(startOf(wanted)).toBe(start)
  })

  test('what was found is found again by its own selectors', () => {
    for (const start of [5, 19, 35, 49]) {
      const found = findQuotation(text, { quote: 'we wait', start })
      expect(found?.start).toBe(start)
      const { prefix, suffix } = found ?? { prefix: '', suffix: '' }
      expect(startOf({ prefix, suffix })).toBe(start)
    }
  })
})

test('a hostile text of two million characters is searched in linear time', () => {
  const text = prepareText('a'.repeat(2_000_000))
  const started = performance.now()
  expect(findQuotation(text, { quote: `${'a'.repeat(9000)}b` })).toBeUndefined()
  expect(findQuotation(text, { quote: 'a'.repeat(9000), start: 1_000_000 })?.start).toBe(1_000_000)
  expect(performance.now() - started).toBeLessThan(5000)
})

describe('context', () => {
  test('shows so many characters on each side', () => {
    expect(contextAround('one two three', { start: 4, end: 7 }, 2)).toEqual({
      before: 'e ',
      exact: 'two',
      after: ' t',
    })
    expect(contextAround('one two three', { start: 4, end: 7 }, 99)).toEqual({
      before: 'one ',
      exact: 'two',
      after: ' three',
    })
  })

  test('never splits a pair, nor a letter from its marks', () => {
    const text = 'e\u0301😀xe\u0301\u0323y'
    expect(contextAround(text, { start: 3, end: 4 }, 2)).toEqual({
      before: '😀',
      exact: 'x',
      after: 'e\u0301\u0323',
    })
    expect(contextAround(text, { start: 3, end: 4 }, 3).before).toBe('e\u0301😀')
  })

  test('is clamped to the text', () => {
    expect(contextAround('abc', { start: 2, end: 99 }, 1)).toEqual({
      before: 'b',
      exact: 'c',
      after: '',
    })
    expect(contextAround('', { start: 3, end: 4 }, 5)).toEqual({ before: '', exact: '', after: '' })
  })
})

test('a text is cut after whole letters', () => {
  expect(cutAt('abc', 2)).toBe('ab')
  expect(cutAt('😀😀', 1)).toBe('😀')
  expect(cutAt('cafe\u0301s', 4)).toBe('cafe\u0301')
  expect(cutAt('abc', 9)).toBe('abc')
})

test('code points are counted, not units', () => {
  expect(countCodePoints('a😀\u0301')).toBe(3)
  expect(countCodePoints('')).toBe(0)
})

test('Chinese and Japanese are found across a broken line, and nothing is lost from what is marked', () => {
  const text = '周敏说：“没有人\n看过预算。”'
  expect(findQuotation(text, { quote: '没有人看过预算' })).toMatchObject({
    start: 5,
    end: 13,
    exact: '没有人\n看过预算',
  })
  expect(findQuotation('没有人看过预算', { quote: '没有人 看过\n预算' })?.exact).toBe(
    '没有人看过预算',
  )
  expect(findQuotation('see 没有人 now', { quote: 'see没有人' })).toBeUndefined()
})
