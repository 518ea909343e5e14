/** What a thing's dossier form says, field by field in words: for showing what a revision changed. Pure. */

/** The name behind a slug, where there is one: "United States" for the party "us". */
export type NameOf = (field: string, slug: string) => string

const LABELS: Readonly<Record<string, string>> = {
  iso3166: 'ISO 3166',
  url: 'Address',
  archiveUrl: 'Archived copy',
  excerptsOnly: 'Excerpts only',
  memberOf: 'Member of',
  capture: 'Captured text',
  earlierCaptures: 'Earlier captured texts',
  sha256: 'SHA-256',
  capturedAt: 'captured',
  on: 'Searched on',
  by: 'Searched by',
  labels: 'Names that parties use',
}

/** "Archived copy", "Wikidata": a key of a form as a label. */
export function labelOfKey(key: string): string {
  const known = LABELS[key]
  if (known !== undefined) return known
  const words = key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** A field by its label, with its text; things in a list have a line each. */
export type FormFields = ReadonlyMap<string, string>

/** @param form - in the form of a dossier, of any kind; what else it is has no fields */
export function fieldsOfForm(form: unknown, nameOf: NameOf): FormFields {
  const fields = new Map<string, string>()
  const named = withPositions(form, nameOf)
  for (const [key, value] of entriesOf(form)) {
    if (key === 'slug') continue
    if (key !== 'topic') fields.set(labelOfKey(key), textOfField(key, value, named))
    // What a topic says of itself stands beside the note of its dossier.
    else for (const [label, text] of fieldsOfForm(value, nameOf)) fields.set(label, text)
  }
  return fields
}

const entriesOf = (form: unknown): [string, unknown][] =>
  typeof form === 'object' && form !== null && !Array.isArray(form) ? Object.entries(form) : []

/** Positions refer to each other by slugs; people know them by their labels. */
function withPositions(form: unknown, nameOf: NameOf): NameOf {
  const positions = new Map(entriesOf(form)).get('positions')
  const labels = new Map(
    (Array.isArray(positions) ? positions : []).map((position: unknown) => {
      const { slug, label } = Object.fromEntries(entriesOf(position))
      return [slug, label] as const
    }),
  )
  return (field, slug) => {
    const label =
      field === 'entails' || field === 'pair' || field === 'mergedInto'
        ? labels.get(slug)
        : undefined
    return typeof label === 'string' ? label : nameOf(field, slug)
  }
}

function textOfField(key: string, value: unknown, nameOf: NameOf): string {
  if (Array.isArray(value)) {
    const texts = value.map((one) => textOfField(key, one, nameOf))
    return texts.join(key === 'pair' ? ' / ' : key === 'entails' ? ', ' : '\n')
  }
  if (typeof value === 'object' && value !== null)
    return entriesOf(value)
      .filter(([name]) => name !== 'slug')
      .map(([name, part]) => {
        const label = key === 'labels' ? nameOf('party', name) : labelOfKey(name)
        return `${label}: ${textOfField(name, part, nameOf)}`
      })
      .join(key === 'labels' ? '\n' : '; ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null || value === undefined) return ''
  return nameOf(key, typeof value === 'string' ? value : JSON.stringify(value))
}
