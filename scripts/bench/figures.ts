/** What a benchmark measured, by name; a text says why something was not. */
export interface Figures {
  readonly [name: string]: number | string | Figures
}

/** To four places. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** The upper one of two in the middle; 0 of none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
