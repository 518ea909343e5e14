import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { countAnswers, findVersion, listPositionUses } from '#db/queries/restoration.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import { IssueFormPage, type IssueNotice, TooLargePage } from '#views/issue/issue-form-page.tsx'
import { positionNames } from '#views/issue/form-fields.ts'
import { PreviewPage } from '#views/issue/preview-page.tsx'
import {
  type FieldErrors,
  type FieldValues,
  noErrors,
  startValues,
  valueOf,
} from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { type EditedThing, addThing, editThing } from '../actions/edit-thing.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { ISSUE_KINDS } from '../domain/claims.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { DossierIssue, positionsOf } from '../domain/dossier.ts'
import { Refusal } from '../domain/errors.ts'
import { issueOf } from '../domain/issue-draft.ts'
import { differencesOf, mergeIssues } from '../domain/issue-merge.ts'
import { areAnsweredAlike, whyKindStays } from '../domain/restoration.ts'
import { sameText } from '../domain/new-claim.ts'
import { slugFor } from '../domain/slugs.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { accountOf, allow } from '../http/session.ts'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { changeBy } from './claim-pages.ts'
import { checkWhy } from './claim-form.ts'
import { findIssueEffects } from './issue-effects.ts'
import {
  type IssueFocus,
  IssueFields,
  checkIssue,
  fitsForm,
  takeIssueStep,
  valuesOfIssue,
} from './issue-form.ts'
import { type OpenedIssue, issueCrumbs, openIssue } from './open-issue.ts'
import { idAddress, requireTopic, topicAddress, topicFirst } from './pages.ts'
import { issueFirst } from './things.ts'
import { versionOf } from './withdrawing.tsx'

/** Making an issue by hand, and changing one: its question, its positions and their relations. */
export const issueEditRoutes = (deps: Deps) =>
  new Hono<AppEnv>().route('/', newRoutes(deps)).route('/', editRoutes(deps))

interface Shown {
  readonly values: FieldValues
  readonly errors?: FieldErrors | undefined
  readonly focus?: IssueFocus | undefined
  readonly notice?: IssueNotice | undefined
  readonly status?: 200 | 409 | 422 | undefined
}

type OnRecord = Omit<OpenedIssue, 'topic'>

async function showForm(
  db: Db,
  c: AppContext,
  topic: FoundTopic,
  { values, errors = noErrors, focus, notice, status = 200 }: Shown,
  on?: OnRecord,
): Promise<Response> {
  const { parties } = await listRecordChoices(db, topic.id)
  const answers = on === undefined ? 0 : await countAnswers(db, topic.id, on.form.slug)
  const uses = on === undefined ? [] : await listPositionUses(db, topic.id, on.form.slug)
  const isBound = on !== undefined && answers > 0
  const kinds = ISSUE_KINDS.filter((k) => !isBound || areAnsweredAlike(k, on.form.kind))
  return await respond(c, {
    title: on === undefined ? wording().issueForm.add : wording().issueForm.edit,
    topic,
    extra: 'issue',
    current: 'issues',
    hasErrors: status !== 200,
    crumbs: issueCrumbs(topic, on?.issue),
    status,
    page: (
      <IssueFormPage
        {...{ values, errors, focus, notice, parties, kinds, viewer: c.var.viewer }}
        issue={on?.issue}
        isNew={on === undefined}
        uses={new Map(uses.map((use) => [use.slug, use]))}
        whyKind={isBound ? whyKindStays(on.form.kind, answers) : undefined}
        action={on === undefined ? paths.newIssue(topic.slug) : paths.editIssue(on.issue)}
        cancel={on === undefined ? paths.issues(topic.slug) : paths.issue(on.issue)}
      />
    ),
  })
}

const partiesOf = async (db: Db, topic: FoundTopic): Promise<ReadonlySet<string>> =>
  new Set((await listRecordChoices(db, topic.id)).parties.map((p) => p.slug))

