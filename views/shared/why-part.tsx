import { type FieldErrors, type FieldValues, TextArea, valueOf } from './fields.tsx'
import { wording } from '../words/wording.ts'

/** The part of a form that changes what is on record: the version that it began with, and the reason. */
export const WhyPart = ({ values, errors }: { values: FieldValues; errors: FieldErrors }) => (
  <section class="form-part" aria-labelledby="why">
    <h2 id="why">{wording().shared.why}</h2>
    <input type="hidden" name="version" value={valueOf(values, 'version')} />
    <TextArea
      name="why"
      label={wording().shared.reason}
      hint={wording().shared.shownInHistory}
      rows={2}
      value={valueOf(values, 'why')}
      maxLength={500}
      errors={errors}
    />
  </section>
)
