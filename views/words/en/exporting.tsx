import type { Child } from 'hono/jsx'
import type { ExportFormat } from '../../export/exported.ts'
import { counts } from './counts.ts'

/** The page of a comparison's files, and what the files that people read say themselves. */
export const exporting = {
  title: (topic: string) => `Export: ${topic}`,
  heading: (topic: Child) => <>Export: {topic}</>,
  compare: 'Compare',
  link: 'Export',
  /** After a link of the comparison, for those who hear it. */
  whatIsShown: ' what is shown',
  holds: (issues: number, parties: number, claims: number) =>
    `Every file holds what the comparison shows with this choice: ${counts.issues(issues)}, ${counts.parties(parties)}, ${counts.claims(claims)} with their quotations, speakers, dates and sources.`,
  formats: {
    docx: 'a table and a footnote for each claim',
    md: 'a table and footnotes',
    html: 'one document without styles, to paste elsewhere',
    csv: 'a row for each claim; text that a spreadsheet would run is set behind an apostrophe',
    jsonld: 'for programs, in the words of schema.org',
  } as Readonly<Record<ExportFormat, string>>,
  back: 'Back to the comparison',
  included: 'What is included',
  noIssue: 'No issue is shown with this choice; the files say so.',
  /** @param summary - what the issue comes to */
  comesTo: (summary: string, claims: number) => `${summary}; ${counts.claims(claims)}`,

  issue: 'Issue',
  baseline: ' (baseline)',
  claimsAndSources: 'Claims and sources',
  changed: (when: string, was: string, then: string) =>
    `Changed on ${when}: before, ${was} (${then})`,
  mixed: 'Mixed messages: both statements stand',
  /** Between who said something, as what, when and how. */
  comma: ', ',
  semicolon: '; ',
  condition: (what: string) => `Condition: ${what}`,
  scope: (what: string) => `Scope: ${what}`,
  hedged: (what: string) => `Hedged: ${what}`,
  quoted: (text: string) => `“${text}”`,
  noQuotation: 'Summary of the record, no quotation on file: ',
  sourcesWords: 'In the source’s words: ',
  state: (day: string, recorded: string) => `As of ${day}, as recorded by ${recorded}.`,
  /** Before a translation. */
  translation: (by: string | undefined) => `Translation${by === undefined ? '' : ` by ${by}`}: `,
  source: 'Source: ',
  archived: (address: string) => `archived ${address}`,
}
