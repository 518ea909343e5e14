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
  type Status,
  VERDICTS,
  decideReview,
  rankOf,
  totalRank,
} from '#server/domain/reviews.ts'
import { type Coverage, SAME_IN_BOTH, coverageOf } from '#server/domain/restatements.ts'
import {
  disagreementWords,
  kindWords,
  reasonWords,
  statusWords,
  verdictWords,
} from '../contradiction/words.ts'
import { agreementSection } from './method-agreement.tsx'
import { listFiled } from './method-filings.ts'
import { Lines, RuleTable, type SectionText } from './method-parts.tsx'

/** Contradictions: which are filed, what people decide about them, and in what order they are shown. */

const kinds: Readonly<Record<ContradictionKind, string>> = {
  opposed: 'One party affirms what another denies.',
  'incompatible positions': 'Two parties hold positions that cannot both hold.',
  'values apart': 'Two parties name values that do not overlap; it says how far apart.',
  reversal: 'One party held the one, then the other.',
  'mixed messages': 'Both stand, within one party.',
  'flagged by a person': 'A person saw it. No rule files it.',
  'suggested by text': 'The wording suggests it. No rule of this version files it.',
}

const Contradictions = () => (
  <>
    <p>
      A contradiction is between two <strong>sides</strong>. A side is a party with a stance on a
      position: what is repeated ten times is evidence for one contradiction, not for ten. Issue,
      kind and the two sides identify it, so the same one is never filed twice. It is filed when
      both sides stood on the same day, and dated from the first such day; a change over time is
      dated from what was said before to what was said after. This page describes rule{' '}
      <code>{RULE}</code>; each contradiction names the rule that filed it.
    </p>
    <RuleTable
      caption="Kinds of contradiction"
      columns={['Kind', 'When']}
      rows={CONTRADICTION_KINDS.map((kind) => [
        kindWords[kind],
        <Lines lines={describeKind(kind)} />,
      ])}
    />
    <RuleTable
      caption="Status"
      columns={['Status', 'Meaning']}
      rows={STATUSES.map((status) => [statusWords[status], statuses[status]])}
    />
    <p>
      Each change of status is logged: who, when, and why. What was dismissed is never filed again.
      Evidence that arrives after a decision does not undo it: it is marked as new, and comes up for
      review once nothing else is open.
    </p>
    <p>
      A claim may <strong>restate</strong> an earlier one: the same party says the same again, with
      the same {inWords(SAME_IN_BOTH.filter((word) => word !== 'party'))}. A statement and its
      restatements are one line, and a decision covers a line that its reviewers saw: what is
      recorded of it later is {restatedLater(true)}, what else is recorded later is{' '}
      {restatedLater(false)}. A restatement of a claim that was withdrawn stands on its own.
    </p>
  </>
)

