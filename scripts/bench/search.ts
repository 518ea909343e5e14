import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '#db/connect.ts'
import { findRow, insertManyClaims } from '#db/queries/many-claims.ts'
import { listClaimHits, withDeadline } from '#db/queries/search.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { openDatabase } from '#server/open-database.ts'
import { type Figures, median, round } from './figures.ts'

/** As many claims as are searched, unless `--split` says another number. */
const CLAIMS = 20_000
const ROUNDS = 40

/**
 * A search over many claims beside a select by primary key, in turns: each word as a multiple of the
 * select, medians. Words stand in every claim, in one of ten, of a hundred, of two thousand, in none.
 * @param split - the number of claims
 */
export async function benchSearch(split = String(CLAIMS)): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-bench-'))
  const settings = { DATABASE_URL: process.env['DATABASE_URL'], DATA_DIR: folder }
  const { db, close } = await openDatabase({ settings, deadlines: false, onProgress: () => {} })
  try {
    const claims = Number(split)
    await fill(db, claims)
    return { claims, ...(await measure(db)) }
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(db: Db, claims: number): Promise<void> {
  await importDossier(db, { text: JSON.stringify(dossier), file: 'bench.json', now: new Date() })
  await insertManyClaims(db, claims)
}

async function measure(db: Db): Promise<Figures> {
  const look = async (word: string) =>
    await withDeadline(db, async (trx) => {
      const groups = [{ anyOf: [{ all: [{ text: word, isBegun: true }] }] }]
      return await listClaimHits(trx, undefined, { groups, excluded: [], filter: {} })
    })
  const select = async () => await withDeadline(db, async (trx) => await findRow(trx, 7))
  const words = ['every', 'tenth', 'hundredth', 'rare', 'nowhere']
  const times = new Map<string, number[]>(['select', ...words].map((name) => [name, []]))
  for (let turn = 0; turn < ROUNDS; turn++) {
    times.get('select')?.push(await timed(select))
    for (const word of words) times.get(word)?.push(await timed(async () => await look(word)))
  }
  const floor = median(times.get('select') ?? [])
  return {
    selectMs: round(floor),
    timesSelect: Object.fromEntries(
      words.map((word) => [word, round(median(times.get(word) ?? []) / floor)]),
    ),
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const dossier = {
  format: 'gainsay-dossier/1',
  topic: { slug: 'bench', title: 'Bench', visibility: 'public', parties: ['a'], observers: [] },
  parties: [{ slug: 'a', name: 'A', kind: 'state', aliases: [] }],
  people: [],
  sources: [{ slug: 's', kind: 'article', title: 'S', published: '2020-02-01', language: 'en' }],
  issues: [
    {
      slug: 'i',
      question: 'What?',
      nature: 'factual',
      kind: 'yes-no',
      positions: [{ slug: 'yes', label: 'Yes' }],
    },
  ],
  claims: [
    {
      slug: 'first',
      issue: 'i',
      party: 'a',
      position: 'yes',
      stance: 'affirms',
      form: 'paraphrase',
      said: '2020-01-01',
      statement: 'The first.',
      citations: [{ source: 's' }],
    },
  ],
}
