import { describe, expect } from 'vitest'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { modelOf, parseDossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { aTown } from '#test/support/a-claim-form.ts'
import { anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const withFord = (mergedInto?: string) => {
  const town = aTown()
  const issues = town.issues.map((issue) =>
    issue.slug !== 'where'
      ? issue
      : {
          ...issue,
          positions: (issue.positions ?? []).map((p) =>
            p.slug === 'ford' && mergedInto !== undefined ? { ...p, mergedInto } : p,
          ),
        },
  )
  return { ...town, issues }
}

const faultsOf = (dossier: unknown): string[] => {
  const parsed = parseDossier(JSON.stringify(dossier))
  return parsed.ok ? [] : parsed.errors.map((e) => `${e.path}: ${e.message}`)
}

describe('a position that another one took the place of', () => {
  test('is no answer any more, and its relations say nothing', () => {
    const issue = withFord('mill').issues.find((i) => i.slug === 'where')
    const model = issue && modelOf(issue)
    expect(model?.positions.map((p) => p.slug)).toEqual(['mill', 'river'])
    expect(model?.relations).toEqual([])
  })

  test('gives way to one that stays, and no claim is about it', () => {
    expect(faultsOf(withFord('nowhere'))[0]).toContain('“nowhere” is none')
    expect(faultsOf(withFord('ford'))[0]).toContain('A position is merged into one that stays')
    const moved = withFord('mill')
    const claims = moved.claims.map((c) => (c.slug === 'at-mill' ? { ...c, position: 'ford' } : c))
    expect(faultsOf({ ...moved, claims })).toEqual([
      `/claims/${claims.length - 1}/position: The position “ford” was merged into “mill”. Give that one.`,
    ])
  })

  test('comes back as it was written, and a file from before speaks of what took its place', async ({
    db,
  }) => {
    const load = async (dossier: unknown) =>
      await importDossier(db, { text: JSON.stringify(dossier), file: 'town.json', now: noon })
    await load(withFord('mill'))
    const written = JSON.parse(await exportDossier(db, 'bridge', 'operators')) as ReturnType<
      typeof aTown
    >
    const positions = written.issues.find((i) => i.slug === 'where')?.positions
    expect(positions?.[1]).toEqual({ slug: 'ford', label: 'At the ford', mergedInto: 'mill' })
    const town = aTown()
    const claims = town.claims.map((c) => (c.slug === 'at-mill' ? { ...c, position: 'ford' } : c))
    await load({ ...town, claims })
    const claim = await db
      .selectFrom('claim as c')
      .innerJoin('position as p', 'p.id', 'c.position_id')
      .where('c.slug', '=', 'at-mill')
      .select('p.slug')
      .executeTakeFirst()
    expect(claim).toEqual({ slug: 'mill' })
    const { app } = anApp({ db })
    const page = await (await app.request(paths.issue({ id: 2 }))).text()
    expect(page).not.toContain('At the ford')
  })
})
