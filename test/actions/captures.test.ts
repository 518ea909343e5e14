import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier, DossierClaim } from '#server/domain/dossier.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { aCapture } from '#test/support/a-record.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { clearTables } from '#test/support/hostile-record.ts'

const FIRST = 'Lin said: “We will build it.” Later she said: “It opens in May.”'
const SECOND = 'Updated. Lin said: “We will build it.” Later she said: “It opens in June.”'

const quoting = (slug: string, quote: string): DossierClaim => ({
  ...aClaim({ slug }),
  citations: [{ source: 'minutes', quote }],
})

/** A source read as `text`, and as `earlier` before; two claims quote the first text. */
function aTownThatRead(text: string, ...earlier: readonly string[]): Dossier {
  const dossier = aDossier()
  return {
    ...dossier,
    sources: [
      ...dossier.sources,
      {
        slug: 'minutes',
        kind: 'transcript',
        title: 'Minutes',
        published: '2020-02-10',
        language: 'en',
        capture: aCapture(text),
        ...(earlier.length > 0 && { earlierCaptures: earlier.map(aCapture) }),
      },
    ],
    claims: [quoting('build', 'We will build it.'), quoting('opens', 'It opens in May.')],
  }
}

const load = async (db: Db, dossier: Dossier | string) =>
  await importDossier(db, {
    text: typeof dossier === 'string' ? dossier : JSON.stringify(dossier),
    file: 'minutes.json',
    now: noon,
  })

const written = async (db: Db) => await exportDossier(db, 'bridge', 'operators')

/** For each claim the version of the text in which its quotation stands, and the words there. */
async function placesOf(db: Db) {
  const rows = await db
    .selectFrom('citation as q')
    .innerJoin('claim as c', 'c.id', 'q.claim_id')
    .innerJoin('capture as k', 'k.id', 'q.capture_id')
    .select(['c.slug', 'k.version', 'k.text', 'q.found_start', 'q.found_end'])
    .execute()
  return Object.fromEntries(
    rows.map(({ slug, version, text, found_start, found_end }) => [
      slug,
      `${version}: ${text.slice(found_start ?? 0, found_end ?? 0)}`,
    ]),
  )
}

describe('a source whose text has changed', () => {
  test('keeps both texts, and each quotation in the newest that has it', async ({ db }) => {
    await load(db, aTownThatRead(FIRST))
    expect(await placesOf(db)).toEqual({
      build: '1: We will build it.',
      opens: '1: It opens in May.',
    })
    const again = { ...aTownThatRead(SECOND), claims: [] }
    expect(await load(db, again)).toMatchObject({ created: 0, revised: 1 })
    expect(await placesOf(db)).toEqual({
      build: '2: We will build it.',
      opens: '1: It opens in May.',
    })
  })

  test('is exported with both, and comes back as it was', async ({ db }) => {
    await load(db, aTownThatRead(FIRST))
    await load(db, { ...aTownThatRead(SECOND), claims: [] })
    const text = await written(db)
    const source = (JSON.parse(text) as Dossier).sources.find((s) => s.slug === 'minutes')
    expect(source?.capture?.text).toBe(SECOND)
    expect(source?.earlierCaptures?.map((c) => c.text)).toEqual([FIRST])
    const places = await placesOf(db)
    expect(await load(db, text)).toMatchObject({ created: 0, revised: 0 })
    await clearTables(db)
    await load(db, text)
    expect(await placesOf(db)).toEqual(places)
    expect(await written(db)).toBe(text)
  })

  test('is not set back by an older file, nor captured twice by the same', async ({ db }) => {
    await load(db, aTownThatRead(FIRST))
    await load(db, { ...aTownThatRead(SECOND), claims: [] })
    const text = await written(db)
    expect(await load(db, aTownThatRead(FIRST))).toMatchObject({ created: 0, revised: 0 })
    const renamed = { ...aTownThatRead(SECOND), claims: [] }
    const sources = renamed.sources.map((s) => ({ ...s, title: `${s.title}, corrected` }))
    await load(db, { ...renamed, sources })
    expect(await db.selectFrom('capture').select('version').execute()).toHaveLength(2)
    expect((JSON.parse(await written(db)) as Dossier).sources[1]?.earlierCaptures).toEqual(
      (JSON.parse(text) as Dossier).sources[1]?.earlierCaptures,
    )
  })

  test('may be imported at once with its earlier texts, which are quoted', async ({ db }) => {
    await load(db, aTownThatRead(SECOND, FIRST))
    expect(await placesOf(db)).toEqual({
      build: '2: We will build it.',
      opens: '1: It opens in May.',
    })
  })

  test('is refused with words that stand in none of its texts', async ({ db }) => {
    await expect(load(db, aTownThatRead(SECOND))).rejects.toThrow(
      '/claims/1/citations/0/quote: These words are not in the captured text of “minutes”',
    )
    await load(db, aTownThatRead(FIRST))
    await load(db, { ...aTownThatRead(SECOND), claims: [] })
    const claims = [quoting('never', 'It never opens.')]
    await expect(load(db, { ...aTownThatRead(SECOND, FIRST), claims })).rejects.toThrow(
      'These words are not in the captured text of “minutes”: “It never opens.”',
    )
  })
})
