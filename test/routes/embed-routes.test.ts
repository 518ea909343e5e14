import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { EVERY, HOSTILE, ONLY, aDispute, imported } from '#test/support/a-dispute.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, later, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const get = async (db: Db, path: string, headers: Record<string, string> = {}) =>
  await (await anApp({ db })).app.request(path, { headers })

const page = async (db: Db, path: string) => await (await get(db, path)).text()

const claimOf = async (db: Db, slug: string) =>
  await db.selectFrom('claim').where('slug', '=', slug).select('id').executeTakeFirstOrThrow()

/** One address of each kind of embed. */
async function addresses(db: Db, idOf: (issue: string) => number, query = {}) {
  return [
    paths.embedCompare('strait', query),
    paths.embedMatrix('strait', query),
    paths.embedContradiction({ id: idOf('strikes') }, query),
    paths.embedClaim(await claimOf(db, 'every'), query),
  ]
}

describe('what is embedded', () => {
  test('may be framed by anybody, runs nothing, and is not indexed', async ({ db }) => {
    const idOf = await imported(db)
    for (const path of await addresses(db, idOf)) {
      const answer = await get(db, path, { Cookie: 'theme=dark; session=x' })
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      expect(answer.status, path).toBe(200)
      expect(policy).toContain('frame-ancestors *')
      expect(policy).not.toContain('script-src')
      expect(answer.headers.get('X-Frame-Options')).toBeNull()
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(answer.headers.get('Vary') ?? '').not.toContain('Cookie')
      const html = await answer.text()
      expect(html).not.toMatch(/<script|<form|hx-|data-theme/)
      expect(html).toContain('<base target="_top"')
      expect(await faultsOf(html)).toEqual([])
    }
  })

  test('every other page stays out of frames', async ({ db }) => {
    const idOf = await imported(db)
    for (const path of [paths.compare('strait'), paths.contradiction({ id: idOf('strikes') })]) {
      const { headers } = await get(db, path)
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('X-Frame-Options')).toBe('DENY')
    }
    const unknown = await get(db, '/embed/nothing')
    expect(unknown.status).toBe(404)
    expect(unknown.headers.get('X-Frame-Options')).toBe('DENY')
  })

  test('says as of when it holds and leads to the whole with the same choice', async ({ db }) => {
    await imported(db)
    const asked = { p: ['alpha', 'beta'], issue: 'strikes', asof: '2015-12-20' }
    const html = await page(db, paths.embedCompare('strait', asked))
    expect(textOf(html)).toContain('As of 20 December 2015')
    expect(html).toContain(paths.compare('strait', asked).replaceAll('&', '&amp;'))
    expect(html).toContain(ONLY)
    expect(html).toContain(EVERY)
    expect(textOf(html)).not.toContain('How long will it take?')
  })

  test('holds at most four parties and six issues, and says what it left out', async ({ db }) => {
    const dispute = aDispute()
    const names = ['delta', 'epsilon', 'zeta']
    const parties = [
      ...dispute.parties,
      ...names.map((slug) => ({ slug, name: `Party ${slug}`, kind: 'state', aliases: [] })),
    ]
    const more = [1, 2, 3].map((n) => ({
      slug: `more-${n}`,
      question: `Further question ${n}?`,
      nature: 'normative' as const,
      kind: 'yes-no' as const,
      positions: [{ slug: 'yes', label: 'Yes' }],
    }))
    await imported(db, {
      ...dispute,
      parties,
      topic: { ...dispute.topic, parties: parties.map(({ slug }) => slug) },
      issues: [...dispute.issues, ...more],
    })
    const asked = { p: parties.map(({ slug }) => slug), base: 'zeta' }
    const html = await page(db, paths.embedCompare('strait', asked))
    expect(html.match(/<th scope="col"/g)).toHaveLength(1 + 4)
    expect(html.match(/<th scope="row"/g)).toHaveLength(6)
    expect(textOf(html)).toContain('Left out here, for want of room: 2 parties and 2 issues.')
    expect(textOf(html)).toContain('Party zeta')
    expect(html).toContain(paths.compare('strait', asked).replaceAll('&', '&amp;'))
  })

  test('of a private topic is not there, for its owner either', async ({ db }) => {
    const idOf = await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const path of await addresses(db, idOf)) {
      const answer = await app.request(path, { headers: { Cookie } })
      const html = await answer.text()
      expect(answer.status, path).toBe(404)
      expect(html).not.toMatch(/The strait|Alpha|<script|<form/)
      expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
    }
  })

  test('follows the reader’s scheme unless the address names one', async ({ db }) => {
    await imported(db)
    const schemes = async (theme?: string) => {
      const html = await page(db, `${paths.embedMatrix('strait')}${theme ?? ''}`)
      return [/color-scheme" content="([^"]+)/.exec(html)?.[1], /data-theme="(\w+)/.exec(html)?.[1]]
    }
    expect(await schemes()).toEqual(['light dark', undefined])
    expect(await schemes('&theme=dark')).toEqual(['dark', 'dark'])
    expect(await schemes('&theme=<x>')).toEqual(['light', 'light'])
  })

  test('shows nothing that runs, whatever the names', async ({ db }) => {
    const idOf = await imported(db)
    for (const path of [
      ...(await addresses(db, idOf)),
      paths.embedContradiction({ id: idOf('border') }),
      paths.embedCompare(HOSTILE),
    ]) {
      const html = await page(db, path)
      expect(html).not.toContain(HOSTILE)
      expect(html).not.toContain('<script')
    }
  })

  test('shows the record as it was where that is asked for, and links stay there', async ({
    db,
  }) => {
    const idOf = await imported(db)
    const dispute = aDispute()
    await imported(
      db,
      {
        ...dispute,
        claims: dispute.claims.map((claim) =>
          claim.slug === 'every' ? { ...claim, hedge: 'perhaps' } : claim,
        ),
      },
      later(10),
    )
    const { app } = anApp({ db, now: () => later(60) })
    const known = '2026-11-24T12:05:00Z'
    for (const path of await addresses(db, idOf, { known })) {
      const answer = await app.request(path)
      const html = await answer.text()
      expect(answer.headers.get('Memento-Datetime')).toBe('Tue, 24 Nov 2026 12:05:00 GMT')
      expect(html, path).not.toContain('perhaps')
      expect(html).toContain(`known=${known}`)
    }
    const [, , , claim = ''] = await addresses(db, idOf)
    expect(await (await app.request(claim)).text()).toContain('perhaps')
  })

  test('is not sent again while nothing changed', async ({ db }) => {
    const idOf = await imported(db)
    for (const path of await addresses(db, idOf)) {
      const tag = (await get(db, path)).headers.get('ETag') ?? ''
      expect((await get(db, path, { 'If-None-Match': tag })).status, path).toBe(304)
      expect((await get(db, path, { 'If-None-Match': tag, Cookie: 'theme=dark' })).status).toBe(304)
    }
  })
})
