import { Hono } from 'hono'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { listRoles } from '#db/queries/parties.ts'
import { PersonPage } from '#views/party/person-page.tsx'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { paths } from '../paths.ts'
import { choosePage, idAddress, pageQuery, titleOfPage } from './pages.ts'
import { requirePerson } from './things.ts'

export const personRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/people/:id', idAddress, pageQuery, async (c) => {
    const { thing: person, topic } = await requirePerson(db, c)
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
