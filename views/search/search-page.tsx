import type { SearchQuery } from '#server/domain/search-query.ts'
import { paths } from '#server/paths.ts'
import { Pagination } from '../shared/navigation.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'
import { ActiveFilters, type FacetsProps, NarrowBy, TypeLinks } from './facets.tsx'
import { Nothing, Tips, type Example } from './nothing.tsx'
import { Group, type ResultGroup } from './results.tsx'
import { SearchForm } from './search-form.tsx'

export interface SearchPageProps extends FacetsProps {
  readonly query: SearchQuery
  readonly isAsked: boolean
  readonly problems: readonly string[]
  readonly also: readonly string[]
  readonly groups: readonly ResultGroup[]
  readonly total: number
  readonly isMore: boolean
  readonly page: number
  readonly pages: number
  readonly near:
    | { readonly spelling: string | undefined; readonly groups: readonly ResultGroup[] }
    | undefined
  readonly examples: readonly Example[]
}

/** What was found, in one sentence; '' where nothing was asked. Said aloud while somebody types. */
export function describeSearch(props: Omit<SearchPageProps, 'examples' | 'active'>): string {
  if (!props.isAsked) return ''
  const { type, total, isMore, query } = props
  const w = wording().search
  return total === 0 ? w.nothingFound(query.text) : w.found(type, total, isMore, query.text)
}

/** Search: one field, what it found by kind, and ways to narrow it. */
export const SearchPage = (props: SearchPageProps) => (
  <>
    <h1>{wording().search.title}</h1>
    <SearchForm address={props.address} />
    <div id="found">
      {props.problems.map((problem) => (
        <p class="notice">{translated(problem)}</p>
      ))}
      <ActiveFilters {...props} />
      {props.isAsked ? <Found {...props} /> : <Tips examples={props.examples} />}
    </div>
  </>
)

const Found = (props: SearchPageProps) => (
  <>
    <p class="found-said">{describeSearch(props)}</p>
    {props.also.length > 0 && (
      <p class="small">
        {wording().search.alsoSearched(
          props.also.map((name, i) => (
            <>
              {i > 0 && wording().common.comma}
              <bdi>{name}</bdi>
            </>
          )),
        )}
      </p>
    )}
    <TypeLinks {...props} />
    {props.total === 0 ? <Nothing {...props} /> : <Results {...props} />}
  </>
)

const Results = (props: SearchPageProps) => {
  const { groups, address, type, page, pages } = props
  return (
    <div class="found-results">
      <div class="found-groups">
        {groups.map((group) => (
          <Group group={group} address={address} isOneOfMany={type === undefined} />
        ))}
        {type !== undefined && (
          <Pagination
            page={page}
            pages={pages}
            of={wording().search.pagesOf[type]}
            addressOf={(n) => paths.search({ ...address, page: n === 1 ? undefined : String(n) })}
          />
        )}
      </div>
      <NarrowBy {...props} />
    </div>
  )
}
