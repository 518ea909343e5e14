import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type AccessMode,
  type IsolationLevel,
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type Transaction,
  type TransactionBuilder,
} from 'kysely'
import pg from 'pg'
import { OnceConnection } from './once.ts'
import type { Schema } from './schema.ts'
import { types } from './types.ts'

/** A connection, or the transaction that a caller passed on: functions below take either. */
export type Db = Kysely<Schema>

export interface Connection {
  readonly db: Db
  /** Wait for running queries, then close every connection. May be called twice. */
  readonly close: () => Promise<void>
}

export interface ConnectOptions {
  /** As in DATABASE_URL; a socket is `postgresql://user@/database?host=/folder`. */
  readonly url: string
  readonly maxConnections?: number
  /** False for work that may take its time, such as migrations: no deadline on statements or locks. */
  readonly deadlines?: boolean
  /** How long to wait for a free connection, in milliseconds, where there are deadlines; 2000 unless told. */
  readonly waitMs?: number
  /** Told of a connection lost while idle; the pool replaces it. */
  readonly onError?: (error: Error) => void
}

/**
 * Open a pool of connections. Nothing is sent before the first query, so a server that is away shows
 * there and not here.
 *
 * Deadlines, and why each (promises e.4): a statement 5 s and the wait for its answer 7 s, because the
 * first does not end a half-open connection; a lock 2 s; an idle transaction 10 s; a free connection 2 s.
 */
export function connect(options: ConnectOptions): Connection {
  const { url, maxConnections = 10, deadlines = true, waitMs = 2000, onError = () => {} } = options
  const pool = new pg.Pool({
    ...parsed(url),
    max: maxConnections,
    connectionTimeoutMillis: deadlines ? waitMs : 10_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1800,
    keepAlive: true,
    types,
    ...(deadlines ? limits : {}),
  })
  // Without both listeners, a server that ends a connection ends this process (pg#2439, #3202).
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const db = new GuardedDb({ dialect: new GuardedDialect({ pool: discardTimedOut(pool) }) })
  let closing: Promise<void> | undefined
  return { db, close: () => (closing ??= db.destroy()) }
}

const limits = {
  statement_timeout: 5000,
  query_timeout: 7000,
  lock_timeout: 2000,
  idle_in_transaction_session_timeout: 10_000,
}

/** Days and instants are read in one form whatever the server's own settings say. */
const sessionSettings = '-c datestyle=ISO,YMD -c intervalstyle=iso_8601 -c timezone=UTC'

function parsed(url: string): pg.PoolConfig {
  const given = new URL(url.replace('@/?', '@localhost/?').replace('@/', '@localhost/'))
  const options = [given.searchParams.get('options'), sessionSettings].filter(Boolean).join(' ')
  return { connectionString: url, options, application_name: 'gainsay' }
}

/**
 * A query whose answer came too late leaves its connection busy with it, and the next query on that
 * connection would wait behind it (pg#1954): such a connection is closed instead of used again.
 */
function discardTimedOut(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => new CheckedClient(await pool.connect()) as PostgresPoolClient,
    end: async () => {
      await pool.end()
    },
    options: pool.options,
  }
}

class CheckedClient {
  #late = false
  readonly #client: pg.PoolClient
  readonly #once = new OnceConnection(async (sql, parameters) => await this.#send(sql, parameters))

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  /** The number of the backend, for cancelling. */
  get processID(): number | undefined {
    return (this.#client as { processID?: number }).processID
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(sql: unknown, parameters?: unknown): unknown {
    if (typeof sql !== 'string') return this.#client.query(sql as never)
    return this.#once.query(sql, parameters as unknown[])
  }

  async #send(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    try {
      return (await this.#client.query(sql, [...parameters])) as PostgresQueryResult<unknown>
    } catch (error) {
      this.#late ||= error instanceof Error && error.message === 'Query read timeout'
      throw error
    }
  }

  release(broken = false): void {
    this.#client.release(broken || this.#late || this.#once.isBroken)
  }
}

/** What runs inside a transaction's callback; `open` turns false when it ends. */
const transactions = new AsyncLocalStorage<{ open: boolean }>()

/**
 * Kysely, refusing the outer `db` inside a transaction: there it would write outside the transaction,
 * and wait for ever once the pool is used up (promises e.5). Pass `trx` on.
 */
class GuardedDb extends Kysely<Schema> {
  override transaction(): TransactionBuilder<Schema> {
    return guarded(super.transaction())
  }
}

type Builder = TransactionBuilder<Schema>

/** `builder`, whose callback runs marked as inside a transaction. */
function guarded(builder: Builder): Builder {
  const begin: Builder['execute'] = builder.execute.bind(builder)
  const setAccessMode = builder.setAccessMode.bind(builder)
  const setIsolationLevel = builder.setIsolationLevel.bind(builder)
  const execute: Builder['execute'] = async (callback) =>
    await begin(async (trx) => await markOpen(callback, trx))
  return Object.assign(builder, {
    execute,
    setAccessMode: (mode: AccessMode) => guarded(setAccessMode(mode)),
    setIsolationLevel: (level: IsolationLevel) => guarded(setIsolationLevel(level)),
  })
}

async function markOpen<T>(
  callback: (trx: Transaction<Schema>) => Promise<T>,
  trx: Transaction<Schema>,
): Promise<T> {
  const state = { open: true }
  try {
    return await transactions.run(state, callback, trx)
  } finally {
    state.open = false
  }
}

class GuardedDialect extends PostgresDialect {
  override createDriver() {
    const driver = super.createDriver()
    const acquire = driver.acquireConnection.bind(driver)
    driver.acquireConnection = async (options) => {
      if (transactions.getStore()?.open === true)
        throw new Error('The outer db was used inside a transaction: pass trx on instead.')
      return await acquire(options)
    }
    return driver
  }
}
