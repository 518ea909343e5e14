import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute } from '#test/support/a-dispute.ts'
import { recorded, textOf } from '#test/support/a-record.ts'
import { revisedDispute } from '#test/support/a-revised-dispute.ts'
import { anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const JSON_ONLY = { headers: { Accept: 'application/json' } }

/** The dispute with another statement of one claim, so many times. */
async function restated(db: Db, statements: readonly string[], slug = 'three') {
  for (const [i, statement] of statements.entries()) {
    const dispute = aDispute()
    const claims = dispute.claims.map((c) => (c.slug === slug ? { ...c, statement } : c))
    const text = JSON.stringify({ ...dispute, claims } satisfies Dossier)
    await importDossier(db, { text, file: `change-${i}.json`, now: later(i + 1) })
  }
}

const diff = (history: string, span: string) => `${paths.versionChanges(history)}/${span}`

describe('two versions of a claim', () => {
  test('are compared field by field, with who changed them, when and why', async ({ db }) => {
    const of = await recorded(db, aDispute())
    await restated(db, ['Three to five months.', 'Three to five years.', HOSTILE])
    const history = paths.claimHistory(await of.claim('three'))
    const { app } = anApp({ db })
    const answer = await app.request(paths.versionChanges(history, 1, 3))
    expect(answer.status).toBe(200)
    const page = await answer.text()
    const told = textOf(page)
    expect(told).toContain('What changed in this claim')
    expect(told).toContain('From version 1 to version 3.')
    expect(told).toMatch(
      /Statement ?Three to \[deleted: four months\] \. ?Three to \[inserted: five years\] \./,
    )
    expect(page).toMatch(/<ins><span class="visually-hidden">\[inserted: <\/span>five years/)
    expect(told).toContain('Version 3, by a dossier import on 24 November 2026, 12:02 UTC.')
    expect(told).toContain('Version 2, by a dossier import on 24 November 2026, 12:01 UTC.')
    expect(told).toContain('Reason: Imported from change-1.json')
    expect(told).not.toContain('Reason: Imported from change-2.json')
    expect(told).not.toContain('Reason: Imported from record.json')
    expect(page).toContain(`href="${history}"`)
    expect(await faultsOf(page)).toEqual([])
    const hostile = await (await app.request(paths.versionChanges(history, 3, 4))).text()
    expect(hostile).not.toContain(HOSTILE)
    expect(await faultsOf(hostile)).toEqual([])
  })

  test('are reached from each entry of its history and by a form', async ({ db }) => {
    const of = await recorded(db, aDispute())
    await restated(db, ['Two.', 'Three.'])
    const history = paths.claimHistory(await of.claim('three'))
    const { app } = anApp({ db })
    const page = await (await app.request(history)).text()
    for (const [from, to] of [
      [1, 2],
      [2, 3],
    ] as const)
      expect(page).toContain(`<a href="${paths.versionChanges(history, from, to)}">Compare with`)
    expect(page.match(/Compare with the version before/g)).toHaveLength(2)
    expect(page).toContain(`method="get" action="${paths.versionChanges(history)}"`)
    const goesTo = async (query: string) => {
      const answer = await app.request(paths.versionChanges(history) + query)
      return [answer.status, answer.headers.get('Location')]
    }
    expect(await goesTo('?from=1&to=3')).toEqual([302, paths.versionChanges(history, 1, 3)])
    expect(await goesTo('?from=3&to=1')).toEqual([302, paths.versionChanges(history, 1, 3)])
    expect(await goesTo('')).toEqual([302, paths.versionChanges(history, 2, 3)])
    expect((await goesTo('?from=first'))[0]).toBe(400)
    const single = paths.claimHistory(await of.claim('six'))
    expect(await (await app.request(single)).text()).not.toMatch(/Compare (with the|two) version/)
  })

  test('say so where they are one, or say the same', async ({ db }) => {
    const of = await recorded(db, aDispute())
    await restated(db, ['Two.', aDispute().claims.find((c) => c.slug === 'three')?.statement ?? ''])
    const history = paths.claimHistory(await of.claim('three'))
    const { app } = anApp({ db })
    const read = async (span: string) =>
      textOf(await (await app.request(diff(history, span))).text())
    expect(await read('2..2')).toContain('This is one version. Choose two different ones.')
    expect(await read('1..3')).toContain('The two versions say the same.')
    expect(await read('1..3')).toContain('Version 2, by')
  })

  test('lead back from what is backwards, unknown or no versions at all', async ({ db }) => {
    const of = await recorded(db, aDispute())
    await restated(db, ['Two.'])
    const history = paths.claimHistory(await of.claim('three'))
    const { app } = anApp({ db })
    const backwards = await app.request(diff(history, '2..1'))
    expect(backwards.status).toBe(302)
    expect(backwards.headers.get('Location')).toBe(paths.versionChanges(history, 1, 2))
    for (const span of ['1..3', '0..1', '7..9', '1', '1..', 'a..b', '1..2..3', '-1..2', '1...2'])
      for (const headers of [{}, { Accept: 'application/json' }]) {
        const answer = await app.request(diff(history, span), { headers })
        expect(answer.status, span).toBe(404)
        const says = await answer.text()
        if ('Accept' in headers) expect(JSON.parse(says)).toMatchObject({ code: 'not_found' })
        else {
          expect(textOf(says)).toContain('There is no such version')
          expect(textOf(says)).toContain('This has the versions 1 to 2.')
          expect(says).toContain(`action="${paths.versionChanges(history)}"`)
          expect(says).toContain(`href="${history}"`)
          expect(await faultsOf(says)).toEqual([])
        }
      }
    const known = await app.request(`${diff(history, '1..2')}?known=2026-11-20`)
    expect(known.status).toBe(400)
    expect((await app.request(diff('/c/zzz/history', '1..2'), JSON_ONLY)).status).toBe(404)
  })
})

describe('two versions of anything else', () => {
  test('are compared in the same way', async ({ db }) => {
    const of = await recorded(db, aDispute())
    await revisedDispute(db)
    const { app } = anApp({ db })
    const histories = [
      [paths.issueHistory(await of.issue('strikes')), 'Now:'],
      [paths.partyHistory(await of.party('alpha')), 'Another name'],
      [paths.personHistory(await of.person('ana')), 'Another name'],
      [paths.sourceHistory(await of.source('english')), 'Another'],
      [paths.history('strait'), 'narrows'],
      [paths.searchHistory('strait', 'gamma talks 2015-12-20'), 'not-applicable'],
    ] as const
    for (const [history, now] of histories) {
      const newest = await app.request(paths.versionChanges(history))
      expect(newest.status, history).toBe(302)
      const answer = await app.request(newest.headers.get('Location') ?? '')
      expect(answer.status, history).toBe(200)
      const page = await answer.text()
      expect(textOf(page), history).toContain(now)
      expect(page, history).toContain('<ins>')
      expect(await faultsOf(page)).toEqual([])
    }
  })

  test('are hidden with a private topic and not sent again unchanged', async ({ db }) => {
    const of = await recorded(db, aDispute({ visibility: 'private' }))
    const claim = paths.claimHistory(await of.claim('three'))
    const issue = paths.issueHistory(await of.issue('strikes'))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db, noon)
    for (const history of [claim, issue, paths.history('strait')])
      for (const path of [paths.versionChanges(history, 1, 1), paths.versionChanges(history)]) {
        const hidden = await app.request(path)
        expect(hidden.status, path).toBe(404)
        expect(await hidden.text()).not.toContain('version')
        expect((await app.request(path, { headers: { Cookie } })).status, path).toBeLessThan(303)
      }
    await db.updateTable('topic').set({ visibility: 'public' }).execute()
    const path = paths.versionChanges(claim, 1, 1)
    const etag = (await app.request(path)).headers.get('ETag') ?? ''
    expect((await app.request(path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })
})
