import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAttributions, type Attribution, type Span } from '#server/text/attribution.ts'

/** `source | cue | content / content`, as found. */
function show({ source, cue, content }: Attribution): string {
  return [source?.text ?? '-', cue.text, content.map(({ text }) => text).join(' / ')].join(' | ')
}

const find = (text: string): string[] => findAttributions(text).map(show)

describe('who, by which words, what', () => {
  test.each([
    [
      'a direct quotation',
      'Minister Anna Holt said, “The harbour will reopen in spring.”',
      'Minister Anna Holt | said | “The harbour will reopen in spring.”',
    ],
    [
      'an inverted one',
      '“The harbour will reopen in spring,” said Holt.',
      'Holt | said | “The harbour will reopen in spring,”',
    ],
    [
      'a split one',
      '“The harbour will reopen,” Holt said, “and the town will pay for it.”',
      'Holt | said | “The harbour will reopen,” / “and the town will pay for it.”',
    ],
    [
      'an indirect one with "that"',
      'Officials said that the harbour would reopen in spring.',
      'Officials | said | that the harbour would reopen in spring',
    ],
    [
      'an indirect one without',
      'She said the harbour would reopen in spring.',
      'She | said | the harbour would reopen in spring',
    ],
    [
      '"according to" after',
      'The harbour will reopen in spring, according to the ministry.',
      'the ministry | according to | The harbour will reopen in spring',
    ],
    [
      '"according to" before',
      'According to the ministry, the harbour will reopen in spring.',
      'the ministry | According to | the harbour will reopen in spring',
    ],
    [
      'a mixed one',
      'Holt told reporters the plan was “a gift to nobody” and would fail.',
      'Holt | told | the plan was “a gift to nobody” and would fail',
    ],
  ])('%s', (_form, text, found) => {
    expect(find(text)).toContain(found)
  })

  test('a quotation of several sentences is one content', () => {
    const [found] = findAttributions(
      '“The harbour will reopen. We have the money. Nobody will lose work,” Holt said.',
    )
    expect(found?.content.map(({ text }) => text).join(' ')).toMatch(/^“The harbour.*lose work,”$/)
  })

  test('a source may be missing', () => {
    const found = findAttributions('The harbour was expected to reopen in spring.')
    expect(found.map(({ source }) => source)).toContain(undefined)
  })

  test('an attribution may stand in the content of another', () => {
    const text = 'The report said that officials warned that the harbour would flood.'
    const sources = findAttributions(text).map(({ source }) => source?.text)
    expect(sources).toEqual(['The report', 'officials'])
  })
})

test('offsets are code points', () => {
  const text = '😀👍🏽 Holt said, “The harbour 🛳 will reopen.”'
  const points = Array.from(text)
  const found = findAttributions(text)
  expect(found.length).toBeGreaterThan(0)
  for (const span of found.flatMap(listSpans))
    expect(points.slice(span.start, span.end).join('')).toBe(span.text)
})

test('a language without a model has no attributions', () => {
  expect(findAttributions('Holt said, “The harbour will reopen.”', 'tlh')).toEqual([])
  expect(findAttributions('Holt said, “The harbour will reopen.”', 'en-GB')).not.toEqual([])
})

test.each(['', ' \r\n ', '\uFEFF', '“', '""', '🛳', 'said', 'said '.repeat(2000)])(
  'a text of little sense is no trouble: %j',
  (text) => {
    expect(Array.isArray(findAttributions(text))).toBe(true)
  },
)

const pieces = [
  'Holt',
  'the ministry',
  'said',
  'told reporters',
  'according to',
  'that',
  'believes',
  '“',
  '”',
  '"',
  ',',
  '.',
  '?',
  'the harbour will reopen',
  'мост закрыт',
  '😀',
  '\r\n',
  '\n\n',
]
const anyProse = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((list) => list.join(' '))

test('spans lie within the text, are what stands there, and never share a place', () => {
  fc.assert(
    fc.property(anyProse, (text) => {
      const points = Array.from(text)
      for (const found of findAttributions(text)) {
        const spans = listSpans(found)
        for (const { start, end, text: covered } of spans) {
          expect(start).toBeLessThan(end)
          expect(points.slice(start, end).join('')).toBe(covered)
        }
        const ordered = found.content.toSorted((one, other) => one.start - other.start)
        expect(found.content).toEqual(ordered)
        for (const [at, { start }] of found.content.slice(1).entries())
          expect(found.content[at]!.end).toBeLessThanOrEqual(start)
      }
    }),
  )
})

test('cues come in the order of the text, and the same text gives the same', () => {
  fc.assert(
    fc.property(anyProse, (text) => {
      const found = findAttributions(text)
      const starts = found.map(({ cue }) => cue.start)
      expect(starts).toEqual(starts.toSorted((one, other) => one - other))
      expect(findAttributions(text)).toEqual(found)
    }),
  )
})

function listSpans({ source, cue, content }: Attribution): Span[] {
  return source === undefined ? [cue, ...content] : [source, cue, ...content]
}
