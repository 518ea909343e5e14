import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { findNewestVersion, findVersion } from '#db/queries/restoration.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { FieldChange } from '#views/claim/claim-form-page.tsx'
import { WhoFormPage, type WhoNotice, titleOf } from '#views/party/edit-page.tsx'
import { type FieldErrors, type FieldValues, noErrors, startValues } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { type EditedThing, addThing, editThing } from '../actions/edit-thing.ts'
import { addParty, editParty } from '../actions/save-party.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { DossierParty, DossierPerson, DossierTopicForm } from '../domain/dossier.ts'
import { Refusal } from '../domain/errors.ts'
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
import { mergeFields } from './claim-differences.ts'
import type { SentFields } from './claim-fields.ts'
import { checkWhy } from './claim-form.ts'
import { changeBy } from './claim-pages.ts'
import { idAddress, requireTopic, topicAddress, topicFirst } from './pages.ts'
import {
  type Part,
  PartyFields,
  PersonFields,
  checkParty,
  checkPerson,
  fitsRows,
  takeRowStep,
  valuesOfParty,
  valuesOfPerson,
} from './party-form.ts'
import { partyFirst, personFirst, requireParty, requirePerson } from './things.ts'
import { versionOf } from './withdrawing.tsx'

/** Making parties and people by hand, and changing them. */
export const whoEditRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .route('/', newRoutes(deps, 'party'))
    .route('/', newRoutes(deps, 'person'))
    .route('/', editRoutes(deps, 'party'))
    .route('/', editRoutes(deps, 'person'))

type Of = 'party' | 'person'

interface Shown {
  readonly values: FieldValues
  readonly errors?: FieldErrors | undefined
  readonly notice?: WhoNotice | undefined
  readonly status?: 200 | 409 | 422 | undefined
}

interface Known {
  readonly id: number
  readonly slug: string
  readonly name: string
}

const AT = {
  party: {
    new: paths.newParty,
    edit: paths.editParty,
    page: paths.party,
    history: paths.partyHistory,
  },
  person: {
    new: paths.newPerson,
    edit: paths.editPerson,
    page: paths.person,
    history: paths.personHistory,
  },
} as const

async function showForm(
  db: Db,
  c: AppContext,
  topic: FoundTopic,
  of: Of,
  { values, errors = noErrors, notice, status = 200 }: Shown,
  known?: Known,
): Promise<Response> {
  const { parties } = await listRecordChoices(db, topic.id)
  const at = AT[of]
  return await respond(c, {
    title: titleOf(of, known === undefined),
    topic,
    extra: 'issue',
    current: 'parties',
    hasErrors: status !== 200,
    crumbs: [
      { label: topic.title, href: paths.topic(topic.slug) },
      { label: wording().common.parties, href: paths.parties(topic.slug) },
      ...(known === undefined ? [] : [{ label: known.name, href: at.page(known) }]),
    ],
    status,
    page: (
      <WhoFormPage
        {...{ of, values, errors, notice, parties, viewer: c.var.viewer }}
        isNew={known === undefined}
        action={known === undefined ? at.new(topic.slug) : at.edit(known)}
        cancel={known === undefined ? paths.parties(topic.slug) : at.page(known)}
        historyAt={known && at.history(known)}
      />
    ),
  })
}

const slugsOf = async (db: Db, topic: FoundTopic): Promise<ReadonlySet<string>> =>
  new Set((await listRecordChoices(db, topic.id)).parties.map((p) => p.slug))

/** What the record refused: said of the form, since every field was checked before. */
function faultsOf(error: unknown): FieldErrors {
  if (!(error instanceof DossierError)) throw error
  return { '': error.errors.map((e) => e.message) }
}

