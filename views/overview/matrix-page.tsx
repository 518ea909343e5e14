import type { ChoosableParty } from '#server/domain/comparison-choice.ts'
import type { Day } from '#server/domain/dates.ts'
import { type PairCounts, closest, mostOpposed } from '#server/domain/pair-counts.ts'
import { COUNTED, type Counted } from '#server/domain/party-matrix.ts'
import { MATRIX_ORDERS, type MatrixOrder } from '#server/domain/party-order.ts'
import { type MatrixQuery, paths } from '#server/paths.ts'
import { EmbedCode, type EmbedCodeProps } from '../embed/embed-code.tsx'
import { ErrorSummary, type FieldErrors, Select } from '../shared/fields.tsx'
import { Empty } from '../shared/navigation.tsx'
import { PairList } from '../topic/pair-list.tsx'
import { translated } from '../words/messages.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { type MatrixParty, MatrixTable } from './matrix-table.tsx'
import { OverviewFilters } from './overview-filters.tsx'
import { Ways } from './ways.tsx'

export interface MatrixPageProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly asOf: Day
  /** In order. */
  readonly parties: readonly MatrixParty[]
  readonly pairs: readonly PairCounts[]
  /** How many issues the topic has. */
  readonly issues: number
  readonly of: Counted
  readonly order: MatrixOrder
  readonly bothHalves: boolean
  readonly choices: readonly ChoosableParty[]
  readonly notices: readonly string[]
  /** The address of this matrix, without what is left as it is. */
  readonly asked: MatrixQuery
  /** As recorded then, where the record is shown as it was. */
  readonly known: string | undefined
  /** The instant that a permalink names. */
  readonly shownAt: string
  readonly errors: FieldErrors
  /** The code to embed what is shown; undefined where not everybody may read it. */
  readonly embed?: EmbedCodeProps | undefined
}

/** As many pairs as are named above the table. */
const NAMED = 5

/** Every two parties in counts: who is furthest apart, who closest. */
export const MatrixPage = (props: MatrixPageProps) => (
  <>
    <div id="matrix-head">
      <ErrorSummary errors={props.errors} />
      <h1>{wording().matrix.heading(<bdi>{props.topic.title}</bdi>)}</h1>
      <p class="lede">{describeMatrix(props)}</p>
      {props.notices.map((notice) => (
        <p class="notice">{translated(notice)}</p>
      ))}
    </div>
    <Ways topic={props.topic} current="matrix" asof={props.asked.asof} />
    {props.choices.length < 2 || props.issues === 0 ? (
      <NothingToCount {...props} />
    ) : (
      <>
        <Controls {...props} />
        <div id="matrix" data-keys tabindex={-1}>
          <Named {...props} />
          <Counts {...props} />
        </div>
      </>
    )}
  </>
)

/** The page in one sentence. */
export function describeMatrix({ pairs, parties, asOf }: MatrixPageProps): string {
  const possible = (parties.length * (parties.length - 1)) / 2
  const conflicting = pairs.filter((pair) => pair.conflicts > 0).length
  const day = describeDate(asOf)
  return pairs.length === 0
    ? wording().matrix.noneMeet(day, parties.length)
    : wording().matrix.lede(day, { meet: pairs.length, possible, conflicting })
}

const NothingToCount = ({ choices }: MatrixPageProps) => (
  <Empty title={wording().matrix.nothingYet}>
    <p>{choices.length < 2 ? wording().matrix.takesTwo : wording().matrix.noIssues}</p>
  </Empty>
)

const Named = ({ pairs, parties, topic, asked }: MatrixPageProps) => {
  const { asof } = asked
  const lists = { parties, topicSlug: topic.slug, asof }
  const opposed = mostOpposed(pairs).slice(0, NAMED)
  const near = closest(pairs).slice(0, NAMED)
  return (
    <div class="named-pairs">
      <section aria-labelledby="opposed">
        <h2 id="opposed">{wording().matrix.opposed}</h2>
        {opposed.length === 0 ? (
          <p class="muted">{wording().matrix.noConflict}</p>
        ) : (
          <PairList {...lists} pairs={opposed} of="conflicts" />
        )}
      </section>
      <section aria-labelledby="closest">
        <h2 id="closest">{wording().matrix.closest}</h2>
        {near.length === 0 ? (
          <p class="muted">{wording().matrix.noneClose}</p>
        ) : (
          <PairList {...lists} pairs={near} of="common" />
        )}
      </section>
    </div>
  )
}

const Counts = (props: MatrixPageProps) => {
  const { topic, asOf, parties, of, asked, shownAt, embed } = props
  const fixed = { ...asked, asof: asOf, known: shownAt }
  return (
    <section aria-labelledby="every-pair">
      <h2 id="every-pair">{wording().matrix.everyPair}</h2>
      {parties.length < 2 ? (
        <p class="notice">{wording().overview.chooseSecond}</p>
      ) : (
        <>
          <p class="small muted">{wording().matrix.shades}</p>
          <MatrixTable
            {...props}
            asof={asked.asof}
            caption={wording().matrix.captions[of](describeDate(asOf))}
          />
        </>
      )}
      <p class="row no-print">
        <a href={paths.matrix(topic.slug, fixed)} rel="bookmark" data-key="y">
          {wording().common.permalink}
        </a>
        <a href={paths.matrixCsv(topic.slug, fixed)}>CSV</a>
        <a href={paths.matrixJson(topic.slug, fixed)}>JSON</a>
        <a href={`${paths.method}#pairs`}>{wording().matrix.howCounted}</a>
      </p>
      {embed !== undefined && <EmbedCode {...embed} />}
    </section>
  )
}

const Controls = (props: MatrixPageProps) => (
  <OverviewFilters {...props} action={paths.matrix(props.topic.slug)} target="matrix">
    <Select
      name="of"
      label={wording().matrix.count}
      value={props.of}
      options={COUNTED.map((value) => ({ value, label: wording().matrix.of[value] }))}
    />
    <Select
      name="order"
      label={wording().overview.order}
      value={props.order}
      options={MATRIX_ORDERS.map((value) => ({ value, label: wording().matrix.orders[value] }))}
    />
    <Select
      name="halves"
      label={wording().matrix.table}
      value={props.bothHalves ? 'both' : 'one'}
      options={[
        { value: 'one', label: wording().matrix.once },
        { value: 'both', label: wording().matrix.twice },
      ]}
    />
  </OverviewFilters>
)
