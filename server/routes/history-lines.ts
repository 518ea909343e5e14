import type { HistoryItem } from '#views/history/history-list.tsx'
import { describeDeed } from '#views/words/en/history.tsx'
import { speaking } from '#views/words/wording.ts'
import { writeCsvLine } from '../domain/csv.ts'

/** Entries of histories for programs, as JSON and as CSV: piece by piece, a line for each. */

const COLUMNS = ['entry', 'at', 'by', 'did', 'thing', 'name', 'outcome', 'version', 'reason']

/** The first line. @param before - columns that stand before those of every history */
const csvHeadOf = (...before: readonly string[]): string => writeCsvLine([...before, ...COLUMNS])

/** An entry, described in English. @param before - what stands in the columns before */
function csvLineOf(item: HistoryItem, ...before: readonly string[]): string {
  const { seq, at, by = '', thing, outcome = '', version = '', why = '' } = item
  const did = describeDeed(item)
  const when = at.toISOString()
  const cells = [seq, when, by, did, thing.of, thing.label, outcome, version, why]
  return writeCsvLine([...before, ...cells])
}

/** @param open - what stands before the list, from the first brace on */
export async function* writeEntriesAsJson<Entry>(
  open: string,
  pieces: AsyncIterable<readonly Entry[]>,
  lineOf: (entry: Entry) => string,
): AsyncGenerator<string> {
  yield open
  let comma = '\n'
  for await (const piece of pieces) {
    if (piece.length === 0) continue
    yield `${comma}${piece.map(lineOf).join(',\n')}`
    comma = ',\n'
  }
  yield '\n]}\n'
}

/** A column that stands before those of every history. */
interface FirstColumn {
  readonly head: string
  readonly of: (item: HistoryItem) => string
}

/** @param describe - is asked where English is spoken */
export async function* writeEntriesAsCsv<Entry>(
  pieces: AsyncIterable<readonly Entry[]>,
  describe: (piece: readonly Entry[]) => Promise<readonly HistoryItem[]>,
  first: readonly FirstColumn[] = [],
): AsyncGenerator<string> {
  yield csvHeadOf(...first.map(({ head }) => head))
  for await (const piece of pieces)
    for (const item of await speaking('en', async () => await describe(piece)))
      yield csvLineOf(item, ...first.map(({ of }) => of(item)))
}
