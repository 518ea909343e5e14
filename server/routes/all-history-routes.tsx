import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { type AllHistoryFilter, type PlacedEntry, listAllHistory } from '#db/queries/all-history.ts'
import { type TopicTitle, listTopicTitles } from '#db/queries/topics.ts'
import { AllHistoryPage } from '#views/history/all-history-page.tsx'
import type { HistoryItem } from '#views/history/history-list.tsx'
import { wording } from '#views/words/wording.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { isDay } from '../domain/dates.ts'
import { Refusal } from '../domain/errors.ts'
import { groupBy } from '../domain/grouping.ts'
import { HISTORY_THINGS } from '../domain/history-content.ts'
import { type HistoryPlace, parsePlace, placeText } from '../domain/history-place.ts'
import { streamFile } from '../http/attachment.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { type NamedEntity, findNamedEntity } from './named-entity.ts'
import { describeEntries } from './history-items.ts'
import { writeEntriesAsCsv, writeEntriesAsJson } from './history-lines.ts'
import { PAGE_SIZE, optionalText } from './pages.ts'
import { toldEntry } from './told-entry.ts'

const day = optionalText.refine(
  (text) => text === undefined || (isDay(text) && text >= '0001'),
  'Give a day like 2015-12-15.',
)

const asked = {
  entity: optionalText,
  topic: optionalText,
  kind: z.literal(['', ...HISTORY_THINGS], 'Give a kind of thing that there is.').optional(),
  by: optionalText.refine((text) => (text ?? '').length <= 300, 'Give at most 300 characters.'),
  from: day,
  to: day,
  before: optionalText.refine(
    (text) => text === undefined || parsePlace(text) !== undefined,
    'Give a place of this list.',
  ),
}

const Asked = z.object(asked)
type Asked = z.output<typeof Asked>
const query = validQuery(Asked)

/** A list of changes, ready to be read. */
interface Opened {
  readonly topics: ReadonlyMap<number, TopicTitle>
  readonly filter: AllHistoryFilter
  readonly named: NamedEntity | undefined
  readonly before: HistoryPlace | undefined
}

/** Every change of every topic that whoever asks may see: as a page, as JSON and as CSV. */
export const allHistoryRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/history', query, async (c) => {
      const sent = c.req.valid('query')
      const opened = await open(c, db, sent)
      if (opened instanceof Response) return opened
      const { filter, before, named } = opened
      const list = { viewer: c.var.viewer, filter, before, limit: PAGE_SIZE + 1 }
      const found = await listAllHistory(db, list)
      const shown = found.slice(0, PAGE_SIZE)
      const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined
      return await respond(c, {
        title: wording().allHistory.title,
        page: (
          <AllHistoryPage
            items={await describeAll(db, opened, shown)}
            topics={[...opened.topics.values()]}
            chosen={sent}
            thing={named}
            older={last && placeText(last.place)}
          />
        ),
      })
    })
    .get('/history.json', query, async (c) => {
      const opened = await open(c, db, c.req.valid('query'))
      if (opened instanceof Response) return opened
      return streamFile(c, { name: 'history', as: 'json' }, listJson(c, db, opened))
    })
    .get('/history.csv', query, async (c) => {
      const opened = await open(c, db, c.req.valid('query'))
      if (opened instanceof Response) return opened
      return streamFile(c, { name: 'history', as: 'csv' }, listCsv(c, db, opened))
    })

/** @throws {Refusal} for a topic or thing that is not there to be seen */
async function open(c: AppContext, db: Db, sent: Asked): Promise<Opened | Response> {
  const topics = await listTopicTitles(db, c.var.viewer)
  const named = sent.entity === undefined ? undefined : await findNamedEntity(db, c, sent.entity)
  const topic = topics.find(({ slug }) => slug === sent.topic)
  if (sent.topic !== undefined && topic === undefined) throw new Refusal('topic-not-found')
  const same = answerUnchanged(
    c,
    topics.flatMap(({ id, version }) => [id, version]),
  )
  if (same !== undefined) return same
  const { by, from, to } = sent
  return {
    topics: new Map(topics.map((one) => [one.id, one])),
    named,
    before: sent.before === undefined ? undefined : parsePlace(sent.before),
    filter: { topicId: topic?.id, kind: sent.kind || undefined, by, thing: named?.thing, from, to },
  }
}

/** The lines of a page; topic by topic, since names are read for each, then in their order again. */
async function describeAll(
  db: Db,
  { topics }: Pick<Opened, 'topics'>,
  placed: readonly PlacedEntry[],
): Promise<HistoryItem[]> {
  const lines = new Map<PlacedEntry['entry'], HistoryItem>()
  for (const [topicId, own] of groupBy(placed, (one) => one.topicId)) {
    const topic = topics.get(topicId)
    if (topic === undefined) continue
    const bySeq = new Map(own.map(({ entry }) => [entry.seq, entry]))
    for (const item of await describeEntries(db, topic, [...bySeq.values()])) {
      const entry = bySeq.get(item.seq)
      if (entry !== undefined) lines.set(entry, { ...item, topic })
    }
  }
  return placed.flatMap(({ entry }) => lines.get(entry) ?? [])
}

const PIECE = 500

/** Piece by piece from the newest to the oldest; what is appended meanwhile is newer. */
async function* listPieces(c: AppContext, db: Db, { filter, before }: Opened) {
  let place = before
  for (;;) {
    const list = { viewer: c.var.viewer, filter, before: place, limit: PIECE }
    const piece = await listAllHistory(db, list)
    yield piece
    const last = piece.at(-1)
    if (last === undefined || piece.length < PIECE) return
    place = last.place
  }
}

const listJson = (c: AppContext, db: Db, opened: Opened): AsyncGenerator<string> =>
  writeEntriesAsJson('{"entries":[', listPieces(c, db, opened), ({ topicId, entry }) =>
    canonicalJson({ ...toldEntry(entry), topic: opened.topics.get(topicId)?.slug ?? '' }),
  )

const listCsv = (c: AppContext, db: Db, opened: Opened): AsyncGenerator<string> =>
  writeEntriesAsCsv(
    listPieces(c, db, opened),
    async (piece) => await describeAll(db, opened, piece),
    [{ head: 'topic', of: (item) => item.topic?.slug ?? '' }],
  )
