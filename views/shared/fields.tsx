import type { Child } from 'hono/jsx'
import { KEY_FIELD } from '#server/domain/idempotency.ts'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'

/** What was typed, by field; a field may have several values (checkboxes). */
export type FieldValues = ReadonlyMap<string, readonly string[]>

/** Messages by field; '' holds what is wrong with the form as a whole. */
export type FieldErrors = Readonly<Record<string, readonly string[] | undefined>>

export const noValues: FieldValues = new Map()
export const noErrors: FieldErrors = {}

/** The value of a field that holds one, '' when it was not given. */
export const valueOf = (values: FieldValues, name: string): string => values.get(name)?.[0] ?? ''

/** Values to start a form with, from a plain object. */
export const startValues = (
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): FieldValues =>
  new Map(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? [value] : value] as const],
    ),
  )

/** A field of one of these names hides the form's own property from scripts; htmx then sends nothing. */
const HIDING = new Set([
  'form',
  'action',
  'method',
  'target',
  'submit',
  'reset',
  'elements',
  'length',
  'id',
  'attributes',
  'children',
  'closest',
  'matches',
])

/**
 * The id of a field's control: stable, so that focus survives a swap and links can name it.
 * @throws {Error} for a name that would hide a property of the form, such as `form`
 */
export function fieldId(name: string): string {
  if (HIDING.has(name))
    throw new Error(`A field cannot be named “${name}”: it would hide form.${name} from htmx`)
  return `f-${name}`
}

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly errors?: FieldErrors | undefined
  /** Said in words beside the label; fields are required unless this is set. */
  readonly optional?: boolean | undefined
}

const describedBy = ({ name, hint, errors }: FieldProps): string | undefined => {
  const ids = [
    ...(hint === undefined ? [] : [`${fieldId(name)}-hint`]),
    ...(errors?.[name] === undefined ? [] : [`${fieldId(name)}-error`]),
  ]
  return ids.length === 0 ? undefined : ids.join(' ')
}

const Hint = ({ name, hint }: FieldProps) =>
  hint === undefined ? null : (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )

const Messages = ({ name, errors }: FieldProps) => {
  const messages = errors?.[name]
  if (messages === undefined) return null
  return (
    <p class="error-message" id={`${fieldId(name)}-error`}>
      <span class="visually-hidden">{wording().shared.error}</span>
      {messages.map(translated).join(' ')}
    </p>
  )
}

const Label = ({ name, label, optional }: FieldProps) => (
  <label for={fieldId(name)}>
    {label}
    {optional === true && <span class="optional"> {wording().shared.optional}</span>}
  </label>
)

/** Label, hint and messages around one control; the control gets what ties it to them. */
const Around = ({ field, children }: { field: FieldProps; children?: Child }) => (
  <div class={`field${field.errors?.[field.name] === undefined ? '' : ' has-error'}`}>
    <Label {...field} />
    <Hint {...field} />
    <Messages {...field} />
    {children}
  </div>
)

const control = (field: FieldProps) => ({
  id: fieldId(field.name),
  name: field.name,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.errors?.[field.name] === undefined ? undefined : ('true' as const),
})

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'url' | 'search' | 'date' | 'number' | 'email' | 'password' | undefined
  /** How long the answer usually is. */
  readonly width?: 'short' | 'medium' | 'full' | undefined
  readonly maxLength?: number | undefined
  readonly autocomplete?: string | undefined
  readonly list?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** The field to go on with. */
  readonly autofocus?: boolean | undefined
}

/** An enumerated attribute: a boolean false would leave it out, which means true. */
const unchecked: Record<string, string> = { spellcheck: 'false' }

/** One line. Its direction follows what is typed. */
export const TextField = ({
  value = '',
  type = 'text',
  width = 'full',
  maxLength,
  autocomplete,
  list,
  spellcheck,
  autofocus,
  ...field
}: TextFieldProps) => (
  <Around field={field}>
    <input
      {...control(field)}
      class={`width-${width}`}
      type={type}
      value={value}
      dir={type === 'text' || type === 'search' ? 'auto' : undefined}
      maxlength={maxLength}
      autocomplete={autocomplete}
      list={list}
      autofocus={autofocus}
      {...(spellcheck === false ? unchecked : {})}
    />
  </Around>
)

/** A file. What was chosen cannot be shown again: forms that come back have to say what they took. */
export const FileField = ({ accept, ...field }: FieldProps & { accept: string }) => (
  <Around field={field}>
    <input {...control(field)} type="file" accept={accept} />
  </Around>
)

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
  /** The words of somebody else: set in the serif. */
  readonly quoted?: boolean | undefined
}

