import { wording } from './wording.ts'

interface Template {
  readonly pattern: RegExp
  readonly says: string
}

const HOLE = /\{\}/

/** Of each table, made once: those that are a sentence of their own, and those with something in them. */
const compiled = new WeakMap<Readonly<Record<string, string>>, readonly Template[]>()

function templatesOf(table: Readonly<Record<string, string>>): readonly Template[] {
  const known = compiled.get(table)
  if (known !== undefined) return known
  const made = Object.entries(table).flatMap(([text, says]) =>
    HOLE.test(text) ? [{ pattern: patternOf(text), says }] : [],
  )
  compiled.set(table, made)
  return made
}

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

const patternOf = (text: string): RegExp =>
  new RegExp(`^${text.split(HOLE).map(escape).join('([^]+?)')}$`, 'u')

/**
 * A sentence of the domain in the language that is spoken here, by the first template that it fits; what
 * varies is translated too where it is a sentence of its own. As it is where no template fits.
 */
export function translated(text: string): string {
  const table = wording().messages
  const whole = Object.hasOwn(table, text) ? table[text] : undefined
  if (whole !== undefined) return whole
  for (const { pattern, says } of templatesOf(table)) {
    const found = pattern.exec(text)
    if (found !== null) return fill(says, found.slice(1).map(translated))
  }
  return text
}

/** Is there a translation of what looks like this? @param text - with `{}` for what varies */
export const isTranslated = (text: string): boolean => {
  const table = wording().messages
  return Object.hasOwn(table, text) || templatesOf(table).some(({ pattern }) => pattern.test(text))
}

/** The holes are filled in turn. */
const fill = (says: string, values: readonly string[]): string => {
  const left = [...values]
  return says.replaceAll('{}', () => left.shift() ?? '')
}
