import { isolate } from '../comparison/cell-parts.tsx'
import { wording } from '../words/wording.ts'
import {
  type Exported,
  type ExportedCell,
  type ExportedIssue,
  type Footnote,
  type NotedSource,
  describeLimits,
  describeSource,
  describeSpeaker,
  describeState,
  wordsOf,
} from './exported.ts'

/**
 * A comparison in Markdown with a table and footnotes, as GitHub and Pandoc read them. What the record
 * holds is text: it makes no link, no markup and no cell of its own.
 * @see https://github.github.com/gfm/
 */
export function writeMarkdown(exported: Exported): string {
  const { topic, summary, permalink, issues, notes } = exported
  const reasons = issues.filter((issue) => issue.reasons.length > 0)
  return [
    `# ${text(topic.title)}`,
    text(summary),
    ...(issues.length === 0 ? [] : [tableOf(exported)]),
    ...reasons.map(
      (issue) => `**${text(issue.question)}**\n\n${issue.reasons.map(text).join('\n\n')}`,
    ),
    `${text(describeState(exported))} ${link(permalink)}`,
    ...notes.map(footnoteOf),
  ]
    .join('\n\n')
    .concat('\n')
}

/** A table of cells that are Markdown already. */
export const writeTableOf = (rows: readonly (readonly string[])[]): string => {
  const [heads = [], ...others] = rows
  return [heads, heads.map(() => '---'), ...others]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function tableOf({ parties, baseline, issues }: Exported): string {
  const heads = parties.map(
    (name) => text(name) + (name === baseline ? wording().exporting.baseline : ''),
  )
  return writeTableOf([
    [wording().exporting.issue, ...heads],
    ...issues.map((issue) => [headOf(issue), ...issue.cells.map(cellOf)]),
  ])
}

const headOf = ({ question, summary }: ExportedIssue): string =>
  `${text(question)}<br>${text(summary)}`

const cellOf = ({ relation, statements, remarks }: ExportedCell): string =>
  [
    `**${text(relation)}**`,
    ...statements.map(
      ({ text: said, note }) => text(said) + (note === undefined ? '' : `[^${note}]`),
    ),
    ...remarks.map(text),
  ].join('<br>')

/** A claim's words, who said them, what limits them and where they stand. */
export function footnoteOf(note: Footnote): string {
  const { quoted, translation } = wording().exporting
  const words = note.quote === undefined ? text(note.statement) : quoted(text(note.quote))
  const translations =
    note.translation === undefined
      ? []
      : [translation(note.translator && text(note.translator)) + quoted(text(note.translation))]
  return [
    `[^${note.number}]: ${wordsOf(note)}${words}`,
    ...translations,
    `${text(describeSpeaker(note))}.`,
    ...describeLimits(note).map((limit) => `${text(limit)}.`),
    ...note.sources.map(sourceOf),
    link(note.permalink),
  ].join(' ')
}

/** A source with its addresses. */
export const sourceOf = (source: NotedSource): string =>
  [
    `${wording().exporting.source}${text(describeSource(source))}`,
    ...(source.url === undefined ? [] : [link(source.url)]),
    ...(source.archiveUrl === undefined
      ? []
      : [wording().exporting.archived(link(source.archiveUrl))]),
  ]
    .join(wording().exporting.comma)
    .concat('.')

/** Text on one line in which nothing is markup; a name in another script keeps to itself. */
export const text = (words: string): string =>
  isolate(
    words
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*_{}[\]()#+\-.!|~^$:@]/g, escapeSign),
  )

/** Signs that begin something only in some places are left as they are in all others. */
const escapeSign = (sign: string, at: number, whole: string): string => {
  if ('#+-'.includes(sign)) return at === 0 ? `\\${sign}` : sign
  if (sign === '.') return /^\d+$/.test(whole.slice(0, at)) ? '\\.' : sign
  if (sign === '!') return whole[at + 1] === '[' ? '\\!' : sign
  if (sign === '(' || sign === ')') return sign
  if (sign === ':') return /(?:https?|ftp)$/i.test(whole.slice(0, at)) ? '&#58;' : sign
  if (sign === '@') return '&#64;'
  return `\\${sign}`
}

/** An address that leads somewhere; what would end it is written as an escape. */
export const link = (address: string): string =>
  /^https?:/i.test(address)
    ? `<${address.replaceAll(/[\s<>|\\]/gu, encodeURIComponent)}>`
    : text(address)
