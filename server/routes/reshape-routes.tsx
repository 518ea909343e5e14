import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { listClaimFormsOn } from '#db/queries/issue-record.ts'
import type { FoundIssue } from '#db/queries/issues.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { PreviewPage } from '#views/issue/preview-page.tsx'
import { MergePage, type ReshapePageProps, SplitPage } from '#views/issue/reshape-page.tsx'
import { type FieldValues, noErrors, startValues, valueOf } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import {
  type Reshaped,
  refuseUnholdable,
  reshapeIssue,
  undoReshaping,
} from '../actions/reshape-issue.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { type DossierClaim, type DossierIssue, positionsOf } from '../domain/dossier.ts'
import { Refusal } from '../domain/errors.ts'
import { mergePosition, moveClaims, splitPosition } from '../domain/issue-reshape.ts'
import { PAIR_RELATIONS } from '../domain/pair-relations.ts'
import { sameText } from '../domain/new-claim.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond } from '../http/respond.tsx'
import { allow } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { changeBy } from './claim-pages.ts'
import { findIssueEffects } from './issue-effects.ts'
import { type OpenedIssue, issueCrumbs, openIssue } from './open-issue.ts'
import { idAddress } from './pages.ts'
import { issueFirst, requireIssue } from './things.ts'
import { versionOf } from './withdrawing.tsx'

/** Positions merged into one another, split in two, and both undone. */
export const reshapeRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .route('/', reshaping(deps, merging))
    .route('/', reshaping(deps, splitting))
    .route('/', undoRoutes(deps))

const why = plainText({
  label: 'Reason',
  max: 500,
  multiline: true,
  required: 'Give the reason for this change.',
})
const sent = z.string().optional()
const taking = z.array(z.literal('take')).optional()

const MergeForm = z.object({
  from: sent,
  into: sent,
  relations: taking,
  version: sent,
  step: sent,
  why,
})

const SplitForm = z.object({
  of: sent,
  label: plainText({ label: 'Position', max: 500, required: 'Enter what the new position says.' }),
  relation: sent,
  relations: taking,
  claim: z.array(z.string()).optional(),
  version: sent,
  step: sent,
  why,
})

interface Opened extends OpenedIssue {
  readonly claims: readonly DossierClaim[]
}

type Errors = Readonly<Record<string, readonly string[]>>

/** One of the two: its address, its form, what is wrong with it, and what it makes of the issue. */
interface Reshaping<Fields extends z.ZodObject> {
  readonly path: string
  readonly title: () => string
  readonly fields: Fields
  readonly start: (c: AppContext, opened: Opened) => FieldValues
  readonly check: (fields: z.output<Fields>, opened: Opened) => Errors
  readonly reshape: (
    fields: z.output<Fields>,
    issue: DossierIssue,
    claims: readonly DossierClaim[],
  ) => Reshaped
  /** Positions that others take the place of. */
  readonly renamed: (fields: z.output<Fields>) => ReadonlyMap<string, string>
  readonly page: (
    props: ReshapePageProps,
    opened: Opened,
    names: ReadonlyMap<string, string>,
  ) => Child
  readonly action: (issue: FoundIssue) => string
  readonly saved: 'merged' | 'split'
}

const merging: Reshaping<typeof MergeForm> = {
  path: '/i/:id/merge',
  title: () => wording().issueReshape.mergeTitle,
  fields: MergeForm,
  start: (c) => startValues({ from: c.req.query('from'), relations: ['take'] }),
  check: ({ from = '', into = '' }, { form }) => {
    const known = new Set(positionsOf(form).map((p) => p.slug))
    const choose = 'Choose a position of the list.'
    return {
      ...(!known.has(from) && { from: [choose] }),
      ...(!known.has(into) && { into: [choose] }),
      ...(known.has(into) &&
        from === into && { into: ['Choose another one than the one that goes.'] }),
    }
  },
  reshape: ({ from = '', into = '', relations = [] }, issue, claims) => ({
    issue: mergePosition(issue, { from, into, takesRelations: relations.length > 0 }),
    claims: moveClaims(claims, from, into),
  }),
  renamed: ({ from = '', into = '' }) => new Map([[from, into]]),
  page: (props) => <MergePage {...props} />,
  action: paths.mergePositions,
  saved: 'merged',
}

