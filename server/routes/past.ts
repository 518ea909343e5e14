import type { Db } from '#db/connect.ts'
import { listClaimDetails } from '#db/queries/comparison.ts'
import { listFiledThen } from '#db/queries/past-judgement.ts'
import { findRecordThen } from '#db/queries/past-record.ts'
import type { Placed } from '../domain/claims-then.ts'
import {
  type ContradictionThen,
  type FiledThen,
  contradictionsThen,
} from '../domain/contradictions-then.ts'
import type { Day } from '../domain/dates.ts'
import type { Known } from '../domain/known.ts'
import type { RecordThen } from '../domain/record-then.ts'

/** The record as it was, for the pages that show it. */

interface Topic {
  readonly id: number
  readonly mixedWindowDays: number
}

/** A topic at an instant of record. */
export interface Past {
  readonly topic: { readonly id: number }
  readonly known: Known
  /** The instant's, UTC: what "now" is on its pages. */
  readonly day: Day
  readonly record: RecordThen
}

export const findPast = async (db: Db, topic: Topic, known: Known): Promise<Past> => ({
  topic,
  known,
  day: dayOf(known),
  record: await findRecordThen(db, topic, known.at),
})

export const dayOf = ({ at }: Known): Day => at.toISOString().slice(0, 10)

/** Where the words of these claims stand, as far as they are still the same. */
export const findPlaced = async (
  db: Db,
  claims: readonly { readonly id: number }[],
): Promise<Placed> => await listClaimDetails(db, [...new Set(claims.map(({ id }) => id))])

/**
 * The contradictions that had been filed, as they were.
 * @param isWanted - only these; what follows from an issue's claims is worked out once for all of them
 */
export async function findContradictionsThen(
  db: Db,
  { topic, known, day, record }: Past,
  isWanted: (filed: FiledThen) => boolean,
): Promise<ContradictionThen[]> {
  const filed = (await listFiledThen(db, topic.id, known.at)).filter(isWanted)
  const issues = new Set(filed.map(({ issue }) => issue))
  const parties = new Set(filed.flatMap(({ a, b }) => [a.party, b.party]))
  const claims = record.claims.filter(
    ({ claim }) => issues.has(claim.issue) && parties.has(claim.party),
  )
  return contradictionsThen(record, filed, { day, placed: await findPlaced(db, claims) })
}
