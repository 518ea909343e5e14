import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type Site, test } from '#test/support/browser.ts'

/** What a first view of a page fetches, in bytes as sent, by the kind of thing that asked for it. */
async function weigh(site: Site, path: string): Promise<Map<string, number>> {
  const page = await site.open(paths.healthz)
  const weighed = new Map<string, number>()
  const waiting: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    const weighOne = async () => {
      const { responseBodySize } = await request.sizes()
      const kind = request.resourceType()
      weighed.set(kind, (weighed.get(kind) ?? 0) + responseBodySize)
    }
    waiting.push(weighOne())
  })
  await page.goto(site.origin + path, { waitUntil: 'networkidle' })
  await Promise.all(waiting)
  return weighed
}

test('a first view takes at most 150 KB, of which scripts take 20 and styles 12', async ({
  site,
}) => {
  await loadDemo(site.db, new Date())
  const topic = 'syria-talks-demo'
  const latin = { p: ['united-states', 'united-kingdom'] }
  for (const path of [
    paths.home,
    paths.topic(topic),
    paths.compare(topic, latin),
    paths.matrix(topic),
    paths.timeline(topic),
    paths.helpKeys,
  ]) {
    const weighed = await weigh(site, path)
    const all = [...weighed.values()].reduce((sum, bytes) => sum + bytes, 0)
    expect(all, path).toBeGreaterThan(20_000)
    expect(all, path).toBeLessThanOrEqual(150_000)
    expect(weighed.get('script'), path).toBeLessThanOrEqual(20_000)
    expect(weighed.get('stylesheet'), path).toBeLessThanOrEqual(12_000)
  }
})

const ELECTION = '../shared/data/wahlomat-2017.dossier.json'

test.skipIf(!existsSync(ELECTION))(
  'a comparison of 12 parties on 6 issues takes at most 8 KB',
  async ({ site }) => {
    const all = JSON.parse(readFileSync(ELECTION, 'utf8')) as Dossier
    const issues = all.issues.slice(0, 6)
    const asked = new Set(issues.map(({ slug }) => slug))
    const claims = all.claims.filter(({ issue }) => asked.has(issue))
    await imported(site.db, { ...all, issues, claims })
    const p = all.parties.slice(0, 12).map(({ slug }) => slug)
    const weighed = await weigh(site, paths.compare(all.topic.slug, { p }))
    expect(weighed.get('document')).toBeGreaterThan(2000)
    expect(weighed.get('document')).toBeLessThanOrEqual(8000)
  },
)
