import { MIXED_MESSAGE_WINDOW_DAYS } from '#server/domain/stands.ts'
import { bridge, NORTH, SOUTH, aClaim, compare, silenceOf } from './method-examples.ts'
import { describeDate } from '../words/speak.ts'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'
import { RuleTable, type SectionText, wordOf } from './method-parts.tsx'
import {
  describeBound,
  describeDay,
  describeOrder,
  judgeSequel,
  listSequels,
  readDate,
  relateScopes,
} from './method-times.ts'

/** What limits a claim, when it was said, and what a party holds on a day. */

const relateUnder = (condition: string | undefined): string => {
  const claims = [
    aClaim({ party: NORTH, position: 'replace', condition }),
    aClaim({ party: SOUTH, position: 'keep' }),
  ]
  const [pair] = compare(bridge(), claims).pairs
  return `${wordOf(pair?.relation)}${pair?.conditional === true ? wording().conditional : ''}`
}

const Limits = () => {
  const w = wording().methodRules.limits
  return (
    <>
      <p>{w.text}</p>
      <RuleTable caption={w.caption} columns={w.columns} rows={w.rows} />
      <RuleTable
        caption={w.against}
        columns={w.againstColumns}
        rows={[
          [w.none, relateUnder(undefined)],
          [w.oneConditional, relateUnder('the state pays')],
          [w.twoYears, wordOf(relateScopes('2020', '2021'))],
          [w.overlapping, wordOf(relateScopes('2020', '2020/2021'))],
        ]}
      />
    </>
  )
}

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
const refused = ['2015-02-29', '2015-13', '2015-12-10/2015-12-09']

const readings = () =>
  written.flatMap((text): (readonly [string, ...string[]])[] => {
    const date = readDate(text)
    return 'why' in date
      ? []
      : [[text, describeDate(text), describeDay(date.earliest), describeDay(date.latest)]]
  })

const refusals = () =>
  [...refused, wording().methodRules.dates.inWords].flatMap(
    (text): (readonly [string, string])[] => {
      const date = readDate(text)
      return 'why' in date ? [[text, translated(date.why)]] : []
    },
  )

const ordered = [
  ['2015-10', '2015-12-15'],
  ['2015-12', '2015-12-15'],
  ['2015-12-15', '2015-12-15'],
] as const

const Dates = () => {
  const w = wording().methodRules.dates
  return (
    <>
      <p>{w.text}</p>
      <RuleTable caption={w.read} columns={w.readColumns} rows={readings()} />
      <RuleTable caption={w.refused} columns={w.refusedColumns} rows={refusals()} />
      <p>{w.before}</p>
      <RuleTable
        caption={w.first}
        columns={w.firstColumns}
        rows={ordered.map(([a, b]) => [w.both(a, b), describeOrder(a, b)])}
      />
      <p>{w.notLater}</p>
      <RuleTable
        caption={w.inSource}
        columns={w.inSourceColumns}
        rows={['2015-10', '2015-12', '2015-12-16'].map((said) => [
          said,
          describeBound(said, '2015-12-15'),
        ])}
      />
      <p>{w.asOf}</p>
    </>
  )
}

const Stands = () => {
  const w = wording().methodRules.stands
  return (
    <>
      <p>{w.text()}</p>
      <ul>
        {w.all(MIXED_MESSAGE_WINDOW_DAYS).map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <p>{w.called()}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={listSequels().map((sequel) => {
          const { stands, called } = judgeSequel(sequel)
          return [sequel.words, stands, called]
        })}
      />
    </>
  )
}

const cases = [
  { words: 'nothing', given: {} },
  { words: 'noneFound', given: { search: 'none-found' } },
  { words: 'notApplicable', given: { search: 'not-applicable' } },
  { words: 'declined', given: { stance: 'declines' } },
  { words: 'declinedAndSearched', given: { stance: 'declines', search: 'none-found' } },
  { words: 'leavesOpen', given: { stance: 'leaves-open' } },
] as const

const Silences = () => {
  const w = wording().methodRules.silence
  return (
    <>
      <p>{w.text}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={Object.values(w.kinds).map(({ words, means }) => [words, means])}
      />
      <RuleTable
        caption={w.which}
        columns={w.whichColumns}
        rows={cases.map(({ words, given }) => {
          const silence = silenceOf(given)
          return [w.cases[words], silence === undefined ? w.spoke : w.kinds[silence].words]
        })}
      />
    </>
  )
}

const TwoTimes = () => <p>{wording().methodRules.twoTimes.text()}</p>

export const standSections = (): readonly SectionText[] => {
  const { limits, dates, stands, silence, twoTimes } = wording().methodRules
  return [
    { id: 'limits', title: limits.title, body: Limits },
    { id: 'dates', title: dates.title, body: Dates },
    { id: 'stands', title: stands.title, body: Stands },
    { id: 'silence', title: silence.title, body: Silences },
    { id: 'two-times', title: twoTimes.title, body: TwoTimes },
  ]
}
