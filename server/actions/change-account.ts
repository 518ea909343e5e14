import type { Db } from '#db/connect.ts'
import {
  type Account,
  insertPeopleEvent,
  lockAccount,
  lockOwners,
  saveAccount,
} from '#db/queries/accounts.ts'
import { deleteSessions } from '#db/queries/sessions.ts'
import type { Role } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { type PeopleAct, describePeopleAct } from '../domain/people-acts.ts'
import { saveLink } from './create-sign-in-link.ts'
import { hashPassword } from './passwords.ts'

/** Who does it, and when. */
export interface By {
  readonly accountId: number
  readonly name: string
  readonly now: Date
}

export interface ChangeOfAccess {
  readonly accountId: number
  readonly role: Role
  readonly isDisabled: boolean
  readonly why: string
  readonly by: By
}

/**
 * Give somebody another role, keep them out, or let them in again. Their sessions end, so that whatever
 * they have open is asked for again; what they did stays, under their name. An owner who may sign in is
 * always left. What is so already is not noted again.
 * @throws {Refusal} account-not-found | last-owner
 */
export async function changeAccess(db: Db, change: ChangeOfAccess): Promise<void> {
  const { accountId, role, isDisabled, why, by } = change
  await db.transaction().execute(async (trx) => {
    await lockOwners(trx)
    const account = await lockAccount(trx, accountId)
    if (account === undefined) throw new Refusal('account-not-found')
    const done = describeChanges(account, change)
    if (done.length === 0) return
    await saveAccount(trx, accountId, { role, disabledAt: isDisabled ? by.now : null })
    if ((await lockOwners(trx)).length === 0) throw new Refusal('last-owner')
    await deleteSessions(trx, accountId, undefined)
    for (const what of done)
      await insertPeopleEvent(trx, { at: by.now, actor: by, subject: account, what, why })
  })
}

function describeChanges(account: Account, { role, isDisabled }: ChangeOfAccess): string[] {
  const { name } = account
  const changes: PeopleAct[] =
    account.role === role ? [] : [{ did: 'role', from: account.role, to: role }]
  if ((account.disabledAt !== null) !== isDisabled)
    changes.push({ did: isDisabled ? 'disabled' : 'let in' })
  return changes.map((act) => describePeopleAct(act, name))
}

/**
 * Make a sign-in link for somebody who lost their way in.
 * @throws {Refusal} account-not-found, also where the account is disabled
 */
export async function giveLink(
  db: Db,
  { accountId, by }: { accountId: number; by: By },
): Promise<{ token: string; account: Account }> {
  return await db.transaction().execute(async (trx) => {
    const account = await lockAccount(trx, accountId)
    if (account === undefined || account.disabledAt !== null) throw new Refusal('account-not-found')
    const what = `made a sign-in link for ${account.name}`
    await insertPeopleEvent(trx, { at: by.now, actor: by, subject: account, what })
    return { account, ...(await saveLink(trx, { accountId, now: by.now })) }
  })
}

/** Set a password; every other session of the account ends (ASVS 5.0 V7.4.3). */
export async function changePassword(
  db: Db,
  { password, by, sessionHash }: { password: string; by: By; sessionHash: Buffer | undefined },
): Promise<void> {
  const passwordHash = await hashPassword(password)
  await db.transaction().execute(async (trx) => {
    await saveAccount(trx, by.accountId, { passwordHash })
    await deleteSessions(trx, by.accountId, sessionHash)
    const subject = { id: by.accountId, name: by.name }
    await insertPeopleEvent(trx, { at: by.now, actor: by, subject, what: 'set a new password' })
  })
}

/**
 * Change how somebody is called and with which address they sign in.
 * @throws unique_violation on `account_name` or `account_email`
 */
export async function changeProfile(
  db: Db,
  { name, email, by }: { name: string; email: string; by: By },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await lockAccount(trx, by.accountId)
    await saveAccount(trx, by.accountId, { name, email })
    if (before?.name === name) return
    const subject = { id: by.accountId, name }
    const what = `took the name ${name}`
    await insertPeopleEvent(trx, { at: by.now, actor: by, subject, what })
  })
}
