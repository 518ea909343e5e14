import { type Kysely, sql } from 'kysely'

/** Accounts, their sessions and sign-in links. Tokens are stored as SHA-256 alone, 32 bytes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'integer', (c) => c.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('owner')`))
    .addColumn('created_at', 'timestamptz', (c) => c.notNull())
    .addColumn('disabled_at', 'timestamptz')
    .execute()
  await sql`create unique index account_one_owner on account (role) where role = 'owner' and disabled_at is null`.execute(
    db,
  )

  for (const table of ['session', 'sign_in_link']) {
    await db.schema
      .createTable(table)
      .addColumn('token_hash', 'bytea', (c) => c.primaryKey().check(sql`length(token_hash) = 32`))
      .addColumn('account_id', 'integer', (c) =>
        c.notNull().references('account.id').onDelete('cascade'),
      )
      .addColumn('created_at', 'timestamptz', (c) => c.notNull())
      .addColumn(table === 'session' ? 'last_seen_at' : 'used_at', 'timestamptz', (c) =>
        table === 'session' ? c.notNull() : c,
      )
      .addColumn('expires_at', 'timestamptz', (c) => c.notNull())
      .addCheckConstraint(`${table}_ends_after_start`, sql`expires_at > created_at`)
      .execute()
    await db.schema.createIndex(`${table}_account`).on(table).column('account_id').execute()
    await db.schema.createIndex(`${table}_expiry`).on(table).column('expires_at').execute()
  }
}
