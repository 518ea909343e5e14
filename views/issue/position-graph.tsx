import type { Child } from 'hono/jsx'
import { letterOf } from '#server/domain/letters.ts'
import type { Position, Relation } from '#server/domain/positions.ts'
import { wording } from '../words/wording.ts'
import { type DrawnRelation, type GraphLayout, layOut } from './graph-layout.ts'

interface Props {
  readonly positions: readonly Position[]
  /** With those that “exclusive” adds. */
  readonly relations: readonly Relation[]
}

/** More exclusions than this are said in one sentence where every pair has one. */
const MOST_DRAWN = 10

/** How the positions bear on each other, drawn and in words. */
export const PositionGraph = ({ positions, relations }: Props) => {
  if (positions.length < 2 || relations.length === 0) return null
  const isWhole = relations.length > MOST_DRAWN && isEveryPair(positions, relations)
  const shown = isWhole ? relations.filter((r) => r.kind !== 'contrary') : relations
  const layout = layOut(positions, shown)
  return (
    <figure class="position-graph">
      {shown.length > 0 && (
        <div class="scroll" role="region" tabindex={0} aria-label={wording().issue.graph.label}>
          <Drawing layout={layout} relations={shown} positions={positions} />
        </div>
      )}
      <figcaption class="small stack">
        {shown.length > 0 && <p>{wording().issue.graph.key}</p>}
        {isWhole && <p>{wording().issue.graph.everyPair}</p>}
        <details>
          <summary>{wording().issue.graph.inWords}</summary>
          <ul>
            {shown.map((relation) => (
              <li>{describe(relation, positions)}</li>
            ))}
          </ul>
        </details>
      </figcaption>
    </figure>
  )
}

const isEveryPair = (positions: readonly Position[], relations: readonly Relation[]): boolean => {
  const joined = new Set(relations.map(({ from, to }) => [from, to].sort().join(' ')))
  return joined.size === (positions.length * (positions.length - 1)) / 2
}

const describe = ({ kind, from, to }: Relation, positions: readonly Position[]): string => {
  const letterAt = (slug: string) => letterOf(positions.findIndex((p) => p.slug === slug))
  return wording().issue.graph.relations[kind](letterAt(from), letterAt(to))
}

const Drawing = ({
  layout,
  relations,
  positions,
}: {
  layout: GraphLayout
  relations: readonly Relation[]
  positions: readonly Position[]
}) => (
  <svg
    role="img"
    aria-labelledby="graph-title graph-desc"
    width={layout.width}
    height={layout.height}
    viewBox={`0 0 ${layout.width} ${layout.height}`}
  >
    <title id="graph-title">
      {wording().issue.graph.title(letterOf(0), letterOf(positions.length - 1))}
    </title>
    <desc id="graph-desc">{relations.map((r) => describe(r, positions)).join(' ')}</desc>
    <g aria-hidden="true">
      {layout.relations.map((relation) => (
        <Edge relation={relation} layout={layout} />
      ))}
      {layout.middles.map((y, i) => (
        <Letter y={y} letter={letterOf(i)} layout={layout} />
      ))}
    </g>
  </svg>
)

const Letter = ({ y, letter, layout }: { y: number; letter: string; layout: GraphLayout }) => (
  <>
    <rect
      x={layout.left}
      y={y - layout.box / 2}
      width={layout.box}
      height={layout.box}
      rx={4}
      fill="none"
      stroke="currentColor"
      stroke-width={1.5}
    />
    <text x={layout.left + layout.box / 2} y={y + 5} text-anchor="middle" fill="currentColor">
      {letter}
    </text>
  </>
)

const Edge = ({ relation, layout }: { relation: DrawnRelation; layout: GraphLayout }): Child => {
  const { kind, fromY, toY, laneX } = relation
  const right = layout.left + layout.box
  const middle = (fromY + toY) / 2
  const isArrow = kind === 'entails'
  const end = isArrow ? right + 7 : right + 1
  return (
    <g fill="none" stroke="currentColor" stroke-width={1.5}>
      <path d={`M${right + 1} ${fromY}H${laneX}V${toY}H${end}`} />
      {isArrow && (
        <path d={`M${right + 1} ${toY}l7 -4v8z`} fill="currentColor" stroke-width={0.5} />
      )}
      {kind === 'contrary' && <path d={`M${laneX - 5} ${middle}h10`} stroke-width={3} />}
      {kind === 'contradictory' && (
        <path d={`M${laneX - 5} ${middle - 3}h10m-10 6h10`} stroke-width={2.5} />
      )}
    </g>
  )
}