const newRoutes = ({ db }: Deps, of: Of) => {
  const address = of === 'party' ? '/t/:topic/parties/new' : '/t/:topic/people/new'
  const again = async ({ values, errors }: Rejected, c: AppContext) =>
    await showForm(db, c, await requireTopic(db, c), of, { values, errors, status: 422 })
  return new Hono<AppEnv>()
    .get(address, allow('record'), topicAddress, async (c) => {
      const values = startValues(of === 'party' ? { part: 'party' } : {})
      return await showForm(db, c, await requireTopic(db, c), of, { values })
    })
    .post(
      address,
      allow('record'),
      topicAddress,
      topicFirst(db),
      validForm(of === 'party' ? PartyFields : PersonFields, again),
      async (c) => {
        const topic = await requireTopic(db, c)
        const values: FieldValues = (await readForm(c)).fields
        const stepped = takeRowStep(values)
        if (stepped !== undefined) return await showForm(db, c, topic, of, { values: stepped })
        const parties = await slugsOf(db, topic)
        const adding = makeNew(db, c, topic, { of, sent: c.req.valid('form'), parties })
        if (!adding.ok) return await reject({ values, errors: adding.errors }, again, c)
        const who = String(accountOf(c))
        await takeAttempt(db, { limit: 'claims by account', who, now: c.var.now() })
        try {
          const added = await adding.save()
          const page = AT[of].page(added)
          if (added.as === 'saved') return goTo(c, `${page}?saved=added`)
          refuseProgram(c, 'duplicate')
          const notice = { says: 'duplicate', href: page } as const
          return await showForm(db, c, topic, of, { values, notice, status: 409 })
        } catch (error) {
          return await reject({ values, errors: faultsOf(error) }, again, c)
        }
      },
    )
}

interface Sent {
  readonly of: Of
  readonly sent: SentFields
  readonly parties: ReadonlySet<string>
}

/** What a form makes, ready to be saved, or what is wrong with it. */
function makeNew(db: Db, c: AppContext, topic: FoundTopic, { of, sent, parties }: Sent) {
  const change = changeBy(c)
  if (of === 'party') {
    const checked = checkParty(sent, { parties })
    if (!checked.ok) return checked
    const { form, part } = checked.draft
    const make = (taken: ReadonlySet<string>) => ({
      slug: slugFor(form.name, 'party', taken),
      ...form,
    })
    const isSame = (known: DossierParty) => sameText(known.name, form.name)
    return {
      ok: true,
      save: async () => await addParty(db, { topic, make, isSame, part, change }),
    } as const
  }
  const checked = checkPerson(sent, { parties })
  if (!checked.ok) return checked
  const { draft } = checked
  return {
    ok: true,
    save: async () =>
      await addThing(db, {
        topic,
        entity: 'person',
        make: (taken) => ({
          entity: 'person',
          form: { slug: slugFor(draft.name, 'person', taken), ...draft },
        }),
        isSame: ({ entity, form }) => entity === 'person' && sameText(form.name, draft.name),
        change,
      }),
  } as const
}

interface Opened {
  readonly topic: FoundTopic
  readonly known: Known
  readonly form: unknown
  readonly version: number
  readonly part: Part
}

/** @throws {Refusal} beyond-form where saving the form would drop rows */
async function open(db: Db, c: AppContext, of: Of): Promise<Opened> {
  const { thing, topic } = of === 'party' ? await requireParty(db, c) : await requirePerson(db, c)
  const newest = await findNewestVersion(db, { topicId: topic.id, entity: of, slug: thing.slug })
  if (newest === undefined) throw new Refusal('not-found')
  if (!fitsForm(of, newest.form)) throw new Refusal('beyond-form')
  const part = of === 'party' ? await findPart(db, topic, thing.slug) : undefined
  return {
    topic,
    known: thing,
    form: newest.form,
    version: newest.version,
    part: part ?? 'mentioned',
  }
}

function fitsForm(of: Of, form: unknown): boolean {
  if (of === 'person') return fitsRows(DossierPerson.parse(form).roles)
  const { names, memberOf } = DossierParty.parse(form)
  return fitsRows(names, memberOf)
}

async function findPart(db: Db, topic: FoundTopic, slug: string): Promise<Part | undefined> {
  const ref = { topicId: topic.id, entity: 'topic', slug: topic.slug } as const
  const form = DossierTopicForm.safeParse((await findNewestVersion(db, ref))?.form).data
  return form && partIn(form, slug)
}

/** What a party is in the dispute, as a topic's form says. */
export const partIn = ({ topic }: DossierTopicForm, slug: string): Part =>
  topic.parties.includes(slug) ? 'party' : topic.observers.includes(slug) ? 'observer' : 'mentioned'

const valuesOf = (of: Of, form: unknown, part: Part): FieldValues =>
  of === 'party'
    ? valuesOfParty(DossierParty.parse(form), part)
    : valuesOfPerson(DossierPerson.parse(form))

