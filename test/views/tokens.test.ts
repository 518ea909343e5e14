import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Contrast of every pair of colours that meets on a page, computed as WCAG 2.2 defines it. */
function tokensIn(sheet: string) {
  const css = readFileSync(new URL(`../../views/assets/css/${sheet}.css`, import.meta.url), 'utf8')
  return new Map(
    [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  )
}

const tokens = tokensIn('tokens')
const strong = tokensIn('contrast')

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Running text 7, other text 4.5, edges and signs 3. */
const pairs: readonly [string, string, number][] = [
  ['ink', 'page', 7],
  ['ink', 'card', 7],
  ['ink', 'sunken', 7],
  ['muted', 'page', 4.5],
  ['muted', 'card', 4.5],
  ['muted', 'sunken', 4.5],
  ['accent', 'page', 4.5],
  ['accent', 'card', 4.5],
  ['accent', 'sunken', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['danger', 'page', 4.5],
  ['danger', 'card', 4.5],
  ['ok', 'page', 4.5],
  ['ok', 'card', 4.5],
  ['mark-ink', 'mark', 7],
  ['ins-ink', 'ins-bg', 4.5],
  ['del-ink', 'del-bg', 4.5],
  ['agree-ink', 'agree-bg', 4.5],
  ['shared-ink', 'shared-bg', 4.5],
  ['conflict-ink', 'conflict-bg', 4.5],
  ['page', 'ink', 7],
  ['control', 'page', 3],
  ['control', 'card', 3],
  ['agree-edge', 'card', 3],
  ['shared-edge', 'card', 3],
  ['conflict-edge', 'card', 3],
  ['conflict-bg', 'card', 3],
  ['agree-edge', 'page', 3],
  ['shared-edge', 'page', 3],
  ['conflict-edge', 'page', 3],
  ['conflict-bg', 'page', 3],
  ['focus', 'page', 3],
  ['focus', 'card', 3],
  ['focus', 'agree-bg', 3],
  ['focus', 'shared-bg', 3],
  // On the fill of a conflict the ring itself does not stand out: its halo does.
  ['focus-halo', 'conflict-bg', 3],
]

test('the formula gives what WCAG gives', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
})

/** With more contrast: running text 12, other text 7, edges and signs 4.5. */
const more = (least: number): number => (least === 7 ? 12 : least === 4.5 ? 7 : 4.5)

/** Dark words on a mark, and page on ink, are as far apart as a mark that is seen allows. */
const leastOf = (front: string, least: number): number => (front === 'mark-ink' ? 9 : more(least))

test('more contrast has every colour that there is, and no other', () => {
  expect([...strong.keys()]).toEqual([...tokens.keys()])
})

for (const scheme of ['light', 'dark'] as const)
  describe(`with more contrast, in ${scheme}`, () => {
    for (const [front, back, least] of pairs)
      test(`${front} on ${back} has a contrast of at least ${leastOf(front, least)}`, () => {
        const [a, b] = [strong.get(front)?.[scheme], strong.get(back)?.[scheme]]
        if (a === undefined || b === undefined) throw new Error('no such token')
        expect(contrast(a, b)).toBeGreaterThanOrEqual(leastOf(front, least))
      })
  })

for (const scheme of ['light', 'dark'] as const) {
  describe(`in ${scheme}`, () => {
    for (const [front, back, least] of pairs) {
      test(`${front} on ${back} has a contrast of at least ${least}`, () => {
        const [a, b] = [tokens.get(front)?.[scheme], tokens.get(back)?.[scheme]]
        if (a === undefined || b === undefined) throw new Error('no such token')
        expect(contrast(a, b)).toBeGreaterThanOrEqual(least)
      })
    }
  })
}

test('every colour is checked against something, save the line that nothing relies on', () => {
  const checked = new Set(pairs.flatMap(([front, back]) => [front, back]))
  expect([...tokens.keys()].filter((name) => !checked.has(name))).toEqual(['line'])
})

test('the relations are ordered by lightness, so that they survive greyscale', () => {
  for (const set of [tokens, strong])
    for (const scheme of ['light', 'dark'] as const) {
      const steps = ['card', 'agree-bg', 'shared-bg', 'conflict-bg'].map((name) =>
        luminance(set.get(name)?.[scheme] ?? ''),
      )
      const sorted = [...steps].sort((a, b) => (scheme === 'light' ? b - a : a - b))
      expect(steps).toEqual(sorted)
    }
})
