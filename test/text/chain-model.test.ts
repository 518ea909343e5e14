import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findBestLabels, findMarginals, type Scores } from '#server/text/chain-model.ts'

const labels = 3

const anyScores = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc
    .record({ states: weights(length * labels), edges: weights(length * labels * labels) })
    .map(({ states, edges }): Scores => ({
      length,
      states: Float32Array.from(states),
      edges: Float32Array.from(edges),
    })),
)

function weights(length: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.integer({ min: -300, max: 300 }), { minLength: length, maxLength: length })
    .map((list) => list.map((each) => each / 100))
}

/** Every labelling of a sequence, and its score. */
function listAll({ length, states, edges }: Scores): { path: number[]; score: number }[] {
  return Array.from({ length: labels ** length }, (_, number) => {
    const path = Array.from({ length }, (_1, at) => Math.floor(number / labels ** at) % labels)
    let score = 0
    for (const [at, label] of path.entries()) {
      score += states[at * labels + label]!
      if (at > 0) score += edges[(at * labels + path[at - 1]!) * labels + label]!
    }
    return { path, score }
  })
}

test('the best labelling is the best of all', () => {
  fc.assert(
    fc.property(anyScores, (scores) => {
      const all = listAll(scores)
      const best = Math.max(...all.map(({ score }) => score))
      const path = [...findBestLabels(labels, scores)]
      const found = all.find((each) => each.path.join() === path.join())
      expect(found?.score).toBeCloseTo(best, 4)
    }),
  )
})

test('a probability is the share of the labellings that have it', () => {
  fc.assert(
    fc.property(anyScores, (scores) => {
      const all = listAll(scores)
      const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0)
      const share = (fits: (path: readonly number[]) => boolean): number =>
        all.reduce((sum, { path, score }) => sum + (fits(path) ? Math.exp(score) : 0), 0) / total
      const { states, edges } = findMarginals(labels, scores)
      for (let at = 0; at < scores.length; at += 1)
        for (let label = 0; label < labels; label += 1) {
          expect(states[at * labels + label]).toBeCloseTo(
            share((path) => path[at] === label),
            4,
          )
          const befores = at === 0 ? 0 : labels
          for (let before = 0; before < befores; before += 1)
            expect(edges[(at * labels + before) * labels + label]).toBeCloseTo(
              share((path) => path[at] === label && path[at - 1] === before),
              4,
            )
        }
    }),
  )
})

test('a long sequence of large scores keeps finite probabilities', () => {
  const length = 5000
  const scores = {
    length,
    states: new Float32Array(length * labels).fill(80),
    edges: new Float32Array(length * labels * labels).fill(-80),
  }
  for (const chance of findMarginals(labels, scores).states) expect(chance).toBeCloseTo(1 / 3, 6)
})
