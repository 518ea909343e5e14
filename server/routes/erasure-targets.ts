import type { Db } from '#db/connect.ts'
import {
  type Erasable,
  findClaimExtent,
  findErasable,
  findSourceExtent,
  listErasableTexts,
} from '#db/queries/erasable.ts'
import type { ErasureRequest } from '#db/queries/erasures.ts'
import { findVisibleTopicById } from '#db/queries/topics.ts'
import type { ShownExtent } from '#views/erasure/extent.tsx'
import { ERASED_THINGS, type ErasedThing } from '../domain/erasures.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext } from '../http/context.ts'
import { decodeId } from '../paths.ts'

/**
 * What `/erasures/:of/:name` names, as far as whoever asks may see it.
 * @throws {Refusal} not-found, also where the topic is hidden
 */
export async function requireErasable(
  db: Db,
  c: AppContext,
): Promise<{ thing: ErasedThing; target: Erasable }> {
  const thing = ERASED_THINGS.find((one) => one === c.req.param('of'))
  const id = decodeId(c.req.param('name') ?? '')
  if (thing === undefined || id === undefined) throw new Refusal('not-found')
  const target = await findErasable(db, thing, id)
  if (target === undefined) throw new Refusal('not-found')
  const topic = await findVisibleTopicById(db, target.topicId, c.var.viewer)
  if (topic === undefined) throw new Refusal('not-found')
  return { thing, target }
}

/** Exactly what would go. @param texts - of a source, by hash; undefined for all it has */
export async function findExtent(
  db: Db,
  thing: ErasedThing,
  id: number,
  texts?: ErasureRequest['texts'],
): Promise<ShownExtent> {
  if (thing === 'claim') return { of: 'claim', claim: await findClaimExtent(db, id) }
  if (thing !== 'source') return { of: 'words' }
  const there = (await listErasableTexts(db, id)).filter(
    (text) => text.erased === null && texts?.includes(text.sha256) !== false,
  )
  const hashes = there.map((text) => text.sha256)
  return { of: 'source', source: { texts: there, ...(await findSourceExtent(db, id, hashes)) } }
}
