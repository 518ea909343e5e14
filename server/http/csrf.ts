import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { Refusal } from '#server/domain/errors.ts'
import { paths } from '#server/paths.ts'
import { type AppContext, type AppEnv, ownOrigin } from './context.ts'
import { readForm } from './form.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Methods that change nothing. */
export const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuse what another site made the browser send (ASVS 5.0 V3.5.1 to V3.5.3).
 *
 * First the browser's own word: Sec-Fetch-Site must be `same-origin`. Where a browser does not say
 * (plain http off localhost), Origin must be ours. Where neither is there it is no browser from this
 * decade: let through without a session, for there is nothing to steal; refused with one. Then, for
 * whoever is signed in, the token of their session in the form, or in `X-CSRF-Token`.
 * @throws {Refusal} cross-site | form-expired
 */
export const refuseCrossSite: MiddlewareHandler<AppEnv> = async (c, next) => {
  // Browsers send reports on their own account; recording one changes nothing.
  if (SAFE.has(c.req.method) || c.req.path === paths.cspReports) return await next()
  // A program's token is in no browser's keeping: nobody can make a browser send it.
  if (c.var.viewer !== undefined && c.var.sessionHash === undefined) return await next()
  const site = c.req.header('Sec-Fetch-Site')
  const origin = c.req.header('Origin')
  if (site !== undefined) {
    if (site !== 'same-origin') throw new Refusal('cross-site')
  } else if (origin !== undefined) {
    if (origin !== ownOrigin(c)) throw new Refusal('cross-site')
  } else if (readSessionCookie(c) !== undefined) {
    throw new Refusal('cross-site')
  }
  await checkToken(c)
  return await next()
}

async function checkToken(c: AppContext): Promise<void> {
  const hash = c.var.sessionHash
  if (hash === undefined) return
  const token = c.req.header('X-CSRF-Token') ?? (await readForm(c)).fields.get('csrf')?.[0]
  if (token === undefined || !isToken(token, hash)) throw new Refusal('form-expired')
}

const MASK_BYTES = 16
const secretOf = (sessionHash: Buffer): Buffer =>
  createHash('sha256').update('gainsay csrf').update(sessionHash).digest().subarray(0, MASK_BYTES)

const mask = (bytes: Buffer, by: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, i) => byte ^ (by[i] ?? 0)))

/**
 * A token for the forms of one session. The same secret every time, under a new mask every time:
 * compressed pages would otherwise give it away byte by byte (the BREACH attack).
 * @param sessionHash - SHA-256 of the session's token
 */
export function maskedToken(sessionHash: Buffer): string {
  const by = randomBytes(MASK_BYTES)
  return Buffer.concat([by, mask(secretOf(sessionHash), by)]).toString('base64url')
}

/** Is this a token of that session? Takes the same time whatever is wrong with it. */
export function isToken(token: string, sessionHash: Buffer): boolean {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * MASK_BYTES) return false
  const secret = mask(bytes.subarray(MASK_BYTES), bytes.subarray(0, MASK_BYTES))
  return timingSafeEqual(secret, secretOf(sessionHash))
}
