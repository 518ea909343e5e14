import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/** Rows for benchmarks, beside the actions: what is measured is reading. Never for a real record. */

/**
 * Copy the claim with the slug `first` until there are so many. Words stand in each of them, in one of
 * ten, of a hundred, of two thousand.
 */
export async function insertManyClaims(db: Db, claims: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`insert into claim (topic_id, issue_id, party_id, slug, position_id, stance, bearing,
        form, said, earliest, latest, statement, ordinal, recorded_at, side_id)
      select c.topic_id, c.issue_id, c.party_id, 'n' || n, c.position_id, c.stance, c.bearing,
        c.form, c.said, c.earliest, c.latest, concat_ws(' ', 'every claim', n, md5(n::text),
          case when n % 10 = 0 then 'tenth' end, case when n % 100 = 0 then 'hundredth' end,
          case when n % 2000 = 0 then 'rare' end), n, c.recorded_at, c.side_id
      from claim c, generate_series(2, ${claims}::int) n where c.slug = 'first'`.execute(trx)
    await sql`insert into citation (topic_id, claim_id, source_id, ordinal)
      select c.topic_id, c.id, s.id, 0 from claim c, source s where c.slug <> 'first'`.execute(trx)
    await sql`insert into search_entry select * from searchable
      where kind = 'claim' on conflict do nothing`.execute(trx)
  })
  await sql`vacuum analyze`.execute(db)
}

/** One row by its primary key: the least that a database does. */
export const findRow = async (db: Db, id: number) =>
  await sql`select * from claim where id = ${id}`.execute(db)
