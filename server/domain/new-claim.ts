/**
 * A claim as somebody fills in its form, with the party, person, issue, position and sources it may
 * bring along, and how that becomes dossier forms. Pure.
 */
import { createHash } from 'node:crypto'
import type { IssueKind } from './claims.ts'
import type {
  DossierCitation,
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierPerson,
  DossierSource,
  DossierValue,
} from './dossier-schema.ts'
import { slugFor } from './slugs.ts'

/** What a topic holds already, for people to choose from. */
export interface RecordChoices {
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  readonly people: readonly ChosenPerson[]
  readonly issues: readonly ChosenIssue[]
  readonly sources: readonly ChosenSource[]
}

export interface ChosenPerson {
  readonly slug: string
  readonly name: string
  readonly roles: readonly string[]
}

export interface ChosenIssue {
  readonly slug: string
  readonly question: string
  readonly kind: IssueKind
  readonly unit?: string | undefined
  readonly exclusive: boolean
  readonly positions: readonly { readonly slug: string; readonly label: string }[]
}

export interface ChosenSource {
  readonly slug: string
  readonly title: string
  readonly publisher?: string | undefined
  readonly published: string
  readonly language: string
  readonly url?: string | undefined
}

/** Something that is there, or something to add. */
export type Choice<New> = { readonly slug: string } | { readonly added: New }

export const isAdded = <New>(choice: Choice<New> | undefined): choice is { readonly added: New } =>
  choice !== undefined && 'added' in choice

export interface NewPosition {
  readonly label: string
  /** Slugs of positions that whoever holds it holds too. */
  readonly entails: readonly string[]
  /** Slugs of positions that cannot hold together with it. */
  readonly excludes: readonly string[]
}

export type NewSource = Omit<DossierSource, 'slug' | 'capture' | 'authors' | 'archiveUrl'> & {
  /** The text as pasted. */
  readonly captured?: string | undefined
}

export interface DraftCitation extends Omit<DossierCitation, 'source'> {
  readonly source: Choice<NewSource>
}

type Said = Pick<DossierClaim, 'stance' | 'bearing' | 'form' | 'said' | 'statement'>
type Limits = Pick<DossierClaim, 'condition' | 'scope' | 'hedge' | 'restates' | 'withdrawn'>

export interface ClaimDraft extends Said, Limits {
  readonly slug: string
  readonly party: Choice<Pick<DossierParty, 'name' | 'kind'>>
  readonly person?:
    | Choice<{ readonly name: string; readonly title?: string | undefined }>
    | undefined
  readonly issue: Choice<Pick<DossierIssue, 'question' | 'nature' | 'kind' | 'unit'>>
  readonly position?: Choice<NewPosition> | undefined
  readonly value?: DossierValue | undefined
  readonly citations: readonly DraftCitation[]
}

/** Does the draft bring anything along whose slug has to be new? */
export const bringsAlong = ({ party, person, issue, position, citations }: ClaimDraft): boolean =>
  [party, person, issue, position, ...citations.map((c) => c.source)].some(
    (choice) => choice !== undefined && isAdded(choice as Choice<unknown>),
  )

/** Dossier forms to save, things before what refers to them. */
export interface DraftParts {
  readonly parties: readonly DossierParty[]
  readonly people: readonly DossierPerson[]
  readonly sources: readonly DossierSource[]
  readonly issues: readonly DossierIssue[]
  readonly claim: DossierClaim
}

/** Do two texts read the same, whatever their case? */
export const sameText = (a: string, b: string): boolean =>
  a.trim().toLowerCase().normalize('NFC') === b.trim().toLowerCase().normalize('NFC')

const slugsOf = (things: readonly { slug: string }[]): Set<string> =>
  new Set(things.map((t) => t.slug))

/** Leave out what is undefined, so that equal claims have equal keys. */
export const present = <T extends object>(thing: T): T =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T

/**
 * From a draft to dossier forms. What is added under a name that is there already is that thing, so
 * that sending a form twice adds nothing twice.
 * @param known - what the topic holds, read inside the transaction that will write
 * @param issueForm - the chosen issue as it stands, where a position is added to it
 * @param now - when a pasted text counts as captured
 */
export function partsOf(
  draft: ClaimDraft,
  known: RecordChoices,
  { issueForm, now }: { issueForm: DossierIssue | undefined; now: Date },
): DraftParts {
  const party = placeParty(draft, known)
  const person = placePerson(draft, known, party.slug)
  const issue = placeIssue(draft, known, issueForm)
  const sources = placeSources(draft, known, now)
  return {
    parties: party.added,
    people: person.added,
    issues: issue.added,
    sources: sources.added,
    claim: present({
      slug: draft.slug,
      issue: issue.slug,
      party: party.slug,
      person: person.slug,
      position: issue.position,
      value: draft.value,
      stance: draft.stance,
      bearing: draft.bearing === 'context' ? draft.bearing : undefined,
      form: draft.form,
      said: draft.said,
      statement: draft.statement,
      condition: draft.condition,
      scope: draft.scope === undefined ? undefined : present(draft.scope),
      hedge: draft.hedge,
      restates: draft.restates,
      withdrawn: draft.withdrawn,
      citations: draft.citations.map((citation, i) =>
        present({ ...citation, source: sources.slugs[i] ?? '' }),
      ),
    }),
  }
}

