import { RELATIONS } from '#server/domain/comparison.ts'
import type { Literal } from '#server/domain/positions.ts'
import { paths } from '#server/paths.ts'
import { describeValue } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import {
  bridge,
  NORTH,
  SOUTH,
  type ValueExample,
  aClaim,
  aPair,
  compareValues,
  explain,
  relationOf,
} from './method-examples.ts'
import { Computed, RuleTable, type SectionText, wordOf } from './method-parts.tsx'
import { kindsOfRelation } from './method-positions.tsx'

/** When two things said cannot both be, and how two parties come to relate. */

const bothSay: readonly {
  words: keyof ReturnType<typeof wording>['methodRules']['conflicts']['bothSay']
  a: Literal
  b: Literal
}[] = [
  { words: 'yesA_yesA', a: yes('A'), b: yes('A') },
  { words: 'yesA_noA', a: yes('A'), b: no('A') },
  { words: 'yesA_yesB', a: yes('A'), b: yes('B') },
  { words: 'yesA_noB', a: yes('A'), b: no('B') },
  { words: 'noA_yesB', a: no('A'), b: yes('B') },
  { words: 'noA_noB', a: no('A'), b: no('B') },
]

function yes(position: string): Literal {
  return { position, holds: true }
}

function no(position: string): Literal {
  return { position, holds: false }
}

const Conflicts = () => {
  const w = wording().methodRules.conflicts
  return (
    <>
      <p>{w.text()}</p>
      <RuleTable
        caption={w.caption}
        columns={[w.theySay, w.noRelation, ...kindsOfRelation.map(w.related)]}
        rows={bothSay.map(({ words, a, b }) => [
          w.bothSay[words],
          ...[undefined, ...kindsOfRelation].map((kind) => wordOf(relationOf(aPair(kind), a, b))),
        ])}
      />
      <p>{w.inAStep}</p>
      <Computed>
        {explain(
          bridge(),
          aClaim({ party: NORTH, position: 'replace-at-once' }),
          aClaim({ party: SOUTH, position: 'keep' }),
        )}
      </Computed>
      <p>{w.twoDenials}</p>
      <Computed>
        {explain(
          bridge(),
          aClaim({ party: NORTH, position: 'open', stance: 'denies' }),
          aClaim({ party: SOUTH, position: 'closed', stance: 'denies' }),
        )}
      </Computed>
    </>
  )
}

const affirms = 'affirms' as const
const denies = 'denies' as const

const values: readonly ValueExample[] = [
  {
    kind: 'quantity',
    a: { stance: affirms, value: { min: 3, max: 4 } },
    b: { stance: affirms, value: { min: 12, max: null } },
  },
  {
    kind: 'quantity',
    a: { stance: affirms, value: { min: 3, max: 4 } },
    b: { stance: affirms, value: { min: 4, max: 6 } },
  },
  {
    kind: 'quantity',
    a: { stance: affirms, value: { min: 3, max: 4 } },
    b: { stance: denies, value: { min: null, max: 6 } },
  },
  {
    kind: 'quantity',
    a: { stance: affirms, value: { min: 3, max: 8 } },
    b: { stance: denies, value: { min: null, max: 6 } },
  },
  {
    kind: 'quantity',
    a: { stance: denies, value: { min: null, max: 5 } },
    b: { stance: denies, value: { min: 5, max: null } },
  },
  {
    kind: 'date',
    a: { stance: affirms, value: { min: null, max: '2020-06-30' } },
    b: { stance: affirms, value: { min: '2020-08-01', max: null } },
  },
]

function sayValue({ kind }: ValueExample, { stance, value }: ValueExample['a']): string {
  const said = describeValue(value, kind === 'quantity' ? wording().method.months : undefined)
  return stance === 'denies' ? wording().explanations.not(said) : said
}

const Values = () => {
  const w = wording().methodRules.values
  return (
    <>
      <p>{w.text}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={values.map((example) => {
          const { relation, explanation } = compareValues(example)
          return [
            sayValue(example, example.a),
            sayValue(example, example.b),
            wordOf(relation),
            explanation ?? w.bothRight,
          ]
        })}
      />
    </>
  )
}

const Order = () => {
  const w = wording().methodRules.order
  return (
    <>
      <p>{w.text}</p>
      <ol>
        {RELATIONS.map((relation) => (
          <li>
            <strong>{wording().relations[relation]}</strong>. {w.means[relation]}
          </li>
        ))}
      </ol>
      <p>
        {w.signs((text) => (
          <a href={paths.helpEncoding}>{text}</a>
        ))}
      </p>
    </>
  )
}

export const conflictSections = (): readonly SectionText[] => {
  const { conflicts, values: ofValues, order } = wording().methodRules
  return [
    { id: 'conflicts', title: conflicts.title, body: Conflicts },
    { id: 'values', title: ofValues.title, body: Values },
    { id: 'order', title: order.title, body: Order },
  ]
}
