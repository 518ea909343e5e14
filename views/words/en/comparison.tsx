import type { Child } from 'hono/jsx'
import type { Stance } from '#server/domain/claims.ts'
import type { Order, View } from '#server/domain/comparison-choice.ts'
import type { CellRelation, Shown } from '#server/domain/comparison-summary.ts'
import { counts, number } from './counts.ts'

type Table<Key extends string, Value = string> = Readonly<Record<Key, Value>>
type RowPart = Exclude<CellRelation, 'baseline'> | 'suggested' | 'dismissed'

const joined = (clauses: readonly string[]): string =>
  clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}`

const forms =
  (one: string, many = one) =>
  (n: number) =>
    `${number(n)} ${n === 1 ? one : many}`

/** Who says what, side by side. */
export const comparison = {
  heading: (topic: Child) => <>Who says what: {topic}</>,
  title: (who: string, day: string, topic: string) => `${who}, ${day}: ${topic}`,
  untitled: 'Comparison',
  /** The last of them counts the rest where `more` is above 0. */
  names: (names: readonly string[], more: number) =>
    more > 0 ? `${names.join(', ')} and ${more} more` : joined(names),
  comma: ', ',
  semicolon: '; ',
  lastAnd: ' and ',
  announce: (rows: number, issues: number, baseline: string | undefined, summary: string) =>
    `${rows} of ${counts.issues(issues)} shown${baseline === undefined ? '' : `, compared with ${baseline}`}. ${summary}`,
  size: (issues: number, parties: number, day: string) =>
    `${counts.issues(issues)}, ${counts.parties(parties)}, as of ${day}.`,
  comesTo: (
    size: string,
    { conflict, common, changed }: Readonly<Record<'conflict' | 'common' | 'changed', number>>,
  ) => {
    const has = conflict === 0 ? 'No issue has' : forms('issue has', 'issues have')(conflict)
    const ground = common === 0 ? 'none has' : forms('has', 'have')(common)
    const parts = [
      `${has} a conflict`,
      `${ground} common ground`,
      ...(changed > 0 ? [`on ${changed} somebody changed position`] : []),
    ]
    return `${size} ${parts.join('; ')}.`
  },

  open: 'Leaves it open',
  unrelated: 'No relation',
  dismissed: 'Conflict dismissed',
  /** What others are to the baseline, counted. */
  row: {
    conflict: forms('in conflict'),
    suggested: forms('suggested conflict', 'suggested conflicts'),
    agreement: forms('agrees', 'agree'),
    'shared-ground': forms('shares ground', 'share ground'),
    compatible: forms('compatible'),
    open: forms('leaves it open', 'leave it open'),
    unrelated: forms('spoke'),
    silent: forms('silent'),
    dismissed: forms('dismissed conflict', 'dismissed conflicts'),
  } as Table<RowPart, (n: number) => string>,
  noOther: 'No other party chosen',
  baselineSilent: 'The baseline is silent.',
  othersConflict: (pairs: number) => `${counts.pairs(pairs)} of the others in conflict.`,
  nothing: {
    conflict: (day) => `No conflicts between these parties as of ${day}.`,
    agreement: (day) => `No agreements between these parties as of ${day}.`,
    'shared-ground': (day) => `No common ground between these parties as of ${day}.`,
    changed: (day) => `No changes of position of these parties as of ${day}.`,
    mixed: (day) => `No mixed messages of these parties as of ${day}.`,
    silent: (day) => `No silence of these parties as of ${day}.`,
  } as Table<Exclude<Shown, 'all'>, (day: string) => string>,
  /** On how many issues they conflict, agree, are silent: at least one of these is above 0. */
  instead: ({
    conflict,
    agreement,
    silent,
  }: Readonly<Record<'conflict' | 'agreement' | 'silent', number>>) => {
    const rest = [
      ...(conflict > 0 ? [`conflict on ${counts.issues(conflict)}`] : []),
      ...(agreement > 0 ? [`agree on ${counts.issues(agreement)}`] : []),
      ...(silent > 0 ? [`are silent, at least one of them, on ${counts.issues(silent)}`] : []),
    ]
    return ` They ${joined(rest)}.`
  },

  noneChosen: (parties: Child) => (
    <>No parties are chosen. These have the most statements: {parties}.</>
  ),
  secondForRelations: 'Choose a second party to see relations.',
  days: 'Days with statements',
  previousDay: 'Previous: ',
  nextDay: 'Next: ',
  nothingByDay: 'Nothing was said by this day',
  lastByThen: 'Last statement by then: ',
  readAsList: 'Read as list',
  skipTable: 'Skip the table',
  noIssues: 'No issues yet',
  showAll: 'Show all',
  firstOnRecord: (day: Child) => <>The first statement on record is of {day}.</>,
  linkCopied: 'Link copied.',
  copyLink: 'Copy link',
  contradictions: 'Contradictions',
  signs: 'What the signs mean',
  nothingYet: 'Nothing to compare yet',
  noParties: 'This topic has no parties yet.',
  noQuestion:
    'This topic has no issues yet: there is no question that parties could be compared on.',
  addClaim: 'Add a claim',

  against: 'Compare against',
  show: 'Show',
  shown: {
    all: 'All issues',
    conflict: 'Conflicts',
    agreement: 'Agreements',
    'shared-ground': 'Common ground',
    changed: 'Changed positions',
    mixed: 'Mixed messages',
    silent: 'Somebody is silent',
  } as Table<Shown>,
  issue: 'Issue',
  view: 'View',
  views: {
    auto: 'Automatic',
    pair: 'Pair, in full',
    wide: 'Columns of quotations',
    grid: 'Grid of signs',
    list: 'List',
  } as Table<View>,
  order: 'Order',
  orders: {
    recorded: 'As recorded',
    divisive: 'Most divisive issues first',
    name: 'Parties by name',
    similar: 'Parties most like the baseline first',
  } as Table<Order>,
  changesSince: 'Changes since',
  firstParties: (n: number) => `First ${n} parties`,
  allParties: (n: number) => `All ${n} parties`,

  key: 'Key',
  suggestedConflict: 'Suggested conflict',
  silent: 'Silent',
  pin: 'Pin as baseline',
  nobodyTakes: 'Not both take a position',
  bothSilent: 'Both sides are silent',
  oneSilent: 'One side is silent',
  countedParties: (n: number) => `${n} parties`,
  /** What the table holds. */
  caption: (parties: Child, day: string, baseline: Child | undefined) => (
    <>
      Positions of {parties} as of {day}
      {baseline !== undefined && <>, compared with {baseline}</>}
    </>
  ),
  sameLetter: '. The same letter in a row is the same position.',
  /** Who takes a stance on a position, in the key of a row. */
  holders: {
    affirms: (names) => names,
    denies: (names) => `rejected by ${names}`,
    'leaves-open': (names) => `left open by ${names}`,
    declines: (names) => `no word from ${names}`,
  } as Table<Stance, (names: string) => string>,
  /** A stance on a lettered position, for those who hear it. */
  takes: {
    affirms: (position) => position,
    denies: (position) => `rejects ${position}`,
    'leaves-open': (position) => `leaves open ${position}`,
    declines: (position) => `declines to say on ${position}`,
  } as Table<Stance, (position: string) => string>,
  position: (letter: string, label: string) => `position ${letter}, ${label}`,
  declines: 'declines to say',
  marks: { changed: 'changed position', mixed: 'mixed messages', conditional: 'conditional' },

  callsIt: (name: Child) => <>Calls it {name}</>,
  changedOn: (when: Child, was: Child, then: Child) => (
    <>
      Changed on {when}: before, {was} ({then})
    </>
  ),
  earlierChanges: (n: number) => `; ${n} earlier ${n === 1 ? 'change' : 'changes'}`,
  mixedMessages: 'Mixed messages',
  ofOn: (party: string, issue: string) => ` of ${party} on ${issue}`,
  bothStand: ': both statements stand',
  evidence: 'Evidence and reviews',
  evidenceOn: (a: string, b: string, issue: string) => ` on ${a} and ${b}: ${issue}`,
  commonGround: 'Common ground:',
  source: 'Source',
  sourceOf: (party: string, issue: string) => ` of ${party} on ${issue}`,
  furtherSources: (link: Child) => <> and {link}</>,
  more: (n: number) => `${n} more`,
  old: (months: number) => `Said ${counts.months(months)} before the last statement on record`,

  changedBetween: (since: string, to: string) => `What changed from ${since} to ${to}`,
  everyStep: 'Every step in between',
  changes: ({ reversed, qualified, stated, repeats, moves }: Changes) => {
    const text = [
      ...(reversed > 0 ? [forms('position reversed', 'positions reversed')(reversed)] : []),
      ...(qualified > 0 ? [`${qualified} qualified`] : []),
      ...(stated > 0 ? [`${stated} newly stated`] : []),
      ...(repeats > 0 ? [`${repeats} said again`] : []),
      ...(moves > 0 ? [forms('pair relates differently', 'pairs relate differently')(moves)] : []),
    ].join(', ')
    return text === '' ? 'Nothing that these parties hold changed.' : `${text}.`
  },
  before: (was: Child, when: Child) => (
    <>
      ; before, {was} ({when})
    </>
  ),
  moved: (before: string, after: string) => `${before}, then ${after}`,
}

type Changes = Readonly<Record<'reversed' | 'qualified' | 'stated' | 'repeats' | 'moves', number>>
