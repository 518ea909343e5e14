import type { ClaimChange } from '#server/domain/recorded-changes.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

/** Before a claim; with its space. */
const done: Table<ClaimChange['did']> = {
  recorded: '',
  corrected: 'Corrected: ',
  withdrawn: 'Withdrawn: ',
  'put back': 'No longer withdrawn: ',
}

/** What happened in one line: in lists of the interface, and as the titles of feeds. */
export const feedTitles = {
  /** "Party: statement", with what was done to it, in pieces. @param isGone - withdrawn since */
  claim: <Piece>(
    did: ClaimChange['did'],
    party: Piece,
    statement: Piece,
    isGone: boolean,
  ): readonly (Piece | string)[] => [
    done[did],
    party,
    ': ',
    statement,
    isGone ? ' (withdrawn since)' : '',
  ],
  filed: 'Contradiction filed',
  reopened: 'Under review again',
  resolved: 'Resolved',
  settled: 'Settled',
  /** Before the contradiction; with its space. */
  about: (what: string) => `${what}: `,
}
