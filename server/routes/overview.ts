import type { Db } from '#db/connect.ts'
import { listComparableParties } from '#db/queries/comparison-choices.ts'
import { findStands, listClaimDetails } from '#db/queries/comparison.ts'
import { listClaimsByLine } from '#db/queries/statements.ts'
import { listTopicMemberships } from '#db/queries/parties.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { ComparedIssueView } from '#views/issue/issue-view.ts'
import type { FieldErrors } from '#views/shared/fields.tsx'
import type { HeldDetail } from '#views/shared/held-claim.tsx'
import type { Claim } from '../domain/claims.ts'
import { detailsThen } from '../domain/claims-then.ts'
import type { ChoosableParty } from '../domain/comparison-choice.ts'
import type { Day } from '../domain/dates.ts'
import type { Membership } from '../domain/party-order.ts'
import { compareThen } from '../domain/record-then.ts'
import type { AppContext } from '../http/context.ts'
import { paths } from '../paths.ts'
import { type AsOf, openAsOf } from './as-of.ts'
import { choicesThen } from './past-comparison.ts'
import { type Past, claimsByLine, findPlaced } from './past.ts'
import { claimIdsOf } from './shown-stands.ts'

/** What pages that show the whole of a topic are made of, now or as it was recorded. */

interface Stands {
  readonly parties: readonly { readonly id: number; readonly slug: string; readonly name: string }[]
  readonly issues: readonly ComparedIssueView[]
}

export interface Overview extends AsOf {
  readonly listParties: () => Promise<readonly ChoosableParty[]>
  readonly listMemberships: () => Promise<readonly Membership[]>
  /** What these parties hold on the day, on every issue. */
  readonly findStands: (parties: readonly string[]) => Promise<Stands>
  /** Everything that these parties said, on one issue or on all, by `issue party`; maybe more. */
  readonly listClaims: (
    parties: readonly string[],
    issue?: string,
  ) => Promise<ReadonlyMap<string, readonly Claim[]>>
  /** Days within which different people of one party contradict each other instead of shifting. */
  readonly windowDays: number
  /** By claim slug. */
  readonly listDetails: (claims: readonly Claim[]) => Promise<ReadonlyMap<string, HeldDetail>>
}

/** Open the topic of an address for an overview as of a day: as {@link openAsOf} does. */
export async function openOverview(
  db: Db,
  c: AppContext,
  asof: string | undefined,
  isPage: boolean,
  slug?: string,
): Promise<Overview | Response> {
  const opened = await openAsOf(db, c, asof, isPage, slug)
  if (opened instanceof Response) return opened
  return withStands(db, opened)
}

/** A topic as of a day, with what overviews show of it. */
export function withStands(db: Db, opened: AsOf): Overview {
  const { topic, day, past } = opened
  const found = past === undefined ? present(db, topic, day.day) : ofPast(db, past, day.day)
  return { ...opened, ...found }
}

/**
 * What the page of an overview says of itself.
 * @param words - the page in one sentence
 * @param errors - beside its fields
 */
export function aboutOverview(
  { topic, known }: AsOf,
  { title, words, errors }: { title: string; words: string; errors: FieldErrors },
) {
  const hasErrors = Object.keys(errors).length > 0
  return {
    title: `${title}: ${topic.title}`,
    description: words,
    live: words,
    topic,
    known,
    current: 'compare' as const,
    crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
    extra: 'overview' as const,
    hasErrors,
    status: hasErrors ? (422 as const) : (200 as const),
  }
}

/** What is wrong with the day that was asked for. @param shows - what shows today instead */
export const errorsOfDay = ({ day }: AsOf, shows: 'page' | 'table'): FieldErrors =>
  'error' in day
    ? {
        asof: [
          shows === 'page'
            ? `${day.error} The page shows today.`
            : `${day.error} The table shows today.`,
        ],
      }
    : {}

type Found = Omit<Overview, keyof AsOf>

const present = (db: Db, topic: FoundTopic, asOf: Day): Found => ({
  listParties: async () => await listComparableParties(db, topic.id, asOf),
  listMemberships: async () => await listTopicMemberships(db, topic.id),
  findStands: async (parties) => await findStands(db, topic, { asOf, parties }),
  listClaims: async (parties, issue) =>
    await listClaimsByLine(db, topic, { parties, issue, saidBy: asOf }),
  windowDays: topic.mixedWindowDays,
  listDetails: async (claims) => await listClaimDetails(db, claimIdsOf(claims)),
})

const ofPast = (db: Db, past: Past, asOf: Day): Found => ({
  listParties: async () => await Promise.resolve(choicesThen(past.record, asOf).parties),
  listMemberships: async () => await Promise.resolve(membershipsThen(past)),
  findStands: async (parties) => await Promise.resolve(compareThen(past.record, { asOf, parties })),
  listClaims: async () => await Promise.resolve(claimsByLine(past)),
  windowDays: past.record.windowDays,
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
