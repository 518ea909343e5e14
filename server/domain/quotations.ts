/**
 * Quotations and the captured texts they stand in: finding them, and showing them.
 *
 * A quotation matches when it reads the same: white-space runs count as one space, and as none between
 * characters of Chinese and Japanese; Unicode forms that
 * are canonically equal are equal, and so are typographic and plain quotation marks and apostrophes.
 * All offsets are in Unicode code points of the text as captured. Pure; every function is linear in
 * the length of the text. @see https://www.w3.org/TR/annotation-model/#selectors
 */

/** Code points of context in a TextQuoteSelector, as Hypothesis keeps. */
const CONTEXT = 32

/** What is looked for; context and offset decide between several places, the words decide whether. */
export interface WantedQuotation {
  readonly quote: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  /** Where it should begin, in code points. */
  readonly start?: number | undefined
}

/** A place in a text: a TextPositionSelector and a TextQuoteSelector in one. */
export interface Quotation {
  readonly start: number
  readonly end: number
  /** The text's own characters, which may differ from the quotation's in spacing and marks. */
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** A text made ready to be searched many times. */
export interface SearchableText {
  readonly text: string
  /** The folded text. */
  readonly folded: string
  /** For each UTF-16 unit of `folded`: where what it stands for begins and ends, in code points. */
  readonly begins: Uint32Array
  readonly ends: Uint32Array
}

// A character with what may compose with it: marks, and the vowels and finals of Hangul syllables.
const CLUSTER = /[\s\S][\p{M}\u1160-\u11FF\uD7B0-\uD7FB]*/uy
const SPACE = /\s/u
const DOUBLE_MARKS = new Set('“”„‟«»″〝〞〟＂')
const SINGLE_MARKS = new Set('‘’‚‛‹›′＇ʼ')

/** Latin, basic Cyrillic, general punctuation, Han and Hangul: never marks, never changed by NFC. */
const isPlain = (code: number): boolean =>
  code < 0x300 ||
  (code >= 0x400 && code <= 0x482) ||
  (code >= 0x2010 && code <= 0x2027) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3)

/** Scripts without spaces between words, and their marks: a line broken there adds nothing. */
const UNSPACED = /[\u3001-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF01-\uFF60\u{20000}-\u{3FFFF}]/u

const foldCharacter = (character: string): string => {
  if (SPACE.test(character)) return ' '
  if (DOUBLE_MARKS.has(character)) return '"'
  return SINGLE_MARKS.has(character) ? "'" : character
}

/** The characters that compose with each other, from an index on. */
function clusterAt(text: string, index: number): string {
  const next = text.charCodeAt(index + 1)
  if (isPlain(text.charCodeAt(index)) && (Number.isNaN(next) || isPlain(next)))
    return text.charAt(index)
  CLUSTER.lastIndex = index
  return CLUSTER.exec(text)?.[0] ?? text.charAt(index)
}

/** Prepare a text for {@link findQuotation}; worth it when several quotations are looked for in it. */
export function prepareText(text: string): SearchableText {
  const folded: string[] = []
  // Composition can lengthen a text, by no more than this (Unicode Annex 15, section 12.1).
  const begins = new Uint32Array(text.length * 3)
  const ends = new Uint32Array(text.length * 3)
  let [length, isAfterSpace] = [0, false]
  const emit = (character: string, begin: number, end: number) => {
    const folds = foldCharacter(character)
    if (folds === ' ' && isAfterSpace) {
      ends[length - 1] = end
      return
    }
    if (isAfterSpace && UNSPACED.test(character) && UNSPACED.test(folded.at(-2) ?? '')) {
      folded.pop()
      length--
    }
    isAfterSpace = folds === ' '
    folded.push(folds)
    for (const stop = length + folds.length; length < stop; length++) {
      begins[length] = begin
      ends[length] = end
    }
  }
  for (let [index, place] = [0, 0]; index < text.length;) {
    const cluster = clusterAt(text, index)
    const size = cluster.length === 1 ? 1 : countCodePoints(cluster)
    const normal = size === 1 && isPlain(cluster.charCodeAt(0)) ? cluster : cluster.normalize('NFC')
    let within = place
    for (const character of normal) {
      if (normal === cluster) emit(character, within, ++within)
      else emit(character, place, place + size)
    }
    index += cluster.length
    place += size
  }
  return {
    text,
    folded: folded.join(''),
    begins: begins.slice(0, length),
    ends: ends.slice(0, length),
  }
}

/** A text as it is searched: spacing, typography and Unicode forms that read the same made the same. */
export const fold = (text: string): string => prepareText(text).folded

/**
 * Find a quotation in a captured text.
 *
 * Where it occurs more than once: the place with both contexts, else with the prefix, else with the
 * suffix; among several, the one nearest to `start`, or the first. White space at the quotation's ends
 * does not count.
 * @returns the place, or undefined when the words are not there or the quotation is blank
 */
export function findQuotation(
  given: string | SearchableText,
  wanted: WantedQuotation,
): Quotation | undefined {
  const searchable = typeof given === 'string' ? prepareText(given) : given
  const core = fold(wanted.quote.trim())
  if (core === '') return undefined
  for (const { needle, offset } of needlesOf(wanted, core)) {
    const index = nearestIndex(searchable, needle, { start: wanted.start, offset })
    if (index !== undefined) return quotationAt(searchable, index + offset, core.length)
  }
  return undefined
}

