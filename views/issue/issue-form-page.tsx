import type { Child } from 'hono/jsx'
import { paths } from '#server/paths.ts'
import { FocusedNotice, StaleNotice } from '../claim/claim-form-page.tsx'
import { ErrorSummary } from '../shared/fields.tsx'
import { IssueForm, type IssueFormProps } from './issue-form.tsx'

/** What keeps a form that is in order from being saved. */
export type IssueNotice =
  | { readonly says: 'duplicate'; readonly href: string }
  | {
      readonly says: 'stale'
      readonly changes: readonly {
        readonly name: string
        readonly typed: string
        readonly saved: string
        readonly isKept: boolean
      }[]
    }

export interface IssueFormPageProps extends IssueFormProps {
  readonly notice?: IssueNotice | undefined
  /** The issue on record; undefined for a new one. */
  readonly issue?: { readonly id: number; readonly slug: string } | undefined
}

/** The form of an issue, new or on record. */
export const IssueFormPage = ({ notice, issue, ...form }: IssueFormPageProps) => (
  <>
    <ErrorSummary errors={form.errors} />
    <Notice notice={notice} />
    <h1>{issue === undefined ? 'Add an issue' : 'Edit issue'}</h1>
    {issue === undefined ? (
      <p class="lede">
        An issue is one neutral question that parties answer, with its possible answers and how
        these bear on each other.
      </p>
    ) : (
      <p class="lede">
        The earlier version stays in the <a href={paths.issueHistory(issue)}>history</a>.
      </p>
    )}
    <IssueForm {...form} />
  </>
)

const Notice = ({ notice }: { notice: IssueNotice | undefined }): Child => {
  if (notice === undefined) return null
  if (notice.says === 'stale') return <StaleNotice what="issue" changes={notice.changes} />
  return (
    <FocusedNotice title="This issue is on record already">
      <p>
        The same question is asked, so nothing was saved. <a href={notice.href}>See the issue</a>
      </p>
    </FocusedNotice>
  )
}

/** An issue that has more than its form can hold. */
export const TooLargePage = ({
  issue,
}: {
  issue: { readonly id: number; readonly slug: string }
}) => (
  <>
    <h1>Edit issue</h1>
    <p>
      This issue has more positions, or more names that parties use, than a form can hold. It is
      changed by importing a dossier: download the topic’s, change the issue in it and import it.
    </p>
    <p>
      <a href={paths.issue(issue)}>Back to the issue</a>
    </p>
  </>
)
