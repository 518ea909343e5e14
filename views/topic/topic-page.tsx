import type { PairCounts } from '#server/domain/pair-counts.ts'
import { paths } from '#server/paths.ts'
import { counted } from '../shared/stance.tsx'
import { type TopicRow, describeTopic } from './topic-list.tsx'

interface Named {
  readonly id: number
  readonly slug: string
  readonly name: string
}

interface Question {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly claims: number
  readonly parties: number
}

export interface TopicPageProps {
  readonly topic: TopicRow
  readonly parties: readonly Named[]
  readonly issues: readonly Question[]
  readonly opposed: readonly PairCounts[]
  readonly close: readonly PairCounts[]
  readonly isOwner: boolean
}

/** A topic at a glance: its questions, who is furthest apart and who closest. */
export const TopicPage = ({ topic, parties, issues, opposed, close, isOwner }: TopicPageProps) => (
  <>
    <h1>
      <bdi>{topic.title}</bdi>
    </h1>
    {topic.summary !== null && (
      <p class="lede" dir="auto">
        {topic.summary}
      </p>
    )}
    <p>{describeTopic(topic)}.</p>
    <p class="row">
      <a class="button button-primary" href={paths.compare(topic.slug)}>
        Compare
      </a>
      <a href={paths.contradictions(topic.slug)}>Contradictions</a>
      <a href={paths.compareJson(topic.slug)}>The comparison as JSON</a>
      {isOwner && <a href={paths.newClaim(topic.slug)}>Add a claim</a>}
    </p>
    <h2>Issues</h2>
    <ul class="list">
      {issues.map((issue) => (
        <li>
          <a href={paths.issue(issue)}>
            <bdi>{issue.question}</bdi>
          </a>
          <span class="block small muted">
            {counted(issue.claims, 'claim')} by {counted(issue.parties, 'party', 'parties')}
          </span>
        </li>
      ))}
    </ul>
    <Pairs title="Conflict most" pairs={opposed} parties={parties} topicSlug={topic.slug} of={(p) => `in conflict on ${p.conflicts} of ${counted(p.both, 'issue')} both speak to`} />
    <Pairs title="Share most" pairs={close} parties={parties} topicSlug={topic.slug} of={(p) => `agree or share ground on ${p.common} of ${counted(p.both, 'issue')} both speak to`} />
  </>
)

const Pairs = ({
  title,
  pairs,
  parties,
  topicSlug,
  of,
}: {
  title: string
  pairs: readonly PairCounts[]
  parties: readonly Named[]
  topicSlug: string
  of: (pair: PairCounts) => string
}) => {
  if (pairs.length === 0) return null
  const nameOf = (slug: string) => parties.find((p) => p.slug === slug)?.name ?? slug
  return (
    <>
      <h2>{title}</h2>
      <ul class="list">
        {pairs.slice(0, 5).map((pair) => (
          <li>
            <a href={paths.compare(topicSlug, { p: pair.parties })}>
              <bdi>{nameOf(pair.parties[0])}</bdi> and <bdi>{nameOf(pair.parties[1])}</bdi>
            </a>
            : {of(pair)}
          </li>
        ))}
      </ul>
    </>
  )
}
