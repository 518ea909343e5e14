import type { SourceNames } from '#views/source/source-fields.tsx'
import { DossierSource } from '../domain/dossier.ts'
import type { FormReader } from './form-reader.ts'

/** When and in which language a source appeared, where, and how reliable it is: every form's own words. */
export function readSourceFacts(form: FormReader, names: SourceNames) {
  const { shape } = DossierSource
  const given = (name: string) => form.sent(name).trim()
  const [url, grade, language] = [given(names.url), given(names.grade), given(names.sourceLanguage)]
  return {
    published: form.date(names.published, 'Enter when the source was published.') ?? '',
    language:
      (language === ''
        ? form.refuse(names.sourceLanguage, 'Enter the language of the source, such as en or ru.')
        : form.parse(names.sourceLanguage, shape.language, language)) ?? '',
    url: url === '' ? undefined : form.parse(names.url, shape.url, url),
    grade: grade === '' ? undefined : form.parse(names.grade, shape.grade, grade),
  }
}

/** What a source is called and who brought it out; it is an article where nothing else is said. */
export const readSourceTexts = (form: FormReader, names: SourceNames) => ({
  publisher: form.optional(names.publisher, { label: 'Publisher', max: 300 }),
  kind: form.optional(names.kind, { label: 'Kind of source', max: 200 }) ?? 'article',
})
