import type { IssueKind, Nature } from '#server/domain/claims.ts'
import { paths } from '#server/paths.ts'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
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
    <h1>{wording().issue.issues}</h1>
    {props.canRecord && props.issues.length > 0 && (
      <p>
        <a class="button" href={paths.newIssue(props.topicSlug)}>
          {wording().issue.add}
        </a>
      </p>
    )}
    {props.issues.length === 0 ? <NoIssues {...props} /> : <Issues {...props} />}
    <Pagination
      page={props.page}
      pages={props.pages}
      of={wording().issue.pagesOfIssues}
      addressOf={(n) => `${paths.issues(props.topicSlug)}?page=${n}`}
    />
  </>
)

const NoIssues = ({ topicSlug, canRecord }: IssuesPageProps) => (
  <Empty title={wording().issue.noIssues}>
    <p>{wording().issue.whatIssuesAre}</p>
    {canRecord && (
      <p>
        {wording().issue.addOne(
          (text) => (
            <a href={paths.newIssue(topicSlug)}>{text}</a>
          ),
          (text) => (
            <a href={paths.newClaim(topicSlug)}>{text}</a>
          ),
        )}
      </p>
    )}
  </Empty>
)

const Issues = ({ issues, total }: IssuesPageProps) => (
  <>
    <p class="muted">{wording().issue.listed(total)}</p>
    <ul class="list">
      {issues.map((issue) => (
        <li>
          <a href={paths.issue(issue)}>
            <bdi>{issue.question}</bdi>
          </a>
          <span class="block small muted">
            {describeIssue(issue)} {wording().issue.claimsBy(issue.claims, issue.parties)}
          </span>
        </li>
      ))}
    </ul>
  </>
)
