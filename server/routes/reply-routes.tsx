import { Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { type ReplyPlace, findReplyPlace, listReplies } from '#db/queries/replies.ts'
import { partOfForm } from '#views/claim/claim-form.tsx'
import { MOST_CITATIONS } from '#views/claim/fields.ts'
import { wording } from '#views/words/wording.ts'
import { ReplyFormPage, type ReplyNotice } from '#views/reply/reply-form-page.tsx'
import { WithdrawReplyPage } from '#views/reply/withdraw-reply-page.tsx'
import {
  type FieldErrors,
  type FieldValues,
  noErrors,
  startValues,
  valueOf,
} from '#views/shared/fields.tsx'
import {
  type SavedReply,
  editReply,
  findNewestReply,
  recordReply,
  withdrawReply,
} from '../actions/save-reply.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { Refusal } from '../domain/errors.ts'
import type { RecordedReply } from '../domain/recorded-reply.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { accountOf, allow, refuseUnless } from '../http/session.ts'
import { type Rejected, reject, validAddress, validForm } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'
import { mergeFields } from './claim-differences.ts'
import { ClaimFields } from './claim-fields.ts'
import { describeFaults } from './claim-faults.ts'
import {
  changeBy,
  claimAddress,
  crumbsTo,
  findClaimOrRefuse,
  findTopicOfClaim,
  keyIn,
  newKey,
} from './claim-pages.ts'
import { type Stepped, takeStep } from './claim-steps.ts'
import { versionOf, withdrawing } from './withdrawing.tsx'
import { type CheckedReply, checkReply, checkReplyEdit, valuesOfReply } from './reply-form.ts'

/** What parties answer to claims: recording an answer, changing it, withdrawing it and putting it back. */
export const replyRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .route('/', newRoutes(deps))
    .route('/', editRoutes(deps))
    .route('/', withdrawRoutes(deps))

const idIn = (c: AppContext, name: 'id' | 'reply'): number => decodeId(c.req.param(name) ?? '') ?? 0

const replyAddress = validAddress(z.object({ id: z.string().max(400), reply: z.string().max(400) }))

/** The claim and its topic. @throws {Refusal} claim-not-found, hidden ones too */
async function open(db: Db, c: AppContext) {
  const topic = await findTopicOfClaim(db, c, idIn(c, 'id'))
  return { topic, claim: await findClaimOrRefuse(db, idIn(c, 'id')) }
}

/** The reply that the address names, of the claim that it names. @throws {Refusal} reply-not-found */
async function requirePlace(db: Db, c: AppContext): Promise<ReplyPlace> {
  await findTopicOfClaim(db, c, idIn(c, 'id'))
  const place = await findReplyPlace(db, idIn(c, 'id'), { id: idIn(c, 'reply') })
  if (place === undefined) throw new Refusal('reply-not-found')
  return place
}

/** Ask for the claim before anything is said about what was sent to it. */
const claimFirst =
  (db: Db): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await findTopicOfClaim(db, c, idIn(c, 'id'))
    await next()
  }

/**
 * Let only whoever recorded the reply, or may change what others recorded, go on.
 * @throws {Refusal} claim-not-found | reply-not-found | sign-in-needed | forbidden
 */
const mayChangeReply =
  (db: Db): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    refuseUnless(c, 'change what others recorded', await requirePlace(db, c))
    await next()
  }

interface Shown {
  readonly values: FieldValues
  readonly errors?: FieldErrors
  readonly focus?: Stepped['focus']
  readonly notice?: ReplyNotice
  readonly status?: 200 | 409 | 422
}

/** The form of a new reply, or with `edited` of that one. */
async function showForm(
  db: Db,
  c: AppContext,
  { values, errors = noErrors, focus, notice, status = 200 }: Shown,
  edited?: ReplyPlace,
): Promise<Response> {
  const { topic, claim } = await open(db, c)
  const choices = await listRecordChoices(db, topic.id)
  const saved = edited && (await findNewestReply(db, topic.id, edited.slug))
  const keptCitations = Math.max(0, (saved?.form.citations.length ?? 0) - MOST_CITATIONS)
  const action = edited === undefined ? paths.newReply(claim) : paths.editReply(claim, edited)
  const form = { values, errors, focus, choices, keptCitations, action }
  return await respond(c, {
    title: edited === undefined ? wording().reply.addTitle : wording().reply.editTitle,
    topic,
    hasErrors: status !== 200,
    crumbs: crumbsTo(topic, claim),
    status,
    page: (
      <ReplyFormPage
        {...{ ...form, claim, notice, topicSlug: topic.slug, viewer: c.var.viewer }}
        isEdit={edited !== undefined}
      />
    ),
    ...(focus === undefined ? {} : { fragment: partOfForm(form) }),
  })
}

const newRoutes = ({ db }: Deps) => {
  const again = async ({ values, errors }: Rejected, c: AppContext) =>
    await showForm(db, c, { values, errors, status: 422 })
  return new Hono<AppEnv>()
    .get('/c/:id/replies/new', allow('record'), claimAddress, async (c) => {
      const { claim } = await open(db, c)
      const values = startValues({ key: newKey(), rows: '1', party: claim.party.slug })
      return await showForm(db, c, { values })
    })
    .post(
      '/c/:id/replies/new',
      allow('record'),
      claimAddress,
      claimFirst(db),
      validForm(ClaimFields, again),
      async (c) => {
        const { topic, claim } = await open(db, c)
        const values: FieldValues = (await readForm(c)).fields
        const stepped = takeStep(values, valueOf(values, 'step'))
        if (stepped !== undefined) return await showForm(db, c, stepped)
        const choices = await listRecordChoices(db, topic.id)
        const checked = checkReply(c.req.valid('form'), { choices, now: c.var.now() })
        if (!checked.ok) return await reject({ values, errors: checked.errors }, again, c)
        const who = String(accountOf(c))
        await takeAttempt(db, { limit: 'claims by account', who, now: c.var.now() })
        const draft = { ...checked.draft, slug: keyIn(values) }
        const saving = recordReply(db, { claimId: claim.id, draft, change: changeBy(c) })
        const saved = await orFaults(saving)
        if (saved instanceof DossierError)
          return await reject(await told(db, c, saved, { ...checked, draft, values }), again, c)
        if (saved.as === 'saved') return goTo(c, paths.reply(claim, saved))
        refuseProgram(c, 'duplicate')
        return await showForm(db, c, refused(values, saved, claim))
      },
    )
}

