import { describe, expect } from 'vitest'
import { type Db, connect } from '#db/connect.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { checkDossier, parseDossier } from '#server/domain/dossier.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { CANARY, CANARY_TEXT, aTownWithCanary } from '#test/support/a-canary.ts'
import { aCapture } from '#test/support/a-record.ts'
import { noon } from '#test/support/app.ts'
import { aDatabase, test } from '#test/support/database.ts'
import { erased, twoPeople, verified } from '#test/support/erasing.ts'

const { sha256 } = aCapture(CANARY_TEXT)

const load = async (db: Db, text: string) =>
  await importDossier(db, { text, file: 'bridge.json', now: noon })

/** The faults of an import that has to fail. */
async function refusedBy(db: Db, text: string): Promise<DossierError['errors']> {
  try {
    await load(db, text)
  } catch (error) {
    if (error instanceof DossierError) return error.errors
    throw error
  }
  return []
}

/** A topic before and after its canary was erased, as dossiers. */
async function twoDossiers(db: Db) {
  const { app, claim, letter } = await aTownWithCanary(db)
  const older = await exportDossier(db, 'bridge', 'operators')
  const people = await twoPeople(app, db)
  await erased(db, people, { thing: 'claim', id: claim.id, typed: claim.slug })
  const given = { thing: 'source', id: letter.id, typed: letter.slug, texts: sha256 } as const
  await erased(db, people, given)
  return { older, newer: await exportDossier(db, 'bridge', 'operators'), claim, letter }
}

describe('a dossier with gaps', () => {
  test('comes back as it is, into an empty database and into its own', async ({ db }) => {
    const { newer } = await twoDossiers(db)
    expect(newer).not.toContain(CANARY)
    expect(newer).toContain('"erased": {')
    expect((await load(db, newer)).revised).toBe(0)
    expect(await exportDossier(db, 'bridge', 'operators')).toBe(newer)
    expect((await verified(db)).faults).toEqual([])
    const { db: other, close } = connect({ url: await aDatabase() })
    try {
      await load(other, newer)
      expect(await exportDossier(other, 'bridge', 'operators')).toBe(newer)
      const { faults, erased: count } = await verified(other)
      expect([faults, count]).toEqual([[], 1])
    } finally {
      await close()
    }
  })

  test('is not undone by an older one: the claim and the text are named', async ({ db }) => {
    const { older, newer, claim } = await twoDossiers(db)
    const faults = await refusedBy(db, older)
    const { claims, sources } = JSON.parse(older) as {
      claims: { slug: string }[]
      sources: { slug: string }[]
    }
    expect(faults.map((fault) => fault.path)).toEqual([
      `/claims/${claims.findIndex((c) => c.slug === claim.slug)}`,
      `/sources/${sources.findIndex((s) => s.slug === 'a-letter')}`,
    ])
    expect(faults[0]?.message).toContain(`The claim “${claim.slug}” is not brought back. Erased on`)
    expect(faults[1]?.message).toContain(
      `The text ${sha256} of the source “a-letter” is not brought`,
    )
    expect(await exportDossier(db, 'bridge', 'operators')).toBe(newer)
    // Nor under another name.
    const letter = sources.find((s) => s.slug === 'a-letter')
    const renamed = { ...JSON.parse(newer), history: undefined } as Record<string, unknown>
    const copies = [...(renamed['sources'] as object[]), { ...letter, slug: 'copy' }]
    const [copy] = await refusedBy(db, JSON.stringify({ ...renamed, sources: copies }))
    expect(copy).toMatchObject({ path: '/sources/copy' })
  })

  test('erases nothing by itself where the words still are', async ({ db }) => {
    const { older, newer } = await twoDossiers(db)
    const { db: other, close } = connect({ url: await aDatabase() })
    try {
      await load(other, older)
      const messages = (await refusedBy(other, newer)).map((fault) => fault.message)
      expect(messages).toHaveLength(2)
      for (const message of messages) expect(message).toContain('Ask for its erasure here first.')
      expect(await exportDossier(other, 'bridge', 'operators')).toBe(older)
    } finally {
      await close()
    }
  })

  test('is refused where a gap has words, or says something else than its mark', async ({ db }) => {
    const { newer } = await twoDossiers(db)
    const parsed = parseDossier(newer)
    if (!parsed.ok) throw new Error('The dossier is refused')
    const { dossier } = parsed
    const i = dossier.claims.findIndex((c) => c.erased !== undefined)
    const j = dossier.sources.findIndex((s) => s.capture?.erased !== undefined)
    const changed = (claim: object, source: object) => ({
      ...dossier,
      claims: dossier.claims.map((one, n) => (n === i ? { ...one, ...claim } : one)),
      sources: dossier.sources.map((one, n) => (n === j ? { ...one, ...source } : one)),
    })
    const capture = { ...dossier.sources[j]?.capture, text: 'Other words.' }
    for (const [given, path] of [
      [changed({ statement: 'Words.' }, {}), `/claims/${i}/statement`],
      [changed({ hedge: 'perhaps' }, {}), `/claims/${i}/hedge`],
      [changed({ withdrawn: undefined }, {}), `/claims/${i}/withdrawn`],
      [changed({}, { capture }), `/sources/${j}/capture/text`],
    ] as const) {
      const checked = checkDossier(given)
      expect(checked.ok ? [] : checked.errors.map((fault) => fault.path)).toEqual([path])
    }
  })
})
