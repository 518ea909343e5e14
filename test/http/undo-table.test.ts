import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { insertToken } from '#db/queries/api-tokens.ts'
import { insertPasskey } from '#db/queries/passkeys.ts'
import { insertWebhook } from '#db/queries/webhooks.ts'
import { invite } from '#server/actions/invite.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { undoTable } from './undo-table.ts'

const isSafe = (method: string): boolean => ['ALL', 'GET', 'HEAD', 'OPTIONS'].includes(method)

/** Everything that an owner can end, and the pages on which it is ended. */
async function pagesToEndOn(db: Db): Promise<string> {
  const { app } = anApp({ db })
  await imported(db, aDispute())
  await signedIn(app, db)
  const { Cookie } = await signedIn(app, db)
  const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const tokenHash = Buffer.alloc(32)
  const expiresAt = new Date(noon.getTime() + 1_000_000)
  const token = { accountId, name: 'A program', scopes: ['read' as const], tokenHash, expiresAt }
  await insertToken(db, { ...token, now: noon })
  const key = { credentialId: tokenHash, publicKey: tokenHash, counter: 0, transports: [] }
  await insertPasskey(db, { accountId, name: 'A key', ...key, now: noon })
  await db.updateTable('account').set({ password_hash: 'x' }).execute()
  const hook = { url: 'https://hooks.example/', secret: 'whsec_x', events: undefined, now: noon }
  await insertWebhook(db, { ...hook, accountId, topicId: 1 })
  await invite(db, { role: 'reader', note: undefined, by: { accountId, name: 'Owner', now: noon } })
  const pages = [paths.settings, paths.apiTokens, paths.webhooks, paths.people]
  const read = async (path: string) =>
    textOf(await (await app.request(path, { headers: { Cookie } })).text())
  return (await Promise.all(pages.map(read))).join(' ')
}

describe('what undoes what', () => {
  test('is said of each route that changes something, and of no other', ({ db }) => {
    const unsafe = anApp({ db })
      .app.routes.filter(({ method }) => !isSafe(method))
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(unsafe)].sort()).toEqual(Object.keys(undoTable).sort())
  })

  test('is a route that there is', () => {
    const named = Object.values(undoTable).flatMap((line) =>
      'undoneBy' in line ? line.undoneBy : [],
    )
    expect(named.filter((route) => !(route in undoTable))).toEqual([])
  })

  test('is said beside the button where nothing does', async ({ db }) => {
    const pages = await pagesToEndOn(db)
    const said = Object.values(undoTable).flatMap((line) =>
      'onPurpose' in line && line.says !== undefined ? [line.says] : [],
    )
    expect(said.filter((words) => !pages.includes(words))).toEqual([])
    expect(said.length).toBeGreaterThan(5)
  })
})
