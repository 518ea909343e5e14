import type { Silence } from '#server/domain/comparison.ts'
import { MIXED_MESSAGE_WINDOW_DAYS } from '#server/domain/stands.ts'
import { describeDate } from '#server/domain/date-words.ts'
import { BRIDGE, NORTH, SOUTH, aClaim, compare, silenceOf } from './method-examples.ts'
import { RuleTable, type SectionText, wordOf } from './method-parts.tsx'
import {
  SEQUELS,
  describeBound,
  describeDay,
  describeOrder,
  judgeSequel,
  readDate,
  relateScopes,
} from './method-times.ts'

/** What limits a claim, when it was said, and what a party holds on a day. */

const relateUnder = (condition: string | undefined): string => {
  const claims = [
    aClaim({ party: NORTH, position: 'replace', condition }),
    aClaim({ party: SOUTH, position: 'keep' }),
  ]
  const [pair] = compare(BRIDGE, claims).pairs
  return `${wordOf(pair?.relation)}${pair?.conditional === true ? ', conditional' : ''}`
}

const Limits = () => (
  <>
    <p>What limits a claim is never dropped.</p>
    <RuleTable
      caption="Limits of a claim"
      columns={['Limit', 'What it does']}
      rows={[
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
      ]}
    />
    <RuleTable
      caption="“Replace it” against “Keep it as it is”"
      columns={['Limits', 'Relation']}
      rows={[
        ['none', relateUnder(undefined)],
        ['one is conditional', relateUnder('the state pays')],
        ['one of 2020, one of 2021', wordOf(relateScopes('2020', '2021'))],
        ['one of 2020, one of 2020 and 2021', wordOf(relateScopes('2020', '2020/2021'))],
      ]}
    />
  </>
)

const written = [
  '2015-12-15',
  '2015-12',
  '2015-12~',
  '2015-12-XX',
  '2015',
  '201X',
  '2015-12-09/2015-12-10',
  '2015-10/..',
]
const refused = ['2015-02-29', '2015-13', '2015-12-10/2015-12-09', 'December 2015']

const Dates = () => (
  <>
    <p>
      Dates are kept as they are written (EDTF, ISO 8601-2, levels 0 and 1). Beside each stand the
      first and the last day that it may mean; only these are ever compared. “About” and “perhaps”
      do not widen a date.
    </p>
    <RuleTable
      caption="How dates are read"
      columns={['Written', 'Shown', 'First day', 'Last day']}
      rows={written.flatMap((text) => {
        const date = readDate(text)
        return 'why' in date
          ? []
          : [[text, describeDate(text), describeDay(date.earliest), describeDay(date.latest)]]
      })}
    />
    <RuleTable
      caption="What is refused"
      columns={['Written', 'Answer']}
      rows={refused.flatMap((text) => {
        const date = readDate(text)
        return 'why' in date ? [[text, date.why]] : []
      })}
    />
    <p>
      One statement is before another only when its last day is before the other’s first. Where two
      dates overlap, their order is not known, and nothing is made of it.
    </p>
    <RuleTable
      caption="Which came first?"
      columns={['Dates', 'Order']}
      rows={[
        ['2015-10 and 2015-12-15', describeOrder('2015-10', '2015-12-15')],
        ['2015-12 and 2015-12-15', describeOrder('2015-12', '2015-12-15')],
        ['2015-12-15, twice', describeOrder('2015-12-15', '2015-12-15')],
      ]}
    />
    <p>Nothing was said later than the publication of a source that reports it.</p>
    <RuleTable
      caption="In a source published on 15 December 2015"
      columns={['Said', 'Days it may mean']}
      rows={['2015-10', '2015-12', '2015-12-16'].map((said) => [
        said,
        describeBound(said, '2015-12-15'),
      ])}
    />
    <p>
      A comparison as of a day leaves out every claim that may have been said later: one counts from
      its last possible day on.
    </p>
  </>
)

const Stands = () => (
  <>
    <p>
      What a party holds on a day is what it had said by then and nothing has superseded. A later
      claim <strong>supersedes</strong> an earlier one of the same party on the same issue when all
      of this is true:
    </p>
    <ul>
      <li>it was said later, as far as the dates can tell;</li>
      <li>it does not merely decline;</li>
      <li>the periods to which the two apply meet, or none is given;</li>
      <li>
        they conflict, or they are about the same position, or they put a new value in place of an
        old one;
      </li>
      <li>
        they are not a conflict between two known persons within {MIXED_MESSAGE_WINDOW_DAYS} days,
        counted from the last possible day of the one to the first of the other, both included. A
        topic may set another number.
      </li>
    </ul>
    <p>
      What is superseded stays so, even when the later claim is superseded in its turn. A superseded
      claim that conflicts with its first successor is a <strong>reversal</strong>: a change over
      time, not a quarrel. Claims that conflict and both stand are <strong>mixed messages</strong>.
    </p>
    <RuleTable
      caption="The mayor said on 1 March 2020: keep it as it is. Then:"
      columns={['What follows', 'What stands', 'Called']}
      rows={SEQUELS.map((sequel) => {
        const { stands, called } = judgeSequel(sequel)
        return [sequel.words, stands, called]
      })}
    />
  </>
)

const silences: Readonly<Record<Silence, { words: string; means: string }>> = {
  'not-searched': {
    words: 'Not searched yet',
    means: 'Nobody has looked. This says nothing about the party.',
  },
  'none-found': {
    words: 'None found',
    means: 'Somebody looked, on a day that is recorded, and found nothing.',
  },
  'not-applicable': { words: 'Does not apply', means: 'The question does not concern the party.' },
  declined: { words: 'Declined to say', means: 'All that stands is that the party would not say.' },
}

const cases = [
  { words: 'No claim, no search', given: {} },
  { words: 'No claim, a search that found none', given: { search: 'none-found' } },
  { words: 'No claim, does not apply', given: { search: 'not-applicable' } },
  { words: 'Declined', given: { stance: 'declines' } },
  {
    words: 'Declined, a search that found none',
    given: { stance: 'declines', search: 'none-found' },
  },
  { words: 'Leaves it open', given: { stance: 'leaves-open' } },
] as const

const Silences = () => (
  <>
    <p>Silence is neither agreement nor disagreement, and there are four kinds of it.</p>
    <RuleTable
      caption="Kinds of silence"
      columns={['Kind', 'Meaning']}
      rows={Object.values(silences).map(({ words, means }) => [words, means])}
    />
    <RuleTable
      caption="Which kind a cell shows"
      columns={['On record', 'Silence']}
      rows={cases.map(({ words, given }) => {
        const silence = silenceOf(given)
        return [words, silence === undefined ? 'None: the party spoke' : silences[silence].words]
      })}
    />
  </>
)

const TwoTimes = () => (
  <p>
    Two times are kept apart: when something was <em>said</em>, and when it was <em>recorded</em>{' '}
    here. A comparison can be asked for as of any day on which things were said. Every change of the
    record is kept as well: who made it, when, and what was there before and after. Nothing is
    overwritten.
  </p>
)

export const standSections: readonly SectionText[] = [
  { id: 'limits', title: 'Conditions, scope, hedges', body: Limits },
  { id: 'dates', title: 'Dates', body: Dates },
  { id: 'stands', title: 'What a party holds on a day', body: Stands },
  { id: 'silence', title: 'Silence', body: Silences },
  { id: 'two-times', title: 'When it was said, when it was recorded', body: TwoTimes },
]
