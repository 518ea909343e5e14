import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWording } from '#server/domain/differing-words.ts'
import { seeded } from '#test/support/seeded.ts'

const marked = (a: string, b: string) => {
  const wording = compareWording(a, b)
  const show = (parts: readonly { text: string; kind: string }[] = []) =>
    parts.map(({ text, kind }) => (kind === 'same' ? text : `[${text}]`)).join('')
  return wording && [show(wording.a), show(wording.b)]
}

describe('two statements word by word', () => {
  test('mark what only one of them says', () => {
    expect(marked('Strikes hit every armed group', 'Strikes hit only one group')).toEqual([
      'Strikes hit [every armed] group',
      'Strikes hit [only one] group',
    ])
  })

  test('are told apart in Russian, Arabic and Chinese too', () => {
    expect(marked('Удары наносятся по всем группам', 'Удары наносятся по двум группам')).toEqual([
      'Удары наносятся по [всем] группам',
      'Удары наносятся по [двум] группам',
    ])
    expect(marked('الغارات تستهدف كل الجماعات', 'الغارات تستهدف بعض الجماعات')?.[0]).toContain(
      '[كل]',
    )
    expect(marked('空袭针对所有武装团体', '空袭针对两个武装团体')).toHaveLength(2)
  })

  test('are not compared where they have little in common, or are long', () => {
    expect(compareWording('He must leave now', 'Talks begin in January')).toBeUndefined()
    expect(compareWording('', 'Anything')).toBeUndefined()
    expect(compareWording('a '.repeat(2000), 'a')).toBeUndefined()
  })

  test('keep every character of both', () => {
    const sentence = fc
      .array(fc.constantFrom('all', 'groups', 'ДА', 'не', 'نعم', ',', ' ', '  ', '😀', 'no'), {
        maxLength: 12,
      })
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const wording = compareWording(a, b)
        if (wording === undefined) return
        const text = (parts: readonly { text: string }[]) => parts.map((p) => p.text).join('')
        expect([text(wording.a), text(wording.b)]).toEqual([a, b])
      }),
      seeded(300),
    )
  })
})
