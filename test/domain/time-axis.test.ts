import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutAxis } from '#server/domain/time-axis.ts'
import { seeded } from '#test/support/seeded.ts'

const labels = (days: string[], most = 8) => layOutAxis(days, most).ticks.map(({ date }) => date)

describe('an axis of time', () => {
  test('names days, months or years, as fine as there is room', () => {
    expect(labels(['2015-12-15', '2015-12-18'])).toEqual([
      '2015-12-15',
      '2015-12-16',
      '2015-12-17',
      '2015-12-18',
    ])
    expect(labels(['2015-09-02', '2015-12-15'], 5)).toEqual(['2015-10', '2015-11', '2015-12'])
    expect(labels(['2011-08-18', '2015-12-15'], 5)).toEqual(['2012', '2013', '2014', '2015'])
    expect(labels(['0001-01-01', '9999-12-31'], 4).length).toBeGreaterThan(0)
  })

  test('puts one day in the middle and names it', () => {
    const axis = layOutAxis(['2015-12-15'], 8)
    expect(axis.placeOf('2015-12-15')).toBe(0.5)
    expect(axis.ticks).toEqual([{ day: '2015-12-15', date: '2015-12-15' }])
  })

  test('puts open ends at the ends', () => {
    const axis = layOutAxis(['2015-01-01', '2015-12-31'], 8)
    expect([axis.placeOf('-infinity'), axis.placeOf('infinity')]).toEqual([0, 1])
  })

  test('keeps the order of days, within 0 and 1, with few ticks, all on it', () => {
    const day = fc
      .date({ min: new Date('0002-01-01'), max: new Date('9990-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 12 }),
        (days, most) => {
          const axis = layOutAxis(days, most)
          const places = days.toSorted().map(axis.placeOf)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
          expect(places.every((place) => place >= 0 && place <= 1)).toBe(true)
          expect(axis.ticks.length).toBeGreaterThan(0)
          expect(axis.ticks.length).toBeLessThanOrEqual(most)
          for (const tick of axis.ticks)
            expect(tick.day >= axis.from && tick.day <= axis.to).toBe(true)
          expect(new Set(axis.ticks.map(({ date }) => date)).size).toBe(axis.ticks.length)
        },
      ),
      seeded(200),
    )
  })
})
