import { expect, test } from 'vitest'
import { AttributionScore, type Parts } from '#scripts/bench/score-attributions.ts'
import type { Run } from '#server/text/sentences.ts'

const run = (from: number, to: number): Run => ({ from, to })

/** Source at 0, cue at 1, content from 2 to 6, all moved on by so much. */
const anAttribution = (shift = 0, parts: Partial<Parts> = {}): Parts => ({
  source: [run(shift, shift + 1)],
  cue: [run(shift + 1, shift + 2)],
  content: [run(shift + 2, shift + 6)],
  ...parts,
})

function score(predicted: readonly Parts[], gold: readonly Parts[]): object {
  const each = new AttributionScore()
  each.add(predicted, gold, 1)
  return each.describe()
}

const all = { precision: 1, recall: 1, f1: 1 }
const none = { precision: 0, recall: 0, f1: 0 }

test('what is the same scores full marks', () => {
  expect(score([anAttribution()], [anAttribution()])).toEqual({
    tokens: { source: all, cue: all, content: all },
    matched: { source: all, cue: all, content: all },
    exact: { source: all, cue: all, content: all },
    attributions: all,
  })
})

test('nothing predicted, and nothing to predict, score nothing', () => {
  expect(score([], [anAttribution()])).toMatchObject({ attributions: none })
  expect(score([anAttribution()], [])).toMatchObject({ attributions: none })
})

test('half of a content is half of its tokens, and no exact span', () => {
  const half = anAttribution(0, { content: [run(2, 4)] })
  expect(score([half], [anAttribution()])).toMatchObject({
    tokens: { content: { precision: 1, recall: 0.5 } },
    matched: { content: { precision: 1, recall: 0.5 } },
    exact: { content: none },
    attributions: all,
  })
})

test('tokens are counted once, whoever they belong to; spans are credited one by one', () => {
  const inner = anAttribution(0, { content: [run(4, 6)] })
  expect(score([anAttribution(), inner], [anAttribution()])).toMatchObject({
    tokens: { content: all },
    matched: { content: { precision: 1, recall: 1 } },
    attributions: { precision: 0.5, recall: 1 },
  })
})

test('an attribution counts where source, cue and content all overlap', () => {
  const nobody = anAttribution(0, { source: [] })
  expect(score([nobody], [anAttribution()])).toMatchObject({ attributions: none })
  expect(score([nobody], [nobody])).toMatchObject({ attributions: all })
  expect(score([anAttribution(3)], [anAttribution()])).toMatchObject({ attributions: none })
})

test('files are summed before the ratio is taken, by their weight', () => {
  const each = new AttributionScore()
  each.add([anAttribution()], [anAttribution()], 1)
  each.add([], [anAttribution(), anAttribution(10)], 0.5)
  expect(each.describe()).toMatchObject({ attributions: { precision: 1, recall: 0.5 } })
})
