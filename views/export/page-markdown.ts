import type { Ground } from '#server/domain/common-ground.ts'
import { isHeldByAll, isHeldByMost } from '#server/domain/common-ground.ts'
import { describeDate } from '#server/domain/date-words.ts'
import type { PairCounts } from '#server/domain/pair-counts.ts'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import type {
  EvidenceClaim,
  RecordedContradiction,
  RecordedSide,
  ReviewRecord,
} from '#server/domain/recorded-contradiction.ts'
import { describeValue } from '#server/domain/values.ts'
import { paths } from '#server/paths.ts'
import { describeClaim } from '../claim/claim-summary.tsx'
import { describePieces, headingOf, sentenceOf } from '../contradiction/sentence.tsx'
import { describeHeld, shownStatusOf } from '../contradiction/words.ts'
import {
  type CommonGroundPageProps,
  type FoundGround,
  describeCommonGround,
} from '../overview/common-ground-page.tsx'
import { type MatrixPageProps, describeMatrix } from '../overview/matrix-page.tsx'
import { type Footnote, describeLimits } from './exported.ts'
import { footnoteFor } from './footnotes.ts'
import { footnoteOf, link, sourceOf, text, writeTableOf } from './markdown.ts'

/**
 * Pages in Markdown, in English, for programs and for people who paste: what the page shows, quotations
 * with their sources as footnotes. To be called where English is spoken.
 */

/** When what was read, and where that stands. */
export interface MarkdownState {
  /** The instant of record. */
  readonly recorded: string
  /** In full. */
  readonly permalink: string
  /** Of this site, in full. */
  readonly origin: string
}

const document = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n')

const stateOf = ({ recorded, permalink }: MarkdownState, asOf?: string): string => {
  const day = asOf === undefined ? 'As' : `As of ${describeDate(asOf)}, as`
  return `${text(`${day} recorded by ${recorded}.`)} ${link(permalink)}`
}

/** A claim with every place where it is found. */
export function writeClaimMarkdown(claim: RecordedClaim, state: MarkdownState): string {
  const { party, person, issue, citations } = claim
  const about = { number: 1, party: party.name, said: claim.said, permalink: state.permalink }
  const { scope, sources } = footnoteFor(claim, about)
  const who = [person?.name ?? party.name, person?.role, describeDate(claim.said), claim.form]
  const limits = describeLimits({ condition: claim.condition, scope, hedge: claim.hedge })
  const issueAt = state.origin + paths.issue(issue, { known: state.recorded })
  return document([
    `# ${text(describeClaim(claim))}`,
    claim.withdrawnReason === undefined
      ? undefined
      : `**Withdrawn.** ${text(claim.withdrawnReason)}`,
    text(claim.statement),
    [
      `- ${text(who.filter(Boolean).join(', '))}`,
      `- Party: ${text(party.name)}`,
      `- Issue: ${text(issue.question)} ${link(issueAt)}`,
      ...limits.map((limit) => `- ${text(limit)}`),
    ].join('\n'),
    ...citations.map(({ quote, translation, translator }, i) => {
      const words = quote === undefined ? 'No quotation on file.' : `“${text(quote)}”`
      const by = translator === undefined ? '' : ` by ${text(translator)}`
      const also =
        translation === undefined ? '' : `\n>\n> Translation${by}: “${text(translation)}”`
      return `> ${words}[^${i + 1}]${also}`
    }),
    stateOf(state),
    ...citations.map(({ locator }, i) => {
      const at = locator === undefined ? '' : ` ${text(locator)}.`
      return `[^${i + 1}]: ${sources[i] === undefined ? '' : sourceOf(sources[i])}${at}`
    }),
  ])
}

/** What is written of a contradiction: as its page shows it. */
interface ContradictionParts {
  readonly x: RecordedContradiction
  readonly record: ReviewRecord
  readonly evidence: Readonly<
    Record<'a' | 'b', { readonly lines: readonly { readonly first: EvidenceClaim }[] }>
  >
}

/** A contradiction with the newest evidence of both sides, and what reviewers decided. */
export function writeContradictionMarkdown(
  { x, record, evidence }: ContradictionParts,
  state: MarkdownState,
): string {
  const notes: Footnote[] = []
  const side = (given: RecordedSide, which: 'a' | 'b') =>
    sideOf(
      given,
      evidence[which].lines.map(({ first }) => first),
      { x, state, notes },
    )
  const sides = [side(x.a, 'a'), side(x.b, 'b')]
  return document([
    `# ${text(describePieces(headingOf(x)))}`,
    text(describePieces(sentenceOf(x))),
    text(x.explanation),
    `Status: ${text(shownStatusOf(x))}.`,
    ...sides,
    reviewsOf(x, record),
    stateOf(state),
    ...notes.map(footnoteOf),
  ])
}

interface Noting {
  readonly x: RecordedContradiction
  readonly state: MarkdownState
  /** Added to. */
  readonly notes: Footnote[]
}

