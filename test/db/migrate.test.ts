import { type Kysely, sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { migrate, MigrationError, NewerSchemaError } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { aDatabase } from '#test/support/database.ts'
import { inDatabase, onServer } from '#test/support/global-setup.ts'

async function anEmptyDatabase(): Promise<string> {
  const name = `${inject('template')}_empty_${Math.random().toString(36).slice(2, 8)}`
  await onServer(inject('serverUrl'), `create database ${name}`)
  return inDatabase(inject('serverUrl'), name)
}

const making = (table: string) => ({
  up: async (db: Kysely<unknown>) =>
    await db.schema.createTable(table).addColumn('id', 'int8').execute(),
})

const failing = {
  up: async (db: Kysely<unknown>) => {
    await making('half').up(db)
    await sql`select 1 / 0`.execute(db)
  },
}

async function tablesOf(url: string): Promise<string[]> {
  const { db, close } = connect({ url })
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and not starts_with(tablename, 'kysely') order by 1`.execute(db)
  await close()
  return rows.map(({ name }) => name)
}

describe('migrations', () => {
  test('of two processes that start at once on an empty database, one runs each of them', async () => {
    const url = await anEmptyDatabase()
    const ran = await Promise.all([migrate(url), migrate(url), migrate(url)])
    expect(ran.flat().sort()).toEqual(Object.keys(migrations))
  })

  test('a second run has nothing to do', async () => {
    expect(await migrate(await aDatabase())).toEqual([])
  })

  test('one that fails leaves nothing of itself, keeps those before it, and can be tried again', async () => {
    const url = await anEmptyDatabase()
    const attempt = migrate(url, { a: making('first'), b: failing, c: making('third') })
    await expect(attempt).rejects.toThrow(MigrationError)
    await expect(attempt).rejects.toThrow('Migration b failed: division by zero')
    expect(await tablesOf(url)).toEqual(['first'])
    expect(await migrate(url, { a: making('first'), b: making('second') })).toEqual(['b'])
  })

  test('a database of a later release is refused by name, and not touched', async () => {
    const url = await anEmptyDatabase()
    await migrate(url, { a: making('first'), b: making('second') })
    const attempt = migrate(url, { a: making('first'), c: making('third') })
    await expect(attempt).rejects.toThrow(NewerSchemaError)
    await expect(attempt).rejects.toThrow('it has the migration b')
    expect(await tablesOf(url)).toEqual(['first', 'second'])
  })
})
