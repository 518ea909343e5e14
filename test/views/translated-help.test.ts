import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type App, aForm, anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier

/** Reasons that an import wrote into the record, which is in English; and a button of other folders. */
const NOT_ITS_OWN = '.history-list li > p > bdi, .filters button'

/** The part of a page that its own folder of views makes. */
const partOf = (html: string, selector: string): string => {
  const { document } = parseHTML(html)
  for (const apart of document.querySelectorAll(NOT_ITS_OWN)) apart.remove()
  const parts = [...document.querySelectorAll(selector)]
  return `<html><body>${parts.map((part) => part.outerHTML).join('\n')}</body></html>`
}

/** Every issue asks about something more. */
const revised = (dossier: Dossier): Dossier => ({
  ...dossier,
  issues: dossier.issues.map((issue) => ({ ...issue, question: `${issue.question} Да?` })),
})

interface Page {
  readonly path: string
  /** Whose words they are; the whole of main unless it says otherwise. */
  readonly part?: string
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
    // How to sign in is told by the layout.
    { path: paths.help, part: 'h1, h2, .lede, .prose > p:not(#sign-in ~ p)' },
    { path: paths.helpEncoding },
    // Sections that take words of contradictions, or messages of the domain, are left to those.
    {
      path: paths.method,
      part: 'main :is(h1, h2, .lede, li, caption, thead th), .prose > p:not(.notice, :has(cite))',
    },
    { path: paths.accessibility },
    { path: paths.history(slug) },
    { path: paths.history(slug), as: 'owner' },
    { path: paths.history(slug, { of: 'reply' }) },
    { path: paths.history(slug, { of: 'contradiction' }) },
    { path: paths.issueHistory(issue), as: 'owner' },
    { path: paths.personHistory(person) },
    // Codes of countries, languages and addresses are as written.
    { path: paths.partyHistory(party), part: `h1, .history-deed, .row, .history-list th` },
    { path: paths.sourceHistory(source), part: `h1, .history-deed, .row, .history-list th` },
    { path: paths.claimHistory(claim), part: `h1, .history-deed, .row` },
    { path: paths.restoreVersion(paths.issueHistory(issue), 1), as: 'owner' },
    { path: paths.restoreVersion(paths.issueHistory(issue), 2), as: 'owner' },
  ]
  const found = []
  for (const { path, part = 'main', as } of pages) {
    const Cookie = `language=ar${as === 'owner' ? `; ${owner.Cookie}` : ''}`
    const answer = await app.request(path, { headers: { Cookie } })
    const html = await answer.text()
    expect({ path, status: answer.status }).toEqual({ path, status: 200 })
    expect(html).toContain('<html lang="ar" dir="rtl"')
    const untranslated = untranslatedIn(partOf(html, part))
    if (untranslated.length > 0) found.push({ path, untranslated })
  }
  expect(found).toEqual([])
})
