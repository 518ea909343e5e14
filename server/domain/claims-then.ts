/**
 * Claims as they were recorded at an instant, in the shapes that pages take. Pure.
 *
 * Where a quotation stands in its source is not part of a revision: it follows from the texts captured
 * since. It is taken over from the record of now for words that are the same, and left open otherwise.
 */
import type { Claim } from './claims.ts'
import type { Days } from './dates.ts'
import { OPEN_END } from './dossier-schema.ts'
import type { DossierCitation, DossierPerson, DossierSourceForm } from './dossier-schema.ts'
import { leadCitation } from './lead-citation.ts'
import type { RecordedCitation, RecordedClaim } from './recorded-claim.ts'
import type { ClaimThen, RecordThen, Then } from './record-then.ts'

/** A citation of now, as far as it says where words stand. */
export interface PlacedCitation {
  readonly source: { readonly slug: string; readonly version?: number | undefined }
  readonly quote?: string | undefined
  readonly isPlaced: boolean
}

/** By claim slug. */
export type Placed = ReadonlyMap<string, { readonly citations: readonly PlacedCitation[] }>

/**
 * The role in which somebody spoke for a party: one held on the days in question before others, then
 * the first on record. Ends are compared as written, which EDTF text allows.
 */
export function roleThen(
  person: DossierPerson | undefined,
  party: string,
  { earliest, latest }: Days,
): string | undefined {
  const own = person?.roles.filter((role) => role.party === party) ?? []
  const isHeld = ({ from = '', to = OPEN_END }: (typeof own)[number]) =>
    (from === OPEN_END ? '' : from) <= latest && (to === OPEN_END ? '9999' : to) >= earliest
  return (own.find(isHeld) ?? own[0])?.title
}

/** Where a claim was found, as it was recorded then. */
export function citationsThen(
  record: RecordThen,
  { form }: ClaimThen,
  placed: Placed,
): RecordedCitation[] {
  const now = placed.get(form.slug)?.citations ?? []
  return form.citations.flatMap((citation) => {
    const source = record.sources.get(citation.source)
    const same = now.find((c) => c.source.slug === citation.source && c.quote === citation.quote)
    return source === undefined ? [] : [citationThen(citation, source, same)]
  })
}

const citationThen = (
  { quote, translation, translator, locator, credibility, language }: DossierCitation,
  source: Then<DossierSourceForm>,
  same: PlacedCitation | undefined,
): RecordedCitation => ({
  source: {
    id: source.id,
    slug: source.slug,
    version: same?.source.version,
    kind: source.kind,
    title: source.title,
    publisher: source.publisher,
    authors: source.authors ?? [],
    url: source.url,
    archiveUrl: source.archiveUrl,
    published: source.published,
    language: source.language,
    grade: source.grade,
  },
  quote,
  language: language ?? source.language,
  translation,
  translator,
  locator,
  credibility,
  isPlaced: same?.isPlaced ?? false,
})

/** What is shown of a claim beside what the logic needs: what db/queries/comparison.ts gives of now. */
export function detailThen(record: RecordThen, one: ClaimThen, placed: Placed) {
  const { form, claim, id } = one
  const person = record.people.get(form.person ?? '')
  return {
    id,
    slug: form.slug,
    statement: form.statement,
    hedge: form.hedge,
    scopeNote: form.scope?.note,
    scopePeriod: form.scope?.period,
    form: form.form,
    said: form.said,
    personName: person?.name,
    personRole: roleThen(person, form.party, claim),
    citations: citationsThen(record, one, placed),
  }
}

export type DetailThen = ReturnType<typeof detailThen>

/** Details of claims by slug. */
export const detailsThen = (
  record: RecordThen,
  claims: readonly Claim[],
  placed: Placed,
): ReadonlyMap<string, DetailThen> => {
  const wanted = new Set(claims.map((claim) => claim.slug))
  const found = record.claims.filter(({ claim }) => wanted.has(claim.slug))
  return new Map(found.map((one) => [one.claim.slug, detailThen(record, one, placed)]))
}

const named = ({ id, slug, name }: Named): Named => ({ id, slug, name })

interface Named {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** The things that a claim names; its issue and party are there, or it would not be. */
function aboutThen(record: RecordThen, { form }: ClaimThen) {
  const party = record.parties.find(({ slug }) => slug === form.party)
  const issue = record.issues.find(({ slug }) => slug === form.issue)
  if (party === undefined || issue === undefined) throw new Error(`${form.slug} has no place`)
  const place = issue.positions?.findIndex(({ slug }) => slug === form.position) ?? -1
  const position = issue.positions?.[place]
  return { party, issue, person: record.people.get(form.person ?? ''), position, place }
}

/**
 * A claim with everything its page shows.
 * @param until - the first day on which something superseded it, as far as was recorded by then
 */
export function recordedClaimThen(
  record: RecordThen,
  one: ClaimThen,
  { placed, until }: { readonly placed: Placed; readonly until: string | undefined },
): RecordedClaim {
  const { form, claim } = one
  const { party, issue, person, position, place } = aboutThen(record, one)
  const { id, slug, question, kind, unit } = issue
  return {
    id: one.id,
    slug: form.slug,
    version: one.version,
    party: named(party),
    person: person && { ...named(person), role: roleThen(person, form.party, claim) },
    issue: { id, slug, question, kind, unit },
    position: position && { slug: position.slug, label: position.label, place },
    value: form.value,
    stance: form.stance,
    bearing: claim.bearing,
    form: form.form,
    said: form.said,
    statement: form.statement,
    condition: form.condition,
    scopePeriod: form.scope?.period,
    scopeNote: form.scope?.note,
    hedge: form.hedge,
    withdrawnReason: form.withdrawn?.reason,
    erased: form.erased,
    standsUntil: until,
    recordedAt: one.recordedAt,
    recordedBy: one.recordedBy,
    citations: citationsThen(record, one, placed),
  }
}

/** A claim as a row of a table shows it. */
export function rowThen(
  record: RecordThen,
  one: ClaimThen,
  { placed, isSuperseded }: { readonly placed: Placed; readonly isSuperseded: boolean },
) {
  const { form, claim, id } = one
  const { party, issue, person, position } = aboutThen(record, one)
  const citations = citationsThen(record, one, placed)
  const lead =
    citations.find((c) => c.isPlaced) ?? leadCitation({ citations: citations.slice(0, 1) })
  return {
    id,
    slug: form.slug,
    statement: form.statement,
    said: form.said,
    stance: form.stance,
    form: form.form,
    bearing: claim.bearing,
    isWithdrawn: claim.withdrawn,
    isSuperseded,
    party: named(party),
    person: person === undefined ? null : named(person),
    issue: {
      id: issue.id,
      slug: issue.slug,
      question: issue.question,
      kind: issue.kind,
      unit: issue.unit ?? null,
    },
    position: position?.label ?? null,
    value: form.value ?? null,
    source: {
      id: lead?.source.id ?? 0,
      slug: lead?.source.slug ?? '',
      version: lead?.source.version,
      title: lead?.source.title ?? '',
      publisher: lead?.source.publisher ?? null,
    },
  }
}
