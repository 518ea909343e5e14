import { compareWording } from '#server/domain/differing-words.ts'
import type { RecordedContradiction, RecordedSide } from '#server/domain/recorded-contradiction.ts'
import type { TextPart } from '#server/domain/text-changes.ts'
import { wording } from '../words/wording.ts'

/** The two statements word by word; nothing where they have too little in common to be set side by side. */
export const Wording = ({ x, level = 2 }: { x: RecordedContradiction; level?: 2 | 3 }) => {
  const { a, b } = x
  if (a.claim === undefined || b.claim === undefined) return null
  const compared = compareWording(a.claim.statement, b.claim.statement)
  if (compared === undefined) return null
  const w = wording().contradiction
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="stack" aria-labelledby="wording">
      <Heading id="wording">{w.wordByWord}</Heading>
      <dl class="facts">
        <Marked name={nameOf(x, a, w.beforeTitle)} parts={compared.a} />
        <Marked name={nameOf(x, b, w.afterTitle)} parts={compared.b} />
      </dl>
    </section>
  )
}

const nameOf = (x: RecordedContradiction, side: RecordedSide, when: string): string =>
  x.kind === 'reversal'
    ? when
    : x.kind === 'mixed messages'
      ? (side.claim?.personName ?? side.party.name)
      : side.party.name

/** Marks are not announced by every screen reader, so each says what it is. */
const Marked = ({ name, parts }: { name: string; parts: readonly TextPart[] }) => (
  <>
    <dt>
      <bdi>{name}</bdi>
    </dt>
    <dd dir="auto">
      {parts.map(({ text, kind }) =>
        kind === 'same' ? (
          text
        ) : (
          <mark>
            <span class="visually-hidden">{wording().contradiction.onlyHere[0]}</span>
            {text}
            <span class="visually-hidden">{wording().contradiction.onlyHere[1]}</span>
          </mark>
        ),
      )}
    </dd>
  </>
)
