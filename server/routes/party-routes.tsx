import { Hono } from 'hono'
import { z } from 'zod'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { findParty, listMemberships, listParties, listRoleHolders } from '#db/queries/parties.ts'
import { countSources, listSources } from '#db/queries/sources.ts'
import { findVisibleTopic, findVisibleTopicById } from '#db/queries/topics.ts'
import { PartiesPage, PartyPage } from '#views/party/party-page.tsx'
import { SourcesPage } from '#views/source/sources-page.tsx'
import { Refusal } from '../domain/errors.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validAddress, validQuery } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'

const SIZE = 50
const id = validAddress(z.object({ id: z.string().max(400) }))
const slug = validAddress(z.object({ topic: z.string().max(200) }))
const query = validQuery(z.object({ page: z.coerce.number('Give a page number.').int().min(1).max(100_000).optional() }))
const pagesOf = (n: number) => Math.max(1, Math.ceil(n / SIZE))

export const partyRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/t/:topic/parties', slug, async (c) => {
      const topic = await findVisibleTopic(db, c.req.valid('param').topic, c.var.viewer)
      if (topic === undefined) throw new Refusal('topic-not-found')
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const crumbs = [{ label: topic.title, href: paths.topic(topic.slug) }]
      const page = <PartiesPage parties={await listParties(db, topic.id)} />
      return await respond(c, { title: `Parties: ${topic.title}`, topic, current: 'parties', crumbs, page })
    })
    .get('/t/:topic/sources', slug, query, async (c) => {
      const topic = await findVisibleTopic(db, c.req.valid('param').topic, c.var.viewer)
      if (topic === undefined) throw new Refusal('topic-not-found')
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const pages = pagesOf(await countSources(db, topic.id))
      const n = Math.min(c.req.valid('query').page ?? 1, pages)
      const sources = await listSources(db, topic.id, { page: n, size: SIZE })
      const crumbs = [{ label: topic.title, href: paths.topic(topic.slug) }]
      const page = <SourcesPage sources={sources} page={n} pages={pages} topicSlug={topic.slug} />
      return await respond(c, { title: `Sources: ${topic.title}`, topic, current: 'sources', crumbs, page })
    })
    .get('/p/:id', id, query, async (c) => {
      const party = await findParty(db, decodeId(c.req.valid('param').id) ?? 0)
      const topic = party && (await findVisibleTopicById(db, party.topicId, c.var.viewer))
      if (party === undefined || topic === undefined) throw new Refusal('party-not-found')
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const claimCount = await countClaims(db, { partyId: party.id })
      const pages = pagesOf(claimCount)
      const page = Math.min(c.req.valid('query').page ?? 1, pages)
      return await respond(c, {
        title: party.name,
        topic,
        current: 'parties',
        crumbs: [
          { label: topic.title, href: paths.topic(topic.slug) },
          { label: 'Parties', href: paths.parties(topic.slug) },
        ],
        page: (
          <PartyPage
            {...{ party, claimCount, page, pages, topicSlug: topic.slug }}
            {...await listMemberships(db, party.id)}
            people={await listRoleHolders(db, party.id)}
            claims={await listClaims(db, { partyId: party.id }, { page, size: SIZE })}
          />
        ),
      })
    })
