import type { Child } from 'hono/jsx'
import type { CellRelation } from '#server/domain/comparison-summary.ts'
import type { Silence } from '#server/domain/comparison.ts'
import type { Standing } from '#server/domain/reviews.ts'
import { RelationChip, RelationGlyph, relationClass } from '../shared/relation.tsx'
import { wording } from '../words/wording.ts'
import { describeRelation } from './words.ts'

/** Spoke, but stands in no relation to the baseline: a question mark, as in "not comparable". */
const NoRelationIcon = () => (
  <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M8.500 9a3.500 3.500 0 1 1 5 3.200c-1 .6-1.500 1.200-1.500 2.300M12 18.800v.1" />
  </svg>
)

/** The class that sets fill, edge and ink of a cell; a conflict is filled once people confirmed it. */
export function signClass(relation: CellRelation, standing?: Standing): string {
  if (relation === 'open' || relation === 'unrelated') return 'is-unrelated'
  return isOutlined(standing) ? `${relationClass(relation)} is-suggested` : relationClass(relation)
}

const isOutlined = (standing: Standing | undefined): boolean =>
  standing !== undefined && standing !== 'confirmed'

export const RelationSign = ({ relation }: { relation: CellRelation }): Child =>
  relation === 'open' || relation === 'unrelated' ? (
    <NoRelationIcon />
  ) : (
    <RelationGlyph relation={relation} />
  )

/** A cell's relation to the baseline: glyph, word, weight of fill, kind of edge. */
export const CellChip = ({
  relation,
  standing,
  silence,
  conditional,
  words = describeRelation(relation, { silence, standing }),
}: {
  relation: CellRelation
  standing?: Standing | undefined
  silence?: Silence | undefined
  conditional?: boolean | undefined
  words?: string | undefined
}) =>
  relation === 'open' || relation === 'unrelated' ? (
    <span class="chip is-unrelated">
      <NoRelationIcon />
      <span>{words}</span>
    </span>
  ) : (
    <RelationChip
      relation={relation}
      words={words}
      conditional={conditional}
      suggested={isOutlined(standing)}
    />
  )

const signs = (): readonly Parameters<typeof CellChip>[0][] => [
  { relation: 'baseline' },
  { relation: 'agreement' },
  { relation: 'shared-ground' },
  { relation: 'conflict' },
  { relation: 'conflict', standing: 'suggested', words: wording().comparison.suggestedConflict },
  { relation: 'compatible' },
  { relation: 'unrelated' },
  { relation: 'silent', words: wording().comparison.silent },
]

/** The key: directly above what it explains, in print too. Only signs of this table's kind. */
export const ComparisonKey = () => (
  <ul class="key" aria-label={wording().comparison.key}>
    {signs().map((sign) => (
      <li>
        <CellChip {...sign} />
      </li>
    ))}
  </ul>
)
