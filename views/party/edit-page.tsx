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
import { wording } from '../words/wording.ts'
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

const PARTS = ['party', 'observer', 'mentioned'] as const

/** What the page is called. */
export const titleOf = (of: WhoFormProps['of'], isNew: boolean): string =>
  wording().whoForm[isNew ? 'add' : 'edit'][of]

/** The form of a party or of a person, new or on record. */
export const WhoFormPage = (props: WhoFormProps) => {
  const { of, isNew, historyAt, notice, errors } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <Notice of={of} notice={notice} />
      <h1>{titleOf(of, isNew)}</h1>
      {historyAt !== undefined && <p class="lede">{wording().claimForm.editLede(historyAt)}</p>}
      <form class="form issue-form" method="post" action={props.action} novalidate>
        {/* Enter in a field saves: the first button of a form is the one it presses. */}
        <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
          {wording().whoForm.saveByEnter}
        </button>
        <FormToken viewer={props.viewer} />
        {of === 'party' ? <PartyFields {...props} /> : <PersonFields {...props} />}
        {!isNew && <WhyPart {...props} />}
        <div class="actions">
          <button class="button-primary" name="step" value="save">
            {isNew ? wording().whoForm.save[of] : wording().claimForm.saveChanges}
          </button>
          <a href={props.cancel}>{wording().claimForm.cancel}</a>
        </div>
      </form>
    </>
  )
}

const Notice = ({ of, notice }: Pick<WhoFormProps, 'of' | 'notice'>): Child => {
  if (notice === undefined) return null
  if (notice.says === 'stale') return <StaleNotice what={of} changes={notice.changes} />
  return (
    <FocusedNotice title={wording().whoForm.duplicate[of]}>
      <p>
        {wording().whoForm.sameName} <a href={notice.href}>{wording().whoForm.see[of]}</a>
      </p>
    </FocusedNotice>
  )
}

const Names = ({ values, errors, of }: WhoFormProps) => (
  <>
    <TextField
      name="name"
      label={wording().whoForm.name}
      value={valueOf(values, 'name')}
      maxLength={300}
      errors={errors}
    />
    {of === 'party' && (
      <TextField
        name="kind"
        label={wording().whoForm.kind}
        hint={wording().whoForm.kindHint}
        width="medium"
        value={valueOf(values, 'kind')}
        maxLength={200}
        errors={errors}
      />
    )}
    <TextArea
      name="aliases"
      label={wording().whoForm.aliases}
      hint={wording().whoForm.aliasesHint}
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
    label={wording().whoForm.wikidata}
    hint={wording().whoForm.wikidataHint}
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
        label={wording().whoForm.part}
        options={PARTS.map((value) => ({ value, ...wording().whoForm.parts[value] }))}
        value={valueOf(values, 'part')}
        errors={errors}
      />
      <TextField
        name="iso3166"
        label={wording().whoForm.iso3166}
        hint={wording().whoForm.iso3166Hint()}
        optional
        width="short"
        value={valueOf(values, 'iso3166')}
        errors={errors}
      />
      <Wikidata {...props} />
      <Rows {...props} of="names" title={wording().whoForm.names} add={wording().whoForm.addName}>
        {(n) => {
          const names = nameNames(n)
          return (
            <>
              <TextField
                name={names.language}
                label={wording().whoForm.language}
                hint={wording().whoForm.languageHint()}
                optional
                value={valueOf(values, names.language)}
                errors={errors}
              />
              <TextField
                name={names.text}
                label={wording().whoForm.nameInIt}
                optional
                value={valueOf(values, names.text)}
                errors={errors}
              />
            </>
          )
        }}
      </Rows>
      <Rows
        {...props}
        of="members"
        title={wording().whoForm.members}
        add={wording().whoForm.addMembership}
      >
        {(n) => {
          const names = memberNames(n)
          return (
            <>
              <PartySelect {...props} name={names.party} label={wording().whoForm.coalition} />
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
    <Rows {...props} of="roles" title={wording().whoForm.roles} add={wording().whoForm.addRole}>
      {(n) => {
        const names = roleNames(n)
        return (
          <>
            <PartySelect {...props} name={names.party} label={wording().whoForm.speaksFor} />
            <TextField
              name={names.title}
              label={wording().whoForm.role}
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
    prompt={wording().whoForm.chooseParty}
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
      label={wording().whoForm.from}
      hint={wording().whoForm.fromHint}
      optional
      value={valueOf(values, from)}
      errors={errors}
    />
    <TextField
      name={to}
      label={wording().whoForm.to}
      hint={wording().whoForm.toHint}
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
        <div class="name-row" role="group" aria-label={wording().whoForm.numbered(title, i + 1)}>
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
        <p class="hint">{wording().whoForm.takes(MOST_ROWS)}</p>
      )}
    </section>
  )
}
