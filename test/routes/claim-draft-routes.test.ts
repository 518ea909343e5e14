import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { paths } from '#server/paths.ts'
import { fieldsOfClaim, openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'
import { undoOn } from '#test/support/undo.ts'

const MINUTES = { id: 2, slug: 'minutes' }
const page = paths.capture(MINUTES)

/** A claim begun from the first sentence of the minutes, and ways to keep it. */
async function openDraft(db: Db) {
  const town = await openTown(db)
  const begun = fieldsOfClaim(await town.read(paths.capture(MINUTES, { s: '1' })))
  const keep = async (fields: Record<string, string>, sentences = [1]) =>
    await town.send(paths.claimDraft(MINUTES, sentences), { ...begun, ...fields, step: 'keep' })
  const goOn = async () => fieldsOfClaim(await town.read(paths.capture(MINUTES, { draft: '1' })))
  return { ...town, begun, keep, goOn }
}

const countDrafts = async (db: Db) =>
  (await db.selectFrom('claim_draft').select('source_id').execute()).length

describe('a claim that was begun from a source', () => {
  test('is kept as it stands, told of on its page, and gone on with', async ({ db }) => {
    const { begun, keep, goOn, read } = await openDraft(db)
    expect(textOf(await read(page))).not.toContain('A claim that you began')
    const typed = { statement: 'Half a sen', party: 'south', said: 'some day', condition: 'if <b>' }
    expect((await keep(typed, [1, 2])).status).toBe(303)

    const shown = await read(page)
    expect(await faultsOf(shown)).toEqual([])
    expect(textOf(shown)).toContain(
      'A claim that you began is kept since 24 November 2026, 12:00 UTC: Half a sen',
    )
    expect(await goOn()).toMatchObject({
      ...typed,
      key: begun['key'],
      'c1-quote': begun['c1-quote'],
    })
    const again = await read(paths.capture(MINUTES, { draft: '1' }))
    expect(again.match(/<input type="checkbox" id="s\d+"[^>]* checked/g)).toHaveLength(2)
    expect(textOf(again)).not.toMatch(/(?:Party|Issue|Person|Said on) ?Suggested/)
    expect(textOf(again)).not.toContain('A claim that you began')
  })

  test('takes the place of the one before, and is gone once it is saved', async ({ db }) => {
    const { keep, goOn, send, read } = await openDraft(db)
    await keep({ statement: 'First' })
    await keep({ statement: 'Second', party: 'south', position: 'yes' })
    const fields = await goOn()
    expect([await countDrafts(db), fields['statement']]).toEqual([1, 'Second'])
    const refused = await send(paths.newClaim('bridge'), { ...fields, said: 'x', step: 'save' })
    expect([refused.status, await countDrafts(db)]).toEqual([422, 1])
    const saved = await send(paths.newClaim('bridge'), { ...fields, step: 'save' })
    expect([saved.status, await countDrafts(db)]).toEqual([303, 0])
    expect(textOf(await read(page))).not.toContain('A claim that you began')
  })

  test('can be discarded, put back for a day, and is then forgotten', async ({ db }) => {
    const { keep, send, read, goOn } = await openDraft(db)
    await keep({ statement: 'Never mind' })
    const answer = await send(paths.claimDraft(MINUTES), { step: 'discard' })
    const after = `${page}?done=discarded`
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, after])
    const shown = await read(after)
    expect(await faultsOf(shown)).toEqual([])
    expect(textOf(shown)).not.toContain('A claim that you began')
    const undo = undoOn(shown)
    await send(undo.path, undo.fields)
    expect((await goOn())['statement']).toBe('Never mind')
    expect(await read(after)).not.toContain('id="done"')

    await send(paths.claimDraft(MINUTES), { step: 'discard' })
    const dayAgo = new Date(noon.getTime() - 24 * 60 * 60 * 1000 - 1)
    await db.updateTable('claim_draft').set({ discarded_at: dayAgo }).execute()
    await send(paths.claimDraft({ id: 1 }), { step: 'discard' })
    expect(await countDrafts(db)).toBe(0)
  })

  test('is its maker’s alone: no reader, no history and no dossier has it', async ({ db }) => {
    const { app, keep } = await openDraft(db)
    const before = await exportDossier(db, 'bridge', 'operators')
    await keep({ statement: 'A secret' })
    expect(await exportDossier(db, 'bridge', 'operators')).toBe(before)
    expect((await app.request(paths.claimDraft(MINUTES), { method: 'POST' })).status).toBe(401)
    expect((await app.request(paths.capture(MINUTES, { draft: '1' }))).status).toBe(401)
  })

  test('may hold anything that was typed, within reason', async ({ db }) => {
    const { keep, goOn, send } = await openDraft(db)
    const odd = 'a\u0000b \u202E “x” <script> 😀'
    expect((await keep({ statement: odd })).status).toBe(303)
    expect((await goOn())['statement']).toContain('b \u202E “x” <script> 😀')
    expect((await keep({ statement: 'x'.repeat(400_000) })).status).toBe(413)
    expect((await keep({ nonsense: 'x' })).status).toBe(400)
    expect((await send('/s/99/draft', { step: 'keep' })).status).toBe(404)
    expect((await goOn())['statement']).toContain('<script>')
  })
})
