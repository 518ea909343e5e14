/** Addresses of sources on the web: when two of them are the same document. Pure. */

/** Parameters that say who sent the reader, and nothing about what is read. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ref_src|smid|at_\w+)$/i

/**
 * An address in one form for all that lead to the same document: without scheme, `www.`, port by
 * default, fragment, tracking parameters and a slash at the end; parameters in order.
 * @param url - as the dossier format takes it; anything else comes back as it is
 */
export function canonicalAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname, searchParams } = new URL(url)
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name))
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  const path = pathname.replace(/\/+$/, '')
  return `${host.replace(/^www\./, '')}${path}${query.size === 0 ? '' : `?${query.toString()}`}`
}
