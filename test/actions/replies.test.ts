import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findClaim } from '#db/queries/claims.ts'
import { listReplies } from '#db/queries/replies.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { verifyHistory } from '#server/actions/verify-history.ts'
import type { Dossier, DossierReply } from '#server/domain/dossier.ts'
import { ONLY, aDispute } from '#test/support/a-dispute.ts'
import { aReply } from '#test/support/a-reply.ts'
import { aCapture } from '#test/support/a-record.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { clearTables } from '#test/support/hostile-record.ts'

const QUOTED = aReply({
  slug: 'misquoted',
  claim: 'only',
  person: 'ana',
  citations: [{ source: 'english', quote: ONLY, language: 'en', locator: 'p. 2' }],
})

const withReplies = (...replies: DossierReply[]): Dossier => ({ ...aDispute(), replies })

const load = async (db: Db, dossier: Dossier | string) =>
  await importDossier(db, {
    text: typeof dossier === 'string' ? dossier : JSON.stringify(dossier),
    file: 'dispute.json',
    now: noon,
  })

const written = async (db: Db) => await exportDossier(db, 'strait', 'operators')

/** The replies to one claim as pages get them. */
async function repliesTo(db: Db, slug: string) {
  const { id } = await db
    .selectFrom('claim')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirstOrThrow()
  return (await listReplies(db, [id])).get(id) ?? []
}

describe('replies', () => {
  test('come back from an import as they were, with their history', async ({ db }) => {
    await load(db, withReplies(QUOTED, aReply({ slug: 'late', claim: 'every', party: 'beta' })))
    const first = await written(db)
    expect((JSON.parse(first) as Dossier).replies).toEqual([
      QUOTED,
      aReply({ slug: 'late', claim: 'every', party: 'beta' }),
    ])
    await clearTables(db)
    await load(db, first)
    expect(await written(db)).toBe(first)
    expect(await load(db, first)).toMatchObject({ created: 0, revised: 0 })
  })

  test('are added and revised by slug, and none is removed', async ({ db }) => {
    await load(db, withReplies(QUOTED))
    const revised = { ...QUOTED, statement: 'He was quoted out of context.' }
    const saved = await load(db, withReplies(revised, aReply({ slug: 'more', claim: 'every' })))
    expect(saved).toMatchObject({ created: 1, revised: 1 })
    await load(db, aDispute())
    const replies = (JSON.parse(await written(db)) as Dossier).replies
    expect(replies?.map((r) => [r.slug, r.statement])).toEqual([
      ['misquoted', 'He was quoted out of context.'],
      ['more', 'The minister was misquoted.'],
    ])
    expect((await repliesTo(db, 'only')).map((r) => r.version)).toEqual([2])
  })

  test('change nothing of what claims come to: neither sides, nor stands, nor contradictions', async ({
    db,
  }) => {
    const judgement = async () => ({
      sides: await db.selectFrom('side').selectAll().orderBy('id').execute(),
      spans: await db.selectFrom('side_span').selectAll().orderBy('id').execute(),
      found: await db.selectFrom('contradiction').selectAll().orderBy('id').execute(),
      claims: await db.selectFrom('claim').selectAll().orderBy('id').execute(),
    })
    await load(db, aDispute())
    const before = await judgement()
    await load(db, withReplies(QUOTED, aReply({ slug: 'other', claim: 'every', party: 'alpha' })))
    expect(await judgement()).toEqual(before)
  })

  test('have an entry each in the sealed history, which a changed one breaks', async ({ db }) => {
    await load(db, withReplies(QUOTED))
    const faults: string[] = []
    const verify = async () => await verifyHistory(db, [], ({ says }) => void faults.push(says))
    await verify()
    expect(faults).toEqual([])
    await db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      await sql`update revision set after = after || '{"statement": "He agreed."}'
        where entity = 'reply'`.execute(trx)
    })
    await verify()
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('misquoted')
  })

  test('follow their words into a text that is captured again', async ({ db }) => {
    const dossier = withReplies(QUOTED)
    await load(db, dossier)
    const again = dossier.sources.map((s) =>
      s.slug === 'english' ? { ...s, capture: aCapture(`Corrected. ${ONLY}`) } : s,
    )
    await load(db, { ...dossier, sources: again })
    const [reply] = await repliesTo(db, 'only')
    expect(reply?.citations[0]).toMatchObject({ quote: ONLY, isPlaced: true })
    const place = await db
      .selectFrom('reply_citation as q')
      .innerJoin('capture as k', 'k.id', 'q.capture_id')
      .select(['k.version', 'q.found_start'])
      .executeTakeFirstOrThrow()
    expect(place).toEqual({ version: 2, found_start: 11 })
  })

  test('keep a claim from moving to a day after them', async ({ db }) => {
    await load(db, withReplies(QUOTED))
    const dossier = aDispute()
    const claims = dossier.claims.map((c) => (c.slug === 'only' ? { ...c, said: '2015-12-19' } : c))
    await expect(load(db, { ...dossier, claims })).rejects.toThrow(
      '/replies/misquoted/said: “2015-12-18” is before 2015-12-19, when the claim that it answers was made.',
    )
    const { id } = await db
      .selectFrom('claim')
      .where('slug', '=', 'only')
      .select('id')
      .executeTakeFirstOrThrow()
    expect((await findClaim(db, id))?.said).toBe('2015-12-15')
  })

  test('keep a source from being dated before them', async ({ db }) => {
    await load(db, withReplies(QUOTED))
    const dossier = aDispute()
    const sources = dossier.sources.map((s) =>
      s.slug === 'english' ? { ...s, published: '2015-12-17' } : s,
    )
    await expect(load(db, { ...dossier, sources })).rejects.toThrow('/replies/misquoted/said')
  })
})
