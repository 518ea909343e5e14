import { randomBytes } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import { type NewWebhook, countWebhooks, insertWebhook } from '#db/queries/webhooks.ts'
import { Refusal } from '../domain/errors.ts'
import { SECRET_PREFIX } from '../domain/webhooks.ts'

const MOST_WEBHOOKS = 20

/**
 * Have what happens in a topic from now on sent to an address.
 * @returns the secret that requests are signed with, which is shown this once
 * @throws {Refusal} too-many-webhooks
 */
export async function addWebhook(
  db: Db,
  webhook: Omit<NewWebhook, 'secret'>,
): Promise<{ secret: string }> {
  const secret = `${SECRET_PREFIX}${randomBytes(32).toString('base64')}`
  await db.transaction().execute(async (trx) => {
    await insertWebhook(trx, { ...webhook, secret })
    if ((await countWebhooks(trx, webhook.accountId)) > MOST_WEBHOOKS)
      throw new Refusal('too-many-webhooks', { detail: `An account has at most ${MOST_WEBHOOKS}.` })
  })
  return { secret }
}
