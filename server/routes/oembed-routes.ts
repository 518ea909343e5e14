import { type MiddlewareHandler, Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findContradiction } from '#db/queries/contradictions.ts'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import { queryOf } from '#views/comparison/comparison-view.ts'
import { titleOf } from '#views/comparison/words.ts'
import { describePieces, headingOf } from '#views/contradiction/sentence.tsx'
import { MOST_EMBEDDED_PARTIES } from '#views/embed/embed-comparison.tsx'
import { MOST_IN_MATRIX } from '#views/embed/embed-matrix.tsx'
import { EMBED_WIDTH, type Embeddable, describeIframe } from '#views/embed/iframe.ts'
import { speaking, wording } from '#views/words/wording.ts'
import { readDay } from '../domain/comparison-choice.ts'
import { Refusal } from '../domain/errors.ts'
import { escapeXml } from '../domain/feed.ts'
import { type Known, knownText, parseKnown } from '../domain/known.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { answerErrorWith } from '../http/on-error.ts'
import { respondProblemDetails } from '../http/problem.tsx'
import { validQuery } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'
import { type AsOf, findAsOf } from './as-of.ts'
import { findClaimOrRefuse, findTopicOfClaim } from './claim-pages.ts'
import { findTopicOrRefuse } from './contradiction-routes.tsx'
import {
  embedOfClaim,
  embedOfComparison,
  embedOfContradiction,
  embedOfMatrix,
} from './embeddable.ts'
import { withStands } from './overview.ts'
import { requireTopic } from './pages.ts'
import { comparisonFields, findShownComparison } from './shown-comparison.ts'
import { AskedMatrix, findMatrix } from './shown-matrix.ts'

/** How programs ask for the code that embeds an address of ours. @see https://oembed.com, version 1.0 */

const most = z.coerce.number('Give a whole number of pixels.').int().min(1).max(100_000).optional()

const query = validQuery(
  z.object({
    url: z.string('Give the address to embed.').max(8000),
    maxwidth: most,
    maxheight: most,
    format: z.string().max(20).default('json'),
  }),
)

/** Programs of other sites ask from their own pages; no cookie is read, as below `/embed`. */
const asPublic: MiddlewareHandler<AppEnv> = async (c, next) => {
  await speaking('en', next)
  c.res.headers.set('Access-Control-Allow-Origin', '*')
}

export const oembedRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .onError(answerErrorWith(respondProblemDetails))
    .get('/oembed', asPublic, query, async (c) => {
      const { url, maxwidth, maxheight, format } = c.req.valid('query')
      if (format !== 'json' && format !== 'xml') throw new Refusal('format-not-offered')
      const found = await findEmbeddable(db, c, url)
      const width = Math.min(EMBED_WIDTH, maxwidth ?? EMBED_WIDTH)
      const height = Math.min(found.height, maxheight ?? found.height)
      const answer = {
        version: '1.0',
        type: 'rich',
        title: found.title,
        provider_name: 'Gainsay',
        provider_url: ownOrigin(c) + paths.home,
        cache_age: 3600,
        width,
        height,
        html: describeIframe({ ...found, height }, width),
      }
      if (format === 'json') return c.json(answer)
      const elements = Object.entries(answer)
        .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
        .join('')
      const xml = `<?xml version="1.0" encoding="utf-8"?><oembed>${elements}</oembed>`
      return c.body(xml, 200, { 'Content-Type': 'text/xml; charset=utf-8' })
    })

type Finder = (db: Db, c: AppContext, name: string, url: URL) => Promise<Embeddable>

/** What can be embedded, by the shape of its address. */
const finders: readonly (readonly [RegExp, Finder])[] = [
  [/^\/t\/([^/]+)\/compare$/, findComparisonOf],
  [/^\/t\/([^/]+)\/matrix$/, findMatrixOf],
  [/^\/x\/([^/]+)$/, findContradictionOf],
  [/^\/c\/([^/]+)$/, findClaimOf],
]

