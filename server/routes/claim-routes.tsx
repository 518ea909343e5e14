import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import {
  type ClaimTopic,
  findSuccessor,
  listContradictionIdsOfSide,
  listPredecessors,
} from '#db/queries/claims.ts'
import { listReplies } from '#db/queries/replies.ts'
import { listContradictionsById } from '#db/queries/contradictions.ts'
import { findRestatements } from '#db/queries/restatements.ts'
import { ClaimPage, type ClaimPageProps } from '#views/claim/claim-page.tsx'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import { toJsonLd } from '#views/claim/cite.ts'
import { writeClaimMarkdown } from '#views/export/page-markdown.ts'
import { wording } from '#views/words/wording.ts'
import { may } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { type Known, instantText, knownText } from '../domain/known.ts'
import type { RecordedClaim } from '../domain/recorded-claim.ts'
import type { RecordedContradiction } from '../domain/recorded-contradiction.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { answerMarkdown } from './answer-markdown.ts'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'
import { claimChangeRoutes } from './claim-change-routes.tsx'
import { newClaimRoutes } from './new-claim-routes.tsx'
import { embedOfClaim, shareOf } from './embeddable.ts'
import { findUndo } from './restorable.ts'
import { findClaimThen } from './past-claim.ts'
import { answerNotYet } from './past-nothing.tsx'
import { findPast } from './past.ts'
import {
  claimAddress,
  findClaimOrRefuse,
  findTopicOfClaim,
  jsonLdAddress,
  markdownAddress,
} from './claim-pages.ts'

const pageQuery = validQuery(z.object({ saved: z.string().max(10).optional().catch(undefined) }))

/** Claims that it replaced, at most; the party's page has the rest. */
const MOST_PREDECESSORS = 20

/** Claims that restate it, at most; the contradictions of its side have the rest. */
const MOST_RESTATEMENTS = 100

/** Claims: adding one, its page, changing and withdrawing it. */
export const claimRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .route('/', newClaimRoutes(deps))
    .route('/', readRoutes(deps))
    .route('/', claimChangeRoutes(deps))

const readRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/c/:file{[^/]+\\.jsonld}', jsonLdAddress, async (c) => {
      const { file: id } = c.req.valid('param')
      const topic = await findTopicOfClaim(db, c, id)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const { restates } = await findRestatements(db, id, 1)
      const about = {
        permalink: permalinkOf(c, id),
        restates: restates && permalinkOf(c, restates.id),
        replies: (await listReplies(db, [id])).get(id) ?? [],
      }
      const body = JSON.stringify(toJsonLd(await findClaimOrRefuse(db, id), about))
      return c.body(body, 200, { 'Content-Type': 'application/ld+json' })
    })
    .get('/c/:file{[^/]+\\.md}', markdownAddress, async (c) => {
      const { file: id } = c.req.valid('param')
      const topic = await findTopicOfClaim(db, c, id)
      const known = askedKnown(c)
      const same = answerUnchanged(c, [topic.version, ...partsOf(known)])
      if (same !== undefined) return same
      const claim =
        known === undefined
          ? await findClaimOrRefuse(db, id)
          : (await findClaimThen(db, await findPast(db, topic, known), id))?.claim
      if (claim === undefined) throw new Refusal('claim-not-found')
      const shownAt = known === undefined ? instantText(c.var.now()) : knownText(known)
      const at = paths.claim({ id }, { known: shownAt })
      return answerMarkdown(c, { known, shownAt }, at, (state) => writeClaimMarkdown(claim, state))
    })
    .get('/c/:id', claimAddress, pageQuery, async (c) => {
      const { id } = c.req.valid('param')
      const topic = await findTopicOfClaim(db, c, id)
      const known = askedKnown(c)
      const today = c.var.now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, today, ...partsOf(known)])
      if (same !== undefined) return same
      if (known !== undefined) return await answerThen(db, c, topic, known)
      const claim = await findClaimOrRefuse(db, id)
      const canChange = may(c.var.viewer, 'change what others recorded', claim)
      return await respond(c, {
        title: describeClaim(claim),
        description: claim.statement,
        markdown: paths.claimMarkdown({ id }),
        share: shareOf(c, topic, {
          path: paths.claim(claim),
          card: paths.claimCard(claim),
          title: describeClaim(claim),
          description: claim.statement,
        }),
        topic,
        crumbs: crumbsOf(topic, claim),
        page: (
          <ClaimPage
            {...{ claim, today, canChange, topicSlug: topic.slug }}
            canAskErasure={may(c.var.viewer, 'ask for an erasure')}
            {...await listRelations(db, claim)}
            done={
              canChange
                ? await findDone(db, c, claim, topic, c.req.valid('query').saved)
                : undefined
            }
            viewer={c.var.viewer}
            permalink={citedAs(c, id)}
            embed={embedOf(c, topic, claim)}
            replies={await listRepliesFor(db, c, claim)}
            canReply={may(c.var.viewer, 'record')}
          />
        ),
      })
    })