const editRoutes = ({ db }: Deps, of: Of) => {
  const address = of === 'party' ? '/p/:id/edit' : '/people/:id/edit'
  const may = allow('change what others recorded')
  const again = async ({ values, errors }: Rejected, c: AppContext) => {
    const { topic, known } = await open(db, c, of)
    return await showForm(db, c, topic, of, { values, errors, status: 422 }, known)
  }
  return new Hono<AppEnv>()
    .get(address, may, idAddress, async (c) => {
      const { topic, known, form, version, part } = await open(db, c, of)
      const values = new Map(valuesOf(of, form, part)).set('version', [String(version)])
      return await showForm(db, c, topic, of, { values }, known)
    })
    .post(
      address,
      may,
      idAddress,
      of === 'party' ? partyFirst(db) : personFirst(db),
      validForm(of === 'party' ? PartyFields : PersonFields, again),
      async (c) => {
        const opened = await open(db, c, of)
        const { topic, known } = opened
        const values: FieldValues = (await readForm(c)).fields
        const stepped = takeRowStep(values)
        if (stepped !== undefined)
          return await showForm(db, c, topic, of, { values: stepped }, known)
        const version = versionOf(values)
        const sent = c.req.valid('form')
        const parties = await slugsOf(db, topic)
        const editing = makeEdit(db, c, opened, { of, sent, parties })
        const reason = checkWhy(sent)
        if (!editing.ok || !('why' in reason)) {
          const own = editing.ok ? {} : editing.errors
          const errors = { ...own, ...('why' in reason ? {} : reason.errors) }
          return await reject({ values, errors }, again, c)
        }
        try {
          const edited = await editing.save(version, reason.why)
          const page = AT[of].page(known)
          if (edited.as !== 'stale')
            return goTo(c, edited.as === 'saved' ? `${page}?saved=edited` : page)
          refuseProgram(c, 'edit-conflict')
          return await showBoth(db, c, { of, opened, edited, values })
        } catch (error) {
          return await reject({ values, errors: faultsOf(error) }, again, c)
        }
      },
    )
}

function makeEdit(
  db: Db,
  c: AppContext,
  { topic, known, form }: Opened,
  { of, sent, parties }: Sent,
) {
  const { slug } = known
  if (of === 'party') {
    const checked = checkParty(sent, { parties, own: slug })
    if (!checked.ok) return checked
    const { part, form: draft } = checked.draft
    return {
      ok: true,
      save: async (version: number, why: string) =>
        await editParty(db, {
          topic,
          version,
          part,
          form: { slug, ...draft },
          change: { ...changeBy(c), why },
        }),
    } as const
  }
  const checked = checkPerson(sent, { parties, before: DossierPerson.parse(form) })
  if (!checked.ok) return checked
  return {
    ok: true,
    save: async (version: number, why: string) =>
      await editThing(db, {
        topic,
        version,
        form: { entity: 'person', form: { slug, ...checked.draft } },
        change: { ...changeBy(c), why },
      }),
  } as const
}

/** Both versions, and a form that holds what both made of it. */
async function showBoth(
  db: Db,
  c: AppContext,
  given: {
    of: Of
    opened: Opened
    edited: Extract<EditedThing, { as: 'stale' }>
    values: FieldValues
  },
): Promise<Response> {
  const { of, edited, values } = given
  const { topic, known, part } = given.opened
  const ref = { topicId: topic.id, entity: of, slug: known.slug }
  const began = await findVersion(db, ref, versionOf(values))
  const saved = valuesOf(of, edited.saved.form, part)
  const base = began && valuesOf(of, began.form, part)
  const choices = await listRecordChoices(db, topic.id)
  const merged = mergeFields(values, { saved, base }, choices)
  const together = new Map(merged.values).set('version', [String(edited.saved.version)])
  const changes = merged.changes.map(describeChange)
  const notice = { says: 'stale', changes } as const
  return await showForm(db, c, topic, of, { values: together, notice, status: 409 }, known)
}

/** A change with the field by its name, and a part in words. */
function describeChange({ name, typed, saved, ...change }: FieldChange): FieldChange {
  const { partCodes } = wording().whoForm
  const say = (text: string) => (name === 'part' ? (partCodes[text] ?? text) : text)
  return { ...change, name: nameOfField(name), typed: say(typed), saved: say(saved) }
}

/** "Membership 2, from". */
function nameOfField(name: string): string {
  const { fields, rows, rowFields, rowField } = wording().whoForm
  const [, row, n = '', field = ''] = /^(in|of|role)-(\d+)-(.+)$/.exec(name) ?? []
  if (row === undefined) return fields[name] ?? name
  return rowField(rows[row as keyof typeof rows], n, rowFields[field] ?? field)
}
