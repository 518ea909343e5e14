import type { IssueCounts } from '#server/domain/pair-counts.ts'
import { RelationGlyph, RemarkText } from '../shared/relation.tsx'
import { wording } from '../words/wording.ts'

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
        <RemarkText remark="changed">{wording().topic.changed(counts.changed)}</RemarkText>
      </li>
    )}
    {counts.mixed > 0 && (
      <li>
        <RemarkText remark="mixed">{wording().topic.mixed(counts.mixed)}</RemarkText>
      </li>
    )}
    <li class="muted">{wording().topic.onRecord(counts.onRecord, counts.parties)}</li>
  </ul>
)

function found(counts: IssueCounts) {
  const pairs = [
    ['conflict', counts.conflicts],
    ['agreement', counts.agreements],
    ['shared-ground', counts.shared],
    ['compatible', counts.compatible],
  ] as const
  return pairs.flatMap(([relation, n]) =>
    n === 0 ? [] : [{ relation, words: wording().topic.pairs[relation](n) }],
  )
}
