import type { ComparedIssueView, ComparedPartyView, DetailView, SearchView } from './issue-view.ts'
import { letterOf } from '#server/domain/letters.ts'
import type { Claim } from '#server/domain/claims.ts'
import type { Relation } from '#server/domain/positions.ts'
import { paths } from '#server/paths.ts'
import { type ClaimRow, ClaimTable } from '../shared/claim-table.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { RemarkText } from '../shared/relation.tsx'
import { silenceWords } from '../shared/silence.ts'
import { StanceText, counted } from '../shared/stance.tsx'

export interface IssuePageProps {
  readonly topicSlug: string
  readonly issue: ComparedIssueView
  readonly parties: readonly ComparedPartyView[]
  readonly details: ReadonlyMap<string, DetailView>
  readonly descriptions: ReadonlyMap<string, string>
  readonly claims: readonly ClaimRow[]
  readonly claimCount: number
  readonly page: number
  readonly pages: number
  readonly searches: readonly SearchView[]
  readonly contradictionCount: number
  readonly isOwner: boolean
}

/** One question: its possible answers, who holds which, who is silent, and everything said. */
export const IssuePage = (props: IssuePageProps) => {
  const { issue, parties, topicSlug } = props
  return (
    <>
      <h1>
        <bdi>{issue.question}</bdi>
      </h1>
      <p class="lede">{describeIssue(issue)}</p>
      <p class="row">
        <a class="button" href={paths.compare(topicSlug, { issue: issue.slug })}>
          Compare on this issue
        </a>
        {props.contradictionCount > 0 && (
          <a href={paths.contradictions(topicSlug, { issue: issue.slug })}>
            {counted(props.contradictionCount, 'contradiction')}
          </a>
        )}
        {props.isOwner && <a href={paths.newClaim(topicSlug, { issue: issue.slug })}>Add a claim</a>}
      </p>
      <OwnNames issue={issue} parties={parties} />
      <h2>{issue.judge.issue.positions.length > 0 ? 'Positions' : 'Values'}</h2>
      <Positions {...props} />
      <Silent {...props} />
      <h2>Claims</h2>
      {props.claims.length === 0 ? (
        <Empty title="No claims yet">
          <p>Nothing anybody said on this question has been recorded.</p>
        </Empty>
      ) : (
        <ClaimTable claims={props.claims} of="issue" caption={`${counted(props.claimCount, 'claim')}, the newest first`} />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        of="claims"
        addressOf={(n) => `${paths.issue(issue)}?page=${n}`}
      />
    </>
  )
}

const kindWords: Readonly<Record<string, string>> = {
  options: 'one of several positions',
  list: 'a list: several positions can hold at once',
  'yes-no': 'yes or no',
  quantity: 'a quantity',
  date: 'a date',
}

function describeIssue({ nature, kind, unit }: ComparedIssueView): string {
  const measured = kind === 'quantity' && unit !== undefined ? `, in ${unit}` : ''
  return `A ${nature} question. The answer is ${kindWords[kind] ?? kind}${measured}.`
}

/** What each side calls the same thing, in its own words. */
const OwnNames = ({ issue, parties }: Pick<IssuePageProps, 'issue' | 'parties'>) => {
  const own = parties.filter((p) => issue.labels[p.slug] !== undefined)
  if (own.length === 0) return null
  return (
    <ul class="list">
      {own.map((p) => (
        <li>
          <bdi>{p.name}</bdi> calls it <bdi class="serif">{issue.labels[p.slug]}</bdi>.
        </li>
      ))}
    </ul>
  )
}

const Positions = (props: IssuePageProps) => {
  const { positions } = props.issue.judge.issue
  if (positions.length === 0) return <Values {...props} />
  return (
    <div class="two-up">
      {positions.map((position, i) => (
        <section class="card" aria-labelledby={`position-${i}`}>
          <h3 id={`position-${i}`}>
            <span class="letter">
              <span class="visually-hidden">Position </span>
              {letterOf(i)}
            </span>{' '}
            <bdi>{position.label}</bdi>
          </h3>
          {props.descriptions.has(position.slug) && <p dir="auto">{props.descriptions.get(position.slug)}</p>}
          <Relations slug={position.slug} issue={props.issue} />
          <Holders {...props} about={(claim) => claim.position === position.slug} none="Nobody on record takes a stance on this position now." />
        </section>
      ))}
    </div>
  )
}

/** Values in the order of their lower ends; an open one comes first. */
const Values = (props: IssuePageProps) => (
  <div class="card">
    <Holders {...props} about={(claim) => claim.value !== undefined} none="No value is on record yet." />
  </div>
)

const Relations = ({ slug, issue }: { slug: string; issue: ComparedIssueView }) => {
  const places = new Map(issue.judge.issue.positions.map((p, i) => [p.slug, i]))
  const letters = (slugs: readonly string[]) => slugs.map((s) => letterOf(places.get(s) ?? 0)).join(', ')
  const related = (isIt: (relation: Relation) => boolean) =>
    issue.judge.issue.relations
      .filter((r) => isIt(r) && (r.from === slug || (r.to === slug && r.kind !== 'entails')))
      .map((r) => (r.from === slug ? r.to : r.from))
  const lines = [
    ['Entails', related((r) => r.kind === 'entails')],
    ['Excludes (both may fail)', related((r) => r.kind === 'contrary')],
    ['Exactly one holds: this or', related((r) => r.kind === 'contradictory')],
  ] as const
  const given = lines.filter(([, slugs]) => slugs.length > 0)
  if (given.length === 0) return null
  return (
    <ul class="small muted">
      {given.map(([words, slugs]) => (
        <li>
          {words} {letters([...new Set(slugs)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)))}
        </li>
      ))}
    </ul>
  )
}

const Holders = ({ issue, parties, details, about, none }: IssuePageProps & { about: (claim: Claim) => boolean; none: string }) => {
  const held = issue.comparison.cells.flatMap((cell) =>
    cell.stands.filter(about).map((claim) => ({ claim, party: parties.find((p) => p.slug === cell.party) })),
  )
  if (held.length === 0) return <p class="muted">{none}</p>
  return (
    <ul class="list">
      {held.map(({ claim, party }) => (
        <Holder claim={claim} party={party} unit={issue.unit} detail={details.get(claim.slug)} />
      ))}
    </ul>
  )
}

const Holder = ({
  claim,
  party,
  unit,
  detail,
}: {
  claim: Claim
  party: ComparedPartyView | undefined
  unit: string | undefined
  detail: DetailView | undefined
}) => (
  <li>
    {party !== undefined && (
      <a href={paths.party(party)}>
        <bdi>{party.name}</bdi>
      </a>
    )}{' '}
    {claim.value === undefined ? stanceVerb[claim.stance] : <StanceText stance={claim.stance} value={claim.value} unit={unit} />}
    {' · '}
    <DateText date={claim.said} short />
    {detail !== undefined && (
      <>
        {' · '}
        <SourceOf claim={detail} />
      </>
    )}
    {claim.condition !== undefined && (
      <span class="block">
        <RemarkText remark="conditional">
          Condition: <bdi>{claim.condition}</bdi>
        </RemarkText>
      </span>
    )}
  </li>
)

const stanceVerb: Readonly<Record<Claim['stance'], string>> = {
  affirms: 'holds it',
  denies: 'rejects it',
  'leaves-open': 'leaves it open',
  declines: 'declines to say',
}

/** To the words in their source, in one step. */
const SourceOf = ({ claim }: { claim: DetailView }) => {
  const citation = claim.citations.find((c) => c.isPlaced) ?? claim.citations[0]
  if (citation === undefined) return null
  return (
    <a href={paths.source(citation.source, claim)}>
      Source<span class="visually-hidden">: {claim.statement}</span>
    </a>
  )
}

const Silent = ({ issue, parties, searches }: IssuePageProps) => {
  const silent = issue.comparison.cells.filter((cell) => cell.silence !== undefined)
  if (silent.length === 0) return null
  return (
    <>
      <h2>Silent</h2>
      <ul class="list">
        {silent.map((cell) => {
          const party = parties.find((p) => p.slug === cell.party)
          const looked = searches.filter((s) => s.slug === cell.party)
          return (
            <li>
              {party !== undefined && (
                <a href={paths.party(party)}>
                  <bdi>{party.name}</bdi>
                </a>
              )}
              : {silenceWords[cell.silence ?? 'not-searched']}
              {looked.map((s) => (
                <span class="block small muted">
                  Looked for on <DateText date={s.on} />
                  {s.by !== null && (
                    <>
                      {' '}
                      by <bdi>{s.by}</bdi>
                    </>
                  )}
                  : {silenceWords[s.result].toLowerCase()}.
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}
