import { describeDate } from '#server/domain/date-words.ts'
import type { Table } from '../comparison/comparison-view.ts'
import { listNames } from '../comparison/words.ts'
import { counted } from '../shared/stance.tsx'
import type { CountedTopic } from '../topic/describe-topic.ts'
import type { CountsCard } from './card.ts'
import { isolate } from './isolate.ts'

/** A topic and a comparison, in counts. */

interface Topic extends CountedTopic {
  readonly title: string
  readonly summary: string | null
}

const of = (count: number, one: string, many = `${one}s`) => ({
  count,
  of: count === 1 ? one : many,
})

/** What a topic holds. */
export const cardOfTopic = (topic: Topic): CountsCard => ({
  shape: 'counts',
  over: { text: 'Who says what' },
  title: { text: topic.title },
  summary: topic.summary === null ? undefined : { text: topic.summary },
  counts: [
    of(topic.parties, 'party', 'parties'),
    of(topic.issues, 'issue'),
    of(topic.claims, 'claim'),
    of(allOf(topic.contradictions), 'contradiction'),
  ],
  foot: { text: reviewedOf(topic.contradictions) },
})

type Filed = CountedTopic['contradictions']

const allOf = ({ open, confirmed, dismissed }: Filed): number => open + confirmed + dismissed

/** What is counted above is filed by rule; how much of it people have judged stands beside it. */
function reviewedOf(filed: Filed): string {
  const all = allOf(filed)
  return all === 0 ? '' : `${all - filed.open} of ${counted(all, 'contradiction')} reviewed`
}

/** Who is compared, and on how many issues there is what. */
export function cardOfComparison({ parties, counts, asOf, topic }: Table): CountsCard {
  const names = listNames(parties.map(({ name }) => isolate(name)))
  return {
    shape: 'counts',
    over: { text: topic.title },
    title: names === '' ? { text: topic.title } : { text: names, direction: 'ltr' },
    counts: [
      of(counts.all, 'issue'),
      ...(parties.length < 2
        ? []
        : [
            { count: counts.conflict, of: 'with a conflict' },
            { count: counts['shared-ground'], of: 'with common ground' },
          ]),
      { count: counts.changed, of: 'with a change' },
    ],
    foot: { text: `${counted(parties.length, 'party', 'parties')} as of ${describeDate(asOf)}` },
  }
}
