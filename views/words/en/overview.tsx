import type { Child } from 'hono/jsx'
import type { Counted } from '#server/domain/party-matrix.ts'
import type { MatrixOrder } from '#server/domain/party-order.ts'
import { counts } from './counts.ts'

/** Pages that show the whole of a topic. */
export const overview = {
  ways: {
    label: 'Ways to look at this topic',
    compare: 'Positions side by side',
    matrix: 'Party by party',
    groups: 'Group by group',
    'common-ground': 'Common ground',
    timeline: 'Over time',
  },
  chooseSecond: 'Choose a second party.',
  order: 'Order',
  /** Between things named within a sentence. */
  semicolon: '; ',
  comma: ', ',
  pairOf: (a: Child, b: Child): Child => (
    <>
      {a} and {b}
    </>
  ),
}

/** What parties hold in common, and where they differ by least. */
export const commonGround = {
  title: 'Common ground',
  heading: (topic: Child) => <>Common ground: {topic}</>,
  /** @param all, most - on how many issues all, or most, hold something in common */
  lede: (
    day: string,
    [parties, issues]: readonly [number, number],
    { all, most }: { readonly all: number; readonly most: number },
  ) => {
    const who = parties === 2 ? 'both parties' : 'all who speak'
    const more = parties > 2 && most > 0 ? `, on ${most} most of them` : ''
    return `As of ${day}, ${counts.parties(parties)} and ${counts.issues(issues)}: on ${all === 0 ? 'none' : all} ${who} hold something in common${more}.`
  },
  nothingYet: 'Nothing to look for yet',
  takesTwo: 'Common ground takes two parties or more.',
  noIssues: 'This topic has no issues yet: there is no question that parties could agree on.',
  whatCounts: 'What counts as common ground',
  bothHold: 'Both hold',
  allHold: 'All who speak hold',
  nothingOfBoth: 'There is nothing that both are on record for.',
  nothingOfAll: 'On no issue do all who speak hold the same.',
  mostHold: 'Most who speak hold',
  someHold: 'Two or more hold',

  differences: 'Smallest open differences',
  noConflict: 'No two of these parties conflict.',
  allConflicts: 'All conflicts of these parties',
  /** Conflicts that nothing makes small, where none is shown. */
  noneSmall: (conflicts: number) =>
    `${counts.conflicts(conflicts)}, none with common ground, a condition or values that can be measured.`,
  moreConflicts: (conflicts: number) => `${counts.conflicts(conflicts)} more.`,
  apart: (gap: string) => `${gap} apart.`,
  onlyOnCondition: 'They conflict only on a condition that one of them names.',
  bothHoldThese: (positions: Child) => <>Both hold: {positions}.</>,

  /** "3 of 4 who speak, 1 not on record, on" an issue. */
  held: (holders: number, speakers: number, silent: number, issue: Child) => (
    <>
      {`${holders} of ${speakers} who speak${silent === 0 ? '' : `, ${silent} not on record`},`} on{' '}
      {issue}
    </>
  ),
  onCondition: 'on a condition',
  bySaying: (commitment: string) => `, by saying ${commitment}`,
  toTheContrary: (parties: Child) => <>To the contrary: {parties}</>,
  rejected: 'Rejected: ',
  andSo: (positions: Child) => <>and so {positions}</>,
}

