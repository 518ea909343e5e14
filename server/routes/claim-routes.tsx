import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { findClaim, findClaimTopic, findSuccessor, listContradictionIdsOfSide, listPredecessors } from '#db/queries/claims.ts'
import { listContradictionsById } from '#db/queries/contradictions.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { type FoundTopic, findVisibleTopic } from '#db/queries/topics.ts'
import { type FormNotice, NewClaimPage } from '#views/claim/claim-form-page.tsx'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import { CitationsPart } from '#views/claim/citation-fields.tsx'
import { PositionPart } from '#views/claim/position-fields.tsx'
import { ClaimPage } from '#views/claim/claim-page.tsx'
import { type FieldErrors, type FieldValues, noErrors, startValues, valueOf } from '#views/shared/fields.tsx'
import { type Recorded, recordClaim } from '../actions/record-claim.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { readForm } from '../http/form.ts'
import { goTo, respond } from '../http/respond.tsx'
import { requireOwner } from '../http/session.ts'
import { validAddress, validForm, validQuery } from '../http/validate.ts'
import { ownOrigin } from '../http/context.ts'
import { decodeId, paths } from '../paths.ts'
import { ClaimFields } from './claim-fields.ts'
import { checkClaim } from './claim-form.ts'
import { type Stepped, takeStep } from './claim-steps.ts'

const inTopic = validAddress(z.object({ topic: z.string().max(200) }))
const ofClaim = validAddress(z.object({ id: z.string().max(400) }))
const preset = z.string().max(200).optional()
const presets = validQuery(
  z.object({ party: preset, person: preset, issue: preset, position: preset, source: preset }),
)

interface Shown {
  readonly values: FieldValues
  readonly errors?: FieldErrors
  readonly focus?: Stepped['focus']
  readonly notice?: FormNotice
  readonly status?: 200 | 409 | 422
}

export const claimRoutes = ({ db, now }: Deps) => {
  const topicOf = async (c: AppContext): Promise<FoundTopic> => {
    const topic = await findVisibleTopic(db, c.req.param('topic') ?? '', c.var.viewer)
    if (topic === undefined) throw new Refusal('topic-not-found')
    return topic
  }
  const showForm = async (c: AppContext, shown: Shown): Promise<Response> => {
    const topic = await topicOf(c)
    const { values, errors = noErrors, focus, notice, status = 200 } = shown
    c.header('Cache-Control', 'no-store')
    const choices = await listRecordChoices(db, topic.id)
    const form = { values, errors, focus, choices, action: paths.newClaim(topic.slug) }
    return await respond(c, {
      title: 'Add a claim',
      topic,
      hasErrors: status !== 200,
      width: 'reading',
      crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
      status,
      page: <NewClaimPage {...form} notice={notice} topicSlug={topic.slug} viewer={c.var.viewer} />,
      // A step changes one part of the form, which is all that htmx then swaps.
      ...(focus === undefined
        ? {}
        : { fragment: focus.on === 'position' ? <PositionPart {...form} /> : <CitationsPart {...form} /> }),
    })
  }
  return new Hono<AppEnv>()
    .get('/t/:topic/claims/new', requireOwner, inTopic, presets, async (c) => {
      const { source, ...chosen } = c.req.valid('query')
      const key = `claim-${randomBytes(6).toString('hex')}`
      const values = startValues({ key, rows: '1', bearing: 'states', 'c1-source': source, ...chosen })
      return await showForm(c, { values })
    })
    .post(
      '/t/:topic/claims/new',
      requireOwner,
      inTopic,
      validForm(ClaimFields, async ({ values, errors }, c) => await showForm(c, { values, errors, status: 422 })),
      async (c) => {
        const topic = await topicOf(c)
        const values: FieldValues = (await readForm(c)).fields
        const step = valueOf(values, 'step')
        const stepped = takeStep(values, step)
        if (stepped !== undefined) return await showForm(c, stepped)
        const choices = await listRecordChoices(db, topic.id)
        const checked = checkClaim(c.req.valid('form'), { choices, now: now() })
        if (!checked.ok) return await showForm(c, { values, errors: checked.errors, status: 422 })
        const change = { by: c.var.viewer?.name ?? '', accountId: c.var.viewer?.accountId, now: now() }
        try {
          const recorded = await recordClaim(db, {
            ...{ topicSlug: topic.slug, draft: checked.draft, change },
            evenIfSimilar: step === 'save-anyway',
          })
          return recorded.as === 'saved'
            ? goTo(c, `${paths.claim(recorded.claim)}?saved=1`)
            : await showForm(c, { values, notice: noticeOf(recorded), status: 409 })
        } catch (error) {
          if (!(error instanceof DossierError)) throw error
          return await showForm(c, { values, errors: { '': error.errors.map((e) => e.message) }, status: 422 })
        }
      },
    )
    .get('/c/:id', ofClaim, validQuery(z.object({ saved: z.string().optional() })), async (c) => {
      const id = decodeId(c.req.valid('param').id) ?? 0
      const topic = await findClaimTopic(db, id, c.var.viewer)
      const claim = topic && (await findClaim(db, id))
      if (topic === undefined || claim === undefined) throw new Refusal('claim-not-found')
      const today = now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, today])
      if (same !== undefined) return same
      const ids = claim.sideId === undefined ? [] : await listContradictionIdsOfSide(db, claim.sideId)
      return await respond(c, {
        title: describeClaim(claim),
        topic,
        crumbs: [
          { label: topic.title, href: paths.topic(topic.slug) },
          { label: claim.issue.question, href: paths.issue(claim.issue) },
        ],
        page: (
          <ClaimPage
            {...{ claim, today, topicSlug: topic.slug }}
            contradictions={await listContradictionsById(db, ids)}
            successor={await findSuccessor(db, id)}
            predecessors={await listPredecessors(db, id, 20)}
            isOwner={c.var.viewer !== undefined}
            isSaved={c.req.valid('query').saved === '1' && c.var.viewer !== undefined}
            permalink={`${ownOrigin(c)}${paths.claim({ id })}`}
          />
        ),
      })
    })
}

const noticeOf = (recorded: Exclude<Recorded, { as: 'saved' }>): FormNotice =>
  recorded.as === 'similar'
    ? { says: 'similar', claims: recorded.claims }
    : { says: recorded.as, claim: recorded.claim }