/**
 * What was done to the claim a moment ago, with the way back: where it was withdrawn or put back the
 * other of the two, else the version before.
 */
async function findDone(
  db: Db,
  c: AppContext,
  claim: RecordedClaim,
  topic: { readonly id: number },
  saved: string | undefined,
): Promise<ClaimPageProps['done']> {
  if (saved === undefined) return undefined
  const thing = { topicId: topic.id, entity: 'claim', slug: claim.slug } as const
  const undo = await findUndo(db, c, thing, paths.claimHistory(claim))
  const isWithdrawn = claim.withdrawnReason !== undefined
  if (saved !== (isWithdrawn ? 'withdrawn' : 'put-back')) return { did: 'saved', undo }
  const of = isWithdrawn ? wording().claim.undoWithdrawing : wording().claim.undoPuttingBack
  return { did: saved, undo: undo && { ...undo, path: paths.withdrawClaim(claim), of } }
}

const crumbsOf = (
  topic: { readonly slug: string; readonly title: string },
  claim: RecordedClaim,
) => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: claim.issue.question, href: paths.issue(claim.issue) },
]

/** The claim's page as it was recorded then. */
async function answerThen(db: Db, c: AppContext, now: ClaimTopic, known: Known): Promise<Response> {
  const past = await findPast(db, now, known)
  const topic = { ...now, title: past.record.topic?.title ?? now.title }
  const id = decodeId(c.req.param('id') ?? '') ?? 0
  const shown = await findClaimThen(db, past, id)
  if (shown === undefined) return await answerNotYet(c, topic, known, 'this claim')
  const { claim } = shown
  const about = { topicSlug: topic.slug, today: c.var.now().toISOString().slice(0, 10) }
  return await respond(c, {
    title: describeClaim(claim),
    description: claim.statement,
    topic,
    crumbs: crumbsOf(topic, claim),
    known,
    markdown: paths.claimMarkdown({ id }, { known: knownText(known) }),
    page: (
      <ClaimPage
        {...{ ...shown, ...about }}
        canChange={false}
        canAskErasure={false}
        replies={[]}
        canReply={false}
        done={undefined}
        viewer={undefined}
        permalink={citedAs(c, id, known)}
        embed={embedOf(c, topic, claim, known)}
      />
    ),
  })
}

/** A citation names the record that was read: what is corrected later does not change what it says. */
const citedAs = (c: AppContext, id: number, known: Known = { at: c.var.now() }): string =>
  `${ownOrigin(c)}${paths.claim({ id }, { known: knownText(known) })}`

/** The claim, to be put into another page: as it is, and as it will be. */
function embedOf(
  c: AppContext,
  { visibility }: ClaimTopic,
  claim: RecordedClaim,
  known: Known = { at: c.var.now() },
) {
  if (visibility !== 'public') return undefined
  const title = describeClaim(claim)
  return {
    fixed: embedOfClaim(ownOrigin(c), claim, { title, known: knownText(known) }),
    current: embedOfClaim(ownOrigin(c), claim, { title }),
  }
}

const permalinkOf = (c: AppContext, id: number): string => `${ownOrigin(c)}${paths.claim({ id })}`

/** What parties answered, with what the viewer may do about it. */
async function listRepliesFor(db: Db, c: AppContext, { id }: RecordedClaim) {
  const replies = (await listReplies(db, [id])).get(id) ?? []
  return replies.map((reply) => ({
    reply,
    canChange: may(c.var.viewer, 'change what others recorded', reply),
  }))
}

/** What the claim conflicts with, and what it replaced or was replaced by. */
async function listRelations(db: Db, claim: RecordedClaim) {
  return {
    contradictions: await listContradictionsOf(db, claim),
    successor: await findSuccessor(db, claim.id),
    predecessors: await listPredecessors(db, claim.id, MOST_PREDECESSORS),
    restatements: await findRestatements(db, claim.id, MOST_RESTATEMENTS),
  }
}

/** Of the claim's side; what is withdrawn or only context is evidence for nothing. */
async function listContradictionsOf(
  db: Db,
  claim: RecordedClaim,
): Promise<RecordedContradiction[]> {
  const { sideId, bearing, withdrawnReason } = claim
  if (sideId === undefined || bearing === 'context' || withdrawnReason !== undefined) return []
  return await listContradictionsById(db, await listContradictionIdsOfSide(db, sideId))
}
