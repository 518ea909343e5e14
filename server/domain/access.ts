/**
 * Who may do what. One function decides, `authorize`; what it decides by is data, below it. Pure.
 *
 * Denied unless a line here allows it (ASVS 5.0 V8.2.1, V8.2.2).
 */

/** From the least to the most; each may do whatever those before it may. */
export const ROLES = ['reader', 'contributor', 'reviewer', 'editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** Public: everybody. Team: whoever has an account. Private: the people it names, and owners. */
export const VISIBILITIES = ['public', 'team', 'private'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** What a token for programs may be used for; never more than its account may do. */
export const SCOPES = ['read', 'record', 'review'] as const
export type Scope = (typeof SCOPES)[number]

/** How somebody who is signed in came in. */
export type CameBy = 'link' | 'invitation' | 'password' | 'passkey'

/** Whoever asks; undefined for readers without an account. */
export interface Actor {
  readonly accountId: number
  readonly role: Role
  /** Given where a program asks with a token. */
  readonly scopes?: readonly Scope[] | undefined
}

interface Rule {
  /** The role it takes at least. */
  readonly least: Role
  /** What a token needs for it; without one, tokens may not do it at all. */
  readonly scope?: Scope
}

const rules = {
  /** Sources, captures, drafts and claims of one's own. */
  record: { least: 'contributor', scope: 'record' },
  /** Claims and sources that somebody else recorded. */
  'change what others recorded': { least: 'editor', scope: 'record' },
  review: { least: 'reviewer', scope: 'review' },
  /** Settle what reviewers differ on. */
  adjudicate: { least: 'editor', scope: 'review' },
  /** How much of a source readers see. */
  'restrict a source': { least: 'editor' },
  /** Ask for words to be erased for good. */
  'ask for an erasure': { least: 'editor' },
  /** Carry that out, or decline it. Not what one asked for oneself: see erasures.ts. */
  erase: { least: 'owner' },
  /** Who may see a topic, and how many reviews settle a contradiction of it. */
  'set up a topic': { least: 'editor' },
  'invite people': { least: 'editor' },
  /** Have what happens in a topic sent to an address. */
  'send webhooks': { least: 'editor' },
  /** Roles, disabling, and links that let others in. */
  'manage people': { least: 'owner' },
  /** One's own name, password, sessions, tokens. */
  'keep an account': { least: 'reader' },
} as const satisfies Readonly<Record<string, Rule>>

export type Action = keyof typeof rules
export const ACTIONS = Object.keys(rules) as readonly Action[]

/** What an action is about, as far as it decides. What is left out is not in the way. */
export interface ActedOn {
  /** Who recorded it, where that is what counts. */
  readonly recordedBy?: number | null | undefined
  /** Has the actor recorded, written or filed any part of it? */
  readonly isInvolved?: boolean | undefined
}

export type Denial = 'sign-in-needed' | 'forbidden' | 'conflict-of-interest'

export type Authorization =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: Denial; readonly detail?: string }

const rankOf = (role: Role): number => ROLES.indexOf(role)

/** Does a role include what `least` may do? */
export const isAtLeast = (role: Role, least: Role): boolean => rankOf(role) >= rankOf(least)

/**
 * Decide whether somebody may do something. Whether they may see the thing at all is asked before, by
 * {@link maySee}: what is hidden from them is answered as not there.
 *
 * Four eyes (ASVS 5.0 V2.3.5): nobody reviews or adjudicates what they recorded or filed, whatever
 * their role. Whoever recorded a claim may correct it without being an editor.
 */
export function authorize(
  actor: Actor | undefined,
  action: Action,
  on: ActedOn = {},
): Authorization {
  if (actor === undefined) return { ok: false, refusal: 'sign-in-needed' }
  const isOwn = typeof on.recordedBy === 'number' && on.recordedBy === actor.accountId
  const rule: Rule = rules[isOwn && action === 'change what others recorded' ? 'record' : action]
  if (!isAtLeast(actor.role, rule.least)) {
    const detail = `It needs the role “${rule.least}”; yours is “${actor.role}”.`
    return { ok: false, refusal: 'forbidden', detail }
  }
  const { scopes } = actor
  if (scopes !== undefined && (rule.scope === undefined || !scopes.includes(rule.scope))) {
    const needed = rule.scope === undefined ? 'a person who signs in' : `the scope “${rule.scope}”`
    return { ok: false, refusal: 'forbidden', detail: `This token cannot: it takes ${needed}.` }
  }
  if ((action === 'review' || action === 'adjudicate') && on.isInvolved === true)
    return { ok: false, refusal: 'conflict-of-interest' }
  return { ok: true }
}

/** The same as a yes or no: for what a page offers. */
export const may = (actor: Actor | undefined, action: Action, on?: ActedOn): boolean =>
  authorize(actor, action, on).ok

/** May somebody see a topic and everything in it? The SQL of db/queries/visibility.ts says the same. */
export function maySee(
  actor: Actor | undefined,
  topic: { readonly visibility: Visibility; readonly isMember: boolean },
): boolean {
  if (topic.visibility === 'public') return true
  if (actor === undefined) return false
  if (actor.scopes !== undefined && !actor.scopes.includes('read')) return false
  return topic.visibility === 'team' || topic.isMember || actor.role === 'owner'
}

/**
 * May somebody with this role invite others to that one? Nobody gives more than they have, and editors
 * none that could take their place.
 */
export const mayInviteTo = (actor: Actor, role: Role): boolean =>
  may(actor, 'invite people') && (actor.role === 'owner' || !isAtLeast(role, 'editor'))
