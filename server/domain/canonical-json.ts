/**
 * JSON with sorted keys and nothing between its parts: equal texts are equal things, whatever order they
 * were written in, so that a hash of the text is a hash of the thing. Pure.
 * @see RFC 8785, JSON Canonicalization Scheme: keys by UTF-16 code units, numbers as ECMAScript writes them
 */

/** @param value - what JSON can say; fields that are undefined count as left out */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = value as Readonly<Record<string, unknown>>
  let text = '{'
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] === undefined) continue
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonicalJson(fields[key])}`
  }
  return `${text}}`
}
