import type { Db } from '#db/connect.ts'
import { insertPeopleEvent } from '#db/queries/accounts.ts'
import { insertInvitation, saveInvitationRevoked } from '#db/queries/invitations.ts'
import type { Role } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { hashToken } from '../domain/token-hash.ts'
import type { By } from './change-account.ts'
import { newToken } from './new-token.ts'

/** How many days an invitation holds. */
export const INVITATION_DAYS = 7

const DAY_MS = 24 * 60 * 60 * 1000

/** Make an invitation and note who did. @returns the token, which is known this once */
export async function invite(
  db: Db,
  { role, note, by }: { role: Role; note: string | undefined; by: By },
): Promise<{ token: string }> {
  const token = newToken()
  await db.transaction().execute(async (trx) => {
    await insertInvitation(trx, {
      tokenHash: hashToken(token),
      role,
      note: note ?? null,
      invitedBy: by.accountId,
      now: by.now,
      expiresAt: new Date(by.now.getTime() + INVITATION_DAYS * DAY_MS),
    })
    const whom = note === undefined ? 'somebody' : `“${note}”`
    await insertPeopleEvent(trx, { at: by.now, actor: by, what: `invited ${whom} as ${role}` })
  })
  return { token }
}

/** Take an invitation back that nobody has accepted. @throws {Refusal} invitation-not-found */
export async function revokeInvitation(db: Db, id: number, by: By): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await saveInvitationRevoked(trx, id, by.now))) throw new Refusal('invitation-not-found')
    await insertPeopleEvent(trx, { at: by.now, actor: by, what: 'took an invitation back' })
  })
}
