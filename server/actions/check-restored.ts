import type { Db } from '#db/connect.ts'
import { countAnswers, listPositionUses } from '#db/queries/restoration.ts'
import { listWritten } from '#db/queries/revisions.ts'
import type { DossierFault } from '#server/domain/dossier-error.ts'
import { findFaults } from '#server/domain/dossier-checks.ts'
import { type Dossier, type DossierIssue, FORMAT, faultsOf } from '#server/domain/dossier.ts'
import { ENTITY_FORMS } from '#server/domain/entity-forms.ts'
import {
  type EntityForm,
  obstaclesToEdit,
  obstaclesToIssue,
  type RestorableEntity,
} from '#server/domain/restoration.ts'

/**
 * A stored version read as the form of its kind, as strictly as a dossier is read.
 * @returns the form, or what is wrong with it: a version may be older than the rules
 */
export function readVersion(
  entity: RestorableEntity,
  form: unknown,
):
  | { readonly ok: true; readonly form: EntityForm }
  | { readonly ok: false; readonly faults: DossierFault[] } {
  const parsed = ENTITY_FORMS[entity].safeParse(form)
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error, form) }
  return { ok: true, form: { entity, form: parsed.data } as EntityForm }
}

/**
 * What keeps a form from being written now, beyond what saving it refuses: what a dossier is checked
 * for when it is read, of this one thing against the topic as it is, and what refers to it.
 * @param before - the thing as it stands
 */
export async function findObstacles(
  trx: Db,
  topicId: number,
  form: EntityForm,
  before: EntityForm,
): Promise<DossierFault[]> {
  const faults = await findOwnFaults(trx, topicId, form)
  if (form.entity !== 'issue' || before.entity !== 'issue') return faults
  const { slug } = form.form
  const uses = await listPositionUses(trx, topicId, slug)
  const answers = await countAnswers(trx, topicId, slug)
  const messages = obstaclesToIssue(form.form, before.form, { uses, answers })
  const inUse = messages.map((message) => ({ path: `/issues/${slug}/positions`, message }))
  return [...faults, ...inUse]
}

/** Where the thing itself stands in the dossier that it is checked in. */
const OWN_PATH: Readonly<Record<RestorableEntity, string>> = {
  topic: '/topic',
  party: '/parties/0',
  person: '/people/0',
  source: '/sources/0',
  issue: '/issues/0',
  claim: '/claims/0',
  search: '/searches/0',
}

/**
 * What keeps an edited issue from being saved: what is on record about positions that it lacks, or about
 * answers of another kind. Paths name the position, or the kind.
 */
export async function findPositionFaults(
  trx: Db,
  topicId: number,
  form: DossierIssue,
  before: DossierIssue,
): Promise<DossierFault[]> {
  const uses = await listPositionUses(trx, topicId, form.slug)
  const answers = await countAnswers(trx, topicId, form.slug)
  return obstaclesToEdit(form, before, { uses, answers })
}

/** The rules of dossiers, asked of a small one: the thing, and what it can refer to. */
export async function findOwnFaults(
  trx: Db,
  topicId: number,
  form: EntityForm,
): Promise<DossierFault[]> {
  const own = OWN_PATH[form.entity]
  const faults = findFaults(await aroundOf(trx, topicId, form))
  return faults.filter(({ path }) => path === own || path.startsWith(`${own}/`))
}

async function aroundOf(trx: Db, topicId: number, form: EntityForm): Promise<Dossier> {
  const parties = await listForms<Dossier['parties'][number]>(trx, topicId, 'party')
  const empty: Dossier = {
    format: FORMAT,
    topic: { slug: 'x', title: 'x', visibility: 'public', parties: [], observers: [] },
    parties,
    people: [],
    sources: [],
    issues: [],
    claims: [],
  }
  return { ...empty, ...(await ownAndReferredTo(trx, topicId, form, parties)) }
}

async function ownAndReferredTo(
  trx: Db,
  topicId: number,
  { entity, form }: EntityForm,
  parties: Dossier['parties'],
): Promise<Partial<Dossier>> {
  if (entity === 'topic') return { topic: form.topic }
  if (entity === 'party') return { parties: [form, ...parties.filter((p) => p.slug !== form.slug)] }
  if (entity === 'person') return { people: [form] }
  if (entity === 'issue') return { issues: [form] }
  if (entity === 'claim') return { ...(await aroundClaim(trx, topicId, form)), claims: [form] }
  if (entity === 'search') {
    const issues = await listForms<Dossier['issues'][number]>(trx, topicId, 'issue', [form.issue])
    return { issues, searches: [form] }
  }
  // Its texts stay as they are on record, and were checked when they came.
  const { capture: _, earlierCaptures: __, ...facts } = form
  return { sources: [facts] }
}

/** Quotations are not looked for here: saving does that, in every text the source has had. */
async function aroundClaim(trx: Db, topicId: number, claim: Dossier['claims'][number]) {
  const people = claim.person === undefined ? [] : [claim.person]
  const cited = claim.citations.map((c) => c.source)
  const sources = await listForms<Dossier['sources'][number]>(trx, topicId, 'source', cited)
  return {
    people: await listForms<Dossier['people'][number]>(trx, topicId, 'person', people),
    issues: await listForms<Dossier['issues'][number]>(trx, topicId, 'issue', [claim.issue]),
    sources: sources.map(({ capture: _, earlierCaptures: __, ...facts }) => facts),
  }
}

async function listForms<Form>(
  trx: Db,
  topicId: number,
  entity: RestorableEntity,
  slugs?: readonly string[],
): Promise<Form[]> {
  const written = await listWritten(trx, topicId, entity, slugs)
  return [...written.values()].map(({ after }) => after as Form)
}
