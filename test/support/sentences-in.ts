import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const COMMENTS = /\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/g
const LITERALS =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|[^`\\])*`/g
const HOLES = /\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}/g
/** What stands on several lines of a source. */
const BROKEN = /(['`]) \+\n\s*\1/g
/** Begins as a sentence of ours does, has a space within, and ends as one, or with one put in. */
const SENTENCE = /^(?:[“A-Z]|\{\})[^]*[a-z{}”] [^]*[.?](?: ?\{\})?$/

/**
 * The sentences that are written in the sources of a folder, each with the file it is in: string
 * literals that begin with a capital and end with a full stop, what varies in them as `{}`.
 */
export const sentencesIn = (folder: string): { readonly file: string; readonly text: string }[] =>
  readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name)
      const source = readFileSync(file, 'utf8').replace(COMMENTS, '').replace(BROKEN, '')
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

/** A text field of a form, by the name that sentences about it begin with: `{ label: '…', max: …`. */
const FIELDS = /label: '([^']+)'[^{}]*?max: |max: [\d_]+[^{}]*?label: '([^']+)'/g

/** The names of text fields that the sources of a folder give; see TextRules. */
export const fieldsIn = (folder: string): string[] => [
  ...new Set(
    readdirSync(folder)
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(FIELDS)])
      .map(([, first, last]) => first ?? last ?? ''),
  ),
]
