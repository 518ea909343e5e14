import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brotliCompressSync } from 'node:zlib'
import { assetPath, assets } from '#views/layout/assets.ts'

const root = new URL('../../', import.meta.url)
const fileOf = (path: string) => readFileSync(new URL(path, root))

test('copied files are those of the pinned packages', () => {
  const font = (family: string, subset: string) =>
    `node_modules/@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`
  const copies = [
    ['htmx.js', 'node_modules/htmx.org/dist/htmx.min.js'],
    ...['noto-naskh-arabic', 'vazirmatn'].map((family) => [
      `fonts/${family}.woff2`,
      font(family, 'arabic'),
    ]),
    ...['inter', 'source-serif-4'].flatMap((family) =>
      ['latin', 'latin-ext', 'cyrillic'].map((subset) => [
        `fonts/${family}-${subset}.woff2`,
        font(family, subset),
      ]),
    ),
  ] as const
  for (const [name = '', original = ''] of copies) {
    expect(assets.get(assetPath(name))?.body.equals(fileOf(original)), name).toBe(true)
  }
})

test('the stylesheet asks only for files that are served', () => {
  const css = assets.get(assetPath('app.css'))?.body.toString() ?? ''
  const asked = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, address = '']) => address)
  expect(asked).toHaveLength(8)
  for (const address of asked) expect(assets.has(address)).toBe(true)
})

test('a page stays within its budget: 20 KB of script and 8 KB of style, compressed', () => {
  const size = (...names: string[]) =>
    names.reduce(
      (sum, name) =>
        sum + brotliCompressSync(assets.get(assetPath(name))?.body ?? Buffer.alloc(0)).length,
      0,
    )
  expect(size('htmx.js', 'gainsay.js', 'palette.js')).toBeLessThan(20_000)
  expect(size('app.css')).toBeLessThan(8_000)
  expect(size('palette.css')).toBeLessThan(800)
})

test('a misspelt name is an error, not a page without style', () => {
  expect(() => assetPath('ap.css')).toThrow('No asset is named ap.css')
})
