/**
 * The examples of the method page. Nothing here states a rule: each example asks the code that decides,
 * so that the page says what the program does, whatever that becomes.
 */
import {
  type Claim,
  type IssueModel,
  type IssueKind,
  type Stance,
  commits,
} from '#server/domain/claims.ts'
import {
  type IssueComparison,
  type RelationWord,
  type SearchResult,
  type Silence,
  compareIssue,
} from '#server/domain/comparison.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { type Day, dayNumber, parseDate } from '#server/domain/dates.ts'
import {
  type Literal,
  type Relation,
  closeRelations,
  excludeEveryPair,
  findModellingError,
  literalKey,
} from '#server/domain/positions.ts'
import { standOn } from '#server/domain/stands.ts'
import type { Value } from '#server/domain/values.ts'
import { translated } from '../words/messages.ts'
import { explainClash } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** Two parties to a dispute that nobody has. */
export const NORTH = 'north'
export const SOUTH = 'south'

/** What a party of the examples is called. */
export const nameOf = (party: string): string => {
  const { parties } = wording().method
  return party === SOUTH ? parties.south : parties.north
}

/** What should become of the bridge between them: one relation of each kind. */
export const bridge = (): IssueModel => ({
  slug: 'bridge',
  kind: 'options',
  positions: Object.entries(wording().method.bridge).map(([slug, label]) => ({ slug, label })),
  relations: [
    { kind: 'entails', from: 'replace-at-once', to: 'replace' },
    { kind: 'contrary', from: 'replace', to: 'keep' },
    { kind: 'entails', from: 'replace-at-once', to: 'closed' },
    { kind: 'contradictory', from: 'open', to: 'closed' },
  ],
})

/** What the bridge costs. */
export const costs = (): IssueModel => ({
  slug: 'cost',
  kind: 'quantity',
  unit: wording().method.millions,
  positions: [],
  relations: [],
})

/** A claim with what an example is about; said on one day unless it says otherwise. */
export function aClaim(given: Partial<Claim> & Pick<Claim, 'party'>): Claim {
  const said = given.said ?? '2020-03-01'
  const { earliest, latest } = parseDate(said)
  return {
    slug: `${given.party} ${said} ${given.stance ?? ''} ${given.position ?? ''}`,
    issue: 'bridge',
    stance: 'affirms',
    bearing: 'states',
    form: 'direct quotation',
    said,
    earliest,
    latest,
    withdrawn: false,
    ...given,
  }
}

/** The day so many days later. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10)

const LATE: Day = '2030-01-01'

/** The comparison of the two, long after both have spoken. */
export function compare(
  issue: IssueModel,
  claims: readonly Claim[],
  searches: ReadonlyMap<string, SearchResult> = new Map(),
): IssueComparison {
  const judge = judgeOf(issue)
  const parties = [NORTH, SOUTH]
  const stands = new Map(
    parties.map((party) => {
      const own = claims.filter((c) => c.party === party)
      return [party, standOn(LATE, own, judge)]
    }),
  )
  return compareIssue({ judge, parties, stands, searches })
}

const labelOf = (issue: IssueModel, position: string): string =>
  issue.positions.find((p) => p.slug === position)?.label ?? position

const say = (issue: IssueModel, { position, holds }: Literal): string => {
  const { yesTo, noTo, quoted } = wording().explanations
  return (holds ? yesTo : noTo)(quoted(labelOf(issue, position)))
}

/** What follows from a literal, in words, itself left out; empty when nothing does. */
export const describeFollowing = (issue: IssueModel, literal: Literal): string[] =>
  [...closeRelations(issue.relations).following(literal).values()]
    .map((found) => found.literal)
    .filter((found) => literalKey(found) !== literalKey(literal))
    .map((found) => say(issue, found))

/** Two positions and one relation between them, or none. */
export const aPair = (kind: Relation['kind'] | undefined): IssueModel => ({
  slug: 'pair',
  kind: 'options',
  positions: [
    { slug: 'A', label: 'A' },
    { slug: 'B', label: 'B' },
  ],
  relations: kind === undefined ? [] : [{ kind, from: 'A', to: 'B' }],
})

