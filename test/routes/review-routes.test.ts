import { HtmlValidate } from 'html-validate'
import { describe, expect } from 'vitest'
import { insertEvents, insertReviews } from '#db/queries/judgement.ts'
import type { Db } from '#db/connect.ts'
import { findSeen, listReviewRecord } from '#db/queries/reviews.ts'
import { encodeId, paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aForm, anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    'prefer-native-element': 'off',
    // The page is for one thing, and its heading takes the focus so that the keys work at once.
    'no-autofocus': 'off',
  },
})

const textOf = (page: string): string => page.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

/** The owner, signed in, on a topic with five contradictions. */
async function anOwner(db: Db, dossier = aDispute()) {
  const id = await imported(db, dossier)
  const { app, lines } = anApp({ db })
  const { Cookie, csrf } = await signedIn(app, db)
  const get = async (path: string) => await app.request(path, { headers: { Cookie } })
  const read = async (path: string) => await (await get(path)).text()
  const post = async (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) => await app.request(path, aForm({ csrf, ...fields }, { Cookie, ...headers }))
  const review = async (
    issue: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) =>
    await post(
      paths.reviews({ id: id(issue) }),
      { seen: (await findSeen(db, id(issue))) ?? '', ...fields },
      headers,
    )
  const record = async (issue: string) => await listReviewRecord(db, id(issue))
  const statusOf = async (issue: string) =>
    (
      await db
        .selectFrom('contradiction')
        .where('id', '=', id(issue))
        .select('status')
        .executeTakeFirstOrThrow()
    ).status
  return { id, app, lines, csrf, Cookie, get, read, post, review, record, statusOf }
}

const asPart = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

test('a conflict is outlined as suggested in comparisons until reviewers have confirmed it', async ({
  db,
}) => {
  const { read, review } = await anOwner(db)
  const address = paths.compare('strait', { p: ['alpha', 'beta'], issue: 'strikes' })
  const marked = async () => {
    const page = await read(address)
    return [
      textOf(page).match(/Suggested: conflicts|Conflict dismissed/)?.[0],
      /class="chip is-conflict is-suggested"/.test(page.split('verdict-of-pair')[1] ?? ''),
    ]
  }
  expect(await marked()).toEqual(['Suggested: conflicts', true])
  await review('strikes', { verdict: 'conflict' })
  expect(await marked()).toEqual([undefined, false])
  await review('strikes', { verdict: 'no conflict', reason: 'different scope' })
  expect(await marked()).toEqual(['Conflict dismissed', true])
})

