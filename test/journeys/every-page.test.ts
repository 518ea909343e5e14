import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { createSignInLink } from '#server/actions/create-sign-in-link.ts'
import { askErasure } from '#server/actions/ask-erasure.ts'
import { loadDemo } from '#server/actions/load-demo.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { aTown, newClaimAddress } from '#test/support/a-claim-form.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { aReply } from '#test/support/a-reply.ts'
import { revisedDispute } from '#test/support/a-revised-dispute.ts'
import { anAccount } from '#test/support/an-account.ts'
import { type Verdicts, judge } from '#test/support/judged.ts'
import { aWebhook } from '#test/support/telling.ts'
import {
  type Look,
  type Site,
  expectAccessible,
  looks,
  setLook,
  test,
} from '#test/support/browser.ts'

/** Addresses that lead to no page of their own. */
const NOT_PAGES: ReadonlySet<string> = new Set([
  '/healthz',
  '/readyz',
  '/metrics',
  '/search.json',
  '/opensearch.xml',
  '/sign-in/:token',
  '/t/:topic/dossier.json',
  '/t/:topic/compare.json',
  '/t/:topic/compare.csv',
  '/t/:topic/compare.md',
  '/t/:topic/matrix.md',
  '/t/:topic/common-ground.csv',
  '/t/:topic/common-ground.json',
  '/t/:topic/common-ground.md',
  '/c/:file{[^/]+\\.md}',
  '/x/:file{[^/]+\\.md}',
  '/t/:topic/agreement.json',
  '/t/:topic/matrix.json',
  '/t/:topic/matrix.csv',
  '/t/:topic/timeline.json',
  '/t/:topic/timeline.csv',
  '/t/:topic/moderation.json',
  '/t/:topic/moderation.atom',
  '/t/:topic/moderation.feed.json',
  '/oembed',
  '/history.json',
  '/history.csv',
  '/t/:topic/card.png',
  '/t/:topic/compare/card.png',
  '/x/:id/card.png',
  '/c/:id/card.png',
  '/history/checkpoint',
  '/history/key',
  '/t/:topic/history/checkpoint',
  '/t/:topic/history/proof.json',
  '/t/:topic/history.json',
  '/t/:topic/history.csv',
  // They lead to two versions.
  '/c/:id/diff',
  '/i/:id/diff',
  '/p/:id/diff',
  '/people/:id/diff',
  '/s/:id/history/diff',
  '/t/:topic/diff',
  '/t/:topic/searches/:search/diff',
  '/admin/audit.csv',
  '/x/:file{[^/]+\\.json}',
  '/x/:file{[^/]+\\.jsonld}',
  '/c/:file{[^/]+\\.jsonld}',
  '/feeds/:of/:file{[^/]+\\.(?:atom|json)}',
])

/** Looks in which all rules are held against a page: both widths and both schemes are among them. */
const ALL_RULES: ReadonlySet<Look> = new Set([looks[0], looks[2]])

/** Paths of pages that were looked at, over all tests of this file. */
const visited = new Set<string>()

interface Tour {
  readonly page: Page
  /** Hold what the page shows now against each look. */
  readonly check: () => Promise<void>
  readonly visit: (path: string) => Promise<void>
}

async function startTour(site: Site, page: Page): Promise<Tour> {
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.ok())
      visited.add(new URL(response.url()).pathname)
  })
  let order: readonly Look[] = looks
  const check = async () => {
    for (const look of order) {
      await setLook(page, look)
      await expectAccessible(page, ALL_RULES.has(look) ? undefined : 'looks')
    }
    // The next page is loaded in the look this one was left in.
    order = order.toReversed()
  }
  const visit = async (path: string) => {
    await page.goto(site.origin + path)
    await check()
  }
  return { page, check, visit }
}

/** Two readers share the addresses: they keep one processor each busy. */
async function visitAll(site: Site, addresses: readonly string[]): Promise<void> {
  const waiting = [...addresses]
  const read = async () => {
    const { visit } = await startTour(site, await site.open(paths.healthz))
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await visit(path)
  }
  await Promise.all([read(), read()])
}

const first = { id: 1 }

