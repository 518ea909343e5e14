import type { Gap, GapCounts } from '#server/domain/relations-over-time.ts'
import type { Day } from '#server/domain/dates.ts'
import { describeDate } from '#server/domain/date-words.ts'
import { layOutAxis } from '#server/domain/time-axis.ts'
import { paths } from '#server/paths.ts'
import { counted } from '../shared/stance.tsx'

interface PairView {
  readonly a: { readonly slug: string; readonly name: string }
  readonly b: { readonly slug: string; readonly name: string }
  /** Ascending; the first is where the period begins. */
  readonly counts: readonly GapCounts[]
}

export interface GapSectionProps {
  readonly topic: { readonly slug: string }
  readonly issues: number
  readonly asOf: Day
  readonly pairs: readonly PairView[]
  /** Of all these pairs together. */
  readonly total: readonly GapCounts[]
  readonly asked: { readonly since?: string | undefined; readonly asof?: string | undefined }
}

/** Did the gap narrow? On how many issues each pair conflicted and agreed, then and now. */
export const GapSection = (props: GapSectionProps) => {
  const [first] = props.total
  if (first === undefined || props.pairs.length === 0) return null
  const [only] = props.pairs
  return (
    <section aria-labelledby="gap">
      <h2 id="gap">Did the gap narrow?</h2>
      <p>{describeGaps(props)}</p>
      <p class="small muted">
        Issues are counted on which two parties conflict, or have something in common and no
        conflict, by what each held on the day. Not both on record: at least one had said nothing
        that commits it.
      </p>
      {props.pairs.length === 1 && only !== undefined ? (
        <EachDay pair={only} issues={props.issues} />
      ) : (
        <EachPair {...props} first={first} />
      )}
    </section>
  )
}

const at = (counts: readonly GapCounts[], day: Day): Readonly<Record<Gap, number>> | undefined =>
  counts.filter((one) => one.day <= day).at(-1)

/** "6 issues, from 2 September 2015 to 15 December 2015. Conflicts: 0, then 3; ..." */
function describeGaps({ total, asOf, pairs, issues }: GapSectionProps): string {
  const [first, last] = [total[0], at(total, asOf)]
  if (first === undefined || last === undefined) return ''
  const size =
    pairs.length === 1
      ? counted(issues, 'issue')
      : `${counted(pairs.length, 'pair')} on ${counted(issues, 'issue')}`
  if (total.length === 1)
    return `${size}. Nothing changed after ${describeDate(first.day)}: conflicts ${first.conflict}, common ground ${first.common}.`
  const moves = [
    describeMove('Conflicts', first.conflict, last.conflict),
    describeMove('common ground', first.common, last.common),
    describeMove('not both on record', first.apart, last.apart),
  ]
  return `${size}, from ${describeDate(first.day)} to ${describeDate(asOf)}. ${moves.join('; ')}.`
}

const describeMove = (what: string, from: number, to: number): string =>
  from === to ? `${what}: ${to} throughout` : `${what}: ${from}, then ${to}`

