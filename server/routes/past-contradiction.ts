import type { Db } from '#db/connect.ts'
import type { ShownEvidence } from '#views/contradiction/evidence.tsx'
import { groupBy } from '../domain/grouping.ts'
import {
  type EvidenceClaim,
  type EvidenceLine,
  type RecordedContradiction,
  type ReviewRecord,
  hideVerdicts,
} from '../domain/recorded-contradiction.ts'
import { type Past, findContradictionsThen, showContradictionsThen } from './past.ts'

/** Claims of a side on the page, and on the pages that hold all of them. */
const FEW = 5
const MANY = 100

interface Asked {
  readonly id: number
  readonly side: 'a' | 'b' | undefined
  readonly page: number
  /** The account that is asking; undefined for readers. */
  readonly accountId: number | undefined
}

export interface ShownThen {
  readonly x: RecordedContradiction
  readonly record: ReviewRecord
  readonly evidence: { readonly a: ShownEvidence; readonly b: ShownEvidence }
}

/**
 * A contradiction with its evidence and what had been decided. Who may see verdicts is judged by what
 * is so now: of what is open again they are hidden, of what was settled since they are public.
 * @returns undefined where it was not filed by then
 */
export async function findContradictionThen(
  db: Db,
  past: Past,
  { id, side, page, accountId }: Asked,
): Promise<ShownThen | undefined> {
  const found = await findContradictionsThen(db, past, { id })
  const [shown] = await showContradictionsThen(db, found)
  const [filed] = found.map((one) => one.filed)
  if (shown === undefined || filed === undefined) return undefined
  const { x, evidence } = shown
  const { statusNow, reviews, events } = filed
  const pageOf = (which: 'a' | 'b') => (side === which ? page : undefined)
  return {
    x,
    record: hideVerdicts({ reviews, events }, statusNow, accountId),
    evidence: {
      a: pieceOf(evidence.a, pageOf('a')),
      b: pieceOf(evidence.b, pageOf('b')),
    },
  }
}

function pieceOf(claims: readonly EvidenceClaim[], page: number | undefined): ShownEvidence {
  const lines = linesOf(claims)
  const count = lines.length
  if (page === undefined)
    return { lines: lines.slice(0, FEW), count, page: 1, pages: 1, isCapped: count > FEW }
  const pages = Math.max(1, Math.ceil(count / MANY))
  const shown = Math.min(page, pages)
  const piece = lines.slice((shown - 1) * MANY, shown * MANY)
  return { lines: piece, count, page: shown, pages, isCapped: false }
}

/** Each first statement with what restated it, in the order of the claim that was said last. */
function linesOf(claims: readonly EvidenceClaim[]): EvidenceLine[] {
  const lines = groupBy(claims, ({ restates, slug }) => restates ?? slug)
  return [...lines].flatMap(([slug, line]): EvidenceLine[] => {
    const first = line.find((claim) => claim.slug === slug) ?? line[0]
    if (first === undefined) return []
    const restated = line.filter((claim) => claim !== first)
    const recorded = line.map(({ recordedAt }) => recordedAt.getTime())
    return [
      {
        first,
        firstRecordedAt: new Date(Math.min(...recorded)),
        restated,
        restatedCount: restated.length,
      },
    ]
  })
}
