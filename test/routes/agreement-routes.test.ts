import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import type { Verdict } from '#server/domain/reviews.ts'
import { saveReview } from '#db/queries/reviews.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'
import { type Verdicts, judge, settle } from '#test/support/judged.ts'

type Given = Readonly<Record<string, Verdicts>>

/** The dispute in which people known by name gave these verdicts, by issue. */
async function judged(db: Db, given: Given, slug = 'strait'): Promise<(issue: string) => number> {
  const id = await imported(db, aDispute({ slug }))
  for (const [issue, verdicts] of Object.entries(given)) await judge(db, id(issue), verdicts)
  return id
}

const several: Given = {
  strikes: { Ana: 'conflict', Bo: 'tension' },
  months: { Ana: 'no conflict', Bo: 'no conflict' },
  leader: { Ana: 'conflict', Bo: 'conflict' },
  talks: { Ana: 'tension' },
}

const pageOf = async (db: Db, path: string, headers: Record<string, string> = {}) =>
  await (await anApp({ db }).app.request(path, { headers })).text()

describe('the page of agreement', () => {
  test('says first how many contradictions were judged by how many, and in how many they agreed', async ({
    db,
  }) => {
    await judged(db, several)
    const page = await pageOf(db, paths.agreement('strait'))
    const text = textOf(page)
    expect(text).toContain(
      '3 contradictions were judged by 2 reviewers each; in 2 they agreed on the verdict, in 3 on the outcome.',
    )
    expect(text).toContain('4 of 5 contradictions are settled, 1 of them judged by one reviewer.')
    expect(await faultsOf(page)).toEqual([])
  })

  test('says that what is not settled is missing', async ({ db }) => {
    await judged(db, several)
    expect(textOf(await pageOf(db, paths.agreement('strait')))).toContain(
      'What reviewers differ on counts here once an editor has settled it; until then agreement over all reviews may be lower than these figures.',
    )
  })

  test('gives counts and alpha for each two reviewers, and what verdicts met', async ({ db }) => {
    await judged(db, several)
    const page = await pageOf(db, paths.agreement('strait'))
    const rows = page.split('<tr>').map((row) => textOf(row.replaceAll(/<\/(td|th)>/g, ' | ')))
    const rowOf = (start: string) => rows.find((row) => row.trimStart().startsWith(start))
    // n = 6, diagonal 2 + 2, conflict 3, tension 1, no conflict 2: (5 * 4 - 8) / (30 - 8).
    expect(rowOf('Ana and Bo')).toContain(
      `| Both judged: 3 | Same verdict: 2 of 3 (67%) | Alpha of verdicts: ${(12 / 22).toFixed(3)} | Same outcome: 3 of 3 (100%)`,
    )
    expect(rowOf('Outcome')).toContain('3 of 3 (100%) | Alpha: 1.000')
    expect(rowOf('Conflict | Tension')).toContain('| 1')
    expect(rowOf('No conflict | No conflict')).toContain('| 1')
    expect(rows.some((row) => row.includes('Cannot tell |'))).toBe(false)
    expect(page).toContain('<bdi>Ana</bdi> and <bdi>Bo</bdi>')
  })

  test('says that there is not enough variation instead of a number', async ({ db }) => {
    await judged(db, { strikes: { Ana: 'conflict', Bo: 'conflict' } })
    const text = textOf(await pageOf(db, paths.agreement('strait')))
    expect(text).toContain('1 contradiction was judged by 2 reviewers;')
    expect(text).toContain('in 1 they agreed on the verdict and on the outcome.')
    expect(text).toContain('Not enough variation to say')
    expect(text).not.toContain('NaN')
  })

  test('counts pairs of judgements where more than two judged the same', async ({ db }) => {
    await judged(db, {
      strikes: { Ana: 'conflict', Bo: 'tension', Cy: 'conflict' },
      leader: { Ana: 'conflict', Cy: 'conflict' },
    })
    const text = textOf(await pageOf(db, paths.agreement('strait')))
    expect(text).toContain('2 contradictions were judged by 2 to 3 reviewers each;')
    expect(text).toContain('2 of 4 (50%)')
    expect(text).toContain('4 pairs of judgements on one contradiction')
  })

  test('says so where nothing was judged twice', async ({ db }) => {
    await judged(db, { talks: { Ana: 'tension' } })
    const page = await pageOf(db, paths.agreement('strait'))
    expect(textOf(page)).toContain(
      'No contradiction of this topic has been judged by two reviewers yet.',
    )
    expect(page).not.toContain('<table')
    expect(await faultsOf(page)).toEqual([])
  })

  test('takes names of any script and any make', async ({ db }) => {
    await judged(db, {
      strikes: { [HOSTILE]: 'conflict', بيتا: 'conflict', __proto__x: 'tension' },
    })
    const page = await pageOf(db, paths.agreement('strait'))
    expect(page).not.toContain(HOSTILE)
    expect(page).toContain('<bdi>بيتا</bdi>')
    expect(await faultsOf(page)).toEqual([])
  })

  test('tells somebody with an account from somebody of that name in an import', async ({ db }) => {
    const id = await judged(db, several)
    await signedIn(anApp({ db }).app, db)
    const account = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    await saveReview(db, {
      contradictionId: id('strikes'),
      accountId: account.id,
      reviewer: 'Ana',
      verdict: 'conflict',
      now: noon,
    })
    const page = await pageOf(db, paths.agreement('strait'))
    expect(page).toContain('<bdi>Ana</bdi> and <bdi>Bo</bdi>')
    expect(page).toContain('<bdi>Ana</bdi> (imported) and <bdi>Bo</bdi>')
  })
})

