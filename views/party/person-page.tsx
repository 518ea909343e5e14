import { paths } from '#server/paths.ts'
import { type ClaimRow, ClaimTable } from '../shared/claim-table.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { HistoryFact } from '../shared/history-fact.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'
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
      <dt>{roles.length === 1 ? 'Role' : 'Roles'}</dt>
      {roles.length === 0 && <dd>None on record</dd>}
      {roles.map(({ party, title, ...period }) => (
        <dd>
          <bdi>{title}</bdi>,{' '}
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
          Edit
        </a>
      </p>
    )}
    <section class="topic-part" aria-labelledby="claims">
      <h2 id="claims">Said</h2>
      {claims.length === 0 ? (
        <Empty title="No claims yet">
          <p>Nothing this person said has been recorded.</p>
        </Empty>
      ) : (
        <ClaimTable
          claims={claims}
          of="person"
          caption={`${counted(claimCount, 'claim')}, the newest first`}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        of="claims"
        addressOf={(n) => `${paths.person(person)}?page=${n}#claims`}
      />
    </section>
  </>
)
