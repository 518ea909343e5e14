import type { Agreement } from '#server/domain/agreement.ts'
import {
  type AgreementCounts,
  READINGS,
  type PairAgreement,
  type Reviewer,
  type ReviewerAgreement,
} from '#server/domain/reviewer-agreement.ts'
import { paths } from '#server/paths.ts'
import { Empty } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { describeAgreement, describeAlpha, describeShare } from './agreement-words.ts'

export interface AgreementPageProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly agreement: ReviewerAgreement
  /** Contradictions of the topic that reviews have settled, and those that are open or under review. */
  readonly settled: number
  readonly unsettled: number
}

/** How far those who judged the same contradictions agree: counts first, then alpha. */
export const AgreementPage = (props: AgreementPageProps) => (
  <div class="agreement stack">
    <h1>{wording().agreement.title}</h1>
    {props.agreement.contradictions === 0 ? <Nothing {...props} /> : <Figures {...props} />}
  </div>
)

const Nothing = (props: AgreementPageProps) => (
  <Empty title={wording().agreement.none}>
    <p>
      <Counted {...props} />
    </p>
    <p>
      <a href={paths.contradictions(props.topic.slug)}>{wording().agreement.ofTopic}</a>
    </p>
  </Empty>
)

/** What the figures stand on, and what is missing from them. */
const Counted = ({ agreement, settled, unsettled }: AgreementPageProps) => {
  const byOne = agreement.contradictions > 0 ? Math.max(0, settled - agreement.contradictions) : 0
  return <>{wording().agreement.settled(settled, settled + unsettled, byOne)}</>
}

const Figures = (props: AgreementPageProps) => (
  <>
    <p class="lede">{describeAgreement(props.agreement)}</p>
    <p class="state">
      <Counted {...props} /> {wording().agreement.differing}
    </p>
    <All agreement={props.agreement} />
    <section class="stack" aria-labelledby="alpha">
      <h2 id="alpha">{wording().agreement.alphaTitle}</h2>
      <p class="state">
        {wording().agreement.alphaMeans((words) => (
          <a href={`${paths.method}#agreement`}>{words}</a>
        ))}
      </p>
    </section>
    <Pairs pairs={props.agreement.pairs} />
    <Met agreement={props.agreement} />
    <p>
      <a href={paths.agreementJson(props.topic.slug)}>{wording().agreement.json}</a>
    </p>
  </>
)

/** Cells after the row's head; on a narrow screen each stands on a line of its own, with its heading. */
const Cells = ({ columns, cells }: { columns: readonly string[]; cells: readonly string[] }) => (
  <>
    {cells.map((cell, i) => (
      <td>
        <span class="cell-label">{wording().agreement.cellLabel(columns[i] ?? '')}</span>
        {cell}
      </td>
    ))}
  </>
)

const Head = ({ columns }: { columns: readonly string[] }) => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th scope="col">{column}</th>
      ))}
    </tr>
  </thead>
)

const All = ({ agreement }: { agreement: ReviewerAgreement }) => {
  const isByMore = agreement.reviewersEach.most > 2
  const w = wording().agreement
  const columns = [
    isByMore ? w.allAgreed : w.bothAgreed,
    ...(isByMore ? [w.pairsAgree] : []),
    w.alpha,
  ]
  return (
    <section class="stack" aria-labelledby="all">
      <h2 id="all">{w.allTogether}</h2>
      <table class="table stacks">
        <Head columns={[w.comparedBy, ...columns]} />
        <tbody>
          {READINGS.map((reading) => (
            <tr>
              <th scope="row">
                {w.readings[reading]}
                <span class="hint">{w.readingHints[reading]}</span>
              </th>
              <Cells columns={columns} cells={figuresOf(agreement.readings[reading], isByMore)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const figuresOf = (of: Agreement, isByMore: boolean): string[] => [
  describeShare(of.agreedUnits, of.units),
  ...(isByMore ? [describeShare(of.agreedPairs, of.pairs)] : []),
  describeAlpha(of),
]

/** Names that two different reviewers here share are told apart by where they come from. */
const sharedNames = (pairs: readonly PairAgreement[]): ReadonlySet<string> => {
  const all = pairs.flatMap(({ reviewers }) => reviewers)
  const imported = new Set(all.filter((r) => r.isImported).map((r) => r.name))
  return new Set(all.filter((r) => !r.isImported && imported.has(r.name)).map((r) => r.name))
}

const Name = ({ of, shared }: { of: Reviewer; shared: ReadonlySet<string> }) => (
  <>
    <bdi>{of.name}</bdi>
    {of.isImported && shared.has(of.name) && wording().agreement.imported}
  </>
)

const Pairs = ({ pairs }: { pairs: readonly PairAgreement[] }) => {
  const shared = sharedNames(pairs)
  const w = wording().agreement
  return (
    <section class="stack" aria-labelledby="pairs">
      <h2 id="pairs">{w.eachTwo}</h2>
      <table class="table stacks">
        <Head columns={[w.reviewers, ...w.pairColumns]} />
        <tbody>
          {pairs.map(({ reviewers: [a, b], both, readings: { verdict, outcome } }) => (
            <tr>
              <th scope="row">
                {w.pair(<Name of={a} shared={shared} />, <Name of={b} shared={shared} />)}
              </th>
              <Cells
                columns={w.pairColumns}
                cells={[
                  wording().number(both),
                  describeShare(verdict.agreedUnits, verdict.units),
                  describeAlpha(verdict),
                  describeShare(outcome.agreedUnits, outcome.units),
                ]}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Met = ({ agreement }: { agreement: ReviewerAgreement }) => (
  <section class="stack" aria-labelledby="met">
    <h2 id="met">{wording().agreement.met}</h2>
    <table class="table met">
      <caption>{wording().agreement.metCaption(agreement.readings.verdict.pairs)}</caption>
      <thead>
        <tr>
          <th scope="col">{wording().agreement.oneReviewer}</th>
          <th scope="col">{wording().agreement.another}</th>
          <th scope="col" class="number">
            {wording().agreement.pairs}
          </th>
        </tr>
      </thead>
      <tbody>
        {agreement.met.map(({ verdicts: [a, b], pairs }) => (
          <tr>
            <th scope="row">{wording().contradiction.verdicts[a]}</th>
            <td>{wording().contradiction.verdicts[b]}</td>
            <td class="number">{wording().number(pairs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** One sentence with the counts, and the way to the page; nothing where nobody judged the same. */
export const AgreementLine = ({ slug, agreement }: { slug: string; agreement: AgreementCounts }) =>
  agreement.contradictions === 0 ? null : (
    <p class="state">
      {describeAgreement(agreement)} <a href={paths.agreement(slug)}>{wording().agreement.title}</a>
    </p>
  )
