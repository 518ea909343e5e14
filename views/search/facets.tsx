import type { SearchType } from '#server/domain/search-query.ts'
import {
  type ActiveFilter,
  type FacetValue,
  type Facets,
  type SearchFields,
  withType,
  withValue,
} from '#server/domain/search-facets.ts'
import { paths } from '#server/paths.ts'
import { describeLanguage, headingOf, typeInAddress } from './words.ts'

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
    <nav aria-label="Kinds of results" class="found-types">
      <ul class="row">
        <li>
          <a
            href={paths.search(withType(address, undefined))}
            aria-current={type === undefined ? 'true' : undefined}
          >
            Everything
          </a>
        </li>
        {found.map(([kind, { total, isMore }]) => (
          <li>
            <a
              href={paths.search({ ...withType(address, kind), type: typeInAddress(kind) })}
              aria-current={kind === type ? 'true' : undefined}
            >
              {headingOf(kind)} <span class="found-count">{isMore ? `${total}+` : total}</span>
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
    <ul class="row found-active" aria-label="Filters">
      {active.map(({ label, value, without }) => (
        <li>
          <a class="button" href={paths.search(without)}>
            <span>
              {label}: <bdi>{label === 'Language' ? describeLanguage(value) : value}</bdi>
            </span>
            <span aria-hidden="true">×</span>
            <span class="visually-hidden">, remove this filter</span>
          </a>
        </li>
      ))}
    </ul>
  )

/** Ways to narrow what was found, with how much is left; nothing where none would narrow it. */
export const NarrowBy = ({ address, facets }: FacetsProps) => {
  const offered = [
    { title: 'Party', field: 'p' as const, values: facets.party, say: (v: FacetValue) => v.label },
    {
      title: 'Topic',
      field: 'topic' as const,
      values: facets.topic,
      say: (v: FacetValue) => v.label,
    },
    {
      title: 'Language',
      field: 'lang' as const,
      values: facets.lang,
      say: (v: FacetValue) => describeLanguage(v.value),
    },
  ].filter(({ field, values }) => values.length > 1 && address[field] === undefined)
  if (offered.length === 0) return null
  return (
    <aside aria-labelledby="narrow" class="found-facets">
      <h2 id="narrow">Narrow by</h2>
      {offered.map(({ title, field, values, say }) => (
        <>
          <h3>{title}</h3>
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
