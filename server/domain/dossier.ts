/**
 * Dossiers: a topic as one portable JSON document, read strictly and written stably.
 *
 * Reading refuses with every fault at once, each with a JSON pointer; writing what was read gives the
 * same document with its keys in one order. Pure.
 */
import type { z } from 'zod'
import { findFaults } from './dossier-checks.ts'
import type { DossierFault } from './dossier-error.ts'
import { Dossier } from './dossier-schema.ts'
import { parseJson, pointerOf } from './json-text.ts'

export {
  claimDays,
  claimOf,
  followMerged,
  modelOf,
  positionsOf,
  searchSlug,
} from './dossier-model.ts'
export * from './dossier-schema.ts'

/** As many faults as a person can use at once. */
const MOST_FAULTS = 50

export type ParsedDossier =
  | { readonly ok: true; readonly dossier: Dossier }
  | { readonly ok: false; readonly errors: readonly DossierFault[] }

/**
 * Read a dossier.
 *
 * Three passes, each only over what the one before let through: JSON, shape, and what its parts say of
 * each other. Lists keep their order and texts every character.
 * @returns the dossier, or up to 50 faults; never throws
 */
export function parseDossier(text: string): ParsedDossier {
  const json = parseJson(text, MOST_FAULTS)
  return json.ok ? checkDossier(json.value) : json
}

/** {@link parseDossier} for a value that is no longer text. */
export function checkDossier(value: unknown): ParsedDossier {
  const shape = Dossier.safeParse(value)
  if (!shape.success) return refused(faultsOf(shape.error, value))
  const faults = findFaults(shape.data)
  return faults.length === 0 ? { ok: true, dossier: shape.data } : refused(faults)
}

const refused = (faults: readonly DossierFault[]): ParsedDossier => ({
  ok: false,
  errors: faults.slice(0, MOST_FAULTS),
})

/**
 * What a schema of ours found wrong, with a JSON pointer to each place.
 * @param value - what was parsed: a field that is missing reads differently from one that is wrong
 */
export function faultsOf(error: z.ZodError, value: unknown): DossierFault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: pointerOf([...issue.path, key]),
        message: 'There is no such field. Take it away, or correct its name.',
      }))
    return [{ path: pointerOf(issue.path), message: messageOf(issue, at(value, issue.path)) }]
  })
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  )

function messageOf(issue: z.core.$ZodIssue, given: unknown): string {
  if (given === undefined) return 'This field is missing.'
  const wanted = issue.code === 'invalid_type' ? TYPES.get(issue.expected) : undefined
  if (wanted !== undefined) return `Give ${wanted}, not ${describe(given)}.`
  if (issue.code === 'invalid_value')
    return `Use ${issue.values.map((v) => `“${String(v)}”`).join(', ')}; not ${describe(given)}.`
  return issue.message
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'text in quotes'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list of two'],
  ['object', 'an object'],
  ['record', 'an object'],
])

function describe(given: unknown): string {
  if (given === null) return 'null'
  if (Array.isArray(given)) return 'a list'
  if (typeof given === 'object') return 'an object'
  const shown = typeof given === 'string' ? given : JSON.stringify(given)
  return `“${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}”`
}

/**
 * Write a dossier: two spaces, keys in the order of the contract, a newline at the end.
 *
 * Lists and the keys of `labels` stay as they are; a field that is undefined is left
 * out. Reading it gives an equal dossier, and writing that the same text.
 */
export const writeDossier = (dossier: Dossier): string =>
  `${JSON.stringify(Dossier.parse(dossier), undefined, 2)}\n`
