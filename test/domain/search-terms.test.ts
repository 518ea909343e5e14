import { describe, expect, test } from 'vitest'
import { parseSearchQuery } from '#server/domain/search-query.ts'
import { expandTerms, listRuns, otherNames } from '#server/domain/search-terms.ts'

const assad = {
  run: 'Асад',
  isPerson: true,
  names: ['Bashar al-Assad', 'Башар Асад', 'بشار الأسد'],
}
const isil = { run: 'islamic state', isPerson: false, names: ['Islamic State', 'ISIL', 'داعش'] }

describe('other names', () => {
  test('are those of whoever is named; of a last name the last names', () => {
    expect(otherNames('Асад', [assad])).toEqual(['Assad', 'الأسد'])
    expect(otherNames('islamic state', [isil])).toEqual(['ISIL', 'داعش'])
    expect(otherNames('Асад', [isil])).toEqual([])
  })

  test('are whole names where more than the last name was typed', () => {
    const whole = { ...assad, run: 'Башар Асад' }
    expect(otherNames('Башар Асад', [whole])).toEqual(['Bashar al-Assad', 'بشار الأسد'])
  })

  test('stand beside the longest run of words that is a name', () => {
    const { groups, also } = expandTerms(parseSearchQuery('strikes islamic state hit'), [isil])
    expect(groups).toHaveLength(3)
    expect(groups[1]?.anyOf[0]?.all.map((w) => w.text)).toEqual(['islamic', 'state'])
    expect(groups[1]?.anyOf.slice(1).map(({ all }) => all[0]?.text)).toEqual(['ISIL', 'داعش'])
    expect(also).toEqual(['ISIL', 'داعش'])
  })

  test('are looked up for runs that no phrase interrupts', () => {
    expect(listRuns(parseSearchQuery('a b "c d" e'))).toEqual(['a', 'a b', 'b', 'c d', 'e'])
  })

  test('only the last word may be begun, and no phrase', () => {
    const begun = (q: string) =>
      expandTerms(parseSearchQuery(q), []).groups.flatMap(({ anyOf }) =>
        anyOf.flatMap(({ all }) => all.map(({ isBegun }) => isBegun)),
      )
    expect(begun('one two')).toEqual([false, true])
    expect(begun('one "two three"')).toEqual([false, false])
  })
})
