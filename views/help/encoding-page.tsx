import type { Child } from 'hono/jsx'
import { paths } from '#server/paths.ts'
import {
  PositionLetter,
  type Remark,
  RelationChip,
  type RelationChipProps,
  RemarkText,
} from '../shared/relation.tsx'

interface Explained {
  readonly chip: RelationChipProps
  readonly means: string
}

const relations: readonly Explained[] = [
  {
    chip: { relation: 'baseline' },
    means: 'The party that the others are compared with. Choose another one above the table.',
  },
  {
    chip: { relation: 'agreement' },
    means: 'Holds the same position as the baseline, with the same stance.',
  },
  {
    chip: { relation: 'shared-ground' },
    means: 'Both are committed to at least one common position, and nothing they hold conflicts.',
  },
  {
    chip: { relation: 'conflict' },
    means:
      'One says yes to a position that the other says no to. Both cannot be right. The page names that position.',
  },
  {
    chip: { relation: 'compatible' },
    means: 'Both spoke. What they said neither conflicts nor commits them to anything in common.',
  },
  {
    chip: { relation: 'silent' },
    means: 'Nothing is on record by this day. The cell says whether somebody has searched.',
  },
]

const variants: readonly Explained[] = [
  {
    chip: { relation: 'conflict', conditional: true },
    means: 'Holds only under a condition that at least one side named.',
  },
  {
    chip: { relation: 'conflict', suggested: true },
    means: 'Found by rule and not reviewed by a person. A double outline, never a filled one.',
  },
  {
    chip: { relation: 'silent', words: 'Declined to say' },
    means: 'The party was asked, or spoke, and would not say.',
  },
  {
    chip: { relation: 'silent', words: 'Does not apply' },
    means: 'The question does not concern this party.',
  },
  {
    chip: { relation: 'silent', words: 'Not searched yet' },
    means: 'Nobody has looked for a statement. This says nothing about the party.',
  },
]

const remarks: readonly { remark: Remark; words: string; means: string }[] = [
  {
    remark: 'changed',
    words: 'Changed since 2 September 2015',
    means:
      'The party held a conflicting position before. It counts as a change over time, not as a quarrel.',
  },
  {
    remark: 'mixed',
    words: 'Mixed messages',
    means:
      'People of one party said conflicting things within the same 30 days, and neither replaces the other.',
  },
  {
    remark: 'conditional',
    words: 'Provided that a ceasefire holds',
    means: 'The condition under which a claim was made, in its own words.',
  },
  {
    remark: 'old',
    words: 'Last said 14 months before',
    means: 'How long before the chosen day the statement was made.',
  },
]

export const EncodingPage = () => (
  <>
    <h1>What the signs mean</h1>
    <p class="lede">
      Each sign has a shape, a word and an outline of its own. Colour repeats what they say and is
      never needed.
    </p>
    <div class="prose">
      <h2>How a party relates to the baseline</h2>
      <Signs
        caption="Relations"
        rows={relations.map(({ chip, means }) => ({ sign: <RelationChip {...chip} />, means }))}
      />
      <h2>What adds to it</h2>
      <Signs
        caption="Variants"
        rows={variants.map(({ chip, means }) => ({ sign: <RelationChip {...chip} />, means }))}
      />
      <h2>Remarks</h2>
      <p>Remarks have no fill and no colour: they add to a relation and are none.</p>
      <Signs
        caption="Remarks"
        rows={remarks.map(({ remark, words, means }) => ({
          sign: <RemarkText remark={remark}>{words}</RemarkText>,
          means,
        }))}
      />
      <h2>Letters</h2>
      <Signs
        caption="Letters"
        rows={[
          {
            sign: (
              <>
                <PositionLetter letter="A" /> <PositionLetter letter="B" />
              </>
            ),
            means:
              'The positions on one question. The same letter is the same position; choosing another baseline never changes letters.',
          },
        ]}
      />
      <p>
        The rules behind these words are on the page <a href={paths.method}>Method</a>.
      </p>
    </div>
  </>
)

const Signs = ({
  caption,
  rows,
}: {
  caption: string
  rows: readonly { sign: Child; means: string }[]
}) => (
  <table class="table signs stacks">
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Sign</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ sign, means }) => (
        <tr>
          <td>{sign}</td>
          <td>{means}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
