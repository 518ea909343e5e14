import { findTold } from '#db/queries/changes.ts'
import type { Db } from '#db/connect.ts'
import { type Followed, listClaimChanges, listContradictionChanges } from '#db/queries/feeds.ts'
import { describeEntry } from '#views/feed/entry.tsx'
import type { FeedEntry } from '../domain/feed.ts'

/** As many entries as a feed has. */
const MOST = 50

/**
 * What is new, newest first, at most 50. Of one moment what became of contradictions comes before the
 * claims that they rest on.
 * @param address - makes a path absolute
 */
export async function listEntries(
  db: Db,
  followed: Followed,
  address: (path: string) => string,
): Promise<FeedEntry[]> {
  const newest = [
    ...(await listContradictionChanges(db, followed, MOST)),
    ...(await listClaimChanges(db, followed, MOST)),
  ]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST)
  const told = await findTold(db, newest)
  return await Promise.all(told.map(async (one) => await describeEntry(one, address)))
}
