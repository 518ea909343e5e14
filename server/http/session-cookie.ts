import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SECRET_TOKEN } from '#server/domain/token-hash.ts'
import { type AppContext, isSecure } from './context.ts'

/** `__Host-` keeps a sibling sub-domain from planting a session; browsers allow it over https only. */
const nameOf = (c: AppContext): string => (isSecure(c.var.baseUrl) ? '__Host-sid' : 'sid')

const attributes = (c: AppContext) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c.var.baseUrl) }) as const

/** The session's token as the browser sent it; undefined for anything that is not one of ours. */
export function readSessionCookie(c: AppContext): string | undefined {
  const token = getCookie(c, nameOf(c))
  return token !== undefined && SECRET_TOKEN.test(token) ? token : undefined
}

/** Hand the browser a session's token until `expiresAt`. */
export const writeSessionCookie = (c: AppContext, token: string, expiresAt: Date): void =>
  setCookie(c, nameOf(c), token, { ...attributes(c), expires: expiresAt })

export const clearSessionCookie = (c: AppContext): void =>
  void deleteCookie(c, nameOf(c), attributes(c))
