import { HtmlValidate } from 'html-validate'
import { describe, expect } from 'vitest'
import { FORMS, ISSUE_KINDS, NATURES, STANCES } from '#server/domain/claims.ts'
import { RELATIONS } from '#server/domain/comparison.ts'
import { RULE } from '#server/domain/contradictions.ts'
import {
  CONTRADICTION_KINDS,
  DISAGREEMENT_KINDS,
  DISMISSAL_REASONS,
  STATUSES,
  VERDICTS,
  decideReview,
  rankOf,
} from '#server/domain/reviews.ts'
import { SAME_IN_BOTH } from '#server/domain/restatements.ts'
import { READINGS } from '#server/domain/reviewer-agreement.ts'
import { MIXED_MESSAGE_WINDOW_DAYS } from '#server/domain/stands.ts'
import { paths } from '#server/paths.ts'
import { anApp } from '#test/support/app.ts'
import { test as withDb } from '#test/support/database.ts'
import { listFiled } from '#views/help/method-filings.ts'
import { GRADES } from '#server/domain/steps.ts'
import { english } from '#views/words/english.ts'
import { wording } from '#views/words/wording.ts'
import { judgeSequel, listSequels } from '#views/help/method-times.ts'

const { readingHints } = english.agreement
const {
  kinds: kindWords,
  statuses: statusWords,
  verdicts: verdictWords,
  reasons: reasonWords,
} = english.contradiction

const test = withDb.extend<{ page: string }>({
  page: async ({ db }, use) => {
    await use(await (await anApp({ db }).app.request(paths.method)).text())
  },
})

/** The words of a part of the page, without markup and with the marks it escapes. */
const textOf = (html: string) =>
  html
    .replace(/<br\/?>/g, ' / ')
    .replace(/<\/(td|th|p|li|caption|h2)>/g, ' | ')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")

/** What stands under one heading. */
const sectionOf = (page: string, id: string): string =>
  textOf(page.split('<h2 ').find((part) => part.startsWith(`id="${id}"`)) ?? '')

