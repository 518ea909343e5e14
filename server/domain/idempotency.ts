/**
 * Keys that make sending something again safe: what is sent with the same key is done once.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */

/** The hidden field of a form that holds its key. */
export const KEY_FIELD = 'once'

/** For how long a key is remembered. */
export const KEY_MS = 24 * 60 * 60 * 1000

/** A string of a structured field (RFC 9651, section 3.3.3), in its quotation marks. */
const QUOTED = /^"((?:[ !#-[\]-~]|\\["\\]){1,255})"$/
/** The same without them, as most programs send it. */
const BARE = /^[!#-~]{1,255}$/

/**
 * The key that a field or a header says; both forms of one key are the same key.
 * @returns undefined for what is none: empty, longer than 255 characters, or not printable ASCII
 */
export function parseKey(text: string): string | undefined {
  const quoted = QUOTED.exec(text)?.[1]
  if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1')
  return BARE.test(text) ? text : undefined
}
