import type { IssueKind } from '#server/domain/claims.ts'
import { letterOf } from '#server/domain/letters.ts'
import type { ChosenIssue } from '#server/domain/new-claim.ts'
import { Checkboxes, Radios, TextField, valueOf } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { AddNew, type ClaimFormState } from './form-state.tsx'
import { ADD } from './fields.ts'

/** What the chosen issue asks for, or the new one as far as it is described. */
interface Asked {
  readonly kind: IssueKind
  readonly unit?: string | undefined
  readonly exclusive: boolean
  readonly positions: ChosenIssue['positions']
}

function findAsked({ choices, values }: ClaimFormState): Asked | undefined {
  const chosen = choices.issues.find((i) => i.slug === valueOf(values, 'issue'))
  if (chosen !== undefined) return chosen
  const kind = valueOf(values, 'issue-kind') as IssueKind | ''
  if (kind === '') return undefined
  return { kind, unit: valueOf(values, 'issue-unit'), exclusive: kind === 'options', positions: [] }
}

/**
 * The position or value: the part that depends on the issue. It carries its own id, so the answer to
 * a step is this element.
 */
export const PositionPart = (form: ClaimFormState) => {
  const asked = findAsked(form)
  return (
    <section class="form-part" id="claim-position" aria-labelledby="position-title">
      <h2 id="position-title" tabindex={-1} autofocus={form.focus?.on === 'position'}>
        {wording().claimForm.position}
      </h2>
      {asked === undefined ? <NothingAsked /> : <Answer form={form} asked={asked} />}
      <Unshown form={form} asked={asked} />
      <p>
        <button
          name="step"
          value="positions"
          id="show-positions"
          hx-post={form.action}
          hx-target="#claim-position"
          hx-swap="outerHTML"
        >
          {wording().claimForm.showPositions}
        </button>
      </p>
    </section>
  )
}

const NothingAsked = () => <p class="muted">{wording().claimForm.nothingAsked}</p>

const isValued = ({ kind }: Asked): boolean => kind === 'quantity' || kind === 'date'

const Answer = ({ form, asked }: { form: ClaimFormState; asked: Asked }) =>
  isValued(asked) ? (
    <ValueFields form={form} asked={asked} />
  ) : (
    <PositionFields form={form} asked={asked} />
  )

/** What was typed for another kind of issue stays in the form, in case the reader comes back to it. */
const Unshown = ({ form, asked }: { form: ClaimFormState; asked: Asked | undefined }) => {
  const valueNames = ['min', 'max']
  const positionNames = ['position', 'position-label', 'position-entails', 'position-excludes']
  const names =
    asked === undefined
      ? [...valueNames, ...positionNames]
      : isValued(asked)
        ? positionNames
        : valueNames
  return (
    <>
      {names.flatMap((name) =>
        (form.values.get(name) ?? [])
          .filter((value) => value !== '' && value !== ADD)
          .map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  )
}

const ValueFields = ({ form, asked }: { form: ClaimFormState; asked: Asked }) => {
  const isDate = asked.kind === 'date'
  const words = wording().claimForm
  const what = isDate ? words.days : words.value
  return (
    <fieldset class="value-fields">
      <legend>
        {asked.unit === undefined || asked.unit === '' ? what : words.valueIn(what, asked.unit)}
      </legend>
      <p class="hint">{words.valueHint}</p>
      <div class="row">
        <TextField
          name="min"
          label={isDate ? words.from : words.atLeast}
          optional
          width="short"
          spellcheck={false}
          {...(isDate ? { hint: words.such('2016-01-31') } : {})}
          value={valueOf(form.values, 'min')}
          errors={form.errors}
        />
        <TextField
          name="max"
          label={isDate ? words.to : words.atMost}
          optional
          width="short"
          spellcheck={false}
          {...(isDate ? { hint: words.such('2016-12-31') } : {})}
          value={valueOf(form.values, 'max')}
          errors={form.errors}
        />
      </div>
    </fieldset>
  )
}

const PositionFields = ({ form, asked }: { form: ClaimFormState; asked: Asked }) => {
  if (asked.kind === 'yes-no' && asked.positions.length < 2)
    return <YesNo form={form} asked={asked} />
  if (asked.positions.length === 0) return <PositionLabel form={form} />
  return (
    <>
      <Radios
        name="position"
        label={wording().claimForm.about}
        options={[
          ...asked.positions.map(({ slug, label }, i) => ({
            value: slug,
            label: wording().claimForm.lettered(letterOf(i), label),
          })),
          { value: '', label: wording().claimForm.declined },
          { value: ADD, label: wording().claimForm.anotherPosition },
        ]}
        value={form.values.has('position') ? valueOf(form.values, 'position') : undefined}
        errors={form.errors}
      />
      <NewPosition form={form} asked={asked} />
    </>
  )
}

const YesNo = ({ form, asked }: { form: ClaimFormState; asked: Asked }) => {
  const [only] = asked.positions
  return (
    <>
      {only !== undefined && <input type="hidden" name="position" value={only.slug} />}
      <p>
        {only === undefined
          ? wording().claimForm.answeredYesNo
          : wording().claimForm.onlyPosition(<bdi>{only.label}</bdi>)}{' '}
        {wording().claimForm.yesNoHint}
      </p>
      {form.errors['position'] !== undefined && (
        <p class="error-message">{form.errors['position'].join(' ')}</p>
      )}
    </>
  )
}

const PositionLabel = ({ form }: { form: ClaimFormState }) => (
  <TextField
    name="position-label"
    label={wording().claimForm.newPosition}
    hint={wording().claimForm.newPositionHint}
    value={valueOf(form.values, 'position-label')}
    maxLength={500}
    errors={form.errors}
  />
)

const NEW_POSITION = ['position-label', 'position-entails', 'position-excludes']

const NewPosition = ({ form, asked }: { form: ClaimFormState; asked: Asked }) => {
  const options = asked.positions.map(({ slug, label }) => ({ value: slug, label }))
  return (
    <AddNew form={form} names={NEW_POSITION} summary={wording().claimForm.addPosition}>
      <PositionLabel form={form} />
      <Checkboxes
        name="position-entails"
        label={wording().claimForm.entails}
        optional
        options={options}
        values={form.values.get('position-entails') ?? []}
        errors={form.errors}
      />
      {asked.exclusive ? (
        <p class="hint">{wording().claimForm.exclusive}</p>
      ) : (
        <Checkboxes
          name="position-excludes"
          label={wording().claimForm.excludes}
          hint={wording().claimForm.excludesHint}
          optional
          options={options}
          values={form.values.get('position-excludes') ?? []}
          errors={form.errors}
        />
      )}
    </AddNew>
  )
}
