import { describeDate } from '#server/domain/date-words.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { describeAnswer } from '../claim/claim-summary.tsx'
import { counted } from '../shared/stance.tsx'
import { wording } from '../words/wording.ts'
import type { CardWords, ClaimCard } from './card.ts'
import { isolate } from './isolate.ts'
import { statementOf } from './statement-card.ts'

interface Topic {
  readonly title: string
}

/** A claim: its words first. What was withdrawn or erased says so before anything else. */
export function cardOfClaim(claim: RecordedClaim, topic: Topic): ClaimCard {
  return {
    shape: 'claim',
    over: { text: topic.title },
    ...statementOf({ ...claim, speaker: claim.person }),
    party: { text: claim.party.name },
    sentence: sentenceOf(claim),
    warning: warningOf(claim),
    foot: sourceOf(claim),
  }
}

/** "Affirms “Strike two groups” on “Which groups should be struck?”" */
function sentenceOf(claim: RecordedClaim): CardWords {
  const answer = describeAnswer(claim)
  const what = answer === undefined ? '' : ` “${isolate(answer)}”`
  const on = ` on “${isolate(claim.issue.question)}”`
  return {
    text: wording().claim.stances[claim.stance] + what + on + limitsOf(claim),
    direction: 'ltr',
  }
}

/** What narrows a claim is never silently dropped; see ClaimLimits. */
function limitsOf({ condition, scopePeriod, scopeNote, hedge }: RecordedClaim): string {
  const limits: readonly (readonly [string, string | undefined])[] = [
    ['condition: ', condition],
    ['applies to ', scopePeriod === undefined ? undefined : describeDate(scopePeriod)],
    ['scope: ', scopeNote],
    ['hedged: ', hedge],
  ]
  return limits
    .flatMap(([what, limit]) => (limit === undefined ? [] : [`; ${what}${isolate(limit)}`]))
    .join('')
}

function warningOf({ withdrawnReason, erased }: RecordedClaim): CardWords | undefined {
  if (erased !== undefined) return { text: 'Erased from this record' }
  if (withdrawnReason === undefined) return undefined
  return { text: `Withdrawn from this record: ${isolate(withdrawnReason)}`, direction: 'ltr' }
}

function sourceOf(claim: RecordedClaim): CardWords {
  const source = leadCitation(claim)?.source
  if (source === undefined) return { text: '' }
  const where = isolate(source.publisher ?? source.title)
  const more = claim.citations.length - 1
  const others = more < 1 ? '' : ` and ${counted(more, 'other')}`
  return { text: `Source: ${where}, ${describeDate(source.published)}${others}`, direction: 'ltr' }
}
