import type { Asked } from '#server/domain/comparison-choice.ts'
import { paths } from '#server/paths.ts'
import { type Table, addressWith, queryOf } from '../comparison/comparison-view.ts'
import { Caption } from '../comparison/names.tsx'
import { ErrorSummary, type FieldErrors } from '../shared/fields.tsx'
import { counted } from '../shared/stance.tsx'
import type { Exported } from './exported.ts'

/** In which a comparison can be taken away, and what each is good for. */
export const FORMATS = [
  ['docx', 'Word', 'a table and a footnote for each claim'],
  ['md', 'Markdown', 'a table and footnotes'],
  ['html', 'HTML', 'one document without styles, to paste elsewhere'],
  [
    'csv',
    'CSV',
    'a row for each claim; text that a spreadsheet would run is set behind an apostrophe',
  ],
  ['jsonld', 'JSON-LD', 'for programs, in the words of schema.org'],
] as const
export type ExportFormat = (typeof FORMATS)[number][0]

export interface ExportPageProps {
  readonly table: Table
  readonly exported: Exported
  /** What the files are asked for: only what was found. */
  readonly asked: Asked
  readonly notices: readonly string[]
  readonly errors: FieldErrors
}

/** What is shown, to take away: which files there are, and what is in them. */
export const ExportPage = ({ table, exported, asked, notices, errors }: ExportPageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>
      Export: <bdi>{table.topic.title}</bdi>
    </h1>
    <p class="lede">
      <Caption table={table} />.
    </p>
    {notices.map((notice) => (
      <p class="notice">{notice}</p>
    ))}
    <p>
      Every file holds what the comparison shows with this choice:{' '}
      {counted(exported.issues.length, 'issue')},{' '}
      {counted(exported.parties.length, 'party', 'parties')},{' '}
      {counted(exported.notes.length, 'claim')} with their quotations, speakers, dates and sources.
    </p>
    <ul class="list">
      {FORMATS.map(([format, name, words]) => (
        <li>
          <a
            href={paths.exportComparison(table.topic.slug, { ...queryOf(asked), format })}
            download=""
          >
            {name}
          </a>
          : {words}
        </li>
      ))}
    </ul>
    <Included exported={exported} />
    <p>
      <a href={addressWith(table.topic.slug, asked)}>Back to the comparison</a>
    </p>
  </>
)

const Included = ({ exported: { issues } }: { exported: Exported }) => (
  <>
    <h2>What is included</h2>
    {issues.length === 0 ? (
      <p class="muted">No issue is shown with this choice; the files say so.</p>
    ) : (
      <ul class="list">
        {issues.map(({ question, summary, cells }) => (
          <li>
            <bdi>{question}</bdi>{' '}
            <span class="small muted">
              {summary};{' '}
              {counted(
                cells.reduce((n, { statements }) => n + statements.length, 0),
                'claim',
              )}
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
)
