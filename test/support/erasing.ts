import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { findRequestOf } from '#db/queries/erasures.ts'
import { verifyHistory } from '#server/actions/verify-history.ts'
import type { ErasedThing, ErasureReason } from '#server/domain/erasures.ts'
import type { HistoryFault } from '#server/domain/history-faults.ts'
import { paths } from '#server/paths.ts'
import { signedInAs } from './an-account.ts'
import { type App, type Session, aForm } from './app.ts'

/** Asking for erasures, carrying them out, and looking for what should be gone. */

export const WHY = 'Order 17/2026 of the town court.'

/** Somebody's way of sending forms. */
export const sender =
  (app: App, { Cookie, csrf }: Session) =>
  async (path: string, fields: Record<string, string>) =>
    await app.request(path, aForm({ csrf, ...fields }, { Cookie }))

/** An editor who asks and an owner who decides. */
export async function twoPeople(app: App, db: Db) {
  const editor = await signedInAs(app, db, { name: 'Max', role: 'editor' })
  const owner = await signedInAs(app, db, { name: 'Edith', role: 'owner' })
  return { editor, owner, ask: sender(app, editor), decide: sender(app, owner) }
}

type People = Pick<Awaited<ReturnType<typeof twoPeople>>, 'ask' | 'decide'>

/** Ask for something, and carry it out, by the forms. @returns the answer of the last form */
export async function erased(
  db: Db,
  { ask, decide }: People,
  given: { thing: ErasedThing; id: number; typed: string; texts?: string; reason?: ErasureReason },
): Promise<Response> {
  const { thing, id, typed, texts, reason = 'personal data' } = given
  const fields = { reason, why: WHY, ...(texts === undefined ? {} : { texts }) }
  const asked = await ask(paths.askErasure(thing, { id }), fields)
  if (asked.status !== 303) throw new Error(`Asking answers ${asked.status}: ${await asked.text()}`)
  const request = await findRequestOf(db, thing, id)
  if (request === undefined) throw new Error('Nothing was asked for')
  const answer = await decide(paths.carryOutErasure(request), { typed })
  if (answer.status >= 500) throw new Error(await answer.text())
  return answer
}

/** Columns of any table that hold these words, as text, in JSON, in bytes or in the planner's samples. */
export async function columnsWith(db: Db, words: string): Promise<string[]> {
  const columns = await sql<{ table: string; column: string; type: string }>`
    select table_name as table, column_name as column, data_type as type
    from information_schema.columns where table_schema = 'public'`.execute(db)
  const found: string[] = []
  for (const { table, column, type } of columns.rows) {
    const value =
      type === 'bytea' ? sql`encode(${sql.ref(column)}, 'escape')` : sql`${sql.ref(column)}::text`
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where position(${words} in ${value}) > 0 limit 1`.execute(
      db,
    )
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  const { rows } = await sql<{ place: string }>`
    select tablename || '.' || attname || ' (statistics)' as place from pg_stats
    where position(${words} in coalesce(most_common_vals::text, '')
      || coalesce(histogram_bounds::text, '') || coalesce(most_common_elems::text, '')) > 0`.execute(
    db,
  )
  return [...found, ...rows.map((row) => row.place)]
}

/** Without what is asked for: comparisons can be asked for in hundreds of ways. */
const LINK = /\shref="(\/[^"#?]*)/g

/** Every page, export and feed that can be reached by links from these, and those that hold the words. */
export async function pagesWith(
  app: App,
  words: string,
  given: { from: readonly string[]; Cookie?: string },
): Promise<{ seen: number; found: string[] }> {
  const headers = given.Cookie === undefined ? {} : { Cookie: given.Cookie }
  const seen = new Set(given.from)
  const found: string[] = []
  for (const path of seen) {
    const answer = await app.request(path, { headers })
    if (answer.status >= 500) throw new Error(`${path} answers ${answer.status}`)
    const text = await answer.text()
    if (text.includes(words)) found.push(path)
    if (answer.headers.get('Content-Type')?.startsWith('text/html') !== true) continue
    for (const [, link = ''] of text.matchAll(LINK))
      if (!link.startsWith('/assets/')) seen.add(link)
  }
  return { seen: seen.size, found }
}

/** Everything that `verify` finds. */
export async function verified(db: Db) {
  const faults: HistoryFault[] = []
  const counts = await verifyHistory(db, [], (fault) => faults.push(fault))
  return { faults: faults.map(({ topic, says }) => `${topic}, ${says}`), ...counts }
}
