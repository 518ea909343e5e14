import { FORMS, STANCES } from '#server/domain/claims.ts'
import { Radios, Select, TextArea, TextField, valueOf } from '../shared/fields.tsx'
import type { ClaimFormState } from './form-state.tsx'
import { BringsRestatable } from './restates-fields.tsx'
import { wording } from '../words/wording.ts'

export const StatementFields = (form: ClaimFormState) => {
  const { values, errors } = form
  return (
    <section class="form-part" aria-labelledby="statement">
      <h2 id="statement">{wording().claimForm.whatWasSaid}</h2>
      <BringsRestatable action={form.action}>
        <Radios
          name="stance"
          label={wording().claimForm.stance}
          options={STANCES.map((value) => ({
            value,
            label: wording().claim.stances[value],
            hint: wording().claimForm.stanceHints[value],
          }))}
          value={valueOf(values, 'stance')}
          errors={errors}
        />
        <TextArea
          name="statement"
          label={wording().claimForm.statement}
          hint={wording().claimForm.statementHint}
          rows={2}
          value={valueOf(values, 'statement')}
          maxLength={2000}
          errors={errors}
        />
      </BringsRestatable>
      <TextField
        name="said"
        label={wording().claimForm.saidOn}
        hint={wording().claimForm.saidOnHint}
        width="medium"
        spellcheck={false}
        value={valueOf(values, 'said')}
        errors={errors}
      />
      <Select
        name="wording"
        label={wording().claimForm.form}
        hint={wording().claimForm.formHint}
        prompt={wording().claimForm.chooseForm}
        options={FORMS.map((f) => ({ value: f, label: wording().claim.forms[f] }))}
        value={valueOf(values, 'wording')}
        errors={errors}
      />
      <LimitFields {...form} />
    </section>
  )
}

const LIMITS = ['condition', 'hedge', 'scope-period', 'scope-note']

const LimitFields = (form: ClaimFormState) => {
  const { values, errors } = form
  const isContext = valueOf(values, 'bearing') === 'context'
  const isOpen = isContext || [...LIMITS, 'bearing'].some((n) => errors[n] !== undefined)
  return (
    <details class="add-new" open={isOpen || LIMITS.some((n) => valueOf(values, n) !== '')}>
      <summary>{wording().claimForm.limits}</summary>
      <TextArea
        name="condition"
        label={wording().claimForm.condition}
        hint={wording().claimForm.conditionHint}
        optional
        rows={2}
        value={valueOf(values, 'condition')}
        maxLength={2000}
        errors={errors}
      />
      <TextField
        name="hedge"
        label={wording().claimForm.hedge}
        hint={wording().claimForm.hedgeHint}
        optional
        width="medium"
        value={valueOf(values, 'hedge')}
        maxLength={500}
        errors={errors}
      />
      <TextField
        name="scope-period"
        label={wording().claimForm.period}
        hint={wording().claimForm.periodHint}
        optional
        width="medium"
        spellcheck={false}
        value={valueOf(values, 'scope-period')}
        errors={errors}
      />
      <TextField
        name="scope-note"
        label={wording().claimForm.scopeNote}
        hint={wording().claimForm.scopeNoteHint}
        optional
        value={valueOf(values, 'scope-note')}
        maxLength={2000}
        errors={errors}
      />
      <Radios
        name="bearing"
        label={wording().claimForm.bearing}
        options={[
          { value: 'states', label: wording().claim.bearings.states },
          {
            value: 'context',
            label: wording().claim.bearings.context,
            hint: wording().claimForm.contextHint,
          },
        ]}
        value={isContext ? 'context' : 'states'}
        errors={errors}
      />
    </details>
  )
}
