import { type FieldErrors, type FieldValues, valueOf } from '#views/shared/fields.tsx'
import { DocumentError, type GivenDocument, type ReadDocument } from '../documents/document.ts'
import { readDocument } from '../documents/read-document.ts'
import { Refusal } from '../domain/errors.ts'
import { LIMITS } from '../domain/limits.ts'
import type { AppContext, Deps } from '../http/context.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { accountOf } from '../http/session.ts'

/** The field by which a form's document came: for what is said of it. */
type DocumentField = 'file' | 'text' | 'address'

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
  { db, fetchDocument }: Deps,
  address: string,
): Promise<FormDocument> {
  if (fetchDocument === undefined)
    throw new DocumentError('Nothing is fetched from the web here. Paste the text instead.')
  if (address === '') throw new DocumentError('Enter the address of the source.')
  const attempt = {
    limit: 'fetching by account',
    who: String(accountOf(c)),
    now: c.var.now(),
  } as const
  await takeAttempt(db, attempt).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    throw new DocumentError(
      `${LIMITS[attempt.limit].most} documents were fetched for you within an hour. ${error.detail ?? ''} Or paste the text instead.`,
    )
  })
  return { ...(await fetchDocument(address)), field: 'address' }
}

export type ReadForForm =
  /** `document` is undefined where the form brings none. */
  | {
      readonly ok: true
      readonly document?: ReadDocument
      readonly fetchedFrom?: string | undefined
    }
  | { readonly ok: false; readonly errors: FieldErrors }

/**
 * Read the document that a form brings; what keeps it from being read stands at its field.
 * @param addressField - the form's field for what is said of an address
 */
export async function readForForm(
  find: () => Promise<FormDocument | undefined>,
  addressField: string,
): Promise<ReadForForm> {
  let field = addressField
  try {
    const given = await find()
    if (given === undefined) return { ok: true }
    if (given.field !== 'address') field = given.field
    return { ok: true, document: await readDocument(given), fetchedFrom: given.url }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { ok: false, errors: { [field]: [error.message] } }
  }
}