/** A topic in which nobody has said anything. */
const anEmptyTopic = (): Dossier => ({
  ...aDossier(),
  topic: { ...aDossier().topic, slug: 'empty', parties: [], observers: [] },
  parties: [],
  people: [],
  sources: [],
  issues: [],
  claims: [],
})

const DEMO = 'syria-talks-demo'
const SIX = [
  'united-states',
  'russia',
  'syrian-government',
  'syrian-opposition',
  'saudi-arabia',
  'washington-post',
]

test('before anything is on record', async ({ site }) => {
  await visitAll(site, [paths.home])
  await imported(site.db, anEmptyTopic())
  const slug = 'empty'
  await visitAll(site, [
    paths.home,
    paths.topic(slug),
    paths.compare(slug),
    paths.issues(slug),
    paths.parties(slug),
    paths.sources(slug),
    paths.matrix(slug),
    paths.commonGround(slug),
    paths.timeline(slug),
    paths.groups(slug),
    paths.contradictions(slug),
    paths.agreement(slug),
  ])
})

test('agreement of many reviewers', async ({ site }) => {
  const idOf = await imported(site.db, aDispute())
  const names = Array.from({ length: 10 }, (_, i) => (i % 3 === 0 ? `مراجع ${i}` : `Reviewer ${i}`))
  const verdictsOf = (every: number): Verdicts =>
    Object.fromEntries(names.map((name, i) => [name, i % every === 0 ? 'tension' : 'conflict']))
  await judge(site.db, idOf('strikes'), verdictsOf(2))
  await judge(site.db, idOf('months'), verdictsOf(4))
  await visitAll(site, [
    paths.agreement('strait'),
    paths.topic('strait'),
    paths.contradictions('strait'),
  ])
})

test('a comparison in each of its layouts', async ({ site }) => {
  await loadDemo(site.db, new Date())
  await visitAll(site, [
    paths.compare(DEMO, { p: SIX.slice(0, 1) }),
    paths.compare(DEMO, { p: SIX.slice(0, 2) }),
    paths.compare(DEMO, { p: SIX.slice(0, 3) }),
    paths.compare(DEMO),
    paths.compare(DEMO, { p: SIX.slice(0, 5) }),
    paths.compare(DEMO, { p: SIX }),
    paths.compare(DEMO, { view: 'list' }),
    paths.compare(DEMO, { show: 'mixed' }),
    paths.compare(DEMO, { asof: '1999-01-01' }),
    paths.compare(DEMO, { asof: 'yesterday', p: ['nobody'] }),
  ])
})

test('what is on record', async ({ site }) => {
  await loadDemo(site.db, new Date())
  await visitAll(site, [
    paths.home,
    paths.topic(DEMO),
    paths.matrix(DEMO),
    paths.commonGround(DEMO),
    paths.timeline(DEMO),
    paths.groups(DEMO),
    paths.groups(DEMO, { a: SIX.slice(0, 2), b: SIX.slice(2, 5) }),
    paths.compare(DEMO, { p: SIX.slice(0, 2), since: '2015-11-01' }),
    paths.timeline(DEMO, { p: SIX.slice(0, 2), since: '2015-11-01' }),
    paths.timeline(DEMO, { p: SIX.slice(0, 1), since: 'yesterday' }),
    paths.commonGround(DEMO, { p: SIX.slice(0, 2), asof: 'yesterday' }),
    paths.matrix(DEMO, { asof: 'yesterday', p: ['nobody'] }),
    paths.issues(DEMO),
    paths.issue({ id: 3 }),
    paths.issue({ id: 6 }),
    paths.parties(DEMO),
    paths.party(first),
    paths.person(first),
    paths.sources(DEMO),
    paths.source({ id: 1 }),
    paths.source({ id: 2 }),
    paths.claim(first),
    paths.claimHistory(first),
    paths.history(DEMO),
    paths.history(DEMO, { of: 'search', by: 'Nobody' }),
    paths.allHistory(),
    paths.allHistory({ entity: 'c/1', by: 'Nobody' }),
    paths.issueHistory({ id: 3 }),
    paths.partyHistory(first),
    paths.personHistory(first),
    paths.sourceHistory({ id: 1 }),
    paths.contradictions(DEMO),
    paths.contradictions(DEMO, { status: 'resolved', party: 'russia' }),
    paths.contradiction(first),
    paths.exportComparison(DEMO),
    paths.exportComparison(DEMO, { p: SIX, asof: '1999-01-01' }),
    paths.embedCompare(DEMO),
    paths.embedCompare(DEMO, { p: SIX, show: 'conflict' }),
    paths.embedMatrix(DEMO),
    paths.embedContradiction(first),
    paths.embedClaim(first),
    paths.embedClaim({ id: 9999 }),
  ])
})

