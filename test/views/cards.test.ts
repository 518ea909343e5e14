import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findClaim } from '#db/queries/claims.ts'
import { findContradiction } from '#db/queries/contradictions.ts'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { cardOfClaim } from '#views/card/claim-card.ts'
import { cardOfContradiction } from '#views/card/contradiction-card.ts'
import { cardOfTopic } from '#views/card/counts-card.ts'
import { EVERY, ONLY, imported } from '#test/support/a-dispute.ts'
import { test } from '#test/support/database.ts'

const topic = { title: 'The strait' }

/** As it is read: what keeps names to themselves is not seen. */
const seen = (words: { text: string } | undefined) => words?.text.replaceAll(/[\u2068\u2069]/g, '')

async function claimOf(db: Db, slug: string): Promise<RecordedClaim> {
  const row = await db.selectFrom('claim').where('slug', '=', slug).select('id').executeTakeFirst()
  const claim = await findClaim(db, row?.id ?? 0)
  if (claim === undefined) throw new Error(`There is no claim ${slug}.`)
  return claim
}

describe('the card of a claim', () => {
  test('has the words in their language, who said them, when, and where they stand', async ({
    db,
  }) => {
    await imported(db)
    const only = cardOfClaim(await claimOf(db, 'only'), topic)
    expect(only.quote).toEqual({ text: ONLY, language: 'en', direction: 'ltr', marks: ['“', '”'] })
    expect(seen(only.by)).toMatch(/^Ana\b.* · 15 December 2015$/)
    expect(seen(only.foot)).toMatch(/^Source: Paper english, 20 December 2015/)
    expect(only.warning).toBeUndefined()
    const every = cardOfClaim(await claimOf(db, 'every'), topic)
    expect(every.quote).toEqual({
      text: EVERY,
      language: 'ar',
      direction: 'rtl',
      marks: ['«', '»'],
    })
  })

  test('says first that a claim was withdrawn or erased, and what limits it', async ({ db }) => {
    await imported(db)
    const claim = await claimOf(db, 'only')
    const withdrawn = cardOfClaim({ ...claim, withdrawnReason: 'Misheard' }, topic)
    expect(seen(withdrawn.warning)).toBe('Withdrawn from this record: Misheard')
    const limits = { condition: 'talks begin', scopePeriod: '2015-12', hedge: 'may' }
    expect(seen(cardOfClaim({ ...claim, ...limits }, topic).sentence)).toMatch(
      /; condition: talks begin; applies to December 2015; hedged: may$/,
    )
  })

  test('puts no marks around the words of a source that are not the party’s', async ({ db }) => {
    await imported(db)
    const claim = await claimOf(db, 'only')
    const card = cardOfClaim({ ...claim, form: 'paraphrase' }, topic)
    expect(card.quote?.marks).toBeUndefined()
    expect(seen(card.by)).toMatch(/ · in the source’s words$/)
  })
})

describe('the card of a contradiction', () => {
  const found = async (db: Db, issue: string): Promise<RecordedContradiction> => {
    const idOf = await imported(db)
    const x = await findContradiction(db, idOf(issue))
    if (x === undefined) throw new Error('There is no contradiction.')
    return x
  }

  test('has both sides, their relation in words, and that nobody has judged it', async ({ db }) => {
    const card = cardOfContradiction(await found(db, 'strikes'), topic)
    expect(seen(card.title)).toMatch(/^.+ and .+ conflict on “.+”$/)
    expect(card.sides.map(({ held }) => /^(Holds|Rejects): /.test(held.text))).toEqual([true, true])
    expect(new Set(card.sides.map(({ said }) => said?.quote?.text))).toEqual(new Set([ONLY, EVERY]))
    expect(seen(card.foot)).toBe('Incompatible positions. Not reviewed.')
  })

  test('does not call a conflict what reviewers dismissed', async ({ db }) => {
    const x = await found(db, 'strikes')
    const reviewed = { count: 2, at: null, reasons: ['both can hold'] }
    const card = cardOfContradiction({ ...x, status: 'dismissed', reviewed }, topic)
    expect(seen(card.title)).toMatch(/: no conflict$/)
    expect(seen(card.foot)).toContain('Dismissed by 2 reviewers')
  })
})

test('the card of a topic counts what was filed, and how much of it people have judged', () => {
  const contradictions = { open: 2, confirmed: 1, dismissed: 1 }
  const held = { parties: 1, observers: 0, issues: 3, claims: 1200, contradictions }
  const card = cardOfTopic({ ...topic, summary: null, ...held })
  expect(card.counts.map(({ count, of }) => `${count} ${of}`)).toEqual([
    '1 party',
    '3 issues',
    '1200 claims',
    '4 contradictions',
  ])
  expect(card.foot.text).toBe('2 of 4 contradictions reviewed')
})
