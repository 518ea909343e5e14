import { paths } from '#server/paths.ts'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import type { NamedThing } from './party-facts.tsx'

interface ListedParty extends NamedThing {
  readonly kind: string
  readonly part: 'party' | 'observer' | null
  readonly claims: number
  readonly issues: number
}

export interface PartiesPageProps {
  readonly parties: readonly ListedParty[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly topicSlug: string
  readonly canRecord: boolean
}

export const PartiesPage = ({
  parties,
  total,
  page,
  pages,
  topicSlug,
  canRecord,
}: PartiesPageProps) => (
  <>
    <h1>{wording().common.parties}</h1>
    {canRecord && (
      <p class="row">
        <a class="button" href={paths.newParty(topicSlug)}>
          {wording().party.add}
        </a>
        <a class="button" href={paths.newPerson(topicSlug)}>
          {wording().party.addPerson}
        </a>
      </p>
    )}
    {parties.length === 0 ? (
      <Empty title={wording().party.none}>
        <p>{wording().party.howAdded}</p>
      </Empty>
    ) : (
      <>
        <p class="muted">{wording().party.listed(total)}</p>
        <ul class="list">
          {parties.map((party) => (
            <li>
              <a href={paths.party(party)}>
                <bdi>{party.name}</bdi>
              </a>
              <span class="block small muted">
                <bdi>{party.kind}</bdi>
                {wording().party.inList[party.part ?? 'mentioned']} ·{' '}
                {wording().party.claimsOn(party.claims, party.issues)}
              </span>
            </li>
          ))}
        </ul>
      </>
    )}
    <Pagination
      page={page}
      pages={pages}
      of={wording().party.pages}
      addressOf={(n) => `${paths.parties(topicSlug)}?page=${n}`}
    />
  </>
)
