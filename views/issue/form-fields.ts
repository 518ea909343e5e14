/** Names of the fields of an issue's form, which what reads it shares. */

/** Rows of the form; with every relation between them they stay below what one form may send. */
export const MOST_POSITIONS = 14
export const MOST_NAMES = 12

/** The fields of one position, from 1. */
export const positionNames = (n: number) => ({
  slug: `pos-${n}-slug`,
  label: `pos-${n}-label`,
  about: `pos-${n}-about`,
})

/** How the position in one row bears on that in another, the lower row first. */
export const relationName = (i: number, j: number): string => `rel-${i}-${j}`

/** What one party calls the same thing. */
export const ownNames = (n: number) => ({ party: `name-${n}-party`, text: `name-${n}-text` })

const within = (sent: string, least: number, most: number): number => {
  const rows = Number(sent)
  return Number.isInteger(rows) ? Math.max(least, Math.min(rows, most)) : least
}

/** How many rows of positions, and of names, a form has. */
export const positionRows = (sent: string): number => within(sent, 1, MOST_POSITIONS)
export const nameRows = (sent: string): number => within(sent, 1, MOST_NAMES)

const numbers = (most: number) => Array.from({ length: most }, (_, i) => i + 1)

/** Every name that the form may send. */
export const ISSUE_FIELDS: readonly string[] = [
  'question',
  'nature',
  'kind',
  'unit',
  'exclusive',
  'rows',
  'names',
  'version',
  'why',
  'step',
  ...numbers(MOST_POSITIONS).flatMap((n) => Object.values(positionNames(n))),
  ...numbers(MOST_POSITIONS).flatMap((i) =>
    numbers(MOST_POSITIONS).flatMap((j) => (i < j ? [relationName(i, j)] : [])),
  ),
  ...numbers(MOST_NAMES).flatMap((n) => Object.values(ownNames(n))),
]
