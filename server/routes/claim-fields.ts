import { z } from 'zod'
import type { DossierClaim } from '../domain/dossier.ts'
import { type FieldValues, startValues } from '#views/shared/fields.tsx'
import { MOST_CITATIONS, citationNames } from '#views/claim/fields.ts'

/** The fields of a claim's form: which there are, and what a claim on record puts into them. */

const single = z.string().optional()
const several = z.array(z.string()).optional()

const NAMES = [
  'key',
  'next',
  'version',
  'why',
  'step',
  'rows',
  'party',
  'party-name',
  'party-kind',
  'person',
  'person-name',
  'person-title',
  'issue',
  'issue-question',
  'issue-nature',
  'issue-kind',
  'issue-unit',
  'position',
  'position-label',
  'min',
  'max',
  'stance',
  'bearing',
  'said',
  'wording',
  'statement',
  'hedge',
  'condition',
  'scope-period',
  'scope-note',
  'restates',
]
const LISTS = ['position-entails', 'position-excludes']

const allCitationNames = Array.from({ length: MOST_CITATIONS }, (_, i) =>
  Object.values(citationNames(i + 1)),
).flat()

/** What the form may send. What each text may be is checked in claim-form.ts, all of it at once. */
export const ClaimFields = z.object({
  ...Object.fromEntries([...NAMES, ...allCitationNames].map((name) => [name, single])),
  ...Object.fromEntries(LISTS.map((name) => [name, several])),
})

/** The fields as they were sent. */
export type SentFields = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * A claim's fields, as its form shows them.
 * @param most - citations beyond these have no fields
 */
export function valuesOfClaim(claim: DossierClaim, most = MOST_CITATIONS): FieldValues {
  const shown = claim.citations.slice(0, most)
  const text = (end: string | number | null | undefined) =>
    end === null ? undefined : end?.toString()
  return startValues({
    party: claim.party,
    person: claim.person,
    issue: claim.issue,
    position: claim.position,
    min: text(claim.value?.min),
    max: text(claim.value?.max),
    stance: claim.stance,
    bearing: claim.bearing ?? 'states',
    said: claim.said,
    wording: claim.form,
    statement: claim.statement,
    hedge: claim.hedge,
    condition: claim.condition,
    'scope-period': claim.scope?.period,
    'scope-note': claim.scope?.note,
    restates: claim.restates,
    ...citationsValues(shown),
  })
}

/** The rows of a form that show citations. */
export const citationsValues = (shown: DossierClaim['citations']): Record<string, string> =>
  Object.assign({ rows: String(shown.length) }, ...shown.map(citationValues))

function citationValues(citation: DossierClaim['citations'][number], i: number) {
  const name = citationNames(i + 1)
  return {
    [name.source]: citation.source,
    [name.quote]: citation.quote,
    [name.language]: citation.language,
    [name.translation]: citation.translation,
    [name.translator]: citation.translator,
    [name.locator]: citation.locator,
    [name.credibility]: citation.credibility?.toString(),
  }
}

/**
 * Three ways together: what somebody changed since `base` and I left alone is taken over; what I
 * changed stays as I typed it.
 * @param base - what my form was rendered from; without it everything of mine stays
 */
export function mergeValues(
  base: FieldValues | undefined,
  theirs: FieldValues,
  mine: FieldValues,
): FieldValues {
  if (base === undefined) return mine
  const names = new Set([...theirs.keys(), ...mine.keys()])
  // Citations belong together: theirs come in only where I left all of mine alone.
  const keepsCitations = [...names].some((n) => isOfCitation(n) && !sameField(n, base, mine))
  const merged = new Map(mine)
  for (const name of names) {
    if (isOfCitation(name) ? keepsCitations : !sameField(name, base, mine)) continue
    const value = theirs.get(name)
    if (value === undefined) merged.delete(name)
    else merged.set(name, value)
  }
  return merged
}

const isOfCitation = (name: string): boolean => name === 'rows' || /^c\d+-/.test(name)

/** A field as one text; nothing typed and nothing there are the same. */
export const textOf = (values: FieldValues, name: string): string =>
  (values.get(name) ?? [])
    .filter((v) => v !== '')
    .join('\n')
    .replaceAll('\r\n', '\n')
    .trim()

export const sameField = (name: string, a: FieldValues, b: FieldValues): boolean =>
  textOf(a, name) === textOf(b, name)
