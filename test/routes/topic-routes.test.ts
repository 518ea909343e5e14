import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { recorded, sectionOf, textOf } from '#test/support/a-record.ts'
import { anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const CLAIMS = aDispute().claims.length

describe('the page of a topic', () => {
  test('says in a sentence what it holds and where its parties stand', async ({ db }) => {
    await imported(db)
    const page = await (await anApp({ db }).app.request(paths.topic('strait'))).text()
    expect(textOf(page)).toContain(
      `3 parties, 5 issues, ${CLAIMS} claims; 5 contradictions, 0 reviewed. As of 24 November 2026, ` +
        '3 issues have a conflict, none has common ground, and on 1 somebody changed position.',
    )
    expect(page).toContain('<title>The strait - Gainsay</title>')
    expect(await faultsOf(page)).toEqual([])
  })

  test('tells of each issue how pairs relate and how many are on record', async ({ db }) => {
    await imported(db)
    const page = await (await anApp({ db }).app.request(paths.topic('strait'))).text()
    const issues = textOf(sectionOf(page, 'issues'))
    expect(issues).toContain(
      'Which groups should strikes target? 1 pair conflicts2 of 3 parties on record',
    )
    expect(issues).toContain('1 party changed position')
    expect(issues).toContain('mixed messages from 1 party')
  })

  test('counts conflicts over the issues that both speak to, never as a share', async ({ db }) => {
    await imported(db)
    const page = await (await anApp({ db }).app.request(paths.topic('strait'))).text()
    expect(textOf(sectionOf(page, 'opposed'))).toContain(
      'Alpha and بيتاconflict on 2 of 2 issues that both speak to',
    )
    expect(page).toContain(
      paths.compare('strait', { p: ['alpha', 'beta'] }).replaceAll('&', '&amp;'),
    )
  })

  test('names who is silent, and in which way', async ({ db }) => {
    await imported(db)
    const page = await (await anApp({ db }).app.request(paths.topic('strait'))).text()
    expect(textOf(sectionOf(page, 'silent'))).toContain(
      `${HOSTILE}4 of 5 issues: 4 not searched yet`,
    )
  })

  test('tells a change of position with both dates and the way to each source', async ({ db }) => {
    await imported(db)
    const page = await (await anApp({ db }).app.request(paths.topic('strait'))).text()
    const shifts = textOf(sectionOf(page, 'shifts'))
    expect(shifts).toContain('Alpha on Must the leader go?')
    expect(shifts).toContain('BeforeYes to leader Ana Alder · 10 January 2015 · Source')
    expect(shifts).toContain('SinceRejects: Yes to leader Ana Alder · 10 November 2015 · Source')
  })

  test('lists contradictions of two sides, and leaves shifts to their own section', async ({
    db,
  }) => {
    await imported(db)
    const page = await (await anApp({ db }).app.request(paths.topic('strait'))).text()
    const latest = textOf(sectionOf(page, 'latest'))
    expect(latest).toContain('Alpha and بيتا conflict on “Which groups should strikes target?”')
    expect(latest).not.toContain('changed position')
  })

  test('writes out nothing that would run', async ({ db }) => {
    await imported(db)
    const page = await (await anApp({ db }).app.request(paths.topic('strait'))).text()
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  test('offers an empty topic its first claim, to the owner only', async ({ db }) => {
    await recorded(db, { ...aDossier(), issues: [], claims: [] })
    const { app } = anApp({ db })
    const read = await (await app.request(paths.topic('bridge'))).text()
    expect(textOf(read)).toContain('No issues yet')
    expect(read).not.toContain(paths.newClaim('bridge'))
    const { Cookie } = await signedIn(app, db)
    const owned = await (await app.request(paths.topic('bridge'), { headers: { Cookie } })).text()
    expect(owned).toContain(paths.newClaim('bridge'))
  })

  test('is not there for readers when it is private, nor when it never was', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    for (const path of ['', '/issues', '/parties', '/sources', '/dossier.json'])
      expect((await app.request(`/t/strait${path}`)).status).toBe(404)
    expect((await app.request('/t/nowhere')).status).toBe(404)
    const { Cookie } = await signedIn(app, db)
    expect((await app.request('/t/strait', { headers: { Cookie } })).status).toBe(200)
  })

  test('is not sent again until the topic or the day changes', async ({ db }) => {
    await imported(db)
    const path = paths.topic('strait')
    const etag = (await anApp({ db }).app.request(path)).headers.get('ETag') ?? ''
    const headers = { 'If-None-Match': etag }
    expect((await anApp({ db }).app.request(path, { headers })).status).toBe(304)
    const tomorrow = anApp({ db, now: () => new Date('2026-11-25T00:00:00Z') }).app
    expect((await tomorrow.request(path, { headers })).status).toBe(200)
  })
})

describe('the dossier of a topic', () => {
  test('is a file that gives the topic again', async ({ db }) => {
    await imported(db)
    const answer = await anApp({ db }).app.request(paths.dossier('strait'))
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('Content-Disposition')).toContain('filename="strait.json"')
    const dossier = (await answer.json()) as { format: string; claims: unknown[] }
    expect(dossier.format).toBe('gainsay-dossier/1')
    expect(dossier.claims).toHaveLength(CLAIMS)
  })

  test('has a name that every client reads, whatever the script of the slug', async ({ db }) => {
    await imported(db, aDispute({ slug: 'مضيق' }))
    const answer = await anApp({ db }).app.request(paths.dossier('مضيق'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="____.json"; filename*=UTF-8''${encodeURIComponent('مضيق')}.json`,
    )
  })

  test('of a private topic stays private even for who is signed in', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    expect((await app.request(paths.dossier('strait'), { headers: { Cookie } })).status).toBe(404)
  })
})
