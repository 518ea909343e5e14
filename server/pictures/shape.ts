import bidiModule, { type Bidi, type EmbeddingLevels } from 'bidi-js'
import { Buffer as ShapedText, Direction, shape } from 'harfbuzzjs'
import type { CardWords } from '#views/card/card.ts'
import type { Family, PictureFont, Weight } from './fonts.ts'
import { findFont, signsOf } from './legible.ts'

/** From words to glyphs in their places, on one line: direction, fonts, joined and combined letters. */

export interface Style {
  readonly family: Family
  readonly weight?: Weight
  /** Of the letters, in pixels. */
  readonly size: number
  readonly ink: string
}

/** A text with what its lines are made from; places count UTF-16 code units. */
export interface Prepared {
  readonly text: string
  readonly isRightToLeft: boolean
  readonly runs: readonly Run[]
}

/** Letters beside each other in one font and one direction, as they are read. */
interface Run {
  readonly start: number
  readonly end: number
  readonly font: PictureFont
  readonly level: number
  readonly language: string
}

/** Its types say that the function is the default of a module; Node hands over the function itself. */
const bidi = (bidiModule as unknown as () => Bidi)()

/**
 * Cut a text into runs by the Unicode Bidirectional Algorithm (UAX 9) and by font: the rasteriser drops a
 * line whose fonts disagree on how many glyphs it has, so it is never given text.
 * @param text - legible, see makeLegible
 */
export function prepare(
  text: string,
  { direction, language = 'en' }: Omit<CardWords, 'text'>,
  fonts: readonly PictureFont[],
): Prepared {
  const embedding = bidi.getEmbeddingLevels(text, direction ?? 'auto')
  return {
    text,
    isRightToLeft: ((embedding.paragraphs[0]?.level ?? 0) & 1) === 1,
    runs: cutIntoRuns(text, embedding, fonts).map((run) => ({ ...run, language })),
  }
}

function cutIntoRuns(
  text: string,
  { levels }: EmbeddingLevels,
  fonts: readonly PictureFont[],
): Omit<Run, 'language'>[] {
  const runs: { start: number; end: number; font: PictureFont; level: number }[] = []
  for (const { sign, at } of signsOf(text)) {
    const last = runs.at(-1)
    const level = levels[at] ?? 0
    // Marks and spaces stay with the letters before them; letters take the first font that has them.
    const preferred = /^\P{L}/u.test(sign) ? last?.font : undefined
    const font = findFont(sign, fonts, preferred) ?? last?.font ?? fonts[0]
    if (font === undefined) continue
    const end = at + sign.length
    if (last !== undefined && last.font === font && last.level === level) last.end = end
    else runs.push({ start: at, end, font, level })
  }
  return runs
}

/** A glyph in its place: right of the line's left edge and above its foot, in ems. */
interface Glyph {
  readonly font: PictureFont
  readonly id: number
  readonly x: number
  readonly y: number
}

/** A line: its width and places are in ems, so that one shaping serves every size. */
export interface ShapedLine {
  readonly glyphs: readonly Glyph[]
  readonly width: number
}

/** Shape what stands from `start` to `end`, in the order in which it is seen, left to right. */
export function shapeLine({ text, runs }: Prepared, start: number, end: number): ShapedLine {
  const here = runs
    .filter((run) => run.start < end && run.end > start)
    .map((run) => ({ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }))
  const glyphs: Glyph[] = []
  let width = 0
  for (const run of inVisualOrder(here)) width = shapeRun(text, run, width, glyphs)
  return { glyphs, width }
}

/** UAX 9, rule L2, on runs instead of letters: the shaper turns the letters of a run itself. */
export function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs]
  const highest = Math.max(0, ...runs.map((run) => run.level))
  for (let level = highest; level > 0; level--)
    for (let from = 0; from < ordered.length; from++) {
      let to = from
      while ((ordered[to]?.level ?? -1) >= level) to++
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed())
      from = Math.max(from, to)
    }
  return ordered
}

/** One for all: the shaper's memory is not ours to count on. */
const buffer = new ShapedText()

/** Add a run's glyphs. @returns where it ends, in ems */
function shapeRun(text: string, run: Run, left: number, glyphs: Glyph[]): number {
  buffer.reset()
  buffer.addText(text, run.start, run.end - run.start)
  buffer.setDirection((run.level & 1) === 1 ? Direction.RTL : Direction.LTR)
  buffer.setLanguage(run.language)
  buffer.guessSegmentProperties()
  shape(run.font.font, buffer)
  let x = left
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    const { codepoint: id, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph
    const em = run.font.unitsPerEm
    glyphs.push({ font: run.font, id, x: x + xOffset / em, y: yOffset / em })
    x += xAdvance / em
  }
  return x
}
