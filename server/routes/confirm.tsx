import type { MiddlewareHandler } from 'hono'
import type { Db } from '#db/connect.ts'
import { findPasswordHash } from '#db/queries/accounts.ts'
import { saveConfirmed } from '#db/queries/sessions.ts'
import { CONFIRM_FIELD, ConfirmPage } from '#views/account/confirm-page.tsx'
import { type FieldErrors, noErrors } from '#views/shared/fields.tsx'
import { isPassword } from '../actions/passwords.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { wantsJson } from '../http/problem.tsx'
import { giveBack, takeAttempt } from '../http/rate-limits.ts'
import { respond } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { accountOf, isConfirmed, viewerOf } from '../http/session.ts'

/**
 * Ask once more who somebody is before what could take an account over, unless they signed in or gave
 * their password within the last quarter of an hour (ASVS 5.0 V7.5.1). The form that was sent waits in the
 * page that asks, and goes on from there. Accounts without a password, which sign in by links that only
 * the machine's operator reads, are not asked.
 * @throws {Refusal} confirm-needed to programs
 */
export const requireConfirmed =
  ({ db, now }: Deps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (isConfirmed(c, now())) return await next()
    const kept = await findPasswordHash(db, accountOf(c))
    if (kept === null) return await next()
    if (wantsJson(c)) throw new Refusal('confirm-needed')
    const given = (await readForm(c)).fields.get(CONFIRM_FIELD)?.[0]
    if (given === undefined) return await ask(c, noErrors)
    if (!(await isRightPassword({ db, accountId: accountOf(c), now: now() }, given, kept))) {
      noteSecurity(c, 'confirming failed')
      return await ask(c, { [CONFIRM_FIELD]: ['This is not your password.'] })
    }
    await noteConfirmed(db, c, now())
    return await next()
  }

async function noteConfirmed(db: Db, c: AppContext, now: Date): Promise<void> {
  if (c.var.sessionHash !== undefined) await saveConfirmed(db, c.var.sessionHash, now)
  noteSecurity(c, 'confirmed')
  const form = await readForm(c)
  c.set('form', { ...form, fields: withoutPassword(form.fields) })
}

const withoutPassword = (fields: ReadonlyMap<string, readonly string[]>) =>
  new Map([...fields].filter(([name]) => name !== CONFIRM_FIELD))

const ask = async (c: AppContext, errors: FieldErrors): Promise<Response> => {
  const typed = withoutPassword((await readForm(c)).fields)
  typed.delete('csrf')
  return await respond(c, {
    title: 'Confirm that it is you',
    hasErrors: errors !== noErrors,
    status: errors === noErrors ? 403 : 422,
    page: <ConfirmPage viewer={viewerOf(c)} action={c.req.path} values={typed} errors={errors} />,
  })
}

/** Compare, counting the attempt; a right one is none. @throws {Refusal} rate-limited */
export async function isRightPassword(
  { db, now, accountId }: { db: Db; now: Date; accountId: number },
  password: string,
  kept: string | null,
): Promise<boolean> {
  const attempt = { limit: 'confirming by account', who: String(accountId), now } as const
  await takeAttempt(db, attempt)
  const isRight = await isPassword(password, kept)
  if (isRight) await giveBack(db, attempt)
  return isRight
}
