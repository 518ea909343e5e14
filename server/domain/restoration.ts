/**
 * Bringing an earlier version of a thing back: what of it comes back, and how that is said in its
 * history. Pure.
 */
import type {
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierPerson,
  DossierSearch,
  DossierSourceForm,
  DossierTopicForm,
} from './dossier-schema.ts'
import { isValued } from './claims.ts'

/** A thing in the form that its revisions hold, by its kind. */
export type EntityForm =
  | { readonly entity: 'topic'; readonly form: DossierTopicForm }
  | { readonly entity: 'party'; readonly form: DossierParty }
  | { readonly entity: 'person'; readonly form: DossierPerson }
  | { readonly entity: 'source'; readonly form: DossierSourceForm }
  | { readonly entity: 'issue'; readonly form: DossierIssue }
  | { readonly entity: 'claim'; readonly form: DossierClaim }
  | { readonly entity: 'search'; readonly form: DossierSearch }

/** Kinds of things whose earlier versions can be brought back; what parties replied is edited instead. */
export type RestorableEntity = EntityForm['entity']

/**
 * The form that restoring a version writes: the version itself, but for what says who may see something
 * and what was captured. A topic keeps its visibility and how many reviews settle; a source keeps its
 * texts, which are evidence and only ever added to, and how much of them readers see.
 * @param newest - as the thing stands now
 */
export function formToRestore(wanted: EntityForm, newest: EntityForm): EntityForm {
  if (wanted.entity === 'topic' && newest.entity === 'topic')
    return { entity: 'topic', form: topicToRestore(wanted.form, newest.form) }
  if (wanted.entity === 'source' && newest.entity === 'source')
    return { entity: 'source', form: sourceToRestore(wanted.form, newest.form) }
  return wanted
}

function topicToRestore(wanted: DossierTopicForm, newest: DossierTopicForm): DossierTopicForm {
  const { reviewsToSettle: _, ...topic } = wanted.topic
  const { visibility, reviewsToSettle } = newest.topic
  const kept = reviewsToSettle === undefined ? { visibility } : { visibility, reviewsToSettle }
  return { ...wanted, topic: { ...topic, ...kept } }
}

function sourceToRestore(wanted: DossierSourceForm, newest: DossierSourceForm): DossierSourceForm {
  const { capture: _, earlierCaptures: __, excerptsOnly: ___, ...facts } = wanted
  const { capture, earlierCaptures, excerptsOnly } = newest
  return {
    ...facts,
    ...(excerptsOnly === undefined ? {} : { excerptsOnly }),
    ...(capture === undefined ? {} : { capture }),
    ...(earlierCaptures === undefined ? {} : { earlierCaptures }),
  }
}

/** What restoring does to whether a claim counts: nothing, or it withdraws it, or puts it back. */
export function withdrawalIn(
  wanted: EntityForm,
  newest: EntityForm,
): 'withdraws' | 'puts back' | undefined {
  if (wanted.entity !== 'claim' || newest.entity !== 'claim') return undefined
  const [will, is] = [wanted.form.withdrawn !== undefined, newest.form.withdrawn !== undefined]
  if (will === is) return undefined
  return will ? 'withdraws' : 'puts back'
}

/** The reason that a restored version carries. @param typed - what the person gave */
export const reasonOfRestoring = (version: number, typed: string): string =>
  `Restored version ${version}. ${typed}`

