import {
  type QuotedSpan,
  listExamples,
  listNamedParties,
  listQuotedSpans,
  listSpeakers,
} from '#db/queries/capture.ts'
import type { FoundCapture } from '#db/queries/captures.ts'
import type { FoundSource } from '#db/queries/sources.ts'
import type { Db } from '#db/connect.ts'
import { QUOTATION_MARK } from '../domain/claims.ts'
import { isDay } from '../domain/dates.ts'
import { countCodePoints, indexAfter } from '../domain/quotations.ts'
import { Examples } from '../domain/similarity.ts'
import { type Attribution, findAttributions, isModelled } from '../text/attribution.ts'
import { findQuotedSpeech } from '../text/quoted-speech.ts'
import { findSaidOn } from '../text/said-on.ts'
import { type SuggestedStatement, isStandIn, suggestStatements } from '../text/statements.ts'

/** What is suggested for claims made from a text: nothing of it is saved by itself. */

/** A stretch of the captured text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Attributions by language and hash of the text; as many as a few people work on at a time. */
const found = new Map<string, readonly Attribution[]>()
const MOST_KEPT = 20

function attributionsOf(
  { sha256, text }: FoundCapture,
  language: string,
  { start, end }: TextSpan,
): readonly Attribution[] {
  const key = `${language} ${sha256} ${start} ${end}`
  const known = found.get(key) ?? readStatements(text.slice(start, end), language)
  found.delete(key)
  found.set(key, known)
  for (const oldest of found.keys()) {
    if (found.size <= MOST_KEPT) break
    found.delete(oldest)
  }
  return known
}

/** In a language without a model, what stands between quotation marks. */
const readStatements = (text: string, language: string): readonly Attribution[] =>
  isModelled(language) ? findAttributions(text, language) : findQuotedSpeech(text)

/** A statement with its places in UTF-16 units. */
export interface PlacedStatement extends SuggestedStatement, TextSpan {
  /** Who is suggested as the speaker, in our names for them; else what the text calls them. */
  readonly speakerName: string
}

/** UTF-16 units of text that are read at once, before anything is chosen: well under a second. */
const MOST_READ = 100_000

/** Of a longer text only what is chosen is read, with so much before and after it. */
const AROUND = 5000

function windowOf({ text }: FoundCapture, span: TextSpan | undefined): TextSpan {
  if (text.length <= MOST_READ) return { start: 0, end: text.length }
  if (span === undefined) return { start: 0, end: 0 }
  const start = Math.max(0, span.start - AROUND)
  const end = Math.min(text.length, span.start + MOST_READ, span.end + AROUND)
  // Between lines, so that no word and no letter is cut.
  return {
    start: start === 0 ? 0 : text.indexOf('\n', start) + 1 || start,
    end: end === text.length ? end : Math.max(text.lastIndexOf('\n', end), span.start),
  }
}

/**
 * The statements that a captured text attributes to somebody, in its order; of a long text those in and
 * around what is chosen.
 * @param span - the chosen sentences, where there are any
 */
export async function listStatements(
  db: Db,
  source: Pick<FoundSource, 'topicId' | 'language' | 'publisher'>,
  { capture, span }: { capture: FoundCapture; span: TextSpan | undefined },
): Promise<PlacedStatement[]> {
  const speakers = await listSpeakers(db, source.topicId)
  const parties = await listNamedParties(db, source.topicId)
  const nameIn = (known: readonly { slug: string; name: string }[], slug: string | undefined) =>
    known.find((one) => one.slug === slug)?.name
  const window = windowOf(capture, span)
  const isRead = isModelled(source.language)
  const attributions = attributionsOf(capture, source.language, window)
  const indexOf = indexMaker(capture.text, window)
  const known = { speakers, parties, publisher: source.publisher ?? undefined }
  return suggestStatements(attributions, known).map((statement) => {
    const { speaker, source: called = '' } = statement
    const names = [nameIn(speakers, speaker?.person), nameIn(parties, speaker?.party)]
    return {
      ...statement,
      start: indexOf(statement.start),
      end: indexOf(statement.end),
      cueStart: indexOf(statement.cueStart),
      // Without a model what is called the source is only the rest of the sentence.
      speakerName:
        names.filter((name) => name !== undefined).join(', ') ||
        (isRead && !isStandIn(called) ? called : ''),
    }
  })
}

/** From code points of a stretch of text to UTF-16 units of all of it; walks the stretch once. */
function indexMaker(text: string, { start, end }: TextSpan): (codePoints: number) => number {
  const indices = [start]
  for (const character of text.slice(start, end))
    indices.push((indices.at(-1) ?? start) + character.length)
  return (codePoints) => indices[codePoints] ?? end
}

/** What of a claim follows from the chosen sentences; undefined where nothing is suggested. */
export interface ClaimSuggestion {
  readonly quote: string
  /** Where it begins, in code points. */
  readonly start: number
  readonly wording: 'direct quotation' | 'partial quotation' | 'paraphrase'
  readonly party: string | undefined
  readonly person: string | undefined
  readonly said: string
  readonly isSaidSuggested: boolean
  readonly issue: string | undefined
  /** Is more said there, or the same by others, of which no claim is made yet? */
  readonly isMoreSaid: boolean
  /** The likeliest position of each issue, by issue. */
  readonly likely: ReadonlyMap<string, string>
}

