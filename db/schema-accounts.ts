import type { ColumnType, Generated } from 'kysely'

/** Somebody who may sign in. There is one owner; further roles come with further accounts. */
export interface AccountTable {
  id: Generated<number>
  name: string
  role: 'owner'
  created_at: Date
  disabled_at: Date | null
}

/** A signed-in browser. The token itself is never stored. */
export interface SessionTable {
  token_hash: Buffer
  account_id: number
  created_at: Date
  last_seen_at: Date
  /** The end in any case, however busy. */
  expires_at: Date
}

/** A way in that works once. A used one stays, so that it can be told from one that never was. */
export interface SignInLinkTable {
  token_hash: Buffer
  account_id: number
  created_at: Date
  expires_at: Date
  used_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** The tables of db/migrations/2026-11-24-sessions.ts; db/schema.ts extends this. */
export interface AccountTables {
  account: AccountTable
  session: SessionTable
  sign_in_link: SignInLinkTable
}
