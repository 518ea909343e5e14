import { type RawBuilder, sql } from 'kysely'
import type { Naming } from '#server/domain/search-query.ts'
import type { NamedThing } from '#server/domain/search-terms.ts'
import type { Db } from '../connect.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** Names in a search: whose they are, and what else these are called. Only in topics that the viewer may see. */

/** As many as a search is widened by. */
const MOST_NAMED = 40

/**
 * Parties, people and issues that have one of these as a name, an alias, or a party's own name for the
 * thing; of people the last word of a name too.
 * @param runs - words as typed
 */
export async function listNamed(
  db: Db,
  viewer: TopicViewer,
  runs: readonly string[],
): Promise<NamedThing[]> {
  if (runs.length === 0) return []
  const { rows } = await sql<NamedThing>`
    select r.run, e.kind = 'person' as "isPerson",
      case e.kind when 'party' then p.name || p.aliases when 'person' then n.name || n.aliases
        else (select array_agg(value order by key) from jsonb_each_text(i.labels)) end as names
    from unnest(${[...runs]}::text[]) r (run)
    join search_entry e on e.kind in ('party', 'person', 'issue')
      and e.names @> array[left(plain_text(r.run), 300)]
    join topic t on t.id = e.topic_id and ${isVisible(viewer, 't')}
    left join party p on e.kind = 'party' and p.id = e.thing_id
    left join person n on e.kind = 'person' and n.id = e.thing_id
    left join issue i on e.kind = 'issue' and i.id = e.thing_id
    order by e.kind, e.thing_id limit ${MOST_NAMED}`.execute(db)
  return rows
}

/** Something that an operator or a field of the form names. */
export interface FoundNamed {
  readonly id: number
  readonly slug: string
  readonly name: string
}

const tables = {
  topic: { table: 'topic', kind: 'topic', name: 'title' },
  party: { table: 'party', kind: 'party', name: 'name' },
  issue: { table: 'issue', kind: 'issue', name: 'question' },
  speaker: { table: 'person', kind: 'person', name: 'name' },
  source: { table: 'source', kind: 'source', name: 'title' },
} as const

/**
 * The things that `party:ru` and its like name: those with this slug, code or whole name; only where
 * there are none, those whose words begin so.
 */
export async function listNamedBy(
  db: Db,
  viewer: TopicViewer,
  by: Exclude<Naming, 'lang'>,
  value: string,
): Promise<FoundNamed[]> {
  const { table, kind, name } = tables[by]
  const codes: RawBuilder<unknown> =
    by === 'party' ? sql`or lower(x.iso3166) = lower(${value}) or x.wikidata = ${value}` : sql``
  const { rows } = await sql<FoundNamed & { isExact: boolean }>`
    select x.id, x.slug, x.${sql.ref(name)} as name, x."isExact" from (
      select x.*, (x.slug = lower(${value}) or e.names @> array[left(plain_text(${value}), 300)]
        or plain_text(x.${sql.ref(name)}) = plain_text(${value}) ${codes}) as "isExact"
      from ${sql.table(table)} x
      join search_entry e on e.kind = ${sql.lit(kind)} and e.thing_id = x.id
      join topic t on t.id = e.topic_id and ${isVisible(viewer, 't')}
      where x.slug = lower(${value}) or e.names @> array[left(plain_text(${value}), 300)] ${codes}
        or e.words @@ search_phrase(${value}, true)
    ) x order by x."isExact" desc, x.id limit 500`.execute(db)
  const exact = rows.filter((row) => row.isExact)
  return exact.length > 0 ? exact : rows
}

/** Searches that find something among what the viewer may see. */
export async function listSearchExamples(
  db: Db,
  viewer: TopicViewer,
): Promise<{ q: string; finds: 'name' | 'since' | 'rejects'; year: string }[]> {
  const { rows } = await sql<{ party: string; slug: string; year: string }>`
    select p.name as party, p.slug, left(c.latest::text, 4) as year
    from claim c join topic t on t.id = c.topic_id and ${isVisible(viewer, 't')}
    join party p on p.id = c.party_id
    where c.withdrawn_reason is null and c.latest < 'infinity'
    order by c.id desc limit 1`.execute(db)
  return rows.flatMap(({ party, slug, year }) => [
    { q: party, finds: 'name', year },
    { q: `party:${slug} after:${year}`, finds: 'since', year },
    { q: `party:${slug} type:claim stance:denies`, finds: 'rejects', year },
  ])
}
