import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const COMMENTS = /\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/g
const LITERALS =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|[^`\\])*`/g
const HOLES = /\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}/g
/** Begins as a sentence of ours does, has a space within, and ends as one. */
const SENTENCE = /^(?:[“A-Z]|\{\})[^]*[a-z{}”] [^]*[.?]$/

/**
 * The sentences that are written in the sources of a folder, each with the file it is in: string
 * literals that begin with a capital and end with a full stop, what varies in them as `{}`.
 */
export const sentencesIn = (folder: string): { readonly file: string; readonly text: string }[] =>
  readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name)
      const source = readFileSync(file, 'utf8').replace(COMMENTS, '')
      return [...source.matchAll(LITERALS)]
        .map(([literal]) =>
          literal
            .slice(1, -1)
            .replace(HOLES, '{}')
            .replaceAll(/\\(['"`])/g, '$1'),
        )
        .filter((text) => SENTENCE.test(text))
        .map((text) => ({ file, text }))
    })
