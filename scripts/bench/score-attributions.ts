import type { TokenAttribution } from '#server/text/attribution.ts'
import type { Run } from '#server/text/sentences.ts'
import { round, type Figures } from './figures.ts'

/** An attribution with runs of tokens for each part. */
export interface Parts {
  readonly source: readonly Run[]
  readonly cue: readonly Run[]
  readonly content: readonly Run[]
}

export const kinds = ['source', 'cue', 'content'] as const
type Kind = (typeof kinds)[number]

export function toParts({ source, cue, content }: TokenAttribution): Parts {
  return { source, cue: [cue], content }
}

/** Sums of a ratio's numerators and denominators over files. */
class Ratio {
  private found = 0
  private predicted = 0
  private recalled = 0
  private gold = 0

  /** @param found - of the predicted ones, right; @param recalled - of the gold ones, found */
  add(weight: number, found: number, predicted: number, recalled: number, gold: number): void {
    this.found += weight * found
    this.predicted += weight * predicted
    this.recalled += weight * recalled
    this.gold += weight * gold
  }

  describe(): Figures {
    const precision = this.predicted === 0 ? 0 : this.found / this.predicted
    const recall = this.gold === 0 ? 0 : this.recalled / this.gold
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { precision: round(precision), recall: round(recall), f1: round(f1) }
  }
}

/**
 * Compares predicted with gold attributions, micro-averaged: sums over files first, ratios afterwards.
 *
 * For each kind of span three measures, from strict to lenient:
 * - exact: spans with the same first and last token;
 * - tokens: tokens inside predicted spans of the kind against tokens inside gold spans of the kind,
 *   whichever attribution they belong to;
 * - matched: every predicted span is credited with the share of it that its best gold span covers
 *   (precision), every gold span with the share that its best predicted span covers (recall).
 *
 * Of attributions: predicted and gold ones are paired one to one where cue, source and content each
 * overlap in a token, or are absent on both sides.
 */
export class AttributionScore {
  private readonly exact = perKind()
  private readonly tokens = perKind()
  private readonly matched = perKind()
  private readonly whole = new Ratio()

  /** @param weight - 1, or a share of it where several people annotated the file */
  add(predicted: readonly Parts[], gold: readonly Parts[], weight: number): void {
    for (const kind of kinds) {
      const ours = predicted.flatMap((each) => each[kind])
      const theirs = gold.flatMap((each) => each[kind])
      this.addSpans(kind, ours, theirs, weight)
    }
    const pairs = countPairs(predicted, gold)
    this.whole.add(weight, pairs, predicted.length, pairs, gold.length)
  }

  private addSpans(kind: Kind, ours: readonly Run[], theirs: readonly Run[], weight: number): void {
    const [a, b] = [distinct(ours), distinct(theirs)]
    const same = [...a].filter((span) => b.has(span)).length
    this.exact[kind].add(weight, same, a.size, same, b.size)
    const [c, d] = [covered(ours), covered(theirs)]
    const common = [...c].filter((token) => d.has(token)).length
    this.tokens[kind].add(weight, common, c.size, common, d.size)
    this.matched[kind].add(
      weight,
      credit(ours, theirs),
      ours.length,
      credit(theirs, ours),
      theirs.length,
    )
  }

  describe(): Figures {
    const describe = (ratios: Record<Kind, Ratio>): Figures =>
      Object.fromEntries(kinds.map((kind) => [kind, ratios[kind].describe()]))
    return {
      tokens: describe(this.tokens),
      matched: describe(this.matched),
      exact: describe(this.exact),
      attributions: this.whole.describe(),
    }
  }
}

function perKind(): Record<Kind, Ratio> {
  return { source: new Ratio(), cue: new Ratio(), content: new Ratio() }
}

function distinct(runs: readonly Run[]): Set<string> {
  return new Set(runs.map(({ from, to }) => `${from}-${to}`))
}

function covered(runs: readonly Run[]): Set<number> {
  const tokens = new Set<number>()
  for (const { from, to } of runs) for (let at = from; at < to; at += 1) tokens.add(at)
  return tokens
}

function overlap(one: Run, other: Run): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
}

/** The sum over spans of the share that the best of the others covers. */
function credit(spans: readonly Run[], others: readonly Run[]): number {
  let sum = 0
  for (const span of spans) {
    const best = others.reduce((most, other) => Math.max(most, overlap(span, other)), 0)
    sum += best / (span.to - span.from)
  }
  return sum
}

function countPairs(predicted: readonly Parts[], gold: readonly Parts[]): number {
  const free = new Set(gold)
  let pairs = 0
  for (const ours of predicted)
    for (const theirs of free) {
      if (!kinds.every((kind) => touch(ours[kind], theirs[kind]))) continue
      free.delete(theirs)
      pairs += 1
      break
    }
  return pairs
}

function touch(ours: readonly Run[], theirs: readonly Run[]): boolean {
  if (ours.length === 0 && theirs.length === 0) return true
  return ours.some((one) => theirs.some((other) => overlap(one, other) > 0))
}
