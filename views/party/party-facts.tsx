import { paths } from '#server/paths.ts'
import { directionOf } from '../shared/direction.ts'
import { DateText } from '../shared/date-text.tsx'
import { HistoryFact } from '../shared/history-fact.tsx'

export interface NamedThing {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** As written, EDTF; null where an end is not on record. */
export interface Period {
  readonly starts: string | null
  readonly ends: string | null
}

export interface Membership extends Period {
  readonly party: NamedThing
}

export interface RoleHolder extends Period {
  readonly person: NamedThing
  readonly title: string
}

export interface PartyFactsProps {
  readonly party: {
    readonly id: number
    readonly slug: string
    readonly kind: string
    readonly aliases: readonly string[]
    readonly names: readonly { readonly language: string; readonly name: string }[]
    readonly iso3166: string | null
    readonly wikidata: string | null
    readonly part: 'party' | 'observer' | null
  }
  readonly memberOf: readonly Membership[]
  readonly members: readonly Membership[]
  readonly people: readonly RoleHolder[]
}

const partWords = {
  party: 'Party to the dispute',
  observer: 'Observer of the dispute',
}

/** Who a party is: kind, other names, codes, what it belongs to, who speaks for it. */
export const PartyFacts = ({ party, memberOf, members, people }: PartyFactsProps) => (
  <dl class="facts">
    <dt>Kind</dt>
    <dd>
      <bdi>{party.kind}</bdi>
    </dd>
    <dt>Part</dt>
    <dd>{party.part === null ? 'Mentioned, no part in the dispute' : partWords[party.part]}</dd>
    <Aliases aliases={party.aliases} />
    <OtherNames names={party.names} />
    {party.iso3166 !== null && (
      <>
        <dt>ISO 3166</dt>
        <dd>{party.iso3166}</dd>
      </>
    )}
    {party.wikidata !== null && <Wikidata id={party.wikidata} />}
    <Memberships term="Member of" of={memberOf} />
    <Memberships term="Members" of={members} />
    {people.length > 0 && (
      <>
        <dt>Speaks through</dt>
        {people.map(({ person, title, ...period }) => (
          <dd>
            <a href={paths.person(person)}>
              <bdi>{person.name}</bdi>
            </a>
            , <bdi>{title}</bdi>
            <During {...period} />
          </dd>
        ))}
      </>
    )}
    <HistoryFact href={paths.partyHistory(party)} />
  </dl>
)

export const Aliases = ({ aliases }: { aliases: readonly string[] }) =>
  aliases.length === 0 ? null : (
    <>
      <dt>Also called</dt>
      <dd>
        {aliases.map((alias, i) => (
          <>
            {i > 0 && ', '}
            <bdi>{alias}</bdi>
          </>
        ))}
      </dd>
    </>
  )

/** Each in its own language and direction, so that it is read and spoken as such. */
const OtherNames = ({ names }: Pick<PartyFactsProps['party'], 'names'>) =>
  names.length === 0 ? null : (
    <>
      <dt>In other languages</dt>
      {names.map(({ language, name }) => (
        <dd>
          <bdi lang={language} dir={directionOf(language)}>
            {name}
          </bdi>{' '}
          <span class="muted">({language})</span>
        </dd>
      ))}
    </>
  )

export const Wikidata = ({ id }: { id: string }) => (
  <>
    <dt>Wikidata</dt>
    <dd>
      <a
        class="source-link"
        href={`https://www.wikidata.org/wiki/${encodeURIComponent(id)}`}
        rel="noopener noreferrer nofollow"
      >
        {id}
      </a>
    </dd>
  </>
)

const Memberships = ({ term, of }: { term: string; of: readonly Membership[] }) =>
  of.length === 0 ? null : (
    <>
      <dt>{term}</dt>
      {of.map(({ party, ...period }) => (
        <dd>
          <a href={paths.party(party)}>
            <bdi>{party.name}</bdi>
          </a>
          <During {...period} />
        </dd>
      ))}
    </>
  )

/** ", since 1 February 2013"; nothing where neither end is on record. */
export const During = ({ starts, ends }: Period) => {
  if (starts === null && ends === null) return null
  return (
    <>
      , <DateText date={`${starts ?? '..'}/${ends ?? '..'}`} />
    </>
  )
}
