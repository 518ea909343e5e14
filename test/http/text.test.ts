import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUrlEncoded } from '#server/http/form.ts'
import { optionalText, plainText } from '#server/http/text.ts'

const quote = plainText({ label: 'Quote', max: 20, multiline: true, keepEnds: true })
const name = plainText({ label: 'Name', max: 20, refuseBidi: true })

const saysOf = (schema: typeof quote, text: unknown) => {
  const parsed = schema.safeParse(text)
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message).join(' ')
}

describe('a text names what is wrong with it, and where', () => {
  const cases: readonly [string, typeof quote, unknown, string][] = [
    [
      'NUL',
      quote,
      'a\0b',
      'Quote contains an invisible NUL character at position 2. Remove it and save again.',
    ],
    [
      'half a surrogate pair',
      quote,
      'a😀\ud800',
      'Quote contains a broken character at position 3. Paste the text again.',
    ],
    [
      'a control character',
      quote,
      'a\u001bb',
      'Quote contains the control character U+001B at position 2. Remove it and save again.',
    ],
    [
      'a C1 control character',
      quote,
      '\u0085',
      'Quote contains the control character U+0085 at position 1. Remove it and save again.',
    ],
    [
      'a lone CR',
      quote,
      'a\rb',
      'Quote contains the control character U+000D at position 2. Remove it and save again.',
    ],
    ['nothing', quote, '', 'Enter the quote.'],
    ['not there at all', quote, undefined, 'Enter the quote.'],
    ['white space', quote, ' \u00a0\t\n', 'Enter the quote.'],
    ['zero-width only', quote, '\u200b\u2060\ufeff', 'Enter the quote.'],
    ['a filler that looks empty', quote, '\u3164\u2800', 'Enter the quote.'],
    [
      'too long',
      quote,
      'x'.repeat(1021),
      'Quote is 1,021 characters; at most 20. Shorten it by 1,001.',
    ],
    [
      'two lines in a name',
      name,
      'a\nb',
      'Name contains a line break at position 2. Write it on one line.',
    ],
    [
      'a bidi override in a name',
      name,
      'abc\u202edef',
      'Name contains the hidden direction mark U+202E at position 4. Remove it and save again.',
    ],
  ]
  for (const [what, schema, text, says] of cases)
    test(what, () => expect(saysOf(schema, text)).toBe(says))
})

describe('a text is kept as it is', () => {
  test('save line ends, and white space round a name', () => {
    expect(saysOf(quote, ' a\r\nb\t')).toBe(' a\nb\t')
    expect(saysOf(name, '  Ana ')).toBe('Ana')
    expect(saysOf(quote, 'مرحبا\u200f!')).toBe('مرحبا\u200f!')
  })

  test('an optional one that shows nothing is left out', () => {
    const note = optionalText({ label: 'Note', max: 10 })
    expect(note.parse('\u200b ')).toBeUndefined()
    expect(note.parse(undefined)).toBeUndefined()
    expect(note.parse(' x ')).toBe('x')
    expect(note.safeParse('a\0').success).toBe(false)
  })

  test('whatever well-formed text a form sends comes out of its bytes again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), {
          maxLength: 20,
        }),
        (pairs) => {
          const body = new TextEncoder().encode(new URLSearchParams(pairs).toString())
          const expected = new Map<string, string[]>()
          for (const [key, value] of new URLSearchParams(pairs))
            expected.set(key, [...(expected.get(key) ?? []), value])
          expect(new Map(parseUrlEncoded(body).fields)).toEqual(expected)
        },
      ),
    )
  })

  test('bytes that are no UTF-8 are told, with their place; a replacement character that was typed is not', () => {
    const sent = parseUrlEncoded(new TextEncoder().encode('a=x%FFy&b=%EF%BF%BD&__proto__=1'))
    expect([...sent.broken]).toEqual([['a', 2]])
    expect(sent.fields.get('b')).toEqual(['\ufffd'])
    expect(sent.fields.get('__proto__')).toEqual(['1'])
  })
})
