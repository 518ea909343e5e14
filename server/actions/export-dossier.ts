import type { Db } from '#db/connect.ts'
import { listExported } from '#db/queries/export.ts'
import { findTopicRow } from '#db/queries/record.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { listJudgement } from '#db/queries/judgement.ts'
import {
  type Dossier,
  type DossierTopicForm,
  FORMAT,
  writeDossier,
} from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import { withoutHiddenTexts } from '#server/domain/hidden-texts.ts'
import { findSigningKey, publishCheckpoint } from './publish-checkpoint.ts'

/**
 * Write a topic as a dossier: every thing as its newest revision has it, in the order of the topic,
 * then contradictions, reviews and history.
 * @param audience - readers get no verdict of a contradiction that is not settled: reviews are
 *   independent; and no text of a source that is shown in excerpts only
 * @param origin - where people reach the topic, without the scheme: a dossier from there carries the
 *   checkpoint of its history, so that whoever keeps one can tell later that the history was changed
 * @returns JSON text that ends in a line feed; importing it gives this topic again
 * @throws {Refusal} topic-not-found
 */
export async function exportDossier(
  db: Db,
  slug: string,
  audience: 'readers' | 'operators',
  origin?: string,
): Promise<string> {
  // Made, where it is not there yet, before the transaction that only reads.
  if (origin !== undefined) await findSigningKey(db)
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const topic = await findTopicRow(trx, slug)
      if (topic === undefined) throw new Refusal('topic-not-found')
      const written = (await listWritten(trx, topic.id, 'topic')).get(slug)
      const form = written?.after as DossierTopicForm | undefined
      if (form === undefined) throw new Refusal('topic-not-found')
      const checkpoint = origin && (await publishCheckpoint(trx, origin, { id: topic.id, slug }))
      const isForReaders = audience === 'readers'
      const dossier: Dossier = {
        format: FORMAT,
        ...form,
        ...(checkpoint && { checkpoint }),
        ...(await listExported(trx, topic.id)),
        ...(await listJudgement(trx, topic.id, { withUnsettled: !isForReaders })),
      }
      return writeDossier(isForReaders ? withoutHiddenTexts(dossier) : dossier)
    })
}
