import type { Grade } from '#server/domain/steps.ts'
import type { TimeAxis } from '#server/domain/time-axis.ts'
import { wording } from '../words/wording.ts'
import { CHART, type Lane, type Line, layOutChart } from './lanes.ts'

interface LaneChartProps {
  readonly id: string
  /** The message of the drawing in one sentence. */
  readonly title: string
  readonly lines: readonly Line[]
  readonly axis: TimeAxis
}

/**
 * Statements over time, a lane for each line. Drawn without any hue; the same is in a table beside it,
 * so what is inside is hidden from screen readers. On narrow screens it scrolls in its own region.
 */
export const LaneChart = ({ id, title, lines, axis }: LaneChartProps) => {
  const chart = layOutChart(lines, axis)
  const foot = chart.height - CHART.foot
  return (
    <div
      class="scroll chart"
      role="region"
      tabindex={0}
      aria-label={wording().timeline.drawingRegion(title)}
    >
      <svg
        viewBox={`0 0 ${CHART.width} ${chart.height}`}
        width={CHART.width}
        height={chart.height}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{wording().timeline.sameInTable}</desc>
        <g aria-hidden="true">
          {chart.ticks.map(({ x, label }) => (
            <>
              <path class="tick" d={`M${px(x)} 0V${foot + 4}`} />
              <text class="tick-label" x={px(x)} y={foot + 20} text-anchor={anchorOf(x)}>
                {label}
              </text>
            </>
          ))}
          <path class="axis" d={`M${CHART.left} ${foot}H${CHART.width - CHART.right}`} />
          {chart.lanes.map((lane) => (
            <LaneDrawing lane={lane} />
          ))}
        </g>
      </svg>
    </div>
  )
}

/** Whole pixels and tenths: nobody sees more. */
const px = (n: number): number => Math.round(n * 10) / 10

/** Names of days near an end stay inside. */
const anchorOf = (x: number): 'start' | 'middle' | 'end' =>
  x < CHART.left + 30 ? 'start' : x > CHART.width - CHART.right - 30 ? 'end' : 'middle'

/** As many characters of a question as fit above its lane. */
const MOST_CHARACTERS = 120

const LaneDrawing = ({ lane }: { lane: Lane }) => (
  <>
    <text class="lane-name" x={0} y={px(lane.y)}>
      {lane.name.length > MOST_CHARACTERS
        ? `${lane.name.slice(0, MOST_CHARACTERS - 1)}…`
        : lane.name}
    </text>
    {lane.rows.map(({ label, y }) => (
      <text class="row-label" x={CHART.left - 14} y={px(y + 4)} text-anchor="end">
        {label}
      </text>
    ))}
    {lane.stretches.map(({ from, to, y }) => (
      <path class="stretch" d={`M${px(from)} ${px(y)}H${px(to)}`} />
    ))}
    {lane.turns.map(({ x, from, to }) => (
      <path class="turn" d={`M${px(x)} ${px(from)}V${px(to)}`} />
    ))}
    {lane.marks.map(({ x, from, y, grade }) => (
      <>
        {from < x && (
          <rect
            class="some-day"
            x={px(from)}
            y={px(y - 5)}
            width={px(x - from)}
            height={10}
            rx={3}
          />
        )}
        <GradeShape grade={grade} x={x} y={y} />
      </>
    ))}
  </>
)

/** ● stated, ▲ reversed, ◆ qualified, ○ withdrawn from the record. */
const GradeShape = ({ grade, x, y }: { grade: Grade; x: number; y: number }) => {
  if (grade === 'reversed') return <path class="mark" d={`M${px(x)} ${px(y - 8)}l7 12h-14z`} />
  if (grade === 'qualified') return <path class="mark" d={`M${px(x)} ${px(y - 7)}l6 7-6 7-6-7z`} />
  return (
    <circle
      class={grade === 'withdrawn' ? 'mark is-hollow' : 'mark'}
      cx={px(x)}
      cy={px(y)}
      r={4.5}
    />
  )
}

const KEY = ['unchanged', 'reversed', 'qualified', 'withdrawn'] as const

/** What the shapes mean, above the first chart. */
export const LaneKey = () => {
  const { key, shapes, whatStands, someDayWithin } = wording().timeline
  return (
    <ul class="lane-key small" aria-label={key}>
      {KEY.map((grade) => (
        <li>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
            <GradeShape grade={grade} x={0} y={0} />
          </svg>
          {shapes[grade]}
        </li>
      ))}
      <li>
        <svg width="30" height="18" viewBox="0 -9 30 18" aria-hidden="true" focusable="false">
          <path class="stretch" d="M0 0H30" />
        </svg>
        {whatStands}
      </li>
      <li>
        <svg width="30" height="18" viewBox="0 -9 30 18" aria-hidden="true" focusable="false">
          <rect class="some-day" x="2" y="-5" width="26" height="10" rx="3" />
        </svg>
        {someDayWithin}
      </li>
    </ul>
  )
}
