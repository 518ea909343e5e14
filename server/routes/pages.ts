import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { type FoundTopic, findVisibleTopic } from '#db/queries/topics.ts'
import type { Feeds } from '#views/shared/follow.tsx'
import { wording } from '#views/words/wording.ts'
import type { Visibility } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv } from '../http/context.ts'
import { validAddress, validQuery } from '../http/validate.ts'
import type { FeedFormat } from '../paths.ts'

/** Addresses and page numbers, the same for every list and thing of the record. */

/** As many as one page of a list holds. */
export const PAGE_SIZE = 50

/** `/i/7k3q-what-follows-is-decoration`: decode with `idIn`. */
export const idAddress = validAddress(z.object({ id: z.string().max(400) }))
export const topicAddress = validAddress(z.object({ topic: z.string().max(200) }))

/**
 * The topic that an address below `/t/:topic` names.
 * @param slug - where the address names it elsewhere
 * @throws {Refusal} topic-not-found, hidden ones too
 */
export async function requireTopic(
  db: Db,
  c: AppContext,
  slug: string = c.req.param('topic') ?? '',
): Promise<FoundTopic> {
  const topic = await findVisibleTopic(db, slug, c.var.viewer)
  if (topic === undefined) throw new Refusal('topic-not-found')
  return topic
}

/** Ask for what an address names before anything is said about what was sent to it. @throws as `require` */
export const foundFirst =
  (require: (db: Db, c: AppContext) => Promise<unknown>) =>
  (db: Db): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await require(db, c)
    await next()
  }

export const topicFirst = foundFirst(requireTopic)

/** Where a page is followed. Feed readers do not sign in, so what is private has no feeds to offer. */
export const feedsOf = (
  topic: { readonly visibility: Visibility },
  of: string,
  feed: (format: FeedFormat) => string,
): Feeds | undefined =>
  topic.visibility === 'public' ? { of, atom: feed('atom'), json: feed('json') } : undefined

/** A page number in an address; each list says how far its pages go. */
export const pageNumber = z.coerce.number('Give a page number.').int().min(1)

export const pageQuery = validQuery(
  z.object({
    page: pageNumber.max(100_000).optional(),
  }),
)

/** The same, with what its viewer did to a party or a person a moment ago. */
export const whoQuery = validQuery(
  z.object({
    page: pageNumber.max(100_000).optional(),
    saved: z.enum(['added', 'edited']).optional().catch(undefined),
  }),
)

/** Which page of how many: a number beyond the last is the last, so that old links lead somewhere. */
export function choosePage(asked: number | undefined, total: number) {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  return { page: Math.min(asked ?? 1, pages), pages, size: PAGE_SIZE }
}

/** A field of a query; one left empty is sent as nothing. */
export const optionalText = z
  .string()
  .optional()
  .transform((sent) => (sent?.trim() === '' ? undefined : sent))

/** "Issues: The strait", with the page's number from the second on. */
export const titleOfPage = (title: string, page: number): string =>
  page === 1 ? title : wording().common.titleOfPage(title, page)
