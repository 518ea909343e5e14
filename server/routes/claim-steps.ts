import { MOST_CITATIONS, citationNames, rowsOf } from '#views/claim/fields.ts'
import { type FieldValues, valueOf } from '#views/shared/fields.tsx'

/** Where the reader goes on after a step. */
export type Focus =
  | { readonly on: 'position' }
  | { readonly on: 'restates' }
  | { readonly on: 'citation'; readonly n: number }

export interface Stepped {
  readonly values: FieldValues
  readonly focus: Focus
}

/**
 * What a button other than Save does to the form: show an issue's positions, what it may restate, add a citation, take one
 * away, quote what the source really says. Nothing is saved.
 * @returns undefined for the buttons that save
 */
export function takeStep(values: FieldValues, step: string): Stepped | undefined {
  const rows = rowsOf(valueOf(values, 'rows'))
  if (step === 'positions') return { values, focus: { on: 'position' } }
  if (step === 'restates') return { values, focus: { on: 'restates' } }
  if (step === 'add-citation') {
    const n = Math.min(rows + 1, MOST_CITATIONS)
    return { values: new Map(values).set('rows', [String(n)]), focus: { on: 'citation', n } }
  }
  const taken = Number(/^take-words-(\d)$/.exec(step)?.[1] ?? 0)
  if (taken >= 1 && taken <= rows)
    return { values: withNearWords(values, taken), focus: { on: 'citation', n: taken } }
  const removed = Number(/^remove-citation-(\d)$/.exec(step)?.[1] ?? 0)
  if (removed < 1 || removed > rows || rows === 1) return undefined
  return {
    values: withoutCitation(values, removed, rows),
    focus: { on: 'citation', n: Math.min(removed, rows - 1) },
  }
}

/** The claim that the form is to restate, by the button beside one that it looks like. */
export const restatedBy = (step: string): string | undefined => /^restating-(.+)$/u.exec(step)?.[1]

/** The quotation becomes what the source has in its place. */
function withNearWords(values: FieldValues, n: number): FieldValues {
  const { quote, start, near, nearStart } = citationNames(n)
  const words = values.get(near)
  if (words === undefined) return values
  const taken = new Map(values).set(quote, words).set(start, values.get(nearStart) ?? [])
  taken.delete(near)
  taken.delete(nearStart)
  return taken
}

function withoutCitation(values: FieldValues, removed: number, rows: number): FieldValues {
  const left = new Map(values).set('rows', [String(rows - 1)])
  for (let n = removed; n <= rows; n++) {
    const next = citationNames(n + 1)
    for (const [key, name] of Object.entries(citationNames(n))) {
      const value = n < rows ? values.get(next[key as keyof typeof next]) : undefined
      if (value === undefined) left.delete(name)
      else left.set(name, value)
    }
  }
  return left
}
