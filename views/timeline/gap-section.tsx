import { GAPS, type Gap, type GapCounts } from '#server/domain/relations-over-time.ts'
import type { Day } from '#server/domain/dates.ts'
import { layOutAxis } from '#server/domain/time-axis.ts'
import { paths } from '#server/paths.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

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
  const w = wording().timeline
  return (
    <section aria-labelledby="gap">
      <h2 id="gap">{w.gap}</h2>
      <p>{describeGaps(props)}</p>
      <p class="small muted">{w.gapRule}</p>
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
  const w = wording().timeline
  const size = w.gapSize(pairs.length, issues)
  const firstDay = describeDate(first.day)
  if (total.length === 1) return w.gapStill(size, firstDay, first.conflict, first.common)
  const moves = (['conflict', 'common', 'apart'] as const).map((gap) =>
    w.move(w.gapsInside[gap], first[gap], last[gap]),
  )
  return w.gapMoves(size, [firstDay, describeDate(asOf)], moves)
}

/** The columns of both tables: what the first is of, then each kind of count. */
const Columns = ({ of }: { of: string }) => (
  <thead>
    <tr>
      <th scope="col">{of}</th>
      {GAPS.map((gap) => (
        <th scope="col">{wording().timeline.gaps[gap]}</th>
      ))}
    </tr>
  </thead>
)

const EachDay = ({ pair: { a, b, counts }, issues }: { pair: PairView; issues: number }) => (
  <>
    <GapDrawing counts={counts} total={issues} />
    <div class="scroll" role="region" tabindex={0} aria-labelledby="gap-caption">
      <table class="table gap-table">
        <caption id="gap-caption">
          {wording().timeline.eachDay(<bdi>{a.name}</bdi>, <bdi>{b.name}</bdi>)}
        </caption>
        <Columns of={wording().timeline.from} />
        <tbody>
          {counts.map((count) => (
            <tr>
              <th scope="row">{describeDate(count.day, { short: true })}</th>
              {GAPS.map((gap) => (
                <td>{count[gap]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)

const EachPair = (props: GapSectionProps & { first: GapCounts }) => {
  const { pairs, total, first, asOf, topic, asked, issues } = props
  const w = wording().timeline
  return (
    <>
      <GapDrawing counts={total} total={issues * pairs.length} />
      <div class="scroll" role="region" tabindex={0} aria-labelledby="gap-caption">
        <table class="table gap-table">
          <caption id="gap-caption">
            {w.eachPair(describeDate(first.day), describeDate(asOf))}
          </caption>
          <Columns of={w.pair} />
          <tbody>
            {pairs.map(({ a, b, counts }) => (
              <tr>
                <th scope="row">
                  <a href={paths.timeline(topic.slug, { p: [a.slug, b.slug], ...asked })}>
                    {w.pairNames(<bdi>{a.name}</bdi>, <bdi>{b.name}</bdi>)}
                  </a>
                </th>
                {GAPS.map((gap) => (
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
}

const FromTo = ({ from, to }: { from: number; to: number }) =>
  from === to ? (
    <>{to}</>
  ) : (
    <>
      {from}
      <span class="arrow" aria-hidden="true" />
      <span class="visually-hidden"> {wording().timeline.thenWord} </span>
      {to}
    </>
  )

const [WIDTH, HEIGHT, FOOT] = [960, 96, 24]

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
        aria-label={wording().timeline.drawingOfCounts}
      >
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
          width={WIDTH}
          height={HEIGHT + FOOT}
          role="img"
          aria-labelledby="gap-title gap-desc"
        >
          <title id="gap-title">{wording().timeline.countsDrawn}</title>
          <desc id="gap-desc">{wording().timeline.countsInTable}</desc>
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
            {axis.ticks.map(({ day, date }) => (
              <text
                class="tick-label"
                x={round(axis.placeOf(day) * (WIDTH - 40))}
                y={HEIGHT + 18}
                text-anchor={axis.placeOf(day) < 0.05 ? 'start' : 'middle'}
              >
                {describeDate(date, { short: true })}
              </text>
            ))}
          </g>
        </svg>
      </div>
    </>
  )
}

const GapKey = () => (
  <ul class="lane-key small" aria-label={wording().timeline.keyOfCounts}>
    {GAPS.map((gap) => (
      <li>
        <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
          <rect class={`gap-${gap}`} x="-7" y="-7" width="14" height="14" />
        </svg>
        {wording().timeline.gapsInside[gap]}
      </li>
    ))}
  </ul>
)

const round = (n: number): number => Math.round(n * 10) / 10

function layersOf(count: GapCounts, total: number) {
  let bottom = HEIGHT
  return GAPS.flatMap((gap) => {
    const height = (count[gap] / total) * HEIGHT
    bottom -= height
    return height === 0 ? [] : [{ gap, y: bottom, height }]
  })
}
