import type { HistoryItem } from '#views/history/history-list.tsx'
import { describeDeed } from '#views/words/en/history.tsx'
import { writeCsvLine } from '../domain/csv.ts'

/** Entries of histories as CSV. */

const COLUMNS = ['entry', 'at', 'by', 'did', 'thing', 'name', 'outcome', 'version', 'reason']

/** The first line. @param before - columns that stand before those of every history */
export const csvHeadOf = (...before: readonly string[]): string =>
  writeCsvLine([...before, ...COLUMNS])

/** An entry, described in English. @param before - what stands in the columns before */
export function csvLineOf(item: HistoryItem, ...before: readonly string[]): string {
  const { seq, at, by = '', thing, outcome = '', version = '', why = '' } = item
  const did = describeDeed(item)
  const when = at.toISOString()
  const cells = [seq, when, by, did, thing.of, thing.label, outcome, version, why]
  return writeCsvLine([...before, ...cells])
}
