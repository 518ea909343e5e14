import { createHash } from 'node:crypto'
import { assetsVersion } from '#views/layout/assets.ts'
import { wording } from '#views/words/wording.ts'
import type { AppContext } from './context.ts'

/**
 * Give a public page its ETag, and answer 304 when the reader has it already. Call it after the one
 * small read that yields the topic's version and before the large ones:
 * `const same = answerUnchanged(c, [topic.version, asOf]); if (same) return same`
 * @param parts - whatever the page depends on beyond its address, the appearance, the language and the build
 * @returns the 304, or undefined when the page has to be made (always so when signed in)
 */
export function answerUnchanged(
  c: AppContext,
  parts: readonly (string | number)[],
): Response | undefined {
  if (c.var.viewer !== undefined) return undefined
  const url = new URL(c.req.url)
  const of = JSON.stringify([
    assetsVersion,
    c.var.build,
    url.pathname,
    url.search,
    c.var.theme,
    wording().language,
    String(c.var.hasSingleKeys),
    ...parts,
  ])
  // Weak: the same page compressed twice need not be the same bytes.
  const etag = `W/"${createHash('sha256').update(of).digest('base64url').slice(0, 22)}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Cookie, HX-Request-Type')
  return matches(c.req.header('If-None-Match'), etag) ? c.body(null, 304) : undefined
}

/** Weak comparison, as RFC 9110 section 13.1.2 asks of If-None-Match. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag))
}
