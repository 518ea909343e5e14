import { isIP } from 'node:net'
import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { Refusal } from '#server/domain/errors.ts'
import { paths } from '#server/paths.ts'
import { isTheme } from '#views/layout/themes.ts'
import { isLanguage, speaking } from '#views/words/wording.ts'
import type { AppEnv, Deps } from './context.ts'

/** What every request passes before anything looks at what it wants. */

/** Give the request an id, and put what all handlers share into the context. */
export const beginRequest = ({
  log,
  now,
  baseUrl,
  build,
  trustProxy = 0,
}: Deps): MiddlewareHandler<AppEnv> => {
  const running = build ?? Date.now().toString(36)
  return async (c, next) => {
    // Ours, never the client's: an id that a visitor can choose proves nothing in a log.
    c.set('requestId', randomUUID())
    c.set('log', log)
    c.set('now', now)
    c.set('baseUrl', baseUrl)
    c.set('build', running)
    c.set('trustProxy', trustProxy)
    const theme = getCookie(c, 'theme')
    c.set('theme', isTheme(theme) ? theme : 'system')
    c.set('hasSingleKeys', getCookie(c, 'keys') !== 'off')
    const language = getCookie(c, 'language')
    await speaking(isLanguage(language) ? language : 'en', next)
  }
}

/** One line for each request. The path alone: queries can hold names; sign-in and invitation addresses hold a token. */
export const logRequests: MiddlewareHandler<AppEnv> = async (c, next) => {
  const start = performance.now()
  await next()
  const path = c.req.path.replace(/^\/(sign-in|join)\/.*/, '/$1/…')
  c.var.log.info('request', {
    requestId: c.var.requestId,
    method: c.req.method,
    path,
    status: c.res.status,
    ms: Math.round((performance.now() - start) * 10) / 10,
  })
}

const PROBES: ReadonlySet<string> = new Set([paths.healthz, paths.readyz, paths.metrics])

/**
 * Answer only under our own name: a page of somebody else that points its name at our address
 * (DNS rebinding) gets 421. Loopback and bare addresses have no name to rebind.
 * @throws {Refusal} wrong-host
 */
export function allowHosts(baseUrl: string | undefined): MiddlewareHandler<AppEnv> {
  const own = baseUrl === undefined ? undefined : new URL(baseUrl).host
  return async (c, next) => {
    const { host, hostname } = new URL(c.req.url)
    const bare = hostname.replace(/^\[|\]$/g, '')
    const isAllowed =
      host === own || hostname === 'localhost' || isIP(bare) !== 0 || PROBES.has(c.req.path)
    if (!isAllowed) throw new Refusal('wrong-host')
    await next()
  }
}

/**
 * Refuse addresses that no text can hold: broken percent-encoding and NUL, which PostgreSQL refuses
 * too. In the path there is no such page; in the query it is the client's mistake.
 * @throws {Refusal} not-found | bad-query
 */
export const refuseBrokenAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (!isText(pathname)) throw new Refusal('not-found')
  if (!isText(search.replaceAll('+', ' '))) throw new Refusal('bad-query')
  await next()
}

function isText(encoded: string): boolean {
  try {
    return !decodeURIComponent(encoded).includes('\0')
  } catch {
    return false
  }
}

const MEGABYTE = 1024 * 1024

/** Addresses that may receive more than a megabyte, with how much. */
const largerBodies: readonly { path: RegExp; bytes: number }[] = [
  { path: /^\/import(\/|$)/, bytes: 20 * MEGABYTE },
  { path: /^\/t\/[^/]+\/sources\/new$/, bytes: 20 * MEGABYTE },
]

/** Refuse bodies over 1 MB, or over what {@link largerBodies} allows, chunked ones too. */
export const limitBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const bytes = largerBodies.find(({ path }) => path.test(c.req.path))?.bytes ?? MEGABYTE
  const refuse = (): never => {
    throw new Refusal('too-large', { detail: `At most ${bytes / MEGABYTE} MB is accepted here.` })
  }
  return await bodyLimit({ maxSize: bytes, onError: refuse })(c, next)
}
