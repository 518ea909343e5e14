import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Known } from '#server/domain/known.ts'
import { Document, type PageProps } from '#views/layout/document.tsx'
import { AsRecorded } from '#views/shared/as-recorded.tsx'
import { type AppContext, ownOrigin } from './context.ts'
import { addressOfNow, keepKnown, markMemento } from './known.ts'

/** One answer in HTML. What a page says about itself (title, topic, breadcrumbs) as in Document. */
export interface Answer extends PageProps {
  readonly page: Child
  /** What htmx swaps after a POST; the page where there is none. */
  readonly fragment?: Child
  readonly status?: ContentfulStatusCode
  /** The page shows the record as it was then: it says so, its links stay there, nothing is followed. */
  readonly known?: Known | undefined
}

/** Is htmx about to swap a part of the page? Only for requests that change something: see respond. */
export const wantsPart = (c: AppContext): boolean =>
  c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.header('HX-Request-Type') === 'partial'

/**
 * After something was saved: go to a page that can be reloaded. fetch would follow a 303 by itself and
 * put that whole page into a part of this one, so htmx is told in a header instead.
 * @param address - one of `paths`, never what a visitor sent
 */
export function goTo(c: AppContext, address: string): Response {
  if (c.req.header('HX-Request') !== 'true') return c.redirect(address, 303)
  c.header('HX-Redirect', address)
  return c.body(null, 200)
}

/**
 * Answer with the whole document, or with `fragment` alone when htmx swaps a part after a POST, PUT,
 * PATCH or DELETE. A GET is always the whole document (htmx picks its part with hx-select), so no
 * address ever has a bare fragment in some cache or history.
 */
export async function respond(
  c: AppContext,
  { page, fragment = page, status = 200, known, ...about }: Answer,
): Promise<Response> {
  c.header('Vary', 'Cookie, HX-Request-Type')
  if (wantsPart(c)) return await c.html(<>{fragment}</>, status)
  const unread = await findUnread(c, status)
  const url = new URL(c.req.url)
  const document = (
    <Document
      {...about}
      {...(known && { feeds: undefined, follow: undefined })}
      viewer={c.var.viewer}
      unread={unread}
      theme={c.var.theme}
      hasSingleKeys={c.var.hasSingleKeys}
      address={url.pathname + url.search}
      // Other addresses may hold what opens a door, and say nothing on paper.
      printed={about.topic && ownOrigin(c) + (about.permalink ?? url.pathname + url.search)}
    >
      {known && <AsRecorded known={known} nowAddress={addressOfNow(c)} />}
      {page}
    </Document>
  )
  return await respondDocument(c, document, { status, known })
}

/**
 * Answer with a document as it is written; as the record was then, its links stay there.
 * @param document - an html element with all that is in it
 */
export async function respondDocument(
  c: AppContext,
  document: Child,
  { status = 200, known }: Pick<Answer, 'status' | 'known'>,
): Promise<Response> {
  if (known !== undefined) markMemento(c, known)
  const written = known && raw(keepKnown(String(await (document as Promise<unknown>)), known))
  return await c.html(
    <>
      {raw('<!doctype html>')}
      {written ?? document}
    </>,
    status,
  )
}

/** For the header. A page about a database that is away must not ask it. */
async function findUnread(c: AppContext, status: ContentfulStatusCode): Promise<number> {
  return status >= 500 ? 0 : ((await c.var.countUnread?.()) ?? 0)
}
