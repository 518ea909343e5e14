import { isInOwnWords } from '#server/domain/claims.ts'
import type { Claim, Form } from '#server/domain/claims.ts'
import { positionOf } from '#server/domain/comparison-letters.ts'
import type { Day } from '#server/domain/dates.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import { paths } from '#server/paths.ts'
import { explainPair, newestReversal } from '../comparison/cell-parts.tsx'
import { holdingOf } from '../comparison/claim-parts.tsx'
import { type Row, type ShownCell, type Table, nameOf } from '../comparison/comparison-view.ts'
import { describeRelation, summarise, summariseRow } from '../comparison/words.ts'
import { type Direction, directionOf } from '../shared/direction.ts'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { describeHolding } from '../shared/stance.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** In which a comparison can be taken away, by their own names. */
export const FORMATS = [
  ['docx', 'Word'],
  ['md', 'Markdown'],
  ['html', 'HTML'],
  ['csv', 'CSV'],
  ['jsonld', 'JSON-LD'],
] as const
export type ExportFormat = (typeof FORMATS)[number][0]

/**
 * A comparison as it is shown, in plain words of the language that is spoken here: what every file of
 * it is written from.
 */
export interface Exported {
  readonly topic: { readonly slug: string; readonly title: string }
  /** The first sentence of the page. */
  readonly summary: string
  readonly asOf: Day
  /** The instant of record that the permalink names. */
  readonly recorded: string
  readonly permalink: string
  readonly parties: readonly string[]
  readonly baseline: string | undefined
  readonly issues: readonly ExportedIssue[]
  /** One for each claim, numbered from 1 in the order in which they are met. */
  readonly notes: readonly Note[]
}

export interface ExportedIssue {
  readonly question: string
  /** "2 in conflict, 1 agrees". */
  readonly summary: string
  /** In the order of parties. */
  readonly cells: readonly ExportedCell[]
  /** Why the baseline and another conflict, a sentence each. */
  readonly reasons: readonly string[]
}

export interface ExportedCell {
  readonly party: string
  /** To the baseline, as the cell's sign says it. */
  readonly relation: string
  readonly statements: readonly { readonly text: string; readonly note: number | undefined }[]
  /** Changes and mixed messages. */
  readonly remarks: readonly string[]
}

/** A claim with its words and where they stand. */
export interface Note {
  readonly number: number
  readonly issue: string
  readonly party: string
  readonly relation: string
  readonly stance: string
  readonly position: string
  readonly quote: string | undefined
  /** Whether the quotation is the party's own words or the source's. */
  readonly isOwn: boolean
  readonly language: string
  readonly direction: Direction
  readonly translation: string | undefined
  readonly translator: string | undefined
  /** What the record says the claim comes to. */
  readonly statement: string
  readonly speaker: string | undefined
  readonly role: string | undefined
  readonly said: string
  readonly form: Form
  readonly condition: string | undefined
  readonly scope: string | undefined
  readonly hedge: string | undefined
  readonly sources: readonly NotedSource[]
  readonly permalink: string
}

export interface NotedSource {
  readonly title: string
  readonly publisher: string | undefined
  readonly published: string
  readonly url: string | undefined
  readonly archiveUrl: string | undefined
}

/** As much of a note as a footnote says. */
export type Footnote = Omit<
  Note,
  'issue' | 'relation' | 'stance' | 'position' | 'language' | 'direction'
>

interface About {
  /** Of this site, in full. */
  readonly origin: string
  /** The instant of record that is shown. */
  readonly recorded: string
  /** Of the comparison, in full. */
  readonly permalink: string
}

/** Put a table as it is shown, rows and columns in their order, into plain words. */
export function exportTable(table: Table, about: About): Exported {
  const notes: Note[] = []
  const issues = table.rows.map((row) => exportRow(row, table, about, notes))
  return {
    topic: table.topic,
    summary: summarise(table),
    asOf: table.asOf,
    recorded: about.recorded,
    permalink: about.permalink,
    parties: table.parties.map(({ name }) => name),
    baseline: table.parties.length > 1 ? table.baseline?.name : undefined,
    issues,
    notes,
  }
}

/** Adds the notes of the row to `notes`. */
const exportRow = (row: Row, table: Table, about: About, notes: Note[]): ExportedIssue => ({
  question: row.issue.question,
  summary: summariseRow(row, table).words,
  cells: row.cells.map((related) => ({
    party: nameOf(table, related.cell.party),
    relation: relationOf(related),
    statements: related.cell.stands.map((claim) => {
      const note = noteOf(claim, { row, table, about, related }, notes.length + 1)
      if (note !== undefined) notes.push(note)
      return { text: stanceOf(claim, row), note: note?.number }
    }),
    remarks: remarksOf(related, row),
  })),
  reasons: row.cells.flatMap(({ pair }) =>
    pair?.relation === 'conflict' ? explainPair(pair, row, table) : [],
  ),
})

