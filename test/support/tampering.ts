import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { leafOf, nextHash, originOf } from '#server/domain/history-chain.ts'
import { listContents } from '#db/queries/history.ts'
import type { Dice } from './seeded.ts'

/**
 * Edits of a stored history as somebody with the database password could make them, with triggers and
 * foreign keys off. Each says where `verify` has to point: at one of these entries.
 */
export interface Edit {
  readonly what: string
  /** Numbers of entries, any of which names the place. */
  readonly at: readonly number[]
}

interface Entry {
  readonly topic_id: number
  readonly seq: number
  readonly kind: string
  readonly ref_id: number
  readonly leaf: Buffer
  readonly hash: Buffer
}

/** The stored history of one topic, and ways to change it. */
interface Trail {
  readonly db: Db
  readonly dice: Dice
  readonly topic: { readonly id: number; readonly slug: string }
  readonly entries: readonly Entry[]
}

/** Change something at random. @returns undefined where the choice led to nothing that can be changed */
export async function tamper(
  db: Db,
  topic: { readonly id: number; readonly slug: string },
  dice: Dice,
): Promise<Edit | undefined> {
  await sql`set local session_replication_role = replica`.execute(db)
  const entries = await db.selectFrom('history_entry').selectAll().orderBy('seq').execute()
  return await dice.pick(ways)({ db, dice, topic, entries })
}

const tableOf = {
  revision: 'revision',
  status: 'contradiction_event',
  review: 'review',
  'review end': 'review',
  erasure: 'erasure',
} as const

type Table = 'erasure' | 'revision' | 'contradiction_event' | 'review' | 'history_entry' | 'capture'

interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

