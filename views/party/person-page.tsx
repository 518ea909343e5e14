import { paths } from '#server/paths.ts'
import { type ClaimRow, ClaimTable } from '../shared/claim-table.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { HistoryFact } from '../shared/history-fact.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { Aliases, During, type NamedThing, type Period, Wikidata } from './party-facts.tsx'

export interface PersonPageProps {
  readonly person: NamedThing & {
    readonly aliases: readonly string[]
    readonly wikidata: string | null
  }
  readonly roles: readonly (Period & { readonly party: NamedThing; readonly title: string })[]
  readonly claims: readonly ClaimRow[]
  readonly claimCount: number
  readonly page: number
  readonly pages: number
  readonly canEdit: boolean
  readonly viewer: { readonly csrf: string } | undefined
  /** What the viewer did a moment ago. */
  readonly done: { readonly says: string; readonly undo: UndoForm | undefined } | undefined
}

/** Somebody who speaks: in which roles, for whom, and what was said. What is held, parties hold. */
export const PersonPage = ({
  person,
  roles,
  claims,
  claimCount,
  page,
  pages,
  ...props
}: PersonPageProps) => (
  <>
    {props.done !== undefined && <DoneNotice {...props.done} viewer={props.viewer} />}
    <h1>
      <bdi>{person.name}</bdi>
    </h1>
    <dl class="facts">
      <dt>{wording().party.roles(roles.length)}</dt>
      {roles.length === 0 && <dd>{wording().party.noRoles}</dd>}
      {roles.map(({ party, title, ...period }) => (
        <dd>
          <bdi>{title}</bdi>
          {wording().common.comma}
          <a href={paths.party(party)}>
            <bdi>{party.name}</bdi>
          </a>
          <During {...period} />
        </dd>
      ))}
      <Aliases aliases={person.aliases} />
      {person.wikidata !== null && <Wikidata id={person.wikidata} />}
      <HistoryFact href={paths.personHistory(person)} />
    </dl>
    {props.canEdit && (
      <p>
        <a class="button" href={paths.editPerson(person)}>
          {wording().party.edit}
        </a>
      </p>
    )}
    <section class="topic-part" aria-labelledby="claims">
      <h2 id="claims">{wording().party.said}</h2>
      {claims.length === 0 ? (
        <Empty title={wording().party.noClaims}>
          <p>{wording().party.nothingSaidByPerson}</p>
        </Empty>
      ) : (
        <ClaimTable claims={claims} of="person" caption={wording().party.newestFirst(claimCount)} />
      )}
      <Pagination
        page={page}
        pages={pages}
        of={wording().party.pagesOfClaims}
        addressOf={(n) => `${paths.person(person)}?page=${n}#claims`}
      />
    </section>
  </>
)
