import type { Hono } from 'hono'
import { Refusal } from '#server/domain/errors.ts'
import type { AppContext, AppEnv } from './context.ts'
import { problemOf, respondProblem } from './problem.tsx'

/**
 * Answer what no route took: 405 with Allow where the address exists for another method, else 404.
 * @param app - with all its routes; they are looked at on the first miss, when none can be added
 */
export function answerNotFound(app: Hono<AppEnv>): (c: AppContext) => Promise<Response> {
  let table: { method: string; pattern: RegExp }[] | undefined
  return async (c) => {
    table ??= app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ method, pattern: patternOf(path) }))
    const methods = table
      .filter(({ pattern }) => pattern.test(c.req.path))
      .map(({ method }) => method)
    if (methods.length === 0 || methods.includes(c.req.method)) {
      return await respondProblem(c, problemOf(new Refusal('not-found')))
    }
    if (methods.includes('GET')) methods.push('HEAD')
    c.header('Allow', [...new Set(methods)].sort().join(', '))
    return await respondProblem(c, problemOf(new Refusal('method-not-allowed')))
  }
}

/** `/t/:topic/compare` as a pattern for whole paths; `:id{[0-9]+}` keeps its own expression. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((part) => {
        if (part === '*') return '.*'
        if (!part.startsWith(':')) return part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
        return /\{(.+)\}$/.exec(part)?.[1] ?? '[^/]+'
      })
      .join('/')}$`,
  )
