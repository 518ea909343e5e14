/**
 * The shape of a dossier, format "gainsay-dossier/1": a topic as one portable JSON document.
 *
 * Strict: a field that the contract does not name is refused. What fields say of each other (that a
 * slug leads somewhere, that a quotation stands in its source) is checked in dossier-checks.ts.
 */
import { z } from 'zod'
import { VISIBILITIES } from './access.ts'
import { FORMS, ISSUE_KINDS, NATURES, STANCES } from './claims.ts'
import { DateError, isDay, parseDate } from './dates.ts'
import { ERASURE_REASONS } from './erasures.ts'
import {
  CONTRADICTION_KINDS,
  DISAGREEMENT_KINDS,
  DISMISSAL_REASONS,
  STATUSES,
  VERDICTS,
} from './reviews.ts'

export const FORMAT = 'gainsay-dossier/1'

const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu
const TURNS_DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const count = (n: number) => n.toLocaleString('en-GB')

/** Text that says something, of at most so many UTF-16 code units. */
const text = (max: number) =>
  z
    .string()
    .refine((t) => t.length <= max, {
      error: ({ input }) =>
        `This is ${count(String(input).length)} characters; at most ${count(max)}.`,
      abort: true,
    })
    .refine((t) => t.replace(INVISIBLE, '') !== '', 'This is blank. Leave the field out instead.')

/** A name: no characters that turn the direction of text, where they would deceive. */
const name = (max: number) =>
  text(max).refine(
    (t) => !TURNS_DIRECTION.test(t),
    'This contains an invisible mark that turns the direction of text. Remove it.',
  )

const list = <T extends z.ZodType>(of: T, max: number) =>
  z.array(of).max(max, `There are more than ${count(max)} here.`)

const SLUG = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,79}$/u

/** Names a thing within its topic. */
export const Slug = z
  .string()
  .refine(
    (t) => SLUG.test(t) && t === t.normalize('NFC'),
    'A slug is 1 to 80 letters, digits, “-”, “_” or “.”, beginning with a letter or a digit.',
  )

/** Why a text is no EDTF date; undefined when it is one. */
function findDateFlaw(given: string): string | undefined {
  try {
    return parseDate(given).text === given
      ? undefined
      : `“${given}” has white space around it. Take it away.`
  } catch (error) {
    if (!(error instanceof DateError)) throw error
    return error.message
  }
}

const edtf = z.string().superRefine((given, check) => {
  const flaw = findDateFlaw(given)
  if (flaw !== undefined) check.addIssue(flaw)
})

/** An end of a role or a membership that is open, as EDTF writes it; leaving it out says the same. */
export const OPEN_END = '..'

const periodEnd = z.string().superRefine((given, check) => {
  const flaw = given === OPEN_END ? undefined : findDateFlaw(given)
  if (flaw !== undefined) check.addIssue(flaw)
})

const day = z.string().refine(isDay, {
  error: ({ input }) => `“${String(input)}” is not a day. Use one like 2015-12-15.`,
})

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/

const instant = z
  .string()
  .refine(
    (t) => isDay(INSTANT.exec(t)?.[1] ?? ''),
    'Give a time with its zone, such as 2015-12-15T18:30:00Z.',
  )

const dayOrInstant = z
  .string()
  .refine(
    (t) => isDay(t) || isDay(INSTANT.exec(t)?.[1] ?? ''),
    'Give a day, such as 2015-12-15, or a time with its zone, such as 2015-12-15T18:30:00Z.',
  )

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const language = z.string().refine((t) => t.length <= 100 && isLanguage(t), {
  error: ({ input }) => `“${String(input)}” is no language tag. Use BCP 47, such as en or ru.`,
})

/** What keeps an address from being followed safely; undefined when nothing does. */
function findUrlFlaw(given: string): string | undefined {
  if (given.length > 2048) return 'This address is longer than 2,048 characters.'
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given))
    return 'An address must begin with https:// or http:// and name a host.'
  const { username, password } = new URL(given)
  if (username !== '' || password !== '') return 'An address must not contain a name or password.'
  return /\s/u.test(given) || TURNS_DIRECTION.test(given)
    ? 'An address must not contain white space or marks that turn the direction of text.'
    : undefined
}

