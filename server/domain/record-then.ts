/**
 * The record of a topic as it was at an instant, and the comparison that follows from it: the newest
 * form of every thing by then, put through the same rules as the record of today. Pure.
 */
import { firstStatementFinder } from './restatements.ts'
import { type Claim, compareText, counts } from './claims.ts'
import { type IssueComparison, type SearchResult, compareIssue } from './comparison.ts'
import { type Judge, judgeOf } from './conflicts.ts'
import { type Day, FOREVER, parseDate } from './dates.ts'
import { claimDays, claimOf, modelOf } from './dossier-model.ts'
import type {
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierPerson,
  DossierSearch,
  DossierSourceForm,
  DossierTopic,
} from './dossier-schema.ts'
import { groupBy } from './grouping.ts'
import { type Stand, standOn } from './stands.ts'

/** A thing in the form that it had then, with the id that leads to its page. */
export type Then<Form> = Form & { readonly id: number }

/** A claim as it was then: what was written, and what the logic makes of it. */
export interface ClaimThen {
  readonly id: number
  readonly version: number
  readonly recordedAt: Date
  readonly recordedBy: number | null
  readonly form: DossierClaim
  readonly claim: Claim & { readonly id: number }
}

/** What is read of the revisions; lists are in the topic's order. */
export interface FormsThen {
  /** Undefined where nothing of the topic was recorded by then. */
  readonly topic: DossierTopic | undefined
  readonly windowDays: number
  readonly parties: readonly Then<DossierParty>[]
  readonly people: readonly Then<DossierPerson>[]
  readonly sources: readonly Then<DossierSourceForm>[]
  readonly issues: readonly Then<DossierIssue>[]
  readonly claims: readonly Omit<ClaimThen, 'claim'>[]
  readonly searches: readonly DossierSearch[]
}

export type PartyThen = Then<DossierParty> & { readonly part: 'party' | 'observer' | null }

/** The record at an instant, ready to be asked. */
export interface RecordThen {
  readonly topic: DossierTopic | undefined
  readonly windowDays: number
  /** Parties to the dispute before observers before those that are only mentioned. */
  readonly parties: readonly PartyThen[]
  readonly people: ReadonlyMap<string, Then<DossierPerson>>
  readonly sources: ReadonlyMap<string, Then<DossierSourceForm>>
  readonly issues: readonly Then<DossierIssue>[]
  readonly claims: readonly ClaimThen[]
  /** By `issue party`. */
  readonly claimsOn: ReadonlyMap<string, readonly ClaimThen[]>
  readonly searches: readonly DossierSearch[]
  /** For claims that restated another one: the first statement of their line. */
  readonly firstOf: ReadonlyMap<string, string>
}

const bySlug = <Thing extends { readonly slug: string }>(things: readonly Thing[]) =>
  new Map(things.map((thing) => [thing.slug, thing]))

/**
 * Put the forms of an instant together. A claim whose issue or party was not recorded by then is left
 * out: only a history that came from elsewhere has such.
 */
export function recordThen(forms: FormsThen): RecordThen {
  const { topic, windowDays, people, issues } = forms
  const searches = forms.searches.filter(({ withdrawn }) => withdrawn === undefined)
  const [sources, parties] = [bySlug(forms.sources), partiesThen(forms)]
  const [knownIssues, knownParties] = [bySlug(issues), bySlug(parties)]
  const claims = forms.claims.flatMap((one) =>
    knownIssues.has(one.form.issue) && knownParties.has(one.form.party)
      ? [{ ...one, claim: { ...logicalOf(one.form, sources), id: one.id } }]
      : [],
  )
  const claimsOn = groupBy(claims, ({ claim }) => `${claim.issue} ${claim.party}`)
  return {
    topic,
    windowDays,
    parties,
    people: bySlug(people),
    sources,
    issues,
    claims,
    claimsOn,
    searches,
    firstOf: firstStatements(claims),
  }
}

function firstStatements(claims: readonly ClaimThen[]): ReadonlyMap<string, string> {
  const known = new Map(
    claims.map(({ form: { slug, restates }, claim }) => [
      slug,
      { slug, restates, isWithdrawn: claim.withdrawn },
    ]),
  )
  const firstOf = firstStatementFinder((slug) => known.get(slug))
  return new Map(
    [...known.values()].flatMap((claim) => {
      const { slug } = firstOf(claim)
      return slug === claim.slug ? [] : [[claim.slug, slug]]
    }),
  )
}

