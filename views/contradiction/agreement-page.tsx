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
import { counted } from '../shared/stance.tsx'
import {
  describeAgreement,
  describeAlpha,
  describeShare,
  readingHints,
  readingWords,
} from './agreement-words.ts'
import { verdictWords } from './words.ts'

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
    <h1>Agreement between reviewers</h1>
    {props.agreement.contradictions === 0 ? <Nothing {...props} /> : <Figures {...props} />}
  </div>
)

const Nothing = (props: AgreementPageProps) => (
  <Empty title="No contradiction of this topic has been judged by two reviewers yet.">
    <p>
      <Counted {...props} />
    </p>
    <p>
      <a href={paths.contradictions(props.topic.slug)}>Contradictions of this topic</a>
    </p>
  </Empty>
)

/** What the figures stand on, and what is missing from them. */
const Counted = ({ agreement, settled, unsettled }: AgreementPageProps) => (
  <>
    Verdicts are counted once a contradiction is settled: {settled.toLocaleString('en-GB')} of{' '}
    {counted(settled + unsettled, 'contradiction')} {settled === 1 ? 'is' : 'are'} settled
    {agreement.contradictions > 0 &&
      settled > agreement.contradictions &&
      `, ${(settled - agreement.contradictions).toLocaleString('en-GB')} of them judged by one reviewer`}
    .
  </>
)

const Figures = (props: AgreementPageProps) => (
  <>
    <p class="lede">{describeAgreement(props.agreement)}</p>
    <p class="state">
      <Counted {...props} /> What reviewers differ on counts here once an editor has settled it;
      until then agreement over all reviews may be lower than these figures.
    </p>
    <All agreement={props.agreement} />
    <section class="stack" aria-labelledby="alpha">
      <h2 id="alpha">What alpha means</h2>
      <p class="state">
        Krippendorff’s alpha is 1 where reviewers always agree, 0 where they agree as often as
        chance would have it, and below 0 where they agree less often. With few contradictions one
        verdict moves it far, so it stands beside the counts:{' '}
        <a href={`${paths.method}#agreement`}>how agreement is counted</a>.
      </p>
    </section>
    <Pairs pairs={props.agreement.pairs} />
    <Met agreement={props.agreement} />
    <p>
      <a href={paths.agreementJson(props.topic.slug)}>Agreement (JSON)</a>
    </p>
  </>
)

/** Cells after the row's head; on a narrow screen each stands on a line of its own, with its heading. */
const Cells = ({ columns, cells }: { columns: readonly string[]; cells: readonly string[] }) => (
  <>
    {cells.map((cell, i) => (
      <td>
        <span class="cell-label">{columns[i]}: </span>
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
  const columns = [
    `Contradictions in which ${isByMore ? 'all' : 'both'} agreed`,
    ...(isByMore ? ['Pairs of judgements that agree'] : []),
    'Alpha',
  ]
  return (
    <section class="stack" aria-labelledby="all">
      <h2 id="all">All reviewers together</h2>
      <table class="table stacks">
        <Head columns={['Compared by', ...columns]} />
        <tbody>
          {READINGS.map((reading) => (
            <tr>
              <th scope="row">
                {readingWords[reading]}
                <span class="hint">{readingHints[reading]}</span>
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
    {of.isImported && shared.has(of.name) && ' (imported)'}
  </>
)

const PAIR_COLUMNS = ['Both judged', 'Same verdict', 'Alpha of verdicts', 'Same outcome']

const Pairs = ({ pairs }: { pairs: readonly PairAgreement[] }) => {
  const shared = sharedNames(pairs)
  return (
    <section class="stack" aria-labelledby="pairs">
      <h2 id="pairs">Each two reviewers</h2>
      <table class="table stacks">
        <Head columns={['Reviewers', ...PAIR_COLUMNS]} />
        <tbody>
          {pairs.map(({ reviewers: [a, b], both, readings: { verdict, outcome } }) => (
            <tr>
              <th scope="row">
                <Name of={a} shared={shared} /> and <Name of={b} shared={shared} />
              </th>
              <Cells
                columns={PAIR_COLUMNS}
                cells={[
                  both.toLocaleString('en-GB'),
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
    <h2 id="met">Verdict against verdict</h2>
    <table class="table met">
      <caption>
        {counted(agreement.readings.verdict.pairs, 'pair')} of judgements on one contradiction
      </caption>
      <thead>
        <tr>
          <th scope="col">One reviewer</th>
          <th scope="col">Another</th>
          <th scope="col" class="number">
            Pairs
          </th>
        </tr>
      </thead>
      <tbody>
        {agreement.met.map(({ verdicts: [a, b], pairs }) => (
          <tr>
            <th scope="row">{verdictWords[a]}</th>
            <td>{verdictWords[b]}</td>
            <td class="number">{pairs.toLocaleString('en-GB')}</td>
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
      {describeAgreement(agreement)} <a href={paths.agreement(slug)}>Agreement between reviewers</a>
    </p>
  )
