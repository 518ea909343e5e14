import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { paths } from '#server/paths.ts'
import { verifyProof } from '../../scripts/verify/proof.ts'
import { CANARY, CANARY_TEXT, aTownWithCanary } from '#test/support/a-canary.ts'
import { aCapture, textOf } from '#test/support/a-record.ts'
import { test } from '#test/support/database.ts'
import { WHY, columnsWith, erased, pagesWith, twoPeople, verified } from '#test/support/erasing.ts'
import { faultsOf } from '#test/support/html.ts'

const SAYS = 'Erased on 24 November 2026 by Edith: personal data.'

/** Every file that the proof of a topic is checked by itself from. */
async function proofFaults(text: string) {
  const file = join(tmpdir(), `gainsay-proof-${process.pid}.json`)
  await writeFile(file, text)
  const faults: string[] = []
  const { erased: count } = await verifyProof(file, [], ({ says }) => faults.push(says))
  return { faults, count }
}

describe('what is erased', () => {
  test('is in no column of any table, on no page, and in no export and no feed', async ({ db }) => {
    const { app, claim, letter, read, told } = await aTownWithCanary(db)
    expect(told.join('')).toContain(CANARY)
    const people = await twoPeople(app, db)
    const from = ['/', paths.topic('bridge'), paths.claim(claim), paths.source(letter)]
    const before = await columnsWith(db, CANARY)
    for (const column of [
      'capture.text',
      'citation.quote',
      'citation.translation',
      'claim.statement',
      'claim_draft.fields',
      'revision.after',
      'revision.before',
      'revision.why',
      'webhook_delivery.body',
    ])
      expect(before).toContain(column)
    expect((await pagesWith(app, CANARY, { from })).found.length).toBeGreaterThan(8)

    const done = await erased(db, people, { thing: 'claim', id: claim.id, typed: claim.slug })
    expect([done.status, done.headers.get('Location')]).toEqual([303, paths.erasures])
    const kept = await columnsWith(db, CANARY)
    expect(kept).toEqual(['capture.text', 'capture.text (statistics)'])

    const { sha256 } = aCapture(CANARY_TEXT)
    const given = { thing: 'source', id: letter.id, typed: letter.slug, texts: sha256 } as const
    expect((await erased(db, people, { ...given, reason: 'copyright' })).status).toBe(303)
    expect(await columnsWith(db, CANARY)).toEqual([])
    for (const Cookie of [undefined, people.owner.Cookie]) {
      const { seen, found } = await pagesWith(app, CANARY, { from, ...(Cookie && { Cookie }) })
      expect(found).toEqual([])
      expect(seen).toBeGreaterThan(40)
    }
    expect(await exportDossier(db, 'bridge', 'operators')).not.toContain(CANARY)

    const { faults, erased: count } = await verified(db)
    expect(faults).toEqual([])
    // Three versions of the claim, and one text.
    expect(count).toBe(4)
    const proof = await proofFaults(await read(paths.historyProof('bridge')))
    expect(proof).toEqual({ faults: [], count: 3 })
  })

  test('leaves a gap that says who, when, why, and where it can still be', async ({ db }) => {
    const { app, claim, letter } = await aTownWithCanary(db)
    const people = await twoPeople(app, db)
    await erased(db, people, { thing: 'claim', id: claim.id, typed: claim.slug })
    const { sha256 } = aCapture(CANARY_TEXT)
    await erased(db, people, { thing: 'source', id: letter.id, typed: letter.slug, texts: sha256 })
    const shown = async (path: string) => {
      const page = await (await app.request(path)).text()
      expect(await faultsOf(page)).toEqual([])
      return textOf(page)
    }
    for (const path of [paths.claim(claim), paths.source(letter)]) {
      const page = await shown(path)
      expect(page).toContain(SAYS)
      expect(page).toContain(WHY)
      expect(page).toContain('Backups made before still hold it.')
    }
    expect(await shown(paths.source(letter))).toContain(sha256)
    const history = await shown(paths.history('bridge'))
    expect(history).toContain(
      `Edith erased words of the claim ${claim.slug} (personal data; asked by Max)`,
    )
    expect(history).toContain('Edith erased words of the source a-letter (personal data; asked by')
    expect(history).toContain(`Reason: ${WHY}`)
    expect(await shown(paths.claimHistory(claim))).toContain('Edith erased its words')
    expect(await shown(paths.compare('bridge'))).not.toContain(SAYS)
    expect(await shown(paths.history('bridge', { of: 'claim' }))).toContain('erased words of')
  })
})
