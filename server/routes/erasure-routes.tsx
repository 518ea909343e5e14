import { Hono } from 'hono'
import { z } from 'zod'
import { findErasable } from '#db/queries/erasable.ts'
import {
  type ErasureRequest,
  countAskers,
  findErasureRequest,
  findRequestOf,
  listErasureRequests,
} from '#db/queries/erasures.ts'
import { AskErasurePage } from '#views/erasure/ask-page.tsx'
import { ErasurePage } from '#views/erasure/erasure-page.tsx'
import { ErasuresPage } from '#views/erasure/erasures-page.tsx'
import { wordToType } from '#views/erasure/words.ts'
import { noErrors, noValues } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { askErasure } from '../actions/ask-erasure.ts'
import { declineErasure } from '../actions/decline-erasure.ts'
import { carryOutErasure } from '../actions/erase.ts'
import { ERASURE_REASONS, decideErasure } from '../domain/erasures.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { goTo, respond } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { accountOf, actorOf, allow, viewerOf } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { requireConfirmed } from './confirm.tsx'
import { findExtent, requireErasable } from './erasure-targets.ts'
import { numbered } from './settings-routes.tsx'

/** As many of what was decided as the list shows. */
const DECIDED = 50

/** Words that go for good: asked for by one, carried out or declined by another. */
export const erasureRoutes = (deps: Deps) =>
  new Hono<AppEnv>().route('/', askRoutes(deps)).route('/', decideRoutes(deps))

const Asking = z.object({
  texts: z.array(z.string().max(64)).optional(),
  reason: z.enum(ERASURE_REASONS, 'Choose the reason.'),
  why: plainText({
    label: 'In words',
    max: 1000,
    multiline: true,
    required: 'Say in words why it has to go. This is public.',
  }),
})

const askRoutes = ({ db }: Deps) => {
  const show = async (c: AppContext, shown: Partial<Rejected> = {}) => {
    const { thing, target } = await requireErasable(db, c)
    if (!target.hasWords) throw new Refusal('erased')
    const newest = await findRequestOf(db, thing, target.id)
    return await respond(c, {
      title: wording().erasure.askTitle,
      width: 'reading',
      hasErrors: shown.errors !== undefined,
      status: shown.errors === undefined ? 200 : 422,
      page: (
        <AskErasurePage
          {...{ thing, target }}
          extent={await findExtent(db, thing, target.id)}
          pending={newest?.decidedAt === null ? newest : undefined}
          viewer={viewerOf(c)}
          values={shown.values ?? noValues}
          errors={shown.errors ?? noErrors}
        />
      ),
    })
  }
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  const ask = allow('ask for an erasure')
  return new Hono<AppEnv>()
    .get('/erasures/:of/:name', ask, async (c) => await show(c))
    .post(
      '/erasures/:of/:name',
      ask,
      async (c, next) => {
        await requireErasable(db, c)
        await next()
      },
      validForm(Asking, again),
      async (c) => {
        const { thing, target } = await requireErasable(db, c)
        if (!target.hasWords) throw new Refusal('erased')
        const { reason, why, texts = [] } = c.req.valid('form')
        const extent = await findExtent(db, thing, target.id, texts)
        const found = extent.of === 'source' ? extent.source.texts.map((t) => t.sha256) : []
        if (thing === 'source' && found.length === 0) {
          const values = (await readForm(c)).fields
          return await reject(
            { values, errors: { texts: ['Choose at least one text.'] } },
            again,
            c,
          )
        }
        const { topicId, id: thingId } = target
        const by = actorOf(c)
        await askErasure(db, { topicId, thing, thingId, texts: found, reason, why, by })
        noteSecurity(c, 'erasure asked for', { of: thing, subject: target.id })
        return goTo(c, paths.askErasure(thing, target))
      },
    )
}

const Carrying = z.object({ typed: z.string().max(200).optional() })

const Declining = z.object({
  declined: plainText({
    label: 'Why the words stay',
    max: 1000,
    multiline: true,
    required: 'Say why the words stay.',
  }),
})

const decideRoutes = (deps: Deps) => {
  const { db } = deps
  const confirmed = requireConfirmed(deps)
  const open = async (c: AppContext) => {
    const request = await findErasureRequest(db, Number(c.req.param('id')))
    const target = request && (await findErasable(db, request.thing, request.thingId))
    if (request === undefined || target === undefined) throw new Refusal('erasure-not-found')
    if (request.decidedAt !== null) throw new Refusal('erasure-decided')
    return { request, target }
  }
  const show = async (c: AppContext, shown: Partial<Rejected> = {}) => {
    const { request, target } = await open(c)
    const { thing, thingId, texts, askerId: askedBy } = request
    const askers = await countAskers(db)
    return await respond(c, {
      title: wording().erasure.eraseTitle,
      width: 'reading',
      crumbs: [{ label: wording().erasure.title, href: paths.erasures }],
      hasErrors: shown.errors !== undefined,
      status: shown.errors === undefined ? 200 : 422,
      page: (
        <ErasurePage
          request={{ ...request, target }}
          extent={await findExtent(db, thing, thingId, texts)}
          decision={decideErasure({ askedBy, by: accountOf(c), askers })}
          viewer={viewerOf(c)}
          values={shown.values ?? noValues}
          errors={shown.errors ?? noErrors}
        />
      ),
    })
  }
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  const withTarget = async (request: ErasureRequest) => ({
    ...request,
    target: await findErasable(db, request.thing, request.thingId),
  })
  return new Hono<AppEnv>()
    .get('/admin/erasures', allow('erase'), async (c) => {
      const { pending, decided } = await listErasureRequests(db, { decided: DECIDED })
      return await respond(c, {
        title: wording().erasure.title,
        current: 'people',
        page: (
          <ErasuresPage
            viewer={viewerOf(c)}
            pending={await Promise.all(pending.map(withTarget))}
            decided={await Promise.all(decided.map(withTarget))}
          />
        ),
      })
    })
    .get('/admin/erasures/:id', allow('erase'), numbered, async (c) => await show(c))
    .post(
      '/admin/erasures/:id/carry-out',
      allow('erase'),
      numbered,
      confirmed,
      validForm(Carrying, again),
      async (c) => {
        const { request, target } = await open(c)
        const word = wordToType(target)
        if (c.req.valid('form').typed?.trim() !== word) {
          const values = (await readForm(c)).fields
          return await reject({ values, errors: { typed: [`Type ${word} exactly.`] } }, again, c)
        }
        await carryOutErasure(db, { requestId: request.id, by: actorOf(c) })
        noteSecurity(c, 'erased', { of: request.thing, subject: request.thingId })
        return goTo(c, paths.erasures)
      },
    )
    .post(
      '/admin/erasures/:id/decline',
      allow('erase'),
      numbered,
      validForm(Declining, again),
      async (c) => {
        const { request } = await open(c)
        const why = c.req.valid('form').declined
        await declineErasure(db, { requestId: request.id, why, by: actorOf(c) })
        noteSecurity(c, 'erasure declined', { of: request.thing, subject: request.thingId })
        return goTo(c, paths.erasures)
      },
    )
}
