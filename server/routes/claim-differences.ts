import type { FieldChange } from '#views/claim/claim-form-page.tsx'
import type { Deed } from '#views/history/history-list.tsx'
import { shorten } from '#views/contradiction/sentence.tsx'
import { describeDate } from '#views/words/speak.ts'
import { wording } from '#views/words/wording.ts'
import { type FieldValues, valueOf } from '#views/shared/fields.tsx'
import type { Form, Stance } from '../domain/claims.ts'
import { DossierClaim } from '../domain/dossier.ts'
import type { RecordChoices } from '../domain/new-claim.ts'
import type { RestatableChoice } from '../domain/restatements.ts'
import { mergeValues, sameField, textOf, valuesOfClaim } from './claim-fields.ts'

/** How two versions of a claim differ, field by field, in words: for its history and for merging. */

/** As many citations as a claim may have. */
const ALL = 100

const NOT_OF_THE_CLAIM = new Set(['csrf', 'key', 'version', 'why', 'step', 'rows'])

/** What fields of claims name by slugs. */
export type NamedThings = RecordChoices & {
  /** Claims that others restate. */
  readonly claims?: readonly RestatableChoice[] | undefined
}

/** A field's value as people read it: the name behind a slug, the word behind a code. */
function describeField(name: string, values: FieldValues, known: NamedThings): string {
  const text = textOf(values, name)
  if (name === 'party') return known.parties.find((p) => p.slug === text)?.name ?? text
  if (name === 'person') return known.people.find((p) => p.slug === text)?.name ?? text
  if (name === 'issue') return known.issues.find((i) => i.slug === text)?.question ?? text
  if (name === 'position') {
    const issue = known.issues.find((i) => i.slug === valueOf(values, 'issue'))
    return issue?.positions.find((p) => p.slug === text)?.label ?? text
  }
  if (name === 'restates') {
    const restated = known.claims?.find((claim) => claim.slug === text)
    return restated === undefined
      ? text
      : `${shorten(restated.statement, 140)} (${describeDate(restated.said)})`
  }
  if (/^c\d+-source$/.test(name)) return known.sources.find((s) => s.slug === text)?.title ?? text
  const { stances, bearings, forms } = wording().claim
  if (name === 'stance') return stances[text as Stance] ?? text
  if (name === 'bearing') return bearings[text as 'states' | 'context'] ?? text
  return name === 'wording' ? (forms[text as Form] ?? text) : text
}

/** Names of the fields in which two versions differ, in the form's order. */
const differing = (from: FieldValues, to: FieldValues): string[] =>
  [...new Set([...to.keys(), ...from.keys()])].filter(
    (name) => !NOT_OF_THE_CLAIM.has(name) && !sameField(name, from, to),
  )

function fieldsOf(form: unknown): FieldValues {
  const parsed = DossierClaim.safeParse(form)
  if (!parsed.success) return new Map()
  const { withdrawn } = parsed.data
  const values = new Map(valuesOfClaim(parsed.data, ALL))
  return withdrawn === undefined ? values : values.set('withdrawn', [withdrawn.reason])
}

/** What a revision of a claim did, and what it changed from and to, by the fields of the form. */
export function describeRevision(
  { before, after }: { readonly before: unknown; readonly after: unknown },
  known: NamedThings,
): { did: Deed; changes: { name: string; from: string; to: string }[] } {
  const [from, to] = [fieldsOf(before), fieldsOf(after)]
  const changes = differing(from, to).map((name) => ({
    name,
    from: describeField(name, from, known),
    to: describeField(name, to, known),
  }))
  return { did: deedOf(before === undefined, from, to), changes }
}

function deedOf(isFirst: boolean, from: FieldValues, to: FieldValues): Deed {
  if (isFirst) return 'recorded'
  if (from.has('withdrawn') === to.has('withdrawn')) return 'changed'
  return to.has('withdrawn') ? 'withdrew' : 'put back'
}

export interface Merged {
  readonly values: FieldValues
  readonly changes: readonly FieldChange[]
}

/**
 * What two people made of one version, together: see mergeValues.
 * @param typed - the form of the one who came second
 * @param saved - what the first saved, and `base`, from which both began
 */
export function mergeEdits(
  typed: FieldValues,
  { saved, base }: { saved: DossierClaim; base: DossierClaim | undefined },
  known: NamedThings,
): Merged {
  return mergeFields(
    typed,
    { saved: valuesOfClaim(saved), base: base && valuesOfClaim(base) },
    known,
  )
}

/** The same for forms of any kind, by their fields. */
export function mergeFields(
  typed: FieldValues,
  { saved: theirs, base }: { saved: FieldValues; base: FieldValues | undefined },
  known: RecordChoices,
): Merged {
  const values = mergeValues(base, theirs, typed)
  const changes = differing(theirs, typed).map((name) => ({
    name,
    typed: describeField(name, typed, known),
    saved: describeField(name, theirs, known),
    isKept: sameField(name, values, typed),
  }))
  return { values, changes }
}
