import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { anApp, later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { SEED } from '#test/support/seeded.ts'
import { stepsOfATopic } from '#test/support/steps-of-a-topic.ts'

/** Each asks for some forty pages, twice. */
const STEPS = 5

/** The addresses of everything that takes `known`, as a topic holds it now. */
async function addressesOf(db: Db, slug: string): Promise<string[]> {
  const [parties, issues, claims, contradictions] = [
    await db.selectFrom('party').select(['id', 'slug']).execute(),
    await db.selectFrom('issue').select(['id', 'slug']).execute(),
    await db.selectFrom('claim').select(['id', 'slug']).orderBy('id').limit(6).execute(),
    await db.selectFrom('contradiction').select('id').orderBy('id').limit(6).execute(),
  ]
  return [
    paths.topic(slug),
    paths.compare(slug),
    paths.compare(slug, { view: 'grid', order: 'divisive', show: 'conflict' }),
    paths.compare(slug, { view: 'list', asof: '2016-01-07' }),
    ...parties.map((party) => paths.party(party)),
    ...issues.map((issue) => paths.issue(issue)),
    ...claims.map((claim) => paths.claim(claim)),
    ...contradictions.map((x) => paths.contradiction(x)),
  ]
}

const mainOf = (page: string) => /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? ''

/** What a page says, without what is only so in the past, or only now. */
const contentOf = (page: string): string =>
  mainOf(page)
    .replace(/<p class="print-only[\s\S]*?<\/p>/, '')
    .replace(/<div class="notice as-recorded"[\s\S]*?<\/div>/, '')
    .replace(/<input type="hidden" name="known"[^>]*>/g, '')
    .replace(/(\?|&amp;)known=[^"&#)\s]*(&amp;)?/g, (_, before: string, after = '') =>
      after === '' ? '' : before,
    )
    .replace(/<div class="row no-print" id="follow">[\s\S]*?<\/div>/, '')
    .replace(/<a href="[^"]*dossier.json"[^>]*>[^<]*<\/a>/, '')
    .replace(/<p class="context"[\s\S]*?<\/p>/g, '')
    .replace(/<p class="small muted">How far reviewers agree[^<]*<\/p>/, '')

/** Where two texts part, with what stands around; '' where they do not. */
function firstDifference(a: string, b: string): string {
  if (a === b) return ''
  const at = a.split('').findIndex((unit, i) => unit !== b[i])
  const from = Math.max(0, at - 200)
  return `then: ${a.slice(from, at + 300)}\n now: ${b.slice(from, at + 300)}`
}

describe('a page as it was recorded', () => {
  for (let i = 0; i < 2; i++) {
    const seed = SEED + i
    test(`shows what was shown at that instant (seed ${i} of the run)`, async ({ db }) => {
      const { slug, take } = stepsOfATopic(seed)
      const kept: { at: Date; address: string; content: string }[] = []
      for (let step = 0; step < STEPS; step++) {
        const at = later(step * 10)
        await take(db, at, step === 0)
        const { app } = anApp({ db, now: () => at })
        for (const address of await addressesOf(db, slug)) {
          const page = await (await app.request(address)).text()
          kept.push({ at, address, content: contentOf(page) })
        }
      }
      const { app } = anApp({ db, now: () => later(500) })
      for (const { at, address, content } of kept) {
        const sign = address.includes('?') ? '&' : '?'
        const answer = await app.request(`${address}${sign}known=${at.toISOString()}`)
        const page = await answer.text()
        expect(page).toContain('What was recorded or changed since is left out.')
        const where = `SEED=${seed}, ${address}, ${at.toISOString()}`
        expect.soft(firstDifference(content, contentOf(page)), where).toBe('')
      }
    })
  }
})
