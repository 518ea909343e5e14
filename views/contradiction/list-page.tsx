import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { STATUSES, type Status } from '#server/domain/reviews.ts'
import type { AgreementCounts } from '#server/domain/reviewer-agreement.ts'
import { paths } from '#server/paths.ts'
import { Select } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { AgreementLine } from './agreement-page.tsx'
import { ContradictionSentence } from './sentence.tsx'
import { Mark } from './sides.tsx'
import { shownStatusOf, statusSlug, statusWords } from './words.ts'
import { counted } from '../shared/stance.tsx'

export interface Choice {
  readonly slug: string
  readonly label: string
}

export interface ContradictionListProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly items: readonly RecordedContradiction[]
  readonly counts: ReadonlyMap<Status, number>
  readonly chosen: {
    readonly status?: Status | undefined
    readonly issue?: string | undefined
    readonly party?: string | undefined
  }
  readonly choices: { readonly issues: readonly Choice[]; readonly parties: readonly Choice[] }
  readonly agreement: AgreementCounts
  readonly page: number
  readonly pages: number
}

type Chosen = ContradictionListProps['chosen']

const addressOf = (slug: string, { status, issue, party }: Chosen, page = 1): string =>
  paths.contradictions(slug, {
    status: status === undefined ? undefined : statusSlug(status),
    issue,
    party,
    page: page === 1 ? undefined : String(page),
  })

const totalOf = (counts: ReadonlyMap<Status, number>): number =>
  [...counts.values()].reduce((sum, n) => sum + n, 0)

/** Every contradiction of a topic, one sentence each. */
export const ContradictionListPage = (props: ContradictionListProps) => (
  <>
    <h1>Contradictions</h1>
    <p class="lede">
      Where two sides, or one party at two times, cannot both be right or both be meant. Filed by
      rule, then decided by reviewers.
    </p>
    <AgreementLine slug={props.topic.slug} agreement={props.agreement} />
    {props.choices.issues.length > 0 && <Filters {...props} />}
    <div id="contradictions" class="stack">
      <Tabs {...props} />
      <List {...props} />
    </div>
  </>
)

const Filters = ({ topic, chosen, choices }: ContradictionListProps) => {
  const address = paths.contradictions(topic.slug)
  const options = (list: readonly Choice[]) =>
    list.map(({ slug, label }) => ({ value: slug, label }))
  return (
    <ListFilters action={address} of="contradictions">
      {chosen.status !== undefined && (
        <input type="hidden" name="status" value={statusSlug(chosen.status)} />
      )}
      <Select
        name="issue"
        label="Issue"
        prompt="All issues"
        value={chosen.issue}
        options={options(choices.issues)}
      />
      <Select
        name="party"
        label="Party"
        prompt="All parties"
        value={chosen.party}
        options={options(choices.parties)}
      />
    </ListFilters>
  )
}

const Tabs = ({ topic, chosen, counts }: ContradictionListProps) => (
  <nav class="tabs" aria-label="Status">
    <ul>
      {[undefined, ...STATUSES].map((status) => (
        <li>
          <a
            href={addressOf(topic.slug, { ...chosen, status })}
            aria-current={status === chosen.status ? 'page' : undefined}
          >
            {status === undefined ? 'All' : statusWords[status]}{' '}
            <span class="number count">
              {status === undefined ? totalOf(counts) : (counts.get(status) ?? 0)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const List = ({ topic, items, counts, chosen, page, pages }: ContradictionListProps) => {
  if (items.length === 0) return <Nothing topic={topic} chosen={chosen} total={totalOf(counts)} />
  return (
    <>
      <ol class="list contradictions">
        {items.map((x) => (
          <li id={`x-${x.id}`}>
            <ContradictionItem x={x} />
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        of="contradictions"
        addressOf={(n) => addressOf(topic.slug, chosen, n)}
      />
    </>
  )
}

export const ContradictionItem = ({ x }: { x: RecordedContradiction }) => (
  <>
    <p class="row">
      <Mark x={x} />
      <span class="tag">{statusWords[shownStatusOf(x)]}</span>
      {x.newEvidence > 0 && (
        <span class="tag">New evidence since the review: {counted(x.newEvidence, 'claim')}</span>
      )}
    </p>
    <p>
      <ContradictionSentence x={x} />
    </p>
  </>
)

const Nothing = ({
  topic,
  chosen,
  total,
}: {
  topic: ContradictionListProps['topic']
  chosen: Chosen
  total: number
}) => {
  const isNarrowed = chosen.issue !== undefined || chosen.party !== undefined
  if (total === 0 && !isNarrowed)
    return (
      <Empty title="No contradictions on record">
        <p>
          They are found by rule as soon as two claims on one issue cannot both hold. See the{' '}
          <a href={paths.compare(topic.slug)}>comparison</a> for who holds what.
        </p>
      </Empty>
    )
  return (
    <Empty
      title={`No contradictions${chosen.status === undefined ? '' : ` with the status “${statusWords[chosen.status].toLowerCase()}”`}${isNarrowed ? ' match this choice' : ''}`}
    >
      <p>
        <a href={paths.contradictions(topic.slug)}>Show all contradictions of this topic</a>
      </p>
    </Empty>
  )
}
