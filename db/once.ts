import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresQueryResult } from 'kysely'
import { Refusal } from '#server/domain/errors.ts'
import { KEY_MS } from '#server/domain/idempotency.ts'

/**
 * Doing what a request asks for once, however often it is sent.
 *
 * The row that says so is written by the very transaction that does it, so there is no moment at which
 * one is on disk without the other. Actions know nothing of it: connections write the row, as the first
 * thing of the first transaction, or around the first single statement, that changes anything.
 */

/** What a request asks for, under its key. */
export interface Act {
  /** SHA-256 of who asks, for what, under which key. */
  readonly id: Buffer
  readonly fingerprint: Buffer
  readonly now: Date
}

/**
 * - `open`: nothing was changed so far
 * - `done`: committed together with its key
 * - `taken`: another request with this key did it, so this one changes nothing
 */
export type ActState = 'open' | 'done' | 'taken'

class Doing {
  state: ActState = 'open'
  isOver = false
  /** The one connection that is at it. */
  carrier: OnceConnection | undefined
  readonly act: Act

  constructor(act: Act) {
    this.act = act
  }
}

const doing = new AsyncLocalStorage<Doing | undefined>()

/**
 * Run what answers a request; the first thing that it commits takes the key with it.
 * @returns what became of it. What is left running afterwards is no part of it any more.
 */
export async function actOnce(act: Act, run: () => Promise<void>): Promise<ActState> {
  const one = new Doing(act)
  try {
    await doing.run(one, run)
  } finally {
    one.isOver = true
  }
  return one.state
}

/**
 * Change something that is not what the request asks for, such as a counter of attempts: it leaves the
 * key alone, and is done again when the request is sent again.
 */
export const besideTheAct = async <T>(run: () => Promise<T>): Promise<T> =>
  await doing.run(undefined, run)

type Send = (sql: string, parameters: readonly unknown[]) => Promise<PostgresQueryResult<unknown>>

const BEGINS = /^(?:begin|start transaction)(?!.*read only)/
const CHANGES =
  /^\s*(?:(?:insert|update|delete|merge)\b|with\b.*\b(?:insert|update|delete|merge)\b)/is
const CHANGE_TAGS: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/**
 * Waits for another transaction that has written this key and has not ended. A key that is too old counts
 * as none, whether or not somebody has deleted it.
 */
const TAKE = `insert into idempotency_key as k (id, fingerprint, done_at) values ($1, $2, $3)
  on conflict (id) do update
    set fingerprint = excluded.fingerprint, done_at = excluded.done_at, status = null, location = null
    where k.done_at <= $4`
const GIVE_BACK = `delete from idempotency_key where id = $1`

const LOCK_NOT_AVAILABLE = '55P03'

/** One connection while it is lent out: what is sent over it takes the key of the request along. */
export class OnceConnection {
  readonly #send: Send
  #hasBegun = false
  #hasChanged = false
  /** A transaction could not be ended: nobody may use the connection again. */
  isBroken = false

  constructor(send: Send) {
    this.#send = send
  }

  /** @throws {Refusal} in-progress where the same request is being answered, or was, by another */
  async query(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    const one = doing.getStore()
    if (one !== undefined && !one.isOver && !this.#hasBegun) {
      if (BEGINS.test(sql)) return await this.#begin(one, sql)
      if (CHANGES.test(sql)) return await this.#changeAlone(one, sql, parameters)
    }
    if (one?.carrier === this) return await this.#carryOn(one, sql, parameters)
    return await this.#plain(sql, parameters)
  }

  async #plain(sql: string, parameters: readonly unknown[]) {
    const result = await this.#send(sql, parameters)
    if (BEGINS.test(sql)) this.#hasBegun = true
    else if (sql === 'commit' || sql === 'rollback') this.#hasBegun = false
    return result
  }

  async #begin(one: Doing, sql: string) {
    if (one.state === 'taken') throw new Refusal('in-progress')
    if (one.state === 'done' || one.carrier !== undefined) return await this.#plain(sql, [])
    one.carrier = this
    this.#hasChanged = false
    try {
      const begun = await this.#plain(sql, [])
      await this.#take(one)
      return begun
    } catch (error) {
      await this.#end(one)
      throw error
    }
  }

  async #take(one: Doing): Promise<void> {
    const { id, fingerprint, now } = one.act
    try {
      const tooOld = new Date(now.getTime() - KEY_MS)
      const { rowCount } = await this.#send(TAKE, [id, fingerprint, now, tooOld])
      if (rowCount > 0) return
      one.state = 'taken'
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
    }
    throw new Refusal('in-progress')
  }

  async #carryOn(one: Doing, sql: string, parameters: readonly unknown[]) {
    if (sql === 'rollback') return await this.#end(one)
    if (sql === 'commit') return await this.#commit(one)
    const result = await this.#plain(sql, parameters)
    this.#hasChanged ||= CHANGE_TAGS.has(result.command) && result.rowCount > 0
    return result
  }

  /** A transaction that changed nothing did nothing that could be done twice. */
  async #commit(one: Doing) {
    if (!this.#hasChanged) await this.#send(GIVE_BACK, [one.act.id])
    const result = await this.#plain('commit', [])
    one.carrier = undefined
    // What was aborted by an error ends so although it was told to commit.
    if (this.#hasChanged && result.command === 'COMMIT') one.state = 'done'
    return result
  }

  async #end(one: Doing) {
    one.carrier = undefined
    try {
      return await this.#plain('rollback', [])
    } catch (error) {
      this.isBroken = true
      throw error
    }
  }

  async #changeAlone(one: Doing, sql: string, parameters: readonly unknown[]) {
    if (one.state === 'taken') throw new Refusal('in-progress')
    if (one.state === 'done' || one.carrier !== undefined) return await this.#plain(sql, parameters)
    await this.#begin(one, 'begin')
    try {
      const result = await this.#carryOn(one, sql, parameters)
      await this.#commit(one)
      return result
    } catch (error) {
      if (this.#hasBegun) await this.#end(one)
      throw error
    }
  }
}
