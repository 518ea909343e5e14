import { ENGLISH_DATES } from '#server/domain/date-words.ts'
import { english } from './english.ts'
import { isolateDates } from './isolate-dates.ts'
import { wording } from './wording.ts'

/**
 * What a template becomes: text with as many holes in the same order, or what makes one of what was in
 * the holes.
 */
export type Says = string | ((...holes: readonly string[]) => string)

interface Template {
  readonly pattern: RegExp
  readonly holes: readonly Hole[]
  readonly says: Says
}

/**
 * `{}` holds a sentence or words of ours, which are translated too, or a name; between quotation marks
 * it holds what somebody wrote, which never is. `{n}` holds a number.
 */
const HOLE = /(“\{\}”|\{n?\})/

type Hole = '“{}”' | '{}' | '{n}'

const PATTERNS: Readonly<Record<Hole, string>> = {
  '“{}”': '“([^]+?)”',
  '{}': '([^]+?)',
  // Templates are also asked for what the sources of the domain say, with holes of their own.
  '{n}': String.raw`([\d,]+|\{\})`,
}

const isHole = (part: string): part is Hole => Object.hasOwn(PATTERNS, part)

/** Of each table, made once: those with something in them. */
const compiled = new WeakMap<Readonly<Record<string, Says>>, readonly Template[]>()

function templatesOf(table: Readonly<Record<string, Says>>): readonly Template[] {
  const known = compiled.get(table)
  if (known !== undefined) return known
  const made = Object.entries(table).flatMap(([text, says]) => {
    const parts = text.split(HOLE)
    const holes = parts.filter(isHole)
    return holes.length === 0 ? [] : [{ pattern: patternOf(parts), holes, says }]
  })
  compiled.set(table, made)
  return made
}

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

const patternOf = (parts: readonly string[]): RegExp =>
  new RegExp(`^${parts.map((p) => (isHole(p) ? PATTERNS[p] : escape(p))).join('')}$`, 'u')

/**
 * A sentence of the domain in the language that is spoken here, by the first template that it fits; what
 * varies is translated too where it is a sentence of its own, a counted noun, a date, or words of ours in
 * a row. As it is where no template fits.
 */
export function translated(text: string): string {
  const says = translatedParts(text)
  return wording().direction === 'rtl' && says !== text ? isolateDates(says) : says
}

function translatedParts(text: string): string {
  const table = wording().messages
  const whole = Object.hasOwn(table, text) ? table[text] : undefined
  if (typeof whole === 'string') return whole
  for (const { pattern, holes, says } of templatesOf(table)) {
    const found = pattern.exec(text)
    if (found !== null) return fill(says, found.slice(1).map(valueIn(holes)))
  }
  if (wording().language === english.language) return text
  return countedNoun(text) ?? translatedDate(text) ?? listed(text) ?? text
}

/** Is there a translation of what looks like this? @param text - with `{}` for what varies */
export const isTranslated = (text: string): boolean => {
  const table = wording().messages
  return Object.hasOwn(table, text) || templatesOf(table).some(({ pattern }) => pattern.test(text))
}

const valueIn = (holes: readonly Hole[]) => (text: string, at: number) =>
  holes[at] === '{}' ? translatedParts(text) : text

/** "3 claims", by the nouns of the language. */
function countedNoun(text: string): string | undefined {
  const number = /^[\d,]+(?= [a-z ]+$)/.exec(text)?.[0]
  if (number === undefined) return undefined
  const n = Number(number.replaceAll(',', ''))
  const nouns = Object.keys(english.counts) as (keyof typeof english.counts)[]
  const noun = nouns.find((key) => english.counts[key](n) === text)
  return noun && wording().counts[noun](n)
}

/** "issue, position and hedge": only where each is a word of ours. */
function listed(text: string): string | undefined {
  const { language, messages } = wording()
  const parts = text.split(/, | and /).map((part) => {
    const says = Object.hasOwn(messages, part) ? messages[part] : undefined
    return typeof says === 'string' ? says : undefined
  })
  const found = parts.filter((part) => part !== undefined)
  if (parts.length < 2 || found.length < parts.length) return undefined
  return new Intl.ListFormat(language).format(found)
}

/** The holes are filled in turn; quotation marks are the template's. */
const fill = (says: Says, values: readonly string[]): string => {
  if (typeof says === 'function') return says(...values)
  const left = [...values]
  return says.replaceAll(/\{n?\}/g, () => left.shift() ?? '')
}

const QUALIFIERS = ['perhapsAbout', 'perhaps', 'about', 'since', 'until', 'from'] as const
const DATE = /^(?:(\d{1,2}) )?(?:(\p{L}+) )?(\d{1,4})$/u
const HALF = /^(\d{1,2})(?: (\p{L}+))?$|^(\p{L}+)$/u

/** A date as the domain writes it within a sentence, such as "about March 2015". */
function translatedDate(text: string): string | undefined {
  const [first = '', second, more] = text.split(ENGLISH_DATES.to)
  if (more !== undefined) return undefined
  if (second === undefined) return dateIn(first)
  const [from, to] = [dateIn(first) ?? halfIn(first), dateIn(second)]
  return from === undefined || to === undefined ? undefined : from + wording().dates.to + to
}

function dateIn(text: string): string | undefined {
  for (const name of QUALIFIERS) {
    if (!text.startsWith(ENGLISH_DATES[name])) continue
    const rest = dateIn(text.slice(ENGLISH_DATES[name].length))
    return rest === undefined ? undefined : wording().dates[name] + rest
  }
  const [, day, month, year] = DATE.exec(text) ?? []
  const word = monthIn(month)
  if (year === undefined || (month !== undefined && word === undefined)) return undefined
  // A number alone is no date.
  if (word === undefined && (day !== undefined || year.length < 4)) return undefined
  return [day, word, year].filter((part) => part !== undefined).join(' ')
}

/** What a span says once stands at its end: "9", "9 March", "March". */
function halfIn(text: string): string | undefined {
  const [, day, after, alone] = HALF.exec(text) ?? []
  const month = after ?? alone
  if (month === undefined) return day
  const word = monthIn(month)
  return word && [day, word].filter((part) => part !== undefined).join(' ')
}

function monthIn(word: string | undefined): string | undefined {
  const at = word === undefined ? -1 : ENGLISH_DATES.months.indexOf(word)
  return wording().dates.months[at]
}
