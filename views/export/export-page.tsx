import type { Asked } from '#server/domain/comparison-choice.ts'
import { paths } from '#server/paths.ts'
import { type Table, addressWith, queryOf } from '../comparison/comparison-view.ts'
import { Caption } from '../comparison/names.tsx'
import { ErrorSummary, type FieldErrors } from '../shared/fields.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'
import { type Exported, FORMATS } from './exported.ts'

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
    <h1>{wording().exporting.heading(<bdi>{table.topic.title}</bdi>)}</h1>
    <p class="lede">
      <Caption table={table} />.
    </p>
    {notices.map((notice) => (
      <p class="notice">{translated(notice)}</p>
    ))}
    <p>
      {wording().exporting.holds(
        exported.issues.length,
        exported.parties.length,
        exported.notes.length,
      )}
    </p>
    <ul class="list">
      {FORMATS.map(([format, name]) => (
        <li>
          <a
            href={paths.exportComparison(table.topic.slug, { ...queryOf(asked), format })}
            download=""
          >
            {name}
          </a>
          : {wording().exporting.formats[format]}
        </li>
      ))}
    </ul>
    <Included exported={exported} />
    <p>
      <a href={addressWith(table.topic.slug, asked)}>{wording().exporting.back}</a>
    </p>
  </>
)

const Included = ({ exported: { issues } }: { exported: Exported }) => (
  <>
    <h2>{wording().exporting.included}</h2>
    {issues.length === 0 ? (
      <p class="muted">{wording().exporting.noIssue}</p>
    ) : (
      <ul class="list">
        {issues.map(({ question, summary, cells }) => (
          <li>
            <bdi>{question}</bdi>{' '}
            <span class="small muted">
              {wording().exporting.comesTo(
                summary,
                cells.reduce((n, { statements }) => n + statements.length, 0),
              )}
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
)
