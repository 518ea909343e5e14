import type { Child } from 'hono/jsx'

/** The history of all topics together. */
export const allHistory = {
  title: 'History of all topics',
  lede: 'Who recorded, changed and decided what, in every topic that you can see. Each topic has a history of its own, with what it takes to check it.',
  topic: 'Topic',
  allTopics: 'All topics',
  from: 'From day',
  to: 'To day',
  newestFirst: 'The newest first.',
  /** After "Entry 12". */
  inTopic: (topic: Child) => <>in {topic}</>,
  narrowedTo: (thing: Child) => <>Only what was done to {thing}.</>,
  oneContradiction: 'one contradiction',
  everyThing: 'Show what was done to everything',
  older: 'Older entries',
  newest: 'The newest entries',
}