function placeParty({ party }: ClaimDraft, { parties }: RecordChoices) {
  if (!isAdded(party)) return { slug: party.slug, added: [] }
  const same = parties.find((p) => sameText(p.name, party.added.name))
  if (same !== undefined) return { slug: same.slug, added: [] }
  const slug = slugFor(party.added.name, 'party', slugsOf(parties))
  return { slug, added: [{ slug, ...party.added, aliases: [] }] }
}

/** Whoever is named: on record, or to be added in a role for `party`. */
export function placePerson(
  { person }: Pick<ClaimDraft, 'person'>,
  { people }: RecordChoices,
  party: string,
) {
  if (person === undefined) return { slug: undefined, added: [] }
  if (!isAdded(person)) return { slug: person.slug, added: [] }
  const { name, title } = person.added
  const same = people.find((p) => sameText(p.name, name))
  if (same !== undefined) return { slug: same.slug, added: [] }
  const slug = slugFor(name, 'person', slugsOf(people))
  const roles = title === undefined ? [] : [{ party, title }]
  return { slug, added: [{ slug, name, roles }] }
}

/** The issue that a draft is on, if the topic has it. */
export const findIssue = (
  issue: ClaimDraft['issue'],
  issues: RecordChoices['issues'],
): ChosenIssue | undefined =>
  issues.find((i) =>
    isAdded(issue)
      ? i.kind === issue.added.kind && sameText(i.question, issue.added.question)
      : i.slug === issue.slug,
  )

function placeIssue(
  { issue, position }: ClaimDraft,
  { issues }: RecordChoices,
  form?: DossierIssue,
) {
  if (!isAdded(issue)) {
    const positions = findIssue(issue, issues)?.positions ?? []
    return placePosition({ slug: issue.slug, positions, form }, position)
  }
  const { question, kind } = issue.added
  const same = findIssue(issue, issues)
  if (same !== undefined) return placePosition({ ...same, form }, position)
  const slug = slugFor(question, 'issue', slugsOf(issues))
  const added = present({
    slug,
    ...issue.added,
    ...(kind === 'options' ? { exclusive: true } : {}),
  })
  const placed = placePosition({ slug, positions: [], form: added }, position)
  return placed.added.length === 0 ? { ...placed, added: [added] } : placed
}

interface PlaceOfPosition {
  readonly slug: string
  readonly positions: ChosenIssue['positions']
  readonly form?: DossierIssue | undefined
}

function placePosition(
  issue: PlaceOfPosition,
  position: ClaimDraft['position'],
): { slug: string; position: string | undefined; added: DossierIssue[] } {
  if (!isAdded(position)) return { slug: issue.slug, position: position?.slug, added: [] }
  const { label, entails, excludes } = position.added
  const same = issue.positions.find((p) => sameText(p.label, label))
  if (same !== undefined || issue.form === undefined)
    return { slug: issue.slug, position: same?.slug, added: [] }
  const slug = slugFor(label, 'position', slugsOf(issue.positions))
  const pairs = excludes.map((other): { pair: [string, string] } => ({ pair: [slug, other] }))
  const form: DossierIssue = {
    ...issue.form,
    positions: [
      ...(issue.form.positions ?? []),
      { slug, label, ...(entails.length > 0 ? { entails: [...entails] } : {}) },
    ],
    ...(pairs.length > 0 ? { excludes: [...(issue.form.excludes ?? []), ...pairs] } : {}),
  }
  return { slug: issue.slug, position: slug, added: [form] }
}

/** The sources that citations name: on record, or to be added. */
export function placeSources(
  { citations }: Pick<ClaimDraft, 'citations'>,
  known: RecordChoices,
  now: Date,
) {
  const added: DossierSource[] = []
  const slugs = citations.map(({ source }) => {
    if (!isAdded(source)) return source.slug
    const there: readonly (ChosenSource | DossierSource)[] = [...known.sources, ...added]
    const same = there.find((s) => isSameSource(s, source.added))
    if (same !== undefined) return same.slug
    const slug = slugFor(source.added.title, 'source', slugsOf(there))
    added.push(sourceOf(slug, source.added, now))
    return slug
  })
  return { slugs, added }
}

const isSameSource = (
  a: Pick<ChosenSource, 'title' | 'published' | 'publisher' | 'url'>,
  b: NewSource,
): boolean =>
  sameText(a.title, b.title) &&
  a.published === b.published &&
  (a.publisher ?? '') === (b.publisher ?? '') &&
  (a.url ?? '') === (b.url ?? '')

function sourceOf(slug: string, { captured, ...source }: NewSource, now: Date): DossierSource {
  const capture = captured === undefined ? undefined : captureOf(captured, now)
  return present({ slug, ...source, capture })
}

/** A text as it is captured now. */
export const captureOf = (text: string, now: Date): NonNullable<DossierSource['capture']> => ({
  text,
  capturedAt: now.toISOString(),
  sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
})
