import type { FeatureList } from './hashing.ts'

/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira, 2001) over hashed features:
 * the score of a labelling is the sum of weights of each position's features with its label, and of its
 * edge features with its label and the one before.
 */
export interface ChainWeights {
  readonly labels: number
  /** [feature * labels + label] */
  readonly states: Float32Array
  /** [feature * labels^2 + label before * labels + label] */
  readonly edges: Float32Array
}

/** What one sequence is labelled by. Both lists have as many positions as the sequence. */
export interface Sequence {
  readonly states: FeatureList
  readonly edges: FeatureList
}

/** Scores of a sequence: per position and label, and per position, label before and label. */
export interface Scores {
  readonly length: number
  readonly states: Float32Array
  readonly edges: Float32Array
}

export function scoreSequence(model: ChainWeights, { states, edges }: Sequence): Scores {
  return {
    length: states.positions,
    states: sumWeights(model.states, states, model.labels),
    edges: sumWeights(model.edges, edges, model.labels ** 2),
  }
}

function sumWeights(weights: Float32Array, list: FeatureList, width: number): Float32Array {
  const sums = new Float32Array(list.positions * width)
  const { ids, starts } = list
  for (let at = 0; at < list.positions; at += 1) {
    const out = at * width
    for (let next = starts[at] ?? 0; next < (starts[at + 1] ?? 0); next += 1) {
      const from = (ids[next] ?? 0) * width
      for (let label = 0; label < width; label += 1) sums[out + label]! += weights[from + label]!
    }
  }
  return sums
}

/** The labelling with the highest score (Viterbi). */
export function findBestLabels(labels: number, scores: Scores): Uint8Array {
  const { length, states, edges } = scores
  const best = new Float64Array(length * labels)
  const back = new Uint8Array(length * labels)
  for (let at = 0; at < length; at += 1)
    for (let label = 0; label < labels; label += 1) {
      let top = at === 0 ? 0 : -Infinity
      const befores = at === 0 ? 0 : labels
      for (let before = 0; before < befores; before += 1) {
        const score =
          best[(at - 1) * labels + before]! + edges[(at * labels + before) * labels + label]!
        if (score <= top) continue
        top = score
        back[at * labels + label] = before
      }
      best[at * labels + label] = top + states[at * labels + label]!
    }
  return traceBack(best, back, labels)
}

function traceBack(best: Float64Array, back: Uint8Array, labels: number): Uint8Array {
  const length = best.length / labels
  const path = new Uint8Array(length)
  let label = 0
  for (let each = 1; each < labels; each += 1)
    if (best[(length - 1) * labels + each]! > best[(length - 1) * labels + label]!) label = each
  for (let at = length - 1; at >= 0; at -= 1) {
    path[at] = label
    label = back[at * labels + label]!
  }
  return path
}

/** Probabilities of each label, and of each pair of neighbouring labels, in the layout of the scores. */
export interface Marginals {
  readonly states: Float64Array
  readonly edges: Float64Array
}

/** Forward-backward, each step normalised, so that no sequence is too long. */
export function findMarginals(labels: number, scores: Scores): Marginals {
  const { length } = scores
  const steps = exponentiate(labels, scores)
  const forward = new Float64Array(length * labels)
  const backward = new Float64Array(length * labels).fill(1)
  for (let at = 0; at < length; at += 1) {
    let sum = 0
    for (let label = 0; label < labels; label += 1) {
      let mass = at === 0 ? steps[label]! : 0
      const befores = at === 0 ? 0 : labels
      for (let before = 0; before < befores; before += 1)
        mass +=
          forward[(at - 1) * labels + before]! * steps[(at * labels + before) * labels + label]!
      forward[at * labels + label] = mass
      sum += mass
    }
    for (let label = 0; label < labels; label += 1) forward[at * labels + label]! /= sum
  }
  for (let at = length - 2; at >= 0; at -= 1) {
    let sum = 0
    for (let label = 0; label < labels; label += 1) {
      let mass = 0
      for (let after = 0; after < labels; after += 1)
        mass +=
          steps[((at + 1) * labels + label) * labels + after]! *
          backward[(at + 1) * labels + after]!
      backward[at * labels + label] = mass
      sum += mass
    }
    for (let label = 0; label < labels; label += 1) backward[at * labels + label]! /= sum
  }
  return combine(labels, steps, forward, backward)
}

/** e to the score of each step; the first position has its states in its first row. */
function exponentiate(labels: number, { length, states, edges }: Scores): Float64Array {
  const steps = new Float64Array(length * labels * labels)
  for (let at = 0; at < length; at += 1) {
    let top = -Infinity
    const rows = at === 0 ? 1 : labels
    const from = at * labels * labels
    for (let step = 0; step < rows * labels; step += 1) {
      const score = states[at * labels + (step % labels)]! + (at === 0 ? 0 : edges[from + step]!)
      steps[from + step] = score
      if (score > top) top = score
    }
    for (let step = 0; step < rows * labels; step += 1)
      steps[from + step] = Math.exp(steps[from + step]! - top)
  }
  return steps
}

function combine(
  labels: number,
  steps: Float64Array,
  forward: Float64Array,
  backward: Float64Array,
): Marginals {
  const length = forward.length / labels
  const states = new Float64Array(length * labels)
  const edges = new Float64Array(length * labels * labels)
  for (let at = 0; at < length; at += 1) {
    let sum = 0
    for (let label = 0; label < labels; label += 1)
      sum += states[at * labels + label] =
        forward[at * labels + label]! * backward[at * labels + label]!
    for (let label = 0; label < labels; label += 1) states[at * labels + label]! /= sum
    if (at === 0) continue
    sum = 0
    for (let before = 0; before < labels; before += 1)
      for (let label = 0; label < labels; label += 1) {
        const step = (at * labels + before) * labels + label
        sum += edges[step] =
          forward[(at - 1) * labels + before]! * steps[step]! * backward[at * labels + label]!
      }
    for (let step = at * labels * labels; step < (at + 1) * labels * labels; step += 1)
      edges[step]! /= sum
  }
  return { states, edges }
}
