import type { AppContext } from './context.ts'
import { streamText } from './stream.ts'

/**
 * A Content-Disposition under which browsers save an answer. Slugs may be in any script: RFC 6266 wants
 * those encoded, beside a name that every client reads.
 */
export const asFile = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

const TYPES = { json: 'application/json', csv: 'text/csv' } as const

/** Answer with a file to keep, as fast as it is taken. @param file - its name, and after the dot what it is */
export function streamFile(
  c: AppContext,
  { name, as }: { readonly name: string; readonly as: keyof typeof TYPES },
  pieces: AsyncGenerator<string>,
): Response {
  c.header('Content-Type', `${TYPES[as]}; charset=utf-8`)
  c.header('Content-Disposition', asFile(`${name}.${as}`))
  return c.body(streamText(pieces))
}
