import { type MiddlewareHandler, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findContradiction } from '#db/queries/contradictions.ts'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import { addressWith } from '#views/comparison/comparison-view.ts'
import { titleOf } from '#views/comparison/words.ts'
import { describePieces, headingOf } from '#views/contradiction/sentence.tsx'
import { EmbedComparison, MOST_EMBEDDED_PARTIES } from '#views/embed/embed-comparison.tsx'
import { EmbedDocument, type EmbedProps } from '#views/embed/embed-document.tsx'
import { EmbedMatrix, MOST_IN_MATRIX } from '#views/embed/embed-matrix.tsx'
import { EmbedClaim, EmbedContradiction } from '#views/embed/embed-things.tsx'
import { sayDetail, sayProblem } from '#views/layout/problem-page.tsx'
import { isLanguage, speaking, wording } from '#views/words/wording.ts'
import { Refusal } from '../domain/errors.ts'
import { type Known, knownText } from '../domain/known.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { answerErrorWith } from '../http/on-error.ts'
import { type Problem, respondProblem, wantsJson } from '../http/problem.tsx'
import { respondDocument } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { openAsOf } from './as-of.ts'
import { claimAddress, findClaimOrRefuse, findTopicOfClaim } from './claim-pages.ts'
import { contradictionAddress, findTopicOrRefuse } from './contradiction-routes.tsx'
import { openOverview } from './overview.ts'
import { findClaimThen } from './past-claim.ts'
import { findContradictionThen } from './past-contradiction.ts'
import { dayOf, findPast } from './past.ts'
import { comparisonFields, findShownComparison } from './shown-comparison.ts'
import { AskedMatrix, findMatrix } from './shown-matrix.ts'

/**
 * What stands in the pages of others. These routes come before anybody is looked for: no cookie is read,
 * so nothing here depends on who asks, and what not everybody may read is not there.
 */

const topic = z.string().max(200).default('')
const compareQuery = validQuery(z.object({ ...comparisonFields, topic }))
const matrixQuery = validQuery(AskedMatrix.extend({ topic }))

/** As `?theme=` asks; else as the reader's device is set. */
const Theme = z.enum(['light', 'dark']).catch('light')

/** In the language that `?lang=` asks for, English where that is none of ours: a cookie is not looked at. */
const asEmbed: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('isEmbed', true)
  const theme = c.req.query('theme')
  c.set('theme', theme === undefined || theme === '' ? 'system' : Theme.parse(theme))
  const language = c.req.query('lang')
  await speaking(isLanguage(language) ? language : 'en', next)
  // The answer is the same for everybody: no cookie was looked at.
  c.res.headers.delete('Vary')
}

