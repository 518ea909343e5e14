import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import type { ClaimTopic } from '#db/queries/claims.ts'
import { countHistory, listHistory } from '#db/queries/history-pages.ts'
import type { Entity } from '#db/schema.ts'
import { ThingHistoryPage } from '#views/history/thing-history-page.tsx'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import type { Crumb } from '#views/shared/navigation.tsx'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { type Addressed, paths } from '../paths.ts'
import { claimAddress, crumbsTo, findClaimOrRefuse, findTopicOfClaim } from './claim-pages.ts'
import { describeEntries } from './history-items.ts'
import { choosePage, idAddress, pageQuery, titleOfPage } from './pages.ts'
import { requireSource, sourceCrumbs } from './source-pages.ts'
import { requireIssue, requireParty, requirePerson } from './things.ts'

/** The history of one claim, issue, party, person or source. */
export const thingHistoryRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/c/:id/history', claimAddress, pageQuery, async (c) => {
      const { id } = c.req.valid('param')
      const { page } = c.req.valid('query')
      const topic = await findTopicOfClaim(db, c, id)
      const claim = await findClaimOrRefuse(db, id)
      return await show(c, db, {
        topic,
        entity: 'claim',
        thing: claim,
        label: describeClaim(claim),
        crumbs: crumbsTo(topic, claim),
        addressOf: paths.claimHistory,
        page,
      })
    })
    .get('/i/:id/history', idAddress, pageQuery, async (c) => {
      const { thing: issue, topic } = await requireIssue(db, c)
      const label = issue.question
      const crumbs = crumbsOf(topic, 'Issues', paths.issues, { label, href: paths.issue(issue) })
      const about = { entity: 'issue', thing: issue, label, addressOf: paths.issueHistory } as const
      return await show(c, db, { topic, crumbs, ...about, page: c.req.valid('query').page })
    })
    .get('/p/:id/history', idAddress, pageQuery, async (c) => {
      const { thing: party, topic } = await requireParty(db, c)
      const label = party.name
      const crumbs = crumbsOf(topic, 'Parties', paths.parties, { label, href: paths.party(party) })
      const about = { entity: 'party', thing: party, label, addressOf: paths.partyHistory } as const
      return await show(c, db, { topic, crumbs, ...about, page: c.req.valid('query').page })
    })
    .get('/people/:id/history', idAddress, pageQuery, async (c) => {
      const { thing: person, topic } = await requirePerson(db, c)
      const label = person.name
      const here = { label, href: paths.person(person) }
      const crumbs = crumbsOf(topic, 'Parties', paths.parties, here)
      const addressOf = paths.personHistory
      const about = { entity: 'person', thing: person, label, addressOf } as const
      return await show(c, db, { topic, crumbs, ...about, page: c.req.valid('query').page })
    })
    .get('/s/:id/history', idAddress, pageQuery, async (c) => {
      const { source, topic } = await requireSource(db, c)
      const label = source.title
      const crumbs = sourceCrumbs(topic, source)
      const addressOf = paths.sourceHistory
      const about = { entity: 'source', thing: source, label, addressOf } as const
      return await show(c, db, { topic, crumbs, ...about, page: c.req.valid('query').page })
    })

const crumbsOf = (
  topic: ClaimTopic,
  list: string,
  listAt: (topicSlug: string) => string,
  here: Crumb,
): Crumb[] => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: list, href: listAt(topic.slug) },
  here,
]

interface Shown {
  readonly topic: ClaimTopic
  readonly entity: Entity & ('claim' | 'issue' | 'party' | 'person' | 'source')
  readonly thing: Addressed & { readonly slug: string }
  readonly label: string
  readonly crumbs: Crumb[]
  readonly addressOf: (thing: Addressed, query?: Readonly<Record<string, string>>) => string
  readonly page: number | undefined
}

async function show(c: AppContext, db: Db, shown: Shown): Promise<Response> {
  const { topic, entity, thing, label, crumbs, addressOf } = shown
  const same = answerUnchanged(c, [topic.version])
  if (same !== undefined) return same
  const filter = { thing: { entity, slug: thing.slug } }
  const total = await countHistory(db, topic.id, filter)
  const { page, pages, size } = choosePage(shown.page, total)
  const range = { limit: size, offset: (page - 1) * size }
  const entries = await listHistory(db, topic.id, filter, range)
  const items = await describeEntries(db, topic, entries)
  const props = { word: entity, label, href: paths[entity](thing), items, page, pages }
  return await respond(c, {
    title: titleOfPage(`History: ${label}`, page),
    topic,
    crumbs,
    page: (
      <ThingHistoryPage
        {...props}
        addressOf={(n) => addressOf(thing, n === 1 ? {} : { page: String(n) })}
      />
    ),
  })
}
