import type { Db } from '#db/connect.ts'
import { type StoredCaptures, listStoredCaptures } from '#db/queries/history-faults.ts'
import { capturesOf } from '#server/domain/dossier-merge.ts'
import { DossierSourceForm } from '#server/domain/dossier-schema.ts'
import type { FaultNote } from '#server/domain/history-faults.ts'

const PAGE = 200

/**
 * Check the captured texts of a topic: that each has the SHA-256 noted beside it, and that they are the
 * ones which the history names, in its order. PostgreSQL hashes them, so that no text leaves it.
 * @returns how many there are
 */
export async function verifyCaptures(
  trx: Db,
  topic: { readonly id: number; readonly slug: string },
  note: FaultNote,
): Promise<number> {
  let [count, after] = [0, 0]
  for (;;) {
    const page = await listStoredCaptures(trx, topic.id, { after, limit: PAGE })
    for (const source of page) {
      const flaw = findFlaw(source)
      const seq = source.seq ?? 0
      if (flaw !== undefined)
        note({ topic: topic.slug, seq, says: `entry ${seq}, source “${source.slug}”: ${flaw}` })
      count += source.stored.length
    }
    const last = page.at(-1)
    if (last === undefined) return count
    after = last.id
  }
}

function findFlaw({ form, stored }: StoredCaptures): string | undefined {
  const changed = stored.find((c) => c.found !== c.sha256)
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
  return other < 0 ? undefined : `captured text ${other + 1} is not the one that the history names.`
}