test('help, and what cannot be shown', async ({ site }) => {
  await imported(site.db, aDossier())
  const { token } = await createSignInLink(site.db, new Date())
  await site.open(paths.signIn(token))
  await visitAll(site, [
    paths.help,
    paths.helpEncoding,
    paths.helpKeys,
    paths.method,
    paths.search(),
    paths.search({ q: 'bridge' }),
    paths.search({ q: 'Brigde party:north' }),
    paths.accessibility,
    '/no-such-page',
    paths.topic('no-such-topic'),
    `${paths.issues('bridge')}?page=0`,
    paths.reviewQueue(),
    paths.signIn(token),
  ])
})

const ELECTION = '../shared/data/wahlomat-2017.dossier.json'

test.skipIf(!existsSync(ELECTION))('a grid of 32 parties and 38 issues', async ({ site }) => {
  const dossier = JSON.parse(readFileSync(ELECTION, 'utf8')) as Dossier
  await imported(site.db, dossier)
  const p = dossier.parties.map(({ slug }) => slug)
  await visitAll(site, [
    paths.compare(dossier.topic.slug, { p }),
    paths.matrix(dossier.topic.slug),
    paths.commonGround(dossier.topic.slug),
    paths.groups(dossier.topic.slug, { a: p.slice(0, 16), b: p.slice(16) }),
    paths.timeline(dossier.topic.slug),
    paths.matrix(dossier.topic.slug, { of: 'common', halves: 'both' }),
  ])
})

test('what the owner meets', async ({ site }) => {
  await imported(site.db, aTown())
  const idOf = await imported(site.db, aDispute())
  await Promise.all([tourSources(site), tourClaims(site), tourReviews(site, idOf)])
})

test('issues, parties and people, made and changed by hand', async ({ site }) => {
  await imported(site.db, aTown())
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  const where = { id: 2 }
  await visit(paths.newIssue('bridge'))
  await press(page, 'Save issue')
  await page.getByRole('alert').waitFor()
  await check()
  await visit(paths.editIssue(where))
  await page.getByLabel('A … B').selectOption('')
  await page.getByLabel('Reason for this change').fill('Both can stand.')
  await press(page, 'Save changes')
  await page.getByRole('heading', { name: 'Preview of the change' }).waitFor()
  await check()
  await visit(paths.mergePositions(where, { from: 'ford' }))
  await visit(paths.splitPosition(where))
  await visit(paths.newSearch(where))
  await visit(paths.issue(where))
  await visit(paths.newParty('bridge'))
  await press(page, 'Save party')
  await page.getByRole('alert').waitFor()
  await check()
  await visit(paths.editParty(first))
  await visit(paths.newPerson('bridge'))
  await visit(paths.editPerson(first))
})

