import type { IssueKind, Nature } from '#server/domain/claims.ts'
import { paths } from '#server/paths.ts'
import { Empty } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'

interface ListedIssue {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly nature: Nature
  readonly kind: IssueKind
  readonly claims: number
  readonly parties: number
}

export const IssuesPage = ({
  issues,
  topicSlug,
  isOwner,
}: {
  issues: readonly ListedIssue[]
  topicSlug: string
  isOwner: boolean
}) => (
  <>
    <h1>Issues</h1>
    {issues.length === 0 ? (
      <Empty title="No issues yet">
        <p>An issue is one neutral question. It is made together with the first claim on it.</p>
        {isOwner && (
          <p>
            <a href={paths.newClaim(topicSlug)}>Add a claim</a>
          </p>
        )}
      </Empty>
    ) : (
      <ul class="list">
        {issues.map((issue) => (
          <li>
            <a class="strong" href={paths.issue(issue)}>
              <bdi>{issue.question}</bdi>
            </a>
            <span class="block small muted">
              {issue.nature}, {issue.kind} · {counted(issue.claims, 'claim')} by {counted(issue.parties, 'party', 'parties')}
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
)
