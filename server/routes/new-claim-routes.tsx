import { Hono } from 'hono'
import { z } from 'zod'
import { removeDraft } from '#db/queries/drafts.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { type FormNotice, NewClaimPage } from '#views/claim/claim-form-page.tsx'
import { partOfForm } from '#views/claim/claim-form.tsx'
import { wording } from '#views/words/wording.ts'
import {
  type FieldErrors,
  type FieldValues,
  noErrors,
  startValues,
  valueOf,
} from '#views/shared/fields.tsx'
import { type Recorded, recordClaim } from '../actions/record-claim.ts'
import { DossierError } from '../domain/dossier-error.ts'
import type { RecordChoices } from '../domain/new-claim.ts'
import type { LinkedClaim } from '../domain/recorded-claim.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { accountOf, allow } from '../http/session.ts'
import { reject, validAddress, validForm, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { ClaimFields, type SentFields } from './claim-fields.ts'
import { checkClaim } from './claim-form.ts'
import { describeFaults } from './claim-faults.ts'
import { readNext } from './capture-next.ts'
import { changeBy, keyIn, newKey } from './claim-pages.ts'
import { listRestatableOf } from './claim-restates.ts'
import { type Stepped, restatedBy, takeStep } from './claim-steps.ts'
import { requireTopic } from './pages.ts'

const address = validAddress(z.object({ topic: z.string().min(1).max(200) }))

const preset = z.string().max(200).optional().catch(undefined)
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

export const newClaimRoutes = ({ db }: Deps) => {
  const showForm = async (
    c: AppContext,
    { values, errors = noErrors, ...shown }: Shown,
  ): Promise<Response> => {
    const topic = await requireTopic(db, c)
    const { focus, notice, status = 200 } = shown
    const choices = await listRecordChoices(db, topic.id)
    const named = notice?.says === 'similar' ? notice.claims.map((claim) => claim.slug) : []
    const restatable = await listRestatableOf(db, topic.id, values, { choices, named })
    const action = paths.newClaim(topic.slug)
    const form = { values, errors, focus, choices, restatable, action }
    return await respond(c, {
      title: wording().claimForm.add,
      topic,
      hasErrors: status !== 200,
      crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
      status,
      page: <NewClaimPage {...form} notice={notice} topicSlug={topic.slug} viewer={c.var.viewer} />,
      ...(focus === undefined ? {} : { fragment: partOfForm(form) }),
    })
  }
  const again = async (
    { values, errors }: { values: FieldValues; errors: FieldErrors },
    c: AppContext,
  ) => await showForm(c, { values, errors, status: 422 })
  return new Hono<AppEnv>()
    .get('/t/:topic/claims/new', allow('record'), address, presets, async (c) => {
      const { id } = await requireTopic(db, c)
      return await showForm(c, {
        values: valuesToStart(c.req.valid('query'), await listRecordChoices(db, id)),
      })
    })
    .post(
      '/t/:topic/claims/new',
      allow('record'),
      address,
      validForm(ClaimFields, again),
      async (c) => {
        const topic = await requireTopic(db, c)
        const typed: FieldValues = (await readForm(c)).fields
        const stepped = takeStep(typed, valueOf(typed, 'step'))
        if (stepped !== undefined) return await showForm(c, stepped)
        const choices = await listRecordChoices(db, topic.id)
        const { sent, values, isMeant } = withRestated(c.req.valid('form'), typed)
        const checked = checkClaim(sent, { choices, now: c.var.now() })
        if (!checked.ok) return await reject({ values, errors: checked.errors }, again, c)
        const who = String(accountOf(c))
        await takeAttempt(db, { limit: 'claims by account', who, now: c.var.now() })
        // A form from elsewhere has no key, or one that is no slug; then this sending is the first.
        const draft = { ...checked.draft, slug: keyIn(values) }
        try {
          const recorded = await recordClaim(db, {
            topicSlug: topic.slug,
            draft,
            change: changeBy(c),
            evenIfSimilar: isMeant,
          })
          if (recorded.as === 'saved') {
            await dropDraft(db, c, values)
            return goTo(c, addressAfter(recorded.claim, values))
          }
          refuseProgram(c, recorded.as === 'similar' ? 'similar' : 'duplicate')
          return await showForm(c, refused(values, recorded))
        } catch (error) {
          if (!(error instanceof DossierError)) throw error
          const sentClaim = { ...checked, draft, slug: draft.slug, choices }
          const told = await describeFaults(db, topic.id, { error, sent: sentClaim, values })
          return await reject(told, again, c)
        }
      },
    )
}

/** The form as it is meant by the button that was pressed: as a restatement of what it looks like, or anyway. */
function withRestated(sent: SentFields, typed: FieldValues) {
  const step = valueOf(typed, 'step')
  const restates = restatedBy(step)
  if (restates === undefined) return { sent, values: typed, isMeant: step === 'save-anyway' }
  const values: FieldValues = new Map(typed).set('restates', [restates])
  return { sent: { ...sent, restates }, values, isMeant: true }
}

/** What was kept of it while it was being made is of no use now. */
async function dropDraft(db: Deps['db'], c: AppContext, values: FieldValues): Promise<void> {
  const next = readNext(valueOf(values, 'next'))
  if (next !== undefined)
    await removeDraft(db, { accountId: accountOf(c), sourceId: next.sourceId })
}

/** The claim's page, or on in the text that it was made from. */
function addressAfter(claim: LinkedClaim, values: FieldValues): string {
  const next = readNext(valueOf(values, 'next'))
  if (next === undefined) return `${paths.claim(claim)}?saved=1`
  return paths.capture({ id: next.sourceId }, { saved: claim.slug }, next.sentence)
}

type Presets = Readonly<
  Partial<Record<'party' | 'person' | 'issue' | 'position' | 'source', string | undefined>>
>

/** The form to start with. What a source reports was mostly said on the day it was published. */
function valuesToStart({ source, ...chosen }: Presets, { sources }: RecordChoices): FieldValues {
  const said = sources.find((s) => s.slug === source)?.published
  return startValues({
    key: newKey(),
    rows: '1',
    bearing: 'states',
    said,
    'c1-source': source,
    ...chosen,
  })
}

function refused(values: FieldValues, recorded: Exclude<Recorded, { as: 'saved' }>): Shown {
  if (recorded.as === 'similar')
    return { values, notice: { says: 'similar', claims: recorded.claims }, status: 422 }
  const notice = { says: recorded.as, claim: recorded.claim }
  // The key was used up by the other claim: this one, sent again, is to be a claim of its own.
  return { values: new Map(values).set('key', [newKey()]), notice, status: 409 }
}
