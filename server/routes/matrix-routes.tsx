import { Hono } from 'hono'
import { writeMatrixMarkdown } from '#views/export/page-markdown.ts'
import { MatrixPage, type MatrixPageProps, describeMatrix } from '#views/overview/matrix-page.tsx'
import { wording } from '#views/words/wording.ts'
import { writeCsvLine } from '../domain/csv.ts'
import { asFile } from '../http/attachment.ts'
import { answerMarkdown } from './answer-markdown.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { type MatrixQuery, paths } from '../paths.ts'
import { embedOfMatrix, shareOf } from './embeddable.ts'
import { aboutOverview, openOverview } from './overview.ts'
import { topicAddress } from './pages.ts'
import { AskedMatrix, findMatrix } from './shown-matrix.ts'

const query = validQuery(AskedMatrix)

/** Every two parties of a topic in counts: as a page, as JSON and as CSV. */
export const matrixRoutes = ({ db }: Deps) => {
  const open = async (c: AppContext, asked: AskedMatrix, isPage = false) => {
    const overview = await openOverview(db, c, asked.asof, isPage)
    if (overview instanceof Response) return overview
    return { overview, found: await findMatrix(overview, asked) }
  }
  return new Hono<AppEnv>()
    .get('/t/:topic/matrix', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'), !wantsJson(c))
      if (opened instanceof Response) return opened
      const { overview, found } = opened
      const about = aboutOverview(overview, {
        title: wording().matrix.title,
        words: describeMatrix(found),
        errors: found.errors,
      })
      const embed = overview.topic.visibility === 'public' ? embedOf(c, found) : undefined
      const share = shareOf(c, overview.topic, {
        path: paths.matrix(found.topic.slug, { ...found.asked, known: found.known }),
        title: about.title,
        description: about.description,
      })
      const fixed = { ...found.asked, asof: found.asOf, known: found.shownAt }
      const permalink = paths.matrix(found.topic.slug, fixed)
      return await respond(c, {
        ...about,
        permalink,
        share,
        markdown: paths.matrixMarkdown(found.topic.slug, { ...found.asked, known: found.known }),
        page: <MatrixPage {...found} embed={embed} />,
      })
    })
    .get('/t/:topic/matrix.json', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { topic, known, asOf, parties, pairs } = opened.found
      return c.json({
        topic: topic.slug,
        version: known === undefined ? opened.overview.topic.version : null,
        known: known ?? null,
        asOf,
        parties: parties.map(({ slug }) => slug),
        pairs,
      })
    })
    .get('/t/:topic/matrix.md', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { overview, found } = opened
      const fixed = { ...found.asked, asof: found.asOf, known: found.shownAt }
      const at = paths.matrix(found.topic.slug, fixed)
      return answerMarkdown(c, overview, at, (state) => writeMatrixMarkdown(found, state))
    })
    .get('/t/:topic/matrix.csv', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { topic, asOf } = opened.found
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', asFile(`${topic.slug}-matrix-${asOf}.csv`))
      return c.body(toCsv(opened.found))
    })
}

/** What is shown, to be put into another page: as it is, and as it will be. */
function embedOf(c: AppContext, { topic, asked, asOf, shownAt, parties }: MatrixPageProps) {
  const about = { title: `${wording().matrix.title}: ${topic.title}`, parties: parties.length }
  const embed = (of: MatrixQuery) =>
    embedOfMatrix(ownOrigin(c), topic.slug, { ...about, query: of })
  const p = parties.map(({ slug }) => slug)
  return {
    fixed: embed({ ...asked, p, asof: asOf, known: shownAt }),
    current: embed({ ...asked, asof: undefined }),
  }
}

const COLUMNS = ['a', 'a_name', 'b', 'b_name', 'both_speak', 'conflicts', 'common_ground']

function toCsv({ parties, pairs }: MatrixPageProps): string {
  const nameOf = new Map(parties.map(({ slug, name }) => [slug, name]))
  const lines = pairs.map(({ parties: [a, b], both, conflicts, common }) =>
    writeCsvLine([a, nameOf.get(a) ?? a, b, nameOf.get(b) ?? b, both, conflicts, common]),
  )
  return writeCsvLine(COLUMNS) + lines.join('')
}
