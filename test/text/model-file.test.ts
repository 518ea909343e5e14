import { expect, test } from 'vitest'
import { readModel, writeModel } from '#server/text/model-file.ts'

const model = {
  labels: 2,
  states: Float32Array.of(0, 0, 1.27, -0.5, 0, 0, 0, 0.01),
  edges: Float32Array.of(0, 0, 0, 0, -2, 1, 0, 0),
}

test('a model comes back from its bytes, to a 127th of its largest weight', () => {
  const [read] = readModel(writeModel([model]))
  expect(read?.labels).toBe(2)
  for (const table of ['states', 'edges'] as const) {
    expect(read?.[table]).toHaveLength(model[table].length)
    for (const [at, weight] of model[table].entries())
      expect(Math.abs((read?.[table][at] ?? NaN) - weight)).toBeLessThanOrEqual(2 / 127)
  }
})

test('a table of nothing is one too, and several models follow each other', () => {
  const empty = { labels: 1, states: new Float32Array(300), edges: new Float32Array(2) }
  expect(readModel(writeModel([empty, model])).map(({ labels }) => labels)).toEqual([1, 2])
  expect(readModel(writeModel([empty]))).toEqual([empty])
})

test('a file that ends too early is refused', () => {
  const bytes = writeModel([model])
  expect(() => readModel(bytes.subarray(0, bytes.length - 1))).toThrow('ends too early')
})
