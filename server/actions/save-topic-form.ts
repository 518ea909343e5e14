import type { Db } from '#db/connect.ts'
import { saveTopic } from '#db/queries/record.ts'
import { indexForSearch } from '#db/queries/search-index.ts'
import { insertRevisions, listWritten } from '#db/queries/revisions.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { DossierTopic, DossierTopicForm } from '../domain/dossier.ts'
import type { Change } from './save-record.ts'

/** Create the topic's row, or bring what it says of itself up to date. */
export async function saveTopicRow(trx: Db, topic: DossierTopic, now: Date) {
  const row = await saveTopic(trx, {
    slug: topic.slug,
    title: topic.title,
    summary: topic.summary ?? null,
    visibility: topic.visibility,
    reviewsToSettle: topic.reviewsToSettle,
    now,
  })
  await indexForSearch(trx, 'topic', [row.id])
  return row
}

/**
 * Write what a topic says of itself, as a revision; what equals its newest is left alone. Needs the
 * topic's lock.
 * @param change - from the newest form, undefined where there is none, to the next
 * @returns the form that holds now, and whether it is another than before
 */
export async function saveTopicForm(
  trx: Db,
  topic: { readonly id: number; readonly slug: string },
  change: (before: DossierTopicForm | undefined) => DossierTopicForm,
  by: Change,
): Promise<{ form: DossierTopicForm; changed: boolean }> {
  const known = (await listWritten(trx, topic.id, 'topic')).get(topic.slug)
  const before = known?.after as DossierTopicForm | undefined
  const form = change(before)
  if (canonicalJson(before) === canonicalJson(form)) return { form, changed: false }
  await saveTopicRow(trx, form.topic, by.now)
  await insertRevisions(
    trx,
    {
      topicId: topic.id,
      entity: 'topic',
      madeAt: by.now,
      madeBy: by.by,
      accountId: by.accountId,
      why: by.why,
    },
    [{ slug: topic.slug, version: (known?.version ?? 0) + 1, before, after: form }],
  )
  return { form, changed: true }
}
