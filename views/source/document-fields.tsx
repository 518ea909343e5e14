import {
  type FieldErrors,
  type FieldValues,
  FileField,
  TextArea,
  valueOf,
} from '../shared/fields.tsx'

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
      label="Or a file"
      hint="Text, a saved web page, Word (.docx), PDF, or subtitles (.srt, .vtt); at most 20 MB. The file itself is not kept."
      optional
      accept=".txt,.html,.htm,.docx,.pdf,.srt,.vtt,.md"
      errors={errors}
    />
  </>
)
