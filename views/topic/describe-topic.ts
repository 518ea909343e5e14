import { wording } from '../words/wording.ts'

/** What a topic holds, as its pages count it. */
export interface CountedTopic {
  readonly parties: number
  readonly observers: number
  readonly issues: number
  readonly claims: number
  readonly contradictions: {
    readonly open: number
    readonly confirmed: number
    readonly dismissed: number
  }
}

/** "5 parties, 1 observer, 10 issues, 29 claims; 12 contradictions, 3 reviewed". */
export function describeTopic(topic: CountedTopic): string {
  const words = wording().topic
  return words.withContradictions(words.holds(topic), describeContradictions(topic.contradictions))
}

/** How many contradictions were filed, and how many of them people settled. */
export function describeContradictions(filed: CountedTopic['contradictions']): string {
  const reviewed = filed.confirmed + filed.dismissed
  const all = filed.open + reviewed
  const words = wording().topic
  return all === 0 ? words.noContradictions : words.contradictions(all, reviewed)
}
