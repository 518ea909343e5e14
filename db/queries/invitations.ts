import { sql } from 'kysely'
import type { Role } from '#server/domain/access.ts'
import type { Db } from '../connect.ts'

/** Links by which people make accounts of their own. Only the SHA-256 of each is stored. */

export interface NewInvitation {
  readonly tokenHash: Buffer
  readonly role: Role
  readonly note: string | null
  readonly invitedBy: number
  readonly now: Date
  readonly expiresAt: Date
}

export async function insertInvitation(db: Db, invitation: NewInvitation): Promise<void> {
  const { tokenHash, role, note, invitedBy, now, expiresAt } = invitation
  await db
    .insertInto('invitation')
    .values({
      token_hash: tokenHash,
      role,
      note,
      invited_by: invitedBy,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
}

export interface FoundInvitation {
  readonly id: number
  readonly role: Role
  readonly note: string | null
  /** Who invited. */
  readonly inviter: string
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly usedAt: Date | null
}

const selectInvitations = (db: Db) =>
  db
    .selectFrom('invitation as i')
    .innerJoin('account as a', 'a.id', 'i.invited_by')
    .select([
      'i.id',
      'i.role',
      'i.note',
      'a.name as inviter',
      'i.expires_at as expiresAt',
      'i.used_at as usedAt',
    ])
    // Whoever may no longer invite has taken their invitations along.
    .select(
      sql<Date | null>`coalesce(i.revoked_at, a.disabled_at,
        case when a.role in ('editor', 'owner') then null else i.created_at end)`.as('revokedAt'),
    )

export async function findInvitation(
  db: Db,
  tokenHash: Buffer,
): Promise<FoundInvitation | undefined> {
  return await selectInvitations(db).where('token_hash', '=', tokenHash).executeTakeFirst()
}

/** The same, locked so that of two who accept it one does. Needs a transaction. */
export async function lockInvitation(
  trx: Db,
  tokenHash: Buffer,
): Promise<FoundInvitation | undefined> {
  return await selectInvitations(trx)
    .where('token_hash', '=', tokenHash)
    .forUpdate('i')
    .executeTakeFirst()
}

/** Invitations that nobody has accepted and that still hold, newest first. */
export async function listOpenInvitations(db: Db, now: Date): Promise<FoundInvitation[]> {
  const rows = await selectInvitations(db)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('i.id', 'desc')
    .execute()
  return rows.filter((row) => row.revokedAt === null)
}

export async function saveInvitationUsed(
  trx: Db,
  { id, accountId, now }: { id: number; accountId: number; now: Date },
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ used_at: now, used_by: accountId })
    .where('id', '=', id)
    .execute()
}

/** @returns false where there is no such open invitation */
export async function saveInvitationRevoked(db: Db, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
