/** Names of the fields of the forms of parties and people, which what reads them shares. */

/** As many rows of each kind as a form takes. */
export const MOST_ROWS = 20

export const nameNames = (n: number) => ({ language: `in-${n}-language`, text: `in-${n}-name` })

export const memberNames = (n: number) => ({
  party: `of-${n}-party`,
  from: `of-${n}-from`,
  to: `of-${n}-to`,
})

export const roleNames = (n: number) => ({
  party: `role-${n}-party`,
  title: `role-${n}-title`,
  from: `role-${n}-from`,
  to: `role-${n}-to`,
})

/** How many rows a form has, from 1. */
export function rowsOf(sent: string): number {
  const rows = Number(sent)
  return Number.isInteger(rows) ? Math.max(1, Math.min(rows, MOST_ROWS)) : 1
}

const every = (names: (n: number) => Record<string, string>): string[] =>
  Array.from({ length: MOST_ROWS }, (_, i) => Object.values(names(i + 1))).flat()

const SHARED = ['name', 'aliases', 'wikidata', 'version', 'why', 'step']

export const PARTY_FIELDS: readonly string[] = [
  ...SHARED,
  'kind',
  'part',
  'iso3166',
  'names',
  'members',
  ...every(nameNames),
  ...every(memberNames),
]

export const PERSON_FIELDS: readonly string[] = [...SHARED, 'roles', ...every(roleNames)]
