import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Role } from '#server/domain/access.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { MODERATION_KINDS } from '#server/domain/moderation.ts'
import { paths } from '#server/paths.ts'
import { arabic } from '#views/words/arabic.ts'
import { translated } from '#views/words/messages.ts'
import { speaking } from '#views/words/wording.ts'
import { imported } from '#test/support/a-dispute.ts'
import { aReply } from '#test/support/a-reply.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { erased } from '#test/support/erasing.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { type Looked, demo, expectArabic as lookAt } from '#test/support/looks-in-arabic.ts'

const { slug } = demo.topic

/** A statement and a source in an alphabet of which the interface has nothing. */
const STATEMENT = 'Нас неверно поняли.'
const REASON = 'По ошибке.'

/** The demonstration with two replies, of which one is marked in the text, and facts of every kind. */
function aRecord(): Dossier {
  const town = inCyrillic(demo)
  const [claim] = town.claims
  const digest = town.sources.find((source) => source.capture !== undefined)
  if (claim === undefined || digest === undefined) throw new Error('The demonstration has neither')
  const quote = digest.capture?.text.slice(0, 40) ?? ''
  const reply = { claim: claim.slug, party: 'russia', said: '2015-12-18', statement: STATEMENT }
  const citation = { source: digest.slug, locator: 'с. 4' }
  return {
    ...town,
    sources: town.sources.map((source) => ({
      ...source,
      authors: ['Ана', 'Бо'],
      url: source.url ?? 'https://gazette.example/a',
      archiveUrl: 'https://archive.example/a',
    })),
    replies: [
      aReply({ slug: 'marked', ...reply, citations: [{ ...citation, quote }] }),
      aReply({ slug: 'unmarked', ...reply, citations: [citation] }),
    ],
  }
}

/** Hosts. */
const APART = '.source-link, button[value="fetch"]'

interface Page extends Looked {
  readonly path: string
}

/** An application with such a record, people in it, and looks at what it answers in Arabic. */
async function inArabic(db: Db) {
  await imported(db, aRecord())
  const { app } = anApp({
    db,
    fetchDocument: async () => await Promise.reject(new Error('Not here')),
  })
  const enter = async (name: string, role: Role) => {
    const { Cookie: own, csrf, accountId } = await signedInAs(app, db, { name, role })
    const Cookie = `${own}; language=ar`
    const send = async (path: string, fields: Record<string, string>) =>
      await app.request(path, aForm({ csrf, ...fields }, { Cookie }))
    return { Cookie, send, id: accountId }
  }
  const expectArabic = async (looked: Page, answer: Response, status = 200): Promise<string> => {
    const html = await answer.text()
    expect({ path: looked.path, status: answer.status }).toEqual({ path: looked.path, status })
    const apart = [APART, ...(looked.without === undefined ? [] : [looked.without])].join(', ')
    lookAt(looked.path, html, { without: apart })
    return html
  }
  const look = async (looked: Page, Cookie = 'language=ar'): Promise<string> =>
    await expectArabic(looked, await app.request(looked.path, { headers: { Cookie } }))
  const sources = await db.selectFrom('source').select(['id', 'slug']).orderBy('id').execute()
  const idOf = (own: string | undefined) =>
    sources.find((s) => s.slug === own) ?? { id: 0, slug: '' }
  return {
    app,
    enter,
    look,
    expectArabic,
    sources,
    digest: idOf(demo.sources.find((s) => s.capture !== undefined)?.slug),
    bare: idOf(demo.sources.find((s) => s.capture === undefined)?.slug),
    owner: await enter('Ана', 'owner'),
  }
}

const textOfDigest = (): string =>
  aRecord().sources.find((s) => s.capture !== undefined)?.capture?.text ?? ''

/** Sends a text twice: compared, then saved. */
async function captured(
  { owner, digest, expectArabic }: Awaited<ReturnType<typeof inArabic>>,
  text: string,
): Promise<void> {
  const path = paths.captureAgain(digest)
  const compared = await expectArabic({ path }, await owner.send(path, { text, step: 'compare' }))
  const seen = /name="seen" value="([^"]+)"/.exec(compared)?.[1] ?? ''
  expect((await owner.send(path, { text, seen, step: 'save' })).status).toBe(303)
}