const splitting: Reshaping<typeof SplitForm> = {
  path: '/i/:id/split',
  title: () => wording().issueReshape.splitTitle,
  fields: SplitForm,
  start: (c, { form }) => {
    const known = positionsOf(form).map((p) => p.slug)
    const of = known.find((slug) => slug === c.req.query('of')) ?? known[0]
    return startValues({ of, relations: ['take'] })
  },
  check: ({ of = '', label, relation = '', claim = [] }, { form, claims }) => {
    const own = new Set(claims.flatMap((c) => (c.position === of ? [c.slug] : [])))
    const known = positionsOf(form)
    if (!known.some((p) => p.slug === of)) throw new Refusal('bad-input')
    const chosen = claim.length > 0 && claim.every((slug) => own.has(slug))
    return {
      ...(known.some((p) => sameText(p.label, label)) && {
        label: ['A position of this issue reads the same. Merge or move to that one.'],
      }),
      ...(relation !== '' &&
        !PAIR_RELATIONS.some((r) => r === relation) && { relation: ['Choose one of the list.'] }),
      ...(!chosen && {
        claim: [
          own.size === 0
            ? 'No claim is about this position, so there is nothing to split. Add a position instead.'
            : 'Choose at least one claim of the list.',
        ],
      }),
    }
  },
  reshape: ({ of = '', label, relation, relations = [], claim = [] }, issue, claims) => {
    const split = splitPosition(issue, {
      of,
      label,
      relation: PAIR_RELATIONS.find((r) => r === relation),
      takesRelations: relations.length > 0,
    })
    const chosen = claims.filter((one) => claim.includes(one.slug))
    return { issue: split.issue, claims: moveClaims(chosen, of, split.slug) }
  },
  renamed: () => new Map(),
  page: (props, { claims }, names) => {
    const own = claims.filter((claim) => claim.position === valueOf(props.values, 'of'))
    const movable = own.map(({ slug, party, statement, said, withdrawn }) => ({
      slug,
      statement,
      said,
      partyName: names.get(party) ?? party,
      isWithdrawn: withdrawn !== undefined,
    }))
    return <SplitPage {...props} claims={movable} />
  },
  action: paths.splitPosition,
  saved: 'split',
}

async function open(db: Db, c: AppContext): Promise<Opened> {
  const opened = await openIssue(db, c)
  return { ...opened, claims: await listClaimFormsOn(db, opened.topic.id, opened.issue.slug) }
}

function reshaping<Fields extends z.ZodObject>({ db }: Deps, of: Reshaping<Fields>) {
  const may = allow('change what others recorded')
  const again = async (rejected: Rejected, c: AppContext) =>
    await showForm(db, c, of, await open(db, c), { ...rejected, status: 422 })
  return new Hono<AppEnv>()
    .get(of.path, may, idAddress, async (c) => {
      const opened = await open(db, c)
      const values = new Map(of.start(c, opened)).set('version', [String(opened.version)])
      return await showForm(db, c, of, opened, { values, errors: noErrors, status: 200 })
    })
    .post(of.path, may, idAddress, issueFirst(db), validForm(of.fields, again), async (c) => {
      const opened = await open(db, c)
      const { topic, issue } = opened
      const values: FieldValues = (await readForm(c)).fields
      const step = valueOf(values, 'step')
      if (step === 'edit')
        return await showForm(db, c, of, opened, { values, errors: noErrors, status: 200 })
      const version = versionOf(values)
      const fields: z.output<Fields> = c.req.valid('form')
      const errors = version === opened.version ? of.check(fields, opened) : {}
      if (Object.keys(errors).length > 0) return await reject({ values, errors }, again, c)
      try {
        if (step !== 'save-seen' && version === opened.version)
          return await showPreview(db, c, of, { opened, values, fields })
        const saved = await reshapeIssue(db, {
          topic,
          slug: issue.slug,
          version,
          reshape: (form, claims) => of.reshape(fields, form, claims),
          change: { ...changeBy(c), why: String(fields['why']) },
        })
        if (saved === 'saved') return goTo(c, paths.issue(issue, { saved: of.saved }))
      } catch (error) {
        if (!(error instanceof DossierError)) throw error
        return await reject({ values, errors: faultsAt(error, of.saved) }, again, c)
      }
      refuseProgram(c, 'edit-conflict')
      const now = await open(db, c)
      const late = new Map(values).set('version', [String(now.version)])
      return await showForm(db, c, of, now, { values: late, errors: noErrors, status: 409 })
    })
}

