import type { Silence } from '#server/domain/comparison.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import type { ComparedIssueView, ComparedPartyView, SearchView } from './issue-view.ts'

interface SilentProps {
  readonly issue: ComparedIssueView
  readonly parties: readonly ComparedPartyView[]
  readonly searches: readonly SearchView[]
  readonly canRecord: boolean
}

const kinds: readonly Silence[] = ['declined', 'none-found', 'not-applicable', 'not-searched']

/** Who is silent, by the four ways of it, and who looked when. */
export const Silent = ({ issue, parties, searches, canRecord }: SilentProps) => {
  const silent = issue.comparison.cells.filter((cell) => cell.silence !== undefined)
  if (silent.length === 0) return null
  const partyOf = new Map(parties.map((party) => [party.slug, party]))
  return (
    <section class="topic-part" aria-labelledby="silent">
      <h2 id="silent">{wording().issue.silent}</h2>
      <dl class="silences">
        {kinds.map((kind) => (
          <Kind
            kind={kind}
            parties={silent
              .filter((cell) => cell.silence === kind)
              .flatMap((cell) => partyOf.get(cell.party) ?? [])}
            searches={searches}
          />
        ))}
      </dl>
      {canRecord && (
        <p>
          {wording().issue.recordSearch((text) => (
            <a href={paths.newSearch(issue)}>{text}</a>
          ))}
        </p>
      )}
    </section>
  )
}

interface KindProps {
  readonly kind: Silence
  readonly parties: readonly ComparedPartyView[]
  readonly searches: readonly SearchView[]
}

const Kind = ({ kind, parties, searches }: KindProps) =>
  parties.length === 0 ? null : (
    <>
      <dt>{wording().silence[kind]}</dt>
      {parties.map((party) => (
        <dd>
          <a href={paths.party(party)}>
            <bdi>{party.name}</bdi>
          </a>
          {searches
            .filter((search) => search.slug === party.slug)
            .map((search) => (
              <Search search={search} />
            ))}
        </dd>
      ))}
    </>
  )

const Search = ({ search }: { search: SearchView }) => (
  <span class="block small muted">
    {wording().issue.searched(search.result, <DateText date={search.on} />, {
      where: search.where === null ? undefined : <bdi>{search.where}</bdi>,
      by: search.by === null ? undefined : <bdi>{search.by}</bdi>,
    })}
  </span>
)