/** Which version a reason says was restored; undefined for any other reason. */
export function versionRestoredIn(why: string | undefined): number | undefined {
  const version = /^Restored version ([1-9]\d{0,8})\./.exec(why ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/** How claims on an issue of a kind say their answer. */
const answerOf = (kind: DossierIssue['kind']): string =>
  isValued(kind) ? `a ${kind === 'date' ? 'date' : 'quantity'}` : 'a position'

/** What is recorded on an issue's positions. */
export interface PositionUse {
  readonly slug: string
  readonly label: string
  /** Withdrawn claims and context too: each refers to it. */
  readonly claims: number
  /** Contradictions that one of its sides is about, whatever became of them. */
  readonly contradictions: number
}

const counted = (n: number, one: string): string =>
  `${n.toLocaleString('en-GB')} ${one}${n === 1 ? '' : 's'}`

/**
 * What on record keeps an issue from having a form: claims and contradictions on positions that the
 * form lacks, or answers of another kind.
 * @param uses - of every position of the issue as it is
 * @param answers - claims on the issue that give an answer
 * @returns one sentence for each, with the way out; none where nothing is in the way
 */
export function obstaclesToIssue(
  form: DossierIssue,
  before: DossierIssue,
  { uses, answers }: { readonly uses: readonly PositionUse[]; readonly answers: number },
): string[] {
  const [will, is] = [answerOf(form.kind), answerOf(before.kind)]
  if (will !== is)
    return answers === 0
      ? []
      : [
          answers === 1
            ? `In this version the answer is ${will}. It is ${is} now, and ${counted(answers, 'claim')} on record gives one. Move them to another issue first, or restore a later version.`
            : `In this version the answer is ${will}. It is ${is} now, and ${counted(answers, 'claim')} on record give one. Move them to another issue first, or restore a later version.`,
        ]
  const kept = new Map((form.positions ?? []).map((p) => [p.slug, p]))
  return uses.flatMap((use) => {
    const position = kept.get(use.slug)
    if (position === undefined) return obstacleOf(use) ?? []
    // What was decided about a merged position stays where it is; what is said of it has moved.
    return position.mergedInto === undefined
      ? []
      : (obstacleOf({ ...use, contradictions: 0 }) ?? [])
  })
}

/** Is an issue of one kind answered like one of the other? Then its kind can change beside its claims. */
export const areAnsweredAlike = (a: DossierIssue['kind'], b: DossierIssue['kind']): boolean =>
  answerOf(a) === answerOf(b)

/**
 * The same for an issue that is edited.
 * @returns what is in the way, by `/kind` or `/positions/{slug}`
 */
export function obstaclesToEdit(
  form: DossierIssue,
  before: DossierIssue,
  { uses, answers }: { readonly uses: readonly PositionUse[]; readonly answers: number },
): { readonly path: string; readonly message: string }[] {
  if (!areAnsweredAlike(form.kind, before.kind))
    return answers === 0 ? [] : [{ path: '/kind', message: whyKindStays(before.kind, answers) }]
  const kept = new Set((form.positions ?? []).map((p) => p.slug))
  return uses.flatMap((use) => {
    const why = kept.has(use.slug) ? undefined : whyPositionStays(use)
    return why === undefined ? [] : [{ path: `/positions/${use.slug}`, message: why }]
  })
}

/** Why an issue with claims on record keeps its kind. */
export const whyKindStays = (kind: DossierIssue['kind'], answers: number): string =>
  answers === 1
    ? `${counted(answers, 'claim')} on record answers with ${answerOf(kind)}, and would say nothing on an issue of another kind. Move it to another issue first.`
    : `${counted(answers, 'claim')} on record answer with ${answerOf(kind)}, and would say nothing on an issue of another kind. Move them to another issue first.`

/** What is on record about a position, so that it cannot be taken out; undefined where nothing is. */
export function whyPositionStays({
  label,
  claims,
  contradictions,
}: PositionUse): string | undefined {
  const n = claims > 0 ? claims : contradictions
  if (n === 0) return undefined
  const filed = counted(n, claims > 0 ? 'claim' : 'contradiction')
  return n === 1
    ? `${filed} on record is about “${label}”, so it stays. Merge it into another position instead.`
    : `${filed} on record are about “${label}”, so it stays. Merge it into another position instead.`
}

function obstacleOf({ label, claims, contradictions }: PositionUse): string | undefined {
  if (claims > 0)
    return claims === 1
      ? `The position “${label}” is not in this version, and ${counted(claims, 'claim')} on record refers to it. Edit it to take another position first, or restore a version that has it.`
      : `The position “${label}” is not in this version, and ${counted(claims, 'claim')} on record refer to it. Edit them to take another position first, or restore a version that has it.`
  if (contradictions === 0) return undefined
  const filed = counted(contradictions, 'contradiction')
  return contradictions === 1
    ? `The position “${label}” is not in this version, and ${filed} on record is about it. Restore a version that has it.`
    : `The position “${label}” is not in this version, and ${filed} on record are about it. Restore a version that has it.`
}

/**
 * A fault of a record as whoever restores reads it: what is in the way, and the way out.
 * @param path - where in the record the fault is
 */
export function describeObstacle({ path, message }: { path: string; message: string }): string {
  const says = message.replace(' in this dossier', ' in this topic')
  return `${says}${wayOutOf(path)}`
}

function wayOutOf(path: string): string {
  if (path.endsWith('/quote'))
    return ' Capture a text of the source that has them, or edit the claim as it is now.'
  if (/\/(?:said|published)$/.test(path)) return ' Correct one of the two dates first.'
  if (/^\/claims\/.*\/(?:party|person|issue|position|source)$/.test(path))
    return ' Record it first, or edit the claim as it is now.'
  if (/^\/(?:parties|people|topic|searches)\//.test(path))
    return ' Record it first, or restore another version.'
  if (/^\/issues\/[^/]+$/.test(path)) return ' Restore a version with other relations.'
  return ''
}
