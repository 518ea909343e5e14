/**
 * A Content-Disposition under which browsers save an answer. Slugs may be in any script: RFC 6266 wants
 * those encoded, beside a name that every client reads.
 */
export const asFile = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`
