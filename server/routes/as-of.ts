import type { Db } from '#db/connect.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import { type AskedDay, readDay } from '../domain/comparison-choice.ts'
import { Refusal } from '../domain/errors.ts'
import { type Known, instantText, knownText } from '../domain/known.ts'
import type { AppContext } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { requireTopic } from './pages.ts'
import { answerNotYet } from './past-nothing.tsx'
import { type Past, dayOf, findPast } from './past.ts'

/** A topic as of a day, as it is recorded now, or as it was recorded. */
export interface AsOf {
  /** Under the title that it had. */
  readonly topic: FoundTopic
  readonly day: AskedDay
  readonly known: Known | undefined
  /** `known` as addresses write it. */
  readonly knownText: string | undefined
  /** The instant that a permalink names. */
  readonly shownAt: string
  /** Undefined for the record of now. */
  readonly past: Past | undefined
}

/**
 * Open the topic of an address as of a day.
 * @param isPage - a page shows today beside what is wrong with a day; programs are refused
 * @param slug - of the topic, where the address does not name it below `/t/`
 * @returns the topic; or the answer, where it did not change or nothing was recorded by then
 * @throws {Refusal} topic-not-found, bad-query
 */
export async function openAsOf(
  db: Db,
  c: AppContext,
  asof: string | undefined,
  isPage: boolean,
  slug?: string,
): Promise<AsOf | Response> {
  const topic = await requireTopic(db, c, slug)
  const known = askedKnown(c)
  const today = known === undefined ? c.var.now().toISOString().slice(0, 10) : dayOf(known)
  const day = readDay(asof, today)
  if ('error' in day && !isPage) throw new Refusal('bad-query', { detail: day.error })
  const parts = [topic.version, day.day, ...partsOf(known)]
  const same = 'error' in day ? undefined : answerUnchanged(c, parts)
  if (same !== undefined) return same
  const found = await findAsOf(db, topic, { day, known, now: c.var.now() })
  if (found !== undefined) return found
  if (known === undefined) throw new Refusal('topic-not-found')
  return await answerNotYet(c, topic, known, 'this topic')
}

/** A topic as of a day, as recorded then; undefined where nothing was recorded by then. */
export async function findAsOf(
  db: Db,
  topic: FoundTopic,
  { day, known, now }: { day: AskedDay; known: Known | undefined; now: Date },
): Promise<AsOf | undefined> {
  const asked = known && knownText(known)
  const about = { day, known, knownText: asked, shownAt: asked ?? instantText(now) }
  if (known === undefined) return { topic, ...about, past: undefined }
  const past = await findPast(db, topic, known)
  if (past.record.topic === undefined) return undefined
  return { topic: { ...topic, title: past.record.topic.title }, ...about, past }
}