test('accounts, and who may see what', async ({ site }) => {
  await imported(site.db, aDispute())
  await anAccount(site.db, { name: 'Ana Alder', email: 'ana@example.org', role: 'contributor' })
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  await visit(paths.settings)
  await visit(`${paths.profile}?saved=browser`)
  await visit(paths.appearanceSettings)
  await visit(paths.keyboardSettings)
  await visit(paths.notifications())
  await visit(paths.changePassword)
  await visit(paths.passkeys)
  await visit(paths.apiTokens)
  await press(page, 'Make a token')
  await page.getByRole('alert').waitFor()
  await check()
  await page.getByLabel('What it is for').fill('Nightly import')
  await page.getByLabel(/^Read what/).check()
  await press(page, 'Make a token')
  await page.getByText('This is the token').waitFor()
  await check()

  await visit(paths.people)
  await page.getByRole('radio', { name: 'Reviewer' }).check()
  await press(page, 'Make an invitation')
  await page.getByText('Pass this link on').waitFor()
  await check()
  const link = await page.locator('.secret').innerText()
  await visit(paths.account({ id: 1 }))
  await press(page, 'Save')
  await page.getByRole('alert').waitFor()
  await check()
  await press(page, 'Make a sign-in link')
  await page.getByText('Pass this link on').waitFor()
  await check()

  await visit(paths.audit())
  await visit(paths.audit({ kind: 'token' }))
  await visit(paths.topicSetup('strait'))
  await page.getByRole('radio', { name: 'Private' }).check()
  await press(page, 'Save')
  await page.getByText('only its members see it').waitFor()
  await visit(paths.topicMembers('strait'))
  await page.getByLabel('Add somebody').selectOption({ index: 1 })
  await press(page, 'Add')
  await page.getByRole('button', { name: 'Take out Ana Alder' }).waitFor()
  await check()

  await press(page, 'Sign out')
  await visit(paths.passkeySignIn)
  await visit(paths.signInForm())
  await press(page, 'Sign in')
  await page.getByRole('alert').waitFor()
  await check()
  await visit(new URL(link).pathname)
  await press(page, 'Make the account')
  await page.getByRole('alert').waitFor()
  await check()
})

test('what is followed, and what happened to it', async ({ site }) => {
  const idOf = await imported(site.db, aDispute())
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  await visit(paths.inbox())
  for (const path of [paths.topic('strait'), paths.contradiction({ id: idOf('border') })]) {
    await page.goto(site.origin + path)
    await press(page, 'Follow')
    await page.getByRole('button', { name: 'Stop following' }).waitFor()
    await check()
  }
  await visit(paths.inbox())
  await judge(site.db, idOf('border'), { Rosa: 'conflict' })
  const { claims, ...rest } = aDispute()
  const changed = claims.map((claim) => ({ ...claim, hedge: 'may' }))
  await imported(site.db, { ...rest, claims: changed }, new Date())
  await visit(paths.inbox())
  await press(page, 'Mark all as read')
  await page.getByText('none new').waitFor()
  await check()
})

test('webhooks, and what came of them', async ({ site }) => {
  await imported(site.db, aDispute())
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  await visit(paths.webhooks)
  const { id: accountId } = await site.db
    .selectFrom('account')
    .select('id')
    .executeTakeFirstOrThrow()
  const url = `https://hooks.example.org/${'a-long-address/'.repeat(8)}`
  const id = await aWebhook(site.db, { url, accountId, events: ['claim.withdrawn'] })
  await aWebhook(site.db, { url, accountId })
  const waiting = { webhook_id: id, event: 'test', noted_at: new Date() }
  await site.db
    .insertInto('webhook_delivery')
    .values([
      { ...waiting, key: 'test 1', next_attempt_at: new Date() },
      { ...waiting, key: 'test 2', attempts: 3, delivered_at: new Date() },
      { ...waiting, key: 'test 3', attempts: 8, last_error: 'hooks.example.org answered 500.' },
    ])
    .execute()
  await visit(paths.notifications())
  await visit(paths.jobs())
  await visit(paths.webhooks)
  await press(page, 'Disable')
  await page.getByText('The webhook is disabled').waitFor()
  await check()
})

