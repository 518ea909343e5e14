import fc from 'fast-check'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseJson, pointerOf } from '#server/domain/json-text.ts'
import { seeded } from '#test/support/seeded.ts'

const faultsOf = (text: string) => {
  const parsed = parseJson(text)
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path} ${message}`)
}

const rewritten = (text: string): string | undefined => {
  const parsed = parseJson(text)
  return parsed.ok ? JSON.stringify(parsed.value) : undefined
}

const asJsonParseReads = (text: string): string | undefined => {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return undefined
  }
}

test('whatever JSON.stringify writes is read as it was', () => {
  const anyValue = fc.jsonValue({ maxDepth: 5 })
  fc.assert(
    fc.property(anyValue, fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent)
      fc.pre(!/__proto__|\\u|[\u007f-\u009f]/.test(text))
      expect(rewritten(text)).toBe(JSON.stringify(value))
    }),
    seeded(1000),
  )
})

test('any other text is refused, and what is accepted JSON.parse accepts', () => {
  const soup = fc.string({
    unit: fc.constantFrom(...Array.from('{}[]",:\\u0e+-.1 tfn\n')),
    maxLength: 20,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string(), soup), (text) => {
      expect([undefined, asJsonParseReads(text)]).toContain(rewritten(text))
    }),
    seeded(3000),
  )
})

test('a byte order mark in front is skipped', () => {
  expect(parseJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } })
})

describe('a syntax error gives line, column, and where in the document', () => {
  test.each([
    ['', '/ Not valid JSON (line 1, column 1): expected a value, but the text ends.'],
    ['{"a": [1,\n 2,]}', '/a/2 Not valid JSON (line 2, column 4): expected a value, found “]”.'],
    ['{"a": 1 "b": 2}', '/ Not valid JSON (line 1, column 9): expected “,” or “}”, found “"”.'],
    ['{"a": 1,}', '/ Not valid JSON (line 1, column 9): expected a key in quotes, found “}”.'],
    ['{a: 1}', '/ Not valid JSON (line 1, column 2): expected a key in quotes, found “a”.'],
    ['{"a" 1}', '/ Not valid JSON (line 1, column 6): expected “:”, found “1”.'],
    ['{"a": 01}', '/ Not valid JSON (line 1, column 8): expected “,” or “}”, found “1”.'],
    ['{"a": 😀}', '/a Not valid JSON (line 1, column 7): expected a value, found “😀”.'],
    ['{} {}', '/ Not valid JSON (line 1, column 4): Something follows the end of the document.'],
    ['["abc', '/0 Not valid JSON (line 1, column 2): a text begins here and never ends.'],
    ['["a\\"', '/0 Not valid JSON (line 1, column 2): a text begins here and never ends.'],
    [
      '["a\nb"]',
      '/0 Not valid JSON (line 1, column 4): a raw control character or an unknown escape inside a text.',
    ],
    [
      '["a\\x"]',
      '/0 Not valid JSON (line 1, column 4): a raw control character or an unknown escape inside a text.',
    ],
    [
      '["\\u12"]',
      '/0 Not valid JSON (line 1, column 3): a raw control character or an unknown escape inside a text.',
    ],
  ])('%j', (text, message) => {
    expect(faultsOf(text)).toEqual([message])
  })
})

describe('what would say something else than its file is refused', () => {
  test.each([
    ['{"a":{"b":1,"b":2}}', ['/a/b This field is given twice.']],
    ['{"a":1,"\\u0061":2}', ['/a This field is given twice.']],
    ['{"__proto__":{"x":1}}', ['/__proto__ No field may have this name.']],
    ['{"n":9007199254740993}', ['/n 9007199254740993 is too large a number to be kept exactly.']],
    ['{"n":1e999}', ['/n 1e999 is too large a number to be kept exactly.']],
    ['["ab\\u0000"]', ['/0 This contains an invisible NUL character at position 3.']],
    ['["😀\\ud800x"]', ['/0 This contains a broken character at position 2.']],
    ['["\\u001b[0m"]', ['/0 This contains the control character U+001B at position 1.']],
    ['["\\u0085"]', ['/0 This contains the control character U+0085 at position 1.']],
    ['["tab\\t lf\\n cr\\r"]', []],
    [
      '{"a/b":{"c~d":"\\u0000"}}',
      ['/a~1b/c~0d This contains an invisible NUL character at position 1.'],
    ],
  ])('%s', (text, messages) => {
    expect(faultsOf(text)).toEqual(messages)
  })

  test('so is a document nested deeper than 32 levels, however deep', () => {
    expect(faultsOf('['.repeat(32) + ']'.repeat(32))).toEqual([])
    expect(faultsOf('['.repeat(34) + ']'.repeat(34))[0]).toContain('nested deeper than 32 levels')
    expect(faultsOf('[{"a":'.repeat(100_000))[0]).toContain('nested deeper than 32 levels')
  })

  test('and all such faults are told at once', () => {
    expect(faultsOf('{"a":1,"a":1,"b":"\\u0000","c":1e999}')).toHaveLength(3)
  })
})

test('minus zero is zero', () => {
  const parsed = parseJson('-0')
  expect(parsed.ok && Object.is(parsed.value, 0)).toBe(true)
})

test('a pointer escapes what it must', () => {
  expect(pointerOf([])).toBe('/')
  expect(pointerOf(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d')
})

const suite = '../shared/data/naughty/jsontestsuite/test_parsing'
test.skipIf(!existsSync(suite))(
  'the JSON test suite is answered as JSON.parse answers it, or refused',
  () => {
    let accepted = 0
    for (const file of readdirSync(suite)) {
      const text = readFileSync(`${suite}/${file}`, 'utf8')
      const allowed = file.startsWith('n_')
        ? [undefined]
        : [undefined, asJsonParseReads(text.replace(/^\uFEFF/, ''))]
      expect(allowed, file).toContain(rewritten(text))
      if (file.startsWith('y_')) accepted += rewritten(text) === undefined ? 0 : 1
    }
    expect(accepted).toBeGreaterThan(80)
  },
)
