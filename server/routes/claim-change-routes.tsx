import { Hono } from 'hono'
import { findClaimPlace } from '#db/queries/claims.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { listClaimNames } from '#db/queries/restatements.ts'
import { EditClaimPage, type FormNotice } from '#views/claim/claim-form-page.tsx'
import { partOfForm } from '#views/claim/claim-form.tsx'
import { wording } from '#views/words/wording.ts'
import { MOST_CITATIONS } from '#views/claim/fields.ts'
import { WithdrawPage } from '#views/claim/withdraw-page.tsx'
import { type FieldErrors, type FieldValues, noErrors, valueOf } from '#views/shared/fields.tsx'
import { editClaim, findNewest } from '../actions/edit-claim.ts'
import { withdrawClaim } from '../actions/withdraw-claim.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond } from '../http/respond.tsx'
import { allow } from '../http/session.ts'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'
import { mergeEdits } from './claim-differences.ts'
import { ClaimFields, type SentFields, valuesOfClaim } from './claim-fields.ts'
import { type CheckedClaim, type FormContext, checkClaim, checkWhy } from './claim-form.ts'
import { describeFaults } from './claim-faults.ts'
import {
  changeBy,
  claimAddress,
  crumbsTo,
  findClaimOrRefuse,
  findTopicOfClaim,
  mayChange,
} from './claim-pages.ts'
import { listRestatableOf } from './claim-restates.ts'
import { type Stepped, takeStep } from './claim-steps.ts'
import { versionOf, withdrawing } from './withdrawing.tsx'

/** What happens to a claim after it was recorded: it is changed, withdrawn, put back. */
export const claimChangeRoutes = (deps: Deps) =>
  new Hono<AppEnv>().route('/', editRoutes(deps)).route('/', withdrawRoutes(deps))

/** In `again` nothing is parsed yet; the address itself was found valid before. */
const idOf = (c: AppContext): number => decodeId(c.req.param('id') ?? '') ?? 0

interface Shown {
  readonly values: FieldValues
  readonly errors?: FieldErrors
  readonly focus?: Stepped['focus']
  readonly notice?: FormNotice
  readonly status?: 200 | 409 | 422
}

const editRoutes = ({ db }: Deps) => {
  const open = async (c: AppContext) => {
    const topic = await findTopicOfClaim(db, c, idOf(c))
    const place = await findClaimPlace(db, idOf(c))
    if (place === undefined) throw new Refusal('claim-not-found')
    const choices = await listRecordChoices(db, topic.id)
    const saved = await findNewest(db, place)
    if (saved.form.erased !== undefined) throw new Refusal('erased')
    return { topic, choices, saved, slug: place.slug }
  }
  const showForm = async (
    c: AppContext,
    { values, errors = noErrors, ...shown }: Shown,
  ): Promise<Response> => {
    const { topic, choices, saved, slug } = await open(c)
    const { focus, notice, status = 200 } = shown
    const claim = await findClaimOrRefuse(db, idOf(c))
    const keptCitations = Math.max(0, saved.form.citations.length - MOST_CITATIONS)
    const restatable = await listRestatableOf(db, topic.id, values, { choices, except: slug })
    const action = paths.editClaim(claim)
    const form = { values, errors, focus, choices, restatable, keptCitations, action }
    return await respond(c, {
      title: wording().claimForm.edit,
      topic,
      hasErrors: status !== 200,
      crumbs: crumbsTo(topic, claim),
      status,
      page: <EditClaimPage {...form} notice={notice} claim={claim} viewer={c.var.viewer} />,
      ...(focus === undefined ? {} : { fragment: partOfForm(form) }),
    })
  }
  const again = async ({ values, errors }: Rejected, c: AppContext) =>
    await showForm(c, { values, errors, status: 422 })
  return new Hono<AppEnv>()
    .get('/c/:id/edit', allow('record'), claimAddress, mayChange(db), async (c) => {
      const { saved } = await open(c)
      const values = new Map(valuesOfClaim(saved.form)).set('version', [String(saved.version)])
      return await showForm(c, { values })
    })
    .post(
      '/c/:id/edit',
      allow('record'),
      claimAddress,
      mayChange(db),
      validForm(ClaimFields, again),
      async (c) => {
        const { topic, choices, saved, slug } = await open(c)
        const values: FieldValues = (await readForm(c)).fields
        const stepped = takeStep(values, valueOf(values, 'step'))
        if (stepped !== undefined) return await showForm(c, stepped)
        const version = versionOf(values)
        const context = { choices, now: c.var.now(), former: saved.form.citations }
        const checked = checkEdit(c.req.valid('form'), context)
        if (!checked.ok) return await reject({ values, errors: checked.errors }, again, c)
        const { draft, why } = checked
        try {
          const edited = await editClaim(db, {
            claimId: idOf(c),
            version,
            draft,
            change: { ...changeBy(c), why },
          })
          if (edited.as !== 'stale') {
            return goTo(
              c,
              `${paths.claim({ id: idOf(c), slug })}${edited.as === 'saved' ? '?saved=1' : ''}`,
            )
          }
          refuseProgram(c, 'edit-conflict')
          const both = { saved: edited.saved.form, base: edited.base }
          const named = [edited.saved.form.restates, valueOf(values, 'restates')]
          const slugs = named.filter((one) => one !== undefined)
          const claims = await listClaimNames(db, topic.id, slugs)
          const merged = mergeEdits(values, both, { ...choices, claims })
          const together = new Map(merged.values).set('version', [String(edited.saved.version)])
          return await showForm(c, {
            values: together,
            notice: { says: 'stale', changes: merged.changes },
            status: 409,
          })
        } catch (error) {
          if (!(error instanceof DossierError)) throw error
          const sent = { ...checked, slug, choices }
          return await reject(await describeFaults(db, topic.id, { error, sent, values }), again, c)
        }
      },
    )
}

type CheckedEdit =
  | (Extract<CheckedClaim, { ok: true }> & { readonly why: string })
  | Extract<CheckedClaim, { ok: false }>

/** The claim and the reason, with every message of both. */
function checkEdit(sent: SentFields, context: FormContext): CheckedEdit {
  const claim = checkClaim(sent, context)
  const reason = checkWhy(sent)
  if (claim.ok && 'why' in reason) return { ...claim, why: reason.why }
  return {
    ok: false,
    errors: { ...(claim.ok ? {} : claim.errors), ...('why' in reason ? {} : reason.errors) },
  }
}

const withdrawRoutes = ({ db }: Deps) =>
  withdrawing({
    path: '/c/:id/withdraw',
    doors: [claimAddress, mayChange(db)],
    open: async (c) => {
      const topic = await findTopicOfClaim(db, c, idOf(c))
      const claim = await findClaimOrRefuse(db, idOf(c))
      if (claim.erased !== undefined) throw new Refusal('erased')
      return { topic, claim, thing: claim }
    },
    get title() {
      return wording().claim.withdrawing.claim.title
    },
    page: ({ claim }, form) => <WithdrawPage {...form} claim={claim} />,
    save: async (c, { claim }, asked) =>
      await withdrawClaim(db, { claimId: claim.id, ...asked, change: changeBy(c) }),
    shownAt: ({ claim }) =>
      `${paths.claim(claim)}?saved=${claim.withdrawnReason === undefined ? 'withdrawn' : 'put-back'}`,
  })
