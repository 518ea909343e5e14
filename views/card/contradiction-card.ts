import type { RecordedContradiction, RecordedSide } from '#server/domain/recorded-contradiction.ts'
import { headingOf, reviewPieces } from '../contradiction/sentence.tsx'
import { describeHeld, describeKind } from '../contradiction/words.ts'
import type { CardSide, SidesCard } from './card.ts'
import { isolate, isolatePieces } from './isolate.ts'
import { statementOf } from './statement-card.ts'

/** Both sides and their relation in words; whether people have judged it stands below, always. */
export const cardOfContradiction = (
  x: RecordedContradiction,
  topic: { readonly title: string },
): SidesCard => ({
  shape: 'sides',
  over: { text: topic.title },
  title: { text: isolatePieces(headingOf(x)), direction: 'ltr' },
  sides: [sideOf(x, x.a, 'a'), sideOf(x, x.b, 'b')],
  foot: { text: `${describeKind(x)}. ${isolatePieces(reviewPieces(x))}.`, direction: 'ltr' },
})

function sideOf(x: RecordedContradiction, side: RecordedSide, which: 'a' | 'b'): CardSide {
  const holds = side.stance === 'affirms' ? 'Holds' : 'Rejects'
  const held = describeHeld({ ...side, stance: 'affirms' }, x.issue.unit)
  const { claim } = side
  // There is no room for roles.
  const speaker = claim?.personName === undefined ? undefined : { name: claim.personName }
  return {
    who: { text: whoOf(x, side, which) },
    held: { text: `${holds}: ${isolate(held)}`, direction: 'ltr' },
    said: claim && statementOf({ ...claim, speaker }),
  }
}

/** Of one party: before and after, or the two who speak. Of two: the parties. */
function whoOf(x: RecordedContradiction, side: RecordedSide, which: 'a' | 'b'): string {
  if (x.kind === 'reversal') return which === 'a' ? 'Before' : 'After'
  if (x.kind !== 'mixed messages') return side.party.name
  return side.claim?.personName ?? (which === 'a' ? 'One statement' : 'Another statement')
}