const inWords = (words: readonly string[]): string =>
  `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const coverageWords: Readonly<Record<Coverage, string>> = {
  seen: 'what they saw',
  covered: 'marked as covered, which is derived and was not reviewed',
  new: 'new evidence',
}

/** What comes of a claim recorded after a decision, with or without its line on record before. */
function restatedLater(isOfSeenLine: boolean): string {
  const [before, decided, after] = [new Date(0), new Date(1), new Date(2)]
  const firstRecordedAt = isOfSeenLine ? before : after
  return coverageWords[coverageOf({ recordedAt: after, firstRecordedAt }, decided)]
}

const describeKind = (kind: ContradictionKind): string[] => [
  kinds[kind],
  ...listFiled()
    .filter((filed) => filed.kind === kind)
    .map((filed) => filed.explanation),
]

const statuses: Readonly<Record<Status, string>> = {
  open: 'Filed; nobody has reviewed it.',
  'under review': 'Reviewed, and not settled yet.',
  confirmed: 'Reviewers found a conflict or a tension.',
  dismissed: 'Reviewers found no conflict, and gave the reason.',
  resolved: 'The two sides no longer conflict, because what one of them holds has changed.',
}

/** What a list of reviews, one person each, comes to. */
function settle(needed: number, ...verdicts: Review['verdict'][]): string {
  const all = verdicts.map((verdict, i): Review => {
    const reviewer = `reviewer ${i + 1}`
    return verdict === 'no conflict'
      ? { reviewer, verdict, reason: 'both can hold' }
      : { reviewer, verdict }
  })
  const [last] = all.slice(-1)
  if (last === undefined) return statusWords.open
  const decision = decideReview({ status: 'open', reviews: all.slice(0, -1), needed }, last)
  return decision.ok ? statusWords[decision.status] : 'refused'
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

const Reviews = () => (
  <>
    <p>
      A contradiction that a rule has filed is a suggestion until a person has reviewed it. A review
      gives a verdict first. Reviewers do not see what others decided, nor the rank, before they
      have decided themselves. One person’s later review replaces the earlier one.
    </p>
    <RuleTable
      caption="Verdicts, where one review is enough"
      columns={['Verdict', 'Status then', 'Reason needed']}
      rows={VERDICTS.map((verdict) => [
        verdictWords[verdict],
        settle(1, verdict),
        refusesWithoutReason(verdict) ? 'yes' : 'no',
      ])}
    />
    <p>
      A topic sets how many agreeing reviews settle a contradiction. Nobody reviews a pair of which
      they recorded or changed a claim. Where reviewers differ, nothing is settled until an editor
      decides, with reasons that stand in the record; an editor may also say that none of the
      verdicts fits, and the pair is reviewed anew.
    </p>
    <RuleTable
      caption="Several reviews"
      columns={['Verdicts', 'Needed', 'Status then']}
      rows={several.map(({ needed, verdicts }) => [
        verdicts.map((verdict) => verdictWords[verdict]).join(', '),
        String(needed),
        settle(needed, ...verdicts),
      ])}
    />
    <RuleTable
      caption="Reasons why two claims are no conflict"
      columns={['Reason', 'In words']}
      rows={DISMISSAL_REASONS.map((reason) => [reason, reasonWords[reason]])}
    />
    <p>
      What a conflict turns on may be given after the verdict:{' '}
      {DISAGREEMENT_KINDS.map((kind) => (disagreementWords[kind] ?? kind).toLowerCase()).join(', ')}
      .
    </p>
  </>
)

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
const parts: Readonly<Record<string, { means: string; points: readonly [string, number][] }>> = {
  directness: {
    means: 'How many steps of argument lie between what was said and the clash.',
    points: [0, 1, 2, 3, 4, 5].map((steps) => [
      steps === 1 ? '1 step' : `${steps} steps`,
      pointsFor('directness', { steps }),
    ]),
  },
  unconditional: {
    means: 'Whether a side sets a condition.',
    points: [false, true].map((isConditional) => [
      isConditional ? 'condition' : 'no condition',
      pointsFor('unconditional', { isConditional }),
    ]),
  },
  form: {
    means: 'How the words have come down to us; each side counts. A hedge halves the sum.',
    points: FORMS.map((form) => [form, pointsFor('form', { forms: [form, form] }) / 2]),
  },
  source: {
    means: 'The grade of the best source; each side counts.',
    points: GRADES.map((grade) => [
      grade ?? 'not graded',
      pointsFor('source', { grades: [grade, grade] }) / 2,
    ]),
  },
  recency: {
    means: 'How far apart in time the newest claims of the two sides are.',
    points: [0, 30, 90, 365, 600].map((daysApart) => [
      `${daysApart} days`,
      pointsFor('recency', { daysApart }),
    ]),
  },
}

const describePart = (part: string): string[] => {
  const { means, points } = parts[part] ?? { means: '', points: [] }
  return [means, ...points.map(([words, given]) => `${words}: ${given}`)]
}

const Rank = () => (
  <>
    <p>
      The rank says what to look at first; it does not say who is right. It is a sum of parts, at
      most {totalRank(rankOf(evidence))} points, and each contradiction shows its parts.
    </p>
    <RuleTable
      caption="Parts of the rank"
      columns={['Part', 'What it looks at, and its points']}
      rows={Object.keys(rankOf(evidence)).map((part) => [
        part,
        <Lines lines={describePart(part)} />,
      ])}
    />
  </>
)

export const reviewSections = (): readonly SectionText[] => [
  { id: 'contradictions', title: 'Contradictions', body: Contradictions },
  { id: 'reviews', title: 'Reviews', body: Reviews },
  agreementSection(),
  { id: 'rank', title: 'Rank', body: Rank },
]
