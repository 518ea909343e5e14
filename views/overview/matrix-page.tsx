import type { ChoosableParty } from '#server/domain/comparison-choice.ts'
import { describeDate } from '#server/domain/date-words.ts'
import type { Day } from '#server/domain/dates.ts'
import { type PairCounts, closest, mostOpposed } from '#server/domain/pair-counts.ts'
import { COUNTED, type Counted } from '#server/domain/party-matrix.ts'
import { MATRIX_ORDERS, type MatrixOrder } from '#server/domain/party-order.ts'
import { type MatrixQuery, paths } from '#server/paths.ts'
import { EmbedCode, type EmbedCodeProps } from '../embed/embed-code.tsx'
import { ErrorSummary, type FieldErrors, Select } from '../shared/fields.tsx'
import { Empty } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'
import { PairList } from '../topic/pair-list.tsx'
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
      <h1>
        Party by party: <bdi>{props.topic.title}</bdi>
      </h1>
      <p class="lede">{describeMatrix(props)}</p>
      {props.notices.map((notice) => (
        <p class="notice">{notice}</p>
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
  const day = `As of ${describeDate(asOf)}`
  if (pairs.length === 0)
    return `${day}, no two of ${counted(parties.length, 'party', 'parties')} speak to the same issue.`
  return `${day}, ${pairs.length} of ${counted(possible, 'pair')} of parties speak to the same issues; ${conflicting} of these conflict on at least one.`
}

const NothingToCount = ({ choices }: MatrixPageProps) => (
  <Empty title="Nothing to count yet">
    <p>
      {choices.length < 2
        ? 'A matrix takes two parties or more.'
        : 'This topic has no issues yet: there is no question that parties could differ on.'}
    </p>
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
        <h2 id="opposed">Most opposed</h2>
        {opposed.length === 0 ? (
          <p class="muted">No two parties conflict.</p>
        ) : (
          <PairList {...lists} pairs={opposed} of="conflicts" />
        )}
      </section>
      <section aria-labelledby="closest">
        <h2 id="closest">Closest</h2>
        {near.length === 0 ? (
          <p class="muted">No two parties agree or share ground.</p>
        ) : (
          <PairList {...lists} pairs={near} of="common" />
        )}
      </section>
    </div>
  )
}

/** What the counts are of. */
export const captions: Readonly<Record<Counted, string>> = {
  conflicts: 'Issues in conflict, of the issues both parties speak to',
  common: 'Issues with common ground and no conflict, of the issues both parties speak to',
}

const Counts = (props: MatrixPageProps) => {
  const { topic, asOf, parties, of, asked, shownAt, embed } = props
  const fixed = { ...asked, asof: asOf, known: shownAt }
  return (
    <section aria-labelledby="every-pair">
      <h2 id="every-pair">Every pair</h2>
      {parties.length < 2 ? (
        <p class="notice">Choose a second party.</p>
      ) : (
        <>
          <p class="small muted">
            The darker a cell, the larger the share; four steps, and none where it is none. A dash:
            there is no issue that both speak to.
          </p>
          <MatrixTable
            {...props}
            asof={asked.asof}
            caption={`${captions[of]}, as of ${describeDate(asOf)}`}
          />
        </>
      )}
      <p class="row no-print">
        <a href={paths.matrix(topic.slug, fixed)} rel="bookmark" data-key="y">
          Permalink
        </a>
        <a href={paths.matrixCsv(topic.slug, fixed)}>CSV</a>
        <a href={paths.matrixJson(topic.slug, fixed)}>JSON</a>
        <a href={`${paths.method}#pairs`}>How pairs are counted and ordered</a>
      </p>
      {embed !== undefined && <EmbedCode {...embed} />}
    </section>
  )
}

const ofWords: Readonly<Record<Counted, string>> = {
  conflicts: 'Conflicts',
  common: 'Common ground',
}

const orderWords: Readonly<Record<MatrixOrder, string>> = {
  similar: 'By likeness',
  recorded: 'As recorded',
  name: 'By name',
  coalition: 'By coalition',
}

const Controls = (props: MatrixPageProps) => (
  <OverviewFilters {...props} action={paths.matrix(props.topic.slug)} target="matrix">
    <Select
      name="of"
      label="Count"
      value={props.of}
      options={COUNTED.map((value) => ({ value, label: ofWords[value] }))}
    />
    <Select
      name="order"
      label="Order"
      value={props.order}
      options={MATRIX_ORDERS.map((value) => ({ value, label: orderWords[value] }))}
    />
    <Select
      name="halves"
      label="Table"
      value={props.bothHalves ? 'both' : 'one'}
      options={[
        { value: 'one', label: 'Each pair once' },
        { value: 'both', label: 'Each pair twice' },
      ]}
    />
  </OverviewFilters>
)
