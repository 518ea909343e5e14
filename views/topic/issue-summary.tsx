import type { IssueCounts } from '#server/domain/pair-counts.ts'
import { type ShownRelation, RelationGlyph, RemarkText } from '../shared/relation.tsx'
import { counted } from '../shared/stance.tsx'

/** An issue in words before anybody reads it: how pairs of parties relate, and who is on record. */
export const IssueSummary = ({ counts }: { counts: IssueCounts }) => (
  <ul class="issue-summary small">
    {found(counts).map(({ relation, words }) => (
      <li>
        <RelationGlyph relation={relation} /> {words}
      </li>
    ))}
    {counts.changed > 0 && (
      <li>
        <RemarkText remark="changed">
          {counted(counts.changed, 'party', 'parties')} changed position
        </RemarkText>
      </li>
    )}
    {counts.mixed > 0 && (
      <li>
        <RemarkText remark="mixed">
          mixed messages from {counted(counts.mixed, 'party', 'parties')}
        </RemarkText>
      </li>
    )}
    <li class="muted">
      {counts.onRecord} of {counted(counts.parties, 'party', 'parties')} on record
    </li>
  </ul>
)

function found(counts: IssueCounts): { relation: ShownRelation; words: string }[] {
  const pairs = [
    ['conflict', counts.conflicts, 'pair conflicts', 'pairs conflict'],
    ['agreement', counts.agreements, 'pair agrees', 'pairs agree'],
    ['shared-ground', counts.shared, 'pair shares ground', 'pairs share ground'],
    ['compatible', counts.compatible, 'pair is compatible', 'pairs are compatible'],
  ] as const
  return pairs.flatMap(([relation, n, one, many]) =>
    n === 0 ? [] : [{ relation, words: counted(n, one, many) }],
  )
}