describe('pages about sources in Arabic say nothing in another language', () => {
  test('to readers and to whoever records', async ({ db }) => {
    const { look, owner, sources, digest, bare } = await inArabic(db)
    for (const path of [paths.sources(slug), ...sources.map((source) => paths.source(source))]) {
      await look({ path })
      await look({ path }, owner.Cookie)
    }
    await look({ path: paths.newSourceAnywhere({ title: 'Книга' }) }, owner.Cookie)
    await look({ path: paths.newSource(slug) }, owner.Cookie)
    await look({ path: paths.captureAgain(digest) }, owner.Cookie)
    await look({ path: paths.captureAgain(bare) }, owner.Cookie)
  })

  test('where a source is added', async ({ db }) => {
    const { owner, expectArabic, digest } = await inArabic(db)
    const path = paths.newSource(slug)
    const facts = { title: 'Книга', published: '2015-12-20', 'source-language': 'ru' }
    const send = async (fields: Record<string, string>, status: number) =>
      await expectArabic({ path }, await owner.send(path, fields), status)
    const text = 'Три слова тут.'
    await send({ title: '', 'source-language': 'ru', step: 'save' }, 422)
    await send({ text, step: 'read' }, 200)
    expect((await owner.send(path, { ...facts, text, step: 'save' })).status).toBe(303)
    await send({ ...facts, text, step: 'save' }, 409)
    const url = 'https://gazette.example/a'
    await send({ ...facts, url, step: 'save' }, 409)
    await expectArabic(
      { path },
      await owner.send(paths.captureAgain(digest), { text: '', step: 'compare' }),
      422,
    )
  })

  test('where its text comes in again', async ({ db }) => {
    const desk = await inArabic(db)
    const { look, owner, digest, bare, expectArabic } = desk
    const text = textOfDigest()
    const path = paths.captureAgain(digest)
    const stale = { text: `${text} Ещё.`, seen: '1 x', step: 'save' }
    await expectArabic({ path }, await owner.send(path, stale), 409)
    await expectArabic({ path }, await owner.send(path, { text, step: 'compare' }))
    await captured(desk, text.slice(Math.floor(text.length / 3)))
    const newest = await look({ path: paths.source(digest) }, owner.Cookie)
    expect(newest).toMatch(/2026، \d\d:\d\d UTC/)
    await look({ path: paths.source({ ...digest, version: 1 }) })
    await look({ path: paths.sourceChanges(digest, 1, 2) })
    const first = { text: 'Ничего такого тут нет.', step: 'compare' }
    await expectArabic({ path }, await owner.send(paths.captureAgain(bare), first))
  })

  test('where readers see excerpts, and where a text is gone', async ({ db }) => {
    const { look, owner, enter, digest } = await inArabic(db)
    const access = paths.changeAccess(digest)
    for (const show of ['excerpts', 'whole', 'excerpts']) {
      expect((await owner.send(access, { show })).status).toBe(303)
      await look({ path: `${paths.source(digest)}?saved=${show}` }, owner.Cookie)
    }
    await look({ path: paths.source(digest) })
    const editor = await enter('Бо', 'editor')
    const { sha256: texts = '' } = aRecord().sources.find((s) => s.capture)?.capture ?? {}
    const given = { thing: 'source', id: digest.id, typed: digest.slug, texts } as const
    await erased(db, { ask: editor.send, decide: owner.send }, given)
    // Why it was erased is written in English by whoever asked.
    await look({ path: paths.source(digest), without: '.notice strong + bdi' })
  })
})

