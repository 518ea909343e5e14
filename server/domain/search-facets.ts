/** What a search can be narrowed by, in counts, and how filters go in and out of its address. Pure. */
import { groupBy } from './grouping.ts'
import {
  NAMING,
  type Naming,
  type SearchQuery,
  type SearchType,
  type TypedFilter,
  withoutFilter,
} from './search-query.ts'

/** The fields of a search, as they are in its address. */
export type SearchFields = {
  readonly q?: string | undefined
  readonly type?: string | undefined
  readonly p?: readonly string[] | undefined
  readonly i?: readonly string[] | undefined
  readonly topic?: readonly string[] | undefined
  readonly lang?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly page?: string | undefined
}

/** Fields of the form that may be given several times, with the operator that says the same. */
export const FIELDS = { topic: 'topic', party: 'p', issue: 'i', lang: 'lang' } as const
type Field = (typeof FIELDS)[keyof typeof FIELDS]

/** What was found, as far as it is counted here. */
export interface Counted {
  readonly topic: string
  readonly topicTitle: string
  readonly lang?: string | null
  readonly party?: string
  readonly partyName?: string
}

export interface FacetValue {
  readonly value: string
  readonly label: string
  readonly count: number
}

export interface Facets {
  readonly party: readonly FacetValue[]
  readonly topic: readonly FacetValue[]
  readonly lang: readonly FacetValue[]
}

/** As many values of one facet as are offered. */
const MOST_VALUES = 12

/** Count what was found, the most frequent first, then by name. */
export function countFacets(found: readonly Counted[]): Facets {
  const primary = (tag: string | null | undefined) => tag?.split('-', 1)[0]?.toLowerCase()
  return {
    party: tally(found, ({ party, partyName }) => [party, partyName]),
    topic: tally(found, ({ topic, topicTitle }) => [topic, topicTitle]),
    lang: tally(found, ({ lang }) => [primary(lang), primary(lang)]),
  }
}

function tally(
  found: readonly Counted[],
  read: (one: Counted) => readonly [value: string | undefined, label: string | undefined],
): FacetValue[] {
  const named = found.flatMap((one) => {
    const [value, label] = read(one)
    return value === undefined || value === '' ? [] : [{ value, label: label ?? value }]
  })
  return [...groupBy(named, ({ value }) => value)]
    .map(([value, all]) => ({ value, label: all[0]?.label ?? value, count: all.length }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_VALUES)
}

/** The same search with one more value of a field, from its first page. */
export const withValue = (address: SearchFields, field: Field, value: string): SearchFields => ({
  ...address,
  page: undefined,
  [field]: [...(address[field] ?? []), value],
})

/** The same search for things of one kind; for all kinds where it is undefined. */
export const withType = (address: SearchFields, type: SearchType | undefined): SearchFields => ({
  ...address,
  page: undefined,
  type,
})

/** An operator, or a field of the address that is a filter of its own. */
export type FilterName = TypedFilter['name'] | 'from' | 'to'

/** A filter in force, with the search without it. */
export interface ActiveFilter {
  readonly by: FilterName
  /** The name of what it is about, where that is known; else as it was typed. */
  readonly value: string
  readonly without: SearchFields
}

const isInForce = (
  { name, value }: TypedFilter,
  nameOf: (by: Naming, value: string) => string | undefined,
): boolean => {
  const by = NAMING.find((one) => one === name)
  return by === undefined || by === 'lang' || nameOf(by, value) !== undefined
}

/**
 * Every filter of a search, from its fields and from operators.
 * @param nameOf - a thing's name for what was given, where that is known
 */
export function listActive(
  address: SearchFields,
  query: SearchQuery,
  nameOf: (by: Naming, value: string) => string | undefined,
): ActiveFilter[] {
  const base = { ...address, page: undefined }
  const fields = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((by) => {
    const given = address[FIELDS[by]] ?? []
    return given.map((value) => ({
      by,
      value: nameOf(by, value) ?? value,
      without: { ...base, [FIELDS[by]]: given.filter((one) => one !== value) },
    }))
  })
  return [
    ...fields,
    ...(['type', 'from', 'to'] as const).flatMap((by) => {
      const value = address[by]
      return value === undefined ? [] : [{ by, value, without: { ...base, [by]: undefined } }]
    }),
    // What names nothing was left out, and is no filter.
    ...query.filters
      .filter((f) => isInForce(f, nameOf))
      .map((filter) => ({
        by: filter.name,
        value: nameOf(filter.name as Naming, filter.value) ?? filter.value,
        without: { ...base, q: withoutFilter(query, filter) },
      })),
  ]
}