const PARTS = ['party', 'observer', null] as const

function partiesThen({ topic, parties }: FormsThen): PartyThen[] {
  const [first, second] = [new Set(topic?.parties), new Set(topic?.observers)]
  const partOf = (slug: string) =>
    first.has(slug) ? 'party' : second.has(slug) ? 'observer' : (null as PartyThen['part'])
  return parties
    .map((party) => ({ ...party, part: partOf(party.slug) }))
    .sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
}

function logicalOf(form: DossierClaim, sources: RecordThen['sources']): Claim {
  const cited = form.citations.flatMap((c) => sources.get(c.source) ?? [])
  const bounds = cited.map((source) => parseDate(source.published).latest)
  // Never so in a record of ours; a history from elsewhere must not break the page.
  const isPossible = claimDays(parseDate(form.said), bounds) !== undefined
  return claimOf(form, isPossible ? cited : [])
}

/** One issue of a comparison, in the shape that pages take. */
export interface IssueThen {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly nature: DossierIssue['nature']
  readonly kind: DossierIssue['kind']
  readonly unit?: string | undefined
  readonly labels: Readonly<Record<string, string>>
  readonly judge: Judge
  readonly comparison: IssueComparison
}

export interface ComparisonThen {
  readonly asOf: Day
  readonly parties: readonly PartyThen[]
  readonly issues: readonly IssueThen[]
}

export interface ChoiceThen {
  readonly asOf: Day
  /** In this order; undefined for all of the topic, parties before observers. */
  readonly parties?: readonly string[] | undefined
  readonly issue?: string | undefined
}

/** Who held what on a day, as far as it was recorded by then: straight from the definition. */
export function compareThen(record: RecordThen, choice: ChoiceThen): ComparisonThen {
  const parties = chosenParties(record, choice.parties)
  const issues = record.issues.filter(
    ({ slug }) => choice.issue === undefined || slug === choice.issue,
  )
  return {
    asOf: choice.asOf,
    parties,
    issues: issues.map((issue) => compareOn(record, issue, parties, choice.asOf)),
  }
}

function chosenParties(record: RecordThen, slugs: readonly string[] | undefined) {
  if (slugs === undefined) return record.parties.filter(({ part }) => part !== null)
  const known = bySlug(record.parties)
  return [...new Set(slugs)].flatMap((slug) => known.get(slug) ?? [])
}

function compareOn(
  record: RecordThen,
  issue: Then<DossierIssue>,
  parties: readonly PartyThen[],
  asOf: Day,
): IssueThen {
  const judge = judgeOf(modelOf(issue))
  const standOf = (party: string): Stand =>
    standOn(asOf, claimsOf(record, issue.slug, party), judge, record.windowDays)
  const comparison = compareIssue({
    judge,
    parties: parties.map(({ slug }) => slug),
    stands: new Map(parties.map(({ slug }) => [slug, standOf(slug)])),
    searches: searchesOn(record, issue.slug),
  })
  const { id, slug, question, nature, kind, unit, labels = {} } = issue
  return { id, slug, question, nature, kind, unit, labels, judge, comparison }
}

/** The claims of a party on an issue, as the logic sees them. */
export const claimsOf = (record: RecordThen, issue: string, party: string): Claim[] =>
  (record.claimsOn.get(`${issue} ${party}`) ?? []).map(({ claim }) => claim)

/** What the last search came to, by party. */
function searchesOn(record: RecordThen, issue: string): ReadonlyMap<string, SearchResult> {
  const own = record.searches.filter((search) => search.issue === issue)
  return new Map(
    own.sort((a, b) => compareText(a.on, b.on)).map(({ party, result }) => [party, result]),
  )
}

/** The days on which something that counts was said, ascending. */
export const daysSaid = (record: RecordThen): Day[] => [
  ...new Set(
    record.claims
      .filter(({ claim }) => counts(claim) && claim.latest !== FOREVER)
      .map(({ claim }) => claim.latest)
      .sort(compareText),
  ),
]

/** The newest said first, then the one recorded last: the order of lists of claims. */
export const newestThen = (a: ClaimThen, b: ClaimThen): number =>
  compareText(b.claim.latest, a.claim.latest) || b.id - a.id
