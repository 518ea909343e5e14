/**
 * Where the positions of an issue and their relations are drawn: letters in one column, each relation a
 * bracket on its right, in a lane of its own wherever two would run beside each other. Lengths are units of
 * the drawing.
 */
import type { Position, Relation } from '#server/domain/positions.ts'

const BOX = 28
const PORT = 9
const LANE = 16
const MARGIN = 6

/** A relation between two places, and where it is drawn. */
export interface DrawnRelation {
  readonly kind: Relation['kind']
  /** Places of the positions, from 0. */
  readonly from: number
  readonly to: number
  readonly lane: number
  /** Where it leaves the one and meets the other. */
  readonly fromY: number
  readonly toY: number
  readonly laneX: number
}

export interface GraphLayout {
  readonly width: number
  readonly height: number
  readonly box: number
  readonly left: number
  /** The middle of each letter's box. */
  readonly middles: readonly number[]
  readonly relations: readonly DrawnRelation[]
}

/** Lay out positions in their order; relations to what is not among them are left out. */
export function layOut(
  positions: readonly Position[],
  relations: readonly Relation[],
): GraphLayout {
  const place = new Map(positions.map(({ slug }, i) => [slug, i]))
  const edges = relations.flatMap(({ kind, from, to }) => {
    const [a, b] = [place.get(from), place.get(to)]
    return a === undefined || b === undefined ? [] : [{ kind, from: a, to: b }]
  })
  // The shortest nearest to the letters: long brackets go around them.
  const ordered = edges.sort((x, y) => spanOf(x) - spanOf(y) || topOf(x) - topOf(y))
  const degree = positions.map((_, i) => ordered.filter((e) => e.from === i || e.to === i).length)
  const row = Math.max(44, PORT * Math.max(1, ...degree) + 12)
  const middles = positions.map((_, i) => MARGIN + row * i + row / 2)
  const used = positions.map(() => 0)
  const portOf = (i: number): number => {
    const n = used[i] ?? 0
    used[i] = n + 1
    return (middles[i] ?? 0) + (n - ((degree[i] ?? 1) - 1) / 2) * PORT
  }
  const lanes: (readonly [number, number])[][] = []
  const drawn = ordered.map((edge): DrawnRelation => {
    const [fromY, toY] = [portOf(edge.from), portOf(edge.to)]
    const lane = laneFor(lanes, Math.min(fromY, toY), Math.max(fromY, toY))
    return { ...edge, fromY, toY, lane, laneX: MARGIN + BOX + LANE * (lane + 1.25) }
  })
  return {
    width: MARGIN * 2 + BOX + LANE * (lanes.length + 1),
    height: MARGIN * 2 + row * positions.length,
    box: BOX,
    left: MARGIN,
    middles,
    relations: drawn,
  }
}

type Ends = { readonly from: number; readonly to: number }
const spanOf = ({ from, to }: Ends): number => Math.abs(from - to)
const topOf = ({ from, to }: Ends): number => Math.min(from, to)

/** The first lane in which nothing runs between these heights; it is taken then. */
function laneFor(lanes: (readonly [number, number])[][], top: number, bottom: number): number {
  const isFree = (lane: readonly (readonly [number, number])[]) =>
    lane.every(([a, b]) => b + 3 < top || bottom + 3 < a)
  const free = lanes.findIndex(isFree)
  const at = free < 0 ? lanes.length : free
  ;(lanes[at] ??= []).push([top, bottom])
  return at
}