/** What was saved, or why the record refused it. */
async function orFaults<Saved>(saving: Promise<Saved>): Promise<Saved | DossierError> {
  try {
    return await saving
  } catch (error) {
    if (error instanceof DossierError) return error
    throw error
  }
}

/** What the record refused, each at its field. */
async function told(
  db: Db,
  c: AppContext,
  error: DossierError,
  { draft, rows, values }: Extract<CheckedReply, { ok: true }> & { values: FieldValues },
) {
  const { topic } = await open(db, c)
  const choices = await listRecordChoices(db, topic.id)
  const sent = { of: 'replies', draft, slug: draft.slug, rows, choices } as const
  return await describeFaults(db, topic.id, { error, sent, values })
}

function refused(
  values: FieldValues,
  saved: Exclude<SavedReply, { as: 'saved' }>,
  claim: { readonly id: number; readonly slug: string },
): Shown {
  // The key was used up by the other reply: this one, sent again, is to be a reply of its own.
  const fresh = new Map(values).set('key', [newKey()])
  const notice: ReplyNotice =
    saved.as === 'form-used'
      ? { says: 'form-used' }
      : { says: 'duplicate', href: paths.reply(claim, saved) }
  return { values: fresh, notice, status: 409 }
}

const editRoutes = ({ db }: Deps) => {
  const again = async ({ values, errors }: Rejected, c: AppContext) =>
    await showForm(db, c, { values, errors, status: 422 }, await requirePlace(db, c))
  return new Hono<AppEnv>()
    .get(
      '/c/:id/replies/:reply/edit',
      allow('record'),
      replyAddress,
      mayChangeReply(db),
      async (c) => {
        const { topic } = await open(db, c)
        const place = await requirePlace(db, c)
        const { form, version } = await findNewestReply(db, topic.id, place.slug)
        const values = new Map(valuesOfReply(form)).set('version', [String(version)])
        return await showForm(db, c, { values }, place)
      },
    )
    .post(
      '/c/:id/replies/:reply/edit',
      allow('record'),
      replyAddress,
      mayChangeReply(db),
      validForm(ClaimFields, again),
      async (c) => {
        const { topic, claim } = await open(db, c)
        const place = await requirePlace(db, c)
        const values: FieldValues = (await readForm(c)).fields
        const stepped = takeStep(values, valueOf(values, 'step'))
        if (stepped !== undefined) return await showForm(db, c, stepped, place)
        const version = versionOf(values)
        const choices = await listRecordChoices(db, topic.id)
        const { form } = await findNewestReply(db, topic.id, place.slug)
        const context = { choices, now: c.var.now(), former: form.citations }
        const checked = checkReplyEdit(c.req.valid('form'), context)
        if (!checked.ok) return await reject({ values, errors: checked.errors }, again, c)
        const draft = { ...checked.draft, slug: place.slug }
        const change = { ...changeBy(c), why: checked.why }
        const edit = { claimId: claim.id, slug: place.slug, version, draft, change }
        const edited = await orFaults(editReply(db, edit))
        if (edited instanceof DossierError)
          return await reject(await told(db, c, edited, { ...checked, draft, values }), again, c)
        if (edited.as !== 'stale') return goTo(c, paths.reply(claim, place))
        refuseProgram(c, 'edit-conflict')
        const theirs = valuesOfReply(edited.saved.form)
        const merged = mergeFields(values, { saved: theirs, base: undefined }, choices)
        const together = new Map(merged.values).set('version', [String(edited.saved.version)])
        const notice = { says: 'stale', changes: merged.changes } as const
        return await showForm(db, c, { values: together, notice, status: 409 }, place)
      },
    )
}

const withdrawRoutes = ({ db }: Deps) =>
  withdrawing({
    path: '/c/:id/replies/:reply/withdraw',
    doors: [replyAddress, mayChangeReply(db)],
    open: async (c) => ({ ...(await open(db, c)), thing: await requireReply(db, c) }),
    get title() {
      return wording().claim.withdrawing.reply.title
    },
    page: ({ claim, thing }, form) => <WithdrawReplyPage {...form} claim={claim} reply={thing} />,
    save: async (c, { claim, thing: { slug } }, asked) =>
      await withdrawReply(db, { claimId: claim.id, slug, ...asked, change: changeBy(c) }),
    shownAt: ({ claim, thing }) => paths.reply(claim, thing),
  })

/** The reply that the address names, with what shows it. @throws {Refusal} reply-not-found */
async function requireReply(db: Db, c: AppContext): Promise<RecordedReply> {
  const { id } = await requirePlace(db, c)
  const replies = (await listReplies(db, [idIn(c, 'id')])).get(idIn(c, 'id'))
  const reply = replies?.find((r) => r.id === id)
  if (reply === undefined) throw new Refusal('reply-not-found')
  return reply
}
