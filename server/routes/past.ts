import type { Db } from '#db/connect.ts'
import { listClaimDetails } from '#db/queries/comparison.ts'
import { type FiledFilter, listFiledThen } from '#db/queries/past-judgement.ts'
import { findRecordThen } from '#db/queries/past-record.ts'
import type { Claim } from '../domain/claims.ts'
import type { Placed } from '../domain/claims-then.ts'
import { type ContradictionThen, contradictionsThen } from '../domain/contradictions-then.ts'
import type { Day } from '../domain/dates.ts'
import { groupBy } from '../domain/grouping.ts'
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

/** Everything said, by `issue party` slugs. */
export const claimsByLine = ({ record }: Past): ReadonlyMap<string, readonly Claim[]> =>
  groupBy(
    record.claims.map(({ claim }) => claim),
    ({ issue, party }) => `${issue} ${party}`,
  )

/** Up to when steps are graded, and within how many days there are mixed messages. */
export const gradingPeriod = ({ day, record }: Past) => ({ day, windowDays: record.windowDays })

export const dayOf = ({ at }: Known): Day => at.toISOString().slice(0, 10)

/** Where the words of these claims stand, as far as they are still the same. */
export const findPlaced = async (
  db: Db,
  claims: readonly { readonly id: number }[],
): Promise<Placed> => await listClaimDetails(db, [...new Set(claims.map(({ id }) => id))])

/** The contradictions that had been filed, as they were; the rules are asked again for each issue. */
export async function findContradictionsThen(
  db: Db,
  { topic, known, day, record }: Past,
  filter: FiledFilter = {},
): Promise<ContradictionThen[]> {
  return contradictionsThen(record, await listFiledThen(db, topic.id, known.at, filter), day)
}

/** The same, ready to be shown, with all their evidence. */
export async function showContradictionsThen(db: Db, chosen: readonly ContradictionThen[]) {
  const placed = await findPlaced(
    db,
    chosen.flatMap(({ claims: { a, b } }) => [...a, ...b]),
  )
  return chosen.map((one) => one.show(placed))
}
