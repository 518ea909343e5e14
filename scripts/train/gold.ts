import type { Reading } from '#server/text/reading.ts'
import type { Run } from '#server/text/sentences.ts'
import type { GoldAttribution, Range } from './polnear.ts'

/** An annotated attribution in tokens. A cue has one run; a source has one or none, but for slips. */
export interface GoldParts {
  readonly source: readonly Run[]
  readonly cue: readonly Run[]
  readonly content: readonly Run[]
}

/** Every tenth article of the training split is kept from training, to choose settings and to measure. */
export function isHeldOut(_article: unknown, number: number): boolean {
  return number % 10 === 3
}

/** Annotated offsets as tokens: every token that a range touches. */
export function alignGold(reading: Reading, annotation: readonly GoldAttribution[]): GoldParts[] {
  const toRun = ([start, end]: Range): Run => ({
    from: countTokens(reading, (token) => token.end <= start),
    to: countTokens(reading, (token) => token.start < end),
  })
  const toRuns = (ranges: readonly Range[]): Run[] =>
    ranges.map(toRun).filter(({ from, to }) => from < to)
  return annotation
    .map(({ source, cue, content }) => ({
      source: toRuns(source),
      cue: toRuns(cue),
      content: toRuns(content),
    }))
    .filter(({ cue, content }) => cue.length > 0 && content.length > 0)
}

/** How many tokens come before the first that no longer fits. */
function countTokens(
  { tokens }: Reading,
  fits: (token: { start: number; end: number }) => boolean,
): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(tokens[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
