import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { connect, type Db } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inDatabase, onServer } from '#test/support/global-setup.ts'
import { stepsOfATopic } from '#test/support/steps-of-a-topic.ts'

/** What the index has, and what it would have if it were made now; each row as text, in order. */
export async function bothIndexes(db: Db) {
  const read = async (table: 'search_entry' | 'searchable') => {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(e)::text as row from ${sql.table(table)} e
      order by kind, thing_id, piece`.execute(db)
    return rows.map(({ row }) => row)
  }
  return { kept: await read('search_entry'), anew: await read('searchable') }
}

describe('the index for search', () => {
  test(
    'equals one made anew after whatever was done to the record',
    { timeout: 60_000 },
    async ({ db }) => {
      let at = 0
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 900 }), async (seed) => {
          const { take } = stepsOfATopic(seed)
          for (let step = 0; step < 12; step++) await take(db, later(++at), step === 0)
          const { kept, anew } = await bothIndexes(db)
          expect(kept.length).toBeGreaterThan(0)
          expect(kept).toEqual(anew)
        }),
        { numRuns: 6 },
      )
    },
  )

  test('is made of what was on record before there was one', async () => {
    const name = `${inject('template')}_search_${Math.random().toString(36).slice(2, 8)}`
    await onServer(inject('serverUrl'), `create database ${name}`)
    const url = inDatabase(inject('serverUrl'), name)
    const before = Object.fromEntries(
      Object.entries(migrations).filter(([migration]) => migration < '2026-11-30-search'),
    )
    await migrate(url, before)
    const { db, close } = connect({ url })
    await sql`insert into topic (slug, title, visibility, created_at, changed_at)
      values ('old', 'Older than its index', 'public', now(), now())`.execute(db)
    await migrate(url, migrations)
    const { kept, anew } = await bothIndexes(db)
    await close()
    expect(kept).toHaveLength(1)
    expect(kept).toEqual(anew)
  })

  test.for([
    ['Ásad', 'asad'],
    ['АСАД', 'асад'],
    ['Ёлка', 'елка'],
    ['أحمد', 'احمد'],
    ['مُحَمَّد', 'محمد'],
    ['الدولة', 'الدوله'],
    ['e\u0301te\u0301', 'ete'],
    ['ﬁne', 'fine'],
    ['al-Assad', 'al assad'],
    ['<b>x</b>', ' b x  b '],
    ["don't \\", 'don t  '],
  ])('reads “%s” as “%s”', async ([written = '', plain], { db }) => {
    const { rows } = await sql<{ plain: string }>`select plain_text(${written}) as plain`.execute(
      db,
    )
    expect(rows).toEqual([{ plain }])
  })

  test('takes texts of any length and of any words', async ({ db }) => {
    const texts = [
      Array.from({ length: 60_000 }, (_, i) => String.fromCodePoint(0x20000 + (i % 40_000))).join(
        ' ',
      ),
      'x'.repeat(300_000),
      Array.from({ length: 100_000 }, (_, i) => i.toString(36)).join(' '),
    ]
    for (const text of texts) {
      const { rows } = await sql<{ n: number }>`
        select length(to_tsvector('simple', left(plain_text(${text}), 200000))) as n`.execute(db)
      expect(rows).toHaveLength(1)
    }
  })
})
