import type { RelationWord } from '#server/domain/comparison.ts'
import { RELATIONS } from '#server/domain/comparison.ts'
import type { Literal } from '#server/domain/positions.ts'
import { describeValue } from '#server/domain/values.ts'
import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'
import {
  BRIDGE,
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

const bothSay: readonly { words: string; a: Literal; b: Literal }[] = [
  { words: 'Yes to A, yes to A', a: yes('A'), b: yes('A') },
  { words: 'Yes to A, no to A', a: yes('A'), b: no('A') },
  { words: 'Yes to A, yes to B', a: yes('A'), b: yes('B') },
  { words: 'Yes to A, no to B', a: yes('A'), b: no('B') },
  { words: 'No to A, yes to B', a: no('A'), b: yes('B') },
  { words: 'No to A, no to B', a: no('A'), b: no('B') },
]

function yes(position: string): Literal {
  return { position, holds: true }
}

function no(position: string): Literal {
  return { position, holds: false }
}

const Conflicts = () => (
  <>
    <p>
      Two claims on one issue <strong>conflict</strong> when one says yes to a position to which the
      other says no, directly or by what follows. That position is the witness, and every conflict
      names it and the way to it. They <strong>share ground</strong> when both say yes to the same
      position. Both can be true at once. This is the whole rule; no text is weighed.
    </p>
    <RuleTable
      caption="How two parties relate, by what they say and how A and B are related"
      columns={['They say', 'No relation', ...kindsOfRelation.map((kind) => `A ${kind} B`)]}
      rows={bothSay.map(({ words, a, b }) => [
        words,
        ...[undefined, ...kindsOfRelation].map((kind) => wordOf(relationOf(aPair(kind), a, b))),
      ])}
    />
    <p>Two positions that exclude each other, and one that is reached in a step:</p>
    <Computed>
      {explain(
        BRIDGE,
        aClaim({ party: NORTH, position: 'replace-at-once' }),
        aClaim({ party: SOUTH, position: 'keep' }),
      )}
    </Computed>
    <p>Two denials, of which one must be wrong, because nothing lies between open and closed:</p>
    <Computed>
      {explain(
        BRIDGE,
        aClaim({ party: NORTH, position: 'open', stance: 'denies' }),
        aClaim({ party: SOUTH, position: 'closed', stance: 'denies' }),
      )}
    </Computed>
  </>
)

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

const sayValue = ({ kind }: ValueExample, { stance, value }: ValueExample['a']) =>
  `${stance === 'denies' ? 'not ' : ''}${describeValue(value, kind === 'quantity' ? 'months' : undefined)}`

const Values = () => (
  <>
    <p>
      Quantities and dates need no table of relations. A span that lies within another entails it;
      spans that do not touch exclude each other; where spans overlap, the overlap is common ground.
      Both ends of a span belong to it. To deny a span is to say that the value lies outside it.
    </p>
    <RuleTable
      caption="Two statements about a value"
      columns={['One', 'The other', 'Relation', 'Because']}
      rows={values.map((example) => {
        const { relation, explanation } = compareValues(example)
        return [
          sayValue(example, example.a),
          sayValue(example, example.b),
          wordOf(relation),
          explanation ?? 'There is a value at which both are right.',
        ]
      })}
    />
  </>
)

const relationMeanings: Readonly<Record<RelationWord, string>> = {
  conflict: 'Any two of the claims that stand conflict. Common ground is shown beside it.',
  agreement: 'Otherwise: both take the same stance on the same position.',
  'shared-ground': 'Otherwise: both say yes to something in common.',
  compatible: 'Otherwise: both spoke, and none of these.',
}

const Order = () => (
  <>
    <p>
      On one issue two parties may have several claims each. The first of these that is true of any
      two of them is shown; a pair in which one has nothing that commits it is not compared.
    </p>
    <ol>
      {RELATIONS.map((relation) => (
        <li>
          <strong>{wording().relations[relation]}</strong>. {relationMeanings[relation]}
        </li>
      ))}
    </ol>
    <p>
      <a href={paths.helpEncoding}>What the signs mean</a> shows how each looks.
    </p>
  </>
)

export const conflictSections: readonly SectionText[] = [
  { id: 'conflicts', title: 'When two claims conflict', body: Conflicts },
  { id: 'values', title: 'Quantities and dates', body: Values },
  { id: 'order', title: 'How two parties relate', body: Order },
]
