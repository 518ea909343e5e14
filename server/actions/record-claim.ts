import type { Db } from '#db/connect.ts'
import {
  findClaimLink,
  findClaimRevision,
  listSimilarClaims,
  lockClaimSlug,
} from '#db/queries/claims.ts'
import { findTopicRow, lockTopic } from '#db/queries/record.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import { type DossierCitation, DossierClaim, DossierIssue } from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import {
  type ClaimDraft,
  type DraftParts,
  bringsAlong,
  findIssue,
  partsOf,
} from '#server/domain/new-claim.ts'
import type { LinkedClaim } from '#server/domain/recorded-claim.ts'
import { anchorCitations } from './anchor-citations.ts'
import { refuseUnchecked } from './check-quotations.ts'
import { type Change, saveRecord } from './save-record.ts'

export type Recorded =
  /** Saved, now or by the same form before. */
  | { readonly as: 'saved'; readonly claim: LinkedClaim }
  /** The form was sent before with other content; that is the claim it made. */
  | { readonly as: 'form-used'; readonly claim: LinkedClaim }
  /** This very claim is on record under another slug. */
  | { readonly as: 'duplicate'; readonly claim: LinkedClaim }
  /** It may repeat these; saved only when asked to save anyway. */
  | { readonly as: 'similar'; readonly claims: readonly LinkedClaim[] }

export interface NewClaim {
  readonly topicSlug: string
  /** Its slug was made when the form was rendered: sending one form twice makes one claim. */
  readonly draft: ClaimDraft
  /** Save it although it looks like one on record. */
  readonly evenIfSimilar: boolean
  readonly change: Change
}

/**
 * Record a claim with the party, person, issue, position and sources it brings along: all, or nothing.
 * @throws {DossierError} a quotation that is not in its capture, a date later than its publication, a
 *   position that nobody could hold
 * @throws {Refusal} topic-not-found
 */
export async function recordClaim(db: Db, given: NewClaim): Promise<Recorded> {
  const { topicSlug, draft, evenIfSimilar, change } = given
  return await db.transaction().execute(async (trx) => {
    // What is new gets a slug that nothing has: nobody else may be choosing one.
    await lockTopic(trx, topicSlug, bringsAlong(draft) ? 'alone' : 'beside others')
    await lockClaimSlug(trx, topicSlug, draft.slug)
    const topic = await findTopicRow(trx, topicSlug)
    if (topic === undefined) throw new Refusal('topic-not-found')
    const parts = await draftParts(trx, topic.id, draft, change.now)
    const before = await findBefore(trx, topic.id, parts, evenIfSimilar)
    if (before !== undefined) return before
    await saveRecord(trx, topicSlug, recordParts(parts), change)
    const claim = await findClaimLink(trx, topic.id, draft.slug)
    if (claim === undefined) throw new Error(`Claim ${draft.slug} was saved and is not there`)
    return { as: 'saved', claim }
  })
}

export const recordParts = ({ claim, ...parts }: DraftParts) => ({ ...parts, claims: [claim] })

/**
 * A draft in dossier forms, over what the topic holds now.
 * @param former - the claim's citations as they are on record
 * @throws {DossierError} for words of a text that was erased, which are not among them
 */
export async function draftParts(
  trx: Db,
  topicId: number,
  draft: ClaimDraft,
  now: Date,
  former: readonly DossierCitation[] = [],
): Promise<DraftParts> {
  const known = await listRecordChoices(trx, topicId)
  const issue = findIssue(draft.issue, known.issues)?.slug
  const written = await listWritten(trx, topicId, 'issue', issue === undefined ? [] : [issue])
  const form = issue === undefined ? undefined : written.get(issue)?.after
  const issueForm = form === undefined ? undefined : DossierIssue.parse(form)
  const { claim, ...parts } = partsOf(draft, known, { issueForm, now })
  const citations = await anchorCitations(trx, topicId, claim.citations, parts.sources)
  await refuseUnchecked(trx, topicId, { slug: claim.slug, citations }, former)
  return { ...parts, claim: { ...claim, citations } }
}

/** What a claim says; where in its sources the words stand does not make it another. */
const contentOf = ({ slug: _, citations, ...content }: DossierClaim): string =>
  canonicalJson({
    ...content,
    citations: citations.map(({ prefix: _p, suffix: _s, start: _b, end: _e, ...said }) => said),
  })

/** The same but for its mark, which makes no other claim of it. */
const saidIn = ({ restates: _, ...claim }: DossierClaim): string => contentOf(claim)

/** What is on record already that keeps this from being saved. */
async function findBefore(
  trx: Db,
  topicId: number,
  { claim }: DraftParts,
  evenIfSimilar: boolean,
): Promise<Recorded | undefined> {
  const made = await findClaimLink(trx, topicId, claim.slug)
  if (made !== undefined) {
    const first = await findClaimRevision(trx, { topicId, slug: claim.slug, version: 1 })
    const isSame = first !== undefined && contentOf(DossierClaim.parse(first)) === contentOf(claim)
    return { as: isSame ? 'saved' : 'form-used', claim: made }
  }
  const similar = await listSimilarClaims(trx, topicId, claim)
  if (similar.length === 0) return undefined
  const written = await listWritten(
    trx,
    topicId,
    'claim',
    similar.map((s) => s.slug),
  )
  const same = similar.find((s) => {
    const after = written.get(s.slug)?.after
    return after !== undefined && saidIn(DossierClaim.parse(after)) === saidIn(claim)
  })
  if (same !== undefined) return { as: 'duplicate', claim: same }
  // Whoever marked it as a restatement of that one has seen that they are alike.
  const others = similar.filter((s) => s.slug !== claim.restates)
  return evenIfSimilar || others.length === 0 ? undefined : { as: 'similar', claims: others }
}
