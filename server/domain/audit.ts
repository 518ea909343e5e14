/**
 * What was done to accounts and to whatever lets somebody in or words out, as owners read it: acts with
 * their parts, read from what the database keeps of each. Pure.
 */
import { ROLES, type Role, type Scope, VISIBILITIES, type Visibility } from './access.ts'
import type { ErasedThing } from './erasures.ts'
import { type PeopleAct, describePeopleAct, parsePeopleAct } from './people-acts.ts'

/** What a list of acts is narrowed to; db/queries/audit.ts says which acts are of which kind. */
export const AUDIT_KINDS = [
  'role',
  'access',
  'invitation',
  'sign-in',
  'name',
  'topic',
  'erasure',
  'token',
  'webhook',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** Something that was done, in its parts. Whoever did it is told beside it. */
export type AuditAct =
  | (PeopleAct & { readonly name: string })
  | { readonly did: 'made a link' | 'added a member' | 'took a member out'; readonly name: string }
  | { readonly did: 'took a name'; readonly name: string }
  | { readonly did: 'set a password' | 'added a passkey' | 'removed a passkey' }
  | { readonly did: 'invited'; readonly whom: string | undefined; readonly role: Role }
  | { readonly did: 'took an invitation back' }
  | { readonly did: 'joined'; readonly role: Role; readonly inviter: string }
  | { readonly did: 'set up a topic'; readonly visibility: Visibility; readonly reviews: 1 | 2 }
  | { readonly did: 'asked for an erasure' | 'erased' | 'declined'; readonly of: ErasedThing }
  | {
      readonly did: 'made a token'
      readonly name: string
      readonly scopes: readonly Scope[]
      readonly ends: Date
    }
  | { readonly did: 'added a webhook' | 'disabled a webhook'; readonly host: string }
  /** Told in words that this release does not know. */
  | { readonly did: 'other'; readonly what: string }

const NAMED = [
  ['made a sign-in link for ', '', 'made a link'],
  ['made ', ' a member of a topic', 'added a member'],
  ['took ', ' out of a topic', 'took a member out'],
  ['took the name ', '', 'took a name'],
] as const

const ALONE = {
  'set a new password': 'set a password',
  'added a passkey': 'added a passkey',
  'removed a passkey': 'removed a passkey',
  'took an invitation back': 'took an invitation back',
} as const

const role = `(${ROLES.join('|')})`
const INVITED = new RegExp(`^invited (?:somebody|“([^]*)”) as ${role}$`, 'u')
const JOINED = new RegExp(`^joined as ${role}, invited by ([^]*)$`, 'u')
const SET_UP = new RegExp(
  `^set the topic \\S+ to (${VISIBILITIES.join('|')}), settled by (one review|two reviews)$`,
  'u',
)

/**
 * The act that a clause of the log of people tells of, whoever wrote it: see the actions that call
 * `insertPeopleEvent`. What fits none is kept as it is.
 * @param subject - the name, at the time, of whom it was done to
 */
export function parseAuditClause(what: string, subject: string | null): AuditAct {
  const name = subject ?? ''
  const toAccount = parsePeopleAct(what, name)
  if (toAccount !== undefined) return { ...toAccount, name }
  const named = NAMED.find(([before, after]) => what === `${before}${name}${after}`)
  if (named !== undefined) return { did: named[2], name }
  if (Object.hasOwn(ALONE, what)) return { did: ALONE[what as keyof typeof ALONE] }
  return parseParts(what) ?? { did: 'other', what }
}

function parseParts(what: string): AuditAct | undefined {
  const invited = INVITED.exec(what)
  if (invited !== null) return { did: 'invited', whom: invited[1], role: invited[2] as Role }
  const joined = JOINED.exec(what)
  if (joined !== null) return { did: 'joined', role: joined[1] as Role, inviter: joined[2] ?? '' }
  const setUp = SET_UP.exec(what)
  if (setUp === null) return undefined
  const visibility = setUp[1] as Visibility
  return { did: 'set up a topic', visibility, reviews: setUp[2] === 'one review' ? 1 : 2 }
}

/** The act as a clause in English about whoever did it: for files that programs read. */
export function describeAuditAct(act: AuditAct): string {
  if (act.did === 'role' || act.did === 'disabled' || act.did === 'let in')
    return describePeopleAct(act, act.name)
  if (act.did === 'invited') return `invited ${act.whom ?? 'somebody'} as ${act.role}`
  if (act.did === 'joined') return `joined as ${act.role}, invited by ${act.inviter}`
  if (act.did === 'set up a topic')
    return `set the topic to ${act.visibility}, settled by ${act.reviews}`
  if (act.did === 'made a token')
    return `made the token ${act.name} (${act.scopes.join(' ')}), to end ${act.ends.toISOString()}`
  if (act.did === 'other') return act.what
  const part = partOf(act)
  return part === undefined ? act.did : `${act.did}: ${part}`
}

function partOf(act: AuditAct): string | undefined {
  if ('name' in act) return act.name
  if ('of' in act) return act.of
  return 'host' in act ? act.host : undefined
}