/** Every two parties in counts. */
export const matrix = {
  title: 'Party by party',
  heading: (topic: Child) => <>Party by party: {topic}</>,
  noneMeet: (day: string, parties: number) =>
    `As of ${day}, no two of ${counts.parties(parties)} speak to the same issue.`,
  lede: (
    day: string,
    { meet, possible, conflicting }: Readonly<Record<'meet' | 'possible' | 'conflicting', number>>,
  ) =>
    `As of ${day}, ${meet} of ${counts.pairs(possible)} of parties speak to the same issues; ${conflicting} of these conflict on at least one.`,
  nothingYet: 'Nothing to count yet',
  takesTwo: 'A matrix takes two parties or more.',
  noIssues: 'This topic has no issues yet: there is no question that parties could differ on.',
  opposed: 'Most opposed',
  noConflict: 'No two parties conflict.',
  closest: 'Closest',
  noneClose: 'No two parties agree or share ground.',
  everyPair: 'Every pair',
  shades:
    'The darker a cell, the larger the share; four steps, and none where it is none. A dash: there is no issue that both speak to.',
  captions: {
    conflicts: (day) => `Issues in conflict, of the issues both parties speak to, as of ${day}`,
    common: (day) =>
      `Issues with common ground and no conflict, of the issues both parties speak to, as of ${day}`,
  } as Readonly<Record<Counted, (day: string) => string>>,
  howCounted: 'How pairs are counted and ordered',

  count: 'Count',
  of: { conflicts: 'Conflicts', common: 'Common ground' } as Readonly<Record<Counted, string>>,
  orders: {
    similar: 'By likeness',
    recorded: 'As recorded',
    name: 'By name',
    coalition: 'By coalition',
  } as Readonly<Record<MatrixOrder, string>>,
  table: 'Table',
  once: 'Each pair once',
  twice: 'Each pair twice',

  inCoalition: (coalition: string) => `, in ${coalition}`,
  noneOfBoth: 'no issue that both speak to',
  /** What a cell counts, of how many issues that both speak to. */
  cells: {
    conflicts: (n, both) => `${counts.conflicts(n)} of ${counts.issues(both)} that both speak to`,
    common: (n, both) =>
      `common ground without conflict on ${n} of ${counts.issues(both)} that both speak to`,
  } as Readonly<Record<Counted, (n: number, both: number) => string>>,
}

/** One group of parties against another. */
export const groups = {
  title: 'Group against group',
  heading: (topic: Child) => <>Group against group: {topic}</>,
  nothingYet: 'Nothing to compare yet',
  takesTwo: 'Groups take two parties or more.',
  choose: 'Choose the parties of each group.',
  lede: (
    [a, b]: readonly [Group, Group],
    day: string,
    { apart, near, issues }: Readonly<Record<'apart' | 'near' | 'issues', number>>,
  ) =>
    `${a.name} (${counts.parties(a.parties)}) and ${b.name} (${counts.parties(b.parties)}), as of ${day}: on ${apart} of ${counts.issues(issues)} some of the one conflict with some of the other; on ${near} they have something in common and no conflict.`,
  a: 'Group A',
  b: 'Group B',
  coalitions: 'Coalitions with their members:',
  asGroup: (coalition: Child, members: number, [a, b]: readonly [Child, Child]) => (
    <>
      {coalition} ({members}) as {a} or {b}
    </>
  ),
  asA: 'group A',
  asB: 'group B',
  sideBySide: 'The same parties side by side',
  howCounted: 'How pairs are counted',
  noneMeet: 'No party of the one group meets one of the other here.',
  between: (
    met: number,
    pairs: number,
    { conflict, common }: Readonly<Record<'conflict' | 'common', number>>,
  ) =>
    `Between the groups ${met} of ${counts.pairs(pairs)} meet: ${conflict} in conflict, ${common} with something in common and no conflict.`,
  onRecord: (speakers: number, parties: number, conflict: number) =>
    `${speakers} of ${counts.parties(parties)} on record${conflict > 0 ? `; ${counts.pairs(conflict)} of them in conflict with each other` : ''}.`,
  silent: (names: Child) => <>No statement on record: {names}.</>,
  held: (holders: number, speakers: number) => `: ${holders} of ${speakers}`,
  orders: {
    recorded: 'As recorded',
    divisive: 'Most divisive issues first',
  } as Readonly<Record<'recorded' | 'divisive', string>>,
}

interface Group {
  readonly name: string
  readonly parties: number
}
