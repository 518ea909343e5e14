import { writeCsvLine } from '#server/domain/csv.ts'
import type { Exported, Note } from './exported.ts'

const COLUMNS: readonly (readonly [string, (note: Note) => string | undefined])[] = [
  ['issue', ({ issue }) => issue],
  ['party', ({ party }) => party],
  ['relation_to_baseline', ({ relation }) => relation],
  ['position', ({ position }) => position],
  ['stance', ({ stance }) => stance],
  ['said', ({ said }) => said],
  ['speaker', ({ speaker }) => speaker],
  ['role', ({ role }) => role],
  ['form', ({ form }) => form],
  ['quotation', ({ quote }) => quote],
  ['language', ({ language, quote }) => (quote === undefined ? undefined : language)],
  ['translation', ({ translation }) => translation],
  ['translator', ({ translator }) => translator],
  ['summary', ({ statement }) => statement],
  ['condition', ({ condition }) => condition],
  ['scope', ({ scope }) => scope],
  ['hedge', ({ hedge }) => hedge],
  ['sources', (note) => note.sources.map(({ title }) => title).join('; ')],
  ['publishers', (note) => joined(note, 'publisher')],
  ['published', (note) => joined(note, 'published')],
  ['addresses', (note) => joined(note, 'url')],
  ['archived', (note) => joined(note, 'archiveUrl')],
  ['claim', ({ permalink }) => permalink],
]

const joined = ({ sources }: Note, field: 'publisher' | 'published' | 'url' | 'archiveUrl') =>
  sources.flatMap((source) => source[field] ?? []).join('; ')

/** A comparison as CSV, a row for each claim; the day and the record are in its last columns. */
export function writeTable({ notes, asOf, recorded, baseline }: Exported): string {
  const rows = notes.map((note) =>
    writeCsvLine([
      ...COLUMNS.map(([, valueOf]) => valueOf(note) ?? ''),
      baseline ?? '',
      asOf,
      recorded,
    ]),
  )
  const heads = [...COLUMNS.map(([name]) => name), 'baseline', 'as_of', 'recorded']
  return writeCsvLine(heads) + rows.join('')
}
