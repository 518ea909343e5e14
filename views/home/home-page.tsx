import type { Visibility } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import type { ClaimRow } from '../shared/claim-table.tsx'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { Empty } from '../shared/navigation.tsx'
import { StanceText, counted } from '../shared/stance.tsx'
import { type CountedTopic, describeTopic } from '../topic/describe-topic.ts'
import { visibilityTag } from '../topic/visibility.ts'

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
    <h1>Who stands where</h1>
    <p class="lede">
      Gainsay records what each party to a dispute has said on each question, every claim tied to a
      dated source, and shows where two of them cannot both hold.
    </p>
    {desk?.waiting !== undefined && <Queue waiting={desk.waiting} />}
    {topics.length === 0 ? <NoTopics /> : <Topics topics={topics} />}
    {desk !== undefined && desk.newest.length > 0 && <Newest claims={desk.newest} />}
  </>
)

const Queue = ({ waiting }: { waiting: number }) => (
  <p class="notice">
    {waiting === 0 ? (
      'No contradiction waits for your review.'
    ) : (
      <>
        <a href={paths.reviewQueue()}>{counted(waiting, 'contradiction')}</a>{' '}
        {waiting === 1 ? 'waits' : 'wait'} for your review.
      </>
    )}
  </p>
)

const Topics = ({ topics }: { topics: readonly TopicItem[] }) => (
  <section class="topics" aria-labelledby="topics">
    <h2 id="topics">Topics</h2>
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
      <a href={paths.compare(topic.slug)}>
        Compare positions<span class="visually-hidden"> in {topic.title}</span>
      </a>
      <span class="muted">
        Last changed <InstantText at={topic.changedAt} />
      </span>
    </p>
  </li>
)

const NoTopics = () => (
  <Empty title="No topics yet">
    <p>
      A topic comes in as a dossier, one JSON file: <code>npm run dossier -- import FILE</code>
    </p>
    <p>
      To look around first, load the demonstration:{' '}
      <code>npm run dossier -- import db/demo/syria-talks-demo.json</code>
    </p>
  </Empty>
)

const Newest = ({ claims }: { claims: readonly ClaimRow[] }) => (
  <section class="topic-part" aria-labelledby="newest">
    <h2 id="newest">Recorded last</h2>
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
