import type { ColumnType, Generated } from 'kysely'
import type { CameBy, Role, Scope } from '#server/domain/access.ts'
import type { PasskeyPurpose } from '#server/domain/passkeys.ts'
import type { FollowedKind } from '#server/domain/recorded-changes.ts'

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

/** Somebody who may sign in. */
export interface AccountTable {
  id: Generated<number>
  name: string
  /** Two names that look the same have the same key. */
  name_key: string
  /** Lower case; null for an owner who only ever came by link. */
  email: Unset<string>
  /** Argon2id in its own text form; null where no password was set. */
  password_hash: Unset<string>
  /** What authenticators know it by; null until a passkey was first asked for. */
  passkey_handle: Unset<Buffer>
  role: Role
  created_at: Date
  disabled_at: Unset<Date>
  /** What happened up to this instant to what they follow has been read. */
  inbox_read_at: Unset<Date>
}

/** A signed-in browser. The token itself is never stored. */
export interface SessionTable {
  id: Generated<number>
  token_hash: Buffer
  account_id: number
  created_at: Date
  last_seen_at: Date
  /** The end in any case, however busy. */
  expires_at: Date
  /** When its person last proved who they are. */
  confirmed_at: Date
  /** What the browser calls itself, cut short. */
  browser: Unset<string>
  came_by: Generated<CameBy>
}

/** A way in that works once. A used one stays, so that it can be told from one that never was. */
export interface SignInLinkTable {
  token_hash: Buffer
  account_id: number
  created_at: Date
  expires_at: Date
  used_at: Unset<Date>
}

/** A link by which somebody makes an account of their own, with a role that was chosen for them. */
export interface InvitationTable {
  id: Generated<number>
  token_hash: Buffer
  role: Role
  note: string | null
  topic_id: Unset<number>
  invited_by: number
  created_at: Date
  expires_at: Date
  revoked_at: Unset<Date>
  used_at: Unset<Date>
  used_by: Unset<number>
}

export interface TopicMemberTable {
  topic_id: number
  account_id: number
  added_at: Date
  added_by: number | null
}

export interface ApiTokenTable {
  id: Generated<number>
  account_id: number
  name: string
  token_hash: Buffer
  scopes: Scope[]
  created_at: Date
  expires_at: Date
  last_used_at: Unset<Date>
}

export interface PasskeyTable {
  id: Generated<number>
  account_id: number
  credential_id: Buffer
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  created_at: Date
  last_used_at: Unset<Date>
}

/** What a passkey has to sign. The challenge itself is never stored. */
export interface PasskeyChallengeTable {
  challenge_hash: Buffer
  purpose: PasskeyPurpose
  account_id: number | null
  expires_at: Date
}

/** Something that somebody is told about when anything happens to it. */
export interface FollowTable {
  account_id: number
  kind: FollowedKind
  thing_id: number
  topic_id: number
  followed_at: Date
}

/** Somewhere that is told of what happens in a topic, by signed requests. */
export interface WebhookTable {
  id: Generated<number>
  account_id: number
  topic_id: number
  url: string
  secret: string
  events: string[] | null
  created_at: Date
  disabled_at: Unset<Date>
  last_status: Unset<string>
  from_revision: number
  from_event: number
  from_at: Date
  seen_revision: number
  seen_event: number
  seen_at: Date
  swept_version: Unset<number>
  busy_until: Unset<Date>
}

/** One thing that a webhook tells, and how far that has come. */
export interface WebhookDeliveryTable {
  id: Generated<number>
  webhook_id: number
  key: string
  event: string
  noted_at: Date
  body: Unset<string>
  attempts: Generated<number>
  next_attempt_at: Unset<Date>
  delivered_at: Unset<Date>
  last_error: Unset<string>
}

/** How often something was tried within the window that began at `window_at`. */
export interface AttemptTable {
  key: string
  window_at: Date
  count: number
}

/** What was done under a key, and how that was answered. */
export interface IdempotencyKeyTable {
  id: Buffer
  fingerprint: Buffer
  done_at: Date
  status: Unset<number>
  location: Unset<string>
}

/** What was done to accounts and to who may see what; never changed. */
export interface PeopleEventTable {
  id: Generated<number>
  happened_at: Date
  actor_id: number | null
  actor: string
  subject_id: Unset<number>
  subject: Unset<string>
  topic_id: Unset<number>
  what: string
  why: Unset<string>
  /** Was the reason given knowing that everybody can read it? */
  is_why_public: Generated<boolean>
}

/**
 * The tables of the migrations `sessions`, `people`, `webauthn`, `watching`, `webhooks` and `idempotency`;
 * db/schema.ts extends this.
 */
export interface AccountTables {
  account: AccountTable
  session: SessionTable
  sign_in_link: SignInLinkTable
  invitation: InvitationTable
  topic_member: TopicMemberTable
  api_token: ApiTokenTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  attempt: AttemptTable
  idempotency_key: IdempotencyKeyTable
  follow: FollowTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
  people_event: PeopleEventTable
}
