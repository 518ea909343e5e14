/**
 * When two claims conflict, share ground, or say the same: the heart of the product.
 *
 * Two claims conflict when one says yes to a position to which the other says no: exactly when no
 * world makes both true (tested against all worlds). Claims whose scopes have disjoint periods
 * neither conflict, agree nor share.
 */
import { areDisjoint } from './dates.ts'
import {
  type Closure,
  type Consequences,
  type Literal,
  type Step,
  closeRelations,
  literalKey,
} from './positions.ts'
import { type Claim, type IssueModel, commits, compareText, isValued } from './claims.ts'
import { contains, coverTheLine, gapBetween, intervalOf, isSameValue, overlaps } from './values.ts'

/** How two claims clash, with what a person needs to check it. */
export type Clash =
  | {
      readonly on: 'position'
      /** One side says yes to it and the other says no. */
      readonly witness: string
      readonly aSaysYes: boolean
      readonly aChain: readonly Step[]
      readonly bChain: readonly Step[]
    }
  | {
      readonly on: 'value'
      /** The gap between two affirmed intervals; undefined where a denial is involved. */
      readonly apart: number | undefined
    }

/** An issue with its relations closed: answers for any two claims on it. */
export interface Judge {
  readonly issue: IssueModel
  /** @returns how the claims clash (shortest explanation), or undefined when they do not */
  readonly clash: (a: Claim, b: Claim) => Clash | undefined
  /** Do both take the same stance, one that commits, on the same position? */
  readonly isSame: (a: Claim, b: Claim) => boolean
  /** @returns the positions both say yes to, sorted */
  readonly shared: (a: Claim, b: Claim) => readonly string[]
  /** @returns what follows from a yes or a no to a position, itself included; empty on values */
  readonly following: (literal: Literal) => Consequences
  /** Do both say yes to something common, a position or an overlap of affirmed intervals? */
  readonly sharesGround: (a: Claim, b: Claim) => boolean
}

/** Are the claims about the same position, whatever the stances? */
export const areAboutTheSame = (a: Claim, b: Claim): boolean =>
  a.value !== undefined && b.value !== undefined
    ? isSameValue(a.value, b.value)
    : a.position !== undefined && a.position === b.position

const areComparable = (a: Claim, b: Claim) =>
  commits(a) && commits(b) && !areDisjoint(a.scope, b.scope)

const isSame = (a: Claim, b: Claim) =>
  areComparable(a, b) && a.stance === b.stance && areAboutTheSame(a, b)

/** Open an issue for judgement. Closes its relations once; the answers are pure. */
export function judgeOf(issue: IssueModel): Judge {
  return isValued(issue.kind) ? judgeOfValues(issue) : judgeOfPositions(issue)
}

function judgeOfValues(issue: IssueModel): Judge {
  const sharesGround = (a: Claim, b: Claim) =>
    areComparable(a, b) &&
    a.stance === 'affirms' &&
    b.stance === 'affirms' &&
    a.value !== undefined &&
    b.value !== undefined &&
    overlaps(intervalOf(a.value), intervalOf(b.value))
  const following = (): Consequences => new Map()
  return { issue, isSame, sharesGround, shared: () => [], following, clash: clashOfValues }
}

function clashOfValues(a: Claim, b: Claim): Clash | undefined {
  if (!areComparable(a, b) || a.value === undefined || b.value === undefined) return undefined
  const [p, q] = [intervalOf(a.value), intervalOf(b.value)]
  if (a.stance === 'affirms' && b.stance === 'affirms') {
    return overlaps(p, q) ? undefined : { on: 'value', apart: gapBetween(p, q) }
  }
  const clashes =
    a.stance === 'affirms'
      ? contains(q, p)
      : b.stance === 'affirms'
        ? contains(p, q)
        : coverTheLine(p, q)
  return clashes ? { on: 'value', apart: undefined } : undefined
}

const consequencesOf = (closure: Closure, claim: Claim): Consequences =>
  closure.following({ position: claim.position ?? '', holds: claim.stance === 'affirms' })

const havePositions = (a: Claim, b: Claim) =>
  areComparable(a, b) && a.position !== undefined && b.position !== undefined

function judgeOfPositions(issue: IssueModel): Judge {
  const closure = closeRelations(issue.relations)
  const shared = (a: Claim, b: Claim): string[] => {
    if (!havePositions(a, b)) return []
    const theirs = consequencesOf(closure, b)
    return [...consequencesOf(closure, a).values()]
      .filter(({ literal }) => literal.holds && theirs.has(literalKey(literal)))
      .map(({ literal }) => literal.position)
      .sort(compareText)
  }
  return {
    issue,
    isSame,
    shared,
    sharesGround: (a, b) => shared(a, b).length > 0,
    following: closure.following,
    clash: (a, b) => (havePositions(a, b) ? clashOfPositions(closure, a, b) : undefined),
  }
}

function clashOfPositions(closure: Closure, a: Claim, b: Claim): Clash | undefined {
  const theirs = consequencesOf(closure, b)
  let best: PositionClash | undefined
  for (const { literal, chain } of consequencesOf(closure, a).values()) {
    const answer = theirs.get(literalKey({ ...literal, holds: !literal.holds }))
    if (answer === undefined) continue
    const clash: PositionClash = {
      on: 'position',
      witness: literal.position,
      aSaysYes: literal.holds,
      aChain: chain,
      bChain: answer.chain,
    }
    if (best === undefined || isEasierToCheck(clash, best)) best = clash
  }
  return best
}

type PositionClash = Clash & { on: 'position' }

const lengthOf = ({ aChain, bChain }: PositionClash) => aChain.length + bChain.length

/** Steps from a no to a no: entailment read backwards, which people find hard to follow. */
const backwardSteps = ({ aChain, bChain }: PositionClash) =>
  [...aChain, ...bChain].filter(({ from, to }) => !from.holds && !to.holds).length

/** The shortest argument wins, then the one that reads forwards; slugs make the choice the same both ways. */
const isEasierToCheck = (a: PositionClash, b: PositionClash): boolean =>
  (lengthOf(a) - lengthOf(b) ||
    backwardSteps(a) - backwardSteps(b) ||
    compareText(a.witness, b.witness)) < 0