/** What one relation makes follow, one sentence for each literal from which something follows. */
export function describeImplications(kind: Relation['kind']): string[] {
  const issue = aPair(kind)
  const literals = [true, false].flatMap((holds) =>
    ['A', 'B'].map((position): Literal => ({ position, holds })),
  )
  return literals.flatMap((literal) => {
    const follows = describeFollowing(issue, literal)
    const sentence = wording().method.so(say(issue, literal), follows)
    return follows.length === 0 ? [] : [sentence.replaceAll(/[“”«»]/g, '')]
  })
}

/** How two parties relate when one says this and the other that. */
export function relationOf(issue: IssueModel, a: Literal, b: Literal): RelationWord | undefined {
  const claimOf = (party: string, { position, holds }: Literal) =>
    aClaim({ party, position, stance: holds ? 'affirms' : 'denies' })
  return compare(issue, [claimOf(NORTH, a), claimOf(SOUTH, b)]).pairs[0]?.relation
}

/** Why these two conflict, in the sentence that every conflict shows. */
export function explain(issue: IssueModel, a: Claim, b: Claim): string | undefined {
  const clash = judgeOf(issue).clash(a, b)
  if (clash === undefined) return undefined
  const side = (claim: Claim) => ({ partyName: nameOf(claim.party), claim })
  return explainClash({ issue, clash, a: side(a), b: side(b) })
}

/** What happens to an issue under which nobody could hold a position. */
export const describeModellingError = (): string => {
  const { positions, relations: given } = bridge()
  const relations: Relation[] = [...given, { kind: 'entails', from: 'replace-at-once', to: 'open' }]
  return translated(findModellingError(positions, relations)?.message ?? '')
}

/** The pairs that `exclusive` adds to the bridge, in words. */
export const describeExclusive = (): string[] => {
  const issue = bridge()
  const entailing = issue.relations.filter((r) => r.kind === 'entails')
  const { quoted } = wording().explanations
  return excludeEveryPair(issue.positions, entailing)
    .slice(entailing.length)
    .map(({ from, to }) =>
      wording().method.bothOf(quoted(labelOf(issue, from)), quoted(labelOf(issue, to))),
    )
}

/** Does a stance commit its party to anything, and then to what? */
export function describeCommitment(stance: Stance): string {
  const { nothing, semicolon } = wording().method
  const claim = aClaim({ party: NORTH, position: 'replace', stance })
  if (!commits(claim)) return nothing
  const literal = { position: 'replace', holds: stance === 'affirms' }
  return [say(bridge(), literal), ...describeFollowing(bridge(), literal)].join(semicolon)
}

/** Two statements about a quantity or a date. */
export interface ValueExample {
  readonly kind: IssueKind
  readonly a: { readonly value: Value; readonly stance: Stance }
  readonly b: { readonly value: Value; readonly stance: Stance }
}

export function compareValues({ kind, a, b }: ValueExample): {
  relation: RelationWord | undefined
  explanation: string | undefined
} {
  const unit = kind === 'quantity' ? wording().method.months : undefined
  const issue: IssueModel = { slug: 'value', kind, unit, positions: [], relations: [] }
  const [x, y] = [aClaim({ party: NORTH, ...a }), aClaim({ party: SOUTH, ...b })]
  return {
    relation: compare(issue, [x, y]).pairs[0]?.relation,
    explanation: explain(issue, x, y),
  }
}

/** Which kind of silence a cell shows: what the party said, if anything, and what a search came to. */
export function silenceOf(given: {
  readonly stance?: Stance
  readonly search?: SearchResult
}): Silence | undefined {
  const { stance, search } = given
  const said = stance === undefined ? [] : [aClaim({ party: NORTH, position: 'keep', stance })]
  const searches = new Map(search === undefined ? [] : [[NORTH, search]])
  return compare(bridge(), said, searches).cells[0]?.silence
}
