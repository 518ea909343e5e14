import { type FieldValues, valueOf } from '#views/shared/fields.tsx'
import type { GivenDocument } from '../documents/document.ts'

/** The field by which a form's document came: for what is said of it. */
export type DocumentField = 'file' | 'text'

/**
 * The document that a form brings as a file, or as markup that was pasted.
 * @returns undefined where there is only text, which is taken as it is
 */
export async function documentIn(
  file: File | undefined,
  values: FieldValues,
): Promise<(GivenDocument & { readonly field: DocumentField }) | undefined> {
  if (file !== undefined && file.size > 0)
    return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, field: 'file' }
  const html = valueOf(values, 'html')
  if (html === '') return undefined
  return { bytes: new TextEncoder().encode(html), name: 'pasted.html', field: 'text' }
}
