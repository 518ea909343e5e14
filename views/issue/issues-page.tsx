import type { IssueKind, Nature } from '#server/domain/claims.ts'
import { paths } from '#server/paths.ts'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'
import { describeIssue } from './issue-view.ts'

interface ListedIssue {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly nature: Nature
  readonly kind: IssueKind
  readonly unit: string | null
  readonly claims: number
  readonly parties: number
}

export interface IssuesPageProps {
  readonly issues: readonly ListedIssue[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly topicSlug: string
  readonly canRecord: boolean
}

export const IssuesPage = (props: IssuesPageProps) => (
  <>
    <h1>Issues</h1>
    {props.canRecord && props.issues.length > 0 && (
      <p>
        <a class="button" href={paths.newIssue(props.topicSlug)}>
          Add an issue
        </a>
      </p>
    )}
    {props.issues.length === 0 ? <NoIssues {...props} /> : <Issues {...props} />}
    <Pagination
      page={props.page}
      pages={props.pages}
      of="issues"
      addressOf={(n) => `${paths.issues(props.topicSlug)}?page=${n}`}
    />
  </>
)

const NoIssues = ({ topicSlug, canRecord }: IssuesPageProps) => (
  <Empty title="No issues yet">
    <p>An issue is one neutral question that parties answer, with its possible answers.</p>
    {canRecord && (
      <p>
        <a href={paths.newIssue(topicSlug)}>Add an issue</a>, or{' '}
        <a href={paths.newClaim(topicSlug)}>a claim</a> together with the issue it is on.
      </p>
    )}
  </Empty>
)

const Issues = ({ issues, total }: IssuesPageProps) => (
  <>
    <p class="muted">{counted(total, 'issue')}, each one neutral question.</p>
    <ul class="list">
      {issues.map((issue) => (
        <li>
          <a href={paths.issue(issue)}>
            <bdi>{issue.question}</bdi>
          </a>
          <span class="block small muted">
            {describeIssue(issue)} {describeClaims(issue)}
          </span>
        </li>
      ))}
    </ul>
  </>
)

const describeClaims = ({ claims, parties }: ListedIssue): string =>
  claims === 0
    ? 'No claims yet.'
    : `${counted(claims, 'claim')} by ${counted(parties, 'party', 'parties')}.`
