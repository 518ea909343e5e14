import type { Db } from '#db/connect.ts'
import { type UnreadState, countUnread, findUnreadState } from '#db/queries/inbox.ts'
import type { Actor } from '#server/domain/access.ts'
import { MOST_UNREAD } from '#views/layout/header.tsx'

/** Accounts whose count is remembered; whoever asked longest ago is forgotten first. */
const MOST_KNOWN = 1000

/**
 * Counts what is unread in inboxes, for the header of every page. The count itself goes through all that
 * is new, so it is remembered and made again only when something that it depends on has changed: what
 * is followed or was read, or a topic of it, told by one small read. More than the header says is not
 * counted again for being still more.
 */
export function createUnreadCount(db: Db): (viewer: Actor) => Promise<number> {
  const known = new Map<number, UnreadState & { readonly count: number }>()
  return async (viewer) => {
    const state = await findUnreadState(db, viewer)
    if (state.follows === 0) return 0
    const before = known.get(viewer.accountId)
    const isSame =
      before?.mine === state.mine &&
      (before.versions === state.versions || before.count > MOST_UNREAD)
    const count = isSame ? before.count : await countUnread(db, viewer)
    known.delete(viewer.accountId)
    known.set(viewer.accountId, { ...state, count })
    for (const oldest of known.keys()) {
      if (known.size <= MOST_KNOWN) break
      known.delete(oldest)
    }
    return count
  }
}