function sideOf(
  side: RecordedSide,
  claims: readonly EvidenceClaim[],
  { x, state, notes }: Noting,
): string {
  const lines = claims.map((claim) => {
    const permalink = state.origin + paths.claim({ id: claim.id }, { known: state.recorded })
    const about = { number: notes.length + 1, party: side.party.name, said: claim.said, permalink }
    notes.push(footnoteFor(claim, about))
    return `- ${text(claim.statement)} (${text(describeDate(claim.said))})[^${about.number}]`
  })
  const head = `## ${text(`${side.party.name}: ${describeHeld(side, x.issue.unit)}`)}`
  const left = side.claimCount - claims.length
  return [head, '', ...lines, ...(left > 0 ? [`- and ${left} more on record.`] : [])].join('\n')
}

function reviewsOf(x: RecordedContradiction, { reviews }: ReviewRecord): string | undefined {
  const lines = reviews
    .filter((review) => review.replacedAt === null)
    .map(({ reviewer, verdict, reason, note, reviewedAt }) => {
      const why = [reason, note].filter((part) => part !== null && part !== '').join('; ')
      const day = describeDate(reviewedAt.toISOString().slice(0, 10))
      return `- ${text(`${reviewer}, ${day}: ${verdict}${why === '' ? '' : ` (${why})`}`)}`
    })
  const { adjudication } = x
  if (adjudication !== undefined)
    lines.unshift(
      `- ${text(`${adjudication.by} decided what reviewers differed on: ${adjudication.why}`)}`,
    )
  return lines.length === 0 ? undefined : ['## Reviews', '', ...lines].join('\n')
}

type ShownGround = Omit<CommonGroundPageProps, 'isDayAsked'>

/** What parties hold in common, all of it with who holds it. */
export function writeGroundMarkdown(found: ShownGround, state: MarkdownState): string {
  const notes: Footnote[] = []
  const all = ({ ground }: FoundGround) => isHeldByAll(ground)
  const most = ({ ground }: FoundGround) => !isHeldByAll(ground) && isHeldByMost(ground)
  const parts = [
    ['Held by all who speak', found.grounds.filter(all)],
    ['Held by most who speak', found.grounds.filter(most)],
    ['Held by two or more', found.grounds.filter(({ ground }) => !isHeldByMost(ground))],
  ] as const
  const lists = parts.map(([head, grounds]) =>
    grounds.length === 0
      ? undefined
      : [`## ${head}`, '', ...grounds.map((one) => groundOf(one, { found, state, notes }))].join(
          '\n',
        ),
  )
  return document([
    `# Common ground: ${text(found.topic.title)}`,
    text(describeCommonGround(found)),
    ...lists,
    stateOf(state, found.asOf),
    ...notes.map(footnoteOf),
  ])
}

interface NotingGround {
  readonly found: ShownGround
  readonly state: MarkdownState
  readonly notes: Footnote[]
}

function groundOf({ issue, ground }: FoundGround, { found, state, notes }: NotingGround): string {
  const nameOf = new Map(found.parties.map(({ slug, name }) => [slug, name]))
  const holders = ground.holders.map(({ party, claim }) => {
    const name = nameOf.get(party) ?? party
    const detail = found.details.get(claim.slug)
    if (detail === undefined) return text(name)
    const permalink = state.origin + paths.claim({ id: detail.id }, { known: state.recorded })
    const about = { number: notes.length + 1, party: name, said: claim.said, permalink }
    notes.push(footnoteFor({ ...detail, condition: claim.condition }, about))
    return `${text(name)}[^${about.number}]`
  })
  const against = ground.against.map((party) => text(nameOf.get(party) ?? party)).join(', ')
  return [
    `- **${text(describeGround(issue, ground))}** (${text(issue.question)})`,
    `${ground.holders.length} of ${ground.speakers} who speak${ground.conditional ? ', on a condition' : ''}:`,
    `${holders.join(', ')}.${against === '' ? '' : ` To the contrary: ${against}.`}`,
  ].join(' ')
}

/** What is held: a position that is affirmed or rejected, or a value. */
export function describeGround(issue: FoundGround['issue'], { on }: Ground): string {
  if ('value' in on) return describeValue(on.value, issue.kind === 'date' ? undefined : issue.unit)
  const label = issue.judge.issue.positions.find(({ slug }) => slug === on.position)?.label
  return `${on.holds ? '' : 'Rejected: '}${label ?? on.position}`
}

/** Every two parties in counts. */
export function writeMatrixMarkdown(found: MatrixPageProps, state: MarkdownState): string {
  const nameOf = new Map(found.parties.map(({ slug, name }) => [slug, name]))
  const row = ({ parties: [a, b], both, conflicts, common }: PairCounts) => [
    ...[a, b].map((party) => text(nameOf.get(party) ?? party)),
    ...[both, conflicts, common].map(String),
  ]
  return document([
    `# Party by party: ${text(found.topic.title)}`,
    text(describeMatrix(found)),
    found.pairs.length === 0
      ? undefined
      : writeTableOf([
          ['Party', 'Party', 'Issues both speak to', 'In conflict', 'In common'],
          ...found.pairs.map(row),
        ]),
    stateOf(state, found.asOf),
  ])
}
