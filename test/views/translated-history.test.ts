import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect } from 'vitest'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier

/** What is recorded as it is: names of importers, reasons of imports, and what files are called. */
function mainOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>') + 7)
  const { document } = parseHTML(`<html><body>${main}</body></html>`)
  for (const apart of document.querySelectorAll('bdi, td, a[download], .print-only, option'))
    apart.remove()
  const kept = document.querySelector('main')?.outerHTML ?? ''
  return `<html><body>${kept.replace(/https?:\/\/[^\s<"]*/g, '')}</body></html>`
}

test('versions and the history of all topics say nothing in another language than Arabic', async ({
  db,
}) => {
  const record = inCyrillic(demo)
  await imported(db, record)
  await imported(db, {
    ...record,
    claims: record.claims.map((claim) => ({ ...claim, statement: `${claim.statement} Да.` })),
  })
  const { app } = anApp({ db })
  const history = paths.claimHistory({ id: 1 })
  for (const path of [
    history,
    paths.versionChanges(history, 1, 2),
    paths.versionChanges(history, 2, 2),
    paths.versionChanges(history, 1, 9),
    paths.allHistory(),
    paths.allHistory({ by: 'ن' }),
    paths.allHistory({ entity: 'c/1' }),
    paths.allHistory({ entity: 'x/1' }),
  ]) {
    const answer = await app.request(path, { headers: { Cookie: 'language=ar' } })
    const html = await answer.text()
    expect(html).toContain('<html lang="ar" dir="rtl"')
    expect.soft({ path, untranslated: untranslatedIn(mainOf(html)) }).toEqual({
      path,
      untranslated: [],
    })
    if (path.includes('1..2')) expect(html).toContain('مضاف')
  }
})