async function columnsOf(db: Db, table: Table): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select column_name as name, data_type as type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public' and table_name = ${table}
    order by ordinal_position`.execute(db)
  return rows
}

/** Values that a check constraint allows, where a column has one. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  entity: ['topic', 'party', 'person', 'source', 'issue', 'claim', 'search'],
  verdict: ['conflict', 'tension', 'cannot tell'],
  thing: ['claim', 'source', 'review', 'status', 'revision'],
  'erasure.reason': ['legal order', 'personal data', 'copyright', 'other'],
  'history_entry.kind': ['revision', 'status', 'review', 'review end', 'erasure'],
}

/** An expression that gives another value of the column's type. */
function otherValue(dice: Dice, table: Table, { name, type, nullable }: Column) {
  const column = sql.ref(name)
  const words = allowed[`${table}.${name}`] ?? allowed[name]
  if (words !== undefined) return sql`${dice.pick(words)}`
  if (nullable && dice.chance(0.3)) return sql`null`
  if (type === 'boolean') return sql`not ${column}`
  if (type === 'integer') return sql`coalesce(${column}, 0) + ${1 + dice.int(3000)}`
  if (type === 'text') return sql`coalesce(${column}, '') || ${dice.pick([' ', '.', 'x', '‏'])}`
  if (type === 'jsonb')
    return sql`coalesce(${column}, '{}') || jsonb_build_object(${dice.pick(['slug', 'note', 'x'])}::text, ${dice.int(9)}::int)`
  if (type === 'bytea')
    return sql`coalesce(set_bit(${column}, ${dice.int(100)}, 1 - get_bit(${column}, ${dice.int(100)})), '\\x01')`
  return sql`coalesce(${column}, now()) + ${dice.pick(['1 microsecond', '-1 day', '1000 years'])}::interval`
}

const numbersOf = (entries: readonly Entry[], kinds: readonly string[], id: number): number[] =>
  entries.filter((e) => kinds.includes(e.kind) && e.ref_id === id).map((e) => e.seq)

/** Update one column of one row; nothing when that row had this value. */
async function updateRow(
  { db, dice }: Trail,
  table: Table,
  where: ReturnType<typeof sql>,
): Promise<string | undefined> {
  const column = dice.pick(await columnsOf(db, table))
  const value = otherValue(dice, table, column)
  const target = sql`${sql.table(table)} t`
  const { rows } = await sql<{ changed: boolean }>`
    select (${value}) is distinct from ${sql.ref(column.name)} as changed from ${target} where ${where}`.execute(
    db,
  )
  if (rows[0]?.changed !== true) return undefined
  await sql`savepoint before_edit`.execute(db)
  try {
    await sql`update ${target} set ${sql.ref(column.name)} = ${value} where ${where}`.execute(db)
  } catch {
    // A check, a key or a column that takes no null: this database would not have it.
    await sql`rollback to savepoint before_edit`.execute(db)
    return undefined
  }
  return `update ${table}.${column.name}`
}

const changeRow = async (trail: Trail): Promise<Edit | undefined> => {
  const { entries, dice } = trail
  const entry = dice.pick(entries)
  const table = tableOf[entry.kind as keyof typeof tableOf]
  const what = await updateRow(trail, table, sql`id = ${entry.ref_id}`)
  const kinds = Object.entries(tableOf).flatMap(([kind, t]) => (t === table ? [kind] : []))
  return what === undefined ? what : { what, at: numbersOf(entries, kinds, entry.ref_id) }
}

const changeEntry = async (trail: Trail): Promise<Edit | undefined> => {
  const { seq } = trail.dice.pick(trail.entries)
  const what = await updateRow(trail, 'history_entry', sql`seq = ${seq}`)
  return what === undefined ? what : { what, at: [seq] }
}

const deleteRow = async ({ db, dice, entries }: Trail): Promise<Edit> => {
  const { kind, ref_id } = dice.pick(entries)
  const table = tableOf[kind as keyof typeof tableOf]
  await sql`delete from ${sql.table(table)} where id = ${ref_id}`.execute(db)
  return { what: `delete from ${table}`, at: numbersOf(entries, [kind], ref_id) }
}

const deleteEntry = async ({ db, dice, entries }: Trail): Promise<Edit> => {
  const { seq, kind, ref_id } = dice.pick(entries)
  await sql`delete from history_entry where seq = ${seq}`.execute(db)
  const isThorough = dice.chance(0.5)
  if (isThorough)
    await sql`delete from ${sql.table(tableOf[kind as keyof typeof tableOf])} where id = ${ref_id}`.execute(
      db,
    )
  return { what: `delete entry${isThorough ? ' and row' : ''}`, at: [seq] }
}

const hashBefore = ({ entries, topic }: Trail, seq: number): Buffer =>
  entries.find((e) => e.seq === seq - 1)?.hash ?? originOf(topic.slug)

/** Move entries from one number on, past each other's keys. */
async function shift(db: Db, from: number, by: number): Promise<void> {
  await sql`update history_entry set seq = seq + 1000000 where seq >= ${from}`.execute(db)
  await sql`update history_entry set seq = seq - 1000000 + ${by} where seq >= 1000000`.execute(db)
}

/** A row invented, with an entry that fits what stands before it. */
const insertInTheMiddle = async (trail: Trail): Promise<Edit> => {
  const { db, dice, entries, topic } = trail
  const { seq } = dice.pick(entries)
  await shift(db, seq, 1)
  const { rows } = await sql<{ id: number }>`
    insert into revision (topic_id, entity, slug, version, made_at, made_by, after, salt, leaf)
    select topic_id, entity, slug, version + 500, made_at, made_by, after, '\\x00', leaf
    from revision where topic_id = ${topic.id} order by id limit 1 returning id`.execute(db)
  const id = rows[0]?.id ?? 0
  const salt = Buffer.alloc(16, dice.int(256))
  const found = (await listContents(db, topic.id, [{ kind: 'revision', ref_id: id }]))(
    'revision',
    id,
  )
  const leaf = found === undefined ? salt : leafOf(salt, found.content)
  await sql`update revision set salt = ${salt}, leaf = ${leaf} where id = ${id}`.execute(db)
  await sql`insert into history_entry values (${topic.id}, ${seq}, 'revision', ${id}, ${leaf},
    ${nextHash(hashBefore(trail, seq), seq, leaf)})`.execute(db)
  return { what: 'insert in the middle', at: [seq, seq + 1] }
}

const swapTwo = async ({ db, dice, entries }: Trail): Promise<Edit | undefined> => {
  const [a, b] = [dice.pick(entries).seq, dice.pick(entries).seq]
  if (a === b) return undefined
  await sql`update history_entry set seq = 1000000 where seq = ${a}`.execute(db)
  await sql`update history_entry set seq = ${a} where seq = ${b}`.execute(db)
  await sql`update history_entry set seq = ${b} where seq = 1000000`.execute(db)
  return { what: 'swap two', at: [Math.min(a, b)] }
}

const truncateTail = async ({ db, dice, entries }: Trail): Promise<Edit> => {
  const { seq } = dice.pick(entries)
  for (const { kind, ref_id } of entries.filter((e) => e.seq >= seq).toReversed())
    if (kind !== 'review end')
      await sql`delete from ${sql.table(tableOf[kind as keyof typeof tableOf])} where id = ${ref_id}`.execute(
        db,
      )
    else
      await sql`update review set replaced_at = null, end_salt = null, end_leaf = null where id = ${ref_id}`.execute(
        db,
      )
  await sql`delete from history_entry where seq >= ${seq}`.execute(db)
  return { what: 'truncate the tail', at: [seq] }
}

const renumber = async ({ db, dice, entries }: Trail): Promise<Edit> => {
  const { seq } = dice.pick(entries)
  await shift(db, seq, 1 + dice.int(5))
  return { what: 'renumber', at: [seq] }
}

/** An old row changed, its leaf and the hash of its entry made anew. */
const makeAnew = async (trail: Trail): Promise<Edit | undefined> => {
  const { db, dice, entries, topic } = trail
  const { seq, kind, ref_id } = dice.pick(entries)
  if (kind !== 'revision' && kind !== 'status') return undefined
  const table = tableOf[kind]
  await sql`update ${sql.table(table)} set why = 'Other words.' where id = ${ref_id}`.execute(db)
  const stored = (await listContents(db, topic.id, [{ kind, ref_id }]))(kind, ref_id)
  if (!stored?.salt) return undefined
  const leaf = leafOf(stored.salt, stored.content)
  await sql`update ${sql.table(table)} set leaf = ${leaf} where id = ${ref_id}`.execute(db)
  const hash = nextHash(hashBefore(trail, seq), seq, leaf)
  await sql`update history_entry set leaf = ${leaf}, hash = ${hash} where seq = ${seq}`.execute(db)
  return { what: 'change a row and make its leaf and hash anew', at: [seq, seq + 1] }
}

/** The same, and every hash after it: only somebody who kept a checkpoint can tell. */
const makeAllAnew = async (trail: Trail): Promise<Edit | undefined> => {
  const edit = await makeAnew(trail)
  const { db, entries, topic } = trail
  let before = originOf(topic.slug)
  for (const { seq } of entries) {
    const row = await db
      .selectFrom('history_entry')
      .where('seq', '=', seq)
      .selectAll()
      .executeTakeFirstOrThrow()
    before = nextHash(before, seq, row.leaf)
    await sql`update history_entry set hash = ${before} where seq = ${seq}`.execute(db)
  }
  return edit && { what: 'make everything anew', at: [entries.length] }
}

/** Of captures the entry is that of the newest revision of their source. */
const changeCapture = async (trail: Trail): Promise<Edit | undefined> => {
  const { db, dice } = trail
  const { rows } = await sql<{ id: number; seq: number; claims: number[] | null }>`
    select c.id, (select max(e.seq) from revision r join history_entry e on e.kind = 'revision' and e.ref_id = r.id
        where r.entity = 'source' and r.slug = s.slug) as seq,
      (select array_agg(e.seq) from citation q join claim m on m.id = q.claim_id
        join revision r on r.entity = 'claim' and r.slug = m.slug
        join history_entry e on e.kind = 'revision' and e.ref_id = r.id where q.capture_id = c.id) as claims
    from capture c join source s on s.id = c.source_id order by c.id`.execute(db)
  const { id, seq, claims } = dice.pick(rows)
  if (dice.chance(0.2)) {
    await sql`update capture set text = text || 'x', sha256 = encode(sha256(convert_to(text || 'x', 'UTF8')), 'hex')
      where id = ${id}`.execute(db)
    return { what: 'change a text and its SHA-256', at: [seq] }
  }
  if (dice.chance(0.2)) {
    await sql`delete from capture where id = ${id}`.execute(db)
    return { what: 'delete a capture', at: [seq] }
  }
  const what = await updateRow(trail, 'capture', sql`id = ${id}`)
  // The number of a text means nothing but to the quotations that point at it.
  if (what === 'update capture.id' && claims === null) return undefined
  return what === undefined
    ? what
    : { what, at: what === 'update capture.id' ? (claims ?? []) : [seq] }
}

const ways = [
  changeRow,
  changeRow,
  changeRow,
  changeRow,
  changeEntry,
  changeEntry,
  deleteRow,
  deleteEntry,
  insertInTheMiddle,
  swapTwo,
  truncateTail,
  renumber,
  makeAnew,
  makeAllAnew,
  changeCapture,
  changeCapture,
]
