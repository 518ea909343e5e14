import { OPERATORS, withoutFilter } from '#server/domain/search-query.ts'
import { paths } from '#server/paths.ts'
import { Empty } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { Group } from './results.tsx'
import type { SearchPageProps } from './search-page.tsx'
import { describeFilter } from './words.ts'

/** A search that finds something here: a name, what a party said since a year, or what it rejects. */
export interface Example {
  readonly q: string
  readonly finds: 'name' | 'since' | 'rejects'
  readonly year: string
}

/** Nothing has the words: what may be meant, and what may be in the way. */
export const Nothing = ({ near, active, query, address }: SearchPageProps) => (
  <>
    {near?.spelling !== undefined && (
      <p>
        {wording().search.didYouMean(
          <a href={paths.search({ ...address, page: undefined, q: near.spelling })}>
            <bdi>{near.spelling}</bdi>
          </a>,
        )}
      </p>
    )}
    {active.length > 0 && (
      <>
        <p>{wording().search.searchAgain}</p>
        <ul class="found-drop">
          {active.map(({ by, value, without }) => (
            <li>
              <a href={paths.search(without)}>
                {wording().search.without(by, <bdi>{describeFilter(by, value)}</bdi>)}
              </a>
            </li>
          ))}
          {query.filters.length > 1 && (
            <li>
              <a href={paths.search({ q: withoutFilters(query) })}>{wording().search.withoutAny}</a>
            </li>
          )}
        </ul>
      </>
    )}
    {near !== undefined && near.groups.length > 0 ? (
      <>
        <p class="found-said">{wording().search.nearMatches}</p>
        {near.groups.map((group) => (
          <Group group={group} address={address} isOneOfMany={false} prefix="near" />
        ))}
      </>
    ) : (
      <Empty title={wording().search.nothing}>
        <p>{wording().search.nothingHint}</p>
      </Empty>
    )}
  </>
)

const withoutFilters = (query: SearchPageProps['query']): string =>
  query.filters.reduce((text, filter) => withoutFilter({ ...query, text }, filter), query.text)

/** Before anything was asked: what is searched, how, and examples that find something. */
export const Tips = ({ examples }: { examples: readonly Example[] }) => (
  <div class="prose found-tips">
    <p>{wording().search.whatIsSearched}</p>
    {examples.length > 0 && (
      <>
        <h2>{wording().search.forExample}</h2>
        <ul>
          {examples.map((example) => (
            <li>
              <ExampleOf {...example} />
            </li>
          ))}
        </ul>
      </>
    )}
    <h2>{wording().search.howToAsk}</h2>
    <dl class="facts">
      {[wording().search.phrase, wording().search.excluded].map(([typed, means]) => (
        <>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{means}</dd>
        </>
      ))}
      {OPERATORS.map((name) => (
        <>
          <dt>
            <code dir="ltr">{name}:</code>
          </dt>
          <dd>{wording().search.operators[name]()}</dd>
        </>
      ))}
    </dl>
  </div>
)

const ExampleOf = ({ q, finds, year }: Example) =>
  wording().search.example(
    <a href={paths.search({ q })}>
      <bdi>{q}</bdi>
    </a>,
    wording().search.examples[finds](year),
  )
