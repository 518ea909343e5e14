import { createHash, createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { Db } from '#db/connect.ts'
import { type Act, actOnce } from '#db/once.ts'
import { type Done, findDone, saveAnswer } from '#db/queries/idempotency-keys.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import { Refusal } from '#server/domain/errors.ts'
import { KEY_MS, parseKey } from '#server/domain/idempotency.ts'
import { hashToken } from '#server/domain/token-hash.ts'
import { networkOf } from './client-network.ts'
import type { AppContext, AppEnv, Deps } from './context.ts'
import { SAFE } from './csrf.ts'
import { isForm, readForm } from './form.ts'
import { describeError } from './log.ts'
import { answerDoneBefore, refuseReused } from './repeated.tsx'
import { readSessionCookie } from './session-cookie.ts'

/**
 * The door that makes sending again safe: of what is sent with one key, one is done, and the others get
 * its answer. The key is the `Idempotency-Key` header of a program, or the hidden field that every form
 * brings; without one everything is as if this were not there.
 *
 * Duplicates in one process wait for each other here, those in several at the key's row in the database
 * (db/once.ts), which is what holds when a process dies. What ends in a refusal has changed nothing and
 * uses no key up.
 * @throws {Refusal} bad-key | in-progress | key-reused
 */
export const doOnce = ({ db, now }: Pick<Deps, 'db' | 'now'>): MiddlewareHandler<AppEnv> => {
  const turns = createTurns()
  return async (c, next) => {
    const key = SAFE.has(c.req.method) ? undefined : await readKey(c)
    if (key === undefined) return await next()
    const act = await describeAct(c, key, now())
    return await turns(act.id.toString('base64url'), async () => {
      const before = await findAnswered(db, act)
      if (before !== undefined) return await answerAgain(c, act, before)
      const state = await actOnce(act, next)
      if (state === 'done') await keepAnswer(db, c, act)
      else if (state === 'taken' || c.res.status >= 400) return await askAgain(db, c, act)
      return undefined
    })
  }
}

/** As long as a lock is waited for. */
const WAIT_MS = 2000

/** Run one after the other what has one name. @throws {Refusal} in-progress after {@link WAIT_MS} */
function createTurns() {
  const last = new Map<string, Promise<void>>()
  return async <T,>(name: string, run: () => Promise<T>): Promise<T> => {
    const until = performance.now() + WAIT_MS
    for (let before = last.get(name); before !== undefined; before = last.get(name)) {
      if (performance.now() >= until) throw new Refusal('in-progress')
      const timer = new AbortController()
      const late = sleep(until - performance.now(), undefined, { signal: timer.signal })
      await Promise.race([before, late.catch(() => {})])
      timer.abort()
    }
    let resolve = (): void => {}
    last.set(name, new Promise((done) => (resolve = done)))
    try {
      return await run()
    } finally {
      last.delete(name)
      resolve()
    }
  }
}

/** Longer than any form of ours that is sent signed out. */
const SMALL = 16 * 1024

async function readKey(c: AppContext): Promise<string | undefined> {
  const given = c.req.header('Idempotency-Key') ?? (await readField(c))
  if (given === undefined) return undefined
  const key = parseKey(given)
  if (key === undefined) throw new Refusal('bad-key')
  return key
}

/** Of whoever is not signed in, nothing large is read before a route asks for it. */
async function readField(c: AppContext): Promise<string | undefined> {
  if (!isForm(c)) return undefined
  const length = Number(c.req.header('Content-Length') ?? Number.POSITIVE_INFINITY)
  if (c.var.sessionHash === undefined && !(length <= SMALL)) return undefined
  return (await readForm(c)).key
}

async function describeAct(c: AppContext, key: string, now: Date): Promise<Act> {
  const of = JSON.stringify([whoOf(c), c.req.method, c.req.path, key])
  const id = createHash('sha256').update(of).digest()
  const content = JSON.stringify([new URL(c.req.url).search, await contentOf(c)])
  // Under the key, which is stored nowhere: a plain hash of a form with a password invites guessing.
  return { id, now, fingerprint: createHmac('sha256', key).update(content).digest() }
}

/** Also after a session has ended: whoever signs out and hears nothing sends the same cookie again. */
function whoOf(c: AppContext): string {
  const { viewer, sessionHash } = c.var
  if (viewer !== undefined && sessionHash === undefined) return `account ${viewer.accountId}`
  const token = readSessionCookie(c)
  if (token === undefined) return `network ${networkOf(c)}`
  return `session ${hashToken(token).toString('base64url')}`
}

/** The same for the same content, however it was written down. */
async function contentOf(c: AppContext): Promise<unknown> {
  if (!isForm(c)) return canonicalBody(await c.req.text())
  const { fields, files } = await readForm(c)
  const hashes: [string, unknown][] = []
  for (const [name, all] of files)
    for (const file of all) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      hashes.push([name, [file.name, createHash('sha256').update(bytes).digest('base64url')]])
    }
  const typed = [...fields].filter(([name]) => name !== 'csrf')
  return [typed, hashes].map((part) => part.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

function canonicalBody(text: string): string {
  try {
    return canonicalJson(JSON.parse(text))
  } catch {
    return text
  }
}

/** Another process may have done it and be writing its answer. */
async function findAnswered(db: Db, act: Act): Promise<Done | undefined> {
  const since = new Date(act.now.getTime() - KEY_MS)
  const until = performance.now() + WAIT_MS / 2
  for (;;) {
    const done = await findDone(db, act.id, since)
    const mayCome = act.now.getTime() - (done?.doneAt.getTime() ?? 0) < WAIT_MS
    if (done?.status !== null || !mayCome || performance.now() >= until) return done
    await sleep(50)
  }
}

async function answerAgain(c: AppContext, act: Act, done: Done): Promise<Response> {
  if (!done.fingerprint.equals(act.fingerprint)) return await refuseReused(c, done.doneAt)
  return await answerDoneBefore(c, done)
}

/** A refusal may be about what another process has done under this key meanwhile. */
async function askAgain(db: Db, c: AppContext, act: Act): Promise<Response | undefined> {
  const done = await findAnswered(db, act)
  if (done === undefined) return undefined
  // Hono adds the headers of an answer that is there to the next; the refusal's are no part of it.
  c.res = undefined
  c.res = new Response(null)
  const again = await answerAgain(c, act, done)
  c.res = again
  return undefined
}

/** How it was answered: where it led, never what it said, since that may be a secret. */
async function keepAnswer(db: Db, c: AppContext, act: Act): Promise<void> {
  const { status, headers } = c.res
  const htmx = headers.get('HX-Redirect')
  // A session is handed over once: whoever asks again is told what to do instead.
  const isHandedOver = headers.getSetCookie().some((cookie) => /^(__Host-)?sid=[^;]/.test(cookie))
  const location = isHandedOver ? null : (htmx ?? headers.get('Location'))
  const kept = isHandedOver || status >= 400 ? 200 : htmx === null ? status : 303
  const since = new Date(act.now.getTime() - KEY_MS)
  try {
    await saveAnswer(db, act.id, { status: kept, location, since })
  } catch (error) {
    c.var.log.warn('answer not kept', { requestId: c.var.requestId, ...describeError(error) })
  }
}
