import { describe, expect, test } from 'vitest'
import { describeDate } from '#server/domain/date-words.ts'

describe('a date in words', () => {
  const words: readonly [string, string][] = [
    ['2015-12-15', '15 December 2015'],
    ['2015-12', 'December 2015'],
    ['2015', '2015'],
    ['0987', '987'],
    ['2015-12~', 'about December 2015'],
    ['2015-12-15?', 'perhaps 15 December 2015'],
    ['2015%', 'perhaps about 2015'],
    ['2015-12-XX', 'an unknown day of December 2015'],
    ['2015-XX', 'an unknown month of 2015'],
    ['2015-XX-XX', 'an unknown day of 2015'],
    ['201X', 'the 2010s'],
    ['20XX', 'between 2000 and 2099'],
    ['2015-23', 'autumn 2015'],
    ['2015-12-15T10:30:00.250Z', '15 December 2015, 10:30 UTC'],
    ['2015-12-15T10:30:00Z', '15 December 2015, 10:30 UTC'],
    ['2015-12-15T10:30+03:00', '15 December 2015, 10:30 UTC+03:00'],
    ['2015-12-09/2015-12-10', '9 to 10 December 2015'],
    ['2015-11-30/2015-12-02', '30 November to 2 December 2015'],
    ['2015-10/2015-12', 'October to December 2015'],
    ['2015-12-09/2016-01-10', '9 December 2015 to 10 January 2016'],
    ['2014/2015', '2014 to 2015'],
    ['2015-10~/2015-12', 'about October 2015 to December 2015'],
    ['2015-12-15/2015-12-15', '15 December 2015'],
    ['2015-10/..', 'since October 2015'],
    ['../2015-10', 'until October 2015'],
    ['2015-10/', 'from October 2015, end not known'],
    ['/2015-10', 'until October 2015, start not known'],
    ['2015-13', '2015-13'],
    ['soon', 'soon'],
    ['2015/2016/2017', '2015/2016/2017'],
  ]
  for (const [text, expected] of words)
    test(`${text} is “${expected}”`, () => expect(describeDate(text)).toBe(expected))

  test('months are three letters where space is short', () => {
    expect(describeDate('2015-09-02', { short: true })).toBe('2 Sep 2015')
    expect(describeDate('2015-09-30/2015-10-02', { short: true })).toBe('30 Sep to 2 Oct 2015')
  })
})
