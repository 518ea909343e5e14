import { Hono } from 'hono'
import { z } from 'zod'
import { findTopicStart } from '#db/queries/feeds.ts'
import { ATOM_TYPE, JSON_FEED_TYPE, describeAtom, describeJsonFeed } from '../domain/feed.ts'
import { type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { validAddress } from '../http/validate.ts'
import type { FeedFormat } from '../paths.ts'
import { listEntries } from './feed-entries.ts'
import { findFollowed } from './followed.ts'

const feedAddress = validAddress(
  z.object({
    of: z.enum(['topic', 'party', 'issue', 'contradiction']),
    file: z.string().transform((file) => {
      const end = file.lastIndexOf('.')
      return { name: file.slice(0, end), format: file.slice(end + 1) as FeedFormat }
    }),
  }),
)

/** What is new in a topic, of a party, on an issue, about a contradiction: for feed readers. */
export const feedRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/feeds/:of/:file{[^/]+\\.(?:atom|json)}', feedAddress, async (c) => {
    const { of, file } = c.req.valid('param')
    const found = await findFollowed[of](db, c, file.name)
    const same = answerUnchanged(c, [found.topic.version, ownOrigin(c)])
    if (same !== undefined) return same
    const address = (path: string) => ownOrigin(c) + path
    const feed = {
      title: `${await found.describe()} - Gainsay`,
      home: address(found.home),
      atom: address(found.feed('atom')),
      json: address(found.feed('json')),
      since: await findTopicStart(db, found.topic.id),
      entries: await listEntries(db, { topicId: found.topic.id, of, id: found.id }, address),
    }
    const isAtom = file.format === 'atom'
    c.header('Content-Type', `${isAtom ? ATOM_TYPE : JSON_FEED_TYPE}; charset=utf-8`)
    return c.body(isAtom ? describeAtom(feed) : describeJsonFeed(feed))
  })
