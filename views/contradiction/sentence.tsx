import type { Child } from 'hono/jsx'
import { type Form, isInOwnWords } from '#server/domain/claims.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import {
  type EvidenceClaim,
  type RecordedContradiction,
  type RecordedSide,
} from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { InlineQuote } from '../shared/quotation.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { describeHeld, describeKind, describeReason } from './words.ts'

/**
 * A contradiction as one sentence, in pieces: the same words become markup (with names isolated and
 * quotations in their own language) and plain text (titles, citations, JSON).
 */
export type Piece =
  | string
  | { readonly name: string }
  | { readonly quote: string; readonly form: Form; readonly language: string }
  | { readonly date: string }

/** @returns the sentence as plain text */
export const describePieces = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('name' in piece) return piece.name
      if ('date' in piece) return describeDate(piece.date)
      const { inSourcesWords, quoted } = wording().contradiction
      return `${isInOwnWords(piece.form, piece.quote) ? '' : inSourcesWords}${quoted(piece.quote)}`
    })
    .join('')

const Part = ({ piece }: { piece: Piece }): Child => {
  if (typeof piece === 'string') return piece
  if ('name' in piece) return <bdi>{piece.name}</bdi>
  if ('date' in piece) return <DateText date={piece.date} />
  return <InlineQuote text={piece.quote} form={piece.form} language={piece.language} />
}

export const Sentence = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map((piece) => (
      <Part piece={piece} />
    ))}
  </>
)

const isWithin = (x: RecordedContradiction): boolean =>
  x.kind === 'reversal' || x.kind === 'mixed messages'

/** Who conflicts on what: the heading. What reviewers dismissed is not called a conflict. */
export function headingOf(x: RecordedContradiction): Piece[] {
  const [a, b] = [{ name: x.a.party.name }, { name: x.b.party.name }]
  const on = { name: x.issue.question }
  const { headings, and } = wording().contradiction
  const who: Piece[] = isWithin(x) ? [a] : [a, and, b]
  if (x.status === 'dismissed') return headings.noConflict(who, on)
  if (x.kind === 'reversal') return headings.changed(a, on)
  if (x.kind === 'mixed messages') return headings.mixed(a, on)
  return headings[x.resolvedOn === null ? 'conflict' : 'conflicted'](who, on)
}

/** At most `most` characters, cut between words where it can be. */
export function shorten(text: string, most: number): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim())
  if (letters.length <= most) return letters.join('')
  const cut = letters.slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}

const QUOTE_MOST = 120

function evidencePieces(claim: EvidenceClaim): Piece[] {
  const citation = leadCitation(claim)
  const { comma } = wording().contradiction
  const words: Piece[] =
    citation?.quote === undefined
      ? []
      : [
          {
            quote: shorten(citation.quote, QUOTE_MOST),
            form: claim.form,
            language: citation.language,
          },
          comma,
        ]
  const who: Piece[] = claim.personName === undefined ? [] : [{ name: claim.personName }, comma]
  return [...words, ...who, { date: claim.said }]
}

const sidePieces = (side: RecordedSide, unit: string | undefined, lead: Piece): Piece[] => [
  lead,
  ' — ',
  { name: describeHeld(side, unit) },
  ...(side.claim === undefined ? [] : [' (', ...evidencePieces(side.claim), ')']),
]

const bothSides = (x: RecordedContradiction): Piece[] => {
  const w = wording().contradiction
  const [first, second]: [Piece, Piece] =
    x.kind === 'reversal'
      ? [w.before, w.after]
      : x.kind === 'mixed messages'
        ? [w.oneStatement, w.another]
        : [{ name: x.a.party.name }, { name: x.b.party.name }]
  const { unit } = x.issue
  return [...sidePieces(x.a, unit, first), w.semicolon, ...sidePieces(x.b, unit, second)]
}

/** What became of it, in words: "Confirmed by 2 reviewers on 24 November 2026". */
export function reviewPieces(x: RecordedContradiction): Piece[] {
  const { count, at, reasons } = x.reviewed
  const w = wording().contradiction
  if (x.status === 'open') return [w.notReviewed]
  if (x.status === 'under review') return [w.statuses[x.status]]
  const outcome = x.status === 'confirmed' ? 'confirmed' : 'dismissed'
  if (x.adjudication !== undefined) {
    const { by: editor, at: decided } = x.adjudication
    return w.byEditor(outcome, { name: editor }, dayOf(decided), count)
  }
  const why = outcome === 'confirmed' ? [] : reasons.map(describeReason).map(wording().inside)
  return w.decided(outcome, count, at === null ? undefined : dayOf(at), why)
}

const dayOf = (at: Date): Piece => ({ date: at.toISOString().slice(0, 10) })

/** The whole contradiction in one sentence, with kind and what reviewers decided. */
export const sentenceOf = (x: RecordedContradiction): Piece[] => [...headingOf(x), ...restOf(x)]

/** The sentence after its heading. */
function restOf(x: RecordedContradiction): Piece[] {
  const when: Piece[] =
    x.kind === 'reversal'
      ? ['']
      : x.resolvedOn === null
        ? wording().contradiction.asOf({ date: x.lastOn })
        : wording().contradiction.until({ date: x.resolvedOn })
  return [...when, ': ', ...bothSides(x), '. ', describeKind(x), '. ', ...reviewPieces(x), '.']
}

/** The sentence, its heading the way to the contradiction's own page. */
export const ContradictionSentence = ({ x }: { x: RecordedContradiction }) => (
  <>
    <a href={paths.contradiction(x)}>
      <Sentence pieces={headingOf(x)} />
    </a>
    <Sentence pieces={restOf(x)} />
  </>
)

/**
 * A sentence of ours that names parties and positions, with each name isolated: a right-to-left name
 * before a number would otherwise pull the number to its other side.
 */
export function isolateNames(text: string, names: readonly string[]): Piece[] {
  const known = [...new Set(names)]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
  if (known.length === 0) return [text]
  const escaped = known.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'u'))
    .map((part, i) => (i % 2 === 1 ? { name: part } : part))
}
