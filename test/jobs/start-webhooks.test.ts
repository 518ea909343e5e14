import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { type Db, connect } from '#db/connect.ts'
import { createLog } from '#server/http/log.ts'
import { startWebhooks } from '#server/jobs/start-webhooks.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anAccount } from '#test/support/an-account.ts'
import { test } from '#test/support/database.ts'
import { later } from '#test/support/app.ts'
import { changeClaim } from '#test/support/following.ts'
import { inDatabase, onServer } from '#test/support/global-setup.ts'
import { aWebhook, anEar, deliveriesIn, jobAt, onlyTo } from '#test/support/telling.ts'

async function aRunning(db: Db, ear: Awaited<ReturnType<typeof anEar>>, options = {}) {
  await imported(db)
  const { accountId } = await anAccount(db, { name: 'Edith', role: 'editor' })
  await aWebhook(db, { url: ear.url, accountId })
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  const job = jobAt(db, later(9), onlyTo(ear.server))
  return { lines, running: startWebhooks({ ...job, log, pollMs: 20, ...options }) }
}

const patient = { timeout: 30_000 }

describe('telling webhooks in the background', () => {
  test('finds what happened by looking, or at once when it is woken', async ({ db }) => {
    const ear = await anEar()
    const { running } = await aRunning(db, ear)
    await changeClaim(db, 'only', { statement: 'One.' }, later(1))
    await expect.poll(() => ear.heard.length, patient).toBe(1)
    await running.stop()
    const asleep = await aRunningAgain(db, ear)
    await changeClaim(db, 'only', { statement: 'Two.' }, later(2))
    asleep.wake()
    await expect.poll(() => ear.heard.length, patient).toBe(2)
    await asleep.stop()
  })

  test('goes on after the database was away, and logs that once', async ({ db }) => {
    const ear = await anEar()
    const name = await nameOf(db)
    const own = connect({ url: inDatabase(inject('serverUrl'), name) })
    const { running, lines } = await aRunning(own.db, ear)
    const url = inject('serverUrl')
    await onServer(url, `alter database ${name} allow_connections false`)
    await onServer(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    )
    await expect.poll(() => lines.join(), patient).toContain('webhooks wait')
    await onServer(url, `alter database ${name} allow_connections true`)
    await expect.poll(() => lines.join(), patient).toContain('webhooks are told again')
    await changeClaim(own.db, 'only', { statement: 'One.' }, later(1))
    await expect.poll(() => ear.heard.length, patient).toBe(1)
    await running.stop()
    await own.close()
    expect(lines.filter((line) => line.includes('webhooks wait'))).toHaveLength(1)
  })

  test('ends in time although nobody answers, and what was cut off is sent again', async ({
    db,
  }) => {
    const ear = await anEar(() => {})
    const { running } = await aRunning(db, ear, { graceMs: 50 })
    await changeClaim(db, 'only', { statement: 'One.' }, later(1))
    await expect.poll(() => ear.heard.length, patient).toBe(1)
    await running.stop()
    const [delivery] = await deliveriesIn(db)
    expect(delivery).toMatchObject({
      delivered_at: null,
      last_error: 'The program ended before an answer came.',
    })
    expect(delivery?.next_attempt_at).toEqual(new Date(later(9).getTime() + 10_000))
  })

  test('lets what is being sent end before it ends itself', async ({ db }) => {
    const ear = await anEar((answer) => setTimeout(() => answer.end(), 200))
    const { running } = await aRunning(db, ear)
    await changeClaim(db, 'only', { statement: 'One.' }, later(1))
    await expect.poll(() => ear.heard.length, patient).toBe(1)
    await running.stop()
    expect(await deliveriesIn(db)).toMatchObject([{ delivered_at: later(9) }])
  })
})

/** The same webhook, looked at every hour. */
async function aRunningAgain(db: Db, ear: Awaited<ReturnType<typeof anEar>>) {
  const job = jobAt(db, later(9), onlyTo(ear.server))
  return startWebhooks({ ...job, log: createLog('silent'), pollMs: 3_600_000 })
}

async function nameOf(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return rows[0]?.name ?? ''
}
