import { describe, expect, test } from 'vitest'
import { slugFor } from '#server/domain/slugs.ts'

describe('a slug for a new thing', () => {
  const none = new Set<string>()
  test.each([
    ['United States', 'united-states'],
    ['Zoë Ångström', 'zoe-angstrom'],
    ['Россия', 'rossiya'],
    ['Łódź & Straße', 'lodz-strasse'],
    ["People's Front (1970)", 'peoples-front-1970'],
    [
      'What should become of President Assad and of his army?',
      'what-should-become-of-president-assad',
    ],
  ])('of “%s” is %s', (name, slug) => expect(slugFor(name, 'party', none)).toBe(slug))

  test('is numbered where the name has no simple Latin form', () => {
    expect(slugFor('سوريا', 'party', new Set(['a', 'b']))).toBe('party-3')
    expect(slugFor('中国 (1)', 'party', new Set(['party-2']))).toBe('party-3')
    expect(slugFor('…', 'issue', none)).toBe('issue-1')
  })

  test('is one that nothing has', () => {
    expect(slugFor('North', 'party', new Set(['north', 'north-2']))).toBe('north-3')
    expect(slugFor('س', 'party', new Set(['party-2', 'x']))).toBe('party-3')
  })

  test('is short, also of one long word', () => {
    expect(slugFor('x'.repeat(300), 'party', none)).toBe('x'.repeat(40))
  })
})
