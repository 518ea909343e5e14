import { expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { demo, expectArabic } from '#test/support/looks-in-arabic.ts'

/** What is recorded as it is: names of importers, reasons of imports. */
const NOT_OURS = 'bdi, td'

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
    expectArabic(path, html, { without: NOT_OURS })
    if (path.includes('1..2')) expect(html).toContain('مضاف')
  }
})
