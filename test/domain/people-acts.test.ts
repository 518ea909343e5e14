import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#server/domain/access.ts'
import {
  type PeopleAct,
  describePeopleAct,
  isNamedIn,
  parsePeopleAct,
  withoutName,
} from '#server/domain/people-acts.ts'

const role = fc.constantFrom(...ROLES)
const act: fc.Arbitrary<PeopleAct> = fc.oneof(
  fc.record({ did: fc.constantFrom('disabled', 'let in') }),
  fc.record({ did: fc.constant('role'), from: role, to: role }),
) as fc.Arbitrary<PeopleAct>
/** Names that look like a part of the clause, too. */
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    'reader (was owner)',
    'the account of',
    'a sign-in link for',
    '$&',
    '(',
    'Ana in again',
  ),
)

test('what was done to an account is read as it was written, whatever the name', () => {
  fc.assert(
    fc.property(act, name, (done, whom) => {
      expect(parsePeopleAct(describePeopleAct(done, whom), whom)).toEqual(done)
    }),
  )
})

test('other clauses of the log tell of no such act', () => {
  for (const what of ['made a sign-in link for Ana', 'set a new password', 'invited Ana as reader'])
    expect(parsePeopleAct(what, 'Ana')).toBeUndefined()
  expect(parsePeopleAct('disabled the account of Ana', 'Bo')).toBeUndefined()
})

test('whoever is or was an editor or an owner is named, and nobody else', () => {
  fc.assert(
    fc.property(act, role, (done, now) => {
      const roles = done.did === 'role' ? [done.from, done.to, now] : [now]
      const decides = roles.some((one) => one === 'editor' || one === 'owner')
      expect(isNamedIn(done, now)).toBe(decides)
    }),
  )
})

describe('a reason without a name', () => {
  test('has neither the whole name in it nor a part, in whatever case', () => {
    expect(withoutName('Ana Alder told us; ANA lied. Banana.', 'Ana Alder')).toBe(
      '[name left out] told us; [name left out] lied. Banana.',
    )
    expect(withoutName('عمر نفسه', 'عمر')).toBe('[name left out] نفسه')
    expect(withoutName('Asked (x) for it.', '(x)')).toBe('Asked [name left out] for it.')
  })

  test('never holds the name as a word, whatever the name', () => {
    const words = fc.stringMatching(/^[a-z]{3,8}$/)
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 6 }), (whom, others) => {
        const told = withoutName([...others, whom, ...others].join(' '), whom)
        expect(told.replaceAll('[name left out]', '').split(' ')).not.toContain(whom)
      }),
    )
  })
})
