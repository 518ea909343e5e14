import type { Db } from '#db/connect.ts'
import type { FiledFilter } from '#db/queries/past-judgement.ts'
import { rowThen } from '../domain/claims-then.ts'
import { factsOn, firstToRead } from '../domain/contradictions-then.ts'
import type { RecordedContradiction } from '../domain/recorded-contradiction.ts'
import { type ClaimThen, newestThen } from '../domain/record-then.ts'
import { choosePage } from './pages.ts'
import { type Past, findContradictionsThen, findPlaced, showContradictionsThen } from './past.ts'

/** Lists of what was recorded then, as the pages of issues and parties show them. */

/** One page of claims, the newest said first, with how many there were. */
export async function listClaimsThen(
  db: Db,
  past: Past,
  isWanted: (one: ClaimThen) => boolean,
  asked: number | undefined,
) {
  const all = past.record.claims.filter(isWanted).sort(newestThen)
  const { page, pages, size } = choosePage(asked, all.length)
  const claims = all.slice((page - 1) * size, page * size)
  const placed = await findPlaced(db, claims)
  const facts = new Map(
    [...new Set(claims.map(({ claim }) => claim.issue))].map((issue) => [
      issue,
      factsOn(past.record, issue),
    ]),
  )
  const rows = claims.map((one) => {
    const isSuperseded = facts.get(one.claim.issue)?.successions.has(one.claim.slug) === true
    return rowThen(past.record, one, { placed, isSuperseded })
  })
  return { claims: rows, claimCount: all.length, page, pages }
}

/** The first to read of those that had been filed, and how many there were. */
export async function listContradictionsThen(
  db: Db,
  past: Past,
  filter: FiledFilter,
  limit: number,
): Promise<{ contradictions: RecordedContradiction[]; contradictionCount: number }> {
  const found = (await findContradictionsThen(db, past, filter)).sort(firstToRead)
  const shown = await showContradictionsThen(db, found.slice(0, limit))
  return { contradictions: shown.map(({ x }) => x), contradictionCount: found.length }
}
