import { type FieldValues, valueOf } from '#views/shared/fields.tsx'
import { DocumentError, type GivenDocument } from '../documents/document.ts'
import type { AppContext, Deps } from '../http/context.ts'

/** The field by which a form's document came: for what is said of it. */
export type DocumentField = 'file' | 'text' | 'address'

export interface FormDocument extends GivenDocument {
  readonly field: DocumentField
  /** Where it was fetched from. */
  readonly url?: string | undefined
}

/**
 * The document that a form brings as a file, or as markup that was pasted.
 * @returns undefined where there is only text, which is taken as it is
 */
export async function documentIn(
  file: File | undefined,
  values: FieldValues,
): Promise<FormDocument | undefined> {
  if (file !== undefined && file.size > 0)
    return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, field: 'file' }
  const html = valueOf(values, 'html')
  if (html === '') return undefined
  return { bytes: new TextEncoder().encode(html), name: 'pasted.html', field: 'text' }
}

/**
 * Fetch the document that a form asks for.
 * @throws {DocumentError} also where fetching is off, or asked for too often
 */
export async function fetchForForm(
  c: AppContext,
  { fetchDocument }: Deps,
  address: string,
): Promise<FormDocument> {
  if (fetchDocument === undefined)
    throw new DocumentError('Nothing is fetched from the web here. Paste the text instead.')
  if (address === '') throw new DocumentError('Enter the address of the source.')
  if (!c.var.fetches.take(c.var.viewer?.accountId ?? 0, c.var.now()))
    throw new DocumentError(
      '20 documents were fetched for you within an hour. Wait a little, or paste the text instead.',
    )
  return { ...(await fetchDocument(address)), field: 'address' }
}