const relationOf = ({ relation, cell, standing, pair }: ShownCell): string =>
  describeRelation(relation, { silence: cell.silence, standing }) +
  (pair?.conditional === true ? wording().conditional : '')

function stanceOf(claim: Claim, row: Row): string {
  const position = positionOf(claim, row.positions)
  const { stance } = claim
  const what = describeHolding({ stance, ...holdingOf(claim, position, row) })
  return what === undefined ? wording().declinesToSay : wording().stances[stance] + what
}

function remarksOf({ cell }: ShownCell, row: Row): string[] {
  const last = newestReversal(cell)
  const short = (date: string) => describeDate(date, { short: true })
  return [
    ...(last === undefined
      ? []
      : [
          wording().exporting.changed(
            short(last.to.said),
            stanceOf(last.from, row),
            short(last.from.said),
          ),
        ]),
    ...(cell.mixed.length > 0 ? [wording().exporting.mixed] : []),
  ]
}

interface Placed {
  readonly row: Row
  readonly table: Table
  readonly about: About
  readonly related: ShownCell
}

function noteOf(
  claim: Claim,
  { row, table, about, related }: Placed,
  number: number,
): Note | undefined {
  const detail = table.details.get(claim.slug)
  if (detail === undefined) return undefined
  const lead = leadCitation(detail)
  const language = lead?.language ?? 'en'
  return {
    number,
    issue: row.issue.question,
    party: nameOf(table, claim.party),
    relation: relationOf(related),
    stance: claim.stance,
    position: stanceOf(claim, row),
    quote: lead?.quote,
    isOwn: lead?.quote !== undefined && isInOwnWords(detail.form, lead.quote),
    language,
    direction: directionOf(language),
    translation: lead?.translation,
    translator: lead?.translator,
    statement: detail.statement,
    speaker: detail.personName,
    role: detail.personRole,
    said: claim.said,
    form: detail.form,
    condition: claim.condition,
    scope: scopeOf(detail),
    hedge: detail.hedge,
    sources: detail.citations.map(({ source }) => ({
      title: source.title,
      publisher: source.publisher,
      published: source.published,
      url: source.url,
      archiveUrl: source.archiveUrl,
    })),
    permalink: about.origin + paths.claim({ id: detail.id }, { known: about.recorded }),
  }
}

export function scopeOf({
  scopePeriod,
  scopeNote,
}: Pick<HeldDetail, 'scopePeriod' | 'scopeNote'>): string | undefined {
  const parts = [...(scopePeriod === undefined ? [] : [describeDate(scopePeriod)]), scopeNote]
  const scope = parts.filter((part) => part !== undefined).join(wording().exporting.semicolon)
  return scope === '' ? undefined : scope
}

/** Who said it, in which role, when, and in which form: "Ana Alder, Minister, 15 December 2015". */
export const describeSpeaker = ({ party, speaker, role, said, form }: Footnote): string =>
  [speaker ?? party, role, describeDate(said), wording().shared.forms[form]]
    .filter((part) => part !== undefined)
    .join(wording().exporting.comma)

/** What narrows a claim, a piece each; never left out where the claim is shown. */
export const describeLimits = ({
  condition,
  scope,
  hedge,
}: Pick<Footnote, 'condition' | 'scope' | 'hedge'>): readonly string[] => [
  ...(condition === undefined ? [] : [wording().exporting.condition(condition)]),
  ...(scope === undefined ? [] : [wording().exporting.scope(scope)]),
  ...(hedge === undefined ? [] : [wording().exporting.hedged(hedge)]),
]

/** A source without its addresses. */
export const describeSource = ({ title, publisher, published }: NotedSource): string =>
  [publisher, wording().exporting.quoted(title), describeDate(published)]
    .filter(Boolean)
    .join(wording().exporting.comma)

/** Whose words a note holds, where they are not the party's. */
export const wordsOf = ({ quote, isOwn }: Footnote): string =>
  quote === undefined
    ? wording().exporting.noQuotation
    : isOwn
      ? ''
      : wording().exporting.sourcesWords

/** When the file was made of what. */
export const describeState = ({ asOf, recorded }: Exported): string =>
  wording().exporting.state(describeDate(asOf), recorded)
