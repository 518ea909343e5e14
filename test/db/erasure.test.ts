import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { DossierClaim } from '#server/domain/dossier.ts'
import { ERASURE_REASONS, describeErased, findWords } from '#server/domain/erasures.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anAccount } from '#test/support/an-account.ts'
import { aClaim } from '#test/support/a-dossier.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const mark = { at: noon.toISOString(), by: 'Edith', reason: 'copyright', why: 'Asked.' } as const
const says = describeErased(mark)

/** A review with a comment, and an erasure whose row is there, though it says nothing true. */
async function aRecord(db: Db) {
  const idOf = await imported(db)
  const { accountId } = await anAccount(db, { name: 'Edith' })
  const contradictionId = idOf('strikes')
  const seen = (await findSeen(db, contradictionId)) ?? ''
  const reviewer = { accountId, name: 'Edith' }
  const verdict = 'conflict'
  const note = 'A comment.'
  await reviewContradiction(db, { contradictionId, seen, reviewer, verdict, note, now: noon })
  await sql`insert into erasure (topic_id, made_at, made_by, account_id, asked_at, asked_by, asker_id,
      is_by_one, thing, entity, reason, why, entries, texts, salt, leaf)
    values (1, ${noon}, 'Edith', ${accountId}, ${noon}, 'Max', ${accountId}, false, 'claim', 'claim',
      'other', 'x', '[]', '[]', '\\x00', sha256('x'))`.execute(db)
}

const claim = sql`entity = 'claim' and slug = 'only'`
const json = sql`${JSON.stringify(mark)}::jsonb`
const gap = sql`after = erased_claim(after, ${json}, ${says}), before = erased_claim(before, ${json}, ${says})`

describe('what happened', () => {
  test('refuses every change that is not exactly an erasure', async ({ db }) => {
    await aRecord(db)
    const refused = [
      sql`update revision set after = after where ${claim}`,
      sql`update revision set salt = null where ${claim}`,
      sql`update revision set salt = null, erasure_id = 1 where ${claim}`,
      sql`update revision set ${gap} where ${claim}`,
      sql`update revision set ${gap}, salt = null where ${claim}`,
      sql`update revision set ${gap}, erasure_id = 1 where ${claim}`,
      sql`update revision set ${gap}, salt = null, erasure_id = 1, leaf = sha256('x') where ${claim}`,
      sql`update revision set ${gap}, salt = null, erasure_id = 1, made_by = 'x' where ${claim}`,
      sql`update revision set ${gap}, salt = null, erasure_id = 1, why = 'Other words.' where ${claim}`,
      sql`update revision set after = after || '{"statement": "Other"}', salt = null, erasure_id = 1
        where ${claim}`,
      sql`update revision set after = erased_claim(after, ${json}, ${says}) || '{"party": "beta"}',
        salt = null, erasure_id = 1 where ${claim}`,
      sql`update revision set after = erased_claim(after, ${json}, 'Other words.'), salt = null,
        erasure_id = 1 where ${claim}`,
      sql`update revision set ${gap}, salt = null, erasure_id = 1 where entity = 'source'`,
      sql`delete from revision where ${claim}`,
      sql`update capture set text = ${says} where id = 1`,
      sql`update capture set text = 'Other words.', erased = ${json}, erasure_id = 1 where id = 1`,
      sql`update capture set text = ${says}, erased = ${json} where id = 1`,
      sql`update capture set text = ${says}, erased = ${json}, erasure_id = 1, sha256 = repeat('0', 64)
        where id = 1`,
      sql`delete from capture where id = 1`,
      sql`update review set note = ${says} where note is not null`,
      sql`update review set note = 'Other', salt = null, erasure_id = 1 where note is not null`,
      sql`update review set note = ${says}, salt = null, erasure_id = 1, verdict = 'tension'
        where note is not null`,
      sql`update contradiction_event set why = ${says}, salt = null, erasure_id = 1, actor = 'x'
        where why is not null`,
      sql`update contradiction_event set why = 'Other', salt = null, erasure_id = 1
        where why is not null`,
      sql`delete from contradiction_event`,
      sql`update erasure set why = 'Other'`,
      sql`delete from erasure`,
    ]
    for (const [i, statement] of refused.entries())
      await expect(statement.execute(db), `statement ${i}`).rejects.toThrow(/append-only/)
    for (const statement of [
      sql`update revision set ${gap}, salt = null, erasure_id = 1, why = ${says} where ${claim}`,
      sql`update capture set text = ${says}, erased = ${json}, erasure_id = 1 where id = 1`,
      sql`update review set note = ${says}, salt = null, erasure_id = 1 where note is not null`,
      sql`update contradiction_event set why = ${says}, salt = null, erasure_id = 1
        where id = (select max(id) from contradiction_event where why is not null)`,
    ])
      expect((await statement.execute(db)).numAffectedRows).toBe(1n)
    // And no second time by the same erasure.
    await expect(
      sql`update revision set why = 'x', salt = null, erasure_id = 1 where ${claim}`.execute(db),
    ).rejects.toThrow(/append-only/)
  })

  test('makes of any claim a gap without words that a dossier can hold', async ({ db }) => {
    const words = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => `w ${text.replaceAll('\0', '')}`)
    const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
    const citation = fc.record({
      source: fc.constantFrom('gazette', 'minutes'),
      quote: some(words),
      prefix: some(words),
      start: some(fc.nat(9)),
      translation: some(words),
      locator: some(words),
      credibility: some(fc.integer({ min: 1, max: 6 })),
    })
    const claims = fc.record({
      person: some(fc.constant('mayor')),
      condition: some(words),
      scope: some(fc.record({ period: some(fc.constant('2020')), note: some(words) })),
      hedge: some(words),
      withdrawn: some(fc.record({ reason: words })),
      citations: fc.array(citation, { minLength: 1, maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(claims, fc.constantFrom(...ERASURE_REASONS), async (given, reason) => {
        const form = JSON.stringify({ ...aClaim({ slug: 'c' }), ...given })
        const own = { ...mark, reason }
        const { rows } = await sql<{ gap: unknown; again: unknown; isGap: boolean }>`
          select g.gap, erased_claim(g.gap, '{}', 'x') as again, is_gap(g.gap ->> 'statement') as "isGap"
          from (select erased_claim(${form}::jsonb, ${JSON.stringify(own)}::jsonb,
            ${describeErased(own)}) as gap) g`.execute(db)
        const parsed = DossierClaim.parse(rows[0]?.gap)
        expect(findWords(parsed)).toEqual([])
        expect(parsed.citations.map((c) => c.source)).toEqual(given.citations.map((c) => c.source))
        expect([parsed.said, parsed.party, parsed.person]).toEqual([
          '2020-01-01',
          'north',
          given.person,
        ])
        expect(parsed.scope?.period).toBe(given.scope?.period)
        expect(parsed.withdrawn === undefined).toBe(given.withdrawn === undefined)
        expect(rows[0]?.again).toEqual(rows[0]?.gap)
        expect(rows[0]?.isGap).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
