import type { MiddlewareHandler } from 'hono'
import { findSession, touchSession } from '#db/queries/sessions.ts'
import { Refusal } from '#server/domain/errors.ts'
import type { AppContext, AppEnv, Deps } from './context.ts'
import { maskedToken } from './csrf.ts'
import { hashToken, readSessionCookie } from './session-cookie.ts'

/** Writing on every request would make reading as dear as writing; an hour is close enough to 14 days. */
const TOUCH_AFTER_MS = 60 * 60 * 1000

/**
 * Find out who is signed in. Readers without a cookie cost no query. Account and session are read on
 * each request, so that signing out or disabling an account counts at once (ASVS 5.0 V8.3.2).
 */
export const findViewer =
  ({ db, now }: Pick<Deps, 'db' | 'now'>): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const token = readSessionCookie(c)
    if (token !== undefined) {
      const hash = hashToken(token)
      const session = await findSession(db, hash, now())
      if (session !== undefined) {
        c.set('sessionHash', hash)
        c.set('viewer', {
          accountId: session.accountId,
          name: session.name,
          role: session.role,
          csrf: maskedToken(hash),
        })
        if (now().getTime() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS)
          await touchSession(db, hash, now())
      }
    }
    await next()
  }

/** The account of whoever is signed in, on a route that lets nobody else through. @throws {Refusal} sign-in-needed */
export function accountOf(c: AppContext): number {
  if (c.var.viewer === undefined) throw new Refusal('sign-in-needed')
  return c.var.viewer.accountId
}

/**
 * Let the owner through; everybody else is told how to sign in.
 * @throws {Refusal} sign-in-needed | forbidden
 */
export const requireOwner: MiddlewareHandler<AppEnv> = async (c, next) => {
  const viewer = c.var.viewer
  if (viewer === undefined) throw new Refusal('sign-in-needed')
  if (viewer.role !== 'owner')
    throw new Refusal('forbidden', { detail: 'It needs the role “owner”.' })
  await next()
}
