/** Examples of the method page: what the rule files, one of each kind that it does file. */
import type { Claim, IssueModel } from '#server/domain/claims.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { type StandingSide, findContradictions } from '#server/domain/contradictions.ts'
import { explainReversal } from '#server/domain/explanation.ts'
import type { ContradictionKind } from '#server/domain/reviews.ts'
import { standingOf } from '#server/domain/spans.ts'
import { MIXED_MESSAGE_WINDOW_DAYS, isReversal, successionsOf } from '#server/domain/stands.ts'
import { wording } from '../words/wording.ts'
import { NORTH, SOUTH, aClaim, bridge, costs, explain, nameOf } from './method-examples.ts'

interface Filed {
  readonly kind: ContradictionKind
  readonly explanation: string
}

const sideOf = (claim: Claim, id: number): StandingSide => ({
  id,
  party: claim.party,
  partyName: nameOf(claim.party),
  stance: claim.stance === 'denies' ? 'denies' : 'affirms',
  position: claim.position,
  value: claim.value,
  spans: [standingOf(claim, undefined)],
})

function fileTogether(issue: IssueModel, a: Claim, b: Claim): Filed[] {
  const parties = new Set([a.party, b.party])
  return findContradictions(judgeOf(issue), [sideOf(a, 1), sideOf(b, 2)], parties).map(
    ({ kind }) => ({
      kind,
      explanation: explain(issue, a, b) ?? '',
    }),
  )
}

function fileShift(issue: IssueModel, ...claims: Claim[]): Filed[] {
  const judge = judgeOf(issue)
  return successionsOf(claims, judge, MIXED_MESSAGE_WINDOW_DAYS).flatMap((succession) => {
    const { claim: from, successor: to } = succession
    const clash = judge.clash(from, to)
    if (clash === undefined || !isReversal(succession, judge)) return []
    const explanation = explainReversal({
      issue,
      clash,
      partyName: nameOf(from.party),
      from,
      to,
      words: wording().explanations,
    })
    return [{ kind: 'reversal' as const, explanation }]
  })
}

/** What each kind looks like; a kind that no rule files has no example. */
export const listFiled = (): readonly Filed[] => [
  ...fileTogether(
    bridge(),
    aClaim({ party: NORTH, position: 'keep' }),
    aClaim({ party: SOUTH, position: 'keep', stance: 'denies' }),
  ),
  ...fileTogether(
    bridge(),
    aClaim({ party: NORTH, position: 'replace' }),
    aClaim({ party: SOUTH, position: 'keep' }),
  ),
  ...fileTogether(
    costs(),
    aClaim({ party: NORTH, value: { min: 3, max: 4 } }),
    aClaim({ party: SOUTH, value: { min: 6, max: null } }),
  ),
  ...fileShift(
    bridge(),
    aClaim({ party: NORTH, position: 'keep' }),
    aClaim({ party: NORTH, position: 'replace', said: '2020-05' }),
  ),
  ...fileTogether(
    bridge(),
    aClaim({ party: NORTH, position: 'keep' }),
    aClaim({ party: NORTH, position: 'replace', said: '2020-03' }),
  ),
]
