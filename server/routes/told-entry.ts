import type { StoredEntry } from '#db/queries/history.ts'

/** What anybody may know of what was said of a contradiction that is not settled. */
const OF_UNSETTLED = ['kind', 'at', 'issue', 'conflict', 'a', 'b']

/**
 * An entry as JSON tells it: what it says and its hash. Of a review that is independent still only that
 * there was one; numbers of accounts mean nothing outside.
 */
export function toldEntry({ seq, kind, hash, stored }: StoredEntry): Record<string, unknown> {
  const { account: _, ...content } = stored?.content ?? { kind }
  const told = stored?.isUnsettled === true ? withoutVerdict(content) : content
  return { ...told, seq, hash: hash.toString('base64') }
}

const withoutVerdict = (content: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(content).filter(([name]) => OF_UNSETTLED.includes(name)))
