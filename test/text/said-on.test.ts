import { expect, test } from 'vitest'
import { findSaidOn } from '#server/text/said-on.ts'

/** A Tuesday. */
const published = '2015-12-15'

test.each([
  ['Kerry said on Tuesday that', '2015-12-15'],
  ['Lavrov told reporters Friday', '2015-12-11'],
  ['she said Wednesday', '2015-12-09'],
  ['he said yesterday', '2015-12-14'],
  ['the ministry said today', '2015-12-15'],
  ['the ministry said last week', '2015-12-07/2015-12-13'],
  ['officials said last month', '2015-11'],
  ['officials said this month', '2015-12'],
  ['in early October, Putin said', '2015-10'],
  ['he said in December', '2015-12'],
  ['on 2 Sept. she said', '2015-09-02'],
  ['on September 2 she said', '2015-09-02'],
  ['on Dec. 31 he had said', '2014-12-31'],
  ['on December 31, 2013, he said', '2013-12-31'],
  ['on 3 February 2012 and again on Monday', '2012-02-03'],
])('“%s” is %s', (words, date) => {
  expect(findSaidOn(words, published)).toBe(date)
})

test.each([
  'he said',
  'he may say',
  'on 31 February 2015 he said',
  'in March 2016 he will say',
  'a march on Sundays',
])('“%s” names no day up to then', (words) => {
  expect(findSaidOn(words, published)).toBeUndefined()
})
