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
import { counted } from '../shared/stance.tsx'
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

/** What the reader is told above the form. */
export type SourceNotice =
  /** A document was read; `missing` are labels of what it does not say of itself. */
  | { readonly says: 'read'; readonly words: number; readonly missing: readonly string[] }
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
}: NewSourcePageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <Notice notice={notice} />
    <h1>Add a source</h1>
    <p class="lede">
      Paste its text, or choose a file. What it says of itself is filled in below; check it.{' '}
      <a href={paths.newSourceAnywhere()}>From any page by a bookmark</a>
    </p>
    <form
      class="form claim-form"
      method="post"
      action={paths.newSource(topicSlug)}
      enctype="multipart/form-data"
      novalidate
    >
      <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
        Save source
      </button>
      <FormToken viewer={viewer} />
      <section class="form-part" aria-labelledby="source-text">
        <h2 id="source-text">Text</h2>
        {canFetch && (
          <>
            <TextField
              name="address"
              label="Address of the source"
              type="url"
              hint="This server fetches the page once and fills in the rest. Or paste the text below."
              optional
              value={valueOf(values, 'address')}
              maxLength={2048}
              errors={errors}
            />
            <p>
              <button name="step" value="fetch" formnovalidate>
                Fetch it
              </button>
            </p>
          </>
        )}
        <DocumentFields
          label="Text of the source"
          hint="Quotations are checked against it and marked in it. It is kept as it is and never changed."
          values={values}
          errors={errors}
        />
        <p>
          <button name="step" value="read" formnovalidate>
            Read it and fill in the rest
          </button>
        </p>
      </section>
      <section class="form-part" aria-labelledby="source-facts">
        <h2 id="source-facts">What it is</h2>
        <SourceFields names={newSourceNames} values={values} errors={errors} focus={focus} />
        <TextField
          name="authors"
          label="Authors"
          hint="Several with a semicolon between them."
          optional
          value={valueOf(values, 'authors')}
          maxLength={2000}
          errors={errors}
        />
        <TextField
          name="archive-url"
          label="Archived copy"
          type="url"
          hint="Its address at a web archive."
          optional
          value={valueOf(values, 'archive-url')}
          maxLength={2048}
          errors={errors}
        />
      </section>
      <Checkboxes
        name="show"
        label="Whose text it is"
        options={[
          {
            value: 'excerpts',
            label: 'Show readers excerpts only',
            hint: `For texts under copyright: what is quoted, with ${EXCERPT_AROUND} characters around it. Whoever is signed in reads all of it.`,
          },
        ]}
        values={values.get('show') ?? []}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary" name="step" value="save">
          Save source
        </button>
        {notice?.says === 'known' && notice.by === 'address' && (
          <>
            <button formaction={paths.captureAgain(notice.source)} name="step" value="compare">
              Compare with its text
            </button>
            <button name="step" value="save-anyway">
              Save as another source
            </button>
          </>
        )}
        <a href={paths.sources(topicSlug)}>Cancel</a>
      </div>
    </form>
  </>
)

const Notice = ({ notice }: { notice: SourceNotice | undefined }) => {
  if (notice === undefined) return null
  if (notice.says === 'read')
    return (
      <div class="notice" role="status">
        <p>
          {counted(notice.words, 'word')} read.{' '}
          {notice.missing.length === 0
            ? 'Check what was filled in, then save.'
            : `It does not say: ${notice.missing.join(', ')}.`}
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
      <h2 id="notice-title">
        {notice.by === 'text'
          ? 'This text is on record already'
          : 'A source at this address is on record already'}
      </h2>
      <p>
        <a href={paths.source(notice.source)}>
          <bdi>{notice.source.title}</bdi>
        </a>{' '}
        <span class="muted">({counted(notice.source.claims, 'claim')})</span>
      </p>
      <p>
        Nothing was saved.
        {notice.by === 'address' &&
          ' If yours is a later text of it, press “Compare with its text” at the end of the form: it becomes its next version. If it is something else, press “Save as another source”.'}
      </p>
    </div>
  )
}
