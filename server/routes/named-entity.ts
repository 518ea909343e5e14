import type { Db } from '#db/connect.ts'
import type { OneThing } from '#db/queries/all-history.ts'
import { findSource } from '#db/queries/sources.ts'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import { Refusal } from '../domain/errors.ts'
import type { AppContext } from '../http/context.ts'
import { decodeId, paths } from '../paths.ts'
import { findClaimOrRefuse, findTopicOfClaim } from './claim-pages.ts'
import { findTopicOrRefuse } from './contradiction-routes.tsx'
import { requireIssue, requireParty, requirePerson, requiring } from './things.ts'

/** A thing that an address of another page names by its own, such as `c/7k3q` or `people/3-bo`. */
export interface NamedEntity {
  readonly thing: OneThing
  /** What it is called; undefined for a contradiction, which is named by its sides. */
  readonly label: string | undefined
  readonly href: string
}

type Find = (db: Db, c: AppContext, part: string) => Promise<NamedEntity>

const requireSource = requiring(findSource, 'source-not-found')

const FIND: Readonly<Record<string, Find>> = {
  c: async (db, c, part) => {
    const id = decodeId(part) ?? 0
    const topic = await findTopicOfClaim(db, c, id)
    const claim = await findClaimOrRefuse(db, id)
    const thing = { of: 'thing', topicId: topic.id, entity: 'claim', slug: claim.slug } as const
    return { thing, label: describeClaim(claim), href: paths.claim(claim) }
  },
  i: async (db, c, part) => {
    const { thing } = await requireIssue(db, c, part)
    return { ...thingOf('issue', thing), label: thing.question, href: paths.issue(thing) }
  },
  p: async (db, c, part) => {
    const { thing } = await requireParty(db, c, part)
    return { ...thingOf('party', thing), label: thing.name, href: paths.party(thing) }
  },
  people: async (db, c, part) => {
    const { thing } = await requirePerson(db, c, part)
    return { ...thingOf('person', thing), label: thing.name, href: paths.person(thing) }
  },
  s: async (db, c, part) => {
    const { thing } = await requireSource(db, c, part)
    return { ...thingOf('source', thing), label: thing.title, href: paths.source(thing) }
  },
  x: async (db, c, part) => {
    const id = decodeId(part) ?? 0
    await findTopicOrRefuse(db, c, id)
    return {
      thing: { of: 'contradiction', id },
      label: undefined,
      href: paths.contradiction({ id }),
    }
  },
}

const thingOf = (
  entity: 'issue' | 'party' | 'person' | 'source',
  { topicId, slug }: { readonly topicId: number; readonly slug: string },
) => ({ thing: { of: 'thing', topicId, entity, slug } as const })

/**
 * The thing that the last two parts of its address name.
 * @throws {Refusal} bad-query for what is no such address; 404 where there is no such thing to be seen
 */
export async function findNamedEntity(db: Db, c: AppContext, text: string): Promise<NamedEntity> {
  const [, kind = '', part = ''] = /^\/?(c|i|p|s|x|people)\/([^/]{1,400})$/.exec(text) ?? []
  const find = FIND[kind]
  if (find === undefined)
    throw new Refusal('bad-query', {
      detail:
        'entity: Give the address of a claim, issue, party, person, source or contradiction, like c/7.',
    })
  return await find(db, c, part)
}
