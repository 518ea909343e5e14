import type { Db } from '#db/connect.ts'
import { listJudgements } from '#db/queries/agreement.ts'
import { type ReviewerAgreement, compareReviewers } from '../domain/reviewer-agreement.ts'

/** How far reviewers agree on what a topic's reviews have settled. One query. */
export const findAgreement = async (
  db: Db,
  topic: { readonly id: number },
): Promise<ReviewerAgreement> => compareReviewers(await listJudgements(db, topic.id))