interface Needle {
  readonly needle: string
  /** Where in the needle the quotation begins. */
  readonly offset: number
}

/** What to look for, most certain first: the quotation with both contexts, with one, alone. */
function needlesOf({ quote, prefix = '', suffix = '' }: WantedQuotation, core: string): Needle[] {
  const lead = prefix + quote.slice(0, quote.length - quote.trimStart().length)
  const tail = quote.slice(quote.trimEnd().length) + suffix
  const withContext = [
    [prefix === '' || suffix === '' ? undefined : lead, tail],
    [prefix === '' ? undefined : lead, ''],
    [suffix === '' ? undefined : '', tail],
  ].flatMap(([before, after]) => {
    if (before === undefined) return []
    const needle = fold(before + quote.trim() + (after ?? ''))
    const offset = fold(before).length
    // Context that composes with the quotation's own letters cannot be told apart from it.
    return needle.startsWith(core, offset) ? [{ needle, offset }] : []
  })
  return [...withContext, { needle: core, offset: 0 }]
}

function nearestIndex(
  { folded, begins }: SearchableText,
  needle: string,
  { start, offset }: { start: number | undefined; offset: number },
): number | undefined {
  if (start === undefined) return atLeastZero(folded.indexOf(needle))
  let nearest: number | undefined
  const distance = (index: number) => Math.abs((begins[index + offset] ?? 0) - start)
  for (const index of occurrences(folded, needle)) {
    if (nearest === undefined || distance(index) < distance(nearest)) nearest = index
  }
  return nearest
}

const atLeastZero = (index: number) => (index < 0 ? undefined : index)

/** Every occurrence, overlapping ones too, in one pass (Knuth, Morris and Pratt 1977). */
function* occurrences(text: string, needle: string): Generator<number> {
  const failures = new Uint32Array(needle.length)
  for (let i = 1, matched = 0; i < needle.length; i++) {
    while (matched > 0 && needle[i] !== needle[matched]) matched = failures[matched - 1] ?? 0
    if (needle[i] === needle[matched]) matched++
    failures[i] = matched
  }
  for (let i = 0, matched = 0; i < text.length; i++) {
    while (matched > 0 && text[i] !== needle[matched]) matched = failures[matched - 1] ?? 0
    if (text[i] === needle[matched]) matched++
    if (matched < needle.length) continue
    yield i - needle.length + 1
    matched = failures[matched - 1] ?? 0
  }
}

/** A place in the folded text as one in the text. */
export function quotationAt(
  { text, begins, ends }: SearchableText,
  index: number,
  length: number,
): Quotation {
  const start = begins[index] ?? 0
  const end = ends[index + length - 1] ?? start
  const { before, exact, after } = sliceAround(text, { start, end }, CONTEXT)
  return { start, end, exact, prefix: before, suffix: after }
}

/** How many code points a text has. */
export function countCodePoints(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i++) {
    if (isPairAt(text, i)) {
      pairs++
      i++
    }
  }
  return text.length - pairs
}

const isPairAt = (text: string, index: number): boolean => (text.codePointAt(index) ?? 0) > 0xffff

/** The UTF-16 index `codePoints` further on; stops at the end of the text. */
export function indexAfter(text: string, from: number, codePoints: number): number {
  let index = from
  for (let left = codePoints; left > 0 && index < text.length; left--) {
    index += isPairAt(text, index) ? 2 : 1
  }
  return index
}

/** The UTF-16 index `codePoints` before; stops at the beginning of the text. */
function indexBefore(text: string, from: number, codePoints: number): number {
  let index = from
  for (let left = codePoints; left > 0 && index > 0; left--) {
    index -= index > 1 && isPairAt(text, index - 2) ? 2 : 1
  }
  return index
}

interface Span {
  readonly start: number
  readonly end: number
}

interface InContext {
  readonly before: string
  readonly exact: string
  readonly after: string
}

function sliceAround(text: string, { start, end }: Span, codePoints: number): InContext {
  const from = indexAfter(text, 0, start)
  const to = indexAfter(text, from, end - start)
  return {
    before: text.slice(indexBefore(text, from, codePoints), from),
    exact: text.slice(from, to),
    after: text.slice(to, indexAfter(text, to, codePoints)),
  }
}

const JOINS_TO_LAST = /^[\p{M}\u200D]+/u

/**
 * A passage with some of the text around it, for reading.
 *
 * Context never begins or ends inside a character: marks without the letter they belong to are left
 * out at its beginning, and kept at its end.
 * @param span - in code points; clamped to the text
 * @param codePoints - how much to show on each side
 */
export function contextAround(text: string, span: Span, codePoints: number): InContext {
  const { before, exact, after } = sliceAround(text, span, codePoints)
  const end = indexAfter(text, 0, span.end) + after.length
  const isWholeStart = indexAfter(text, 0, span.start) === before.length
  const joined = after === '' ? '' : (JOINS_TO_LAST.exec(text.slice(end, end + 64))?.[0] ?? '')
  return {
    before: isWholeStart ? before : before.replace(JOINS_TO_LAST, ''),
    exact,
    after: after + joined,
  }
}

/** The first so many code points of a text, never cutting a letter from its marks. */
export const cutAt = (text: string, codePoints: number): string =>
  contextAround(text, { start: 0, end: 0 }, codePoints).after
