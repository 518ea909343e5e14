import type { MiddlewareHandler } from 'hono'
import { findToken, touchToken } from '#db/queries/api-tokens.ts'
import { findSession, touchSession } from '#db/queries/sessions.ts'
import { type Action, type ActedOn, authorize } from '#server/domain/access.ts'
import { Refusal } from '#server/domain/errors.ts'
import { API_TOKEN_PREFIX, hashToken } from '#server/domain/token-hash.ts'
import type { AppContext, AppEnv, Deps } from './context.ts'
import { maskedToken } from './csrf.ts'
import { readSessionCookie } from './session-cookie.ts'
import { createUnreadCount } from './unread.ts'

type Finds = Pick<Deps, 'db' | 'now'>

/** Writing on every request would make reading as dear as writing; an hour is close enough to 14 days. */
const TOUCH_AFTER_MS = 60 * 60 * 1000

const isLongAgo = (at: Date | null, now: Date): boolean =>
  at === null || now.getTime() - at.getTime() > TOUCH_AFTER_MS

/**
 * Find out who asks: a program by its token, a person by their session. Readers without either cost no
 * query. Account and role are read on each request, so that a changed role, signing out or disabling an
 * account counts at once (ASVS 5.0 V8.3.2).
 * @throws {Refusal} token-not-valid
 */
export const findViewer = (deps: Finds): MiddlewareHandler<AppEnv> => {
  const countUnread = createUnreadCount(deps.db)
  return async (c, next) => {
    const token = bearerOf(c)
    if (token === undefined) await findPerson(deps, c)
    else await findProgram(deps, c, token)
    const { viewer, sessionHash } = c.var
    if (viewer !== undefined && sessionHash !== undefined)
      c.set('countUnread', async () => await countUnread(viewer))
    await next()
  }
}

/** What follows `Authorization: Bearer`; undefined where nothing of the kind was sent. */
export function bearerOf(c: AppContext): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1]
}

async function findProgram({ db, now }: Finds, c: AppContext, token: string): Promise<void> {
  const isOurs = token.startsWith(API_TOKEN_PREFIX)
  const found = isOurs ? await findToken(db, hashToken(token), now()) : undefined
  if (found === undefined) throw new Refusal('token-not-valid')
  const { accountId, name, role, scopes } = found
  c.set('viewer', { accountId, name, role, scopes, csrf: '' })
  if (isLongAgo(found.lastUsedAt, now())) await touchToken(db, found.id, now())
}

async function findPerson({ db, now }: Finds, c: AppContext): Promise<void> {
  const token = readSessionCookie(c)
  if (token === undefined) return
  const hash = hashToken(token)
  const session = await findSession(db, hash, now())
  if (session === undefined) return
  const { accountId, name, role, confirmedAt, cameBy } = session
  c.set('sessionHash', hash)
  c.set('confirmedAt', confirmedAt)
  c.set('cameBy', cameBy)
  c.set('viewer', { accountId, name, role, csrf: maskedToken(hash) })
  if (isLongAgo(session.lastSeenAt, now())) await touchSession(db, hash, now())
}

/** Whoever asks, on a route that lets nobody else through. @throws {Refusal} sign-in-needed */
export function viewerOf(c: AppContext): NonNullable<AppEnv['Variables']['viewer']> {
  if (c.var.viewer === undefined) throw new Refusal('sign-in-needed')
  return c.var.viewer
}

/** The account of whoever asks. @throws {Refusal} sign-in-needed */
export const accountOf = (c: AppContext): number => viewerOf(c).accountId

/** Whoever asks, as what they do is noted: who, and when. @throws {Refusal} sign-in-needed */
export function actorOf(c: AppContext): { accountId: number; name: string; now: Date } {
  const { accountId, name } = viewerOf(c)
  return { accountId, name, now: c.var.now() }
}

/**
 * Let whoever asks go on only if they may do this to that.
 * @throws {Refusal} sign-in-needed | forbidden | conflict-of-interest
 */
export function refuseUnless(c: AppContext, action: Action, on?: ActedOn): void {
  const answer = authorize(c.var.viewer, action, on)
  if (answer.ok) return
  const { refusal, detail } = answer
  throw new Refusal(refusal, detail === undefined ? {} : { detail })
}

/**
 * The door of a route: only roles that may do this at all come in. What depends on the thing itself is
 * asked inside, by {@link refuseUnless}.
 * @throws {Refusal} sign-in-needed | forbidden
 */
export const allow =
  (action: Action): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    refuseUnless(c, action)
    await next()
  }

/** How long somebody who has proved who they are is believed, for what could take an account over. */
const CONFIRMED_MS = 15 * 60 * 1000

/** Has whoever is signed in proved it a moment ago? */
export const isConfirmed = (c: AppContext, now: Date): boolean =>
  c.var.confirmedAt !== undefined && now.getTime() - c.var.confirmedAt.getTime() < CONFIRMED_MS
