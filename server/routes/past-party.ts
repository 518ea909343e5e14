import type { Db } from '#db/connect.ts'
import type { PartyPageProps } from '#views/party/party-page.tsx'
import { detailsThen } from '../domain/claims-then.ts'
import { OPEN_END } from '../domain/dossier.ts'
import { type PartyThen, type RecordThen, compareThen } from '../domain/record-then.ts'
import { listClaimsThen, listContradictionsThen } from './past-lists.ts'
import { gradeLines, lanesOf } from './graded-lines.ts'
import { type Past, claimsByLine, findPlaced, gradingPeriod } from './past.ts'
import { claimIdsOf, heldBy } from './shown-stands.ts'

/** As many contradictions as the page shows: the list of all is one of today. */
const MOST_CONTRADICTIONS = 50

/** The page of a party as it was recorded. @returns undefined where it was not on record by then */
export async function findPartyThen(
  db: Db,
  past: Past,
  { id, slug: topicSlug, page }: { id: number; slug: string; page: number | undefined },
): Promise<Omit<PartyPageProps, 'canRecord' | 'canEdit' | 'done' | 'viewer'> | undefined> {
  const party = past.record.parties.find((one) => one.id === id)
  if (party === undefined) return undefined
  return {
    party: factsOf(party),
    asOf: past.day,
    topicSlug,
    ...(await findHeldThen(db, past, party)),
    ...membershipsOf(past.record, party),
    people: holdersOf(past.record, party.slug),
    ...(await listClaimsThen(db, past, (one) => one.claim.party === party.slug, page)),
    ...(await listContradictionsThen(db, past, { party: party.slug }, MOST_CONTRADICTIONS)),
  }
}

const factsOf = ({ iso3166, wikidata, names, ...party }: PartyThen) => ({
  ...party,
  names: names ?? [],
  iso3166: iso3166 ?? null,
  wikidata: wikidata ?? null,
})

async function findHeldThen(db: Db, past: Past, party: PartyThen) {
  // One that is only mentioned is no part of a comparison unless it is asked for.
  const slugs = past.record.parties.filter(({ part }) => part !== null).map(({ slug }) => slug)
  const choice = { asOf: past.day, parties: [...slugs, party.slug] }
  const compared = compareThen(past.record, choice)
  const { held, claims } = heldBy(party.slug, compared)
  const own = { parties: [party], issues: compared.issues }
  const lines = gradeLines(own, claimsByLine(past), gradingPeriod(past))
  const placed = await findPlaced(
    db,
    claimIdsOf(claims).map((id) => ({ id })),
  )
  return {
    ...held,
    lines: lanesOf(lines, 'issue'),
    details: detailsThen(past.record, claims, placed),
  }
}

/** As rows write them: an end that is open is none. */
const periodOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  starts: from === undefined || from === OPEN_END ? null : from,
  ends: to === undefined || to === OPEN_END ? null : to,
})

function membershipsOf({ parties }: RecordThen, party: PartyThen) {
  const bySlug = new Map(parties.map((one) => [one.slug, one]))
  const all = parties.flatMap((member) =>
    (member.memberOf ?? []).map((membership, place) => ({ member, membership, place })),
  )
  const ordered = all.sort((a, b) => a.place - b.place || (a.member.name < b.member.name ? -1 : 1))
  return {
    memberOf: ordered
      .filter(({ member }) => member.slug === party.slug)
      .flatMap(({ membership }) => {
        const coalition = bySlug.get(membership.party)
        return coalition === undefined ? [] : [{ party: coalition, ...periodOf(membership) }]
      }),
    members: ordered
      .filter(({ membership }) => membership.party === party.slug)
      .map(({ member, membership }) => ({ party: member, ...periodOf(membership) })),
  }
}

const holdersOf = ({ people }: RecordThen, party: string) =>
  [...people.values()].flatMap((person) =>
    person.roles
      .filter((role) => role.party === party)
      .map((role) => ({ person, title: role.title, ...periodOf(role) })),
  )
