/** What a benchmark measured, by name; a text says why something was not. */
export interface Figures {
  readonly [name: string]: number | string | Figures
}

/** To four places. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
