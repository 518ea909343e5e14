import {
  type FieldErrors,
  type FieldValues,
  FileField,
  TextArea,
  valueOf,
} from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

/** A source's text, pasted as text or markup, or in a file: the same wherever one comes in. */
export const DocumentFields = ({
  label,
  hint,
  values,
  errors,
}: {
  label: string
  hint?: string
  values: FieldValues
  errors: FieldErrors
}) => (
  <>
    <TextArea
      name="text"
      label={label}
      hint={hint}
      optional
      quoted
      rows={12}
      value={valueOf(values, 'text')}
      errors={errors}
    />
    <input type="hidden" name="html" value="" data-paste-html="text" />
    <FileField
      name="file"
      label={wording().sourceForm.file}
      hint={wording().sourceForm.fileHint()}
      optional
      accept=".txt,.html,.htm,.docx,.pdf,.srt,.vtt,.md"
      errors={errors}
    />
  </>
)