/**
 * @param statements - of the whole text
 * @param span - the chosen sentences
 */
export async function suggestClaim(
  db: Db,
  given: {
    source: FoundSource
    capture: FoundCapture
    statements: readonly PlacedStatement[]
    span: TextSpan
  },
): Promise<ClaimSuggestion> {
  const { source, capture, statements, span } = given
  const said = mostInside(statements, span)
  const before = countCodePoints(capture.text.slice(0, span.start))
  const quoted = await listQuotedSpans(db, capture.id, {
    start: before,
    end: before + countCodePoints(capture.text.slice(span.start, span.end)),
  })
  const placed = quoted.map((q) => placeOf(q, capture.text))
  const open = said.filter((one) => !placed.some((q) => isClaimed(one, q, said)))
  const statement = open[0] ?? said[0]
  // Who says it is cut off; where that stands elsewhere, whole sentences are what is said.
  const isReportedHere = statement !== undefined && overlapOf(cueOf(statement), span) > 0
  const place = isReportedHere ? quotedPart(capture.text, clip(statement, span)) : span
  const quote = capture.text.slice(place.start, place.end)
  const around =
    capture.text.slice(span.start, place.start) + capture.text.slice(place.end, span.end)
  const saidOn = isDay(source.published) ? findSaidOn(around, source.published) : undefined
  const answers = new Examples(await listExamples(db, source.topicId)).likeliest(
    capture.text.slice(span.start, span.end),
  )
  const likely = new Map<string, string>()
  for (const { issue, position } of answers)
    if (position !== undefined && !likely.has(issue)) likely.set(issue, position)
  return {
    quote,
    start: countCodePoints(capture.text.slice(0, place.start)),
    wording: wordingOf(capture.text, place),
    party: statement?.speaker?.party,
    person: statement?.speaker?.person,
    said: saidOn ?? source.published,
    isSaidSuggested: saidOn !== undefined,
    issue: answers[0]?.issue,
    likely,
    isMoreSaid: open.length > 1,
  }
}

const overlapOf = (a: TextSpan, b: TextSpan): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** How much of a statement lies in the span, from 0 to 1. */
const shareIn = (one: TextSpan, span: TextSpan): number =>
  overlapOf(one, span) / (one.end - one.start)

const cueOf = ({ cueStart }: PlacedStatement): TextSpan => ({ start: cueStart, end: cueStart + 1 })

/**
 * The statements of which some lies in the span, the one of which most does first, of several in the
 * order of the text; each once for everybody who says it. What stands inside another is left out: that
 * is what the other is about.
 */
function mostInside(statements: readonly PlacedStatement[], span: TextSpan): PlacedStatement[] {
  const inside = statements.filter((one) => overlapOf(one, span) > 0)
  const isInner = (one: PlacedStatement) =>
    inside.some((o) => o.start <= one.start && one.end <= o.end && o.cueStart !== one.cueStart)
  return inside
    .filter((one) => !isInner(one))
    .sort((a, b) => shareIn(b, span) - shareIn(a, span) || a.start - b.start)
}

/** In UTF-16 units. */
function placeOf({ party, start, end }: QuotedSpan, text: string): TextSpan & { party: string } {
  const from = indexAfter(text, 0, start)
  return { party, start: from, end: indexAfter(text, from, end - start) }
}

/**
 * Is a claim made of it? One of its party that quotes some of it; or that quotes what somebody else says
 * there, as when the party was changed by hand and the words were left.
 */
const isClaimed = (
  one: PlacedStatement,
  quoted: TextSpan & { readonly party: string },
  said: readonly PlacedStatement[],
): boolean =>
  one.speaker?.party === quoted.party &&
  said.some(
    (other) =>
      overlapOf(other, quoted) > 0 && (other === one || other.speaker?.party !== quoted.party),
  )

const clip = ({ start, end }: TextSpan, span: TextSpan): TextSpan => ({
  start: Math.max(start, span.start),
  end: Math.min(end, span.end),
})

const OPENING = /^[“"«„「『]/u
const CLOSING = /[”"»“」』]$/u

/** Without the marks around it, where all of it stands between one pair of marks. */
function quotedPart(text: string, { start, end }: TextSpan): TextSpan {
  const words = text.slice(start, end)
  const inner = words.slice(1, -1)
  return OPENING.test(words) && CLOSING.test(words) && !QUOTATION_MARK.test(inner)
    ? { start: start + 1, end: end - 1 }
    : { start, end }
}

/** Wholly between marks it is quoted; with some words between marks partly; else the source tells it. */
function wordingOf(text: string, { start, end }: TextSpan): ClaimSuggestion['wording'] {
  const words = text.slice(start, end)
  if (QUOTATION_MARK.test(words)) return 'partial quotation'
  const isBetween =
    OPENING.test(text.slice(start - 1, start)) && CLOSING.test(text.slice(end, end + 1))
  return isBetween ? 'direct quotation' : 'paraphrase'
}
