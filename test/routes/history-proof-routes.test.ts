import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { verifyProof } from '#scripts/verify/proof.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { isSignedBy, parseCheckpoints, parseKey } from '#server/domain/checkpoint.ts'
import type { HistoryFault } from '#server/domain/history-faults.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const read = async (db: Db, path: string, headers = {}): Promise<string> =>
  await (await anApp({ db }).app.request(path, { headers })).text()

/** Check a proof as `npm run verify -- --proof` does. */
async function verified(text: string, checkpoints = '') {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-proof-'))
  try {
    await writeFile(join(folder, 'proof.json'), text)
    const faults: HistoryFault[] = []
    const kept = parseCheckpoints(checkpoints) ?? []
    const { entries } = await verifyProof(join(folder, 'proof.json'), kept, (f) => faults.push(f))
    return { entries, faults }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function review(db: Db, contradictionId: number): Promise<void> {
  await signedIn(anApp({ db }).app, db)
  const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  await reviewContradiction(db, {
    contradictionId,
    seen: (await findSeen(db, contradictionId)) ?? '',
    reviewer: { accountId, name: 'Owner' },
    verdict: 'no conflict',
    reason: 'misquotation',
    note: 'A secret note.',
    now: noon,
  })
}

describe('a checkpoint of a topic', () => {
  test('is plain text, signed by the published key, and changes with the history alone', async ({
    db,
  }) => {
    await imported(db)
    const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
    const ask = async (path: string) => await app.request(`https://gainsay.example${path}`)
    const answer = await ask(paths.topicCheckpoint('strait'))
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    const text = await answer.text()
    const [note] = parseCheckpoints(text) ?? []
    expect(note?.origin).toBe('gainsay.example/t/strait')
    const { size } = await db
      .selectFrom('history_entry')
      .select((eb) => eb.fn.countAll<number>().as('size'))
      .executeTakeFirstOrThrow()
    expect(note?.size).toBe(size)
    const key = parseKey((await (await ask(paths.historyKey)).text()).trim())
    expect(note && key && isSignedBy(note, key)).toBe(true)
    expect(await (await ask(paths.topicCheckpoint('strait'))).text()).toBe(text)
    await importDossier(db, {
      text: JSON.stringify({ ...aDispute(), topic: { ...aDispute().topic, title: 'Another' } }),
      file: 'later.json',
      now: noon,
    })
    const [later] =
      parseCheckpoints(await (await ask(paths.topicCheckpoint('strait'))).text()) ?? []
    expect(later?.size).toBe(size + 1)
  })

  test('stands with those of all public topics, and of no private one', async ({ db }) => {
    await imported(db)
    await imported(db, aDispute({ slug: 'hidden', visibility: 'private' }))
    await importDossier(db, { text: JSON.stringify(aDossier()), file: 'b.json', now: noon })
    const notes = parseCheckpoints(await read(db, paths.checkpoints))
    expect(notes?.map((n) => n.origin)).toEqual(['localhost/t/bridge', 'localhost/t/strait'])
    expect(await read(db, paths.historyKey)).not.toContain('hidden')
    const { app } = anApp({ db })
    for (const path of [paths.topicCheckpoint('hidden'), paths.historyProof('hidden')])
      expect((await app.request(path)).status).toBe(404)
    const { Cookie } = await signedIn(app, db)
    const own = await app.request(paths.topicCheckpoint('hidden'), { headers: { Cookie } })
    expect([own.status, own.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  })

  test('goes with the dossier that readers download, and does not come back with it', async ({
    db,
  }) => {
    await imported(db)
    const text = await read(db, paths.dossier('strait'))
    const { checkpoint } = JSON.parse(text) as { checkpoint: string }
    expect(checkpoint).toBe(await read(db, paths.topicCheckpoint('strait')))
    const again = await importDossier(db, { text, file: 'again.json', now: noon })
    expect([again.created, again.revised]).toEqual([0, 0])
  })
})

describe('the proof of a history', () => {
  test('can be checked without us, and ends as its checkpoint', async ({ db }) => {
    await imported(db)
    const proof = await read(db, paths.historyProof('strait'))
    const { entries } = JSON.parse(proof) as { entries: { content: { slug?: string } }[] }
    expect(entries.length).toBeGreaterThan(20)
    const kept = await read(db, paths.topicCheckpoint('strait'))
    expect(await verified(proof, kept)).toEqual({ entries: entries.length, faults: [] })
  })

  test('shows a changed word, a missing entry and a cut tail, each at its number', async ({
    db,
  }) => {
    await imported(db)
    const lines = (await read(db, paths.historyProof('strait'))).split('\n')
    const kept = await read(db, paths.topicCheckpoint('strait'))
    const last = lines.length - 3
    const at = async (changed: string[]) =>
      (await verified(changed.join('\n'), kept)).faults.map((f) => f.seq)
    const word = lines.with(4, (lines[4] ?? '').replace('Imported', 'Exported'))
    expect(word).not.toEqual(lines)
    expect(await at(word)).toEqual([4])
    expect(await at(lines.toSpliced(7, 1))).toEqual([7])
    // Neither its own checkpoint nor the one kept is reached.
    expect(await at(lines.toSpliced(last, 1))).toEqual([last, last])
    await expect(verified(lines.slice(0, -2).join('\n'))).rejects.toThrow('not the whole')
    await expect(verified('{"format": "other"}')).rejects.toThrow('no proof')
    await expect(verified(lines.with(3, '{},').join('\n'))).rejects.toThrow('no entry')
  })

  test('says that something was decided, and not what, until it is settled', async ({ db }) => {
    const idOf = await imported(db)
    await db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
    await review(db, idOf('strikes'))
    const proof = await read(db, paths.historyProof('strait'))
    for (const word of ['misquotation', 'secret', 'no conflict']) expect(proof).not.toContain(word)
    const { entries } = JSON.parse(proof) as { entries: { kind: string; leaf?: string }[] }
    expect(entries.slice(-2).map((e) => [e.kind, typeof e.leaf])).toEqual([
      ['review', 'string'],
      ['status', 'string'],
    ])
    expect((await verified(proof)).faults).toEqual([])
    await db
      .updateTable('contradiction')
      .where('id', '=', idOf('strikes'))
      .set({ status: 'dismissed', settled_at: noon })
      .execute()
    await db.updateTable('topic').set({ version: 99 }).execute()
    expect(await read(db, paths.historyProof('strait'))).toContain('A secret note.')
  })
})
