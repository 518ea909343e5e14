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

/** How fields are put into words, in one language. `within` is the list or thing that a field is part of. */
export interface FormWords {
  readonly labelOf: (key: string, within: string) => string
  readonly yes: string
  readonly no: string
  /** A text as people read it: the word behind a code, else the text itself. */
  readonly codeOf: (key: string, text: string, within: string) => string
}

export const ENGLISH_FORM_WORDS: FormWords = {
  labelOf: labelOfKey,
  yes: 'yes',
  no: 'no',
  codeOf: (_, text) => text,
}

interface Said {
  readonly nameOf: NameOf
  readonly words: FormWords
  readonly within: string
}

/** A field by its label, with its text; things in a list have a line each. */
export type FormFields = ReadonlyMap<string, string>

/** @param form - in the form of a dossier, of any kind; what else it is has no fields */
export function fieldsOfForm(
  form: unknown,
  nameOf: NameOf,
  words: FormWords = ENGLISH_FORM_WORDS,
): FormFields {
  const fields = new Map<string, string>()
  // Kinds are free text but for those of issues, which have a nature.
  const within = entriesOf(form).some(([key]) => key === 'nature') ? 'issue' : ''
  const said: Said = { nameOf: withPositions(form, nameOf), words, within }
  for (const [key, value] of entriesOf(form)) {
    if (key === 'slug') continue
    if (key !== 'topic') fields.set(words.labelOf(key, within), textOfField(key, value, said))
    // What a topic says of itself stands beside the note of its dossier.
    else for (const [label, text] of fieldsOfForm(value, nameOf, words)) fields.set(label, text)
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

function textOfField(key: string, value: unknown, said: Said): string {
  const { nameOf, words } = said
  if (Array.isArray(value)) {
    const texts = value.map((one) => textOfField(key, one, said))
    return texts.join(key === 'pair' ? ' / ' : key === 'entails' ? ', ' : '\n')
  }
  if (typeof value === 'object' && value !== null)
    return entriesOf(value)
      .filter(([name]) => name !== 'slug')
      .map(([name, part]) => {
        const label = key === 'labels' ? nameOf('party', name) : words.labelOf(name, key)
        return `${label}: ${textOfField(name, part, { ...said, within: key })}`
      })
      .join(key === 'labels' ? '\n' : '; ')
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return words.codeOf(key, nameOf(key, text), said.within)
}
