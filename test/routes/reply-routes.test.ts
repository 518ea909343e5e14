import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { claimAnchor, paths, replyAnchor } from '#server/paths.ts'
import { fieldsOn } from '#test/support/a-claim-form.ts'
import { ONLY, aDispute, imported } from '#test/support/a-dispute.ts'
import { aReply } from '#test/support/a-reply.ts'
import { textOf } from '#test/support/a-record.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const filled = {
  key: 'c-00000000000a',
  rows: '1',
  party: 'alpha',
  person: 'ana',
  statement: 'He was misquoted.',
  said: '2015-12-18',
  'c1-source': 'english',
  'c1-quote': ONLY,
  step: 'save',
}

/** The dispute, an owner signed in, and the claim “only” that replies answer. */
async function open(db: Db, replies: ReturnType<typeof aReply>[] = []) {
  const x = (await imported(db, { ...aDispute(), ...(replies.length > 0 && { replies }) }))(
    'strikes',
  )
  const { app } = anApp({ db })
  const { Cookie, csrf } = await signedIn(app, db)
  const claim = await db
    .selectFrom('claim')
    .where('slug', '=', 'only')
    .select(['id', 'slug'])
    .executeTakeFirstOrThrow()
  const headers = { Cookie }
  return {
    app,
    x,
    claim,
    read: async (path: string) => await (await app.request(path, { headers })).text(),
    send: async (path: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
      await app.request(path, aForm({ csrf, ...fields }, { ...headers, ...more })),
    add: async (fields: Record<string, string> = {}, more: Record<string, string> = {}) =>
      await app.request(
        paths.newReply(claim),
        aForm({ csrf, ...filled, ...fields }, { ...headers, ...more }),
      ),
  }
}

const replyIn = async (db: Db) =>
  await db.selectFrom('reply').selectAll().orderBy('id').executeTakeFirstOrThrow()

describe('a reply', () => {
  test('is recorded by its form, which begins with whose claim it is', async ({ db }) => {
    const { read, add, app, claim } = await open(db)
    const form = await read(paths.newReply(claim))
    expect(fieldsOn(form).get('party')).toBe('alpha')
    expect(form).toContain(`href="${paths.newSource('strait')}"`)
    expect(await faultsOf(form)).toEqual([])
    const answer = await add()
    expect(answer.status).toBe(303)
    const reply = await replyIn(db)
    expect(answer.headers.get('Location')).toBe(paths.reply(claim, reply))
    const page = await (await app.request(paths.claim(claim))).text()
    const box = /<section class="reply" id="r-1".*?<\/section>/s.exec(page)?.[0] ?? ''
    expect(textOf(box)).toMatch(/^ ?Reply by Alpha ?He was misquoted\. ?In the source’s words/)
    expect(box).toContain(ONLY)
    expect(textOf(box)).toContain('Ana Alder, Minister · 18 December 2015 · Paper english')
    expect(box).toContain(`#${replyAnchor(reply)}"`)
    expect(page).not.toContain('Add a reply')
    expect(await faultsOf(page)).toEqual([])
  })

  test('is one reply however often its form is sent, and the same words again are a duplicate', async ({
    db,
  }) => {
    const { add } = await open(db)
    expect((await add()).status).toBe(303)
    expect((await add()).status).toBe(303)
    const used = await add({ statement: 'Something else.' })
    expect(used.status).toBe(409)
    expect(await used.text()).toContain('This form was saved before, as another reply')
    const twice = await add({ key: 'c-00000000000b' })
    expect(twice.status).toBe(409)
    expect(await twice.text()).toContain('This reply is on record already')
    expect(await db.selectFrom('reply').select('slug').execute()).toHaveLength(1)
  })

  test('comes back with what was typed where something is wrong, each fault at its field', async ({
    db,
  }) => {
    const { add } = await open(db)
    const empty = await add({ party: '', statement: '', said: '', 'c1-source': '', 'c1-quote': '' })
    expect(empty.status).toBe(422)
    const text = textOf(await empty.text())
    for (const says of [
      'Choose the party that answers.',
      'Say in a sentence what the answer is.',
      'Enter when it was said.',
      'Choose the source it was found in, or add a new one.',
    ])
      expect(text).toContain(says)
    const early = await add({ said: '2015-12-01' })
    expect(early.status).toBe(422)
    const page = await early.text()
    expect(page).toContain('is before 2015-12-15, when the claim that it answers was made.')
    expect(fieldsOn(page).get('statement')).toBe('He was misquoted.')
    const late = await add({ said: '2015-12-21' })
    expect(await late.text()).toContain('is later than the publication of “Report english”')
    expect(await db.selectFrom('reply').select('slug').execute()).toEqual([])
  })

  test('is offered the nearest words where its quotation is not in the source', async ({ db }) => {
    const { add, send, claim } = await open(db)
    const wrong = await add({ 'c1-quote': 'Strikes should hit two named groups only.' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(textOf(page)).toContain('Check the wording, or leave the quotation out.')
    expect(page).toContain('Quote these words instead')
    const {
      csrf: _,
      theme: __,
      return_to: ___,
      '': ____,
      ...fields
    } = Object.fromEntries(fieldsOn(page))
    const taken = await send(paths.newReply(claim), { ...fields, step: 'take-words-1' })
    expect(fieldsOn(await taken.text()).get('c1-quote')).toBe(ONLY)
    expect(await db.selectFrom('reply').select('slug').execute()).toEqual([])
  })

  test('is changed by a form that keeps both versions where somebody was faster', async ({
    db,
  }) => {
    const { read, send, add, app, claim } = await open(db)
    await add()
    const edit = paths.editReply(claim, await replyIn(db))
    const {
      csrf: _,
      theme: __,
      return_to: ___,
      '': ____,
      ...own
    } = Object.fromEntries(fieldsOn(await read(edit)))
    expect(own).toMatchObject({ statement: 'He was misquoted.', version: '1', 'c1-quote': ONLY })
    const fields = { ...own, step: 'save' }
    const without = await send(edit, { ...fields, statement: 'Hers.' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Give the reason for this change.')
    const first = await send(edit, { ...fields, statement: 'Theirs.', why: 'Misread.' })
    expect(first.status).toBe(303)
    const second = await send(edit, { ...fields, statement: 'Mine.', why: 'Clearer.' })
    expect(second.status).toBe(409)
    const stale = await second.text()
    expect(textOf(stale)).toContain('Somebody changed this reply after you opened it')
    expect(textOf(stale)).toContain('Theirs.')
    expect(fieldsOn(stale).get('statement')).toBe('Mine.')
    expect(fieldsOn(stale).get('version')).toBe('2')
    expect((await replyIn(db)).statement).toBe('Theirs.')
    const history = textOf(await (await app.request(`${paths.history('strait')}?of=reply`)).text())
    expect(history).toContain('Owner changed the reply Theirs.')
    expect(history).toContain('Misread.')
    const program = await send(edit, { ...fields, why: 'x' }, { Accept: 'application/json' })
    expect(program.status).toBe(409)
    expect(await program.json()).toMatchObject({ code: 'edit_conflict' })
  })

  test('stays when it is withdrawn, with the reason, and can be put back', async ({ db }) => {
    const { read, send, app, claim, x } = await open(db, [aReply({ slug: 'r', claim: 'only' })])
    const withdraw = paths.withdrawReply(claim, await replyIn(db))
    const form = await read(withdraw)
    expect(await faultsOf(form)).toEqual([])
    expect((await send(withdraw, { version: '1', why: '' })).status).toBe(422)
    const done = await send(withdraw, { version: '1', why: 'Not theirs.' })
    expect(done.status).toBe(303)
    expect((await send(withdraw, { version: '1', why: 'Again.' })).status).toBe(409)
    const page = textOf(await (await app.request(paths.claim(claim))).text())
    expect(page).toContain('Reply by AlphaWithdrawn. Not theirs.The minister was misquoted.')
    const elsewhere = await (await app.request(paths.contradiction({ id: x }))).text()
    expect(elsewhere).not.toContain('Reply by')
    expect((await send(withdraw, { version: '2', why: 'It is.' })).status).toBe(303)
    expect((await replyIn(db)).withdrawn_reason).toBeNull()
    const history = textOf(await (await app.request(paths.history('strait'))).text())
    expect(history).toContain('Owner withdrew the reply The minister was misquoted.')
    expect(history).toContain('Owner put back the reply The minister was misquoted.')
  })

  test('is changed by who recorded it or an editor, and not by anybody else', async ({ db }) => {
    const { app, claim } = await open(db, [aReply({ slug: 'r', claim: 'only' })])
    const reply = await replyIn(db)
    const { Cookie } = await signedInAs(app, db, { role: 'contributor' })
    const headers = { Cookie }
    const page = await (await app.request(paths.claim(claim), { headers })).text()
    expect(page).toContain(`href="${paths.newReply(claim)}"`)
    expect(page).not.toContain(paths.editReply(claim, reply))
    expect((await app.request(paths.editReply(claim, reply), { headers })).status).toBe(403)
    expect((await app.request(paths.newReply(claim))).status).toBe(401)
    const elsewhere = paths.editReply({ id: claim.id + 1 }, reply)
    expect((await app.request(elsewhere, { headers })).status).toBe(404)
  })
})

describe('a reply is shown', () => {
  const quoted = aReply({
    slug: 'r',
    claim: 'only',
    party: 'beta',
    citations: [{ source: 'english', quote: ONLY, translation: 'Nur zwei', translator: 'Tal' }],
  })

  test('beside the claim on the page of a contradiction, and in its JSON', async ({ db }) => {
    const { app, x, claim } = await open(db, [quoted])
    const reply = await replyIn(db)
    const page = await (await app.request(paths.contradiction({ id: x }))).text()
    const box = /<section class="reply".*?<\/section>/s.exec(page)?.[0] ?? ''
    expect(textOf(box)).toContain('Reply by بيتاThe minister was misquoted.')
    expect(textOf(box)).toContain('Translation by Tal')
    expect(box).toContain(`href="${paths.reply(claim, reply)}"`)
    expect(textOf(page)).toContain('Reply by بيتا, 18 Dec 2015')
    expect(await faultsOf(page)).toEqual([])
    const json = (await (await app.request(paths.contradictionJson({ id: x }))).json()) as {
      a: { evidence: { claim: string; replies: unknown[] }[] }
      b: { evidence: { claim: string; replies: unknown[] }[] }
    }
    const evidence = [...json.a.evidence, ...json.b.evidence]
    expect(evidence.find((e) => e.claim === 'only')?.replies).toEqual([
      {
        reply: 'r',
        address: `http://localhost${paths.reply(claim, reply)}`,
        party: 'beta',
        name: 'بيتا',
        person: null,
        said: '2015-12-18',
        statement: 'The minister was misquoted.',
      },
    ])
    expect(evidence.find((e) => e.claim === 'every')?.replies).toEqual([])
  })

  test('as a quiet link in a cell of the comparison, once it was said', async ({ db }) => {
    const { app, claim } = await open(db, [quoted])
    const reply = await replyIn(db)
    const at = async (asof: string) =>
      await (await app.request(paths.compare('strait', { view: 'wide', asof }))).text()
    const link = `href="${paths.reply(claim, reply)}"`
    expect(await at('2015-12-18')).toContain(link)
    expect(textOf(await at('2015-12-18'))).toContain('Reply by بيتا, 18 Dec 2015')
    expect(await at('2015-12-17')).not.toContain(link)
  })

  test('in its source, marked apart from claims and listed apart from them', async ({ db }) => {
    const only = aReply({
      slug: 'none',
      claim: 'every',
      party: 'alpha',
      citations: [{ source: 'english', quote: 'He took no questions.' }],
    })
    const { app, claim } = await open(db, [quoted, only])
    const source = await db
      .selectFrom('source')
      .where('slug', '=', 'english')
      .select(['id', 'slug'])
      .executeTakeFirstOrThrow()
    const page = await (await app.request(paths.source(source))).text()
    const [first, second] = await db.selectFrom('reply').select('id').orderBy('id').execute()
    expect(page).toContain(`<mark class="claimed" id="${claimAnchor(claim)}">${ONLY}</mark>`)
    expect(page).toContain(`<span id="${replyAnchor({ id: first?.id ?? 0 })}" class="anchor">`)
    expect(page).toContain(`<mark class="replied" id="${replyAnchor({ id: second?.id ?? 0 })}">`)
    expect(textOf(page)).toContain('2 repliesReply R1 بيتا · 18 Dec 2015')
    expect(textOf(page)).toContain('On the claim: Only two groups.')
    expect(textOf(page)).toContain('1 claimClaim 1 Alpha')
    expect(await faultsOf(page)).toEqual([])
  })

  test('in the claim’s JSON-LD as a comment, and in the dossier that readers get', async ({
    db,
  }) => {
    const { app, claim } = await open(db, [quoted])
    const reply = await replyIn(db)
    const permalink = `http://localhost${paths.claim({ id: claim.id })}`
    expect(await (await app.request(paths.claimJsonLd(claim))).json()).toMatchObject({
      comment: [
        {
          '@type': 'Comment',
          '@id': `${permalink}#${replyAnchor(reply)}`,
          parentItem: { '@id': permalink },
          text: 'The minister was misquoted.',
          author: { name: 'بيتا' },
          citation: [{ '@type': 'Quotation', text: ONLY }],
        },
      ],
    })
    const dossier = (await (await app.request(paths.dossier('strait'))).json()) as object
    expect(dossier).toMatchObject({ replies: [{ slug: 'r', claim: 'only' }] })
  })
})