describe('what reviewers decided of a contradiction that is not settled', () => {
  test('is in no figure, for nobody', async ({ db }) => {
    const id = await judged(db, several)
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    await settle(db, id('strikes'), 'under review')
    for (const headers of [{}, { Cookie }]) {
      const page = await pageOf(db, paths.agreement('strait'), headers)
      expect(textOf(page)).toContain('2 contradictions were judged by 2 reviewers each;')
      expect(textOf(page)).not.toContain('Tension')
      expect(textOf(page)).toContain('3 of 5 contradictions are settled')
    }
  })

  test('appears once it is settled, and goes when it is open again', async ({ db }) => {
    const id = (await judged(db, { strikes: { Bo: 'conflict' } }))('strikes')
    await settle(db, id, 'under review')
    await db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
    await signedIn(anApp({ db }).app, db)
    const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const afterReview = async (verdict: Verdict) => {
      const seen = (await findSeen(db, id)) ?? ''
      const reviewer = { accountId, name: 'Ana' }
      await reviewContradiction(db, { contradictionId: id, seen, reviewer, verdict, now: noon })
      return textOf(await pageOf(db, paths.agreement('strait')))
    }
    const NONE = 'No contradiction of this topic has been judged by two reviewers yet.'
    expect(await afterReview('cannot tell')).toContain(NONE)
    expect(await afterReview('tension')).toContain(
      'in none did they agree on the verdict, in 1 on the outcome.',
    )
    expect(await afterReview('cannot tell')).toContain(NONE)
    expect(await afterReview('conflict')).toContain(
      'in 1 they agreed on the verdict and on the outcome.',
    )
  })
})

describe('agreement for programs', () => {
  test('is the same in JSON, alpha unrounded, and null where it cannot be told', async ({ db }) => {
    await judged(db, several)
    const answer = await anApp({ db }).app.request(paths.agreementJson('strait'))
    expect(answer.headers.get('Content-Type')).toContain('application/json')
    const json = (await answer.json()) as Record<string, unknown>
    expect(json).toMatchObject({
      topic: 'strait',
      settled: 4,
      unsettled: 1,
      contradictions: 3,
      reviewersEach: { least: 2, most: 2 },
      agreement: {
        outcome: { contradictions: 3, agreed: 3, pairs: 3, agreedPairs: 3, alpha: 1 },
        verdict: { contradictions: 3, agreed: 2 },
      },
      reviewers: [
        {
          pair: [
            { name: 'Ana', imported: true },
            { name: 'Bo', imported: true },
          ],
          both: 3,
        },
      ],
      verdicts: [
        { verdicts: ['conflict', 'conflict'], pairs: 1 },
        { verdicts: ['conflict', 'tension'], pairs: 1 },
        { verdicts: ['no conflict', 'no conflict'], pairs: 1 },
      ],
    })
    const { agreement } = json as { agreement: { verdict: { alpha: number } } }
    expect(agreement.verdict.alpha).toBeCloseTo(12 / 22, 14)
    await judged(db, { strikes: { Ana: 'conflict', Bo: 'conflict' } }, 'other')
    const other = await (await anApp({ db }).app.request(paths.agreementJson('other'))).text()
    expect(other).toContain('"alpha":null')
  })
})

describe('addresses of agreement', () => {
  test('answer 304 to who has the page, until the topic changes', async ({ db }) => {
    await judged(db, several)
    const { app } = anApp({ db })
    for (const path of [paths.agreement('strait'), paths.agreementJson('strait')]) {
      const first = await app.request(path)
      expect(first.status).toBe(200)
      const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' }
      expect((await app.request(path, { headers })).status).toBe(304)
    }
    const before = (await app.request(paths.agreement('strait'))).headers.get('ETag') ?? ''
    const changed = { ...aDispute(), topic: { ...aDispute().topic, title: 'Another strait' } }
    await importDossier(db, { text: JSON.stringify(changed), file: 'again.json', now: noon })
    const headers = { 'If-None-Match': before }
    expect((await app.request(paths.agreement('strait'), { headers })).status).toBe(200)
  })

  test('are not found where the topic is not for the asker', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const of of [paths.agreement, paths.agreementJson]) {
      expect((await app.request(of('strait'))).status).toBe(404)
      expect((await app.request(of('strait'), { headers: { Cookie } })).status).toBe(200)
      expect((await app.request(of('nowhere'))).status).toBe(404)
    }
  })
})

describe('the way to agreement', () => {
  const SAID =
    '3 contradictions were judged by 2 reviewers each; in 2 they agreed on the verdict, in 3 on the outcome.'

  test('is on the topic’s page and above its contradictions, with the counts', async ({ db }) => {
    await judged(db, several)
    for (const path of [paths.topic('strait'), paths.contradictions('strait')]) {
      const page = await pageOf(db, path)
      expect(textOf(page)).toContain(SAID)
      expect(page).toContain(
        `<a href="${paths.agreement('strait')}">Agreement between reviewers</a>`,
      )
      expect(await faultsOf(page)).toEqual([])
    }
  })

  test('is not there where nothing was judged twice', async ({ db }) => {
    await judged(db, { talks: { Ana: 'tension' } })
    for (const path of [paths.topic('strait'), paths.contradictions('strait')])
      expect(await pageOf(db, path)).not.toContain(paths.agreement('strait'))
  })
})