const url = z.string().superRefine((given, check) => {
  const flaw = findUrlFlaw(given)
  if (flaw !== undefined) check.addIssue(flaw)
})

const wikidata = z
  .string()
  .regex(/^Q[1-9]\d{0,11}$/, 'A Wikidata id is Q and digits, such as Q159.')

const aliases = list(name(300), 200)

const whole = (min: number, max: number, error: string) =>
  z.number(error).int(error).min(min, error).max(max, error)

/** A party: whoever holds positions. `kind` is free text. */
export const DossierParty = z.strictObject({
  slug: Slug,
  name: name(300),
  kind: text(200),
  aliases,
  /** Its name in other languages, in their own scripts. */
  names: list(z.strictObject({ language, name: name(300) }), 100).optional(),
  iso3166: z
    .string()
    .regex(/^[A-Z]{2}$/, 'An ISO 3166 code is two capital letters, such as US.')
    .optional(),
  wikidata: wikidata.optional(),
  memberOf: list(
    z.strictObject({ party: Slug, from: periodEnd.optional(), to: periodEnd.optional() }),
    200,
  ).optional(),
})
export type DossierParty = z.infer<typeof DossierParty>

/** A person: somebody who speaks, in roles for parties. */
export const DossierPerson = z.strictObject({
  slug: Slug,
  name: name(300),
  aliases: aliases.optional(),
  wikidata: wikidata.optional(),
  roles: list(
    z.strictObject({
      party: Slug,
      title: text(300),
      from: periodEnd.optional(),
      to: periodEnd.optional(),
    }),
    200,
  ),
})
export type DossierPerson = z.infer<typeof DossierPerson>

/** What stands beside the sentence that took the place of words: who erased them, when and why. */
const Erased = z.strictObject({
  at: instant,
  by: name(300),
  reason: z.enum(ERASURE_REASONS),
  why: text(1000),
})

