import { FORMS } from '#server/domain/claims.ts'
import { RULE } from '#server/domain/contradictions.ts'
import { DossierSource } from '#server/domain/dossier-schema.ts'
import {
  CONTRADICTION_KINDS,
  type ContradictionKind,
  DISAGREEMENT_KINDS,
  DISMISSAL_REASONS,
  type RankedEvidence,
  type Review,
  STATUSES,
  VERDICTS,
  decideReview,
  rankOf,
  totalRank,
} from '#server/domain/reviews.ts'
import { type Coverage, SAME_IN_BOTH, coverageOf } from '#server/domain/restatements.ts'
import { wording } from '../words/wording.ts'
import { agreementSection } from './method-agreement.tsx'
import { listFiled } from './method-filings.ts'
import { Lines, RuleTable, type SectionText } from './method-parts.tsx'

/** Contradictions: which are filed, what people decide about them, and in what order they are shown. */

const Contradictions = () => {
  const w = wording().methodReviews.contradictions
  const { kinds, statuses } = wording().contradiction
  return (
    <>
      <p>{w.text(<code>{RULE}</code>)}</p>
      <RuleTable
        caption={w.kindsCaption}
        columns={w.kindsColumns}
        rows={CONTRADICTION_KINDS.map((kind) => [
          kinds[kind],
          <Lines lines={describeKind(kind)} />,
        ])}
      />
      <RuleTable
        caption={w.status}
        columns={w.statusColumns}
        rows={STATUSES.map((status) => [statuses[status], w.statuses[status]])}
      />
      <p>{w.logged}</p>
      <p>
        {w.restates(
          SAME_IN_BOTH.filter((word) => word !== 'party'),
          coveredLater(true),
          coveredLater(false),
        )}
      </p>
    </>
  )
}

/** What comes of a claim recorded after a decision, with or without its line on record before. */
function coveredLater(isOfSeenLine: boolean): Coverage {
  const [before, decided, after] = [new Date(0), new Date(1), new Date(2)]
  const firstRecordedAt = isOfSeenLine ? before : after
  return coverageOf({ recordedAt: after, firstRecordedAt }, decided)
}

const describeKind = (kind: ContradictionKind): string[] => [
  wording().methodReviews.contradictions.kinds[kind],
  ...listFiled()
    .filter((filed) => filed.kind === kind)
    .map((filed) => filed.explanation),
]

/** What a list of reviews, one person each, comes to. */
function settle(needed: number, ...verdicts: Review['verdict'][]): string {
  const all = verdicts.map((verdict, i): Review => {
    const reviewer = `reviewer ${i + 1}`
    return verdict === 'no conflict'
      ? { reviewer, verdict, reason: 'both can hold' }
      : { reviewer, verdict }
  })
  const [last] = all.slice(-1)
  const { statuses } = wording().contradiction
  if (last === undefined) return statuses.open
  const decision = decideReview({ status: 'open', reviews: all.slice(0, -1), needed }, last)
  return decision.ok ? statuses[decision.status] : wording().methodReviews.reviews.refused
}

const refusesWithoutReason = (verdict: Review['verdict']): boolean =>
  !decideReview({ status: 'open', reviews: [], needed: 1 }, { reviewer: 'anybody', verdict }).ok

const several: readonly { needed: number; verdicts: readonly Review['verdict'][] }[] = [
  { needed: 2, verdicts: ['conflict'] },
  { needed: 2, verdicts: ['conflict', 'tension'] },
  { needed: 2, verdicts: ['no conflict', 'no conflict'] },
  { needed: 2, verdicts: ['conflict', 'no conflict'] },
  { needed: 1, verdicts: ['conflict', 'no conflict'] },
  { needed: 2, verdicts: ['conflict', 'conflict', 'cannot tell'] },
]

const Reviews = () => {
  const { codes, common, contradiction, methodReviews } = wording()
  const w = methodReviews.reviews
  return (
    <>
      <p>{w.text}</p>
      <RuleTable
        caption={w.one}
        columns={w.oneColumns}
        rows={VERDICTS.map((verdict) => [
          contradiction.verdicts[verdict],
          settle(1, verdict),
          refusesWithoutReason(verdict) ? w.yes : w.no,
        ])}
      />
      <p>{w.settling}</p>
      <RuleTable
        caption={w.several}
        columns={w.severalColumns}
        rows={several.map(({ needed, verdicts }) => [
          verdicts.map((verdict) => contradiction.verdicts[verdict]).join(common.comma),
          String(needed),
          settle(needed, ...verdicts),
        ])}
      />
      <RuleTable
        caption={w.reasons}
        columns={w.reasonsColumns}
        rows={DISMISSAL_REASONS.map((reason) => [
          codes.dismissals[reason],
          contradiction.reasons[reason],
        ])}
      />
      <p>{w.turnsOn(DISAGREEMENT_KINDS.map((kind) => codes.disagreements[kind]))}</p>
    </>
  )
}

const evidence: RankedEvidence = {
  steps: 0,
  isConditional: false,
  forms: ['direct quotation', 'direct quotation'],
  grades: ['A', 'A'],
  isHedged: false,
  daysApart: 0,
}

const pointsFor = (part: string, given: Partial<RankedEvidence>): number =>
  rankOf({ ...evidence, ...given })[part] ?? 0

const GRADES = [...DossierSource.shape.grade.unwrap().options, undefined]

/** What each part of the rank looks at, with the points that it gives. */
function pointsIn(part: string): readonly (readonly [string, number])[] {
  const { codes, methodReviews } = wording()
  const w = methodReviews.rank
  if (part === 'directness')
    return [0, 1, 2, 3, 4, 5].map((steps) => [w.steps(steps), pointsFor(part, { steps })])
  if (part === 'unconditional')
    return [false, true].map((isConditional) => [
      isConditional ? w.condition : w.noCondition,
      pointsFor(part, { isConditional }),
    ])
  if (part === 'form')
    return FORMS.map((form) => [codes.forms[form], pointsFor(part, { forms: [form, form] }) / 2])
  if (part === 'source')
    return GRADES.map((grade) => [
      grade ?? w.notGraded,
      pointsFor(part, { grades: [grade, grade] }) / 2,
    ])
  return [0, 30, 90, 365, 600].map((daysApart) => [
    w.days(daysApart),
    pointsFor(part, { daysApart }),
  ])
}

const describePart = (part: string): string[] => [
  wording().methodReviews.rank.means[part] ?? '',
  ...pointsIn(part).map(([words, given]) => `${words}: ${given}`),
]

const Rank = () => {
  const w = wording().methodReviews.rank
  return (
    <>
      <p>{w.text(totalRank(rankOf(evidence)))}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={Object.keys(rankOf(evidence)).map((part) => [
          w.parts[part] ?? part,
          <Lines lines={describePart(part)} />,
        ])}
      />
    </>
  )
}

export const reviewSections = (): readonly SectionText[] => {
  const { contradictions, reviews, rank } = wording().methodReviews
  return [
    { id: 'contradictions', title: contradictions.title, body: Contradictions },
    { id: 'reviews', title: reviews.title, body: Reviews },
    agreementSection(),
    { id: 'rank', title: rank.title, body: Rank },
  ]
}