test('what corrects, answers and erases', async ({ site }) => {
  await aRevisedStrait(site.db)
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  for (const history of [
    paths.claimHistory(first),
    paths.issueHistory(first),
    paths.partyHistory(first),
    paths.personHistory(first),
    paths.sourceHistory(first),
    paths.history('strait'),
    paths.searchHistory('strait', 'gamma talks 2015-12-20'),
  ]) {
    await visit(paths.restoreVersion(history, 1))
    await visit(paths.versionChanges(history, 1, 2))
  }
  await page.goto(site.origin + paths.restoreVersion(paths.claimHistory(first), 1))
  await press(page, /^Restore/)
  await page.getByRole('alert').waitFor()
  await check()

  await visit(paths.newReply(first))
  await press(page, /^Save/)
  await page.getByRole('alert').waitFor()
  await check()
  await visit(paths.editReply(first, first))
  await visit(paths.withdrawReply(first, first))
  await visit(paths.claim(first))

  await visit(paths.askErasure('claim', first))
  await press(page, /^Ask/)
  await page.getByRole('alert').waitFor()
  await check()
  const editor = await anAccount(site.db, { name: 'Ed Elm', role: 'editor' })
  const by = { accountId: editor.accountId, name: 'Ed Elm', now: new Date() }
  const reason = { reason: 'personal data', why: 'By order of a court.' } as const
  const asked = { topicId: 1, thing: 'claim', thingId: 1, texts: [] } as const
  await askErasure(site.db, { ...asked, ...reason, by })
  await visit(paths.erasures)
  await visit(paths.erasure(first))
  await page.getByLabel(/^Type/).fill('only')
  await press(page, /^Erase/)
  await page.waitForURL(/erasures$/)
  await check()
  await visit(paths.claim(first))
  await visit(paths.moderation())
  await visit(paths.topicModeration('strait'))
})

/** The strait with two versions of everything and a reply. */
async function aRevisedStrait(db: Site['db']): Promise<void> {
  await revisedDispute(db, {
    claims: aDispute().claims.map((claim) => ({ ...claim, hedge: 'may' })),
    replies: [aReply({ slug: 'r', claim: 'only' })],
  })
}

const press = async (page: Page, name: string | RegExp) =>
  await page.getByRole('button', { name }).first().click()

const unfold = async (page: Page) =>
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

/** The way in of a source, and of claims from its text. */
async function tourSources(site: Site): Promise<void> {
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  await visit(paths.newSourceAnywhere())
  await visit(paths.newSource('bridge'))
  await press(page, 'Save source')
  await page.getByRole('alert').waitFor()
  await check()
  const minutes = { id: 2 }
  await visit(paths.source(minutes))
  await visit(paths.capture(minutes))
  await visit(paths.capture(minutes, { s: '1' }))
  await page.getByLabel('Condition').fill('if the south agrees')
  await press(page, 'Keep for later')
  await page.getByText('A claim that you began is kept').waitFor()
  await check()
  await visit(paths.capture(minutes, { draft: '1' }))
  await visit(paths.capture(first))

  await visit(paths.captureAgain(minutes))
  await page.getByLabel('Text of the source as it is now').fill('Mayor Lin said nothing new.')
  await press(page, 'See what changed')
  await page.getByRole('heading', { name: 'What changed' }).waitFor()
  await check()
  await press(page, 'Save as version 2')
  await page.getByRole('heading', { name: 'Texts of this source' }).waitFor()
  await check()
  await visit(paths.source({ ...minutes, version: 1 }))
  await visit(paths.sourceChanges(minutes, 1, 2))
}

/** Every state of the forms for claims. */
async function tourClaims(site: Site): Promise<void> {
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  await visit(paths.home)
  await visit(paths.topic('bridge'))
  await visit(paths.compare('bridge'))
  await visit(newClaimAddress)
  for (const issue of ['where', 'opening']) {
    await page.goto(site.origin + paths.newClaim('bridge', { issue }))
    await unfold(page)
    await check()
  }
  await press(page, 'Add another citation')
  await page.getByRole('group', { name: 'Citation 2' }).waitFor()
  await press(page, 'Save claim')
  await page.getByRole('alert').waitFor()
  await unfold(page)
  await check()

  await page.goto(site.origin + paths.newClaim('bridge', { issue: 'bridge', party: 'south' }))
  await page.getByLabel('Denies', { exact: true }).check()
  await page.getByLabel('Statement', { exact: true }).fill('South wants no bridge.')
  await page.getByLabel('Said on').fill('2020-01-02')
  await page.getByLabel('Form', { exact: true }).selectOption('paraphrase')
  await page.getByLabel('Source', { exact: true }).selectOption('gazette')
  await press(page, 'Save claim')
  await page.getByRole('heading', { name: 'This looks like a claim' }).waitFor()
  await check()
  await press(page, 'Save anyway')
  await page.locator('#done').waitFor()
  await check()

  await visit(paths.editClaim(first))
  await press(page, 'Save changes')
  await page.getByRole('alert').waitFor()
  await check()
  await page.goto(site.origin + paths.editClaim(first))
  await page.getByLabel('Reason for this change').fill('Clearer.')
  await page.getByLabel('Statement', { exact: true }).fill('Mine')
  await elsewhere(page, async (other) => {
    await other.getByLabel('Reason for this change').fill('Clearer.')
    await other.getByLabel('Statement', { exact: true }).fill('Theirs')
    await press(other, 'Save changes')
    await other.locator('#done').waitFor()
  })
  await press(page, 'Save changes')
  await page.getByRole('heading', { name: 'Somebody changed this claim' }).waitFor()
  await check()

  await visit(paths.withdrawClaim(first))
  await press(page, 'Withdraw')
  await page.getByRole('alert').waitFor()
  await check()
  await page.getByLabel('Reason for withdrawing it').fill('A misprint.')
  await press(page, 'Withdraw')
  await page.getByText('Withdrawn. A misprint.').waitFor()
  await check()
  await visit(paths.withdrawClaim(first))
  await visit(paths.claimHistory(first))
}