describe('what editors and owners did is told in Arabic', () => {
  test('in a topic', async ({ db }) => {
    const { look, owner, enter, digest } = await inArabic(db)
    const log = paths.topicModeration(slug)
    await look({ path: log })
    const editor = await enter('Бо', 'editor')
    const claims = await db.selectFrom('claim').select(['id', 'slug']).orderBy('id').execute()
    for (const [i, claim] of claims.slice(0, 2).entries()) {
      const path = paths.withdrawClaim(claim)
      expect((await editor.send(path, { version: '1', why: REASON })).status).toBe(303)
      if (i > 0) expect((await editor.send(path, { version: '2', why: REASON })).status).toBe(303)
    }
    await look({ path: log })
    await look({ path: paths.topicModeration(slug, { kind: 'dismissed' }) })
    await owner.send(paths.changeAccess(digest), { show: 'excerpts' })
    // The reason that is kept with it is the program's own, in English.
    await look({ path: log, without: '.history-list p:not([class]) bdi' })
  })

  test('of the accounts of the site', async ({ db }) => {
    const { look, owner, enter } = await inArabic(db)
    await look({ path: paths.moderation() })
    const [ed, cy] = [await enter('Эд Дуб', 'editor'), await enter('Цы Кедр', 'contributor')]
    const set = async (id: number, role: Role, access: string) =>
      expect(
        (await owner.send(paths.account({ id }), { role, access, why: 'Цы Кедр просит.' })).status,
      ).toBe(303)
    await set(cy.id, 'reviewer', 'enabled')
    await set(cy.id, 'reviewer', 'disabled')
    await set(cy.id, 'reviewer', 'enabled')
    await set(ed.id, 'editor', 'disabled')
    await set(ed.id, 'contributor', 'enabled')
    const page = await look({ path: paths.moderation() })
    expect(page).toContain(arabic.moderation.nameLeftOut)
    // In the reasons of what was done to the editor.
    expect(page.match(/Цы Кедр/g)).toHaveLength(3)
  })

  test('with a word for each kind of what they do', () => {
    for (const kind of Object.keys(MODERATION_KINDS) as (keyof typeof MODERATION_KINDS)[])
      expect(arabic.moderation.kind(kind)).toMatch(/^[\p{Script=Arabic}\p{M} ]+$/u)
  })
})

test('what happened to what one follows is told in Arabic, and in feeds in English', async ({
  db,
}) => {
  const { app, look, owner, enter } = await inArabic(db)
  const topic = await db.selectFrom('topic').select(['id', 'slug']).executeTakeFirstOrThrow()
  const followed = await owner.send(paths.follow('topic', topic), {})
  expect(followed.status).toBe(303)
  const { app: afterwards } = anApp({ db, now: () => later(5) })
  const editor = await enter('Бо', 'editor')
  const claims = await db.selectFrom('claim').select(['id', 'slug']).orderBy('id').execute()
  const { csrf, Cookie } = await signedInAs(afterwards, db, { name: 'Це', role: 'editor' })
  for (const [i, claim] of claims.entries()) {
    const send = async (version: string) =>
      await afterwards.request(
        paths.withdrawClaim(claim),
        aForm({ csrf, version, why: REASON }, { Cookie }),
      )
    expect((await send('1')).status).toBe(303)
    if (i === 0) expect((await send('2')).status).toBe(303)
  }
  const page = await look({ path: paths.inbox() }, owner.Cookie)
  for (const says of ['سحب: ', 'لم يعد مسحوبًا: ', 'انتهى التناقض: ']) expect(page).toContain(says)
  const feed = await app.request(paths.topicFeed(slug, 'json'), {
    headers: { Cookie: editor.Cookie },
  })
  expect(await feed.text()).toMatch(/"title":"(?:Withdrawn|Resolved): /)
})

test('what keeps a text from coming in is said in Arabic', () => {
  const browser = 'Open it in your browser and paste its text.'
  for (const [text, says] of [
    [`a.example cannot be reached at the moment. ${browser}`, 'تعذّر الوصول إلى a.example الآن. '],
    [
      `The certificate of a.example is not valid, so nobody can tell who answers. ${browser}`,
      'شهادة a.example غير صالحة، فلا يُعرف من يجيب. ',
    ],
  ] as const)
    expect(speaking('ar', () => translated(text))).toBe(`${says}افتحه في متصفحك وألصق نصه.`)
  expect(speaking('ar', () => translated('personal data'))).toBe('بيانات شخصية')
})
