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
import type { WordDocument, WordParagraph, WordPiece, WordRun } from '../documents/write-word.ts'

/** A comparison as a Word document: a table, and a footnote for each claim. */
export const toWordDocument = (exported: Exported): WordDocument => ({
  title: exported.topic.title,
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
    [[bold('Issue')]],
    ...parties.map((name) => [[bold(name), ...(name === baseline ? [runOf(' (baseline)')] : [])]]),
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
    : [runOf('“'), quoteOf(note, note.quote), runOf('” ')]),
  ...(note.translation === undefined
    ? []
    : [
        runOf(`Translation${note.translator === undefined ? '' : ` by ${note.translator}`}: `),
        runOf(`“${note.translation}” `),
      ]),
  runOf(`${describeSpeaker(note)}. `),
  ...describeLimits(note).map((limit) => runOf(`${limit}. `)),
  ...note.sources.flatMap((source): WordPiece[] => [
    runOf(`Source: ${describeSource(source)}. `),
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

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/

/** Ours, or a name: right to left only where nothing in it is written the other way. */
const runOf = (text: string): WordRun => ({
  text,
  isRightToLeft: RIGHT_TO_LEFT.test(text) && !LEFT_TO_RIGHT.test(text),
})

const bold = (text: string): WordRun => ({ ...runOf(text), isBold: true })