const Capture = z.strictObject({
  text: text(2_000_000),
  capturedAt: dayOrInstant,
  /** Of the text as it was captured, also where it was erased since. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 is 64 digits and letters a to f.'),
  erased: Erased.optional(),
})

/** A source, with the text as it was captured where there is one. */
export const DossierSource = z.strictObject({
  slug: Slug,
  kind: text(200),
  publisher: text(300).optional(),
  title: text(1000),
  authors: list(text(300), 200).optional(),
  url: url.optional(),
  archiveUrl: url.optional(),
  published: edtf,
  language,
  grade: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).optional(),
  /** True where readers see only what is quoted, with some text around it. */
  excerptsOnly: z.boolean().optional(),
  /** The newest. */
  capture: Capture.optional(),
  /** Those before it, the oldest first: quotations stay in the text that they were taken from. */
  earlierCaptures: list(Capture, 1000).min(1).optional(),
})
export type DossierSource = z.infer<typeof DossierSource>
export type DossierCapture = z.infer<typeof Capture>

/** One possible answer to an issue, with the positions it entails. */
export const DossierPosition = z.strictObject({
  slug: Slug,
  label: text(500),
  description: text(5000).optional(),
  entails: list(Slug, 200).optional(),
  /** The position of the issue that took its place: what was said of this one is on record there. */
  mergedInto: Slug.optional(),
})
export type DossierPosition = z.infer<typeof DossierPosition>

/** An issue: one neutral question, its positions and how they exclude each other. */
export const DossierIssue = z.strictObject({
  slug: Slug,
  question: text(1000),
  nature: z.enum(NATURES),
  kind: z.enum(ISSUE_KINDS),
  unit: text(100).optional(),
  labels: z.record(z.string(), text(500)).optional(),
  positions: list(DossierPosition, 200).optional(),
  excludes: list(
    z.strictObject({
      pair: z.tuple([Slug, Slug], 'Give the slugs of two positions.'),
      kind: z.enum(['contrary', 'contradictory']).optional(),
    }),
    20_000,
  ).optional(),
  exclusive: z.boolean().optional(),
})
export type DossierIssue = z.infer<typeof DossierIssue>

const offset = whole(0, 10_000_000, 'An offset is a whole number of code points, from 0.')

/** Where a claim was found, with the words as they stand there. */
export const DossierCitation = z.strictObject({
  source: Slug,
  quote: text(10_000).optional(),
  prefix: z.string().max(500, 'At most 500 characters.').optional(),
  suffix: z.string().max(500, 'At most 500 characters.').optional(),
  start: offset.optional(),
  end: offset.optional(),
  language: language.optional(),
  translation: text(10_000).optional(),
  translator: text(300).optional(),
  locator: text(500).optional(),
  credibility: whole(1, 6, 'Credibility is a whole number from 1 to 6.').optional(),
})
export type DossierCitation = z.infer<typeof DossierCitation>

const end = z.union([z.number(), z.string(), z.null()], 'Give a number, a day, or null.')

/** A position on a quantity or date issue: an interval, null for an open end. */
export const DossierValue = z.strictObject({ min: end, max: end })
export type DossierValue = z.infer<typeof DossierValue>

/** A claim: who takes what stance, said when, found where. */
export const DossierClaim = z.strictObject({
  slug: Slug,
  issue: Slug,
  party: Slug,
  person: Slug.optional(),
  position: Slug.optional(),
  value: DossierValue.optional(),
  stance: z.enum(STANCES),
  bearing: z.enum(['states', 'context']).optional(),
  form: z.enum(FORMS),
  said: edtf,
  statement: text(2000),
  condition: text(2000).optional(),
  scope: z.strictObject({ period: edtf.optional(), note: text(2000).optional() }).optional(),
  hedge: text(500).optional(),
  /** An earlier claim of the same side that this one only says again. */
  restates: Slug.optional(),
  withdrawn: z.strictObject({ reason: text(2000) }).optional(),
  /** Its words are gone; `statement` holds the sentence that says so. */
  erased: Erased.optional(),
  citations: list(DossierCitation, 100).min(1, 'A claim needs at least one citation.'),
})
export type DossierClaim = z.infer<typeof DossierClaim>

/** What a party answers to a claim on record. It is shown with the claim and is none itself. */
export const DossierReply = z.strictObject({
  slug: Slug,
  /** The claim that it answers. */
  claim: Slug,
  party: Slug,
  person: Slug.optional(),
  said: edtf,
  /** What the answer is, in a sentence of ours. */
  statement: text(2000),
  withdrawn: z.strictObject({ reason: text(2000) }).optional(),
  citations: list(DossierCitation, 100).min(1, 'A reply needs at least one citation.'),
})
export type DossierReply = z.infer<typeof DossierReply>

/** A search for a party's claims on an issue that found none, or that need not be made. */
export const DossierSearch = z.strictObject({
  party: Slug,
  issue: Slug,
  on: day,
  by: name(300).optional(),
  /** Where was looked, in words. */
  where: text(500).optional(),
  result: z.enum(['none-found', 'not-applicable']),
  /** It stays on record and says nothing any more. */
  withdrawn: z.strictObject({ reason: text(2000) }).optional(),
})
export type DossierSearch = z.infer<typeof DossierSearch>

/** One side of a contradiction: a party's stance on a position, or on a value. */
export const DossierSide = z.strictObject({
  party: Slug,
  stance: z.enum(['affirms', 'denies']),
  position: Slug.optional(),
  value: DossierValue.optional(),
})
export type DossierSide = z.infer<typeof DossierSide>

/** What makes a contradiction this one: the pair of sides has no order of its own. */
const identity = {
  issue: Slug,
  kind: z.enum(CONTRADICTION_KINDS),
  a: DossierSide,
  b: DossierSide,
}

/** A contradiction and what was decided about it. */
export const DossierContradiction = z.strictObject({
  ...identity,
  status: z.enum(STATUSES),
  firstOn: day.optional(),
  lastOn: day.optional(),
  log: list(
    z.strictObject({
      at: instant,
      by: name(300),
      from: z.enum(STATUSES).optional(),
      to: z.enum(STATUSES),
      why: text(5000).optional(),
      /** Did an editor settle what reviewers differed on? */
      adjudicated: z.literal(true).optional(),
    }),
    1000,
  ),
})
export type DossierContradiction = z.infer<typeof DossierContradiction>

/** One person's verdict on a contradiction, named by its identity. */
export const DossierReview = z.strictObject({
  ...identity,
  by: name(300),
  at: instant,
  /** When a later one of the same reviewer took its place, or it was taken back; absent while it holds. */
  replacedAt: instant.optional(),
  verdict: z.enum(VERDICTS),
  disagreement: z.enum(DISAGREEMENT_KINDS).optional(),
  reason: z.enum(DISMISSAL_REASONS).optional(),
  note: text(5000).optional(),
})
export type DossierReview = z.infer<typeof DossierReview>

const note = text(5000)

/** What a topic says of itself, and who takes part in it or observes it. */
export const DossierTopic = z.strictObject({
  slug: Slug,
  title: text(300),
  summary: text(5000).optional(),
  visibility: z.enum(VISIBILITIES),
  /** How many agreeing reviews settle a contradiction; absent means 1. */
  reviewsToSettle: z.union([z.literal(1), z.literal(2)]).optional(),
  parties: list(Slug, 5000),
  observers: list(Slug, 5000),
})
export type DossierTopic = z.infer<typeof DossierTopic>

/** What a topic's own revisions hold: the topic with the dossier's note. */
export const DossierTopicForm = z.strictObject({ note: note.optional(), topic: DossierTopic })
export type DossierTopicForm = z.infer<typeof DossierTopicForm>

/** A captured text is kept once; revisions name it by its hash. */
const NamedCapture = Capture.omit({ text: true })
export const DossierSourceForm = DossierSource.extend({
  capture: NamedCapture.optional(),
  earlierCaptures: list(NamedCapture, 1000).min(1).optional(),
})
export type DossierSourceForm = z.infer<typeof DossierSourceForm>

const revisionOf = <const Entity extends string, Form extends z.ZodType>(
  entity: Entity,
  form: Form,
) =>
  z.strictObject({
    seq: whole(1, Number.MAX_SAFE_INTEGER, 'A sequence number is a whole number from 1.'),
    at: instant,
    by: name(300),
    entity: z.literal(entity),
    slug: text(300),
    action: z.enum(['created', 'revised']),
    why: text(2000).optional(),
    before: form.optional(),
    after: form,
  })

const REVISIONS = [
  revisionOf('topic', DossierTopicForm),
  revisionOf('party', DossierParty),
  revisionOf('person', DossierPerson),
  revisionOf('source', DossierSourceForm),
  revisionOf('issue', DossierIssue),
  revisionOf('claim', DossierClaim),
  revisionOf('search', DossierSearch),
  revisionOf('reply', DossierReply),
] as const

/** One revision: what somebody changed, from and to, whole, and why. */
export const DossierRevision = z.discriminatedUnion('entity', REVISIONS, {
  error: `Use ${REVISIONS.map((r) => `“${r.shape.entity.value}”`).join(', ')}.`,
})
export type DossierRevision = z.infer<typeof DossierRevision>

/** A whole topic. */
export const Dossier = z.strictObject({
  format: z.literal(FORMAT),
  note: note.optional(),
  /** Of the history from which a site published it, signed there; whoever imports it has another. */
  checkpoint: text(10_000).optional(),
  topic: DossierTopic,
  parties: list(DossierParty, 5000),
  people: list(DossierPerson, 50_000),
  sources: list(DossierSource, 100_000),
  issues: list(DossierIssue, 10_000),
  claims: list(DossierClaim, 1_000_000),
  replies: list(DossierReply, 1_000_000).optional(),
  searches: list(DossierSearch, 100_000).optional(),
  reviews: list(DossierReview, 1_000_000).optional(),
  contradictions: list(DossierContradiction, 1_000_000).optional(),
  history: list(DossierRevision, 5_000_000).optional(),
})
export type Dossier = z.infer<typeof Dossier>
