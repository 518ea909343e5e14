import {
  type FieldErrors,
  type FieldValues,
  Select,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { gradeWords } from '../shared/grades.ts'
import { wording } from '../words/wording.ts'

/** Names of the fields that describe a source, in whichever form they stand. */
export interface SourceNames {
  readonly title: string
  readonly publisher: string
  readonly kind: string
  readonly url: string
  readonly published: string
  readonly sourceLanguage: string
  readonly grade: string
}

export interface SourceFieldsProps {
  readonly names: SourceNames
  readonly values: FieldValues
  readonly errors: FieldErrors
  /** Name of the field to go on with. */
  readonly focus?: string | undefined
}

/** What a source is: the same questions wherever one is added. */
export const SourceFields = ({ names, values, errors, focus }: SourceFieldsProps) => {
  const w = wording().sourceForm
  return (
    <>
      <TextField
        name={names.title}
        autofocus={focus === names.title}
        label={w.titleOfSource}
        value={valueOf(values, names.title)}
        maxLength={1000}
        errors={errors}
      />
      <TextField
        name={names.publisher}
        label={w.publisher}
        optional
        value={valueOf(values, names.publisher)}
        maxLength={300}
        errors={errors}
      />
      <TextField
        name={names.kind}
        label={w.kind}
        hint={w.kindHint}
        optional
        width="medium"
        value={valueOf(values, names.kind)}
        maxLength={200}
        errors={errors}
      />
      <TextField
        name={names.url}
        label={w.url}
        type="url"
        hint={w.urlHint()}
        optional
        value={valueOf(values, names.url)}
        maxLength={2048}
        errors={errors}
      />
      <TextField
        name={names.published}
        autofocus={focus === names.published}
        label={w.published}
        hint={w.publishedHint}
        width="medium"
        spellcheck={false}
        value={valueOf(values, names.published)}
        errors={errors}
      />
      <TextField
        name={names.sourceLanguage}
        autofocus={focus === names.sourceLanguage}
        label={w.language}
        hint={w.languageHint()}
        width="short"
        spellcheck={false}
        value={valueOf(values, names.sourceLanguage)}
        maxLength={100}
        errors={errors}
      />
      <Select
        name={names.grade}
        label={w.grade}
        hint={w.gradeHint}
        optional
        prompt={w.notGraded}
        options={Object.entries(gradeWords).map(([value, label]) => ({
          value,
          label,
        }))}
        value={valueOf(values, names.grade)}
        errors={errors}
      />
    </>
  )
}
