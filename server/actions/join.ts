import type { Db } from '#db/connect.ts'
import { insertAccount, insertPeopleEvent } from '#db/queries/accounts.ts'
import {
  type FoundInvitation,
  findInvitation,
  lockInvitation,
  saveInvitationUsed,
} from '#db/queries/invitations.ts'
import { Refusal } from '../domain/errors.ts'
import { hashToken } from '../domain/token-hash.ts'
import { type BegunSession, type Browser, beginSession } from './begin-session.ts'
import { hashPassword } from './passwords.ts'

/**
 * The invitation behind a link, if it still holds.
 * @throws {Refusal} invitation-not-found | invitation-used | invitation-expired
 */
export async function openInvitation(db: Db, token: string, now: Date): Promise<FoundInvitation> {
  return checked(await findInvitation(db, hashToken(token)), now)
}

function checked(invitation: FoundInvitation | undefined, now: Date): FoundInvitation {
  if (invitation === undefined) throw new Refusal('invitation-not-found')
  if (invitation.usedAt !== null) throw new Refusal('invitation-used')
  if (invitation.revokedAt !== null || invitation.expiresAt <= now)
    throw new Refusal('invitation-expired')
  return invitation
}

export interface Joining extends Browser {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly now: Date
}

/**
 * Accept an invitation: an account with its role, and a session, or nothing at all.
 * @throws {Refusal} as {@link openInvitation}
 * @throws unique_violation on `account_name` or `account_email`
 */
export async function join(
  db: Db,
  joining: Joining,
): Promise<BegunSession & { accountId: number }> {
  const { token, name, email, password, now, ...browser } = joining
  const passwordHash = await hashPassword(password)
  return await db.transaction().execute(async (trx) => {
    const invitation = checked(await lockInvitation(trx, hashToken(token)), now)
    const { role } = invitation
    const accountId = await insertAccount(trx, { name, email, passwordHash, role, now })
    await saveInvitationUsed(trx, { id: invitation.id, accountId, now })
    await insertPeopleEvent(trx, {
      at: now,
      actor: { accountId, name },
      subject: { id: accountId, name },
      what: `joined as ${role}, invited by ${invitation.inviter}`,
    })
    const session = await beginSession(trx, { accountId, cameBy: 'invitation', now, ...browser })
    return { accountId, ...session }
  })
}
