import { Hono } from 'hono'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { type FoundPerson, listRoles } from '#db/queries/parties.ts'
import { PersonPage, type PersonPageProps } from '#views/party/person-page.tsx'
import { wording } from '#views/words/wording.ts'
import { may } from '../domain/access.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { paths } from '../paths.ts'
import { choosePage, idAddress, titleOfPage, whoQuery } from './pages.ts'
import { findUndo } from './restorable.ts'
import { requirePerson } from './things.ts'

export const personRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/people/:id', idAddress, whoQuery, async (c) => {
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
        { label: wording().common.parties, href: paths.parties(topic.slug) },
      ],
      page: (
        <PersonPage
          {...{ person, roles, claims, claimCount, page, pages, viewer: c.var.viewer }}
          done={await findDone(db, c, person, c.req.valid('query').saved)}
          canEdit={may(c.var.viewer, 'change what others recorded')}
        />
      ),
    })
  })

async function findDone(
  db: Deps['db'],
  c: AppContext,
  person: FoundPerson,
  saved: 'added' | 'edited' | undefined,
): Promise<PersonPageProps['done']> {
  if (saved === undefined || !may(c.var.viewer, 'record')) return undefined
  if (saved === 'added') return { says: 'The person was added.', undo: undefined }
  const thing = { topicId: person.topicId, entity: 'person', slug: person.slug } as const
  const undo = await findUndo(db, c, thing, paths.personHistory(person))
  return { says: 'The person was changed.', undo }
}
