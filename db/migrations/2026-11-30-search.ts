import { type Kysely, sql } from 'kysely'

/**
 * Words to search by: one row for each topic, issue, party, person, claim and source, and rows for the
 * pieces of a source's newest text.
 *
 * The view `searchable` is the only definition of what is found by which words. Whoever writes a thing
 * copies its rows from the view in the same transaction (db/queries/search-index.ts), so the table can
 * be made again from nothing, and a test compares the two. No trigger and no generated column: claims
 * are updated whenever stands are derived, and each update would write their words anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** All of ASCII that is neither letter nor digit: the parser would make addresses and tags of it. */
const PUNCTUATION = `!"#$%&''()*+,-./:;<=>?@[]^_\`{|}~\\`
/** What is left out of words: Arabic vowel signs and the tatweel, soft hyphens, joiners. */
const DROPPED = '\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u00ad\u200c\u200d'
/** Letters of one sound that are written in several ways, as Lucene's ArabicNormalizer has them. */
const FOLDS = [
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
] as const

const spaces = ' '.repeat(PUNCTUATION.replace("''", "'").length)
const from = `${PUNCTUATION}${FOLDS.map(([written]) => written).join('')}${DROPPED}`
const to = `${spaces}${FOLDS.map(([, plain]) => plain).join('')}`

/** Between two fields of one thing, so that no phrase reaches from one into the other. */
const BETWEEN = 'xxfieldxx'

const words = (text: string) =>
  `ts_delete(to_tsvector('simple', left(plain_text(${text}), 200000)), '${BETWEEN}')`

const fields = (...texts: readonly string[]) => `concat_ws(' ${BETWEEN} ', ${texts.join(', ')})`

const names = (list: string) =>
  `(select coalesce(array_agg(distinct left(plain_text(one), 300)), '{}') from unnest(${list}) one where one <> '')`

const statements = [
  `create extension if not exists unaccent`,
  `create extension if not exists pg_trgm`,
  // Letters as they are compared: composed, without accents, in lower case, in no script's variants.
  `create function plain_text(written text) returns text
  language sql immutable strict parallel safe as $$
    select lower(unaccent('unaccent', regexp_replace(
      translate(normalize(written, NFKC), '${from}', '${to}'), '[\\u0300-\\u036f]', '', 'g')))
  $$`,
  // The words in their order; the last may only have been begun.
  `create function search_phrase(written text, is_begun boolean) returns tsquery
  language sql immutable strict parallel safe as $$
    select case when is_begun and numnode(q) > 0 then (q::text || ':*')::tsquery else q end
    from phraseto_tsquery('simple', plain_text(written)) q
  $$`,
  `create view searchable as
    select 'topic' as kind, t.id as thing_id, 0 as piece, t.id as topic_id,
      ${words(fields('t.title', 't.summary'))} as words,
      left(plain_text(t.title), 1000) as plain, '{}'::text[] as names
    from topic t
    union all
    select 'issue', i.id, 0, i.topic_id,
      ${words(
        fields(
          'i.question',
          `(select string_agg(value, ' ${BETWEEN} ' order by key) from jsonb_each_text(i.labels))`,
          `(select string_agg(concat_ws(' ${BETWEEN} ', p.label, p.description), ' ${BETWEEN} '
              order by p.ordinal, p.id) from position p where p.issue_id = i.id)`,
        ),
      )},
      left(plain_text(i.question), 1000),
      ${names('(select array_agg(value) from jsonb_each_text(i.labels))')}
    from issue i
    union all
    select 'party', p.id, 0, p.topic_id,
      ${words(fields('p.name', `array_to_string(p.aliases, ' ${BETWEEN} ')`))},
      left(plain_text(p.name || ' ' || array_to_string(p.aliases, ' ')), 1000),
      ${names('p.name || p.aliases')}
    from party p
    union all
    select 'person', n.id, 0, n.topic_id,
      ${words(fields('n.name', `array_to_string(n.aliases, ' ${BETWEEN} ')`))},
      left(plain_text(n.name || ' ' || array_to_string(n.aliases, ' ')), 1000),
      ${names(`n.name || n.aliases || (select array_agg(regexp_replace(trim(plain_text(a)), '^.* ', '')) from unnest(n.name || n.aliases) a)`)}
    from person n
    union all
    select 'claim', c.id, 0, c.topic_id,
      ${words(
        fields(
          'c.statement',
          'c.condition',
          'c.scope_note',
          `(select string_agg(concat_ws(' ${BETWEEN} ', q.quote, q.translation), ' ${BETWEEN} '
              order by q.ordinal) from citation q where q.claim_id = c.id)`,
        ),
      )}, null, '{}'
    from claim c where c.erased is null
    union all
    select 'source', s.id, 0, s.topic_id,
      ${words(fields('s.title', 's.publisher', `array_to_string(s.authors, ' ${BETWEEN} ')`))},
      left(plain_text(s.title), 1000), '{}'
    from source s
    union all
    -- A piece reaches a little into the next, so that what stands where they meet is found.
    select 'text', s.id, n, s.topic_id, ${words('substr(k.text, n * 50000 + 1, 50200)')}, null, '{}'
    from source s
    cross join lateral (select text, erased from capture
      where source_id = s.id order by version desc limit 1) k
    cross join lateral generate_series(0, (length(k.text) - 1) / 50000) n
    where k.erased is null`,
  `create table search_entry (
    kind text not null check
      (kind in ('topic', 'issue', 'party', 'person', 'claim', 'source', 'text')),
    thing_id integer not null,
    piece integer not null,
    topic_id integer not null references topic (id),
    words tsvector not null,
    -- For near spellings: names, questions and titles.
    plain text,
    -- Names by which one leads to the others: whole and, of people, the last word of each.
    names text[] not null,
    primary key (kind, thing_id, piece)
  )`,
  `insert into search_entry select * from searchable`,
  // A pending list would make some searches slow that others have filled.
  `create index search_entry_claim on search_entry using gin (words)
    with (fastupdate = off) where kind = 'claim'`,
  `create index search_entry_text on search_entry using gin (words)
    with (fastupdate = off) where kind = 'text'`,
  `create index search_entry_thing on search_entry using gin (words)
    with (fastupdate = off) where kind not in ('claim', 'text')`,
  `create index search_entry_names on search_entry using gin (names)
    with (fastupdate = off) where kind in ('party', 'person', 'issue')`,
  `create index search_entry_plain on search_entry using gin (plain gin_trgm_ops)
    with (fastupdate = off) where plain is not null`,
]
