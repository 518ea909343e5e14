import { ENGLISH_DATES } from '#server/domain/date-words.ts'
import { english } from './english.ts'
import { describeDate } from './speak.ts'
import { isolateDates } from './isolate-dates.ts'
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
  const says = sayIn(text)
  return wording().direction === 'rtl' && says !== text ? isolateDates(says) : says
}

function sayIn(text: string): string {
  const table = wording().messages
  const whole = Object.hasOwn(table, text) ? table[text] : undefined
  if (whole !== undefined) return whole
  for (const { pattern, says } of templatesOf(table)) {
    const found = pattern.exec(text)
    if (found !== null) return fill(says, found.slice(1).map(sayIn))
  }
  return countedNoun(text) ?? date(text) ?? list(text) ?? text
}

const isEnglish = (): boolean => wording().language === english.language

/** "3 claims", by the nouns of the language. */
function countedNoun(text: string): string | undefined {
  const number = /^[\d,]+(?= [a-z ]+$)/.exec(text)?.[0]
  if (number === undefined || isEnglish()) return undefined
  const n = Number(number.replaceAll(',', ''))
  const nouns = Object.keys(english.counts) as (keyof typeof english.counts)[]
  const noun = nouns.find((key) => english.counts[key](n) === text)
  return noun && wording().counts[noun](n)
}

/** "15 December 2015", "December 2015". */
function date(text: string): string | undefined {
  const [, day, name = '', year = ''] = /^(?:(\d\d?) )?([A-Z][a-z]+) (\d{4})$/.exec(text) ?? []
  const month = ENGLISH_DATES.months.indexOf(name) + 1
  if (month === 0 || isEnglish()) return undefined
  const parts = [month, ...(day === undefined ? [] : [day])]
  return describeDate([year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-'))
}

/** "issue, position and hedge": only where each is a word of ours. */
function list(text: string): string | undefined {
  const parts = text.split(/, | and /)
  const { language, messages: table } = wording()
  if (parts.length < 2 || !parts.every((part) => Object.hasOwn(table, part))) return undefined
  return new Intl.ListFormat(language).format(parts.map((part) => table[part] ?? part))
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
