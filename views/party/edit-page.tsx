import type { Child } from 'hono/jsx'
import { type FieldChange, FocusedNotice, StaleNotice } from '../claim/claim-form-page.tsx'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  Radios,
  Select,
  TextArea,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { MOST_ROWS, memberNames, nameNames, roleNames, rowsOf } from './form-fields.ts'
import { WhyPart } from '../shared/why-part.tsx'

/** What keeps a form that is in order from being saved. */
export type WhoNotice =
  | { readonly says: 'duplicate'; readonly href: string }
  | { readonly says: 'stale'; readonly changes: readonly FieldChange[] }

export interface WhoFormProps {
  readonly of: 'party' | 'person'
  readonly isNew: boolean
  readonly action: string
  readonly cancel: string
  /** The path of its history, where it has one. */
  readonly historyAt?: string | undefined
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly notice?: WhoNotice | undefined
  readonly viewer: { readonly csrf: string } | undefined
}

/** The form of a party or of a person, new or on record. */
export const WhoFormPage = (props: WhoFormProps) => {
  const { of, isNew, historyAt, notice, errors } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <Notice of={of} notice={notice} />
      <h1>{`${isNew ? 'Add a' : 'Edit'} ${of}`}</h1>
      {historyAt !== undefined && (
        <p class="lede">
          The earlier version stays in the <a href={historyAt}>history</a>.
        </p>
      )}
      <form class="form issue-form" method="post" action={props.action} novalidate>
        {/* Enter in a field saves: the first button of a form is the one it presses. */}
        <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
          Save
        </button>
        <FormToken viewer={props.viewer} />
        {of === 'party' ? <PartyFields {...props} /> : <PersonFields {...props} />}
        {!isNew && <WhyPart {...props} />}
        <div class="actions">
          <button class="button-primary" name="step" value="save">
            {isNew ? `Save ${of}` : 'Save changes'}
          </button>
          <a href={props.cancel}>Cancel</a>
        </div>
      </form>
    </>
  )
}

const Notice = ({ of, notice }: Pick<WhoFormProps, 'of' | 'notice'>): Child => {
  if (notice === undefined) return null
  if (notice.says === 'stale') return <StaleNotice what={of} changes={notice.changes} />
  return (
    <FocusedNotice title={`This ${of} is on record already`}>
      <p>
        One has this name, so nothing was saved. <a href={notice.href}>See the {of}</a>
      </p>
    </FocusedNotice>
  )
}

const Names = ({ values, errors, of }: WhoFormProps) => (
  <>
    <TextField
      name="name"
      label="Name"
      value={valueOf(values, 'name')}
      maxLength={300}
      errors={errors}
    />
    {of === 'party' && (
      <TextField
        name="kind"
        label="Kind"
        hint="State, government, armed group, company, newspaper."
        width="medium"
        value={valueOf(values, 'kind')}
        maxLength={200}
        errors={errors}
      />
    )}
    <TextArea
      name="aliases"
      label="Also called"
      hint="One name a line."
      optional
      rows={3}
      value={valueOf(values, 'aliases')}
      errors={errors}
    />
  </>
)

const Wikidata = ({ values, errors }: WhoFormProps) => (
  <TextField
    name="wikidata"
    label="Wikidata"
    hint="Q and digits, such as Q159. It tells that this is who another topic means."
    optional
    width="short"
    value={valueOf(values, 'wikidata')}
    errors={errors}
  />
)

const PartyFields = (props: WhoFormProps) => {
  const { values, errors } = props
  return (
    <>
      <Names {...props} />
      <Radios
        name="part"
        label="Part in the dispute"
        options={[
          { value: 'party', label: 'Party to the dispute' },
          { value: 'observer', label: 'Observer', hint: 'A newspaper, a monitor, a court.' },
          {
            value: 'mentioned',
            label: 'Only mentioned',
            hint: 'Left out of comparisons unless asked for.',
          },
        ]}
        value={valueOf(values, 'part')}
        errors={errors}
      />
      <TextField
        name="iso3166"
        label="ISO 3166"
        hint="Of a state: two letters, such as US."
        optional
        width="short"
        value={valueOf(values, 'iso3166')}
        errors={errors}
      />
      <Wikidata {...props} />
      <Rows {...props} of="names" title="Names in other languages" add="Add a name">
        {(n) => {
          const names = nameNames(n)
          return (
            <>
              <TextField
                name={names.language}
                label="Language"
                hint="Such as ar, ru or zh-Hant."
                optional
                value={valueOf(values, names.language)}
                errors={errors}
              />
              <TextField
                name={names.text}
                label="Name in it"
                optional
                value={valueOf(values, names.text)}
                errors={errors}
              />
            </>
          )
        }}
      </Rows>
      <Rows {...props} of="members" title="Member of" add="Add a membership">
        {(n) => {
          const names = memberNames(n)
          return (
            <>
              <PartySelect {...props} name={names.party} label="Coalition" />
              <PeriodFields {...props} {...names} />
            </>
          )
        }}
      </Rows>
    </>
  )
}

const PersonFields = (props: WhoFormProps) => (
  <>
    <Names {...props} />
    <Wikidata {...props} />
    <Rows {...props} of="roles" title="Roles" add="Add a role">
      {(n) => {
        const names = roleNames(n)
        return (
          <>
            <PartySelect {...props} name={names.party} label="Speaks for" />
            <TextField
              name={names.title}
              label="Role"
              optional
              value={valueOf(props.values, names.title)}
              maxLength={300}
              errors={props.errors}
            />
            <PeriodFields {...props} {...names} />
          </>
        )
      }}
    </Rows>
  </>
)

const PartySelect = ({
  parties,
  values,
  errors,
  name,
  label,
}: WhoFormProps & { name: string; label: string }) => (
  <Select
    name={name}
    label={label}
    prompt="Choose a party"
    optional
    options={parties.map((p) => ({ value: p.slug, label: p.name }))}
    value={valueOf(values, name)}
    errors={errors}
  />
)

const PeriodFields = ({
  values,
  errors,
  from,
  to,
}: WhoFormProps & { from: string; to: string }) => (
  <>
    <TextField
      name={from}
      label="From"
      hint="2013-02-01, 2013-02 or 2013."
      optional
      value={valueOf(values, from)}
      errors={errors}
    />
    <TextField
      name={to}
      label="Until"
      hint="Empty while it lasts."
      optional
      value={valueOf(values, to)}
      errors={errors}
    />
  </>
)

const Rows = ({
  values,
  of,
  title,
  add,
  children,
}: Omit<WhoFormProps, 'of'> & {
  of: 'names' | 'members' | 'roles'
  title: string
  add: string
  children: (n: number) => Child
}) => {
  const rows = rowsOf(valueOf(values, of))
  return (
    <section class="form-part" aria-labelledby={`${of}-part`}>
      <h2 id={`${of}-part`}>{title}</h2>
      <input type="hidden" name={of} value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => (
        <div class="name-row" role="group" aria-label={`${title}: ${i + 1}`}>
          {children(i + 1)}
        </div>
      ))}
      {rows < MOST_ROWS ? (
        <p>
          <button name="step" value={`add-${of}`} id={`add-${of}`}>
            {add}
          </button>
        </p>
      ) : (
        <p class="hint">This form takes {MOST_ROWS} of them.</p>
      )}
    </section>
  )
}
