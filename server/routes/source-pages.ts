import type { MiddlewareHandler } from 'hono'
import type { Db } from '#db/connect.ts'
import { type FoundSource, findSource } from '#db/queries/sources.ts'
import { type FoundTopic, findVisibleTopicById } from '#db/queries/topics.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv } from '../http/context.ts'
import { decodeId, paths } from '../paths.ts'

/** The source that an address `/s/:id` names. @throws {Refusal} source-not-found, hidden ones too */
export async function requireSource(
  db: Db,
  c: AppContext,
): Promise<{ source: FoundSource; topic: FoundTopic }> {
  const source = await findSource(db, decodeId(c.req.param('id') ?? '') ?? 0)
  const topic = source && (await findVisibleTopicById(db, source.topicId, c.var.viewer))
  if (source === undefined || topic === undefined) throw new Refusal('source-not-found')
  return { source, topic }
}

/** Ask for the source before anything is said about what was sent to it. @throws as {@link requireSource} */
export const sourceFirst =
  (db: Db): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await requireSource(db, c)
    await next()
  }

/** The way to a page about a source. @param source - left out on its own page */
export const sourceCrumbs = (topic: FoundTopic, source?: FoundSource) => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: 'Sources', href: paths.sources(topic.slug) },
  ...(source === undefined ? [] : [{ label: source.title, href: paths.source(source) }]),
]
