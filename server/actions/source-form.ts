import type { Db } from '#db/connect.ts'
import { lockTopic } from '#db/queries/record.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { DossierSourceForm } from '#server/domain/dossier.ts'

/**
 * A source as its newest revision has it, for an action that changes it; nobody else does until this
 * transaction ends.
 */
export async function lockSourceForm(
  trx: Db,
  topic: { readonly id: number; readonly slug: string },
  slug: string,
): Promise<DossierSourceForm> {
  await lockTopic(trx, topic.slug, 'alone')
  const written = await listWritten(trx, topic.id, 'source', [slug])
  return DossierSourceForm.parse(written.get(slug)?.after)
}
