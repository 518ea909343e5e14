import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refusal } from '#server/domain/errors.ts'
import type { AppContext, AppEnv } from './context.ts'
import { describeError } from './log.ts'
import { type Problem, problemOf, refusalOfException, respondProblem } from './problem.tsx'

type Respond = (c: AppContext, problem: Problem) => Response | Promise<Response>

/**
 * Turn whatever was thrown into one clear answer: a refusal as its table says, what the client broke
 * as 400, a database that is away or overloaded as 503, everything else as a logged 500. Never throws.
 * @param respondWith - how the answer looks
 */
export const answerErrorWith =
  (respondWith: Respond): ErrorHandler<AppEnv> =>
  async (error, c) => {
    try {
      // An exception that brings its own response (a library's) is answered with it.
      if (error instanceof HTTPException && error.res !== undefined) return error.getResponse()
      const refusal = refusalOf(error, c)
      note(c, error, refusal)
      return await respondWith(c, problemOf(refusal))
    } catch (broken) {
      c.var.log?.error('error page failed', describeError(broken))
      return c.text('Something went wrong on our side.', 500)
    }
  }

/** The same on the pages of this site, and to programs. */
export const answerError = answerErrorWith(respondProblem)

function note(c: AppContext, error: Error, refusal: Refusal): void {
  const { log, requestId } = c.var
  if (c.req.raw.signal?.aborted === true) log.info('client went away', { requestId, status: 499 })
  else if (refusal.status === 500) log.error('unexpected', { requestId, ...describeError(error) })
  else if (refusal.status === 503) log.warn('unavailable', { requestId, ...describeError(error) })
  else if (refusal.code === 'cross-site' || refusal.code === 'form-expired') {
    log.warn('refused', { requestId, code: refusal.code, method: c.req.method })
  } else if (refusal.code === 'bad-input' && sqlStateOf(error) !== undefined) {
    // It reached the database although it should have been stopped at the border: a gap of ours.
    log.error('unvalidated input', { requestId, ...describeError(error) })
  }
}

/** @returns the refusal that describes any error to the client */
export function refusalOf(error: unknown, c: AppContext): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException) return refusalOfException(error)
  const database = databaseRefusal(error)
  if (database !== undefined) return database
  if (isUnreadableBody(error, c)) return unreadable(error, c)
  return new Refusal('internal', { cause: error })
}

const MESSAGES_OF_A_LOST_DATABASE =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error/

const SOCKET_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])

/** The SQLSTATE of a PostgreSQL error, looked for along the chain of causes. */
function sqlStateOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return undefined
}

/** @see https://www.postgresql.org/docs/15/errcodes-appendix.html */
function databaseRefusal(error: unknown): Refusal | undefined {
  const state = sqlStateOf(error)
  const options = { cause: error }
  if (state !== undefined && !SOCKET_ERRORS.has(state)) {
    if (state === '25006' || state === '53100') return new Refusal('read-only', options)
    if (/^(57014|55P03|40001|40P01|53)/.test(state)) return new Refusal('busy', options)
    if (/^(57P|08)/.test(state)) return new Refusal('database-unavailable', options)
    if (/^(22021|22003|22P02|22007|22008|22P05)$/.test(state))
      return new Refusal('bad-input', options)
  }
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code, syscall } = at as { code?: string; syscall?: string }
    // The embedded database listens on a socket file: ENOENT on connect is a server that is not there.
    const noSocket = syscall === 'connect' && (code === 'ENOENT' || code === 'EACCES')
    if (noSocket || (syscall !== undefined && SOCKET_ERRORS.has(code ?? ''))) {
      return new Refusal('database-unavailable', options)
    }
    if (MESSAGES_OF_A_LOST_DATABASE.test(at.message))
      return new Refusal('database-unavailable', options)
  }
  return undefined
}

/** Hono lets a body that cannot be parsed surface as SyntaxError or TypeError, and so as 500. */
function isUnreadableBody(error: unknown, c: AppContext): boolean {
  if (c.req.raw.signal?.aborted === true) return true
  if (error instanceof SyntaxError) return /JSON/.test(error.message) && c.req.method !== 'GET'
  return error instanceof TypeError && /FormData|boundary|terminated|aborted/i.test(error.message)
}

const unreadable = (cause: unknown, c: AppContext): Refusal =>
  (c.req.header('Content-Type') ?? '').includes('json')
    ? new Refusal('bad-json', { cause })
    : new Refusal('bad-form', { cause })