/**
 * What an address of ours shows.
 * @throws {Refusal} bad-query for what is no address; not-found for what is not ours, or not to be embedded
 */
async function findEmbeddable(db: Db, c: AppContext, given: string): Promise<Embeddable> {
  if (!URL.canParse(given)) throw new Refusal('bad-query', { detail: 'url: Give a whole address.' })
  const url = new URL(given)
  if (url.origin !== ownOrigin(c)) throw new Refusal('not-found')
  for (const [shape, find] of finders) {
    const name = shape.exec(url.pathname)?.[1]
    if (name !== undefined) return await find(db, c, decodeName(name), url)
  }
  throw new Refusal('not-found')
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    throw new Refusal('not-found')
  }
}

/** As the address asks. @throws {Refusal} topic-not-found, also where nothing was recorded by then */
async function findAsked(db: Db, c: AppContext, slug: string, url: URL): Promise<AsOf> {
  const known = knownIn(url, c.var.now())
  const today = (known?.at ?? c.var.now()).toISOString().slice(0, 10)
  const day = readDay(url.searchParams.get('asof') ?? undefined, today)
  const topic = await requireTopic(db, c, slug)
  const found = await findAsOf(db, topic, { day, known, now: c.var.now() })
  if (found === undefined) throw new Refusal('topic-not-found')
  return found
}

/** @throws {Refusal} bad-query for what is no instant or day, or not over yet */
function knownIn(url: URL, now: Date): Known | undefined {
  const sent = url.searchParams.get('known')?.trim() ?? ''
  if (sent === '') return undefined
  const known = parseKnown(sent, now)
  if ('error' in known) throw new Refusal('bad-query', { detail: `known: ${known.error}` })
  return known
}

/** The fields of an address, as a schema takes them. */
const fieldsOf = (url: URL) => ({
  ...Object.fromEntries(url.searchParams),
  p: url.searchParams.getAll('p'),
})

async function findComparisonOf(db: Db, c: AppContext, slug: string, url: URL) {
  const opened = await findAsked(db, c, slug, url)
  const sent = z.object(comparisonFields).parse(fieldsOf(url))
  const shown = await findShownComparison(db, opened, sent, { most: MOST_EMBEDDED_PARTIES })
  const { table, asked } = shown
  const p = asked.p.length === 0 ? [] : sent.p
  return embedOfComparison(ownOrigin(c), table.topic.slug, {
    query: queryOf({ ...asked, p }),
    title: titleOf(table),
    issues: table.rows.length,
  })
}

async function findMatrixOf(db: Db, c: AppContext, slug: string, url: URL) {
  const overview = withStands(db, await findAsked(db, c, slug, url))
  const sent = AskedMatrix.parse(fieldsOf(url))
  const found = await findMatrix(overview, sent, MOST_IN_MATRIX)
  const p = found.asked.p === undefined ? undefined : sent.p
  return embedOfMatrix(ownOrigin(c), found.topic.slug, {
    query: { ...found.asked, p, known: found.known },
    title: `${wording().matrix.title}: ${found.topic.title}`,
    parties: found.parties.length,
  })
}

async function findContradictionOf(db: Db, c: AppContext, name: string, url: URL) {
  const id = decodeId(name) ?? 0
  await findTopicOrRefuse(db, c, id)
  const x = await findContradiction(db, id)
  if (x === undefined) throw new Refusal('contradiction-not-found')
  const known = knownIn(url, c.var.now())
  const title = describePieces(headingOf(x))
  return embedOfContradiction(ownOrigin(c), { id }, { title, known: known && knownText(known) })
}

async function findClaimOf(db: Db, c: AppContext, name: string, url: URL) {
  const id = decodeId(name) ?? 0
  await findTopicOfClaim(db, c, id)
  const title = describeClaim(await findClaimOrRefuse(db, id))
  const known = knownIn(url, c.var.now())
  return embedOfClaim(ownOrigin(c), { id }, { title, known: known && knownText(known) })
}
