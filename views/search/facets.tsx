import type { SearchType } from '#server/domain/search-query.ts'
import {
  type ActiveFilter,
  FIELDS,
  type FacetValue,
  type Facets,
  type SearchFields,
  withType,
  withValue,
} from '#server/domain/search-facets.ts'
import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'
import { describeFilter, describeLanguage, typeInAddress } from './words.ts'

export interface FacetsProps {
  readonly address: SearchFields
  readonly type: SearchType | undefined
  readonly totals: ReadonlyMap<SearchType, { readonly total: number; readonly isMore: boolean }>
  readonly facets: Facets
  readonly active: readonly ActiveFilter[]
}

/** Every kind with its count, as links. */
export const TypeLinks = ({ address, type, totals }: FacetsProps) => {
  const found = [...totals].filter(([kind, { total }]) => total > 0 || kind === type)
  if (found.length < 2 && type === undefined) return null
  return (
    <nav aria-label={wording().search.kindsLabel} class="found-types">
      <ul class="row">
        <li>
          <a
            href={paths.search(withType(address, undefined))}
            aria-current={type === undefined ? 'true' : undefined}
          >
            {wording().search.everything}
          </a>
        </li>
        {found.map(([kind, { total, isMore }]) => (
          <li>
            <a
              href={paths.search({ ...withType(address, kind), type: typeInAddress(kind) })}
              aria-current={kind === type ? 'true' : undefined}
            >
              {wording().search.kinds[kind]}{' '}
              <span class="found-count">{isMore ? `${total}+` : total}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Filters in force; each link takes its own away. */
export const ActiveFilters = ({ active }: Pick<FacetsProps, 'active'>) =>
  active.length === 0 ? null : (
    <ul class="row found-active" aria-label={wording().search.filtersLabel}>
      {active.map(({ by, value, without }) => (
        <li>
          <a class="button" href={paths.search(without)}>
            <span>{wording().search.filter(by, <bdi>{describeFilter(by, value)}</bdi>)}</span>
            <span aria-hidden="true">×</span>
            <span class="visually-hidden">{wording().search.removeFilter}</span>
          </a>
        </li>
      ))}
    </ul>
  )

/** Ways to narrow what was found, with how much is left; nothing where none would narrow it. */
export const NarrowBy = ({ address, facets }: FacetsProps) => {
  const all = [
    { by: 'party', say: ({ label }: FacetValue) => label },
    { by: 'topic', say: ({ label }: FacetValue) => label },
    { by: 'lang', say: ({ value }: FacetValue) => describeLanguage(value) },
  ] as const
  const offered = all
    .map((one) => ({ ...one, field: FIELDS[one.by], values: facets[one.by] }))
    .filter(({ field, values }) => values.length > 1 && address[field] === undefined)
  if (offered.length === 0) return null
  return (
    <aside aria-labelledby="narrow" class="found-facets">
      <h2 id="narrow">{wording().search.narrowBy}</h2>
      {offered.map(({ by, field, values, say }) => (
        <>
          <h3>{wording().search.filters[by]}</h3>
          <ul>
            {values.map((value) => (
              <li>
                <a href={paths.search(withValue(address, field, value.value))}>
                  <bdi>{say(value)}</bdi> <span class="found-count">{value.count}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </aside>
  )
}
