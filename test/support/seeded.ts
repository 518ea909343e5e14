/** Randomness that can be repeated: `SEED=123 npm test` runs every random test as it ran then. */

const given = Number(process.env.SEED ?? Number.NaN)

/** What CI takes: whether a change lands is decided by the change, and not by the day's luck. */
const OF_CI = 20_151_215

/** Of this run; also what fast-check prints when a property fails. Elsewhere each run tries new ones. */
export const SEED = Number.isSafeInteger(given)
  ? given
  : process.env['CI'] === 'true'
    ? OF_CI
    : Date.now() % 2 ** 31

console.info(`random tests: SEED=${SEED}`)

/** Parameters for `fc.assert`: so many runs from the seed of this run. */
export const seeded = (numRuns: number) => ({ seed: SEED, numRuns })

/** A source of random choices. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  readonly int: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** Each item with the same probability, in their order. */
  readonly some: <T>(items: readonly T[], probability: number) => T[]
}

/** Dice that always fall the same way for a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  const chance = (probability: number) => next() < probability
  return {
    int,
    chance,
    pick: <T>(items: readonly T[]) => items[int(items.length)] as T,
    some: (items, probability) => items.filter(() => chance(probability)),
  }
}
