import { Hono } from 'hono'
import { z } from 'zod'
import { listUsedBySource } from '#db/queries/capture.ts'
import { type FoundCapture, findCapture } from '#db/queries/captures.ts'
import { countClaims } from '#db/queries/claim-lists.ts'
import { findClaim, findClaimLink, listContradictionIdsOfSide } from '#db/queries/claims.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { type ClaimDraftKept, findDraft, isDraftDiscarded } from '#db/queries/drafts.ts'
import { type FoundSource, listPassages } from '#db/queries/sources.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import {
  CapturePage,
  type CapturePageProps,
  type ShownSentence,
} from '#views/capture/capture-page.tsx'
import type { QuickFormProps } from '#views/capture/quick-form.tsx'
import { wording } from '#views/words/wording.ts'
import { startValues } from '#views/shared/fields.tsx'
import { describeErased } from '../domain/erasures.ts'
import { Refusal } from '../domain/errors.ts'
import type { RecordChoices } from '../domain/new-claim.ts'
import { countCodePoints } from '../domain/quotations.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { respond } from '../http/respond.tsx'
import { accountOf, allow } from '../http/session.ts'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { splitSentences } from '../text/sentences.ts'
import { tokenise } from '../text/tokens.ts'
import {
  type PlacedStatement,
  type TextSpan,
  listStatements,
  suggestClaim,
} from './capture-suggestions.ts'
import { newKey } from './claim-pages.ts'
import { writeNext } from './capture-next.ts'
import { idAddress } from './pages.ts'
import { requireSource, sourceCrumbs } from './source-pages.ts'

const query = validQuery(
  z.object({
    s: z.array(z.coerce.number().int().min(1).max(1_000_000)).max(200).catch([]).default([]),
    saved: z.string().max(20).optional().catch(undefined),
    draft: z.literal('1').optional().catch(undefined),
    done: z.literal('discarded').optional().catch(undefined),
  }),
)

/** Claims made from a source's text, sentence by sentence. */
export const captureRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/s/:id/capture', allow('record'), idAddress, query, async (c) => {
    const { source, topic } = await requireSource(db, c)
    const capture = await findCapture(db, source.id)
    if (capture === undefined) throw new Refusal('source-not-found', { detail: NO_TEXT })
    if (capture.erased !== null)
      throw new Refusal('erased', { detail: describeErased(capture.erased) })
    const { s, saved, draft: asked, done } = c.req.valid('query')
    const sentences = sentencesOf(capture.text)
    const owner = { accountId: accountOf(c), sourceId: source.id }
    const kept = await findDraft(db, owner)
    const draft = asked === undefined ? undefined : kept
    const chosen = new Set(draft?.sentences ?? s)
    const span = spanOf(sentences, chosen)
    const statements = await listStatements(db, source, { capture, span })
    const text = { source, capture, statements }
    const page: CapturePageProps = {
      source,
      sentences: await shownSentences(db, { ...text, sentences, chosen }),
      claimCount: await countClaims(db, { sourceId: source.id }),
      form: span && (await formFor(db, c, { ...text, topic, span, chosen, draft })),
      isDiscarded: done !== undefined && (await isDraftDiscarded(db, owner)),
      kept: kept && draft === undefined ? describeDraft(kept) : undefined,
      viewer: c.var.viewer,
      ...(saved === undefined ? {} : await whatWasSaved(db, topic, saved)),
    }
    return await respond(c, {
      title: wording().capture.title(source.title),
      topic,
      current: 'sources',
      extra: 'capture',
      crumbs: sourceCrumbs(topic, source),
      page: <CapturePage {...page} />,
    })
  })

const NO_TEXT = 'The text of this source is not kept here, so claims cannot be made from it.'

/** The chosen sentences, with the number of the last. */
interface ChosenSpan extends TextSpan {
  readonly last: number
}

interface Sentence {
  readonly n: number
  readonly start: number
  readonly end: number
  readonly isFirst: boolean
}

function sentencesOf(text: string): Sentence[] {
  const tokens = tokenise(text)
  const runs = splitSentences(text, tokens)
  return runs.map(({ from, to, paragraph }, i) => ({
    n: i + 1,
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    isFirst: paragraph !== runs[i - 1]?.paragraph,
  }))
}

