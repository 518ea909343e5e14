import { describe, expect, test } from 'vitest'
import { Examples } from '#server/domain/similarity.ts'

const examples = new Examples([
  { issue: 'strikes', text: 'Whom should air strikes hit?' },
  { issue: 'strikes', position: 'two', text: 'Only the two listed groups' },
  { issue: 'strikes', position: 'all', text: 'Every armed group, whatever its name' },
  { issue: 'leader', text: 'Must the president go?' },
  { issue: 'leader', position: 'stay', text: 'Президент остаётся до выборов' },
])

describe('what a sentence is likely about', () => {
  test('is what shares its rare words, the likeliest first', () => {
    const found = examples.likeliest('Strikes hit every armed group in that valley.')
    expect(found.map(({ issue, position }) => [issue, position])).toEqual([
      ['strikes', 'all'],
      ['strikes', undefined],
    ])
    expect(found[0]?.likeness).toBeGreaterThan(found[1]?.likeness ?? 1)
  })

  test('is found in any script, whatever the case', () => {
    expect(examples.likeliest('ПРЕЗИДЕНТ ушёл')[0]).toMatchObject({ position: 'stay' })
  })

  test('is nothing where no word is shared, or nothing is on record', () => {
    expect(examples.likeliest('Rain fell.')).toEqual([])
    expect(new Examples([]).likeliest('Anything')).toEqual([])
    expect(examples.likeliest('')).toEqual([])
  })

  test('is itself, wholly', () => {
    expect(examples.likeliest('Whom should air strikes hit?')[0]?.likeness).toBeCloseTo(1)
  })
})
