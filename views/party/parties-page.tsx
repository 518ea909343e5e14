import { paths } from '#server/paths.ts'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'
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
    <h1>Parties</h1>
    {canRecord && (
      <p class="row">
        <a class="button" href={paths.newParty(topicSlug)}>
          Add a party
        </a>
        <a class="button" href={paths.newPerson(topicSlug)}>
          Add a person
        </a>
      </p>
    )}
    {parties.length === 0 ? (
      <Empty title="No parties yet">
        <p>A party is added by hand, or comes in with the first claim that it makes.</p>
      </Empty>
    ) : (
      <>
        <p class="muted">
          {counted(total, 'party', 'parties')}: those in the dispute, then observers, then those
          only mentioned.
        </p>
        <ul class="list">
          {parties.map((party) => (
            <li>
              <a href={paths.party(party)}>
                <bdi>{party.name}</bdi>
              </a>
              <span class="block small muted">
                <bdi>{party.kind}</bdi>
                {party.part === 'observer'
                  ? ', observer'
                  : party.part === null
                    ? ', mentioned'
                    : ''}{' '}
                · {describeClaims(party)}
              </span>
            </li>
          ))}
        </ul>
      </>
    )}
    <Pagination
      page={page}
      pages={pages}
      of="parties"
      addressOf={(n) => `${paths.parties(topicSlug)}?page=${n}`}
    />
  </>
)

const describeClaims = ({ claims, issues }: ListedParty): string =>
  claims === 0 ? 'no claims' : `${counted(claims, 'claim')} on ${counted(issues, 'issue')}`
