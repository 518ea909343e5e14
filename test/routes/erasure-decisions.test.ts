import { describe, expect } from 'vitest'
import { findRequestOf } from '#db/queries/erasures.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { paths } from '#server/paths.ts'
import { aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { imported } from '#test/support/a-dispute.ts'
import { textOf } from '#test/support/a-record.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { anApp, later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { WHY, erased, sender, twoPeople, verified } from '#test/support/erasing.ts'
import { faultsOf } from '#test/support/html.ts'

const CLAIM = { id: 1, slug: 'c1' }
const ask = paths.askErasure('claim', CLAIM)
const asking = { reason: 'legal order', why: WHY }
const FIRST = { id: 1 }

describe('asking for an erasure', () => {
  test('says that the reason is public and what would go, and waits for an owner', async ({
    db,
  }) => {
    const { app } = await openTown(db)
    const { editor, owner, ask: send } = await twoPeople(app, db)
    const read = async (path: string, { Cookie }: { Cookie: string }) => {
      const page = await (await app.request(path, { headers: { Cookie } })).text()
      expect(await faultsOf(page)).toEqual([])
      return textOf(page)
    }
    const form = await read(ask, editor)
    expect(form).toContain('Reason, public once it is erased')
    expect(form).toContain('in 1 version; 0 quotations in the newest')
    expect(form).toContain('Backups made before still hold them.')
    const lacking = await send(ask, {})
    expect(lacking.status).toBe(422)
    expect(textOf(await lacking.text())).toContain('Choose the reason.')
    expect((await send(ask, { ...asking, reason: 'dislike' })).status).toBe(422)
    expect((await send(ask, asking)).headers.get('Location')).toBe(ask)
    expect(await read(ask, editor)).toContain('Max asked for this on')
    // Asking again while it waits changes nothing.
    await send(ask, { ...asking, why: 'Another.' })
    expect((await findRequestOf(db, 'claim', 1))?.why).toBe(WHY)
    const list = await read(paths.erasures, owner)
    expect(list).toContain('1 request waiting.')
    expect(list).toContain('The words of the claim The bridge should be built.')
    const page = await read(paths.erasure(FIRST), owner)
    expect(page).toContain('Type c1 to erase it')
    expect(page).toContain('This cannot be undone')
    expect(await db.selectFrom('erasure').selectAll().execute()).toEqual([])
  })

  test('of a source asks which texts', async ({ db }) => {
    const { app } = await openTown(db)
    const { ask: send } = await twoPeople(app, db)
    const answer = await send(paths.askErasure('source', { id: 2 }), asking)
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain('Choose at least one text.')
  })

  test('is not for what has no words of its own, and not for what is not there', async ({ db }) => {
    const { app } = await openTown(db)
    const { ask: send } = await twoPeople(app, db)
    expect((await send(paths.askErasure('source', { id: 1 }), asking)).status).toBe(409)
    for (const path of ['/erasures/claim/999', '/erasures/party/1', '/erasures/claim/~'])
      expect((await send(path, asking)).status).toBe(404)
  })
})

describe('carrying an erasure out', () => {
  test('takes somebody else than who asked, and the slug typed', async ({ db }) => {
    const { app } = await openTown(db)
    const { owner, editor, decide } = await twoPeople(app, db)
    await decide(ask, asking)
    const own = await decide(paths.carryOutErasure(FIRST), { typed: 'c1' })
    expect(own.status).toBe(403)
    expect(textOf(await own.text())).toContain('another owner must carry it out')
    expect((await sender(app, editor)(paths.carryOutErasure(FIRST), { typed: 'c1' })).status).toBe(
      403,
    )
    const other = await signedInAs(app, db, { name: 'Olga', role: 'owner' })
    const mistyped = await sender(app, other)(paths.carryOutErasure(FIRST), { typed: 'c2' })
    expect([mistyped.status, textOf(await mistyped.text()).includes('Type c1 exactly.')]).toEqual([
      422,
      true,
    ])
    expect((await sender(app, other)(paths.carryOutErasure(FIRST), { typed: 'c1' })).status).toBe(
      303,
    )
    // Once.
    expect((await sender(app, other)(paths.carryOutErasure(FIRST), { typed: 'c1' })).status).toBe(
      409,
    )
    expect((await decide(ask, asking)).status).toBe(409)
    expect(owner.accountId).not.toBe(other.accountId)
  })

  test('asks again who somebody is, after a quarter of an hour', async ({ db }) => {
    const { app } = await openTown(db)
    const { ask: send, owner } = await twoPeople(app, db)
    await send(ask, asking)
    await db
      .updateTable('account')
      .set({ password_hash: 'x', email: 'edith@example.org' })
      .where('id', '=', owner.accountId)
      .execute()
    const { app: lateApp } = anApp({ db, now: () => later(16) })
    const answer = await sender(lateApp, owner)(paths.carryOutErasure(FIRST), { typed: 'c1' })
    expect(answer.status).toBe(403)
    const page = await answer.text()
    expect(textOf(page)).toContain('Confirm that it is you')
    expect(fieldsOn(page).get('typed')).toBe('c1')
    expect(await db.selectFrom('erasure').selectAll().execute()).toEqual([])
  })

  test('falls to the only owner where nobody else could ask, and the history says so', async ({
    db,
  }) => {
    const { send, read } = await openTown(db)
    await send(ask, asking)
    expect(textOf(await read(paths.erasure(FIRST)))).toContain('it was done by one person')
    expect((await send(paths.carryOutErasure(FIRST), { typed: 'c1' })).status).toBe(303)
    expect(textOf(await read(paths.history('bridge')))).toContain('(legal order; by one person)')
    expect((await verified(db)).faults).toEqual([])
  })

  test('can be declined with a reason, and asked for again', async ({ db }) => {
    const { app } = await openTown(db)
    const { ask: send, decide, owner } = await twoPeople(app, db)
    await send(ask, asking)
    expect((await decide(paths.declineErasure(FIRST), { declined: '' })).status).toBe(422)
    expect((await decide(paths.declineErasure(FIRST), { declined: 'No order came.' })).status).toBe(
      303,
    )
    expect((await decide(paths.carryOutErasure(FIRST), { typed: 'c1' })).status).toBe(409)
    const list = await app.request(paths.erasures, { headers: { Cookie: owner.Cookie } })
    expect(textOf(await list.text())).toContain('Declined by Edith')
    const again = await erased(db, { ask: send, decide }, { thing: 'claim', id: 1, typed: 'c1' })
    expect(again.status).toBe(303)
  })
})

describe('after an erasure', () => {
  test('a claim cannot be changed, withdrawn or put back', async ({ db }) => {
    const { app, send } = await openTown(db)
    const people = await twoPeople(app, db)
    const shown = Object.fromEntries(
      fieldsOn(
        await (
          await app.request(paths.editClaim(CLAIM), { headers: { Cookie: people.owner.Cookie } })
        ).text(),
      ),
    )
    await erased(db, people, { thing: 'claim', id: 1, typed: 'c1' })
    for (const path of [paths.editClaim(CLAIM), paths.withdrawClaim(CLAIM)]) {
      const page = await app.request(path, { headers: { Cookie: people.owner.Cookie } })
      expect([path, page.status]).toEqual([path, 409])
    }
    const { csrf: _, theme: __, return_to: ___, '': ____, ...own } = shown
    expect((await send(paths.editClaim(CLAIM), { ...own, why: 'x', step: 'save' })).status).toBe(
      409,
    )
    expect(
      (await send(paths.withdrawClaim(CLAIM), { version: '2', why: 'Put it back.' })).status,
    ).toBe(409)
  })

  test('a text does not come in again, and its quotations stay as they are', async ({ db }) => {
    const dossier = aTown()
    const text = dossier.sources[1]?.capture
    const quoting = { slug: 'q', issue: 'where', position: 'ford', statement: 'It was said.' }
    const quote = 'We will build it by spring.'
    const [claim] = dossier.claims
    const claims = [
      ...dossier.claims,
      { ...claim, ...quoting, citations: [{ source: 'minutes', quote }] } as typeof claim & object,
    ]
    const { app, send, upload, read, add } = await openTown(db, { ...dossier, claims })
    const people = await twoPeople(app, db)
    const source = { id: 2, slug: 'minutes' }
    await erased(db, people, {
      thing: 'source',
      id: 2,
      typed: 'minutes',
      texts: text?.sha256 ?? '',
    })
    const page = await read(paths.source(source))
    expect(textOf(page)).toContain(quote)
    expect(page).not.toContain(paths.capture(source))
    expect((await verified(db)).faults).toEqual([])

    const compared = await upload(paths.captureAgain(source), {
      text: text?.text ?? '',
      step: 'compare',
    })
    const seen = fieldsOn(await compared.text()).get('seen') ?? ''
    const form = { text: text?.text ?? '', seen, step: 'save' }
    const saved = await upload(paths.captureAgain(source), form)
    expect(saved.status).toBe(422)
    expect(textOf(await saved.text())).toContain(
      `The text ${text?.sha256} of the source “minutes” is not`,
    )

    const { id } = await db
      .selectFrom('claim')
      .where('slug', '=', 'q')
      .select('id')
      .executeTakeFirstOrThrow()
    const {
      csrf: _,
      theme: __,
      return_to: ___,
      '': ____,
      ...own
    } = Object.fromEntries(fieldsOn(await read(paths.editClaim({ id }))))
    const edit = { ...own, statement: 'It was said at the council.', why: 'Clearer.', step: 'save' }
    expect((await send(paths.editClaim({ id }), edit)).status).toBe(303)
    const version = String(Number(own['version']) + 1)
    const other = { ...edit, version, 'c1-quote': 'We will build it by summer.' }
    const refused = await send(paths.editClaim({ id }), other)
    expect(refused.status).toBe(422)
    expect(textOf(await refused.text())).toContain('was erased, so these words cannot be checked')
    const fresh = await add({
      wording: 'direct quotation',
      'c1-source': 'minutes',
      'c1-quote': 'He left',
    })
    expect(fresh.status).toBe(422)
  })

  test('a comment or a reason is a sentence, and what was decided stays', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    const people = await twoPeople(app, db)
    const contradictionId = idOf('strikes')
    const seen = (await findSeen(db, contradictionId)) ?? ''
    const { reviewId } = await reviewContradiction(db, {
      contradictionId,
      seen,
      reviewer: people.editor,
      verdict: 'conflict',
      note: 'A comment on a bystander.',
      now: noon,
    })
    const { id: eventId } = await db
      .selectFrom('contradiction_event')
      .where('from_status', 'is not', null)
      .where('why', 'is not', null)
      .select('id')
      .executeTakeFirstOrThrow()
    await erased(db, people, { thing: 'review', id: reviewId, typed: 'erase' })
    await erased(db, people, { thing: 'status', id: eventId, typed: 'erase' })
    await erased(db, people, { thing: 'revision', id: 1, typed: 'strait' })
    const { faults, erased: count } = await verified(db)
    expect([faults, count]).toEqual([[], 3])
    const rows = await db.selectFrom('review').select(['note', 'verdict']).execute()
    expect(rows).toEqual([
      { note: 'Erased on 24 November 2026 by Edith: personal data.', verdict: 'conflict' },
    ])
    const page = await app.request(paths.contradiction({ id: idOf('strikes') }))
    expect(textOf(await page.text())).toContain(
      'Erased on 24 November 2026 by Edith: personal data.',
    )
    expect(textOf(await (await app.request(paths.history('strait'))).text())).toContain(
      'erased words of',
    )
  })
})
