import type { Child } from 'hono/jsx'

/** The first page. */
export const home = {
  title: 'Topics',
  description: 'Who stands where in a dispute: sourced claims, side by side.',
  heading: 'Who stands where',
  lede: 'Gainsay records what each party to a dispute has said on each question, every claim tied to a dated source, and shows where two of them cannot both hold.',
  nothingWaits: 'No contradiction waits for your review.',
  /** @param counted - how many contradictions, as a link to the queue */
  waiting: (n: number, counted: Child) => (
    <>
      {counted} {n === 1 ? 'waits' : 'wait'} for your review.
    </>
  ),
  topics: 'Topics',
  comparePositions: (topic: Child) => (
    <>
      Compare positions<span class="visually-hidden"> in {topic}</span>
    </>
  ),
  lastChanged: (when: Child) => <>Last changed {when}</>,
  noTopics: 'No topics yet',
  /** @param command - what to type */
  howTopicsCome: (command: Child) => <>A topic comes in as a dossier, one JSON file: {command}</>,
  lookAround: (command: Child) => <>To look around first, load the demonstration: {command}</>,
  newest: 'Recorded last',
}
