import { type Kysely, sql } from 'kysely'

const statements = [
  // The claim that this one restates, as people marked it.
  `alter table claim add column restates_id integer`,
  `alter table claim add foreign key (topic_id, restates_id) references claim (topic_id, id)`,
  // Derived: the first statement that it restates, through any chain; null where it stands on its own,
  // which it does too while what it restates is withdrawn.
  `alter table claim add column first_id integer references claim (id)`,
  `create index claim_restates on claim (restates_id) where restates_id is not null`,
  `create index claim_first on claim (first_id) where first_id is not null`,
]

/** Claims that say again what another claim says. Nothing restates anything yet: no backfill. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
