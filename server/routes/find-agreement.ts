import type { Db } from '#db/connect.ts'
import { listJudgements } from '#db/queries/agreement.ts'
import { type AgreementCounts, compareTogether } from '../domain/reviewer-agreement.ts'

/** How far all reviewers together agree on what a topic's reviews have settled. One query. */
export const findAgreement = async (
  db: Db,
  topic: { readonly id: number },
): Promise<AgreementCounts> => compareTogether(await listJudgements(db, topic.id))
