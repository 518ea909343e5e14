/** Which texts a field of our forms must take, and as what; told from the promise, not from the code. */

export interface TextField {
  readonly name: string
  readonly max: number
  readonly multiline?: boolean
  readonly required?: boolean
  /** Names: marks that turn the direction of text would deceive. */
  readonly isName?: boolean
}

/** Every field for text of a claim's form but its citations', with the new things it may bring along. */
const OF_CLAIM: readonly TextField[] = [
  { name: 'party-name', max: 300, isName: true },
  { name: 'party-kind', max: 200 },
  { name: 'person-name', max: 300, isName: true },
  { name: 'person-title', max: 300 },
  { name: 'issue-question', max: 1000 },
  { name: 'position-label', max: 500 },
  { name: 'statement', max: 2000, multiline: true, required: true },
  { name: 'condition', max: 2000, multiline: true },
  { name: 'hedge', max: 500 },
  { name: 'scope-note', max: 2000, multiline: true },
]

/** Of each citation, as `c1-quote`. */
const OF_CITATION: readonly TextField[] = [
  { name: 'title', max: 1000 },
  { name: 'publisher', max: 300 },
  { name: 'kind', max: 200 },
  { name: 'quote', max: 10_000, multiline: true },
  { name: 'translation', max: 10_000, multiline: true },
  { name: 'translator', max: 300, isName: true },
  { name: 'locator', max: 500 },
]

export const citationFields = (n: number): TextField[] =>
  OF_CITATION.map((field) => ({ ...field, name: `c${n}-${field.name}` }))

export const CLAIM_FIELDS: readonly TextField[] = [...OF_CLAIM, ...citationFields(1)]

/** Fields of their own forms: reasons for changes, and the note of a review. */
export const WHY: TextField = { name: 'why', max: 500, multiline: true, required: true }
export const NOTE: TextField = { name: 'note', max: 4000, multiline: true }

const NOT_TEXT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Surrogate}/u
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu

/** What a text becomes when it is saved: line ends as LF, and nothing around it. */
export const canonical = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** Must the field save the text, refuse it, or take it for nothing? */
export function verdictOn(text: string, field: TextField): 'kept' | 'nothing' | 'refused' {
  const kept = canonical(text)
  if (NOT_TEXT.test(kept)) return 'refused'
  if (field.multiline !== true && kept.includes('\n')) return 'refused'
  if (field.isName === true && TURNS.test(kept)) return 'refused'
  if (kept.length > field.max) return 'refused'
  if (kept.replaceAll(UNSEEN, '') !== '') return 'kept'
  return field.required === true ? 'refused' : 'nothing'
}
