import { describe, expect, test } from 'vitest'
import { DateText, describeInstant } from '#views/shared/date-text.tsx'

test('an instant is given in UTC', () => {
  expect(describeInstant(new Date('2026-11-24T06:55:31Z'))).toBe('24 November 2026, 06:55 UTC')
})

describe('each date has an element that machines read', () => {
  const shown = (date: string) => String(<DateText date={date} />)
  test('a day, and both ends of a span', () => {
    expect(shown('2015-12-15')).toBe(
      '<span class="date"><time datetime="2015-12-15">15 December 2015</time></span>',
    )
    expect(shown('2015-12-09/2015-12-10')).toBe(
      '<span class="date"><time datetime="2015-12-09">9</time> to <time datetime="2015-12-10">10 December 2015</time></span>',
    )
  })
  test('what is uncertain is said outside it', () => {
    expect(shown('2015-12~')).toBe(
      '<span class="date">about <time datetime="2015-12">December 2015</time></span>',
    )
    expect(shown('201X')).toBe('<span class="date">the 2010s</span>')
  })
  test('a text that is no date is shown as text', () => {
    expect(shown('<b>')).toBe('<span class="date">&lt;b&gt;</span>')
  })
})