const newRoutes = ({ db }: Deps) => {
  const again = async ({ values, errors }: Rejected, c: AppContext) =>
    await showForm(db, c, await requireTopic(db, c), { values, errors, status: 422 })
  return new Hono<AppEnv>()
    .get('/t/:topic/issues/new', allow('record'), topicAddress, async (c) => {
      const values = startValues({ rows: '2', names: '1' })
      return await showForm(db, c, await requireTopic(db, c), { values })
    })
    .post(
      '/t/:topic/issues/new',
      allow('record'),
      topicAddress,
      topicFirst(db),
      validForm(IssueFields, again),
      async (c) => {
        const topic = await requireTopic(db, c)
        const values: FieldValues = (await readForm(c)).fields
        const stepped = takeIssueStep(values)
        if (stepped !== undefined) return await showForm(db, c, topic, stepped)
        const context = { parties: await partiesOf(db, topic), before: undefined }
        const checked = checkIssue(c.req.valid('form'), context)
        if (!checked.ok) return await reject({ values, errors: checked.errors }, again, c)
        const { draft } = checked
        const who = String(accountOf(c))
        await takeAttempt(db, { limit: 'claims by account', who, now: c.var.now() })
        try {
          const added = await addThing(db, {
            topic,
            entity: 'issue',
            make: (taken) => ({
              entity: 'issue',
              form: issueOf(draft, slugFor(draft.question, 'issue', taken), undefined),
            }),
            isSame: ({ entity, form }) =>
              entity === 'issue' &&
              form.kind === draft.kind &&
              sameText(form.question, draft.question),
            change: changeBy(c),
          })
          if (added.as === 'saved') return goTo(c, paths.issue(added, { saved: 'added' }))
          refuseProgram(c, 'duplicate')
          const notice = { says: 'duplicate', href: paths.issue(added) } as const
          return await showForm(db, c, topic, { values, notice, status: 409 })
        } catch (error) {
          return await reject({ values, errors: faultsAt(error, values) }, again, c)
        }
      },
    )
}

/** What the record refused, each at its field. @throws what else went wrong */
function faultsAt(error: unknown, values: FieldValues): FieldErrors {
  if (!(error instanceof DossierError)) throw error
  const errors: Record<string, string[]> = {}
  for (const { path, message } of error.errors) (errors[fieldOf(path, values)] ??= []).push(message)
  return errors
}

function fieldOf(path: string, values: FieldValues): string {
  if (path === '/kind') return 'kind'
  const slug = /^\/positions\/(.+)$/.exec(path)?.[1]
  const rows = Array.from({ length: 14 }, (_, i) => positionNames(i + 1))
  // A position that was taken out has no field any more: it is said of the form.
  return (
    rows.find((names) => slug !== undefined && valueOf(values, names.slug) === slug)?.label ?? ''
  )
}

const editRoutes = ({ db }: Deps) => {
  const open = async (c: AppContext): Promise<{ topic: FoundTopic; on: OnRecord }> => {
    const { topic, ...on } = await openIssue(db, c)
    return { topic, on }
  }
  const again = async ({ values, errors }: Rejected, c: AppContext) => {
    const { topic, on } = await open(c)
    return await showForm(db, c, topic, { values, errors, status: 422 }, on)
  }
  const may = allow('change what others recorded')
  return new Hono<AppEnv>()
    .get('/i/:id/edit', may, idAddress, async (c) => {
      const { topic, on } = await open(c)
      if (!fitsForm(on.form))
        return await respond(c, {
          title: wording().issueForm.edit,
          topic,
          crumbs: issueCrumbs(topic, on.issue),
          page: <TooLargePage issue={on.issue} />,
        })
      const values = new Map(valuesOfIssue(on.form)).set('version', [String(on.version)])
      return await showForm(db, c, topic, { values }, on)
    })
    .post(
      '/i/:id/edit',
      may,
      idAddress,
      issueFirst(db),
      validForm(IssueFields, again),
      async (c) => {
        const { topic, on } = await open(c)
        const values: FieldValues = (await readForm(c)).fields
        const stepped = takeIssueStep(values)
        if (stepped !== undefined) return await showForm(db, c, topic, stepped, on)
        const version = versionOf(values)
        const base = await findBase(db, topic, on, version)
        const context = { parties: await partiesOf(db, topic), before: base }
        const sent = c.req.valid('form')
        const checked = checkIssue(sent, context)
        const reason = checkWhy(sent)
        if (!checked.ok || !('why' in reason)) {
          const own = checked.ok ? {} : checked.errors
          const errors = { ...own, ...('why' in reason ? {} : reason.errors) }
          return await reject({ values, errors }, again, c)
        }
        const issue = issueOf(checked.draft, on.form.slug, base)
        const isSeen = valueOf(values, 'step') === 'save-seen'
        if (!isSeen && version === on.version && isReshaped(on.form, issue))
          if ((await countAnswers(db, topic.id, issue.slug)) > 0)
            return await showPreview(db, c, { topic, on, issue, values })
        const change = { ...changeBy(c), why: reason.why }
        try {
          const form = { entity: 'issue', form: issue } as const
          const edited = await editThing(db, { topic, version, form, change })
          if (edited.as === 'saved') return goTo(c, paths.issue(on.issue, { saved: 'edited' }))
          if (edited.as !== 'stale') return goTo(c, paths.issue(on.issue))
          refuseProgram(c, 'edit-conflict')
          return await showBoth(db, c, { topic, on, edited, issue, values })
        } catch (error) {
          return await reject({ values, errors: faultsAt(error, values) }, again, c)
        }
      },
    )
}

