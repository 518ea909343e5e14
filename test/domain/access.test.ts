import { describe, expect, test } from 'vitest'
import {
  ACTIONS,
  type Actor,
  ROLES,
  SCOPES,
  VISIBILITIES,
  authorize,
  may,
  mayInviteTo,
  maySee,
} from '#server/domain/access.ts'

const actor = (role: (typeof ROLES)[number], rest: Partial<Actor> = {}): Actor => ({
  accountId: 1,
  role,
  ...rest,
})

describe('who may do what', () => {
  test('nobody without an account may do anything', () => {
    for (const action of ACTIONS) {
      const answer = authorize(undefined, action, { recordedBy: null })
      expect(answer).toEqual({ ok: false, refusal: 'sign-in-needed' })
    }
  })

  test('each role may do whatever those before it may', () => {
    for (const action of ACTIONS) {
      const allowed = ROLES.map((role) => may(actor(role), action))
      expect(allowed).toEqual([...allowed].sort((a, b) => Number(a) - Number(b)))
      expect(allowed).toContain(true)
    }
  })

  test('what a role may not do is refused with the role that may', () => {
    const answer = authorize(actor('contributor'), 'review')
    expect(answer).toEqual({
      ok: false,
      refusal: 'forbidden',
      detail: 'It needs the role “reviewer”; yours is “contributor”.',
    })
  })

  test('whoever recorded a claim may correct it without being an editor; others may not', () => {
    const change = 'change what others recorded'
    expect(may(actor('contributor'), change, { recordedBy: 1 })).toBe(true)
    expect(may(actor('contributor'), change, { recordedBy: 2 })).toBe(false)
    expect(may(actor('reviewer'), change, { recordedBy: null })).toBe(false)
    expect(may(actor('reader'), change, { recordedBy: 1 })).toBe(false)
    expect(may(actor('editor'), change, { recordedBy: 2 })).toBe(true)
  })

  test('nobody decides on what they recorded, whatever their role', () => {
    for (const action of ['review', 'adjudicate'] as const)
      for (const role of ROLES.filter((one) => may(actor(one), action))) {
        const answer = authorize(actor(role), action, { isInvolved: true })
        expect(answer).toEqual({ ok: false, refusal: 'conflict-of-interest' })
      }
  })

  test('a token does no more than its scopes and its account’s role allow', () => {
    expect(may(actor('owner', { scopes: ['read'] }), 'record')).toBe(false)
    expect(may(actor('owner', { scopes: ['record'] }), 'record')).toBe(true)
    expect(may(actor('reader', { scopes: ['record'] }), 'record')).toBe(false)
    expect(may(actor('owner', { scopes: ['record'] }), 'review')).toBe(false)
    for (const action of [
      'manage people',
      'keep an account',
      'invite people',
      'send webhooks',
      'set up a topic',
    ] as const)
      expect(may(actor('owner', { scopes: SCOPES }), action)).toBe(false)
  })

  test('editors invite none that could take their place, owners anybody', () => {
    expect(ROLES.filter((role) => mayInviteTo(actor('owner'), role))).toEqual([...ROLES])
    expect(ROLES.filter((role) => mayInviteTo(actor('editor'), role))).toEqual([
      'reader',
      'contributor',
      'reviewer',
    ])
    expect(ROLES.filter((role) => mayInviteTo(actor('reviewer'), role))).toEqual([])
  })
})

describe('who may see a topic', () => {
  const actors = [undefined, ...ROLES.map((role) => actor(role))]

  test('showing it to more people never hides it from anybody', () => {
    for (const one of actors)
      for (const isMember of [false, true]) {
        const seen = VISIBILITIES.map((visibility) => maySee(one, { visibility, isMember }))
        // From public to private: once hidden, hidden.
        expect(seen).toEqual([...seen].sort((a, b) => Number(b) - Number(a)))
      }
  })

  test('a higher role and a membership never see less', () => {
    for (const visibility of VISIBILITIES) {
      const outside = actors.map((one) => maySee(one, { visibility, isMember: false }))
      const inside = actors.map((one) => maySee(one, { visibility, isMember: true }))
      expect(outside).toEqual([...outside].sort((a, b) => Number(a) - Number(b)))
      expect(outside.filter((sees, i) => sees && inside[i] !== true)).toEqual([])
    }
  })

  test('a token without the scope to read sees what everybody sees', () => {
    const program = actor('owner', { scopes: ['record'] })
    expect(maySee(program, { visibility: 'team', isMember: true })).toBe(false)
    expect(maySee(program, { visibility: 'public', isMember: false })).toBe(true)
  })
})