test('the page is valid HTML, and one that did not change is not sent again', async ({
  db,
  page,
}) => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'no-inline-style': 'error',
      'long-title': 'off',
      'prefer-native-element': 'off',
    },
  })
  const { results } = await validator.validateString(page)
  expect(results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([])
  const { app } = anApp({ db })
  const etag = (await app.request(paths.method)).headers.get('ETag') ?? ''
  const again = await app.request(paths.method, { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
})

test('every section has an address, and the contents lead to all of them', ({ page }) => {
  const ids = [...page.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)
  const links = [...page.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(10)
  expect(links).toEqual(ids)
})

describe('everything the code tells apart is named', () => {
  const named: readonly [section: string, words: readonly string[]][] = [
    ['questions', [...ISSUE_KINDS, ...NATURES]],
    ['attribution', FORMS],
    ['stances', STANCES],
    ['relations', ['entails', 'contrary', 'contradictory']],
    ['order', RELATIONS.map((relation) => wording().relations[relation])],
    ['contradictions', CONTRADICTION_KINDS.map((kind) => kindWords[kind])],
    ['contradictions', STATUSES.map((status) => statusWords[status])],
    ['contradictions', [RULE]],
    ['contradictions', SAME_IN_BOTH],
    ['reviews', VERDICTS.map((verdict) => verdictWords[verdict])],
    ['reviews', DISMISSAL_REASONS],
    ['reviews', DISMISSAL_REASONS.map((reason) => reasonWords[reason])],
    ['reviews', DISAGREEMENT_KINDS],
    [
      'steps',
      GRADES.map((grade) => wording().grades[grade]).filter((title) => !title.includes('record')),
    ],
    ['rank', Object.keys(rankOf({ ...evidence(), steps: 0 }))],
  ]
  for (const [section, words] of named) {
    test(`under ${section}: ${words.join(', ')}`, ({ page }) => {
      for (const word of words) expect(sectionOf(page, section)).toContain(word)
    })
  }

  test('in the order in which relations are tried', ({ page }) => {
    const order = sectionOf(page, 'order')
    const places = RELATIONS.map((relation) => order.indexOf(`${wording().relations[relation]}.`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

function evidence() {
  const forms = ['paraphrase', 'paraphrase'] as const
  const grades = [undefined, undefined] as const
  return { steps: 1, isConditional: false, forms, grades, isHedged: false, daysApart: 0 }
}

describe('the rules shown are those that the code applies', () => {
  test('the window for mixed messages, its last day and the day after', ({ page }) => {
    const stands = sectionOf(page, 'stands')
    const within = `Another person says ${MIXED_MESSAGE_WINDOW_DAYS} days later: replace it.`
    const after = `Another person says ${MIXED_MESSAGE_WINDOW_DAYS + 1} days later: replace it.`
    expect(stands).toContain(`within ${MIXED_MESSAGE_WINDOW_DAYS} days`)
    expect(stands).toContain(`${within} | both | Mixed messages`)
    expect(stands).toContain(`${after} | the later one | Changed (a reversal)`)
  })

  test('what a decision covers of what is recorded after it', ({ page }) => {
    const says = sectionOf(page, 'contradictions').replaceAll(/\s+/g, ' ')
    expect(says).toContain('recorded of it later is marked as covered, which is derived')
    expect(says).toContain('what else is recorded later is new evidence.')
  })

  test('each sequel as the code judges it', ({ page }) => {
    for (const sequel of listSequels()) {
      const { stands, called } = judgeSequel(sequel)
      expect(sectionOf(page, 'stands')).toContain(`${sequel.words} | ${stands} | ${called}`)
    }
  })

  test('what follows from each relation', ({ page }) => {
    const relations = sectionOf(page, 'relations')
    expect(relations).toContain('| yes to A, so yes to B / no to B, so no to A |')
    expect(relations).toContain('| yes to A, so no to B / yes to B, so no to A |')
    expect(relations).toContain('/ no to A, so yes to B / no to B, so yes to A |')
    expect(relations).toContain('Nobody could hold “Replace it at once”')
  })

  test('what two statements come to under each relation', ({ page }) => {
    const conflicts = sectionOf(page, 'conflicts')
    expect(conflicts).toContain(
      'Yes to A, yes to B | Compatible | Shares ground | Conflicts | Conflicts |',
    )
    expect(conflicts).toContain(
      'No to A, no to B | Compatible | Compatible | Compatible | Conflicts |',
    )
    expect(conflicts).toContain('which entails “Replace it”, which excludes “Keep it as it is”')
    expect(conflicts).toContain('which leaves only “It is closed to traffic”')
  })

  test('values, closed at both ends, and denials that leave nothing', ({ page }) => {
    const values = sectionOf(page, 'values')
    expect(values).toContain('3 to 4 months | 4 to 6 months | Shares ground')
    expect(values).toContain('8 months apart')
    expect(values).toContain('not up to 5 months | not 5 months or more | Conflicts')
    expect(values).toContain('32 days apart')
  })

  test('dates, with the days they may mean and what is refused', ({ page }) => {
    const dates = sectionOf(page, 'dates')
    expect(dates).toContain('2015-12~ | about December 2015 | 2015-12-01 | 2015-12-31')
    expect(dates).toContain('2015-02 has 28 days')
    expect(dates).toContain('2015-12 and 2015-12-15 | not known')
    expect(dates).toContain('2015-12 | 2015-12-01 to 2015-12-15')
  })

  test('limits: conditions mark a relation, periods that do not meet undo it', ({ page }) => {
    const limits = sectionOf(page, 'limits')
    expect(limits).toContain('one is conditional | Conflicts, conditional')
    expect(limits).toContain('one of 2020, one of 2021 | Compatible')
    expect(limits).toContain('one of 2020, one of 2020 and 2021 | Conflicts')
  })

  test('which silence is which', ({ page }) => {
    const silence = sectionOf(page, 'silence')
    expect(silence).toContain('No claim, no search | Not searched yet')
    expect(silence).toContain('Declined, a search that found none | Declined to say')
    expect(silence).toContain('Leaves it open | None: the party spoke')
  })

  test('an example of every kind of contradiction that a rule files', ({ page }) => {
    expect(listFiled().map(({ kind }) => kind)).toEqual(CONTRADICTION_KINDS.slice(0, 5))
    for (const { explanation } of listFiled())
      expect(sectionOf(page, 'contradictions')).toContain(explanation)
  })

  test('what each verdict does by itself', ({ page }) => {
    for (const verdict of VERDICTS) {
      const reason = verdict === 'no conflict' ? ('translation' as const) : undefined
      const state = { status: 'open' as const, reviews: [], needed: 1 }
      const decision = decideReview(state, { reviewer: 'r', verdict, reason })
      expect(decision.ok).toBe(true)
      const status = decision.ok ? statusWords[decision.status] : ''
      expect(sectionOf(page, 'reviews')).toContain(`${verdictWords[verdict]} | ${status} |`)
    }
  })

  test('how agreement comes out, each way verdicts are compared', ({ page }) => {
    const agreement = sectionOf(page, 'agreement')
    for (const reading of READINGS) expect(agreement).toContain(readingHints[reading])
    // One kind of verdict says nothing; n 20, diagonal 10 + 6, of conflict 12, tension 2, no conflict 6.
    expect(agreement).toContain('Verdict: 10 of 10 (100%); alpha not enough variation to say')
    const alpha = (19 * 16 - (12 * 11 + 2 + 6 * 5)) / (20 * 19 - (12 * 11 + 2 + 6 * 5))
    expect(agreement).toContain(
      `Outcome: 10 of 10 (100%); alpha 1.000 / Verdict: 8 of 10 (80%); alpha ${alpha.toFixed(3)} /`,
    )
    expect(agreement).toContain('Outcome: 8 of 8 (100%)')
  })

  test('the points of the rank', ({ page }) => {
    const rank = sectionOf(page, 'rank')
    expect(rank).toContain(`1 step: ${rankOf(evidence()).directness}`)
    expect(rank).toContain(`paraphrase: ${rankOf(evidence()).form / 2}`)
    expect(rank).toContain(`not graded: ${rankOf(evidence()).source / 2}`)
    expect(rank).toContain('at most 100 points')
  })
})
