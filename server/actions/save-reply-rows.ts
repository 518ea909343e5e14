import type { Db } from '#db/connect.ts'
import { type Ids, type TopicRow, listIds, nextOrdinal } from '#db/queries/record.ts'
import {
  listAnswered,
  listReplySlugsOn,
  replaceReplyCitations,
  saveReplies,
} from '#db/queries/replies.ts'
import { parseDate } from '#server/domain/dates.ts'
import { type DossierReply, DossierReply as ReplySchema } from '#server/domain/dossier.ts'
import { DossierError, type DossierFault } from '#server/domain/dossier-error.ts'
import { describeTooEarly, isBeforeClaim } from '#server/domain/replies.ts'
import {
  type PreparedSource,
  type RowsChange,
  boundedDays,
  citationColumns,
  distinct,
  listPrepared,
  listRebound,
  placeCitation,
  recordedColumns,
} from './place-citations.ts'
import { idOf } from './save-rows.ts'

interface Given extends RowsChange {
  readonly replies: readonly DossierReply[]
  /** Slugs of what was written before: replies that answer or cite it are placed and dated again. */
  readonly touched: { readonly claims: readonly string[]; readonly sources: readonly string[] }
}

/** Everything the slugs of replies lead to. */
interface Known {
  readonly claims: Awaited<ReturnType<typeof listAnswered>>
  readonly parties: Ids
  readonly people: Ids
  readonly sources: ReadonlyMap<string, PreparedSource>
}

/**
 * Write replies with their citations, after the claims that they answer.
 * @throws {DossierError} with every fault found, by the reply's slug
 */
export async function saveReplyRows(trx: Db, topic: TopicRow, given: Given): Promise<void> {
  const on = await listReplySlugsOn(trx, topic.id, given.touched)
  const asked = { written: given.replies, rebound: on }
  const of = { topicId: topic.id, entity: 'reply' } as const
  const rebound = await listRebound(trx, of, asked, (form) => ReplySchema.parse(form))
  const replies = [...given.replies, ...rebound.map(({ form }) => form)]
  if (replies.length === 0) return
  const known = await listKnown(trx, topic, replies)
  const faults: DossierFault[] = []
  const placed = replies.map((reply) => placeReply(reply, known, faults))
  if (faults.length > 0) throw new DossierError(faults)
  const first = await nextOrdinal(trx, 'reply', topic.id)
  const recorded = recordedColumns(given, rebound)
  const ids = await saveReplies(
    trx,
    placed.map(({ row }, i) => ({
      ...row,
      topic_id: topic.id,
      ordinal: first + i,
      ...recorded(row.slug),
    })),
  )
  const citations = placed.flatMap(({ row, citations: own }) =>
    own.map((citation, ordinal) => ({
      topic_id: topic.id,
      reply_id: idOf(ids, row.slug, 'reply', `/replies/${row.slug}`),
      ...citationColumns(citation),
      ordinal,
    })),
  )
  await replaceReplyCitations(trx, [...ids.values()], citations)
}

async function listKnown(
  trx: Db,
  topic: TopicRow,
  replies: readonly DossierReply[],
): Promise<Known> {
  const named = (field: 'claim' | 'party' | 'person') => distinct(replies.map((r) => r[field]))
  return {
    claims: await listAnswered(trx, topic.id, named('claim')),
    parties: await listIds(trx, 'party', topic.id, named('party')),
    people: await listIds(trx, 'person', topic.id, named('person')),
    sources: await listPrepared(trx, topic.id, replies),
  }
}

/** Find what a reply refers to and where its quotations stand; faults are added to `faults`. */
function placeReply(reply: DossierReply, known: Known, faults: DossierFault[]) {
  const path = `/replies/${reply.slug}`
  const refuse = (field: string, message: string) =>
    void faults.push({ path: `${path}/${field}`, message })
  const ref = (ids: Ids, slug: string, what: 'party' | 'person'): number => {
    const id = ids.get(slug)
    if (id === undefined) refuse(what, `There is no ${what} “${slug}” in this topic.`)
    return id ?? 0
  }
  const citations = reply.citations.map((citation, i) =>
    placeCitation(citation, known.sources, `${path}/citations/${i}`, faults),
  )
  const publications = citations.flatMap(({ source }) => source?.publishedLatest ?? [])
  const days = boundedDays(reply, publications, path, faults)
  const claim = known.claims.get(reply.claim)
  if (claim === undefined) refuse('claim', `There is no claim “${reply.claim}” in this topic.`)
  else if (isBeforeClaim(days, parseDate(claim.said)))
    refuse('said', describeTooEarly(reply.said, claim.said))
  const row = {
    slug: reply.slug,
    claim_id: claim?.id ?? 0,
    party_id: ref(known.parties, reply.party, 'party'),
    person_id: reply.person === undefined ? null : ref(known.people, reply.person, 'person'),
    said: reply.said,
    ...days,
    statement: reply.statement,
    withdrawn_reason: reply.withdrawn?.reason ?? null,
  }
  return { row, citations }
}
