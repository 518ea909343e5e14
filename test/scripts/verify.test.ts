import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Db, connect } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp } from '#test/support/app.ts'
import { aDatabase } from '#test/support/database.ts'

let folder = ''
let url = ''
let db: Db
let close: () => Promise<void>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gainsay-verify-'))
  url = await aDatabase()
  ;({ db, close } = connect({ url }))
  await imported(db)
})
afterEach(async () => {
  await close()
  await rm(folder, { recursive: true })
})

/** `npm run verify`, on the database of this test. */
async function verify(...args: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'verify', ...args], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { out, err, code }
}

/** Keep what is published at an address. @returns the file's name */
async function kept(path: string, name: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, await (await anApp({ db }).app.request(path)).text())
  return file
}

async function tamper(...statements: readonly ReturnType<typeof sql>[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const statement of statements) await statement.execute(trx)
  })
}

describe('npm run verify', () => {
  test('counts what it checked, in one line', async () => {
    const checkpoint = await kept(paths.checkpoints, 'checkpoint')
    const { out, code } = await verify('--checkpoint', checkpoint)
    expect(out).toMatch(
      /^\d\d entries of 1 topic and 3 captured texts, 1 checkpoint: all as they were recorded\.\n$/,
    )
    expect(code).toBe(0)
  })

  test('names what is broken by topic and entry, in one sentence each, and fails', async () => {
    await tamper(
      sql`update revision set why = 'Because.' where entity = 'party' and slug = 'beta'`,
      sql`update capture set text = text || '!' where version = 1 and source_id = 1`,
    )
    const { out, code } = await verify()
    expect(out.split('\n').slice(0, -2)).toEqual([
      'strait, entry 3: the revision of the party “beta” to version 1 is not as it was recorded.',
      'strait, entry 7, source “english”: captured text 1 is not the one that its SHA-256 was noted of.',
    ])
    expect(out).toContain(': 2 faults.')
    expect(code).toBe(1)
  })

  test('shows a cut tail, and a key that was exchanged, by a checkpoint kept earlier', async () => {
    const checkpoint = await kept(paths.topicCheckpoint('strait'), 'checkpoint')
    await tamper(
      sql`delete from contradiction_event where id in (select ref_id from history_entry where seq > 33)`,
      sql`delete from history_entry where seq > 33`,
      sql`delete from setting where name = 'history-key'`,
    )
    const { out, code } = await verify('--checkpoint', checkpoint)
    expect(out).toContain('the signature of this checkpoint is not by this key.')
    expect(out).toMatch(
      /strait, entries 34 to 36 of the checkpoint are missing: the end was cut off\./,
    )
    expect(code).toBe(1)
  })

  test('checks a proof without the database, its signature where it has the key', async () => {
    const proof = await kept(paths.historyProof('strait'), 'proof.json')
    const key = await kept(paths.historyKey, 'key')
    url = 'postgresql://nobody@127.0.0.1:1/none'
    const checked = await verify('--proof', proof, '--key', key)
    expect(checked.out).toMatch(/^\d\d entries of the proof: all as they were recorded\.\n$/)
    expect(checked.err).toBe('')
    const alone = await verify('--proof', proof)
    expect([alone.code, alone.err]).toEqual([
      0,
      'Signatures are not checked: give the key with --key FILE.\n',
    ])
  })

  test('says what it cannot use, and how it is used', async () => {
    expect(await verify('--checkpoint', 'nowhere')).toMatchObject({
      code: 1,
      err: 'nowhere: there is no such file.\n',
    })
    const other = await kept(paths.help, 'help')
    expect((await verify('--checkpoint', other)).err).toContain('this is no checkpoint')
    expect((await verify('--proof', other)).err).toContain('this is no proof')
    expect(await verify('--everything')).toMatchObject({ code: 64 })
  })
})
