import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Blob, Face, Font, Variation } from 'harfbuzzjs'
import { decompress } from 'wawoff2'

/** The fonts of our pages, for pictures: the same files, unpacked, with the scripts that pages leave to the device. */

export type Family = 'sans' | 'serif'
export type Weight = 400 | 600

/** One file at one weight. */
export interface PictureFont {
  readonly font: Font
  readonly unitsPerEm: number
  /** Does it have a sign for this code point? */
  readonly has: (codePoint: number) => boolean
  /** A sign's outline, y upwards, in units of the font. */
  readonly outline: (glyph: number) => string
}

const subsetsOf = (name: string, subsets: readonly string[]): string[] =>
  subsets.map((subset) => `${name}/files/${name}-${subset}-wght-normal.woff2`)

const common = ['latin', 'latin-ext', 'cyrillic', 'greek', 'cyrillic-ext', 'vietnamese']
const SANS = subsetsOf('inter', [...common, 'greek-ext'])
const SERIF = subsetsOf('source-serif-4', common)
const ARABIC_SANS = subsetsOf('vazirmatn', ['arabic'])
const ARABIC_SERIF = subsetsOf('noto-naskh-arabic', ['arabic'])

/** Where a sign is looked for, in this order: what the one lacks, an accent or an arrow, the other may have. */
const files: Readonly<Record<Family, readonly string[]>> = {
  sans: [...SANS, ...ARABIC_SANS, ...ARABIC_SERIF, ...SERIF],
  serif: [...SERIF, ...ARABIC_SERIF, ...ARABIC_SANS, ...SANS],
}

export type Fonts = Readonly<Record<Family, Readonly<Record<Weight, readonly PictureFont[]>>>>

/** Unpack every font, some 350 ms: the shaper reads no WOFF2. */
export async function openFonts(): Promise<Fonts> {
  const faces = new Map<string, Face>()
  for (const file of files.sans) faces.set(file, await openFace(file))
  const byWeight = (weight: Weight) => {
    const fonts = new Map([...faces].map(([file, face]) => [file, openFont(face, weight)]))
    return (family: Family) => files[family].flatMap((file) => fonts.get(file) ?? [])
  }
  const [regular, bold] = [byWeight(400), byWeight(600)]
  return {
    sans: { 400: regular('sans'), 600: bold('sans') },
    serif: { 400: regular('serif'), 600: bold('serif') },
  }
}

const { resolve } = createRequire(import.meta.url)

async function openFace(file: string): Promise<Face> {
  const packed = await readFile(resolve(`@fontsource-variable/${file}`))
  return new Face(new Blob(new Uint8Array(await decompress(packed))))
}

function openFont(face: Face, weight: Weight): PictureFont {
  const font = new Font(face)
  font.setVariations([new Variation('wght', weight)])
  const known = new Set(face.collectUnicodes())
  const outlines = new Map<number, string>()
  return {
    font,
    unitsPerEm: face.upem,
    has: (codePoint) => known.has(codePoint),
    outline: (glyph) => {
      const kept = outlines.get(glyph) ?? font.glyphToPath(glyph)
      outlines.set(glyph, kept)
      return kept
    },
  }
}
