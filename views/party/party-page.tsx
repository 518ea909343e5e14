import { paths } from '#server/paths.ts'
import { type ClaimRow, ClaimTable } from '../shared/claim-table.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'

interface Named {
  readonly id: number
  readonly slug: string
  readonly name: string
}

interface Period {
  readonly starts: string | null
  readonly ends: string | null
}

export interface PartyPageProps {
  readonly topicSlug: string
  readonly party: Named & { readonly kind: string; readonly aliases: readonly string[]; readonly part: 'party' | 'observer' | null }
  readonly people: readonly (Period & { readonly name: string; readonly title: string })[]
  readonly memberOf: readonly (Period & { readonly party: Named })[]
  readonly members: readonly (Period & { readonly party: Named })[]
  readonly claims: readonly ClaimRow[]
  readonly claimCount: number
  readonly page: number
  readonly pages: number
}

/** One party: who it is, who speaks for it, and everything it said. */
export const PartyPage = (props: PartyPageProps) => {
  const { party, topicSlug } = props
  return (
    <>
      <h1>
        <bdi>{party.name}</bdi>
      </h1>
      <p class="lede">
        <bdi>{party.kind}</bdi>
        {party.part === 'observer' ? ', an observer of this dispute' : ''}
        {party.aliases.length > 0 && (
          <>
            ; also <bdi>{party.aliases.join(', ')}</bdi>
          </>
        )}
      </p>
      <p class="row">
        <a class="button" href={paths.compare(topicSlug, { base: party.slug })}>
          Compare
        </a>
        <a href={paths.contradictions(topicSlug, { party: party.slug })}>Its contradictions</a>
      </p>
      <Group title="Speaks through" rows={props.people.map((p) => ({ ...p, words: `${p.name}, ${p.title}`, href: undefined }))} />
      <Group title="Belongs to" rows={props.memberOf.map((m) => ({ ...m, words: m.party.name, href: paths.party(m.party) }))} />
      <Group title="Members" rows={props.members.map((m) => ({ ...m, words: m.party.name, href: paths.party(m.party) }))} />
      <h2>Claims</h2>
      {props.claims.length === 0 ? (
        <Empty title="No claims yet">
          <p>Nothing this party said has been recorded.</p>
        </Empty>
      ) : (
        <ClaimTable claims={props.claims} of="party" caption={`${counted(props.claimCount, 'claim')}, the newest first`} />
      )}
      <Pagination page={props.page} pages={props.pages} of="claims" addressOf={(n) => `${paths.party(party)}?page=${n}`} />
    </>
  )
}

const Group = ({ title, rows }: { title: string; rows: readonly (Period & { words: string; href: string | undefined })[] }) =>
  rows.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul class="list">
        {rows.map(({ words, href, starts, ends }) => (
          <li>
            {href === undefined ? (
              <bdi>{words}</bdi>
            ) : (
              <a href={href}>
                <bdi>{words}</bdi>
              </a>
            )}
            {(starts !== null || ends !== null) && (
              <>
                , <DateText date={`${starts ?? '..'}/${ends ?? '..'}`} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )

interface Listed extends Named {
  readonly kind: string
  readonly part: 'party' | 'observer' | null
  readonly claims: number
  readonly issues: number
}

export const PartiesPage = ({ parties }: { parties: readonly Listed[] }) => (
  <>
    <h1>Parties</h1>
    {parties.length === 0 && <Empty title="No parties yet" />}
    <ul class="list">
      {parties.map((party) => (
        <li>
          <a href={paths.party(party)}>
            <bdi>{party.name}</bdi>
          </a>
          <span class="block small muted">
            <bdi>{party.kind}</bdi>
            {party.part === 'observer' ? ', observer' : party.part === null ? ', mentioned' : ''} · {counted(party.claims, 'claim')} on {counted(party.issues, 'issue')}
          </span>
        </li>
      ))}
    </ul>
  </>
)
