import type { Db } from '#db/connect.ts'
import { listComparableParties } from '#db/queries/comparison-choices.ts'
import { findStands, listClaimDetails } from '#db/queries/comparison.ts'
import { listTopicMemberships } from '#db/queries/parties.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { ComparedIssueView } from '#views/issue/issue-view.ts'
import type { HeldDetail } from '#views/shared/held-claim.tsx'
import type { Claim } from '../domain/claims.ts'
import { detailsThen } from '../domain/claims-then.ts'
import { type AskedDay, type ChoosableParty, readDay } from '../domain/comparison-choice.ts'
import type { Day } from '../domain/dates.ts'
import { Refusal } from '../domain/errors.ts'
import { type Known, instantText, knownText } from '../domain/known.ts'
import type { Membership } from '../domain/party-order.ts'
import { compareThen } from '../domain/record-then.ts'
import type { AppContext } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { requireTopic } from './pages.ts'
import { choicesThen } from './past-comparison.ts'
import { answerNotYet } from './past-nothing.tsx'
import { type Past, dayOf, findPast, findPlaced } from './past.ts'
import { claimIdsOf } from './shown-stands.ts'

/** What pages that show the whole of a topic are made of, now or as it was recorded. */

interface Stands {
  readonly parties: readonly { readonly id: number; readonly slug: string; readonly name: string }[]
  readonly issues: readonly ComparedIssueView[]
}

export interface Overview {
  readonly topic: FoundTopic
  readonly day: AskedDay
  readonly known: Known | undefined
  /** `known` as addresses write it, and the instant that a permalink names. */
  readonly knownText: string | undefined
  readonly shownAt: string
  readonly listParties: () => Promise<readonly ChoosableParty[]>
  readonly listMemberships: () => Promise<readonly Membership[]>
  /** What these parties hold on the day, on every issue. */
  readonly findStands: (parties: readonly string[]) => Promise<Stands>
  /** By claim slug. */
  readonly listDetails: (claims: readonly Claim[]) => Promise<ReadonlyMap<string, HeldDetail>>
}

/**
 * Open the topic of an address for an overview as of a day.
 * @param isPage - a page shows today beside what is wrong with a day; programs are refused
 * @returns what it is made of; or the answer, where it did not change or nothing was recorded by then
 * @throws {Refusal} topic-not-found, bad-query
 */
export async function openOverview(
  db: Db,
  c: AppContext,
  asof: string | undefined,
  isPage: boolean,
): Promise<Overview | Response> {
  const topic = await requireTopic(db, c)
  const known = askedKnown(c)
  const today = known === undefined ? c.var.now().toISOString().slice(0, 10) : dayOf(known)
  const day = readDay(asof, today)
  if ('error' in day && !isPage) throw new Refusal('bad-query', { detail: day.error })
  const parts = [topic.version, day.day, ...partsOf(known)]
  const same = 'error' in day ? undefined : answerUnchanged(c, parts)
  if (same !== undefined) return same
  const asked = known && knownText(known)
  const about = { day, known, knownText: asked, shownAt: asked ?? instantText(c.var.now()) }
  if (known === undefined) return { topic, ...about, ...present(db, topic, day.day) }
  const past = await findPast(db, topic, known)
  if (past.record.topic === undefined) return await answerNotYet(c, topic, known, 'this topic')
  const then = { ...topic, title: past.record.topic.title }
  return { topic: then, ...about, ...ofPast(db, past, day.day) }
}

type Found = Pick<Overview, 'listParties' | 'listMemberships' | 'findStands' | 'listDetails'>

const present = (db: Db, topic: FoundTopic, asOf: Day): Found => ({
  listParties: async () => await listComparableParties(db, topic.id, asOf),
  listMemberships: async () => await listTopicMemberships(db, topic.id),
  findStands: async (parties) => await findStands(db, topic, { asOf, parties }),
  listDetails: async (claims) => await listClaimDetails(db, claimIdsOf(claims)),
})

const ofPast = (db: Db, past: Past, asOf: Day): Found => ({
  listParties: async () => await Promise.resolve(choicesThen(past.record, asOf).parties),
  listMemberships: async () => await Promise.resolve(membershipsThen(past)),
  findStands: async (parties) => await Promise.resolve(compareThen(past.record, { asOf, parties })),
  listDetails: async (claims) => {
    const names = new Set(claims.map(({ slug }) => slug))
    const shown = past.record.claims.filter(({ claim }) => names.has(claim.slug))
    return detailsThen(past.record, claims, await findPlaced(db, shown))
  },
})

const membershipsThen = ({ record }: Past): Membership[] =>
  record.parties.flatMap(({ slug, memberOf = [] }) =>
    memberOf.map(({ party, from, to }) => ({
      party: slug,
      coalition: party,
      starts: from,
      ends: to,
    })),
  )
