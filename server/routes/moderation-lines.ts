import type { Db } from '#db/connect.ts'
import type { ModerationEntry } from '#db/queries/moderation.ts'
import { wording } from '#views/words/wording.ts'
import type { ModerationKind, ModerationLine } from '../domain/moderation.ts'
import type { Status } from '../domain/reviews.ts'
import { describeEntries } from './history-items.ts'

/** Kinds whose fields from and to say what was done; of the others the reason says it. */
const WITH_CHANGES: ReadonlySet<ModerationKind> = new Set([
  'changed',
  'restored',
  'setup',
  'excerpts',
])

/** Describe moderation for readers. Of what is not settled it gives no outcome and no reason. */
export async function listLines(
  db: Db,
  topic: { readonly id: number; readonly slug: string },
  entries: readonly ModerationEntry[],
): Promise<ModerationLine[]> {
  const items = await describeEntries(
    db,
    topic,
    entries.map(({ entry }) => entry),
  )
  const bySeq = new Map(items.map((item) => [item.seq, item]))
  return entries.flatMap(({ kind, entry }) => {
    const item = bySeq.get(entry.seq)
    if (item === undefined) return []
    const { seq, at, by = '', thing, why, changes, outcome } = item
    const shown = WITH_CHANGES.has(kind) ? changes : []
    return [
      {
        seq,
        at,
        by,
        kind,
        thing,
        why,
        changes: shown,
        outcome: kind === 'erased' ? outcome : outcomeOf(kind, entry),
      },
    ]
  })
}

function outcomeOf(kind: ModerationKind, { stored }: ModerationEntry['entry']): string | undefined {
  const to = stored?.content['to']
  const isTold = kind === 'adjudicated' && stored?.isUnsettled === false
  return isTold && typeof to === 'string' ? wording().history.settledAs(to as Status) : undefined
}
