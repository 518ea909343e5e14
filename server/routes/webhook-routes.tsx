import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findVisibleTopic, listVisibleTopics } from '#db/queries/topics.ts'
import {
  deleteWebhook,
  disableWebhook,
  enableWebhook,
  insertTest,
  listWebhooks,
} from '#db/queries/webhooks.ts'
import { WebhooksPage } from '#views/account/webhooks-page.tsx'
import { wording } from '#views/words/wording.ts'
import { noErrors, noValues } from '#views/shared/fields.tsx'
import { addWebhook } from '../actions/add-webhook.ts'
import { Refusal } from '../domain/errors.ts'
import { WEBHOOK_EVENTS } from '../domain/webhooks.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { accountOf, allow, viewerOf } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { type Rejected, reject, validForm, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { findPostFlaw } from '../web/post-address.ts'
import { requireConfirmed } from './confirm.tsx'
import { numbered } from './settings-routes.tsx'

/** As many of the newest deliveries of each webhook as are shown. */
const SHOWN = 10

const WebhookForm = z.object({
  topic: z.string('Choose a topic.').min(1, 'Choose a topic.').max(200),
  url: plainText({ label: 'Address', max: 2048, refuseBidi: true }),
  events: z.array(z.enum(WEBHOOK_EVENTS, 'Choose from the list.')).optional(),
})

const savedQuery = validQuery(
  z.object({
    saved: z.enum(['test', 'disabled', 'enabled', 'removed']).optional().catch(undefined),
    which: z.coerce.number().int().optional().catch(undefined),
  }),
)

/** Having what happens in a topic sent elsewhere: added, tried, disabled, removed; all one's own. */
export const webhookRoutes = (deps: Deps) => {
  const { db, now, webhooks } = deps
  const confirmed = requireConfirmed(deps)
  const show = async (
    c: AppContext,
    shown: Partial<Rejected> & { madeSecret?: string; notice?: string; disabled?: number } = {},
  ) => {
    const viewer = viewerOf(c)
    const { values = noValues, errors = noErrors, madeSecret, notice } = shown
    return await respond(c, {
      title: wording().webhooks.title,
      current: 'account',
      width: 'reading',
      hasErrors: shown.errors !== undefined,
      status: shown.errors === undefined ? 200 : 422,
      page: (
        <WebhooksPage
          {...{ viewer, values, errors, madeSecret, notice, disabled: shown.disabled }}
          isOn={webhooks !== undefined}
          hosts={webhooks?.hosts}
          topics={await listVisibleTopics(db, viewer)}
          webhooks={await listWebhooks(db, viewer.accountId, SHOWN)}
        />
      ),
    })
  }
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  const send = allow('send webhooks')
  const countAttempt = async (c: AppContext) =>
    await takeAttempt(db, {
      limit: 'webhooks by account',
      who: String(accountOf(c)),
      now: now(),
    })

  return new Hono<AppEnv>()
    .get('/settings/webhooks', send, savedQuery, async (c) => {
      const { saved, which } = c.req.valid('query')
      const disabled = saved === 'disabled' && which !== undefined ? { disabled: which } : {}
      return await show(
        c,
        saved === undefined ? {} : { notice: wording().webhooks.notices[saved], ...disabled },
      )
    })
    .post('/settings/webhooks', send, confirmed, validForm(WebhookForm, again), async (c) => {
      const form = c.req.valid('form')
      const { topic, errors } = await checkForm(db, c, form, webhooks)
      if (topic === undefined)
        return await reject({ values: (await readForm(c)).fields, errors }, again, c)
      await countAttempt(c)
      const accountId = accountOf(c)
      const events = form.events?.length === 0 ? undefined : form.events
      const webhook = { accountId, topicId: topic.id, url: form.url, events, now: now() }
      const { secret } = await addWebhook(db, webhook)
      noteSecurity(c, 'webhook added', { topic: topic.id })
      return await show(c, { madeSecret: secret })
    })
    .post('/settings/webhooks/:id/test', send, numbered, async (c) => {
      await countAttempt(c)
      const { id } = c.req.valid('param')
      const test = { id, accountId: accountOf(c), key: `test ${randomUUID()}`, now: now() }
      if (!(await insertTest(db, test))) throw new Refusal('webhook-not-found')
      webhooks?.wake?.()
      return goTo(c, `${paths.webhooks}?saved=test`)
    })
    .post('/settings/webhooks/:id/disable', send, numbered, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await disableWebhook(db, { id, accountId: accountOf(c), now: now() })))
        throw new Refusal('webhook-not-found')
      noteSecurity(c, 'webhook ended', { which: id })
      return goTo(c, `${paths.webhooks}?saved=disabled&which=${id}`)
    })
    .post('/settings/webhooks/:id/enable', send, numbered, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await enableWebhook(db, { id, accountId: accountOf(c), now: now() })))
        throw new Refusal('webhook-not-found')
      noteSecurity(c, 'webhook enabled', { which: id })
      return goTo(c, `${paths.webhooks}?saved=enabled`)
    })
    .post('/settings/webhooks/:id/remove', send, numbered, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await deleteWebhook(db, { id, accountId: accountOf(c) })))
        throw new Refusal('webhook-not-found')
      noteSecurity(c, 'webhook ended', { which: id })
      return goTo(c, `${paths.webhooks}?saved=removed`)
    })
}

/** The topic of a form that can be taken, or what is wrong with the form. */
async function checkForm(
  db: Db,
  c: AppContext,
  { topic: slug, url }: z.output<typeof WebhookForm>,
  webhooks: Deps['webhooks'],
) {
  if (webhooks === undefined)
    return { errors: { '': ['Nothing is sent from here, so no webhook can be added.'] } }
  const topic = await findVisibleTopic(db, slug, c.var.viewer)
  const flaw = findPostFlaw(url, webhooks)
  if (topic !== undefined && flaw === undefined) return { topic, errors: noErrors }
  return {
    errors: {
      ...(topic === undefined ? { topic: ['Choose a topic.'] } : {}),
      ...(flaw === undefined ? {} : { url: [flaw] }),
    },
  }
}
