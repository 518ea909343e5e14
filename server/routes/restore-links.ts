import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { listNewestVersions } from '#db/queries/restoration.ts'
import type { HistoryItem } from '#views/history/history-list.tsx'
import { versionId } from '#views/history/history-list.tsx'
import type { UndoForm } from '#views/shared/done-notice.tsx'
import { wording } from '#views/words/wording.ts'
import { versionRestoredIn } from '../domain/restoration.ts'
import type { AppContext } from '../http/context.ts'
import { paths } from '../paths.ts'
import { PAGE_SIZE } from './pages.ts'
import { type Restorable, findUndo, mayRestore } from './restorable.ts'

/** What histories offer and say of bringing earlier versions back. */

/** `?saved=`: what was done a moment ago; what is no word of ours is left out. */
export const restoredNotice = z.enum(['restored', 'same']).optional().catch(undefined)
type Notice = z.output<typeof restoredNotice>

/** What was done, with the way back. */
export interface Done {
  readonly says: string
  readonly undo: UndoForm | undefined
}

/** @param thing - undefined where it is not known what was restored */
export async function findDone(
  db: Db,
  c: AppContext,
  saved: Notice,
  thing: Restorable | undefined,
): Promise<Done | undefined> {
  if (saved === undefined || c.var.viewer === undefined) return undefined
  const says = wording().history.saved[saved]
  if (saved === 'same') return { says, undo: undefined }
  const undo = thing && (await findUndo(db, c, thing, thing.history))
  return { says, undo }
}

/** The versions of one thing: each with what it changed, each earlier one with the way to bring it back. */
export function withRestoring(
  c: AppContext,
  thing: Restorable,
  items: readonly HistoryItem[],
  newest: number,
): HistoryItem[] {
  const may = mayRestore(c, thing.entity, thing.on)
  return items.map((item) => {
    const { version } = item
    if (version === undefined) return item
    const restored = restoredIn(item, (n) => {
      const page = Math.floor((newest - n) / PAGE_SIZE) + 1
      const at = page === 1 ? thing.history : `${thing.history}?page=${page}`
      return `${at}#${versionId(n)}`
    })
    const restoreAt =
      may && version < newest ? paths.restoreVersion(thing.history, version) : undefined
    const compareAt =
      version > 1 ? paths.versionChanges(thing.history, version - 1, version) : undefined
    return { ...item, restored, restoreAt, compareAt }
  })
}

function restoredIn(
  { version = 0, why }: HistoryItem,
  hrefOf: (version: number) => string,
): HistoryItem['restored'] {
  const restored = versionRestoredIn(why)
  if (restored === undefined || restored >= version) return undefined
  return { version: restored, href: hrefOf(restored) }
}

/** In the history of a topic: of the topic itself and of searches, which have no history of their own. */
export async function withRestoringInTopic(
  db: Db,
  c: AppContext,
  topic: { readonly id: number; readonly slug: string },
  items: readonly HistoryItem[],
): Promise<HistoryItem[]> {
  const newest = {
    topic: await newestOf(db, c, topic.id, 'topic'),
    search: await newestOf(db, c, topic.id, 'search'),
  }
  return items.map((item) => {
    const { version, thing, slug } = item
    if (version === undefined || slug === undefined) return item
    if (thing.of !== 'topic' && thing.of !== 'search') return item
    const isEarlier = version < (newest[thing.of].get(slug) ?? 0)
    const history =
      thing.of === 'topic' ? paths.history(topic.slug) : paths.searchHistory(topic.slug, slug)
    return isEarlier ? { ...item, restoreAt: paths.restoreVersion(history, version) } : item
  })
}

const newestOf = async (
  db: Db,
  c: AppContext,
  topicId: number,
  entity: 'topic' | 'search',
): Promise<ReadonlyMap<string, number>> =>
  mayRestore(c, entity) ? await listNewestVersions(db, topicId, entity) : new Map()
