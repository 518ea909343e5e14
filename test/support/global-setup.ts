import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '#db/embedded.ts'
import { exists } from '#db/embedded-binaries.ts'
import { migrate } from '#db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the server that the run uses, to which workers connect to make their own. */
    readonly serverUrl: string
    /** Migrated and empty: workers copy it. */
    readonly template: string
  }
}

/** `url` with another database. */
export const inDatabase = (url: string, database: string): string =>
  url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${database}`)

/**
 * One server for the whole run: TEST_DATABASE_URL, or an embedded one in memory that does not wait for
 * the disk. Migrations run once, into a template.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env['TEST_DATABASE_URL']
  const server = external ? { url: external, close: async () => {} } : await openInMemory()
  const template = `gainsay_test_${randomBytes(4).toString('hex')}`
  await onServer(server.url, `create database ${template}`)
  await migrate(inDatabase(server.url, template))
  project.provide('serverUrl', server.url)
  project.provide('template', template)
  return async () => {
    await dropAll(server.url, template)
    await server.close()
  }
}

async function openInMemory(): Promise<{ url: string; close: () => Promise<void> }> {
  const parent = (await exists('/dev/shm')) ? '/dev/shm' : tmpdir()
  const folder = await mkdtemp(join(parent, 'gainsay-test-'))
  const { url, close } = await openEmbedded({
    folder,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      autovacuum: 'off',
      max_connections: '200',
    },
  })
  return {
    url,
    close: async () => {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Run statements outside any pool, each on its own. */
export async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function dropAll(url: string, template: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [template],
  )
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`)
  await client.end()
}
