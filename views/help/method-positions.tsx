import { FORMS, type Form, ISSUE_KINDS, NATURES, STANCES } from '#server/domain/claims.ts'
import type { IssueKind, Nature, Stance } from '#server/domain/claims.ts'
import type { RelationWord } from '#server/domain/comparison.ts'
import { RELATIONS } from '#server/domain/comparison.ts'
import type { Literal, Relation } from '#server/domain/positions.ts'
import { describeValue } from '#server/domain/values.ts'
import { paths } from '#server/paths.ts'
import { relationWords } from '../shared/relation.tsx'
import {
  BRIDGE,
  NORTH,
  SOUTH,
  type ValueExample,
  aClaim,
  aPair,
  compareValues,
  describeCommitment,
  describeExclusive,
  describeFollowing,
  describeImplications,
  describeModellingError,
  explain,
  relationOf,
} from './method-examples.ts'
import { Computed, Lines, RuleTable, type SectionText, wordOf } from './method-parts.tsx'

/** What is said, and when two things said cannot both be. */

const kinds: Readonly<Record<IssueKind, string>> = {
  options: 'Several positions, of which a party usually holds one.',
  list: 'Several positions, of which a party may hold any number.',
  'yes-no': 'One position. “No” is its denial.',
  quantity: 'A number or a span of numbers, with a unit; either end may be open.',
  date: 'A day or a span of days; either end may be open.',
}

const natures: Readonly<Record<Nature, string>> = {
  factual: 'What is or was the case.',
  normative: 'What should be done.',
  predictive: 'What will happen.',
}

const Questions = () => (
  <>
    <p>
      A topic is made of <strong>issues</strong>: neutral questions. A <strong>position</strong> is
      one possible answer. A <strong>claim</strong> is a dated statement, with a source, by which a
      party takes a <strong>stance</strong> on a position.
    </p>
    <RuleTable
      caption="How an issue can be answered"
      columns={['Kind', 'Answered by']}
      rows={ISSUE_KINDS.map((kind) => [kind, kinds[kind]])}
    />
    <RuleTable
      caption="What an issue asks about"
      columns={['Nature', 'Meaning']}
      rows={NATURES.map((nature) => [nature, natures[nature]])}
    />
    <p>
      A claim that is <em>context only</em> is filed under its issue and never counts. A claim that
      was <em>withdrawn</em> stays on record, marked, with the reason, and never counts.
    </p>
  </>
)

const forms: Readonly<Record<Form, string>> = {
  'direct quotation': 'The speaker’s own words, whole.',
  'partial quotation': 'Some of the speaker’s words, inside somebody else’s sentence.',
  paraphrase: 'What the speaker said, in the words of the source.',
  'reported by a third party':
    'One party tells what another holds. Such a claim never makes the other contradict itself.',
  'official document': 'A treaty, a law, a statement issued in writing.',
  'vote or other act': 'Done rather than said.',
  'own assertion': 'What a publication asserts itself, in its own name.',
}

const Attribution = () => (
  <>
    <p>
      Each claim names up to three: who <em>holds</em> it (the party), who <em>said</em> it (a
      person, in the role held on that day), and who <em>reports</em> it (the source). When one
      party says something about another, the claim is the speaker’s; it puts nothing into the
      other’s mouth.
    </p>
    <RuleTable
      caption="How the words have come down to us"
      columns={['Form', 'Meaning']}
      rows={FORMS.map((form) => [form, forms[form]])}
    />
    <p>
      A quotation must stand, word for word, in the captured text of its source. Runs of white
      space, typographic and plain quotation marks, and different encodings of one letter count as
      equal; nothing else does.
    </p>
  </>
)

const stances: Readonly<Record<Stance, string>> = {
  affirms: 'Says yes to the position.',
  denies: 'Says no to the position.',
  'leaves-open': 'Does not rule it out.',
  declines: 'Was asked, or spoke, and would not say.',
}

const Stances = () => (
  <>
    <p>
      The examples on this page are about a bridge between two towns. This is what each stance on
      “Replace it” commits a party to, given the relations below.
    </p>
    <RuleTable
      caption="Stances"
      columns={['Stance', 'Meaning', 'Commits to']}
      rows={STANCES.map((stance) => [stance, stances[stance], describeCommitment(stance)])}
    />
  </>
)

const relationKinds: Readonly<Record<Relation['kind'], string>> = {
  entails: 'Whoever holds A is committed to B.',
  contrary: 'A excludes B. Both cannot hold; both may fail.',
  contradictory: 'A excludes B, and there is nothing between them: exactly one holds.',
}

const kindsOfRelation = Object.keys(relationKinds) as Relation['kind'][]

const Relations = () => (
  <>
    <p>
      Editors relate the positions of one issue to each other. Each relation says what follows from
      a yes or a no.
    </p>
    <RuleTable
      caption="Relations between two positions, A and B"
      columns={['Relation', 'Meaning', 'What follows']}
      rows={kindsOfRelation.map((kind) => [
        kind,
        relationKinds[kind],
        <Lines lines={describeImplications(kind)} />,
      ])}
    />
    <p>What follows is carried on for as far as it goes. For the bridge:</p>
    <RuleTable
      caption="Relations of the example"
      columns={['Position', 'Relation', 'Position']}
      rows={BRIDGE.relations.map(({ from, kind, to }) => [labelOf(from), kind, labelOf(to)])}
    />
    <p>So whoever says yes to “Replace it at once” says</p>
    <Computed>
      {describeFollowing(BRIDGE, { position: 'replace-at-once', holds: true }).join('; ')}.
    </Computed>
    <p>
      An issue may be marked <em>exclusive</em>: then every two positions exclude each other, except
      where one entails the other, or some position entails both. For the bridge, with nothing but
      what entails what, these pairs would exclude each other:
    </p>
    <Computed>{describeExclusive().join('; ')}.</Computed>
    <p>
      Relations under which nobody could hold a position, or nobody could reject it, are refused. If
      “Replace it at once” entailed “It stays open to traffic” as well, the answer would be:
    </p>
    <Computed>{describeModellingError()}</Computed>
  </>
)

const labelOf = (position: string) =>
  BRIDGE.positions.find((p) => p.slug === position)?.label ?? position

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
          <strong>{relationWords[relation]}</strong>. {relationMeanings[relation]}
        </li>
      ))}
    </ol>
    <p>
      <a href={paths.helpEncoding}>What the signs mean</a> shows how each looks.
    </p>
  </>
)

export const positionSections: readonly SectionText[] = [
  { id: 'questions', title: 'Questions, positions, claims', body: Questions },
  { id: 'attribution', title: 'Who holds it, who said it, who reports it', body: Attribution },
  { id: 'stances', title: 'Stances', body: Stances },
  { id: 'relations', title: 'Relations between positions', body: Relations },
  { id: 'conflicts', title: 'When two claims conflict', body: Conflicts },
  { id: 'values', title: 'Quantities and dates', body: Values },
  { id: 'order', title: 'How two parties relate', body: Order },
]
