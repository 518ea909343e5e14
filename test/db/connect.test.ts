import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { aDatabase } from '#test/support/database.ts'

const url = await aDatabase()
const lost: Error[] = []
const { db, close } = connect({ url, maxConnections: 2, onError: (error) => lost.push(error) })
afterAll(close)

const read = async (expression: string): Promise<unknown> => {
  const { rows } = await db.executeQuery<{ value: unknown }>({
    ...sql`select 1`.compile(db),
    sql: `select ${expression} as value`,
    parameters: [],
  })
  return rows[0]?.value
}

describe('values', () => {
  test.each([
    [`date '2025-03-14'`, '2025-03-14'],
    [`date 'infinity'`, 'infinity'],
    [`date '-infinity'`, '-infinity'],
    [`array[date '2025-03-14', null]`, ['2025-03-14', null]],
    [`daterange('2025-03-14', '2025-03-20')`, '[2025-03-14,2025-03-20)'],
    [`9007199254740991::bigint`, 9007199254740991],
    [`array[1::bigint, null]`, [1, null]],
    [`4.5::numeric`, 4.5],
    [`timestamptz '2025-03-14 12:00+02'`, new Date('2025-03-14T10:00:00Z')],
    [`timestamp '2025-03-14 12:00'`, '2025-03-14 12:00:00'],
    [`interval '1 day 2 hours'`, 'P1DT2H'],
    [`'{"a": 1}'::jsonb`, { a: 1 }],
    [`null::date`, null],
  ])('%s is read as %j', async (expression, value) => {
    expect(await read(expression)).toEqual(value)
  })

  test('a bigint that no number can hold is an error, not another number', async () => {
    await expect(read('9007199254740993::bigint')).rejects.toThrow('beyond what a number can hold')
  })
})

describe('inside a transaction', () => {
  test('the outer db is refused, and the transaction leaves nothing behind', async () => {
    const done = db.transaction().execute(async (trx) => {
      await sql`create table planted (id int)`.execute(trx)
      await sql`select 1`.execute(db)
    })
    await expect(done).rejects.toThrow('pass trx on')
    expect(await read(`to_regclass('planted') is null`)).toBe(true)
  })

  test('the outer db is refused with an isolation level too, and in a nested transaction', async () => {
    const nested = db
      .transaction()
      .setIsolationLevel('serializable')
      .execute(async () => await db.transaction().execute(async () => {}))
    await expect(nested).rejects.toThrow('pass trx on')
  })

  test('what outlives the transaction may use the outer db again', async () => {
    let later: Promise<unknown> = Promise.resolve()
    await db.transaction().execute(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(async () => await read('1'))
    })
    expect(await later).toBe(1)
  })
})

describe('when something goes wrong', () => {
  test('a connection that the server ends is replaced, and the process lives', async () => {
    const pid = await read('pg_backend_pid()')
    const other = new pg.Client(url)
    await other.connect()
    await other.query('select pg_terminate_backend($1)', [pid])
    await other.end()
    await expect.poll(() => lost.length).toBeGreaterThan(0)
    expect(await read('1')).toBe(1)
  })

  test('a statement that takes too long ends with 57014, and the connection serves again', async () => {
    await expect(read('pg_sleep(20)')).rejects.toMatchObject({ code: '57014' })
    expect(await read('1')).toBe(1)
  })

  test('a close waits for what runs, and may be asked for twice', async () => {
    const short = connect({ url })
    // Connected before: what a close has to wait for is running, however busy the machine is.
    await sql`select 1`.execute(short.db)
    const slow = sql<{ n: number }>`select 1 as n from pg_sleep(0.5)`.execute(short.db)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const closed = Promise.all([short.close(), short.close()])
    expect((await slow).rows).toEqual([{ n: 1 }])
    await closed
  })
})
