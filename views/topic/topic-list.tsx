import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { Empty } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'

export interface TopicRow {
  readonly slug: string
  readonly title: string
  readonly summary: string | null
  readonly visibility: 'public' | 'private'
  readonly parties: number
  readonly issues: number
  readonly claims: number
  readonly contradictions: { readonly open: number; readonly confirmed: number; readonly dismissed: number }
  readonly changedAt: Date
}

/** What a topic holds, in counts. */
export function describeTopic({ parties, issues, claims, contradictions }: TopicRow): string {
  const { open, confirmed, dismissed } = contradictions
  const filed = counted(open + confirmed + dismissed, 'contradiction')
  return `${counted(parties, 'party', 'parties')}, ${counted(issues, 'issue')}, ${counted(claims, 'claim')}; ${filed}, ${open} not settled`
}

/** The first page: what this is, and the topics on record. */
export const HomePage = ({ topics }: { topics: readonly TopicRow[] }) => (
  <>
    <h1>Who stands where</h1>
    <p class="lede">
      What each party to a dispute has said, every claim tied to a quotation in a dated source; laid side
      by side, issue by issue.
    </p>
    {topics.length === 0 ? (
      <Empty title="No topics yet">
        <p>
          Load one from a dossier: <code>npm run dossier -- import FILE</code>
        </p>
      </Empty>
    ) : (
      <ul class="list">
        {topics.map((topic) => (
          <li class="stack">
            <h2>
              <a href={paths.topic(topic.slug)}>
                <bdi>{topic.title}</bdi>
              </a>
            </h2>
            {topic.summary !== null && (
              <p class="lede" dir="auto">
                {topic.summary}
              </p>
            )}
            <p class="small muted">
              {topic.visibility === 'private' ? 'Private. ' : ''}
              {describeTopic(topic)}. Changed <InstantText at={topic.changedAt} />.
            </p>
            <p>
              <a class="button" href={paths.compare(topic.slug)}>
                Compare<span class="visually-hidden"> positions in {topic.title}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    )}
  </>
)