/** Relations are said beside them; what claims say of each other beside the claims, where there are any. */
function faultsAt({ errors }: DossierError, saved: 'merged' | 'split'): Errors {
  const found: Record<string, string[]> = {}
  for (const { path, message } of errors) {
    const name = path.startsWith('/claims/') ? (saved === 'split' ? 'claim' : 'from') : 'relations'
    ;(found[name] ??= []).push(message)
  }
  return found
}

async function showForm<Fields extends z.ZodObject>(
  db: Db,
  c: AppContext,
  of: Reshaping<Fields>,
  opened: Opened,
  { values, errors, status }: Rejected & { readonly status: 200 | 409 | 422 },
): Promise<Response> {
  const { topic, issue, form } = opened
  const { parties } = await listRecordChoices(db, topic.id)
  const names = new Map(parties.map((p) => [p.slug, p.name]))
  const isStale = status === 409
  const props = { issue, values, errors, isStale, positions: positionsOf(form) }
  return await respond(c, {
    title: of.title(),
    topic,
    extra: 'issue',
    current: 'issues',
    crumbs: issueCrumbs(topic, issue),
    hasErrors: status !== 200,
    status,
    page: of.page({ ...props, viewer: c.var.viewer }, opened, names),
  })
}

async function showPreview<Fields extends z.ZodObject>(
  db: Db,
  c: AppContext,
  of: Reshaping<Fields>,
  given: { opened: Opened; values: FieldValues; fields: z.output<Fields> },
): Promise<Response> {
  const { opened, values, fields } = given
  const { topic, issue, form, claims } = opened
  const reshaped = of.reshape(fields, form, claims)
  refuseUnholdable(reshaped.issue)
  const day = c.var.now().toISOString().slice(0, 10)
  const change = { ...reshaped, renamed: of.renamed(fields) }
  const effects = await findIssueEffects(db, topic, change, day)
  const title = wording().issueReshape.previews[of.saved]
  return await respond(c, {
    title,
    topic,
    extra: 'issue',
    current: 'issues',
    crumbs: issueCrumbs(topic, issue),
    page: (
      <PreviewPage
        {...{ ...effects, title, values, viewer: c.var.viewer }}
        moved={reshaped.claims.length}
        question={issue.question}
        action={of.action(issue)}
      />
    ),
  })
}

const UndoForm = z.object({ version: sent })

const undoRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().post(
    '/i/:id/reshaping/undo',
    allow('change what others recorded'),
    idAddress,
    issueFirst(db),
    validForm(UndoForm, () => {
      throw new Refusal('bad-form')
    }),
    async (c) => {
      const { thing: issue, topic } = await requireIssue(db, c)
      const version = versionOf((await readForm(c)).fields)
      const change = { ...changeBy(c), why: `Undo of version ${version} of the issue.` }
      await undoReshaping(db, { topic, slug: issue.slug, version, change })
      return goTo(c, paths.issue(issue, { saved: 'undone' }))
    },
  )
