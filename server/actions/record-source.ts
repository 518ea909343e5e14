import type { Db } from '#db/connect.ts'
import { findTopicRow, listIds, lockTopic } from '#db/queries/record.ts'
import { type KnownSource, listKnownSources } from '#db/queries/sources.ts'
import { canonicalAddress } from '#server/domain/addresses.ts'
import type { DossierSource } from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import { slugFor } from '#server/domain/slugs.ts'
import { type Change, saveRecord } from './save-record.ts'

export type RecordedSource =
  | { readonly as: 'saved'; readonly source: { readonly id: number; readonly slug: string } }
  /** The topic has this text, or a source at this address; nothing was saved. */
  | { readonly as: 'known'; readonly source: KnownSource; readonly by: 'text' | 'address' }

export interface NewSourceRecord {
  readonly topicSlug: string
  readonly source: Omit<DossierSource, 'slug'>
  /** Record it although another source has its address. The same text twice is always refused. */
  readonly evenIfKnown: boolean
  readonly change: Change
}

/**
 * Record a source, with its text as captured where there is one. Sending the same form twice finds the
 * text that the first sending saved.
 * @throws {Refusal} topic-not-found
 */
export async function recordSource(db: Db, given: NewSourceRecord): Promise<RecordedSource> {
  const { topicSlug, source, evenIfKnown, change } = given
  return await db.transaction().execute(async (trx) => {
    await lockTopic(trx, topicSlug, 'alone')
    const topic = await findTopicRow(trx, topicSlug)
    if (topic === undefined) throw new Refusal('topic-not-found')
    const known = await listKnownSources(trx, topic.id)
    const same = findSame(known, source)
    if (same !== undefined && (same.by === 'text' || !evenIfKnown)) return { as: 'known', ...same }
    const slug = slugFor(source.title, 'source', new Set(known.map((k) => k.slug)))
    await saveRecord(trx, topicSlug, { sources: [{ slug, ...source }] }, change)
    const id = (await listIds(trx, 'source', topic.id, [slug])).get(slug)
    if (id === undefined) throw new Error(`The source ${slug} was not saved`)
    return { as: 'saved', source: { id, slug } }
  })
}

function findSame(
  known: readonly KnownSource[],
  { capture, url }: Pick<DossierSource, 'capture' | 'url'>,
): { source: KnownSource; by: 'text' | 'address' } | undefined {
  const byText =
    capture === undefined ? undefined : known.find((k) => k.hashes.includes(capture.sha256))
  if (byText !== undefined) return { source: byText, by: 'text' }
  if (url === undefined) return undefined
  const address = canonicalAddress(url)
  const byAddress = known.find((k) => k.url !== null && canonicalAddress(k.url) === address)
  return byAddress === undefined ? undefined : { source: byAddress, by: 'address' }
}
