import type { Db } from '#db/connect.ts'
import { type FoundSource, findSource } from '#db/queries/sources.ts'
import { type FoundTopic } from '#db/queries/topics.ts'
import { wording } from '#views/words/wording.ts'
import type { AppContext } from '../http/context.ts'
import { paths } from '../paths.ts'
import { requiring } from './things.ts'
import { foundFirst } from './pages.ts'

const requireFound = requiring(findSource, 'source-not-found')

/** The source that an address `/s/:id` names. @throws {Refusal} source-not-found, hidden ones too */
export async function requireSource(
  db: Db,
  c: AppContext,
): Promise<{ source: FoundSource; topic: FoundTopic }> {
  const { thing: source, topic } = await requireFound(db, c)
  return { source, topic }
}

export const sourceFirst = foundFirst(requireSource)

/** The way to a page about a source. @param source - left out on its own page */
export const sourceCrumbs = (topic: FoundTopic, source?: FoundSource) => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: wording().source.sources, href: paths.sources(topic.slug) },
  ...(source === undefined ? [] : [{ label: source.title, href: paths.source(source) }]),
]
