import { layOutAxis } from '#server/domain/time-axis.ts'
import { wording } from '../words/wording.ts'
import { LaneChart, LaneKey } from './lane-chart.tsx'
import type { Line } from './lanes.ts'
import { describeLines } from './lane-words.ts'

interface TimelineStripProps {
  readonly lines: readonly Line[]
  /** What the drawing is of. */
  readonly of: string
  /** The timeline with the same, each step graded. */
  readonly href: string
}

/** How what is held came to be, drawn; nothing where everything was said on one day. */
export const TimelineStrip = ({ lines, of, href }: TimelineStripProps) => {
  const days = lines
    .flatMap(({ steps }) => steps.flatMap(({ claim }) => [claim.earliest, claim.latest]))
    .filter((day) => /^\d/.test(day))
  if (new Set(days).size < 2) return null
  const w = wording().timeline
  return (
    <section class="topic-part" aria-labelledby="over-time">
      <h2 id="over-time">{w.title}</h2>
      <LaneKey />
      <LaneChart
        id="strip"
        title={w.drawing(of, describeLines(lines))}
        lines={lines}
        axis={layOutAxis(days, 6)}
      />
      <p>
        <a href={href}>{w.eachStep}</a>
      </p>
    </section>
  )
}
