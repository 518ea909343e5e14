import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import { listEntries } from '#db/queries/history.ts'
import { listErasureNumbers } from '#db/queries/erasures.ts'
import { listVisibleVersions } from '#db/queries/topics.ts'
import { findSigningKey, publishCheckpoint } from '../actions/publish-checkpoint.ts'
import { publicKeyOf, writeKey } from '../domain/checkpoint.ts'
import {
  PROOF_END,
  PROOF_FORMAT,
  writeProofEntry,
  writeProofHead,
} from '../domain/history-proof.ts'
import { asFile } from '../http/attachment.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { streamText } from '../http/stream.ts'
import { paths } from '../paths.ts'
import { requireTopic, topicAddress } from './pages.ts'

/** What a reader needs to keep watch over the history without us: checkpoints, the key, proofs. */
export const historyProofRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/history/checkpoint', async (c) => {
      const notes: string[] = []
      for (const topic of await listPublicTopics(db))
        notes.push(await publishCheckpoint(db, chainOrigin(c, topic.slug), topic))
      return plain(c, notes.join('\n'))
    })
    .get('/history/key', async (c) => {
      const key = await findSigningKey(db)
      const names = (await listPublicTopics(db)).map(({ slug }) => chainOrigin(c, slug))
      return plain(c, names.map((name) => `${writeKey(publicKeyOf(key, name))}\n`).join(''))
    })
    .get('/t/:topic/history/checkpoint', topicAddress, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      return same ?? plain(c, await publishCheckpoint(db, chainOrigin(c, topic.slug), topic))
    })
    .get('/t/:topic/history/proof.json', topicAddress, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      c.header('Content-Type', 'application/json; charset=utf-8')
      c.header('Content-Disposition', asFile(`${topic.slug}-history.json`))
      return c.body(streamText(listProofLines(db, chainOrigin(c, topic.slug), topic)))
    })

/** The name of a topic's chain: where people reach it, without the scheme. */
export const chainOrigin = (c: AppContext, topicSlug: string): string =>
  `${new URL(ownOrigin(c)).host}${paths.topic(topicSlug)}`

/** Topics that everybody may see, whoever asks: the same text for all. In order of slug. */
const listPublicTopics = async (db: Db) =>
  (await listVisibleVersions(db, undefined)).sort((a, b) => (a.slug < b.slug ? -1 : 1))

function plain(c: AppContext, text: string): Response {
  c.header('Content-Type', 'text/plain; charset=utf-8')
  return c.body(text)
}

const PAGE = 500

/**
 * A topic's history as it is now, line by line. What is appended meanwhile is not in it; what is there
 * never changes, so that no transaction has to wait for a slow reader.
 */
async function* listProofLines(
  db: Db,
  origin: string,
  topic: { readonly id: number; readonly slug: string },
): AsyncGenerator<string> {
  const checkpoint = await publishCheckpoint(db, origin, topic)
  const size = Number(checkpoint.split('\n')[1])
  const erasures = await listErasureNumbers(db, topic.id)
  yield `${writeProofHead({ format: PROOF_FORMAT, topic: topic.slug, checkpoint })}\n`
  for (let after = 0; after < size; after += PAGE) {
    const limit = Math.min(PAGE, size - after)
    for (const { stored, ...entry } of await listEntries(db, topic.id, { after, limit })) {
      const isShown = stored?.salt && !stored.isUnsettled
      const shown = isShown ? { salt: stored.salt, content: stored.content } : undefined
      const erased = erasures.get(stored?.erasureId ?? 0)
      yield `${writeProofEntry({ ...entry, shown, erased })}${entry.seq < size ? ',' : ''}\n`
    }
  }
  yield `${PROOF_END}\n`
}
