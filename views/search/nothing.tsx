import { OPERATORS, withoutFilter } from '#server/domain/search-query.ts'
import { paths } from '#server/paths.ts'
import { Empty } from '../shared/navigation.tsx'
import { Group } from './results.tsx'
import type { SearchPageProps } from './search-page.tsx'

/** A search that finds something here. */
export interface Example {
  readonly q: string
  readonly says: string
}

/** Nothing has the words: what may be meant, and what may be in the way. */
export const Nothing = ({ near, active, query, address }: SearchPageProps) => (
  <>
    {near?.spelling !== undefined && (
      <p>
        Did you mean{' '}
        <a href={paths.search({ ...address, page: undefined, q: near.spelling })}>
          <bdi>{near.spelling}</bdi>
        </a>
        ?
      </p>
    )}
    {active.length > 0 && (
      <>
        <p>Search again without one of the filters:</p>
        <ul class="found-drop">
          {active.map(({ label, value, without }) => (
            <li>
              <a href={paths.search(without)}>
                without {label.toLowerCase()} <bdi>{value}</bdi>
              </a>
            </li>
          ))}
          {query.filters.length > 1 && (
            <li>
              <a href={paths.search({ q: withoutFilters(query) })}>without any filter</a>
            </li>
          )}
        </ul>
      </>
    )}
    {near !== undefined && near.groups.length > 0 ? (
      <>
        <p class="found-said">Nothing has exactly these words. Near matches:</p>
        {near.groups.map((group) => (
          <Group group={group} address={address} isOneOfMany={false} prefix="near" />
        ))}
      </>
    ) : (
      <Empty title="Nothing has these words">
        <p>
          Every word has to occur; the last may be only begun. A name in another script is found
          where the record has it as an alias: Асад leads to Assad if somebody noted both.
        </p>
      </Empty>
    )}
  </>
)

const withoutFilters = (query: SearchPageProps['query']): string =>
  query.filters.reduce((text, filter) => withoutFilter({ ...query, text }, filter), query.text)

const explained: Readonly<Record<(typeof OPERATORS)[number], string>> = {
  party: 'claims and aliases of a party, by name, short name or country code',
  issue: 'claims on an issue, by words of its question',
  speaker: 'claims that a person made',
  source: 'claims found in a source',
  topic: 'one topic',
  lang: 'quotations and sources in a language: ar, ru, en',
  type: 'one kind: topic, issue, party, person, claim, source',
  stance: 'affirms, denies, leaves-open, declines',
  before: 'claims that may have been made before a date',
  after: 'claims that may have been made on a date or later',
}

/** Before anything was asked: what is searched, how, and examples that find something. */
export const Tips = ({ examples }: { examples: readonly Example[] }) => (
  <div class="prose found-tips">
    <p>
      Searches claims with their quotations and translations, sources and their texts, issues with
      their positions, parties and people by any of their names, in every topic that you may see.
      Accents and capitals do not matter.
    </p>
    {examples.length > 0 && (
      <>
        <h2>For example</h2>
        <ul>
          {examples.map(({ q, says }) => (
            <li>
              <a href={paths.search({ q })}>
                <bdi>{q}</bdi>
              </a>
              , {says}
            </li>
          ))}
        </ul>
      </>
    )}
    <h2>How to ask</h2>
    <dl class="facts">
      <dt>
        <code>"leave power"</code>
      </dt>
      <dd>these words in this order</dd>
      <dt>
        <code>-election</code>
      </dt>
      <dd>without this word</dd>
      {OPERATORS.map((name) => (
        <>
          <dt>
            <code>{name}:</code>
          </dt>
          <dd>{explained[name]}</dd>
        </>
      ))}
    </dl>
  </div>
)