/** What the form began with: it decides which positions keep their slugs. */
async function findBase(
  db: Db,
  topic: FoundTopic,
  { form, version }: OnRecord,
  seen: number,
): Promise<DossierIssue> {
  if (seen === version) return form
  const ref = { topicId: topic.id, entity: 'issue', slug: form.slug } as const
  const base = await findVersion(db, ref, seen)
  if (base === undefined) throw new Refusal('version-required')
  return DossierIssue.parse(base.form)
}

/** Does a change bear on who conflicts with whom? The order alone moves letters. */
const isReshaped = (before: DossierIssue, after: DossierIssue): boolean => {
  const shapeOf = ({ positions, excludes, exclusive, kind }: DossierIssue) =>
    canonicalJson({
      positions: positionsOf({ positions }).map(({ slug, entails }) => ({ slug, entails })),
      excludes,
      exclusive,
      kind,
    })
  return shapeOf(before) !== shapeOf(after)
}

interface Typed {
  readonly topic: FoundTopic
  readonly on: OnRecord
  readonly issue: DossierIssue
  readonly values: FieldValues
}

async function showPreview(
  db: Db,
  c: AppContext,
  { topic, on, issue, values }: Typed,
): Promise<Response> {
  const day = c.var.now().toISOString().slice(0, 10)
  const effects = await findIssueEffects(db, topic, { issue }, day)
  return await respond(c, {
    title: wording().issueForm.previewTitle,
    topic,
    extra: 'issue',
    current: 'issues',
    crumbs: issueCrumbs(topic, on.issue),
    page: (
      <PreviewPage
        {...{ ...effects, values, viewer: c.var.viewer }}
        title={wording().issueForm.previewTitle}
        question={on.form.question}
        action={paths.editIssue(on.issue)}
      />
    ),
  })
}

/** Both versions, and a form that holds what both made of it. */
async function showBoth(
  db: Db,
  c: AppContext,
  { topic, on, edited, issue, values }: Typed & { edited: Extract<EditedThing, { as: 'stale' }> },
): Promise<Response> {
  const saved = DossierIssue.parse(edited.saved.form)
  const base = DossierIssue.parse((edited.base ?? edited.saved).form)
  const merged = mergeIssues({ base, saved, mine: issue })
  const { parties } = await listRecordChoices(db, topic.id)
  const nameOf = (slug: string) => parties.find((p) => p.slug === slug)?.name ?? slug
  const changes = differencesOf(issue, saved, merged, {
    nameOf,
    words: wording().issueForm.facts,
  })
  const together = new Map(valuesOfMerged(merged, saved))
    .set('version', [String(edited.saved.version)])
    .set('why', values.get('why') ?? [])
  const shown = { values: together, notice: { says: 'stale', changes }, status: 409 } as const
  return await showForm(db, c, topic, shown, { ...on, form: saved, version: edited.saved.version })
}

/** The fields of the merged issue; what is not on record yet has no slug in them. */
function valuesOfMerged(merged: DossierIssue, saved: DossierIssue): FieldValues {
  const known = new Set((saved.positions ?? []).map((p) => p.slug))
  const added = new Set(
    positionsOf(merged).flatMap((p, i) => (known.has(p.slug) ? [] : [positionNames(i + 1).slug])),
  )
  return new Map([...valuesOfIssue(merged)].filter(([name]) => !added.has(name)))
}
