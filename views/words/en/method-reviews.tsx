import type { Child } from 'hono/jsx'
import type { Coverage } from '#server/domain/restatements.ts'
import type { ContradictionKind, Status } from '#server/domain/reviews.ts'
import { counts } from './counts.ts'

/** The rules of contradictions, reviews and the rank. */
export const methodReviews = {
  contradictions: {
    title: 'Contradictions',
    text: (rule: Child): Child => (
      <>
        A contradiction is between two <strong>sides</strong>. A side is a party with a stance on a
        position: what is repeated ten times is evidence for one contradiction, not for ten. Issue,
        kind and the two sides identify it, so the same one is never filed twice. It is filed when
        both sides stood on the same day, and dated from the first such day; a change over time is
        dated from what was said before to what was said after. This page describes rule {rule};
        each contradiction names the rule that filed it.
      </>
    ),
    kindsCaption: 'Kinds of contradiction',
    kindsColumns: ['Kind', 'When'] as readonly string[],
    kinds: {
      opposed: 'One party affirms what another denies.',
      'incompatible positions': 'Two parties hold positions that cannot both hold.',
      'values apart': 'Two parties name values that do not overlap; it says how far apart.',
      reversal: 'One party held the one, then the other.',
      'mixed messages': 'Both stand, within one party.',
      'flagged by a person': 'A person saw it. No rule files it.',
      'suggested by text': 'The wording suggests it. No rule of this version files it.',
    } as Readonly<Record<ContradictionKind, string>>,
    status: 'Status',
    statusColumns: ['Status', 'Meaning'] as readonly string[],
    statuses: {
      open: 'Filed; nobody has reviewed it.',
      'under review': 'Reviewed, and not settled yet.',
      confirmed: 'Reviewers found a conflict or a tension.',
      dismissed: 'Reviewers found no conflict, and gave the reason.',
      resolved: 'The two sides no longer conflict, because what one of them holds has changed.',
    } as Readonly<Record<Status, string>>,
    logged:
      'Each change of status is logged: who, when, and why. What was dismissed is never filed again. Evidence that arrives after a decision does not undo it: it is marked as new, and comes up for review once nothing else is open.',
    /** @param same - what both say alike @param ofLine, ofOther - what comes of what is recorded later */
    restates: (same: readonly string[], ofLine: Coverage, ofOther: Coverage): Child => (
      <>
        A claim may <strong>restate</strong> an earlier one: the same party says the same again,
        with the same {`${same.slice(0, -1).join(', ')} and ${same.at(-1)}`}. A statement and its
        restatements are one line, and a decision covers a line that its reviewers saw: what is
        recorded of it later is {coverage[ofLine]}, what else is recorded later is{' '}
        {coverage[ofOther]}. A restatement of a claim that was withdrawn stands on its own.
      </>
    ),
  },
  reviews: {
    title: 'Reviews',
    text: 'A contradiction that a rule has filed is a suggestion until a person has reviewed it. A review gives a verdict first. Reviewers do not see what others decided, nor the rank, before they have decided themselves. One person’s later review replaces the earlier one.',
    one: 'Verdicts, where one review is enough',
    oneColumns: ['Verdict', 'Status then', 'Reason needed'] as readonly string[],
    yes: 'yes',
    no: 'no',
    refused: 'refused',
    settling:
      'A topic sets how many agreeing reviews settle a contradiction. Nobody reviews a pair of which they recorded or changed a claim. Where reviewers differ, nothing is settled until an editor decides, with reasons that stand in the record; an editor may also say that none of the verdicts fits, and the pair is reviewed anew.',
    several: 'Several reviews',
    severalColumns: ['Verdicts', 'Needed', 'Status then'] as readonly string[],
    reasons: 'Reasons why two claims are no conflict',
    reasonsColumns: ['Reason', 'In words'] as readonly string[],
    turnsOn: (kinds: readonly string[]) =>
      `What a conflict turns on may be given after the verdict: ${kinds.join(', ')}.`,
  },
  rank: {
    title: 'Rank',
    text: (most: number) =>
      `The rank says what to look at first; it does not say who is right. It is a sum of parts, at most ${most} points, and each contradiction shows its parts.`,
    caption: 'Parts of the rank',
    columns: ['Part', 'What it looks at, and its points'] as readonly string[],
    parts: {
      directness: 'directness',
      unconditional: 'unconditional',
      form: 'form',
      source: 'source',
      recency: 'recency',
    } as Readonly<Record<string, string>>,
    means: {
      directness: 'How many steps of argument lie between what was said and the clash.',
      unconditional: 'Whether a side sets a condition.',
      form: 'How the words have come down to us; each side counts. A hedge halves the sum.',
      source: 'The grade of the best source; each side counts.',
      recency: 'How far apart in time the newest claims of the two sides are.',
    } as Readonly<Record<string, string>>,
    steps: counts.steps,
    condition: 'condition',
    noCondition: 'no condition',
    notGraded: 'not graded',
    days: (days: number) => `${days} days`,
  },
}

const coverage: Readonly<Record<Coverage, string>> = {
  seen: 'what they saw',
  covered: 'marked as covered, which is derived and was not reviewed',
  new: 'new evidence',
}
