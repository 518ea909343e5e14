import { createHash } from 'node:crypto'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import type { Deps } from '#server/http/context.ts'
import { noon } from './app.ts'

/** Markup as a reader sees it: tags gone, entities and spaces plain. */
export const textOf = (page: string): string =>
  page
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/\s+/g, ' ')

/** One section of a page, from its heading's id to the next heading of a section. */
export function sectionOf(page: string, id: string): string {
  const from = page.indexOf(`<h2 id="${id}"`)
  const next = page.indexOf('<h2 id="', from + 1)
  return from < 0 ? '' : page.slice(from, next < 0 ? undefined : next)
}

/** A capture of a text, its hash in order. */
export const aCapture = (text: string) => ({
  text,
  capturedAt: '2026-11-24',
  sha256: createHash('sha256').update(text).digest('hex'),
})

/** Import a dossier; ids of its things by slug. */
export async function recorded(db: Deps['db'], dossier: Dossier) {
  await importDossier(db, { text: JSON.stringify(dossier), file: 'record.json', now: noon })
  const topic = await db
    .selectFrom('topic')
    .where('slug', '=', dossier.topic.slug)
    .select('id')
    .executeTakeFirstOrThrow()
  const idOf = (table: 'party' | 'person' | 'source' | 'issue' | 'claim') => async (slug: string) =>
    await db
      .selectFrom(table)
      .where('topic_id', '=', topic.id)
      .where('slug', '=', slug)
      .select(['id', 'slug'])
      .executeTakeFirstOrThrow()
  return {
    party: idOf('party'),
    person: idOf('person'),
    source: idOf('source'),
    issue: idOf('issue'),
    claim: idOf('claim'),
  }
}
