import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Db } from '#db/connect.ts'
import { listContradictionsById } from '#db/queries/contradictions.ts'
import { listEvidenceById } from '#db/queries/evidence.ts'
import { type Followed, listClaimChanges, listContradictionChanges } from '#db/queries/feeds.ts'
import { ClaimEntry, describeClaimEntry } from '#views/feed/claim-entry.tsx'
import { ContradictionEntry, describeContradictionEntry } from '#views/feed/contradiction-entry.tsx'
import type { FeedEntry } from '../domain/feed.ts'
import type { ClaimChange, ContradictionChange } from '../domain/recorded-changes.ts'
import type { EvidenceClaim, RecordedContradiction } from '../domain/recorded-contradiction.ts'
import { paths } from '../paths.ts'

/** As many entries as a feed has. */
const MOST = 50

/** Makes a path absolute. */
type Address = (path: string) => string

/**
 * What is new, newest first, at most 50. Of one moment what became of contradictions comes before the
 * claims that they rest on.
 */
export async function listEntries(
  db: Db,
  followed: Followed,
  address: Address,
): Promise<FeedEntry[]> {
  const newest = [
    ...(await listContradictionChanges(db, followed, MOST)),
    ...(await listClaimChanges(db, followed, MOST)),
  ]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST)
  const claimIds = newest.flatMap((change) => ('claimId' in change ? [change.claimId] : []))
  const ids = newest.flatMap((one) => ('contradictionId' in one ? [one.contradictionId] : []))
  const claims = await listEvidenceById(db, [...new Set(claimIds)])
  const found = await listContradictionsById(db, [...new Set(ids)])
  const contradictions = new Map(found.map((x) => [x.id, x]))
  const entries = newest.map(async (change) =>
    'claimId' in change
      ? await makeClaimEntry(change, claims.get(change.claimId), address)
      : await makeContradictionEntry(change, contradictions.get(change.contradictionId), address),
  )
  return (await Promise.all(entries)).flatMap((entry) => entry ?? [])
}

const htmlOf = async (node: Child): Promise<string> => (await html`${node}`).toString()

async function makeClaimEntry(
  change: ClaimChange,
  claim: EvidenceClaim | undefined,
  address: Address,
): Promise<FeedEntry | undefined> {
  if (claim === undefined) return undefined
  const url = address(paths.claim({ id: claim.id }))
  return {
    id: `${url}#v${change.version}`,
    title: describeClaimEntry(change, claim),
    url,
    at: change.at,
    html: await htmlOf(<ClaimEntry {...{ change, claim, address }} />),
  }
}

async function makeContradictionEntry(
  change: ContradictionChange,
  x: RecordedContradiction | undefined,
  address: Address,
): Promise<FeedEntry | undefined> {
  if (x === undefined) return undefined
  const url = address(paths.contradiction({ id: x.id }))
  const part = change.eventId === null ? `resolved-${x.resolvedOn ?? ''}` : `e${change.eventId}`
  return {
    id: `${url}#${part}`,
    title: describeContradictionEntry(change, x),
    url,
    at: change.at,
    html: await htmlOf(<ContradictionEntry {...{ change, x, address }} />),
  }
}
