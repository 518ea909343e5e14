import { createHash } from 'node:crypto'
import type { Dossier } from '#server/domain/dossier.ts'

/** What is written as it is: names within the format, addresses, dates, languages. */
const KEPT: ReadonlySet<string> = new Set([
  'format',
  'slug',
  'topic',
  'parties',
  'observers',
  'party',
  'person',
  'issue',
  'position',
  'entails',
  'pair',
  'source',
  'stance',
  'bearing',
  'form',
  'said',
  'published',
  'language',
  'visibility',
  'nature',
  'grade',
  'url',
  'archiveUrl',
  'capturedAt',
  'on',
  'result',
  'from',
  'to',
  'period',
  'iso3166',
  'wikidata',
  'min',
  'max',
])

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const CYRILLIC = 'абцдефгхийклмнопярстувшхыз'

/** Letter by letter, so that what was the same stays the same. */
const transliterate = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const found = CYRILLIC[LATIN.indexOf(letter.toLowerCase())] ?? letter
    return letter === letter.toLowerCase() ? found : found.toUpperCase()
  })

/**
 * A dossier in which everything that people wrote is in Cyrillic letters: whatever Latin word a page
 * then shows is the interface's own.
 */
export const inCyrillic = (dossier: Dossier): Dossier => rewrite(dossier, '', '') as Dossier

function rewrite(value: unknown, key: string, within: string): unknown {
  if (Array.isArray(value)) return value.map((one) => rewrite(one, key, within))
  if (typeof value === 'string') return isKept(key, within) ? value : transliterate(value)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, own]) => [name, rewrite(own, name, key)])
  const written = Object.fromEntries(entries) as Record<string, unknown>
  if (typeof written['text'] === 'string' && 'sha256' in written)
    written['sha256'] = createHash('sha256').update(written['text']).digest('hex')
  return written
}

/** Kinds are free text of parties and sources, and words of the format elsewhere. */
const isKept = (key: string, within: string): boolean =>
  key === 'kind'
    ? within !== 'parties' && within !== 'sources'
    : KEPT.has(key) && within !== 'labels'
