import { type CitationNames, citationNames } from '#views/claim/fields.ts'
import type { Db } from '#db/connect.ts'
import { listCitedSources } from '#db/queries/record.ts'
import type { FieldErrors, FieldValues } from '#views/shared/fields.tsx'
import type { DossierError, DossierFault } from '../domain/dossier-error.ts'
import { type ClaimDraft, type RecordChoices, isAdded } from '../domain/new-claim.ts'
import { UNCHECKED } from '../actions/check-quotations.ts'
import { type NearQuotation, findNearQuotation } from '../domain/near-quotations.ts'
import { prepareText } from '../domain/quotations.ts'

export interface SentClaim {
  /** A claim, unless it says otherwise. */
  readonly of?: 'claims' | 'replies' | undefined
  readonly draft: Pick<ClaimDraft, 'citations'>
  /** The slug it is, or would have been, saved under. */
  readonly slug: string
  /** The form's rows of its citations. */
  readonly rows: readonly number[]
  readonly choices: RecordChoices
}

/** A form that the record refused: what is wrong at each field, and what might be meant. */
export interface RefusedClaim {
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/**
 * What the record refused, each at the field of the form that it is about. Beside a quotation that is
 * not in its source stands what is most like it there.
 * @param values - of the form
 */
export async function describeFaults(
  db: Db,
  topicId: number,
  { error, sent, values }: { error: DossierError; sent: SentClaim; values: FieldValues },
): Promise<RefusedClaim> {
  const errors: Record<string, string[]> = {}
  const filled = new Map(values)
  for (const { near, nearStart } of sent.rows.map(citationNames)) {
    filled.delete(near)
    filled.delete(nearStart)
  }
  for (const fault of error.errors) {
    const { name, message } = placeFault(fault, sent)
    const near = await findNear(db, topicId, fault, sent)
    ;(errors[name] ??= []).push(
      near === undefined ? message : `${message} ${describeNear(near.found)}`,
    )
    if (near !== undefined)
      filled
        .set(near.names.near, [near.found.exact])
        .set(near.names.nearStart, [String(near.found.start)])
  }
  return { values: filled, errors }
}

const describeNear = ({ likeness }: NearQuotation): string =>
  `The nearest words there, ${Math.round(likeness * 100)} % the same, stand below the quotation.`

async function findNear(
  db: Db,
  topicId: number,
  { path }: DossierFault,
  { rows, draft }: SentClaim,
): Promise<{ found: NearQuotation; names: CitationNames } | undefined> {
  const index = Number(/\/citations\/(\d+)\/quote$/.exec(path)?.[1] ?? -1)
  const [row, citation] = [rows[index], draft.citations[index]]
  if (row === undefined || citation?.quote === undefined) return undefined
  const { source, quote } = citation
  const text = isAdded(source)
    ? source.added.captured
    : (await listCitedSources(db, topicId, [source.slug])).get(source.slug)?.captures[0]?.text
  const found = text === undefined ? undefined : findNearQuotation(prepareText(text), quote)
  return found && { found, names: citationNames(row) }
}

function placeFault(
  { path, message }: DossierFault,
  sent: SentClaim,
): { name: string; message: string } {
  if (path.startsWith('/issues/')) return { name: 'position-label', message }
  const own = `/${sent.of ?? 'claims'}/${sent.slug}/`
  if (!path.startsWith(own)) return { name: '', message }
  const field = path.slice(own.length)
  if (['said', 'position', 'restates'].includes(field)) return { name: field, message }
  const [, index = '', part] = /^citations\/(\d+)\/(quote|source)$/.exec(field) ?? []
  const row = sent.rows[Number(index)]
  if (part === undefined || row === undefined) return { name: '', message }
  const names = citationNames(row)
  if (part === 'source') return { name: names.source, message }
  const isGone = message === UNCHECKED
  return { name: names.quote, message: isGone ? message : notInCapture(sent, Number(index)) }
}

function notInCapture({ of, draft, choices }: SentClaim, index: number): string {
  const source = draft.citations[index]?.source
  const title =
    source === undefined || isAdded(source)
      ? source?.added.title
      : choices.sources.find((s) => s.slug === source.slug)?.title
  return of === 'replies'
    ? `These words are not in the captured text of “${title ?? ''}”. Check the wording, or leave the quotation out.`
    : `These words are not in the captured text of “${title ?? ''}”. Check the wording, or mark the claim as a paraphrase without a quotation.`
}
