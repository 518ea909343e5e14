import {
  type Exported,
  type ExportedCell,
  type Note,
  describeLimits,
  describeSource,
  describeSpeaker,
  describeState,
  wordsOf,
} from '#views/export/exported.ts'
import { wording } from '#views/words/wording.ts'
import type { WordDocument, WordParagraph, WordPiece, WordRun } from '../documents/write-word.ts'

/** A comparison as a Word document: a table, and a footnote for each claim. */
export const toWordDocument = (exported: Exported): WordDocument => ({
  title: exported.topic.title,
  isRightToLeft: isRightToLeft(),
  before: [[runOf(exported.summary)]],
  table: exported.issues.length === 0 ? [] : tableOf(exported),
  after: [
    ...exported.issues.flatMap(({ question, reasons }) =>
      reasons.length === 0
        ? []
        : [[bold(question)], ...reasons.map((reason): WordParagraph => [runOf(reason)])],
    ),
    [runOf(`${describeState(exported)} `), { href: exported.permalink }],
  ],
  footnotes: exported.notes.map(footnoteOf),
})

const tableOf = ({ parties, baseline, issues }: Exported): WordDocument['table'] => [
  [
    [[bold(wording().exporting.issue)]],
    ...parties.map((name) => [
      [bold(name), ...(name === baseline ? [runOf(wording().exporting.baseline)] : [])],
    ]),
  ],
  ...issues.map(({ question, summary, cells }) => [
    [[bold(question)], [runOf(summary)]],
    ...cells.map(cellOf),
  ]),
]

const cellOf = ({ relation, statements, remarks }: ExportedCell): WordParagraph[] => [
  [bold(relation)],
  ...statements.map(({ text, note }): WordParagraph => [
    runOf(text),
    ...(note === undefined ? [] : [{ footnote: note }]),
  ]),
  ...remarks.map((remark): WordParagraph => [runOf(remark)]),
]

const footnoteOf = (note: Note): WordParagraph => [
  runOf(wordsOf(note)),
  ...(note.quote === undefined
    ? [runOf(`${note.statement} `)]
    : [runOf(marks().open), quoteOf(note, note.quote), runOf(`${marks().close} `)]),
  ...(note.translation === undefined
    ? []
    : [
        runOf(wording().exporting.translation(note.translator)),
        runOf(`${wording().exporting.quoted(note.translation)} `),
      ]),
  runOf(`${describeSpeaker(note)}. `),
  ...describeLimits(note).map((limit) => runOf(`${limit}. `)),
  ...note.sources.flatMap((source): WordPiece[] => [
    runOf(`${wording().exporting.source}${describeSource(source)}. `),
    ...[source.url, source.archiveUrl].flatMap((href) =>
      href === undefined ? [] : [{ href }, runOf(' ')],
    ),
  ]),
  { href: note.permalink },
]

const quoteOf = ({ language, direction }: Note, text: string): WordRun => ({
  text,
  language,
  isRightToLeft: direction === 'rtl',
})

/** What stands before and after a quotation. */
function marks(): { readonly open: string; readonly close: string } {
  const [open = '', close = ''] = wording().exporting.quoted('|').split('|')
  return { open, close }
}

const isRightToLeft = (): boolean => wording().direction === 'rtl'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/

/** Ours, or a name: against the direction of the document only where nothing in it is written along it. */
const runOf = (text: string): WordRun => ({
  text,
  isRightToLeft: isRightToLeft()
    ? RIGHT_TO_LEFT.test(text) || !LEFT_TO_RIGHT.test(text)
    : RIGHT_TO_LEFT.test(text) && !LEFT_TO_RIGHT.test(text),
})

const bold = (text: string): WordRun => ({ ...runOf(text), isBold: true })
