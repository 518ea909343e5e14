import { paths } from '#server/paths.ts'
import {
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { EXCERPT_AROUND } from './captured-text.tsx'
import { DocumentFields } from './document-fields.tsx'
import { SourceFields } from './source-fields.tsx'

/** Names of the fields of this form, shared with the route that reads it. */
export const newSourceNames = {
  title: 'title',
  publisher: 'publisher',
  kind: 'kind',
  url: 'url',
  published: 'published',
  sourceLanguage: 'source-language',
  grade: 'grade',
} as const

/** Fields without which a source is not saved. */
export type NeededField = 'title' | 'published' | 'source-language'

/** What the reader is told above the form. */
export type SourceNotice =
  /** A document was read; `missing` is what it does not say of itself. */
  | { readonly says: 'read'; readonly words: number; readonly missing: readonly NeededField[] }
  | {
      readonly says: 'known'
      readonly by: 'text' | 'address'
      readonly source: {
        readonly id: number
        readonly slug: string
        readonly title: string
        readonly claims: number
      }
    }

export interface NewSourcePageProps {
  readonly topicSlug: string
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly notice?: SourceNotice | undefined
  /** Does this server fetch documents from the web? */
  readonly canFetch: boolean
  /** The field to go on with: the first that is missing. */
  readonly focus?: string | undefined
  readonly viewer: { readonly csrf: string } | undefined
}

/** A source comes in: its text by pasting or as a file, and what it is. */
export const NewSourcePage = ({
  topicSlug,
  values,
  errors,
  notice,
  canFetch,
  focus,
  viewer,
}: NewSourcePageProps) => {
  const w = wording().sourceForm
  return (
    <>
      <ErrorSummary errors={errors} />
      <Notice notice={notice} />
      <h1>{w.title}</h1>
      <p class="lede">
        {w.lede} <a href={paths.newSourceAnywhere()}>{w.byBookmark}</a>
      </p>
      <form
        class="form claim-form"
        method="post"
        action={paths.newSource(topicSlug)}
        enctype="multipart/form-data"
        novalidate
      >
        <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
          {w.save}
        </button>
        <FormToken viewer={viewer} />
        <section class="form-part" aria-labelledby="source-text">
          <h2 id="source-text">{w.text}</h2>
          {canFetch && (
            <>
              <TextField
                name="address"
                label={w.address}
                type="url"
                hint={w.addressHint}
                optional
                value={valueOf(values, 'address')}
                maxLength={2048}
                errors={errors}
              />
              <p>
                <button name="step" value="fetch" formnovalidate>
                  {w.fetch}
                </button>
              </p>
            </>
          )}
          <DocumentFields
            label={w.textOfSource}
            hint={w.textHint}
            values={values}
            errors={errors}
          />
          <p>
            <button name="step" value="read" formnovalidate>
              {w.read}
            </button>
          </p>
        </section>
        <section class="form-part" aria-labelledby="source-facts">
          <h2 id="source-facts">{w.facts}</h2>
          <SourceFields names={newSourceNames} values={values} errors={errors} focus={focus} />
          <TextField
            name="authors"
            label={w.authors}
            hint={w.authorsHint}
            optional
            value={valueOf(values, 'authors')}
            maxLength={2000}
            errors={errors}
          />
          <TextField
            name="archive-url"
            label={w.archived}
            type="url"
            hint={w.archivedHint}
            optional
            value={valueOf(values, 'archive-url')}
            maxLength={2048}
            errors={errors}
          />
        </section>
        <Checkboxes
          name="show"
          label={w.whoseText}
          options={[
            {
              value: 'excerpts',
              label: w.excerptsOnly,
              hint: w.excerptsHint(EXCERPT_AROUND),
            },
          ]}
          values={values.get('show') ?? []}
          errors={errors}
        />
        <div class="actions">
          <button class="button-primary" name="step" value="save">
            {w.save}
          </button>
          {notice?.says === 'known' && notice.by === 'address' && (
            <>
              <button formaction={paths.captureAgain(notice.source)} name="step" value="compare">
                {w.compare}
              </button>
              <button name="step" value="save-anyway">
                {w.saveAnyway}
              </button>
            </>
          )}
          <a href={paths.sources(topicSlug)}>{w.cancel}</a>
        </div>
      </form>
    </>
  )
}

const Notice = ({ notice }: { notice: SourceNotice | undefined }) => {
  const w = wording().sourceForm
  if (notice === undefined) return null
  if (notice.says === 'read')
    return (
      <div class="notice" role="status">
        <p>
          {w.wordsRead(notice.words)}{' '}
          {notice.missing.length === 0 ? w.checkAndSave : w.missing(notice.missing)}
        </p>
      </div>
    )
  return (
    <div
      class="notice claim-notice stack"
      role="alert"
      tabindex={-1}
      data-error-summary
      aria-labelledby="notice-title"
    >
      <h2 id="notice-title">{w.known[notice.by]}</h2>
      <p>
        <a href={paths.source(notice.source)}>
          <bdi>{notice.source.title}</bdi>
        </a>{' '}
        <span class="muted">{w.claims(notice.source.claims)}</span>
      </p>
      <p>
        {w.nothingSaved}
        {notice.by === 'address' && ` ${w.ifLater}`}
      </p>
    </div>
  )
}
