import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { STATUSES, type Status } from '#server/domain/reviews.ts'
import type { AgreementCounts } from '#server/domain/reviewer-agreement.ts'
import { paths } from '#server/paths.ts'
import { Select } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty, Pagination, Tabs } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { AgreementLine } from './agreement-page.tsx'
import { ContradictionSentence } from './sentence.tsx'
import { Mark } from './sides.tsx'
import { shownStatusOf, statusSlug } from './words.ts'

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
    <h1>{wording().contradiction.list}</h1>
    <p class="lede">{wording().contradiction.listLede}</p>
    <AgreementLine slug={props.topic.slug} agreement={props.agreement} />
    {props.choices.issues.length > 0 && <Filters {...props} />}
    <div id="contradictions" class="stack">
      <StatusTabs {...props} />
      <List {...props} />
    </div>
  </>
)

const Filters = ({ topic, chosen, choices }: ContradictionListProps) => {
  const address = paths.contradictions(topic.slug)
  const w = wording().contradiction
  const options = (list: readonly Choice[]) =>
    list.map(({ slug, label }) => ({ value: slug, label }))
  return (
    <ListFilters action={address} of="contradictions">
      {chosen.status !== undefined && (
        <input type="hidden" name="status" value={statusSlug(chosen.status)} />
      )}
      <Select
        name="issue"
        label={w.issue}
        prompt={w.allIssues}
        value={chosen.issue}
        options={options(choices.issues)}
      />
      <Select
        name="party"
        label={w.party}
        prompt={w.allParties}
        value={chosen.party}
        options={options(choices.parties)}
      />
    </ListFilters>
  )
}

const StatusTabs = ({ topic, chosen, counts }: ContradictionListProps) => (
  <Tabs
    label={wording().contradiction.status}
    tabs={[undefined, ...STATUSES].map((status) => ({
      href: addressOf(topic.slug, { ...chosen, status }),
      says: (
        <>
          {status === undefined
            ? wording().contradiction.all
            : wording().contradiction.statuses[status]}{' '}
          <span class="number count">
            {status === undefined ? totalOf(counts) : (counts.get(status) ?? 0)}
          </span>
        </>
      ),
      isCurrent: status === chosen.status,
    }))}
  />
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
        of={wording().contradiction.pagesOf}
        addressOf={(n) => addressOf(topic.slug, chosen, n)}
      />
    </>
  )
}

export const ContradictionItem = ({ x }: { x: RecordedContradiction }) => (
  <>
    <p class="row">
      <Mark x={x} />
      <span class="tag">{wording().contradiction.statuses[shownStatusOf(x)]}</span>
      {x.newEvidence > 0 && (
        <span class="tag">{wording().contradiction.newEvidenceTag(x.newEvidence)}</span>
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
  const w = wording().contradiction
  const isNarrowed = chosen.issue !== undefined || chosen.party !== undefined
  if (total === 0 && !isNarrowed)
    return (
      <Empty title={w.noneOnRecord}>
        <p>
          {w.noneYet((words) => (
            <a href={paths.compare(topic.slug)}>{words}</a>
          ))}
        </p>
      </Empty>
    )
  return (
    <Empty title={w.noneFit(chosen.status, isNarrowed)}>
      <p>
        <a href={paths.contradictions(topic.slug)}>{w.showAllOfTopic}</a>
      </p>
    </Empty>
  )
}
