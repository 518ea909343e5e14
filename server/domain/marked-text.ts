/** Captured texts with what is quoted of them marked, whole or in excerpts. Pure. */
import { countCodePoints, indexAfter } from './quotations.ts'

/** A stretch of text to be marked, in code points. */
export interface Passage<Id> {
  readonly start: number
  readonly end: number
  readonly id: Id
}

/** A piece of text and the passages that cover it, in the order they were given. */
export interface MarkedText<Id> {
  readonly text: string
  readonly ids: readonly Id[]
}

/**
 * Split a text where passages begin and end; passages may overlap.
 * @param passages - clamped to the text; empty ones are left out
 * @returns pieces in order, none empty; joined, they are the text
 */
export function markPassages<Id>(
  text: string,
  passages: readonly Passage<Id>[],
): readonly MarkedText<Id>[] {
  const length = countCodePoints(text)
  const inside = passages
    .map((p, order) => ({ ...p, order, start: Math.max(p.start, 0), end: Math.min(p.end, length) }))
    .filter((p) => p.start < p.end)
  const cuts = [...new Set([0, length, ...inside.flatMap((p) => [p.start, p.end])])]
  cuts.sort((a, b) => a - b)
  const beginning = [...inside].sort((a, b) => a.start - b.start)
  let active: typeof inside = []
  let [index, next] = [0, 0]
  return cuts.slice(0, -1).map((cut, i) => {
    active = active.filter((p) => p.end > cut)
    for (let p = beginning[next]; p !== undefined && p.start <= cut; p = beginning[next]) {
      active.push(p)
      next++
    }
    const to = indexAfter(text, index, (cuts[i + 1] ?? length) - cut)
    const piece = text.slice(index, to)
    index = to
    return { text: piece, ids: [...active].sort((a, b) => a.order - b.order).map((p) => p.id) }
  })
}

/** A stretch of a text, marked. */
export interface Excerpt<Id> {
  readonly text: readonly MarkedText<Id>[]
  /** Does it begin and end where the text does? */
  readonly isWhole: boolean
}

/**
 * What is marked in a text, with some of the text around it; stretches that meet are one.
 * @param codePoints - how much to show on each side of each passage
 */
export function excerptsOf<Id>(
  text: string,
  passages: readonly Passage<Id>[],
  codePoints: number,
): Excerpt<Id>[] {
  const length = countCodePoints(text)
  const around = passages
    .map(({ start, end }) => ({
      start: Math.max(start - codePoints, 0),
      end: Math.min(end + codePoints, length),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const windows: { start: number; end: number }[] = []
  for (const window of around) {
    const last = windows.at(-1)
    if (last !== undefined && window.start <= last.end) last.end = Math.max(last.end, window.end)
    else windows.push(window)
  }
  return windows.map(({ start, end }) => {
    const from = indexAfter(text, 0, start)
    const piece = text.slice(from, indexAfter(text, from, end - start))
    const inside = passages.filter((p) => p.start < end && p.end > start)
    const shifted = inside.map((p) => ({ ...p, start: p.start - start, end: p.end - start }))
    return { text: markPassages(piece, shifted), isWhole: start === 0 && end === length }
  })
}
