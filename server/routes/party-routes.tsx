import { Hono } from 'hono'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { findStands, listClaimDetails } from '#db/queries/comparison.ts'
import { countByStatus, listContradictions } from '#db/queries/contradictions.ts'
import {
  type FoundParty,
  countParties,
  listComparableSlugs,
  listMemberships,
  listParties,
  listRoleHolders,
} from '#db/queries/parties.ts'
import { listClaimsByLine } from '#db/queries/statements.ts'
import { type FoundTopic } from '#db/queries/topics.ts'
import { PartiesPage } from '#views/party/parties-page.tsx'
import { PartyPage, type PartyPageProps } from '#views/party/party-page.tsx'
import { wording } from '#views/words/wording.ts'
import type { Day } from '../domain/dates.ts'
import { type Known, knownText } from '../domain/known.ts'
import { may } from '../domain/access.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { respond } from '../http/respond.tsx'
import { paths } from '../paths.ts'
import { findFollow } from './followed.ts'
import { gradeLines, lanesOf } from './graded-lines.ts'
import {
  choosePage,
  feedsOf,
  idAddress,
  pageQuery,
  titleOfPage,
  whoQuery,
  topicAddress,
  requireTopic,
} from './pages.ts'
import { answerNotYet } from './past-nothing.tsx'
import { findPartyThen } from './past-party.ts'
import { findPast } from './past.ts'
import { personRoutes } from './person-routes.tsx'
import { findUndoOfParty } from './undo-party.ts'
import { claimIdsOf, heldBy } from './shown-stands.ts'
import { requireParty } from './things.ts'

export const partyRoutes = (deps: Deps) => {
  const { db, now } = deps
  return new Hono<AppEnv>()
    .route('/', personRoutes(deps))
    .get('/t/:topic/parties', topicAddress, pageQuery, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const total = await countParties(db, topic.id)
      const { page, pages, size } = choosePage(c.req.valid('query').page, total)
      const parties = await listParties(db, topic.id, { page, size })
      return await respond(c, {
        title: titleOfPage(wording().party.listTitle(topic.title), page),
        topic,
        current: 'parties',
        crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
        page: (
          <PartiesPage
            {...{ parties, total, page, pages, topicSlug: topic.slug }}
            canRecord={may(c.var.viewer, 'record')}
          />
        ),
      })
    })
    .get('/p/:id', idAddress, whoQuery, async (c) => {
      const { thing: party, topic } = await requireParty(db, c)
      const known = askedKnown(c)
      const asOf = now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, asOf, ...partsOf(known)])
      if (same !== undefined) return same
      const asked = { topic, party, asOf, page: c.req.valid('query').page }
      if (known !== undefined) return await answerThen(db, c, asked, known)
      const shown = await findShown(db, asked)
      return await respond(c, {
        title: titleOfPage(party.name, shown.page),
        description: wording().party.description(party.name, topic.title),
        topic,
        feeds: feedsOf(topic, party.name, (format) => paths.partyFeed(party, format)),
        follow: await findFollow(db, c, 'party', party),
        current: 'parties',
        extra: 'timeline',
        crumbs: crumbsTo(topic),
        page: (
          <PartyPage
            {...shown}
            viewer={c.var.viewer}
            done={await findDone(db, c, topic, party, c.req.valid('query').saved)}
            canRecord={may(c.var.viewer, 'record')}
            canEdit={may(c.var.viewer, 'change what others recorded')}
          />
        ),
      })
    })
}

async function findDone(
  db: Deps['db'],
  c: AppContext,
  topic: FoundTopic,
  party: FoundParty,
  saved: 'added' | 'edited' | undefined,
): Promise<PartyPageProps['done']> {
  if (saved === undefined || !may(c.var.viewer, 'record')) return undefined
  if (saved === 'added') return { says: 'The party was added.', undo: undefined }
  return { says: 'The party was changed.', undo: await findUndoOfParty(db, c, topic, party) }
}

const crumbsTo = (topic: { readonly slug: string; readonly title: string }) => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: wording().common.parties, href: paths.parties(topic.slug) },
]

/** The party's page as it was recorded then. */
async function answerThen(
  db: Deps['db'],
  c: AppContext,
  { topic: now, party, page }: Wanted,
  known: Known,
): Promise<Response> {
  const past = await findPast(db, now, known)
  const topic = { ...now, title: past.record.topic?.title ?? now.title }
  const shown = await findPartyThen(db, past, { id: party.id, slug: topic.slug, page })
  if (shown === undefined) return await answerNotYet(c, topic, known, 'this party')
  return await respond(c, {
    title: titleOfPage(shown.party.name, shown.page),
    description: wording().party.description(shown.party.name, topic.title),
    topic,
    current: 'parties',
    extra: 'timeline',
    crumbs: crumbsTo(topic),
    known,
    page: (
      <PartyPage
        {...shown}
        viewer={undefined}
        done={undefined}
        canRecord={false}
        canEdit={false}
        known={knownText(known)}
      />
    ),
  })
}

interface Wanted {
  readonly topic: FoundTopic
  readonly party: FoundParty
  readonly asOf: Day
  readonly page: number | undefined
}

/** As many contradictions as the page shows; the rest is a link away. */
const FEW = 5

/** Everything on the page of a party but who looks at it. */
async function findShown(
  db: Deps['db'],
  { topic, party, asOf, page: asked }: Wanted,
): Promise<Omit<PartyPageProps, 'canRecord' | 'canEdit' | 'done' | 'viewer'>> {
  const filter = { topicId: topic.id, party: party.slug }
  const claimCount = await countClaims(db, { partyId: party.id })
  const { page, pages, size } = choosePage(asked, claimCount)
  return {
    party,
    asOf,
    claimCount,
    page,
    pages,
    topicSlug: topic.slug,
    ...(await findHeld(db, {
      topic,
      party,
      asOf,
    })),
    ...(await listMemberships(db, party.id)),
    people: await listRoleHolders(db, party.id),
    claims: await listClaims(
      db,
      { partyId: party.id },
      {
        page,
        size,
      },
    ),
    contradictions: await listContradictions(db, filter, {
      limit: FEW,
      offset: 0,
    }),
    contradictionCount: sum(await countByStatus(db, filter)),
  }
}

const sum = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((total, n) => total + n, 0)

/** What a party holds on a day, what it changed, and how it relates to each of the others. */
async function findHeld(
  db: Deps['db'],
  { topic, party, asOf }: Pick<Wanted, 'topic' | 'party' | 'asOf'>,
) {
  // One that is only mentioned is no part of a comparison unless it is asked for.
  const slugs = [...new Set([...(await listComparableSlugs(db, topic.id)), party.slug])]
  const stands = await findStands(db, topic, { asOf, parties: slugs })
  const { held, claims } = heldBy(party.slug, stands)
  const said = await listClaimsByLine(db, topic, { parties: [party.slug], saidBy: asOf })
  const lines = gradeLines({ parties: [party], issues: stands.issues }, said, {
    day: asOf,
    windowDays: topic.mixedWindowDays,
  })
  return {
    ...held,
    lines: lanesOf(lines, 'issue'),
    details: await listClaimDetails(db, claimIdsOf(claims)),
  }
}
