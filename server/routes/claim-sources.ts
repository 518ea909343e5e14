import {
  ADD,
  type CitationNames,
  MOST_CITATIONS,
  citationNames,
  rowsOf,
} from '#views/claim/fields.ts'
import { type DossierCitation, DossierSource } from '../domain/dossier.ts'
import {
  type DraftCitation,
  type NewSource,
  type RecordChoices,
  isAdded,
} from '../domain/new-claim.ts'
import { type FormReader, choose } from './form-reader.ts'
import { readSourceFacts, readSourceTexts } from './source-fields.ts'

/** What a claim's form says of where the claim is found. */

/** Rows with anything in them, from 1; the first row where there is nothing at all. */
export function filledRows(form: FormReader): number[] {
  const rows = Array.from({ length: rowsOf(form.sent('rows')) }, (_, i) => i + 1)
  const filled = rows.filter((n) =>
    Object.values(citationNames(n)).some((name) => form.sent(name).trim() !== ''),
  )
  return filled.length === 0 ? [1] : filled
}

/**
 * The citations.
 * @param former - of the claim that is edited: what the form does not show of them is kept
 */
export function readCitations(
  form: FormReader,
  choices: RecordChoices,
  former: readonly DossierCitation[] = [],
): DraftCitation[] {
  const read = filledRows(form).map((n) => readCitation(form, citationNames(n), choices))
  const kept = former
    .slice(MOST_CITATIONS)
    .map(({ source, ...rest }) => ({ ...rest, source: { slug: source } }))
  return [
    ...read.flatMap((citation) => (citation === undefined ? [] : [keepPlace(citation, former)])),
    ...kept,
  ]
}

/** Where a quotation stands, as an import gave it, holds as long as the words and their source do. */
function keepPlace(citation: DraftCitation, former: readonly DossierCitation[]): DraftCitation {
  const { source, quote } = citation
  const same = former.find((f) => !isAdded(source) && f.source === source.slug && f.quote === quote)
  if (same === undefined) return citation
  const { prefix, suffix, start, end } = same
  return { ...citation, prefix, suffix, start, end }
}

function readCitation(
  form: FormReader,
  names: CitationNames,
  { sources }: RecordChoices,
): DraftCitation | undefined {
  const source = choose(form, names.source, {
    known: sources,
    added: readSource(form, names),
    addedName: names.title,
    says: {
      none: 'Choose the source it was found in, or add a new one.',
      both: 'Choose a source or add a new one, not both.',
      unnamed: 'Enter the title of the new source.',
    },
  })
  const language = form.sent(names.language).trim()
  const credibility = form.sent(names.credibility)
  const details = {
    quote: form.optional(names.quote, { label: 'Quotation', max: 10_000, multiline: true }),
    language:
      language === ''
        ? undefined
        : form.parse(names.language, DossierSource.shape.language, language),
    translation: form.optional(names.translation, {
      label: 'Translation',
      max: 10_000,
      multiline: true,
    }),
    translator: form.optional(names.translator, {
      label: 'Translator',
      max: 300,
      refuseBidi: true,
    }),
    locator: form.optional(names.locator, { label: 'Place in the source', max: 500 }),
    credibility: /^[1-6]$/.test(credibility) ? Number(credibility) : undefined,
  }
  if (credibility !== '' && details.credibility === undefined)
    form.refuse(names.credibility, 'Choose the credibility from the list.')
  const start = form.sent(names.start)
  // Where the words were taken from: only which of several places with the same words is meant.
  const place = /^\d{1,7}$/.test(start) && details.quote !== undefined ? Number(start) : undefined
  return source === undefined ? undefined : { source, ...details, start: place }
}

function readSource(form: FormReader, names: CitationNames): NewSource | undefined {
  const title = form.optional(names.title, { label: 'Title', max: 1000 })
  const texts = {
    ...readSourceTexts(form, names),
    captured: form.optional(names.captured, {
      label: 'Captured text',
      max: 200_000,
      multiline: true,
    }),
  }
  if (title !== undefined) return { title, ...texts, ...readSourceFacts(form, names) }
  const { url, published, sourceLanguage } = names
  const isStarted =
    [url, published, sourceLanguage].some((name) => form.sent(name).trim() !== '') ||
    texts.publisher !== undefined ||
    texts.captured !== undefined
  const isAdding = ['', ADD].includes(form.sent(names.source))
  if (isStarted && isAdding && form.errors[names.title] === undefined)
    form.refuse(names.title, 'Enter the title of the new source.')
  return undefined
}