/** From the first chosen sentence to the last, with what stands between them. */
function spanOf(
  sentences: readonly Sentence[],
  chosen: ReadonlySet<number>,
): ChosenSpan | undefined {
  const inside = sentences.filter(({ n }) => chosen.has(n))
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return { start: first.start, end: last.end, last: last.n }
}

async function shownSentences(
  db: Deps['db'],
  given: {
    source: FoundSource
    capture: FoundCapture
    statements: readonly PlacedStatement[]
    sentences: readonly Sentence[]
    chosen: ReadonlySet<number>
  },
): Promise<ShownSentence[]> {
  const { source, capture, statements, sentences, chosen } = given
  const passages = await listPassages(db, source, capture.id)
  let [index, place] = [0, 0]
  return sentences.map(({ n, start, end, isFirst }) => {
    const text = capture.text.slice(start, end)
    place += countCodePoints(capture.text.slice(index, start))
    const until = place + countCodePoints(text)
    const touching = passages.filter(
      (p) => p.start !== null && p.end !== null && p.start < until && p.end > place,
    )
    const claims = [...new Set(touching.map((p) => p.ofId))]
    index = end
    place = until
    const said = statements.filter((one) => one.cueStart >= start && one.cueStart < end)
    return {
      n,
      text,
      isFirst,
      isChosen: chosen.has(n),
      claims,
      speakers: [...new Set(said.map((one) => one.speakerName).filter((name) => name !== ''))],
    }
  })
}

const MOST_STATEMENT = 2000

async function formFor(
  db: Deps['db'],
  c: AppContext,
  given: {
    source: FoundSource
    topic: FoundTopic
    capture: FoundCapture
    statements: readonly PlacedStatement[]
    span: ChosenSpan
    chosen: ReadonlySet<number>
    draft: ClaimDraftKept | undefined
  },
): Promise<QuickFormProps> {
  const { source, topic, span, chosen, draft } = given
  const suggestion = await suggestClaim(db, given)
  const { quote, party, person, issue, likely } = suggestion
  const suggested = {
    party,
    person,
    issue,
    said: suggestion.isSaidSuggested ? suggestion.said : undefined,
  }
  const values = startValues({
    party,
    person,
    issue,
    key: newKey(),
    rows: '1',
    bearing: 'states',
    stance: 'affirms',
    said: suggestion.said,
    wording: suggestion.wording,
    statement: quote.replaceAll(/\s+/gu, ' ').slice(0, MOST_STATEMENT),
    'c1-source': source.slug,
    'c1-quote': quote,
    'c1-start': String(suggestion.start),
    next: writeNext({
      sourceId: source.id,
      sentence: suggestion.isMoreSaid ? span.last : span.last + 1,
    }),
  })
  return {
    topicSlug: topic.slug,
    viewer: c.var.viewer,
    choices: usedFirst(
      await listRecordChoices(db, topic.id),
      await listUsedBySource(db, source.id),
    ),
    values: draft === undefined ? values : new Map([...values, ...Object.entries(draft.fields)]),
    likely,
    suggested: new Set(
      Object.entries(suggested).flatMap(([name, value]) =>
        value === undefined || draft !== undefined ? [] : [name],
      ),
    ),
    draftAddress: paths.claimDraft(source, [...chosen]),
  }
}

const describeDraft = ({ fields, keptAt }: ClaimDraftKept) => ({
  statement: fields['statement']?.[0] ?? '',
  keptAt,
})

/** What this source is about so far comes first, in the order in which it came up. */
function usedFirst(
  choices: RecordChoices,
  used: { parties: readonly string[]; issues: readonly string[] },
): RecordChoices {
  const first = <Thing extends { slug: string }>(
    things: readonly Thing[],
    order: readonly string[],
  ) => {
    const rank = ({ slug }: Thing) => (order.includes(slug) ? order.indexOf(slug) : order.length)
    return [...things].sort((a, b) => rank(a) - rank(b))
  }
  return {
    ...choices,
    parties: first(choices.parties, used.parties),
    issues: first(choices.issues, used.issues),
  }
}

async function whatWasSaved(
  db: Deps['db'],
  topic: FoundTopic,
  slug: string,
): Promise<Pick<CapturePageProps, 'saved'>> {
  const claim = await findClaimLink(db, topic.id, slug)
  if (claim === undefined) return {}
  const { sideId } = (await findClaim(db, claim.id)) ?? {}
  const conflicts = sideId === undefined ? 0 : (await listContradictionIdsOfSide(db, sideId)).length
  return { saved: { claim, conflicts } }
}
