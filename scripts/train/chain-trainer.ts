import {
  findMarginals,
  scoreSequence,
  type ChainWeights,
  type Sequence,
} from '#server/text/chain-model.ts'
import type { FeatureList } from '#server/text/hashing.ts'

/** How a chain model is fitted. */
export interface TrainingOptions {
  readonly labels: number
  /** The tables have 2 to this many rows. */
  readonly stateBits: number
  readonly edgeBits: number
  /** Step size of the first update of a weight. */
  readonly rate: number
  /** What a weight must earn before it leaves zero: makes most weights zero, and the model file small. */
  readonly sparsity: number
}

/**
 * Fits a conditional random field by maximum likelihood, one sequence at a time, with FTRL-Proximal
 * (McMahan et al., "Ad click prediction: a view from the trenches", 2013): a step size per weight, and
 * an L1 penalty that leaves weights at exactly zero.
 */
export class ChainTrainer {
  readonly weights: ChainWeights
  private readonly states: Ftrl
  private readonly edges: Ftrl
  private readonly labels: number

  constructor({ labels, stateBits, edgeBits, rate, sparsity }: TrainingOptions) {
    this.labels = labels
    this.states = new Ftrl(2 ** stateBits * labels, rate, sparsity)
    this.edges = new Ftrl(2 ** edgeBits * labels * labels, rate, sparsity)
    this.weights = { labels, states: this.states.weights, edges: this.edges.weights }
  }

  /** One step towards these labels; gives the log-likelihood before it, summed over positions. */
  learn(sequence: Sequence, gold: Uint8Array): number {
    const { labels } = this
    const { states, edges } = findMarginals(labels, scoreSequence(this.weights, sequence))
    let likelihood = 0
    for (let at = 0; at < gold.length; at += 1) {
      const label = gold[at]!
      likelihood += Math.log(states[at * labels + label]! + 1e-12)
      states[at * labels + label]! -= 1
      if (at > 0) edges[(at * labels + gold[at - 1]!) * labels + label]! -= 1
    }
    this.states.update(sequence.states, states, labels)
    this.edges.update(sequence.edges, edges, labels * labels)
    return likelihood
  }
}

class Ftrl {
  readonly weights: Float32Array
  /** For each weight what pulls at it, and the root of the sum of its squared gradients. */
  private readonly state: Float32Array
  private readonly rate: number
  private readonly sparsity: number

  constructor(size: number, rate: number, sparsity: number) {
    this.weights = new Float32Array(size)
    this.state = new Float32Array(2 * size)
    this.rate = rate
    this.sparsity = sparsity
  }

  /** @param gradient - of the loss by the score of each label at each position */
  update({ ids, starts, positions }: FeatureList, gradient: Float64Array, width: number): void {
    for (let at = 0; at < positions; at += 1)
      for (let next = starts[at]!; next < starts[at + 1]!; next += 1)
        for (let label = 0; label < width; label += 1) {
          const slope = gradient[at * width + label]!
          if (Math.abs(slope) > 1e-3) this.step(ids[next]! * width + label, slope)
        }
  }

  private step(at: number, slope: number): void {
    const { state, weights, rate } = this
    const before = state[2 * at + 1]!
    const root = Math.sqrt(before * before + slope * slope)
    const pull = state[2 * at]! + slope - ((root - before) / rate) * weights[at]!
    state[2 * at] = pull
    state[2 * at + 1] = root
    const excess = Math.abs(pull) - this.sparsity
    weights[at] = excess <= 0 ? 0 : (-Math.sign(pull) * excess * rate) / (1 + root)
  }
}
