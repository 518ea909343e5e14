import type { MiddlewareHandler } from 'hono'
import type { Db } from '#db/connect.ts'
import { besideTheAct } from '#db/once.ts'
import { findPasswordHash } from '#db/queries/accounts.ts'
import { listPasskeys } from '#db/queries/passkeys.ts'
import { saveConfirmed } from '#db/queries/sessions.ts'
import { CONFIRM_FIELD, CONFIRM_PASSKEY_FIELD, ConfirmPage } from '#views/account/confirm-page.tsx'
import { type FieldErrors, noErrors } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { isPassword } from '../actions/passwords.ts'
import { type NotUsed, confirmWithPasskey } from '../actions/use-passkey.ts'
import { Refusal } from '../domain/errors.ts'
import { type RelyingParty, describePasskeySite, parseAssertion } from '../domain/passkeys.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { wantsJson } from '../http/problem.tsx'
import { giveBack, takeAttempt } from '../http/rate-limits.ts'
import { respond } from '../http/respond.tsx'
import { type SecurityEvent, noteSecurity } from '../http/security-log.ts'
import { accountOf, isConfirmed, viewerOf } from '../http/session.ts'

/** How an account can say once more who it is. */
interface Ways {
  /** What is kept of its password. */
  readonly kept: string | null
  readonly hasPasskey: boolean
}

/**
 * Ask once more who somebody is before what could take an account over, unless they signed in or proved it
 * within the last quarter of an hour (ASVS 5.0 V7.5.1): by password or by passkey. The form that was sent
 * waits in the page that asks, and goes on from there. Accounts with neither, which sign in by links that
 * only the machine's operator reads, are not asked.
 * @throws {Refusal} confirm-needed to programs
 */
export const requireConfirmed =
  ({ db, now }: Deps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (isConfirmed(c, now())) return await next()
    const accountId = accountOf(c)
    const kept = await findPasswordHash(db, accountId)
    const ways = { kept, hasPasskey: (await listPasskeys(db, accountId)).length > 0 }
    if (kept === null && !ways.hasPasskey) return await next()
    if (wantsJson(c)) throw new Refusal('confirm-needed')
    const errors = await besideTheAct(async () => {
      const faults = await check({ db, accountId, now: now() }, c, ways)
      if (faults === undefined) await noteConfirmed(db, c, now())
      return faults
    })
    return errors === undefined ? await next() : await ask(c, errors, ways)
  }

interface Asked {
  readonly db: Db
  readonly now: Date
  readonly accountId: number
}

/** @returns undefined when it is proved; none where nothing was given yet */
async function check(asked: Asked, c: AppContext, ways: Ways): Promise<FieldErrors | undefined> {
  const { fields } = await readForm(c)
  const signed = fields.get(CONFIRM_PASSKEY_FIELD)?.[0]
  if (signed !== undefined) return await checkPasskey(asked, c, signed)
  const password = fields.get(CONFIRM_FIELD)?.[0]
  if (password === undefined) return noErrors
  if (await isRightPassword(asked, password, ways.kept)) return undefined
  noteSecurity(c, 'confirming failed', { by: 'password' })
  return { [CONFIRM_FIELD]: ['This is not your password.'] }
}

async function checkPasskey(
  { db, ...asked }: Asked,
  c: AppContext,
  signed: string,
): Promise<FieldErrors | undefined> {
  const attempt = {
    limit: 'confirming by account',
    who: String(asked.accountId),
    now: asked.now,
  } as const
  await takeAttempt(db, attempt)
  const response = parseAssertion(signed)
  const refusal: NotUsed | undefined =
    response === undefined
      ? { why: 'not verified' }
      : await confirmWithPasskey(db, { ...asked, rp: relyingParty(c), response })
  if (refusal === undefined) {
    await giveBack(db, attempt)
    return undefined
  }
  noteNotUsed(c, 'confirming failed', refusal)
  return { '': ['This passkey was not accepted. Try again.'] }
}

/** Log that a passkey was not accepted, and why; one that seems to be a copy has a line of its own. */
export function noteNotUsed(
  c: AppContext,
  event: SecurityEvent,
  { why, detail, accountId }: NotUsed,
): void {
  const account = accountId === undefined ? {} : { account: accountId }
  if (why === 'counter') noteSecurity(c, 'passkey counter went back', account)
  noteSecurity(c, event, { by: 'passkey', why, detail, ...account })
}

/**
 * To whom passkeys belong here: the site as BASE_URL names it, else as this request does.
 * @throws {Refusal} not-found where there can be none; no page of such a site offers them
 */
export function relyingParty(c: AppContext): RelyingParty {
  const site = describePasskeySite(ownOrigin(c))
  if (!site.ok) throw new Refusal('not-found')
  return site.rp
}

async function noteConfirmed(db: Db, c: AppContext, now: Date): Promise<void> {
  if (c.var.sessionHash !== undefined) await saveConfirmed(db, c.var.sessionHash, now)
  noteSecurity(c, 'confirmed')
  const form = await readForm(c)
  c.set('form', { ...form, fields: without(form.fields, PROOFS) })
}

/** Fields that prove who somebody is: they go no further than here. */
const PROOFS = [CONFIRM_FIELD, CONFIRM_PASSKEY_FIELD]

const without = (fields: ReadonlyMap<string, readonly string[]>, names: readonly string[]) =>
  new Map([...fields].filter(([name]) => !names.includes(name)))

const ask = async (c: AppContext, errors: FieldErrors, ways: Ways): Promise<Response> => {
  // A new password is not written into a page: it is typed again.
  const typed = without((await readForm(c)).fields, [...PROOFS, 'csrf', 'newPassword'])
  const site = describePasskeySite(ownOrigin(c))
  return await respond(c, {
    title: wording().account.confirm,
    extra: 'passkeys',
    hasErrors: errors !== noErrors,
    status: errors === noErrors ? 403 : 422,
    page: (
      <ConfirmPage
        viewer={viewerOf(c)}
        action={c.req.path}
        values={typed}
        errors={errors}
        ways={{
          password: ways.kept !== null,
          passkey: ways.hasPasskey,
          obstacle: site.ok ? undefined : site,
        }}
      />
    ),
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
