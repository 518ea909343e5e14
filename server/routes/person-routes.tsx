import { Hono } from 'hono'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { findPerson, listRoles } from '#db/queries/parties.ts'
import { findVisibleTopicById } from '#db/queries/topics.ts'
import { PersonPage } from '#views/party/person-page.tsx'
import { Refusal } from '../domain/errors.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { decodeId, paths } from '../paths.ts'
import { choosePage, idAddress, pageQuery, titleOfPage } from './pages.ts'

export const personRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/people/:id', idAddress, pageQuery, async (c) => {
    const person = await findPerson(db, decodeId(c.req.valid('param').id) ?? 0)
    const topic = person && (await findVisibleTopicById(db, person.topicId, c.var.viewer))
    if (person === undefined || topic === undefined) throw new Refusal('person-not-found')
    const same = answerUnchanged(c, [topic.version])
    if (same !== undefined) return same
    const claimCount = await countClaims(db, { personId: person.id })
    const { page, pages, size } = choosePage(c.req.valid('query').page, claimCount)
    const claims = await listClaims(db, { personId: person.id }, { page, size })
    const roles = await listRoles(db, person.id)
    return await respond(c, {
      title: titleOfPage(person.name, page),
      topic,
      current: 'parties',
      crumbs: [
        { label: topic.title, href: paths.topic(topic.slug) },
        { label: 'Parties', href: paths.parties(topic.slug) },
      ],
      page: <PersonPage {...{ person, roles, claims, claimCount, page, pages }} />,
    })
  })
