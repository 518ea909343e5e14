import { paths } from '#server/paths.ts'
import { directionOf } from '../shared/direction.ts'
import { DateText } from '../shared/date-text.tsx'
import { HistoryFact } from '../shared/history-fact.tsx'
import { wording } from '../words/wording.ts'

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

/** Who a party is: kind, other names, codes, what it belongs to, who speaks for it. */
export const PartyFacts = ({ party, memberOf, members, people }: PartyFactsProps) => (
  <dl class="facts">
    <dt>{wording().party.kind}</dt>
    <dd>
      <bdi>{party.kind}</bdi>
    </dd>
    <dt>{wording().party.part}</dt>
    <dd>{wording().party.parts[party.part ?? 'mentioned']}</dd>
    <Aliases aliases={party.aliases} />
    <OtherNames names={party.names} />
    {party.iso3166 !== null && (
      <>
        <dt>{wording().party.iso3166}</dt>
        <dd>{party.iso3166}</dd>
      </>
    )}
    {party.wikidata !== null && <Wikidata id={party.wikidata} />}
    <Memberships term={wording().party.memberOf} of={memberOf} />
    <Memberships term={wording().party.members} of={members} />
    {people.length > 0 && (
      <>
        <dt>{wording().party.speaksThrough}</dt>
        {people.map(({ person, title, ...period }) => (
          <dd>
            <a href={paths.person(person)}>
              <bdi>{person.name}</bdi>
            </a>
            {wording().common.comma}
            <bdi>{title}</bdi>
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
      <dt>{wording().party.aliases}</dt>
      <dd>
        {aliases.map((alias, i) => (
          <>
            {i > 0 && wording().common.comma}
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
      <dt>{wording().party.otherNames}</dt>
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
    <dt>{wording().party.wikidata}</dt>
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
      {wording().common.comma}
      <DateText date={`${starts ?? '..'}/${ends ?? '..'}`} />
    </>
  )
}
