import type { Child } from 'hono/jsx'
import { FormToken, valueOf } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { CitationsPart } from './citation-fields.tsx'
import type { ClaimFormState } from './form-state.tsx'
import { IssueFields } from './issue-fields.tsx'
import { PositionPart } from './position-fields.tsx'
import { RestatesPart } from './restates-fields.tsx'
import { StatementFields } from './statement-fields.tsx'
import { WhoFields } from './who-fields.tsx'

export interface ClaimFormProps extends ClaimFormState {
  readonly viewer: { readonly csrf: string } | undefined
  readonly submit: string
  readonly cancel: string
  /** Offer to save although it looks like a claim on record. */
  readonly offersAnyway?: boolean | undefined
  readonly children?: Child
}

/** The form's id, for buttons that stand outside it. */
export const CLAIM_FORM = 'claim-form'

/** A claim's whole form. Enter in a field saves: the first button of a form is the one it presses. */
export const ClaimForm = ({
  viewer,
  submit,
  cancel,
  offersAnyway,
  children,
  ...form
}: ClaimFormProps) => (
  <form class="form claim-form" id={CLAIM_FORM} method="post" action={form.action} novalidate>
    <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
      {submit}
    </button>
    <FormToken viewer={viewer} />
    <input type="hidden" name="key" value={valueOf(form.values, 'key')} />
    {valueOf(form.values, 'next') !== '' && (
      <input type="hidden" name="next" value={valueOf(form.values, 'next')} />
    )}
    <WhoFields {...form} />
    <IssueFields {...form} />
    <PositionPart {...form} />
    <StatementFields {...form} />
    <RestatesPart {...form} />
    <CitationsPart {...form} />
    {children}
    <div class="actions">
      <button class="button-primary" name="step" value="save">
        {submit}
      </button>
      {offersAnyway === true && (
        <button name="step" value="save-anyway">
          {wording().claimForm.saveAnyway}
        </button>
      )}
      <a href={cancel}>{wording().claimForm.cancel}</a>
    </div>
  </form>
)

/** The one part that a step changes: all that htmx swaps. */
export function partOfForm(form: ClaimFormState): Child {
  if (form.focus?.on === 'citation') return <CitationsPart {...form} />
  return form.focus?.on === 'restates' ? (
    <RestatesPart {...form} focus={undefined} />
  ) : (
    <PositionPart {...form} focus={undefined} />
  )
}
