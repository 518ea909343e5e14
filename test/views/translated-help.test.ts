import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type App, aForm, anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { demo, expectArabic } from '#test/support/looks-in-arabic.ts'

/** Reasons that an import wrote into the record, which is in English. */
const NOT_OURS = '.history-list li > p > bdi'

/** Codes of countries, languages and dates, and check sums. */
const CODES = /^(?:US|en|2015-12-XX)$|[0-9a-f]{64}/

/** Every issue asks about something more. */
const revised = (dossier: Dossier): Dossier => ({
  ...dossier,
  issues: dossier.issues.map((issue) => ({ ...issue, question: `${issue.question} Да?` })),
})

interface Page {
  readonly path: string
  readonly as?: 'owner'
}

/** The first claim and source, and a request for words of the claim to be erased. */
async function anErasure(db: Db, app: App, { Cookie, csrf }: { Cookie: string; csrf: string }) {
  const claim = await db.selectFrom('claim').select(['id', 'slug']).executeTakeFirstOrThrow()
  const source = await db
    .selectFrom('source')
    .where('id', 'in', db.selectFrom('capture').select('source_id'))
    .select(['id', 'slug'])
    .executeTakeFirstOrThrow()
  const asked = { csrf, reason: 'personal data', why: 'Просьба' }
  await app.request(paths.askErasure('claim', claim), aForm(asked, { Cookie }))
  const request = await db.selectFrom('erasure_request').select('id').executeTakeFirstOrThrow()
  return { claim, source, request }
}

/** A party, a person and an issue. */
async function things(db: Db) {
  const first = async (table: 'issue' | 'party' | 'person') =>
    await db.selectFrom(table).select(['id', 'slug']).orderBy('id').executeTakeFirstOrThrow()
  return { issue: await first('issue'), party: await first('party'), person: await first('person') }
}

test('pages in Arabic say nothing in another language', async ({ db }) => {
  await imported(db, inCyrillic(demo))
  await imported(db, revised(inCyrillic(demo)))
  const { app } = anApp({ db })
  const owner = await signedIn(app, db)
  await db.updateTable('account').set({ name: 'Ольга' }).execute()
  const { claim, source, request } = await anErasure(db, app, owner)
  const { issue, party, person } = await things(db)
  const slug = demo.topic.slug
  const pages: readonly Page[] = [
    { path: paths.timeline(slug) },
    { path: paths.timeline(slug, { p: ['russia'] }) },
    { path: paths.askErasure('claim', claim), as: 'owner' },
    { path: paths.askErasure('source', source), as: 'owner' },
    { path: paths.erasures, as: 'owner' },
    { path: paths.erasure(request), as: 'owner' },
    { path: paths.help },
    { path: paths.helpEncoding },
    { path: paths.method },
    { path: paths.accessibility },
    { path: paths.history(slug) },
    { path: paths.history(slug), as: 'owner' },
    { path: paths.history(slug, { of: 'reply' }) },
    { path: paths.history(slug, { of: 'contradiction' }) },
    { path: paths.issueHistory(issue), as: 'owner' },
    { path: paths.personHistory(person) },
    // Codes of countries, languages and addresses are as written.
    { path: paths.partyHistory(party) },
    { path: paths.sourceHistory(source) },
    { path: paths.claimHistory(claim) },
    { path: paths.restoreVersion(paths.issueHistory(issue), 1), as: 'owner' },
    { path: paths.restoreVersion(paths.issueHistory(issue), 2), as: 'owner' },
  ]
  for (const { path, as } of pages) {
    const Cookie = `language=ar${as === 'owner' ? `; ${owner.Cookie}` : ''}`
    const answer = await app.request(path, { headers: { Cookie } })
    expect({ path, status: answer.status }).toEqual({ path, status: 200 })
    expectArabic(path, await answer.text(), { without: NOT_OURS, keeps: CODES })
  }
})
