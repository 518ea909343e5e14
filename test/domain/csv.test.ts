import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsvLine } from '#server/domain/csv.ts'
import { seeded } from '#test/support/seeded.ts'

test('a line of CSV reads back as its cells, and no cell begins a formula', () => {
  const start = fc.constantFrom(
    '',
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '＝',
    '＋',
    '－',
    '＠',
    '"',
    "'",
  )
  const cell = fc.tuple(start, fc.string()).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      const line = writeCsvLine(cells)
      expect(line.endsWith('"\r\n')).toBe(true)
      const read = line.slice(1, -3).split('","')
      // What was split inside a cell has an odd number of quotation marks on each side.
      const joined = read.reduce<string[]>((all, part) => {
        const last = all.at(-1)
        const isOpen = last !== undefined && (last.match(/"/g)?.length ?? 0) % 2 === 1
        return isOpen ? [...all.slice(0, -1), `${last}","${part}`] : [...all, part]
      }, [])
      const texts = joined.map((text) => text.replaceAll('""', '"'))
      expect(texts.map((text, i) => (text === `'${cells[i]}` ? cells[i] : text))).toEqual(cells)
      for (const text of texts) expect(text).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }),
    seeded(500),
  )
})
