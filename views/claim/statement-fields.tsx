import { FORMS, STANCES } from '#server/domain/claims.ts'
import { Radios, Select, TextArea, TextField, valueOf } from '../shared/fields.tsx'
import type { ClaimFormState } from './form-state.tsx'
import { BringsRestatable } from './restates-fields.tsx'
import { bearingWords, formWords, stanceHints, stanceWords } from './words.ts'

export const StatementFields = (form: ClaimFormState) => {
  const { values, errors } = form
  return (
    <section class="form-part" aria-labelledby="statement">
      <h2 id="statement">What was said</h2>
      <BringsRestatable action={form.action}>
        <Radios
          name="stance"
          label="Stance"
          options={STANCES.map((s) => ({ value: s, label: stanceWords[s], hint: stanceHints[s] }))}
          value={valueOf(values, 'stance')}
          errors={errors}
        />
        <TextArea
          name="statement"
          label="Statement"
          hint="What the party says, in one neutral sentence of your own."
          rows={2}
          value={valueOf(values, 'statement')}
          maxLength={2000}
          errors={errors}
        />
      </BringsRestatable>
      <TextField
        name="said"
        label="Said on"
        hint="As exactly as it is known: 2015-12-15, 2015-12, about 2015-12~, or a span such as 2015-12-14/2015-12-15."
        width="medium"
        spellcheck={false}
        value={valueOf(values, 'said')}
        errors={errors}
      />
      <Select
        name="wording"
        label="Form"
        hint="How the source gives it."
        prompt="Choose the form"
        options={FORMS.map((f) => ({ value: f, label: formWords(f) }))}
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
      <summary>Condition, hedge, scope and bearing</summary>
      <TextArea
        name="condition"
        label="Condition"
        hint="Under which it holds: “provided that …”."
        optional
        rows={2}
        value={valueOf(values, 'condition')}
        maxLength={2000}
        errors={errors}
      />
      <TextField
        name="hedge"
        label="Hedge"
        hint="The word that weakens it: may, signals, is said to."
        optional
        width="medium"
        value={valueOf(values, 'hedge')}
        maxLength={500}
        errors={errors}
      />
      <TextField
        name="scope-period"
        label="Period it applies to"
        hint="Where it is not for always: 2016, 2015-10/2016-03, or 2016-01/.. for no end."
        optional
        width="medium"
        spellcheck={false}
        value={valueOf(values, 'scope-period')}
        errors={errors}
      />
      <TextField
        name="scope-note"
        label="Scope note"
        hint="A place or part it is limited to."
        optional
        value={valueOf(values, 'scope-note')}
        maxLength={2000}
        errors={errors}
      />
      <Radios
        name="bearing"
        label="Bearing"
        options={[
          { value: 'states', label: bearingWords.states },
          {
            value: 'context',
            label: bearingWords.context,
            hint: 'Filed under the issue; never in conflict.',
          },
        ]}
        value={isContext ? 'context' : 'states'}
        errors={errors}
      />
    </details>
  )
}