/** Several lines. The parser drops one line feed after the tag, so one more is written. */
export const TextArea = ({ value = '', rows = 4, maxLength, quoted, ...field }: TextAreaProps) => (
  <Around field={field}>
    <textarea
      {...control(field)}
      class={quoted === true ? 'quoted' : undefined}
      rows={rows}
      dir="auto"
      maxlength={maxLength}
    >
      {`\n${value}`}
    </textarea>
  </Around>
)

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: Child
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  /** A first option with no value, e.g. "Choose a party". */
  readonly prompt?: string | undefined
  /** The key that leads to it from every `data-keys` region of the page. */
  readonly shortcut?: string | undefined
}

export const Select = ({ options, value = '', prompt, shortcut, ...field }: SelectProps) => (
  <Around field={field}>
    <select
      {...control(field)}
      data-key={shortcut}
      data-from={shortcut === undefined ? undefined : 'any'}
    >
      {prompt !== undefined && <option value="">{prompt}</option>}
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </Around>
)

export interface ChoicesProps extends FieldProps {
  readonly options: readonly Option[]
  readonly values?: readonly string[] | undefined
  readonly inline?: boolean | undefined
}

/** The first choice carries the field's own id, so that the error summary leads to it. */
const Choices = ({
  kind,
  options,
  values = [],
  inline,
  ...field
}: ChoicesProps & { kind: 'radio' | 'checkbox' }) => (
  <fieldset
    class={`field${field.errors?.[field.name] === undefined ? '' : ' has-error'}`}
    aria-describedby={describedBy(field)}
  >
    <legend>
      {field.label}
      {field.optional === true && <span class="optional"> {wording().shared.optional}</span>}
    </legend>
    <Hint {...field} />
    <Messages {...field} />
    <div class={inline === true ? 'choices choices-inline' : 'choices'}>
      {options.map((option, i) => (
        <Choice
          kind={kind}
          name={field.name}
          option={option}
          isChosen={values.includes(option.value)}
          id={i === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${i + 1}`}
        />
      ))}
    </div>
  </fieldset>
)

const Choice = ({
  kind,
  name,
  option,
  isChosen,
  id,
}: {
  kind: 'radio' | 'checkbox'
  name: string
  option: Option
  isChosen: boolean
  id: string
}) => (
  <div class="choice">
    <input
      type={kind}
      id={id}
      name={name}
      value={option.value}
      checked={isChosen}
      aria-describedby={option.hint === undefined ? undefined : `${id}-hint`}
    />
    <label for={id}>{option.label}</label>
    {option.hint !== undefined && (
      <p class="hint" id={`${id}-hint`}>
        {option.hint}
      </p>
    )}
  </div>
)

export const Radios = (props: Omit<ChoicesProps, 'values'> & { value?: string | undefined }) => (
  <Choices kind="radio" {...props} values={props.value === undefined ? [] : [props.value]} />
)

export const Checkboxes = (props: ChoicesProps) => <Choices kind="checkbox" {...props} />

/**
 * Into every form that changes something; nothing for readers, who have no session to protect, and whose
 * pages are the same for all.
 */
export const FormToken = ({ viewer }: { viewer: { readonly csrf: string } | undefined }) =>
  viewer === undefined ? null : (
    <>
      <input type="hidden" name="csrf" value={viewer.csrf} />
      <FormKey />
    </>
  )

/**
 * What makes sending a form twice safe: another key each time that a form is made, also of two on one
 * page, which may lead to one address.
 */
export const FormKey = () => <input type="hidden" name={KEY_FIELD} value={crypto.randomUUID()} />

/** What was typed, to be sent again with what else a form asks. */
export const HiddenValues = ({ values }: { values: FieldValues }) => (
  <>
    {[...values].flatMap(([name, all]) =>
      all.map((value) => <input type="hidden" name={name} value={value} />),
    )}
  </>
)

/**
 * What has to be fixed, at the top of the page, each message a link to its field (the GOV.UK pattern).
 * gainsay.js moves the focus here; without it the heading is the first thing in main.
 */
export const ErrorSummary = ({ errors }: { errors: FieldErrors }) => {
  const all = Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ name, message: translated(message) })),
  )
  if (all.length === 0) return null
  return (
    <div
      class="error-summary"
      id="error-summary"
      role="alert"
      tabindex={-1}
      data-error-summary
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{wording().common.thereIsAProblem}</h2>
      <ul>
        {all.map(({ name, message }) => (
          <li>{name === '' ? message : <a href={`#${fieldId(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
