import type { Child } from 'hono/jsx'
import type { RecordChoices } from '#server/domain/new-claim.ts'
import type { RestatableChoice } from '#server/domain/restatements.ts'
import { type FieldErrors, type FieldValues, valueOf } from '../shared/fields.tsx'
import { ADD } from './fields.ts'

/** What the parts of the form show: what can be chosen, what was typed, what is wrong with it. */
export interface ClaimFormState {
  /** The address the form lives at. */
  readonly action: string
  readonly choices: RecordChoices
  readonly values: FieldValues
  readonly errors: FieldErrors
  /** Where the reader goes on after a step. */
  readonly focus?:
    | { readonly on: 'position' }
    | { readonly on: 'restates' }
    | { readonly on: 'citation'; readonly n: number }
    | undefined
  /** What the claim may restate; undefined while the form does not say on which side it is. */
  readonly restatable?: readonly RestatableChoice[] | undefined
  /** Citations beyond those that the form shows; they are kept as they are. */
  readonly keptCitations?: number | undefined
}

/** What is added beside a choice; open when anything is in it. */
export const AddNew = ({
  form,
  names,
  summary,
  children,
}: {
  form: ClaimFormState
  names: readonly string[]
  summary: string
  children?: Child
}) => (
  <details class="add-new" open={names.some((n) => isTouched(form, n))}>
    <summary>{summary}</summary>
    {children}
  </details>
)

const isTouched = ({ values, errors }: ClaimFormState, name: string): boolean =>
  valueOf(values, name) !== '' || errors[name] !== undefined

/** The list of things to choose from, with the choice of something new at its end. */
export const withNew = (
  options: readonly { value: string; label: string }[],
  label: string,
): { value: string; label: string }[] => [...options, { value: ADD, label }]
