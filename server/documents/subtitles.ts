import { type ReadDocument, tidy } from './document.ts'

const TIMES = /^\s*(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->\s/u

export const isSubtitles = (text: string): boolean =>
  /^\uFEFF?WEBVTT/u.test(text) || text.split('\n', 4).some((line) => TIMES.test(line))

/**
 * Subtitles (.srt, .vtt) as running text: without times, numbers, styles and notes; a line that is
 * repeated while it rolls up the screen is read once.
 */
export function readSubtitles(given: string): ReadDocument {
  const cues = given
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const at = lines.findIndex((line) => TIMES.test(line))
      return at < 0 ? [] : lines.slice(at + 1)
    })
    .map((line) => line.replaceAll(/<[^>\n]{0,200}>|\{\\[^}\n]{0,200}\}/g, '').trim())
    .filter((line, i, all) => line !== '' && line !== all[i - 1])
  return { text: tidy(cues.join('\n')) }
}
