import type { Visibility } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import type { ClaimRow } from '../shared/claim-table.tsx'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { Empty } from '../shared/navigation.tsx'
import { StanceText } from '../shared/stance.tsx'
import { type CountedTopic, describeTopic } from '../topic/describe-topic.ts'
import { visibilityTag } from '../topic/visibility.ts'
import { wording } from '../words/wording.ts'

export interface TopicItem extends CountedTopic {
  readonly slug: string
  readonly title: string
  readonly summary: string | null
  readonly visibility: Visibility
  readonly changedAt: Date
}

/** What somebody who is signed in finds first. */
export interface Desk {
  /** Contradictions that wait for the viewer; undefined where they do not review. */
  readonly waiting: number | undefined
  readonly newest: readonly ClaimRow[]
}

/** The first page: what this is, and the topics on record. */
export const HomePage = ({
  topics,
  desk,
}: {
  topics: readonly TopicItem[]
  desk: Desk | undefined
}) => (
  <>
    <h1>{wording().home.heading}</h1>
    <p class="lede">{wording().home.lede}</p>
    {desk?.waiting !== undefined && <Queue waiting={desk.waiting} />}
    {topics.length === 0 ? <NoTopics /> : <Topics topics={topics} />}
    {desk !== undefined && desk.newest.length > 0 && <Newest claims={desk.newest} />}
  </>
)

const Queue = ({ waiting }: { waiting: number }) => (
  <p class="notice">
    {waiting === 0
      ? wording().home.nothingWaits
      : wording().home.waiting(
          waiting,
          <a href={paths.reviewQueue()}>{wording().counts.contradictions(waiting)}</a>,
        )}
  </p>
)

const Topics = ({ topics }: { topics: readonly TopicItem[] }) => (
  <section class="topics" aria-labelledby="topics">
    <h2 id="topics">{wording().home.topics}</h2>
    <ul class="list">
      {topics.map((topic) => (
        <Topic topic={topic} />
      ))}
    </ul>
  </section>
)

const Topic = ({ topic }: { topic: TopicItem }) => (
  <li>
    <h3>
      <a href={paths.topic(topic.slug)}>
        <bdi>{topic.title}</bdi>
      </a>
      {visibilityTag[topic.visibility] !== undefined && (
        <>
          {' '}
          <span class="tag">{visibilityTag[topic.visibility]}</span>
        </>
      )}
    </h3>
    {topic.summary !== null && <p dir="auto">{topic.summary}</p>}
    <p>{describeTopic(topic)}.</p>
    <p class="row small">
      <a href={paths.compare(topic.slug)}>{wording().home.comparePositions(topic.title)}</a>
      <span class="muted">{wording().home.lastChanged(<InstantText at={topic.changedAt} />)}</span>
    </p>
  </li>
)

const NoTopics = () => (
  <Empty title={wording().home.noTopics}>
    <p>{wording().home.howTopicsCome(<code>npm run dossier -- import FILE</code>)}</p>
    <p>
      {wording().home.lookAround(
        <code>npm run dossier -- import db/demo/syria-talks-demo.json</code>,
      )}
    </p>
  </Empty>
)

const Newest = ({ claims }: { claims: readonly ClaimRow[] }) => (
  <section class="topic-part" aria-labelledby="newest">
    <h2 id="newest">{wording().home.newest}</h2>
    <ul class="list">
      {claims.map((claim) => (
        <li>
          <a href={paths.claim(claim)}>
            <bdi>{claim.statement}</bdi>
          </a>
          <span class="block small muted">
            <bdi>{claim.party.name}</bdi>:{' '}
            <StanceText
              stance={claim.stance}
              label={claim.position}
              value={claim.value}
              unit={claim.issue.unit}
            />{' '}
            · <bdi>{claim.issue.question}</bdi> · <DateText date={claim.said} short />
          </span>
        </li>
      ))}
    </ul>
  </section>
)
