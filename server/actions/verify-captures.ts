import { hash } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import {
  type StoredCaptures,
  type ToldErasure,
  listStoredCaptures,
} from '#db/queries/history-faults.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import { capturesOf } from '#server/domain/dossier-merge.ts'
import { DossierSourceForm } from '#server/domain/dossier-schema.ts'
import { type ErasedMark, type ErasedText, describeErased } from '#server/domain/erasures.ts'
import type { FaultNote } from '#server/domain/history-faults.ts'

const PAGE = 200

/**
 * Check the captured texts of a topic: that each has the SHA-256 noted beside it, and that they are the
 * ones which the history names, in its order. PostgreSQL hashes them, so that no text leaves it. Of one that
 * was erased the history says so, and the sentence stands there that says so to readers.
 * @param told - the topic's erasures
 * @returns how many there are, and how many of them were erased
 */
export async function verifyCaptures(
  trx: Db,
  topic: { readonly id: number; readonly slug: string },
  told: readonly ToldErasure[],
  note: FaultNote,
): Promise<{ captures: number; erased: number }> {
  const count = { captures: 0, erased: 0 }
  let after = 0
  for (;;) {
    const page = await listStoredCaptures(trx, topic.id, { after, limit: PAGE })
    for (const source of page) {
      const flaw = findFlaw(source, told)
      const seq = source.seq ?? 0
      if (flaw !== undefined)
        note({ topic: topic.slug, seq, says: `entry ${seq}, source “${source.slug}”: ${flaw}` })
      count.captures += source.stored.length
      count.erased += source.stored.filter((c) => c.erased !== null).length
    }
    const last = page.at(-1)
    if (last === undefined) return count
    after = last.id
  }
}

function findFlaw(
  { slug, form, stored }: StoredCaptures,
  told: readonly ToldErasure[],
): string | undefined {
  const changed = stored.find((c) => c.erased === null && c.found !== c.sha256)
  if (changed !== undefined)
    return `captured text ${changed.version} is not the one that its SHA-256 was noted of.`
  const parsed = DossierSourceForm.safeParse(form)
  if (!parsed.success) return 'no revision tells of its captured texts.'
  const named = capturesOf(parsed.data)
  if (named.length !== stored.length)
    return `${stored.length} captured texts are there; the history names ${named.length}.`
  const other = named.findIndex(({ sha256, capturedAt }, i) => {
    const own = stored[i]
    return own?.version !== i + 1 || own.sha256 !== sha256 || own.capturedAt !== capturedAt
  })
  if (other >= 0) return `captured text ${other + 1} is not the one that the history names.`
  const apart = named.findIndex(({ erased }, i) => {
    const own = stored[i]
    return own === undefined || !isAsTold({ ...own, source: slug }, erased, told)
  })
  return apart < 0
    ? undefined
    : `captured text ${apart + 1} is marked as erased, and the history does not say so, or not so.`
}

type StoredCapture = StoredCaptures['stored'][number] & { readonly source: string }

/** Is it erased where the history says so, by the erasure that it names, and nowhere else? */
function isAsTold(
  own: StoredCapture,
  mark: ErasedMark | undefined,
  told: readonly ToldErasure[],
): boolean {
  if (mark === undefined) return own.erased === null && own.erasureId === null
  const isGap = own.found === hash('sha256', describeErased(mark), 'hex')
  if (!isGap || canonicalJson(own.erased) !== canonicalJson(mark)) return false
  const isOwn = (text: ErasedText) => text.source === own.source && text.sha256 === own.sha256
  const erasure = told.find(({ texts }) => texts.some(isOwn))
  // What came with a dossier was erased elsewhere, by an erasure that is told of there.
  return own.erasureId === (erasure?.id ?? null)
}
