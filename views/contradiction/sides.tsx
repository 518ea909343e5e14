import { type RepliesByClaim, standingReplies } from '#server/domain/recorded-reply.ts'
import type { RecordedContradiction, RecordedSide } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { ReplyBox } from '../reply/reply-box.tsx'
import { RelationChip, RemarkText } from '../shared/relation.tsx'
import { wording } from '../words/wording.ts'
import { Statement } from './statement.tsx'
import { describeHeld, describeKind, shownStatusOf } from './words.ts'

/** Both sides in aligned columns: who, what they hold, and the words that show it. */
export const Sides = ({
  x,
  level = 2,
  replies,
}: {
  x: RecordedContradiction
  level?: 2 | 3
  /** What parties answered to the claims that speak for the sides. */
  replies?: RepliesByClaim
}) => (
  <div class={`sides${x.kind === 'reversal' ? ' sides-in-time' : ''}`}>
    <Side x={x} side={x.a} which="a" level={level} replies={replies} />
    <Side x={x} side={x.b} which="b" level={level} replies={replies} />
  </div>
)

const Side = ({
  x,
  side,
  which,
  level,
  replies,
}: {
  x: RecordedContradiction
  side: RecordedSide
  which: 'a' | 'b'
  level: 2 | 3
  replies: RepliesByClaim | undefined
}) => {
  const { claim } = side
  const w = wording().contradiction
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="side card" aria-labelledby={`side-${which}`}>
      <Heading id={`side-${which}`}>
        <Who x={x} side={side} which={which} />
      </Heading>
      <p class="held">
        <span class="small muted">{side.stance === 'affirms' ? w.holds : w.rejects}: </span>
        <bdi>{describeHeld({ ...side, stance: 'affirms' }, x.issue.unit)}</bdi>
      </p>
      {claim === undefined ? (
        <p class="muted">{w.noClaimLeft}</p>
      ) : (
        <>
          <Statement claim={claim} around={level === 2 ? 300 : 140} />
          {standingReplies(replies, claim.id).map((reply) => (
            <ReplyBox reply={reply} claim={claim} level={level === 2 ? 3 : 4} />
          ))}
        </>
      )}
    </section>
  )
}

/** Of one party: before and after, or the two who speak. Of two: the parties. */
const Who = ({
  x,
  side,
  which,
}: {
  x: RecordedContradiction
  side: RecordedSide
  which: 'a' | 'b'
}) => {
  const w = wording().contradiction
  if (x.kind === 'reversal') return <>{which === 'a' ? w.beforeTitle : w.afterTitle}</>
  const party = (
    <a href={paths.party(side.party)}>
      <bdi>{side.party.name}</bdi>
    </a>
  )
  if (x.kind !== 'mixed messages') return party
  const person = side.claim?.personName
  if (person === undefined) return <>{which === 'a' ? w.oneStatementTitle : w.anotherTitle}</>
  return <bdi>{person}</bdi>
}

/** What kind of conflict, how sure, and how many claims: glyph and words, never colour alone. */
export const Verdict = ({ x }: { x: RecordedContradiction }) => (
  <p class="row verdict">
    <Mark x={x} />
    {x.kind === 'reversal' ? (
      <span class="small">{wording().contradiction.aShift}</span>
    ) : (
      <span class="small">{describeKind(x)}</span>
    )}
    <span class="small muted">
      {wording().contradiction.against(x.a.claimCount, x.b.claimCount)}
    </span>
  </p>
)

/** The sign of a contradiction; outlined until reviewers have confirmed it, none where it is none. */
export const Mark = ({ x }: { x: RecordedContradiction }) => {
  const status = shownStatusOf(x)
  const { shiftGrade, mixedMessages } = wording().contradiction
  if (status === 'dismissed') return null
  if (x.kind === 'reversal') return <RemarkText remark="changed">{shiftGrade}</RemarkText>
  if (x.kind === 'mixed messages') return <RemarkText remark="mixed">{mixedMessages}</RemarkText>
  if (status === 'resolved') return null
  return (
    <RelationChip
      relation="conflict"
      conditional={x.isConditional}
      suggested={status !== 'confirmed'}
    />
  )
}
