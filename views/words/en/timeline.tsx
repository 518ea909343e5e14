import type { Child } from 'hono/jsx'
import type { Gap } from '#server/domain/relations-over-time.ts'
import type { Grade } from '#server/domain/steps.ts'
import { counts } from './counts.ts'

const sizeOf = (parties: number, issues: number) =>
  `${counts.parties(parties)} on ${counts.issues(issues)}`

/** The page about time, and its drawings on the pages of issues and parties. */
export const timeline = {
  title: 'Over time',
  heading: (topic: Child) => <>Over time: {topic}</>,
  nothing: (parties: number, issues: number, day: string) =>
    `Nothing is on record of ${sizeOf(parties, issues)}, as of ${day}.`,
  nothingSince: (parties: number, issues: number, day: string) =>
    `Nothing is on record of ${sizeOf(parties, issues)}, in the period to ${day}.`,
  /** @param grades - how many of each @param first, last - in words */
  lede: (
    statements: number,
    [parties, issues]: readonly [number, number],
    [first, last]: readonly [string, string],
    grades: Readonly<Record<Grade, number>>,
  ) => {
    const told = [
      ...(grades.reversed > 0 ? [`${grades.reversed} reversed what was held before`] : []),
      ...(grades.qualified > 0 ? [`${grades.qualified} qualified it`] : []),
      ...(grades.withdrawn > 0 ? [`${grades.withdrawn} withdrawn from the record`] : []),
    ]
    const period = first === last ? `said ${first}` : `the first of ${first}, the last of ${last}`
    const rest = told.length === 0 ? 'None reversed or qualified another.' : `${told.join('; ')}.`
    return `${counts.statements(statements)} of ${sizeOf(parties, issues)}, ${period}. ${rest}`
  },
  nothingYet: 'Nothing to show yet',
  noParties: 'This topic has no parties yet.',
  noIssues: 'This topic has no issues yet: there is no question that anybody could have spoken to.',
  nothingInPeriod: 'Nothing said in this period',
  noneForPeriod: 'No statement of these parties is on record for it.',
  showAll: 'Show all of time',
  whoHeldWhat: 'Who held what, from when to when',
  onlyDay: (day: string) => `Everything on record was said on ${day}: there is no change to draw.`,
  drawing: (heading: string, told: string) => `${heading}: ${told}`,
  drawingRegion: (title: string) => `Drawing: ${title}`,
  drawingOfCounts: 'Drawing of the counts over time',
  sameInTable: 'The table of this page lists the same statements.',
  countsInTable: 'The table that follows has the counts.',
  countsDrawn: 'Conflicts, common ground and silence over time',
  described: (statements: number, reversed: number, qualified: number) =>
    [
      counts.statements(statements),
      ...(reversed > 0 ? [`${reversed} reversed`] : []),
      ...(qualified > 0 ? [`${qualified} qualified`] : []),
    ].join(', '),
  eachStep: 'Each step, with its source',
  everyStatement: 'Every statement',
  inOrderSaid: (statements: number) => `${counts.statements(statements)}, in the order said`,
  pagesOfStatements: 'statements',
  howGraded: 'How steps are graded',
  issue: 'Issue',
  allIssues: 'All issues',
  from: 'From',

  key: 'Key to the drawings',
  keyOfCounts: 'Key to the drawing',
  shapes: {
    unchanged: 'stated, or said again',
    reversed: 'reversed',
    qualified: 'qualified',
    withdrawn: 'withdrawn from the record',
  },
  whatStands: 'what stands',
  someDayWithin: 'some day within',
  /** In place of a letter, where a party declined to say anything at all. */
  noWord: 'no word',
  /** A letter with its stance, as short as a drawing needs. */
  marks: {
    affirms: (letter: string) => letter,
    denies: (letter: string) => `not ${letter}`,
    'leaves-open': (letter: string) => `${letter}?`,
    declines: (letter: string) => `no word on ${letter}`,
  },

  said: 'Said',
  party: 'Party',
  position: 'Position',
  step: 'Step',
  source: 'Source',
  before: 'Before',
  passage: 'the passage for this statement',

  gap: 'Did the gap narrow?',
  gapRule:
    'Issues are counted on which two parties conflict, or have something in common and no conflict, by what each held on the day. Not both on record: at least one had said nothing that commits it.',
  gapSize: (pairs: number, issues: number) =>
    pairs === 1 ? counts.issues(issues) : `${counts.pairs(pairs)} on ${counts.issues(issues)}`,
  gapStill: (size: string, day: string, conflict: number, common: number) =>
    `${size}. Nothing changed after ${day}: conflicts ${conflict}, common ground ${common}.`,
  gapMoves: (size: string, [from, to]: readonly [string, string], moves: readonly string[]) =>
    `${size}, from ${from} to ${to}. ${capital(moves.join('; '))}.`,
  move: (what: string, from: number, to: number) =>
    from === to ? `${what}: ${to} throughout` : `${what}: ${from}, then ${to}`,
  thenWord: 'then',
  eachDay: (a: Child, b: Child) => (
    <>
      {a} and {b}: number of issues, on each day on which it changed
    </>
  ),
  eachPair: (from: string, to: string) => `Number of issues on ${from}, then on ${to}`,
  pair: 'Pair',
  pairNames: (a: Child, b: Child) => (
    <>
      {a} and {b}
    </>
  ),
  /** As columns; in lower case within sentences. */
  gaps: {
    conflict: 'Conflicts',
    common: 'Common ground',
    compatible: 'Compatible',
    apart: 'Not both on record',
  } as Readonly<Record<Gap, string>>,
  gapsInside: {
    conflict: 'conflicts',
    common: 'common ground',
    compatible: 'compatible',
    apart: 'not both on record',
  } as Readonly<Record<Gap, string>>,
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
