/** From a dossier's forms to what the logic needs to know. Pure. */
import type { Claim, IssueModel } from './claims.ts'
import { type Day, type Days, earlierOf, parseDate } from './dates.ts'
import type { DossierClaim, DossierIssue, DossierSearch } from './dossier-schema.ts'
import { type Relation, excludeEveryPair } from './positions.ts'
import type { Restatable } from './restatements.ts'

/**
 * The days on which a claim may have been said, bounded by the publications that report it.
 * @param said - the days its date may mean
 * @param publications - the latest possible day of each source it cites
 * @returns undefined when it would be later than one of them
 */
export function claimDays(
  { earliest, latest }: Days,
  publications: readonly Day[],
): Days | undefined {
  const bound = publications.reduce(earlierOf, latest)
  return bound < earliest ? undefined : { earliest, latest: bound }
}

/** The positions that an issue has now, in their order: those merged into others are left out. */
export const positionsOf = ({ positions = [] }: Pick<DossierIssue, 'positions'>) =>
  positions.filter((position) => position.mergedInto === undefined)

/** The position that took another one's place; the position itself where none did. */
export const followMerged = (
  { positions = [] }: Pick<DossierIssue, 'positions'>,
  slug: string,
): string => positions.find((position) => position.slug === slug)?.mergedInto ?? slug

/** An issue as the logic sees it; `exclusive` is spelled out. */
export function modelOf(issue: DossierIssue): IssueModel {
  const given = positionsOf(issue)
  const now = new Set(given.map((p) => p.slug))
  const positions = given.map(({ slug, label }) => ({ slug, label }))
  const entails = given.flatMap((p) =>
    (p.entails ?? []).map((to): Relation => ({ kind: 'entails', from: p.slug, to })),
  )
  const excludes = (issue.excludes ?? []).map(
    ({ pair: [from, to], kind = 'contrary' }): Relation => ({ kind, from, to }),
  )
  const relations = [...entails, ...excludes].filter((r) => now.has(r.from) && now.has(r.to))
  const all = issue.exclusive === true ? excludeEveryPair(positions, relations) : relations
  return { slug: issue.slug, kind: issue.kind, unit: issue.unit, positions, relations: all }
}

/**
 * A claim as the logic sees it.
 * @param sources - the sources it cites are looked up here, for their publication
 * @throws {RangeError} for a claim later than its publication, which parsing refuses
 */
export function claimOf(
  claim: DossierClaim,
  sources: Iterable<{ readonly slug: string; readonly published: string }>,
): Claim {
  const cited = new Set(claim.citations.map((c) => c.source))
  const publications = [...sources].flatMap(({ slug, published }) =>
    cited.has(slug) ? [parseDate(published).latest] : [],
  )
  const days = claimDays(parseDate(claim.said), publications)
  if (days === undefined) throw new RangeError(`${claim.slug} is later than its publication.`)
  const { citations: _, statement: __, hedge: ___, restates: ____, ...rest } = claim
  const { withdrawn, scope, ...logical } = rest
  const period = scope?.period
  return {
    ...logical,
    ...days,
    bearing: claim.bearing ?? 'states',
    scope: period === undefined ? undefined : daysOf(period),
    withdrawn: withdrawn !== undefined,
  }
}

/** A claim as the rules of restatements see it. */
export const restatableOf = (claim: DossierClaim, publications: readonly Day[]): Restatable => {
  const said = parseDate(claim.said)
  const { earliest, latest } = claimDays(said, publications) ?? said
  return { ...claim, earliest, latest, isWithdrawn: claim.withdrawn !== undefined }
}

const daysOf = (text: string): Days => {
  const { earliest, latest } = parseDate(text)
  return { earliest, latest }
}

/** Searches have no slug of their own: a party's on an issue on a day is one. */
export const searchSlug = ({ party, issue, on }: DossierSearch): string => `${party} ${issue} ${on}`