/** Comparisons, matrices, contradictions and claims for the pages of others. */
export const embedRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .onError(answerErrorWith(respondEmbedProblem))
    .get('/embed/compare', asEmbed, compareQuery, async (c) => {
      const sent = c.req.valid('query')
      const opened = await openAsOf(db, c, sent.asof, true, sent.topic)
      if (opened instanceof Response) return opened
      const most = MOST_EMBEDDED_PARTIES
      const { table, asked, leftOut } = await findShownComparison(db, opened, sent, { most })
      const all = { ...asked, p: asked.p.length === 0 ? [] : sent.p }
      return await respondEmbed(c, opened.known, {
        title: titleOf(table),
        whole: { href: addressWith(table.topic.slug, all), is: 'comparison' },
        asOf: table.asOf,
        children: <EmbedComparison table={table} leftOut={leftOut} />,
      })
    })
    .get('/embed/matrix', asEmbed, matrixQuery, async (c) => {
      const sent = c.req.valid('query')
      const overview = await openOverview(db, c, sent.asof, true, sent.topic)
      if (overview instanceof Response) return overview
      const found = await findMatrix(overview, sent, MOST_IN_MATRIX)
      const p = found.asked.p === undefined ? undefined : sent.p
      const whole = { ...found.asked, p, known: found.known }
      return await respondEmbed(c, overview.known, {
        title: `${wording().matrix.title}: ${found.topic.title}`,
        whole: { href: paths.matrix(found.topic.slug, whole), is: 'matrix' },
        asOf: found.asOf,
        extra: 'overview.css',
        children: <EmbedMatrix {...found} />,
      })
    })
    .get('/embed/x/:id', asEmbed, contradictionAddress, async (c) => {
      const { id } = c.req.valid('param')
      const about = await findTopicOrRefuse(db, c, id)
      const known = askedKnown(c)
      const same = answerUnchanged(c, [about.version, todayIn(c), ...partsOf(known)])
      if (same !== undefined) return same
      const x = await findContradictionAt(db, about, id, known)
      return await respondEmbed(c, known, {
        title: describePieces(headingOf(x)),
        whole: {
          href: paths.contradiction(x, { known: known && knownText(known) }),
          is: 'contradiction',
        },
        asOf: known === undefined ? todayIn(c) : dayOf(known),
        children: <EmbedContradiction x={x} />,
      })
    })
    .get('/embed/c/:id', asEmbed, claimAddress, async (c) => {
      const { id } = c.req.valid('param')
      const about = await findTopicOfClaim(db, c, id)
      const known = askedKnown(c)
      const same = answerUnchanged(c, [about.version, todayIn(c), ...partsOf(known)])
      if (same !== undefined) return same
      const claim = await findClaimAt(db, about, id, known)
      return await respondEmbed(c, known, {
        title: describeClaim(claim),
        whole: {
          href: paths.claim(claim, { known: known && knownText(known) }),
          is: 'claim',
        },
        asOf: known === undefined ? todayIn(c) : dayOf(known),
        children: <EmbedClaim claim={claim} />,
      })
    })

const todayIn = (c: AppContext): string => c.var.now().toISOString().slice(0, 10)

type Topic = Awaited<ReturnType<typeof findTopicOrRefuse>>

/** As it is recorded, or as it was then. @throws {Refusal} contradiction-not-found, also then */
async function findContradictionAt(db: Db, about: Topic, id: number, known: Known | undefined) {
  const asked = { id, side: undefined, page: 1, accountId: undefined }
  const x =
    known === undefined
      ? await findContradiction(db, id)
      : (await findContradictionThen(db, await findPast(db, about, known), asked))?.x
  if (x === undefined) throw new Refusal('contradiction-not-found')
  return x
}

type ClaimTopic = Awaited<ReturnType<typeof findTopicOfClaim>>

/** As it is recorded, or as it was then. @throws {Refusal} claim-not-found, also then */
async function findClaimAt(db: Db, about: ClaimTopic, id: number, known: Known | undefined) {
  if (known === undefined) return await findClaimOrRefuse(db, id)
  const shown = await findClaimThen(db, await findPast(db, about, known), id)
  if (shown === undefined) throw new Refusal('claim-not-found')
  return shown.claim
}

type Embedded = Omit<EmbedProps, 'theme' | 'known'>

/** The whole document; as it was recorded then, its links stay there. */
async function respondEmbed(
  c: AppContext,
  known: Known | undefined,
  props: Embedded,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const document = (
    <EmbedDocument {...props} theme={c.var.theme} known={known && knownText(known)} />
  )
  return await respondDocument(c, document, { status, known })
}

/** What cannot be shown, in as few words as there is room for. */
async function respondEmbedProblem(c: AppContext, problem: Problem): Promise<Response> {
  if (wantsJson(c)) return await respondProblem(c, problem)
  if (problem.status !== 404) c.header('Cache-Control', 'no-store')
  if (problem.retryAfter !== undefined) c.header('Retry-After', String(problem.retryAfter))
  const { detail, status } = problem
  const says = sayProblem(problem)
  return await respondEmbed(
    c,
    undefined,
    {
      title: says.replace(/\.$/, ''),
      whole: { href: paths.home, is: 'topics' },
      children: (
        <>
          <h1>{says}</h1>
          {detail !== undefined && <p class="notice">{sayDetail(detail)}</p>}
        </>
      ),
    },
    status,
  )
}
