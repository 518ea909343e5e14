import type { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Refusal, type RefusalCode } from '#server/domain/errors.ts'
import { headingOf, ProblemPage, ProblemPart, sayProblem } from '#views/layout/problem-page.tsx'
import { speaking } from '#views/words/wording.ts'
import type { AppContext } from './context.ts'
import { respond, wantsPart } from './respond.tsx'

/** One thing that went wrong, ready to be shown: nothing in it is internal. */
export interface Problem {
  readonly code: string
  readonly status: ContentfulStatusCode
  readonly says: string
  readonly detail?: string | undefined
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number
}

export const problemOf = (refusal: Refusal): Problem => ({
  code: refusal.code.replaceAll('-', '_'),
  status: refusal.status,
  says: refusal.message,
  detail: refusal.detail,
  ...(refusal.status === 503 || refusal.status === 429
    ? { retryAfter: refusal.retryAfter ?? 5 }
    : {}),
})

/** Codes for exceptions of Hono itself, whose own words are not ours. */
const byStatus: Partial<Record<number, RefusalCode>> = {
  400: 'bad-input',
  401: 'sign-in-needed',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'edit-conflict',
  413: 'too-large',
  415: 'content-type',
  421: 'wrong-host',
  429: 'rate-limited',
  503: 'busy',
}

export const refusalOfException = (exception: HTTPException): Refusal =>
  new Refusal(byStatus[exception.status] ?? (exception.status < 500 ? 'bad-input' : 'internal'), {
    cause: exception,
  })

/** Does the client read JSON rather than pages? By its Accept, its body, or the address asked for. */
export function wantsJson(c: AppContext): boolean {
  const accept = c.req.header('Accept') ?? ''
  if (accept.includes('text/html')) return false
  if (/[/+]json/.test(accept)) return true
  return c.req.path.endsWith('.json') || (c.req.header('Content-Type') ?? '').includes('json')
}

/**
 * Where a person gets the form back with what is in the way, a program gets the refusal itself.
 * @throws {Refusal} to JSON clients; for others it does nothing
 */
export function refuseProgram(c: AppContext, code: RefusalCode, detail?: string): void {
  if (wantsJson(c)) throw new Refusal(code, detail === undefined ? {} : { detail })
}

/**
 * Answer with a problem: problem details (RFC 9457) for JSON clients, a page in our own look for
 * people. For htmx the part goes above the page's content and leaves the form with what was typed
 * alone: a refused form is never lost.
 */
export async function respondProblem(c: AppContext, problem: Problem): Promise<Response> {
  const requestId = c.var.requestId
  if (problem.retryAfter !== undefined) c.header('Retry-After', String(problem.retryAfter))
  if (problem.status === 401) c.header('WWW-Authenticate', 'Cookie realm="Gainsay"')
  if (!(problem.status === 404 || problem.status === 410)) c.header('Cache-Control', 'no-store')
  if (wantsJson(c)) return respondProblemDetails(c, problem)
  if (wantsPart(c)) {
    c.header('HX-Retarget', '#problem')
    c.header('HX-Reswap', 'innerHTML')
  }
  const fragment: Child = <ProblemPart problem={problem} requestId={requestId} />
  const page: Child = <ProblemPage problem={problem} requestId={requestId} />
  return await respond(c, {
    title: sayProblem(problem).replace(/\.$/, ''),
    page,
    fragment,
    status: problem.status,
  })
}

/** Answer with problem details (RFC 9457), whatever the client says that it reads. */
export function respondProblemDetails(c: AppContext, problem: Problem): Response {
  const { code, status, says } = problem
  const detail = problem.detail === undefined ? says : `${says} ${problem.detail}`
  const title = speaking('en', () => headingOf(status))
  const body = { title, status, detail, code, requestId: c.var.requestId }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}
