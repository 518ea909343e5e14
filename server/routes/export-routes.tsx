import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { addressWith } from '#views/comparison/comparison-view.ts'
import { ExportDocument } from '#views/export/export-document.tsx'
import { ExportPage } from '#views/export/export-page.tsx'
import { type ExportFormat, type Exported, FORMATS, exportTable } from '#views/export/exported.ts'
import { toComparisonJsonLd } from '#views/export/json-ld.ts'
import { writeMarkdown } from '#views/export/markdown.ts'
import { writeTable } from '#views/export/table.ts'
import { speaking, wording } from '#views/words/wording.ts'
import { writeWord } from '../documents/write-word.ts'
import { asFile } from '../http/attachment.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { markMemento } from '../http/known.ts'
import { respond, respondDocument } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { type AsOf, openAsOf } from './as-of.ts'
import { toWordDocument } from './export-word.ts'
import { topicAddress } from './pages.ts'
import {
  type SentComparison,
  type ShownComparison,
  comparisonFields,
  findShownComparison,
} from './shown-comparison.ts'

const formats = FORMATS.map(([format]) => format)

const query = validQuery(
  z.object({
    ...comparisonFields,
    format: z.enum(formats, 'Give docx, md, html, csv or jsonld.').optional(),
  }),
)

/** Programs read these: whoever asks for them, they say the same. */
const forPrograms: ReadonlySet<ExportFormat | undefined> = new Set(['csv', 'jsonld'])

const suffixQuery = validQuery(z.object(comparisonFields))

/**
 * A comparison as it is shown, to take away: documents in the language of whoever reads. In two formats
 * it is also at the comparison's address with a suffix, which says the same to everybody.
 */
export const exportRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/t/:topic/compare.md', topicAddress, suffixQuery, async (c) => {
      const sent = c.req.valid('query')
      return await speaking('en', async () => await answerFile(db, c, { ...sent, format: 'md' }))
    })
    .get('/t/:topic/compare.csv', topicAddress, suffixQuery, async (c) => {
      const sent = { ...c.req.valid('query'), format: 'csv' as const }
      return await speaking('en', async () => await answerFile(db, c, sent, toKeep(c)))
    })
    .get('/t/:topic/export', topicAddress, query, async (c) => {
      const { format, ...sent } = c.req.valid('query')
      if (format === undefined) return await answerPage(db, c, sent)
      const answer = async () => await answerFile(db, c, { ...sent, format }, toKeep(c))
      return forPrograms.has(format) ? await speaking('en', answer) : await answer()
    })

/** To be saved under its name rather than read in the browser. */
const toKeep = (c: AppContext) => (name: string) => c.header('Content-Disposition', asFile(name))

/** @param keep - is told the name of the file, where it is one to keep */
async function answerFile(
  db: Db,
  c: AppContext,
  { format, ...sent }: SentComparison & { readonly format: ExportFormat },
  keep?: (name: string) => void,
): Promise<Response> {
  const opened = await openAsOf(db, c, sent.asof, false)
  if (opened instanceof Response) return opened
  const exported = exportShown(c, opened, await findShownComparison(db, opened, sent))
  if (opened.known !== undefined) markMemento(c, opened.known)
  keep?.(`${exported.topic.slug}-${exported.asOf}.${format}`)
  return await writers[format](c, exported)
}

/** What is shown, in plain words; its permalink names everything that was left open. */
function exportShown(
  c: AppContext,
  { shownAt }: AsOf,
  { table, asked }: ShownComparison,
): Exported {
  const p = table.parties.map((party) => party.slug)
  const origin = ownOrigin(c)
  const fixed = { ...asked, p, asof: table.asOf, known: shownAt }
  const permalink = origin + addressWith(table.topic.slug, fixed)
  return exportTable(table, { origin, recorded: shownAt, permalink })
}

type Writer = (c: AppContext, exported: Exported) => Response | Promise<Response>

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const writers: Readonly<Record<ExportFormat, Writer>> = {
  docx: (c, exported) =>
    c.body(new Uint8Array(writeWord(toWordDocument(exported))), 200, { 'Content-Type': WORD }),
  md: (c, exported) =>
    c.body(writeMarkdown(exported), 200, { 'Content-Type': 'text/markdown; charset=utf-8' }),
  html: async (c, exported) => await respondDocument(c, <ExportDocument exported={exported} />, {}),
  csv: (c, exported) =>
    c.body(writeTable(exported), 200, { 'Content-Type': 'text/csv; charset=utf-8' }),
  jsonld: (c, exported) =>
    c.body(JSON.stringify(toComparisonJsonLd(exported)), 200, {
      'Content-Type': 'application/ld+json',
    }),
}

async function answerPage(db: Db, c: AppContext, sent: SentComparison): Promise<Response> {
  const opened = await openAsOf(db, c, sent.asof, true)
  if (opened instanceof Response) return opened
  const { day, known } = opened
  const shown = await findShownComparison(db, opened, sent)
  const { table, asked, chosen } = shown
  const exported = exportShown(c, opened, shown)
  const hasErrors = 'error' in day
  const errors = hasErrors ? { asof: [`${day.error} The files hold today.`] } : {}
  return await respond(c, {
    title: wording().exporting.title(table.topic.title),
    topic: table.topic,
    current: 'compare',
    crumbs: [
      { label: table.topic.title, href: paths.topic(table.topic.slug) },
      { label: wording().exporting.compare, href: addressWith(table.topic.slug, asked) },
    ],
    known,
    hasErrors,
    status: hasErrors ? 422 : 200,
    page: <ExportPage {...{ table, exported, asked, errors }} notices={chosen.notices} />,
  })
}
