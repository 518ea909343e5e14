import { type KeyObject, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import { findHead } from '#db/queries/history.ts'
import { claimSetting, findSetting } from '#db/queries/settings.ts'
import { writeCheckpoint } from '#server/domain/checkpoint.ts'
import { originOf } from '#server/domain/history-chain.ts'

const SETTING = 'history-key'

/**
 * The Ed25519 key that checkpoints are signed with: made when somebody first asks, kept in the database
 * from then on. Of several who ask at once one makes it.
 */
export async function findSigningKey(db: Db): Promise<KeyObject> {
  const known = await findSetting(db, SETTING)
  if (known !== undefined) return createPrivateKey(known)
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return (await claimSetting(db, SETTING, pem)) ? privateKey : await findSigningKey(db)
}

/**
 * The checkpoint of a topic as it is now, signed.
 * @param origin - names the topic's chain: where people reach it, without the scheme
 */
export async function publishCheckpoint(
  db: Db,
  origin: string,
  topic: { readonly id: number; readonly slug: string },
): Promise<string> {
  const head = (await findHead(db, topic.id)) ?? { size: 0, hash: originOf(topic.slug) }
  return writeCheckpoint({ origin, ...head }, await findSigningKey(db))
}
