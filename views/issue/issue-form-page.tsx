import type { Child } from 'hono/jsx'
import { paths } from '#server/paths.ts'
import { FocusedNotice, StaleNotice } from '../claim/claim-form-page.tsx'
import { ErrorSummary } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
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
    <h1>{issue === undefined ? wording().issueForm.add : wording().issueForm.edit}</h1>
    <p class="lede">
      {issue === undefined
        ? wording().issueForm.addLede
        : wording().issueForm.editLede(paths.issueHistory(issue))}
    </p>
    <IssueForm {...form} />
  </>
)

const Notice = ({ notice }: { notice: IssueNotice | undefined }): Child => {
  if (notice === undefined) return null
  if (notice.says === 'stale') return <StaleNotice what="issue" changes={notice.changes} />
  return (
    <FocusedNotice title={wording().issueForm.duplicate}>
      <p>
        {wording().issueForm.duplicateOf((text) => (
          <a href={notice.href}>{text}</a>
        ))}
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
    <h1>{wording().issueForm.edit}</h1>
    <p>{wording().issueForm.tooLarge}</p>
    <p>
      <a href={paths.issue(issue)}>{wording().issueForm.back}</a>
    </p>
  </>
)