const EachDay = ({ pair, issues }: { pair: PairView; issues: number }) => (
  <>
    <GapDrawing counts={pair.counts} total={issues} />
    <div class="scroll" role="region" tabindex={0} aria-labelledby="gap-caption">
      <table class="table gap-table">
        <caption id="gap-caption">
          <bdi>{pair.a.name}</bdi> and <bdi>{pair.b.name}</bdi>: number of issues, on each day on
          which it changed
        </caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Conflicts</th>
            <th scope="col">Common ground</th>
            <th scope="col">Compatible</th>
            <th scope="col">Not both on record</th>
          </tr>
        </thead>
        <tbody>
          {pair.counts.map(({ day, conflict, common, compatible, apart }) => (
            <tr>
              <th scope="row">{describeDate(day, { short: true })}</th>
              <td>{conflict}</td>
              <td>{common}</td>
              <td>{compatible}</td>
              <td>{apart}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)

const EachPair = ({
  pairs,
  total,
  first,
  asOf,
  topic,
  asked,
  issues,
}: GapSectionProps & { first: GapCounts }) => (
  <>
    <GapDrawing counts={total} total={issues * pairs.length} />
    <div class="scroll" role="region" tabindex={0} aria-labelledby="gap-caption">
      <table class="table gap-table">
        <caption id="gap-caption">
          Number of issues on {describeDate(first.day)}, then on {describeDate(asOf)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">Conflicts</th>
            <th scope="col">Common ground</th>
            <th scope="col">Compatible</th>
            <th scope="col">Not both on record</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ a, b, counts }) => (
            <tr>
              <th scope="row">
                <a href={paths.timeline(topic.slug, { p: [a.slug, b.slug], ...asked })}>
                  <bdi>{a.name}</bdi> and <bdi>{b.name}</bdi>
                </a>
              </th>
              {(['conflict', 'common', 'compatible', 'apart'] as const).map((gap) => (
                <td>
                  <FromTo
                    from={at(counts, first.day)?.[gap] ?? (gap === 'apart' ? issues : 0)}
                    to={at(counts, asOf)?.[gap] ?? (gap === 'apart' ? issues : 0)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)

const FromTo = ({ from, to }: { from: number; to: number }) =>
  from === to ? (
    <>{to}</>
  ) : (
    <>
      {from}
      <span aria-hidden="true"> → </span>
      <span class="visually-hidden"> then </span>
      {to}
    </>
  )

const [WIDTH, HEIGHT, FOOT] = [960, 96, 24]

/** Heaviest at the bottom, silence on top, as words and tables order them. */
const LAYERS: readonly Gap[] = ['conflict', 'common', 'compatible', 'apart']

/** Counts as layers, as wide as they lasted. The table below says the same. */
const GapDrawing = ({ counts, total }: { counts: readonly GapCounts[]; total: number }) => {
  // Two counts are read faster than drawn.
  if (counts.length < 3 || total === 0) return null
  const axis = layOutAxis(
    counts.map(({ day }) => day),
    6,
  )
  const lasted = counts.map((count, i) => ({
    count,
    from: axis.placeOf(count.day) * (WIDTH - 40),
    // The last lasts until now: it has a width, but no length of its own.
    to: i + 1 < counts.length ? axis.placeOf(counts[i + 1]?.day ?? '') * (WIDTH - 40) : WIDTH,
  }))
  return (
    <>
      <GapKey />
      <div
        class="scroll chart"
        role="region"
        tabindex={0}
        aria-label="Drawing of the counts over time"
      >
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
          width={WIDTH}
          height={HEIGHT + FOOT}
          role="img"
          aria-labelledby="gap-title gap-desc"
        >
          <title id="gap-title">Conflicts, common ground and silence over time</title>
          <desc id="gap-desc">The table that follows has the counts.</desc>
          <g aria-hidden="true">
            {lasted.map(({ count, from, to }) =>
              layersOf(count, total).map(({ gap, y, height }) => (
                <rect
                  class={`gap-${gap}`}
                  x={round(from)}
                  width={round(to - from)}
                  y={round(y)}
                  height={round(height)}
                />
              )),
            )}
            {axis.ticks.map(({ day, label }) => (
              <text
                class="tick-label"
                x={round(axis.placeOf(day) * (WIDTH - 40))}
                y={HEIGHT + 18}
                text-anchor={axis.placeOf(day) < 0.05 ? 'start' : 'middle'}
              >
                {label}
              </text>
            ))}
          </g>
        </svg>
      </div>
    </>
  )
}

const layerWords: Readonly<Record<Gap, string>> = {
  conflict: 'conflicts',
  common: 'common ground',
  compatible: 'compatible',
  apart: 'not both on record',
}

const GapKey = () => (
  <ul class="lane-key small" aria-label="Key to the drawing">
    {LAYERS.map((gap) => (
      <li>
        <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
          <rect class={`gap-${gap}`} x="-7" y="-7" width="14" height="14" />
        </svg>
        {layerWords[gap]}
      </li>
    ))}
  </ul>
)

const round = (n: number): number => Math.round(n * 10) / 10

function layersOf(count: GapCounts, total: number) {
  let bottom = HEIGHT
  return LAYERS.flatMap((gap) => {
    const height = (count[gap] / total) * HEIGHT
    bottom -= height
    return height === 0 ? [] : [{ gap, y: bottom, height }]
  })
}