const dismiss = async (page: Page) => {
  await unfold(page)
  await press(page, /Both can hold/)
}

/** Do something in a second tab, at the address of the first. */
async function elsewhere(page: Page, act: (other: Page) => Promise<void>): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await act(other)
  await other.close()
}

/** The queue and each status, as whoever decides and as readers see them. */
async function tourReviews(site: Site, idOf: (issue: string) => number): Promise<void> {
  const { page, check, visit } = await startTour(site, await site.openSignedIn(paths.home))
  const addressOf = (issue: string) => paths.contradiction({ id: idOf(issue) })
  const decide = async (issue: string, verdict: RegExp) => {
    await page.goto(site.origin + addressOf(issue))
    if (verdict.test('No conflict')) await dismiss(page)
    else await press(page, verdict)
    await page.getByRole('button', { name: 'Take back your review' }).waitFor()
  }
  await visit(paths.contradictions('strait'))
  await visit(paths.history('strait'))
  await visit(addressOf('strikes'))
  await visit(addressOf('border'))
  await visit(paths.reviews({ id: idOf('leader') }))
  await visit(paths.reviewQueue())
  await unfold(page)
  await check()
  await press(page, /Put off/)
  await page.locator('.saved').waitFor()
  await check()

  await decide('months', /^No conflict/)
  await check()
  await decide('talks', /^Cannot tell/)
  await check()
  await page.goto(site.origin + addressOf('leader'))
  await elsewhere(page, async (other) => {
    await press(other, /^Tension/)
    await other.getByRole('button', { name: 'Take back your review' }).waitFor()
  })
  await press(page, /^Cannot tell/)
  await page.getByText('was decided on, or its evidence changed').first().waitFor()
  await check()
  await page.locator('.review-form [name=csrf]').evaluate((field: HTMLInputElement) => {
    field.value = 'another session'
  })
  await press(page, /^Conflict/)
  await page.getByRole('heading', { name: 'Not allowed' }).waitFor()
  await check()

  await page.goto(site.origin + paths.reviewQueue({ topic: 'strait' }))
  await press(page, /^Conflict/)
  await page.locator('.saved').waitFor()
  await check()
  for (const queue of ['disputed', 'snoozed', 'new-evidence', 'done'] as const)
    await visit(paths.reviewQueue({ queue }))
  await press(page, 'Sign out')
  await visit(paths.contradictions('strait'))
  for (const issue of ['strikes', 'months', 'talks', 'leader', 'border'])
    await visit(addressOf(issue))
}

test('no page of the application was left out', ({ site }) => {
  const gets = site.routes.filter(
    ({ method, path }) => method === 'GET' && !path.startsWith('/assets/'),
  )
  const patterns = [...new Set(gets.map(({ path }) => path))]
  expect(patterns).toEqual(expect.arrayContaining([...NOT_PAGES]))
  const isVisited = (pattern: string) => {
    const wanted = new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)
    return [...visited].some((path) => wanted.test(path))
  }
  expect(patterns.filter((pattern) => !NOT_PAGES.has(pattern) && !isVisited(pattern))).toEqual([])
})
