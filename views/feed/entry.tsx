import { html } from 'hono/html'
import type { FeedEntry } from '#server/domain/feed.ts'
import { type Told, partOf } from '#server/domain/recorded-changes.ts'
import { paths } from '#server/paths.ts'
import { type Piece, describePieces } from '../contradiction/sentence.tsx'
import { speaking } from '../words/wording.ts'
import { ClaimEntry, claimPieces } from './claim-entry.tsx'
import { ContradictionEntry, contradictionPieces } from './contradiction-entry.tsx'

/** What happened in one line, in pieces: for titles and for lists. */
export const titlePieces = (told: Told): readonly Piece[] =>
  'claim' in told ? claimPieces(told.change, told.claim) : contradictionPieces(told.change, told.x)

/** The path of the page about it. */
export const pathOf = (told: Told): string =>
  'claim' in told ? paths.claim({ id: told.claim.id }) : paths.contradiction({ id: told.x.id })

/** What names this change and no other, for good: the path of its page, with its part. */
export const keyOf = (told: Told): string => `${pathOf(told)}#${partOf(told.change)}`

/**
 * What happened as one entry of a feed, in English whoever asks.
 * @param address - makes a path absolute
 */
export const describeEntry = async (
  told: Told,
  address: (path: string) => string,
): Promise<FeedEntry> => await speaking('en', async () => await entryOf(told, address))

async function entryOf(told: Told, address: (path: string) => string): Promise<FeedEntry> {
  const content =
    'claim' in told ? (
      <ClaimEntry change={told.change} claim={told.claim} address={address} />
    ) : (
      <ContradictionEntry change={told.change} x={told.x} address={address} />
    )
  return {
    id: address(keyOf(told)),
    title: describePieces(titlePieces(told)),
    url: address(pathOf(told)),
    at: told.change.at,
    html: (await html`${content}`).toString(),
  }
}
