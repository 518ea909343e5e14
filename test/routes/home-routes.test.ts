import { describe, expect } from 'vitest'
import { importDossier } from '#server/actions/import-dossier.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { sectionOf, textOf } from '#test/support/a-record.ts'
import { anApp, later, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const CLAIMS = aDispute().claims.length

describe('the first page', () => {
  test('says how to load a topic when there is none', async ({ db }) => {
    const page = await (await anApp({ db }).app.request(paths.home)).text()
    expect(textOf(page)).toContain('No topics yet')
    expect(page).toContain('npm run dossier -- import db/demo/syria-talks-demo.json')
    expect(await faultsOf(page)).toEqual([])
  })

  test('lists topics with what they hold, the one changed last first', async ({ db }) => {
    await imported(db)
    await importDossier(db, {
      text: JSON.stringify(aDossier()),
      file: 'bridge.json',
      now: later(1),
    })
    const page = await (await anApp({ db }).app.request(paths.home)).text()
    const text = textOf(page)
    expect(text).toContain(
      `The strait3 parties, 5 issues, ${CLAIMS} claims; 5 contradictions, 0 reviewed.`,
    )
    expect(text).toContain('The bridge2 parties, 1 issue, 2 claims; 1 contradiction, 0 reviewed.')
    expect(text.indexOf('The bridge')).toBeLessThan(text.indexOf('The strait'))
    expect(page).toContain(`href="${paths.compare('strait')}"`)
    expect(await faultsOf(page)).toEqual([])
  })

  test('hides private topics, the queue and the newest claims from readers', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const page = await (await anApp({ db }).app.request(paths.home)).text()
    expect(page).not.toContain('The strait')
    expect(page).not.toContain('Recorded last')
    expect(textOf(page)).toContain('No topics yet')
  })

  test('shows the owner private topics, what waits for a review, and what was recorded last', async ({
    db,
  }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const answer = await app.request(paths.home, { headers: { Cookie } })
    expect(answer.headers.get('ETag')).toBeNull()
    const page = await answer.text()
    expect(textOf(page)).toContain('5 contradictions wait for your review.')
    expect(textOf(page)).toContain('The strait Private')
    expect(textOf(sectionOf(page, 'newest'))).toContain(
      `"><script>alert(1)</script>${HOSTILE}: Rejects: Yes to border`,
    )
    expect(page).not.toContain('<script>alert(1)')
    expect(await faultsOf(page)).toEqual([])
  })

  test('is not sent again until a topic changes', async ({ db }) => {
    await imported(db)
    const { app } = anApp({ db })
    const etag = (await app.request(paths.home)).headers.get('ETag') ?? ''
    const again = () => app.request(paths.home, { headers: { 'If-None-Match': etag } })
    expect((await again()).status).toBe(304)
    await db.updateTable('topic').set({ visibility: 'private' }).execute()
    expect((await again()).status).toBe(200)
  })
})
