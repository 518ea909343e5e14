import { citationNames } from '#views/claim/fields.ts'
import type { FieldErrors } from '#views/shared/fields.tsx'
import type { DossierError, DossierFault } from '../domain/dossier-error.ts'
import { type ClaimDraft, type RecordChoices, isAdded } from '../domain/new-claim.ts'

export interface SentClaim {
  readonly draft: ClaimDraft
  /** The slug it is, or would have been, saved under. */
  readonly slug: string
  /** The form's rows of its citations. */
  readonly rows: readonly number[]
  readonly choices: RecordChoices
}

/** What the record refused, each at the field of the form that it is about. */
export function describeFaults(error: DossierError, sent: SentClaim): FieldErrors {
  const errors: Record<string, string[]> = {}
  for (const fault of error.errors) {
    const { name, message } = placeFault(fault, sent)
    ;(errors[name] ??= []).push(message)
  }
  return errors
}

function placeFault(
  { path, message }: DossierFault,
  sent: SentClaim,
): { name: string; message: string } {
  if (path.startsWith('/issues/')) return { name: 'position-label', message }
  const own = `/claims/${sent.slug}/`
  if (!path.startsWith(own)) return { name: '', message }
  const field = path.slice(own.length)
  if (field === 'said' || field === 'position') return { name: field, message }
  const [, index = '', part] = /^citations\/(\d+)\/(quote|source)$/.exec(field) ?? []
  const row = sent.rows[Number(index)]
  if (part === undefined || row === undefined) return { name: '', message }
  const names = citationNames(row)
  if (part === 'source') return { name: names.source, message }
  return { name: names.quote, message: notInCapture(sent, Number(index)) }
}

function notInCapture({ draft, choices }: SentClaim, index: number): string {
  const source = draft.citations[index]?.source
  const title =
    source === undefined || isAdded(source)
      ? source?.added.title
      : choices.sources.find((s) => s.slug === source.slug)?.title
  return `These words are not in the captured text of “${title ?? ''}”. Check the wording, or mark the claim as a paraphrase without a quotation.`
}
