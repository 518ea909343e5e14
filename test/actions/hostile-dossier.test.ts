import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { type Dossier, parseDossier } from '#server/domain/dossier.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { aTown } from '#test/support/a-claim-form.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { type Change, mutateJson, mutateText } from '#test/support/hostile-json.ts'
import { clearTables, tablesOf } from '#test/support/hostile-record.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { SEED, diceOf } from '#test/support/seeded.ts'

/** Changed dossiers of a small topic, and fewer of larger ones; `RUNS=2000` for a long run. */
const RUNS = Number(process.env.RUNS ?? 60)

const FILE = 'hostile.json'

/**
 * Import a text that may be anything. @returns how it ended; a refusal has left every table as it was
 * @throws {Error} for whatever is neither an import nor a refusal with file, path and reason
 */
async function importAnything(db: Db, text: string): Promise<'imported' | 'refused'> {
  const before = await tablesOf(db)
  try {
    await importDossier(db, { text, file: FILE, now: noon })
    return 'imported'
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    expect(await tablesOf(db)).toEqual(before)
    expect(error.errors.length).toBeGreaterThan(0)
    for (const { path, message } of error.errors) {
      expect(path).toMatch(/^(?:$|\/)/)
      expect(message).toMatch(/\S/)
      expect(error.message).toContain(`${FILE}: ${path}: ${message}`)
      const own = message.replaceAll(/“.*?”/gs, '')
      expect(own).not.toMatch(/\n\s+at |ZodError|\[object |Invalid input|\bselect |\binsert /)
    }
    return 'refused'
  }
}

/** What was imported comes out as a file that changes nothing, here and as a topic of its own. */
async function expectStable(db: Db, slug: string): Promise<void> {
  const first = await exportDossier(db, slug, 'operators')
  const again = await importDossier(db, { text: first, file: 'again.json', now: noon })
  expect([again.created, again.revised]).toEqual([0, 0])
  expect(await exportDossier(db, slug, 'operators')).toBe(first)
  await clearTables(db)
  await importDossier(db, { text: first, file: 'elsewhere.json', now: noon })
  expect(await exportDossier(db, slug, 'operators')).toBe(first)
}

/** A dispute with a review, as its operator exports it: contradictions, reviews and history included. */
async function aReviewedDispute(db: Db): Promise<string> {
  const idOf = await imported(db, aDispute())
  const { app } = anApp({ db })
  await signedIn(app, db)
  const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const contradictionId = idOf('strikes')
  await reviewContradiction(db, {
    contradictionId,
    seen: (await findSeen(db, contradictionId)) ?? '',
    reviewer: { accountId, name: 'Owner' },
    verdict: 'conflict',
    note: 'Both speak of the same strikes.',
    now: noon,
  })
  return await exportDossier(db, 'strait', 'operators')
}

const slugOf = (text: string): string =>
  (JSON.parse(text.replace(/^\uFEFF/, '')) as { topic: { slug: string } }).topic.slug

const tell = (run: number, changes: readonly Change[]): string =>
  `run ${run} of SEED=${SEED}: ${changes.map((c) => `${c.how} at ${c.path}`).join('; ')}`

describe('a dossier that somebody has changed', () => {
  const bases: readonly (readonly [string, number, (db: Db) => Promise<string>])[] = [
    ['of a town', RUNS, async () => JSON.stringify(aTown())],
    ['of a reviewed dispute, with history', RUNS / 2, aReviewedDispute],
    ['of a random topic', RUNS / 4, async () => JSON.stringify(randomDossier(SEED))],
  ]
  for (const [name, runs, make] of bases) {
    test(
      `${name} is imported and stays what it is, or refused with nothing written`,
      { timeout: 60_000 + RUNS * 2000 },
      async ({ db }) => {
        const base = await make(db)
        const ended = { imported: 0, refused: 0 }
        const faults: string[] = []
        let isFresh = false
        for (let run = 0; run < runs; run++) {
          const dice = diceOf(SEED + run)
          const { text, changes } = dice.chance(0.85)
            ? mutateJson(base, dice)
            : mutateText(base, dice)
          try {
            if (!isFresh) await begin(db, dice.chance(0.5) ? base : undefined)
            const end = await importAnything(db, text)
            isFresh = end === 'refused'
            ended[end]++
            if (end === 'imported') await expectStable(db, slugOf(text))
          } catch (error) {
            const { name: kind, message } = error as Error
            faults.push(`${name}, ${tell(run, changes)}: ${kind}: ${message}`)
            isFresh = false
          }
        }
        expect(faults).toEqual([])
        expect(Math.min(ended.imported, ended.refused)).toBeGreaterThan(runs / 20)
      },
    )
  }
})

/** Into nothing, or into the topic as it was before anybody changed its file. */
async function begin(db: Db, base: string | undefined): Promise<void> {
  await clearTables(db)
  if (base !== undefined) await importDossier(db, { text: base, file: 'base.json', now: noon })
}

test('a text that is no dossier at all is refused', async ({ db }) => {
  const texts = ['', ' ', '{', 'null', '[]', '{}', '0', '"x"', 'x'.repeat(100_000), '\uFEFF', '\0']
  const deep = ['['.repeat(200_000), '{"a":'.repeat(200_000), `${'['.repeat(33)}${']'.repeat(33)}`]
  const wide = [`[${'0,'.repeat(200_000)}0]`, `{${'"a":1,'.repeat(50_000)}"a":1}`]
  for (const text of [...texts, ...deep, ...wide])
    expect(await importAnything(db, text), text.slice(0, 40)).toBe('refused')
})

const jsonTests = '../shared/data/naughty/jsontestsuite/test_parsing'

describe.skipIf(!existsSync(jsonTests))('the JSON test suite', () => {
  const files = () =>
    readdirSync(jsonTests).map(
      (file) => [file, readFileSync(`${jsonTests}/${file}`, 'utf8')] as const,
    )
  const aParty = (file: string, aliases: string) =>
    `{"slug": ${JSON.stringify(slugFor(file))}, "name": "X", "kind": "x", "aliases": ${aliases}}`
  const aRevision = (file: string, after: string) =>
    `{"seq": 1, "at": "2020-01-01T00:00:00Z", "by": "X", "entity": "party", "action": "created",
      "slug": ${JSON.stringify(slugFor(file))}, "after": ${after}}`
  const withAll = (parties: readonly string[], history: readonly string[]) =>
    JSON.stringify(aTown())
      .replace('"parties":[{', () => `"parties":[${parties.map((p) => `${p},`).join('')}{`)
      .replace(/\}$/, () => `,"history":[${history.join()}]}`)
  const slugFor = (file: string) => `f-${file.replaceAll(/[^\w]/g, '-').slice(0, 70)}`

  test('no file is a dossier', async ({ db }) => {
    expect(files().length).toBeGreaterThan(300)
    const before = await tablesOf(db)
    for (const [file, text] of files()) {
      const given = { text, file: FILE, now: noon }
      await expect(importDossier(db, given), file).rejects.toThrow(DossierError)
    }
    expect(await tablesOf(db)).toEqual(before)
  })

  test('each file inside a dossier is refused where it must be, else kept exactly', async ({
    db,
  }) => {
    const isTaken = (text: string) => parseDossier(text).ok
    const named = files().filter(([file, text]) => isTaken(withAll([aParty(file, text)], [])))
    expect(named.length).toBeGreaterThan(20)
    const revised = files().filter(([file, text]) => isTaken(withAll([], [aRevision(file, text)])))
    expect(revised).toEqual([])
    const parties = named.map(([file, json]) => aParty(file, json))
    const history = named.map(([file, json]) => aRevision(file, aParty(file, json)))
    expect(await importAnything(db, withAll(parties, history))).toBe('imported')
    const kept = JSON.parse(await exportDossier(db, 'bridge', 'operators')) as Dossier
    for (const [file, json] of named) {
      const party = kept.parties.find(({ slug }) => slug === slugFor(file))
      expect(party?.aliases, file).toEqual(JSON.parse(json))
      const revision = kept.history?.find(({ slug }) => slug === slugFor(file))
      expect(revision?.after, file).toEqual(party)
    }
  })
})
