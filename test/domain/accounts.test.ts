import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMixedScript, nameKey } from '#server/domain/account-names.ts'
import { LIMITS, secondsLeft, windowOf } from '#server/domain/limits.ts'
import { findPasswordFlaw } from '#server/domain/password-strength.ts'

describe('names of people', () => {
  test('that look the same are the same', () => {
    const same = ['Ana Alder', 'ana  alder', 'Ána Alder', 'ＡＮＡ ALDER', 'Ana-Alder', 'Ana Alder.']
    expect(new Set(same.map(nameKey))).toEqual(new Set(['ana alder']))
    expect(nameKey('أنا')).not.toBe(nameKey('آن'))
    expect(nameKey('🙂')).toBe('')
  })

  test('mix no scripts that look alike within a word', () => {
    expect(isMixedScript('Аna Alder')).toBe(true)
    expect(isMixedScript('Ana Αlder')).toBe(true)
    for (const name of ['Ana Alder', 'Анна Ольха', 'Ana Ольха', 'ليلى', '田中 Ana'])
      expect(isMixedScript(name)).toBe(false)
  })
})

describe('a new password', () => {
  test.for<readonly [string, string]>([
    ['too short', 'Kx9!vQ2#pL7'],
    ['one letter', 'a'.repeat(40)],
    ['a common one with digits', 'password123456789'],
    ['a row of keys', 'qwertyuiopasdfghjkl'],
    ['a word twice', 'liverpoolliverpool'],
    ['one’s own name', 'ana alder ana alder'],
    ['the name of the site', 'gainsaygainsaygainsay'],
    ['too long', 'correct horse battery '.repeat(20)],
  ])('is refused when it is %s', async ([, password]) => {
    expect(await findPasswordFlaw(password, ['Ana Alder', 'ana@example.org'])).toBeTypeOf('string')
  })

  test('is taken when it is long and nobody would try it first', async () => {
    for (const password of [
      'marble teapot eleven fog',
      'тёплый кирпич летит боком',
      'xK!9vQ2#pL7wZ4@m',
    ])
      expect(await findPasswordFlaw(password, ['Ana Alder'])).toBeUndefined()
  })
})

describe('a limit', () => {
  test('counts every instant in one window, which ends when it says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(LIMITS)),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (limit, now) => {
          const start = windowOf(limit, now).getTime()
          expect(now.getTime()).toBeGreaterThanOrEqual(start)
          expect(now.getTime()).toBeLessThan(start + limit.windowMs)
          const later = new Date(now.getTime() + secondsLeft(limit, now) * 1000)
          expect(windowOf(limit, later).getTime()).toBe(start + limit.windowMs)
        },
      ),
    )
  })
})
