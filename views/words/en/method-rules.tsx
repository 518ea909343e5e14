import type { IssueKind, Form, Nature, Stance } from '#server/domain/claims.ts'
import type { RelationWord, Silence } from '#server/domain/comparison.ts'
import type { Relation } from '#server/domain/positions.ts'
import { counts } from './counts.ts'
import type { Child } from 'hono/jsx'

type Table<Key extends string, Value = string> = Readonly<Record<Key, Value>>

/** The rules of the method: what is said, when two things conflict, what stands on a day. */
export const methodRules = {
  questions: {
    title: 'Questions, positions, claims',
    text: (): Child => (
      <>
        A topic is made of <strong>issues</strong>: neutral questions. A <strong>position</strong>{' '}
        is one possible answer. A <strong>claim</strong> is a dated statement, with a source, by
        which a party takes a <strong>stance</strong> on a position.
      </>
    ),
    answered: 'How an issue can be answered',
    answeredColumns: ['Kind', 'Answered by'] as readonly string[],
    kinds: {
      options: 'Several positions, of which a party usually holds one.',
      list: 'Several positions, of which a party may hold any number.',
      'yes-no': 'One position. “No” is its denial.',
      quantity: 'A number or a span of numbers, with a unit; either end may be open.',
      date: 'A day or a span of days; either end may be open.',
    } as Table<IssueKind>,
    asks: 'What an issue asks about',
    asksColumns: ['Nature', 'Meaning'] as readonly string[],
    natures: {
      factual: 'What is or was the case.',
      normative: 'What should be done.',
      predictive: 'What will happen.',
    } as Table<Nature>,
    neverCount: (): Child => (
      <>
        A claim that is <em>context only</em> is filed under its issue and never counts. A claim
        that was <em>withdrawn</em> stays on record, marked, with the reason, and never counts.
      </>
    ),
  },
  attribution: {
    title: 'Who holds it, who said it, who reports it',
    text: (): Child => (
      <>
        Each claim names up to three: who <em>holds</em> it (the party), who <em>said</em> it (a
        person, in the role held on that day), and who <em>reports</em> it (the source). When one
        party says something about another, the claim is the speaker’s; it puts nothing into the
        other’s mouth.
      </>
    ),
    caption: 'How the words have come down to us',
    columns: ['Form', 'Meaning'] as readonly string[],
    forms: {
      'direct quotation': 'The speaker’s own words, whole.',
      'partial quotation': 'Some of the speaker’s words, inside somebody else’s sentence.',
      paraphrase: 'What the speaker said, in the words of the source.',
      'reported by a third party':
        'One party tells what another holds. Such a claim never makes the other contradict itself.',
      'official document': 'A treaty, a law, a statement issued in writing.',
      'vote or other act': 'Done rather than said.',
      'own assertion': 'What a publication asserts itself, in its own name.',
    } as Table<Form>,
    quotations:
      'A quotation must stand, word for word, in the captured text of its source. Runs of white space, typographic and plain quotation marks, and different encodings of one letter count as equal; nothing else does.',
  },
  stances: {
    title: 'Stances',
    text: 'The examples on this page are about a bridge between two towns. This is what each stance on “Replace it” commits a party to, given the relations below.',
    caption: 'Stances',
    columns: ['Stance', 'Meaning', 'Commits to'] as readonly string[],
    means: {
      affirms: 'Says yes to the position.',
      denies: 'Says no to the position.',
      'leaves-open': 'Does not rule it out.',
      declines: 'Was asked, or spoke, and would not say.',
    } as Table<Stance>,
  },
  relations: {
    title: 'Relations between positions',
    text: 'Editors relate the positions of one issue to each other. Each relation says what follows from a yes or a no.',
    caption: 'Relations between two positions, A and B',
    columns: ['Relation', 'Meaning', 'What follows'] as readonly string[],
    means: {
      entails: 'Whoever holds A is committed to B.',
      contrary: 'A excludes B. Both cannot hold; both may fail.',
      contradictory: 'A excludes B, and there is nothing between them: exactly one holds.',
    } as Table<Relation['kind']>,
    carriedOn: 'What follows is carried on for as far as it goes. For the bridge:',
    ofExample: 'Relations of the example',
    ofExampleColumns: ['Position', 'Relation', 'Position'] as readonly string[],
    whoSays: 'So whoever says yes to “Replace it at once” says',
    exclusive: (): Child => (
      <>
        An issue may be marked <em>exclusive</em>: then every two positions exclude each other,
        except where one entails the other, or some position entails both. For the bridge, with
        nothing but what entails what, these pairs would exclude each other:
      </>
    ),
    refused:
      'Relations under which nobody could hold a position, or nobody could reject it, are refused. If “Replace it at once” entailed “It stays open to traffic” as well, the answer would be:',
  },
  conflicts: {
    title: 'When two claims conflict',
    text: (): Child => (
      <>
        Two claims on one issue <strong>conflict</strong> when one says yes to a position to which
        the other says no, directly or by what follows. That position is the witness, and every
        conflict names it and the way to it. They <strong>share ground</strong> when both say yes to
        the same position. Both can be true at once. This is the whole rule; no text is weighed.
      </>
    ),
    caption: 'How two parties relate, by what they say and how A and B are related',
    theySay: 'They say',
    noRelation: 'No relation',
    related: (kind: Relation['kind']) => `A ${kind} B`,
    /** What the first says, then the second. */
    bothSay: {
      yesA_yesA: 'Yes to A, yes to A',
      yesA_noA: 'Yes to A, no to A',
      yesA_yesB: 'Yes to A, yes to B',
      yesA_noB: 'Yes to A, no to B',
      noA_yesB: 'No to A, yes to B',
      noA_noB: 'No to A, no to B',
    },
    inAStep: 'Two positions that exclude each other, and one that is reached in a step:',
    twoDenials:
      'Two denials, of which one must be wrong, because nothing lies between open and closed:',
  },
  values: {
    title: 'Quantities and dates',
    text: 'Quantities and dates need no table of relations. A span that lies within another entails it; spans that do not touch exclude each other; where spans overlap, the overlap is common ground. Both ends of a span belong to it. To deny a span is to say that the value lies outside it.',
    caption: 'Two statements about a value',
    columns: ['One', 'The other', 'Relation', 'Because'] as readonly string[],
    bothRight: 'There is a value at which both are right.',
  },
  order: {
    title: 'How two parties relate',
    text: 'On one issue two parties may have several claims each. The first of these that is true of any two of them is shown; a pair in which one has nothing that commits it is not compared.',
    means: {
      conflict: 'Any two of the claims that stand conflict. Common ground is shown beside it.',
      agreement: 'Otherwise: both take the same stance on the same position.',
      'shared-ground': 'Otherwise: both say yes to something in common.',
      compatible: 'Otherwise: both spoke, and none of these.',
    } as Table<RelationWord>,
    signs: (link: (text: string) => Child) => (
      <>{link('What the signs mean')} shows how each looks.</>
    ),
  },
  limits: {
    title: 'Conditions, scope, hedges',
    text: 'What limits a claim is never dropped.',
    caption: 'Limits of a claim',
    columns: ['Limit', 'What it does'] as readonly string[],
    rows: [
      [
        'condition',
        'A relation is conditional when every pair of claims that carries it has a condition on at least one side.',
      ],
      [
        'scope: period',
        'Claims about periods that do not meet neither conflict, agree nor share ground.',
      ],
      ['scope: note', 'A place or a subject. Shown with the claim; it changes nothing.'],
      ['hedge', '“May”, “signals”. Shown with the claim, which then ranks lower.'],
    ] as readonly (readonly [string, string])[],
    against: '“Replace it” against “Keep it as it is”',
    againstColumns: ['Limits', 'Relation'] as readonly string[],
    none: 'none',
    oneConditional: 'one is conditional',
    twoYears: 'one of 2020, one of 2021',
    overlapping: 'one of 2020, one of 2020 and 2021',
  },
  dates: {
    title: 'Dates',
    text: 'Dates are kept as they are written (EDTF, ISO 8601-2, levels 0 and 1). Beside each stand the first and the last day that it may mean; only these are ever compared. “About” and “perhaps” do not widen a date.',
    read: 'How dates are read',
    readColumns: ['Written', 'Shown', 'First day', 'Last day'] as readonly string[],
    refused: 'What is refused',
    /** A date in words, which is not how dates are written. */
    inWords: 'December 2015',
    refusedColumns: ['Written', 'Answer'] as readonly string[],
    before:
      'One statement is before another only when its last day is before the other’s first. Where two dates overlap, their order is not known, and nothing is made of it.',
    first: 'Which came first?',
    firstColumns: ['Dates', 'Order'] as readonly string[],
    both: (a: string, b: string) => (a === b ? `${a}, twice` : `${a} and ${b}`),
    isBefore: (a: string, b: string) => `${a} is before ${b}`,
    notKnown: 'not known',
    notLater: 'Nothing was said later than the publication of a source that reports it.',
    inSource: 'In a source published on 15 December 2015',
    inSourceColumns: ['Said', 'Days it may mean'] as readonly string[],
    tooLate: 'refused: it would be later than the report of it',
    days: (from: string, to: string) => `${from} to ${to}`,
    noFirst: 'no first day',
    noLast: 'no last day',
    asOf: 'A comparison as of a day leaves out every claim that may have been said later: one counts from its last possible day on.',
  },
  stands: {
    title: 'What a party holds on a day',
    text: (): Child => (
      <>
        What a party holds on a day is what it had said by then and nothing has superseded. A later
        claim <strong>supersedes</strong> an earlier one of the same party on the same issue when
        all of this is true:
      </>
    ),
    all: (window: number): readonly string[] => [
      'it was said later, as far as the dates can tell;',
      'it does not merely decline;',
      'the periods to which the two apply meet, or none is given;',
      'they conflict, or they are about the same position, or they put a new value in place of an old one;',
      `they are not a conflict between two known persons within ${counts.days(window)}, counted from the last possible day of the one to the first of the other, both included. A topic may set another number.`,
    ],
    called: (): Child => (
      <>
        What is superseded stays so, even when the later claim is superseded in its turn. A
        superseded claim that conflicts with its first successor is a <strong>reversal</strong>: a
        change over time, not a quarrel. Claims that conflict and both stand are{' '}
        <strong>mixed messages</strong>.
      </>
    ),
    caption: 'The mayor said on 1 March 2020: keep it as it is. Then:',
    columns: ['What follows', 'What stands', 'Called'] as readonly string[],
    sequels: (window: number) => ({
      again: 'The same person says it again.',
      replace: 'The same person says the next day: replace it.',
      within: `Another person says ${counts.days(window)} later: replace it.`,
      after: `Another person says ${counts.days(window + 1)} later: replace it.`,
      nobody: 'Nobody knows who said it, the next day: replace it.',
      leavesOpen: 'The same person no longer rules out keeping it (leaves open).',
      declines: 'The same person declines to say more about keeping it.',
      adds: 'The same person adds: it is closed to traffic.',
      sameMonth: 'The same person says in the same month, on a day not known: replace it.',
      periods: 'The first was about 2020. The same person, about later years: replace it.',
      costs: 'Elsewhere, the cost: 3 to 4 millions, and the next day 4 to 5.',
    }),
    later: 'the later one',
    both: 'both',
    reversal: 'Changed (a reversal)',
    mixed: 'Mixed messages',
    neither: 'neither',
  },
  silence: {
    title: 'Silence',
    text: 'Silence is neither agreement nor disagreement, and there are four kinds of it.',
    caption: 'Kinds of silence',
    columns: ['Kind', 'Meaning'] as readonly string[],
    kinds: {
      'not-searched': {
        words: 'Not searched yet',
        means: 'Nobody has looked. This says nothing about the party.',
      },
      'none-found': {
        words: 'None found',
        means: 'Somebody looked, on a day that is recorded, and found nothing.',
      },
      'not-applicable': {
        words: 'Does not apply',
        means: 'The question does not concern the party.',
      },
      declined: {
        words: 'Declined to say',
        means: 'All that stands is that the party would not say.',
      },
    } as Table<Silence, { readonly words: string; readonly means: string }>,
    which: 'Which kind a cell shows',
    whichColumns: ['On record', 'Silence'] as readonly string[],
    cases: {
      nothing: 'No claim, no search',
      noneFound: 'No claim, a search that found none',
      notApplicable: 'No claim, does not apply',
      declined: 'Declined',
      declinedAndSearched: 'Declined, a search that found none',
      leavesOpen: 'Leaves it open',
    },
    spoke: 'None: the party spoke',
  },
  twoTimes: {
    title: 'When it was said, when it was recorded',
    text: (): Child => (
      <>
        Two times are kept apart: when something was <em>said</em>, and when it was{' '}
        <em>recorded</em> here. A comparison can be asked for as of any day on which things were
        said. Every change of the record is kept as well: who made it, when, and what was there
        before and after. Nothing is overwritten.
      </>
    ),
  },
}