describe('the queue', () => {
  test('shows the pair that ranks first as a form, with its place and the counts', async ({
    db,
  }) => {
    const { read, id } = await anOwner(db)
    const page = await read(paths.reviewQueue())
    const text = textOf(page)
    expect(text).toContain('Open 5')
    expect(text).toContain('Review 1 of 5')
    expect(text).toContain('Do these conflict?')
    expect(page.match(/name="verdict"/g)).toHaveLength(3)
    expect(page.match(/name="dismiss"/g)).toHaveLength(13)
    const all = await db.selectFrom('contradiction').select(['id', 'rank']).execute()
    const best = Math.max(...all.map(({ rank }) => Math.floor(rank / 10)))
    const first = /action="\/x\/(\w+)\/reviews"/.exec(page)?.[1] ?? ''
    expect(all.find((x) => encodeId(x.id) === first)?.rank).toBeGreaterThanOrEqual(best * 10)
    expect(encodeId(id('strikes'))).toBe(first)
    expect(text).toContain('Words before the quotation')
    expect(text).toContain('Why this is recorded')
  })

  test('prints the keys on the buttons, inside the one region in which they work', async ({
    db,
  }) => {
    const { read } = await anOwner(db)
    const page = await read(paths.reviewQueue())
    expect(page).toMatch(/data-keys/)
    for (const digit of ['1', '2', '4'])
      expect(page).toContain(
        `data-key="${digit}" aria-describedby="verdict-hint-${digit}"><kbd aria-hidden="true">${digit}</kbd>`,
      )
    for (const [key, says] of [
      ['3', 'No conflict'],
      ['s', 'Skip'],
      ['h', 'Put off'],
      ['a', 'Superseded in time'],
      ['n', 'Said off the record'],
    ])
      expect(page).toMatch(
        new RegExp(
          `data-key="${key}">\\s*<kbd aria-hidden="true">${key?.toUpperCase()}</kbd>(<span>| )${says}`,
        ),
      )
  })

  test('skips with a plain link, through to the end and back to the top', async ({ db }) => {
    const { read } = await anOwner(db)
    let path = paths.reviewQueue()
    for (let place = 1; place <= 5; place++) {
      const page = await read(path)
      expect(textOf(page)).toContain(`Review ${place} of 5`)
      path = /href="([^"]+)" data-key="s"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }
    const end = await read(path)
    expect(textOf(end)).toContain('5 contradictions in this queue, skipped for now.')
    expect(end).toContain(`href="/review?queue=open"`)
  })

  test('shows neither rank nor anybody else’s verdict, in no queue', async ({ db }) => {
    const { read, id } = await anOwner(db)
    await insertReviews(db, [
      {
        contradiction_id: id('strikes'),
        reviewer: 'Somebody else',
        verdict: 'no conflict',
        kind: null,
        reason: 'misquotation',
        note: 'Their secret note',
        reviewed_at: noon,
        replaced_at: null,
      },
    ])
    await db
      .updateTable('contradiction')
      .set({ status: 'under review' })
      .where('id', '=', id('strikes'))
      .execute()
    await insertEvents(db, [
      {
        contradiction_id: id('strikes'),
        happened_at: noon,
        actor: 'Somebody else',
        from_status: 'open',
        to_status: 'under review',
        why: 'Review: no conflict (misquotation).',
      },
    ])
    const own = paths.contradiction({ id: id('strikes') })
    for (const path of [
      paths.reviewQueue({ queue: 'open' }),
      paths.reviews({ id: id('strikes') }),
      own,
    ]) {
      const text = textOf(await read(path))
      expect(text, path).not.toContain('secret')
      expect(text, path).not.toContain('of 100')
      expect(text.replaceAll('A misquotation', ''), path).not.toMatch(/misquotation/)
    }
    const asReader = async () => await (await anApp({ db }).app.request(own)).text()
    expect(await asReader()).not.toContain('secret')
    await db
      .updateTable('contradiction')
      .set({ status: 'dismissed', settled_at: noon })
      .where('id', '=', id('strikes'))
      .execute()
    expect(await asReader()).toContain('Their secret note')
  })

  test('narrows to a topic; an unknown one is not found', async ({ db }) => {
    const { read, get } = await anOwner(db)
    await imported(db, aDispute({ slug: 'other' }))
    expect(textOf(await read(paths.reviewQueue()))).toContain('Review 1 of 10')
    expect(textOf(await read(paths.reviewQueue({ topic: 'other' })))).toContain('Review 1 of 5')
    expect((await get(paths.reviewQueue({ topic: 'nowhere' }))).status).toBe(404)
    expect((await get('/review?queue=nonsense&after=!&at=%20&page=1&topic=')).status).toBe(200)
  })

  test('says when there is nothing to review', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const queue of ['open', 'disputed', 'snoozed', 'new-evidence', 'done']) {
      const page = await (
        await app.request(paths.reviewQueue({ queue }), { headers: { Cookie } })
      ).text()
      expect(textOf(page)).toMatch(
        /Nothing to review|Nothing has been decided yet|Nothing is put off/,
      )
      expect((await validator.validateString(page)).results.flatMap((r) => r.messages)).toEqual([])
    }
  })

  test('is valid HTML, in every queue and after a refusal', async ({ db }) => {
    const { read, review } = await anOwner(db)
    await review('border', { verdict: 'cannot tell' })
    await review('talks', { verdict: 'conflict' })
    const refused = await (
      await review('strikes', { verdict: 'no conflict', next: 'queue' })
    ).text()
    const pages = [refused]
    for (const queue of ['open', 'disputed', 'snoozed', 'new-evidence', 'done'])
      pages.push(await read(paths.reviewQueue({ queue })))
    for (const page of pages) {
      const report = await validator.validateString(page)
      expect(
        report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message}`)),
      ).toEqual([])
    }
  })
})

describe('deciding from the queue', () => {
  test('leads to the next pair, with what was saved and the way back; it leaves the queue', async ({
    db,
  }) => {
    const { review, read, statusOf, id } = await anOwner(db)
    const answer = await review('strikes', {
      verdict: 'conflict',
      next: 'queue',
      queue: 'open',
      kind: 'scope',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe(
      `/review?queue=open&done=${encodeId(id('strikes'))}`,
    )
    expect(await statusOf('strikes')).toBe('confirmed')
    const page = await read(answer.headers.get('Location') ?? '')
    const text = textOf(page)
    expect(text).toContain('Review 1 of 4')
    expect(text).toContain('Saved: conflict. Alpha and بيتا conflict on')
    expect(text).toContain('Undo')
    expect(text).toContain('Done 1')
  })

  test('through htmx answers with the next pair itself and tells it in the live region', async ({
    db,
  }) => {
    const { review } = await anOwner(db)
    const answer = await review(
      'strikes',
      { verdict: 'tension', next: 'queue', queue: 'open' },
      asPart,
    )
    expect(answer.status).toBe(200)
    const part = await answer.text()
    expect(part).toMatch(/^<div id="review"/)
    expect(textOf(part)).toContain('Review 1 of 4')
    expect(part).toContain(
      '<hx-partial hx-target="#live" hx-swap="innerHTML">Saved: tension. 4 left.</hx-partial>',
    )
    expect(part).toContain('autofocus')
  })

  test('goes on after those that were skipped', async ({ db }) => {
    const { review, read, id } = await anOwner(db)
    const second = await read(paths.reviewQueue({ after: encodeId(id('strikes')) }))
    expect(second).toContain('name="skipping" value="yes"')
    const issue = /action="\/x\/(\w+)\/reviews"/.exec(second)?.[1]
    const name =
      ['months', 'leader', 'talks', 'border'].find((i) => encodeId(id(i)) === issue) ?? ''
    const answer = await review(name, {
      verdict: 'conflict',
      next: 'queue',
      queue: 'open',
      skipping: 'yes',
    })
    expect(answer.headers.get('Location')).toBe(`/review?queue=open&after=${issue}&done=${issue}`)
    expect(textOf(await read(answer.headers.get('Location') ?? ''))).toContain('Review 2 of 4')
  })

  test('ends with what was dismissed and has new evidence since', async ({ db }) => {
    const { review, read, id } = await anOwner(db)
    await review('strikes', { verdict: 'no conflict', reason: 'both can hold' })
    const dossier = aDispute()
    const again = { ...(dossier.claims?.[0] ?? ({} as never)), slug: 'again', said: '2015-12-17' }
    await imported(db, { ...dossier, claims: [again] }, later(1))
    expect(textOf(await read(paths.reviewQueue()))).toContain('New evidence 1')
    for (const issue of ['months', 'leader', 'talks'])
      await review(issue, { verdict: 'conflict', next: 'queue' })
    const last = await review('border', { verdict: 'conflict', next: 'queue', queue: 'open' })
    expect(last.headers.get('Location')).toBe(
      `/review?queue=new-evidence&done=${encodeId(id('border'))}`,
    )
    const text = textOf(await read(last.headers.get('Location') ?? ''))
    expect(text).toContain(
      'no conflict (both can hold at once). New evidence since the review: 1 claim.',
    )
    const own = textOf(await read(paths.contradiction({ id: id('strikes') })))
    expect(own).toContain('New evidence since the review: 1 claim.')
    expect(own).toContain('New since the review')
  })

  test('undone, the pair is back in the queue and in front', async ({ db }) => {
    const { review, read, post, id, statusOf, record } = await anOwner(db)
    await review('talks', { verdict: 'conflict', next: 'queue', queue: 'open' })
    const saved = await read(`/review?done=${encodeId(id('talks'))}`)
    const undo = /action="(\/x\/\w+\/reviews\/\w+\/undo)"/.exec(saved)?.[1] ?? ''
    const answer = await post(undo, { next: 'queue', queue: 'open' })
    expect(answer.status).toBe(303)
    expect(await statusOf('talks')).toBe('open')
    const page = await read(answer.headers.get('Location') ?? '')
    expect(page).toContain(`action="${paths.reviews({ id: id('talks') })}"`)
    expect((await record('talks')).events[0]).toMatchObject({ from: 'confirmed', to: 'open' })
    expect(textOf(await read(paths.contradiction({ id: id('talks') })))).toContain(
      'took back the review “conflict”',
    )
    expect((await post(undo, { next: 'page' })).status).toBe(303)
  })
})

describe('deciding on the page of a contradiction', () => {
  test('returns to it, with the verdict, the reason, the note, who and when', async ({ db }) => {
    const { review, read, id } = await anOwner(db)
    const answer = await review('strikes', {
      verdict: 'no conflict',
      reason: 'translation',
      note: 'See <b>p. 3</b>',
    })
    expect(answer.headers.get('Location')).toBe(paths.contradiction({ id: id('strikes') }))
    const page = await read(paths.contradiction({ id: id('strikes') }))
    const text = textOf(page)
    expect(text).toContain('Dismissed by 1 reviewer on 24 November 2026: a matter of translation.')
    expect(text).toContain('No conflict: A matter of translation')
    expect(page).toContain('See &lt;b&gt;p. 3&lt;/b&gt;')
    expect(text).toContain('Owner, 24 November 2026, 12:00 UTC')
    expect(text).toContain('Status changed from open to dismissed by Owner')
    expect(text).toContain('Alpha and بيتا on “Which groups should strikes target?”: no conflict')
    expect(text).toContain('Take back your review')
  })

  test('no conflict without a reason comes back with the note and what else was chosen', async ({
    db,
  }) => {
    const { review, record } = await anOwner(db)
    const answer = await review('strikes', {
      verdict: 'no conflict',
      reason: '',
      kind: 'timing',
      note: 'Half a thought',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('<title>Error: Review a contradiction - Gainsay</title>')
    expect(page).toContain('<a href="#f-reason">Give the reason why this is no conflict.</a>')
    expect(page).toMatch(/<textarea[^>]*id="f-note"[^>]*>\nHalf a thought<\/textarea>/)
    expect(page).toContain('<option value="timing" selected="">Timing</option>')
    expect(page).not.toContain('autofocus')
    expect((await record('strikes')).reviews).toEqual([])
  })

  test('no verdict, an unknown one, or an unknown reason is refused with the field named', async ({
    db,
  }) => {
    const { review } = await anOwner(db)
    const refused: [Record<string, string>, string][] = [
      [{ note: 'x' }, 'Choose a verdict.'],
      [{ verdict: 'yes' }, 'Choose a verdict.'],
      [{ verdict: 'no conflict', reason: 'because' }, 'Choose a reason from the list.'],
      [{ verdict: 'conflict', kind: 'colour' }, 'Choose from the list.'],
      [{ verdict: 'conflict', note: 'x'.repeat(4001) }, 'Note is 4,001 characters; at most 4,000.'],
      [{ verdict: 'conflict', status: 'confirmed' }, 'This form has no field “status”.'],
    ]
    for (const [fields, message] of refused) {
      const answer = await review('strikes', fields)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(message)
    }
  })

  test('after somebody was faster comes back with the note, and then goes through', async ({
    db,
  }) => {
    const { review, record, id } = await anOwner(db)
    const seen = (await findSeen(db, id('strikes'))) ?? ''
    await review('strikes', { verdict: 'cannot tell' })
    const note = 'An hour of work "quoted" & <kept>'
    const answer = await review('strikes', {
      seen,
      verdict: 'conflict',
      note,
      next: 'queue',
      queue: 'open',
    })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Nothing was saved.')
    expect(page).toContain('An hour of work &quot;quoted&quot; &amp; &lt;kept&gt;')
    expect(page).toContain(`name="seen" value="${await findSeen(db, id('strikes'))}"`)
    expect((await record('strikes')).reviews).toHaveLength(1)
    const next = await review('strikes', {
      seen: /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '',
      verdict: 'conflict',
      note,
    })
    expect(next.status).toBe(303)
    const part = await review('strikes', { seen, verdict: 'tension', next: 'queue' }, asPart)
    expect(part.status).toBe(409)
    expect(await part.text()).toMatch(/^<div id="review"/)
  })

  test('in the queue comes back in its place there, with the counts', async ({ db }) => {
    const { review } = await anOwner(db)
    const fields = { verdict: 'no conflict', note: 'Kept', next: 'queue', queue: 'open' }
    for (const headers of [{}, asPart]) {
      const answer = await review('strikes', fields, headers)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(textOf(page)).toContain('Open 5')
      expect(textOf(page)).toContain('Review 1 of 5')
      expect(page).toContain('Kept</textarea>')
      expect(page).toContain('Give the reason why this is no conflict.')
    }
  })

  test('sent twice is one review', async ({ db }) => {
    const { review, record, id } = await anOwner(db)
    const seen = (await findSeen(db, id('strikes'))) ?? ''
    const answers = await Promise.all(
      [1, 2].map(() => review('strikes', { seen, verdict: 'conflict' })),
    )
    expect(answers.map((a) => [a.status, a.headers.get('Location')])).toEqual([
      [303, paths.contradiction({ id: id('strikes') })],
      [303, paths.contradiction({ id: id('strikes') })],
    ])
    expect((await record('strikes')).reviews).toHaveLength(1)
  })

  test('without the version seen is refused', async ({ db }) => {
    const { post, id } = await anOwner(db)
    const answer = await post(paths.reviews({ id: id('strikes') }), { verdict: 'conflict' })
    expect(answer.status).toBe(428)
  })

  test('can be opened at the address it posts to', async ({ db }) => {
    const { read, id } = await anOwner(db)
    expect(textOf(await read(paths.reviews({ id: id('leader') })))).toContain('Do these conflict?')
  })
})

describe('nobody but the owner', () => {
  test('reviews or sees the queue: signed out is 401, and nothing changes', async ({ db }) => {
    const { app, id, record, lines } = await anOwner(db)
    const x = { id: id('strikes') }
    expect((await app.request(paths.reviewQueue())).status).toBe(401)
    expect((await app.request(paths.reviews(x))).status).toBe(401)
    expect(
      (await app.request(paths.reviews(x), aForm({ verdict: 'conflict', seen: '1.9.9' }))).status,
    ).toBe(401)
    expect(
      (await app.request(paths.takeBackReview(x, { id: 1 }), aForm({ next: 'page' }))).status,
    ).toBe(401)
    expect((await record('strikes')).reviews).toEqual([])
    expect(lines.filter((l) => l.level === 'error')).toEqual([])
  })

  test('reviews through another site, or with another session’s token', async ({ db }) => {
    const { app, id, Cookie, csrf, record } = await anOwner(db)
    const path = paths.reviews({ id: id('strikes') })
    const fields = { verdict: 'conflict', seen: (await findSeen(db, id('strikes'))) ?? '' }
    const cross = await app.request(
      path,
      aForm({ csrf, ...fields }, { Cookie, 'Sec-Fetch-Site': 'cross-site' }),
    )
    expect(cross.status).toBe(403)
    expect((await app.request(path, aForm(fields, { Cookie }))).status).toBe(403)
    expect((await record('strikes')).reviews).toEqual([])
  })

  test('is shown a form on the page', async ({ db }) => {
    const { app, id } = await anOwner(db)
    const page = await (await app.request(paths.contradiction({ id: id('strikes') }))).text()
    expect(page).not.toContain('name="verdict"')
  })
})

test('what is not there cannot be reviewed or taken back', async ({ db }) => {
  const { post } = await anOwner(db)
  expect((await post('/x/zzz/reviews', { verdict: 'conflict', seen: '1.1.1' })).status).toBe(404)
  expect((await post('/x/zzz/reviews', { verdict: 'nonsense' })).status).toBe(404)
  expect((await post('/x/1/reviews/9/undo', {})).status).toBe(404)
  expect((await post('/x/!/reviews/9/undo', {})).status).toBe(404)
})
