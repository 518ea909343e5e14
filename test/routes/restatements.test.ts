import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import type { DossierClaim } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import {
  aTown,
  fieldsOfClaim,
  filledForm,
  newClaimAddress,
  openTown,
} from '#test/support/a-claim-form.ts'
import { aClaim } from '#test/support/a-dossier.ts'
import { textOf } from '#test/support/a-record.ts'
import { anAccount } from '#test/support/an-account.ts'
import { later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { importDossier } from '#server/actions/import-dossier.ts'

const partial = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

const claimAt = async (db: Db, slug: string) =>
  await db.selectFrom('claim').where('slug', '=', slug).selectAll().executeTakeFirstOrThrow()

const markOf = async (db: Db, slug: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('claim as c')
    .innerJoin('claim as t', 't.id', 'c.restates_id')
    .where('c.slug', '=', slug)
    .select('t.slug')
    .executeTakeFirst()
  return row?.slug
}

/** The choices of the field, as the page shows them. */
const choicesOn = (page: string): string[] => {
  const select = /<select[^>]* name="restates".*?<\/select>/s.exec(page)?.[0] ?? ''
  return [...select.matchAll(/<option[^>]*>(.*?)<\/option>/gs)].map(([, label = '']) =>
    textOf(label),
  )
}

const onIssue = (given: Partial<DossierClaim> & { slug: string }) =>
  aClaim({ issue: 'where', position: 'mill', ...given })

describe('the form', () => {
  test('offers what the same side said before, newest first, and nothing preselected', async ({
    db,
  }) => {
    const town = aTown()
    const others = [
      onIssue({ slug: 'again', said: '2020-01-15', statement: 'The mill it is.' }),
      onIssue({ slug: 'third', said: '2020-01-20', restates: 'again' }),
      onIssue({ slug: 'gone', withdrawn: { reason: 'Misread.' } }),
      onIssue({ slug: 'ford', position: 'ford' }),
      onIssue({ slug: 'not', stance: 'denies' }),
      onIssue({ slug: 'south', party: 'south' }),
    ]
    const { add } = await openTown(db, { ...town, claims: [...town.claims, ...others] })
    const side = { party: 'north', issue: 'where', position: 'mill', stance: 'affirms' }
    const step = { ...side, step: 'restates', statement: 'It stands there, at the mill.' }
    const page = await (await add(step)).text()
    expect(choicesOn(page)).toEqual([
      'None: this is said here for the first time',
      '15 January 2020: The mill it is.',
      '1 January 2020: It stands at the mill. (much alike)',
    ])
    expect(fieldsOfClaim(page)['restates']).toBe('')
    expect(textOf(page)).toContain('Much alike: “It stands at the mill.”')
    const part = await (await add(step, partial)).text()
    expect(part).toMatch(/^<section class="form-part" id="claim-restates"/)
    expect(choicesOn(part)).toHaveLength(3)
  })

  test('of a value offers what was said of that value', async ({ db }) => {
    const town = aTown()
    const cost = (slug: string, max: number) =>
      aClaim({ slug, issue: 'cost', position: undefined, value: { min: null, max } })
    const claims = [...town.claims, cost('five', 5), cost('six', 6)]
    const dossier = { ...town, claims: JSON.parse(JSON.stringify(claims)) as DossierClaim[] }
    const { add } = await openTown(db, dossier)
    const side = { party: 'north', issue: 'cost', min: '', max: '5', stance: 'affirms' }
    expect(choicesOn(await (await add({ ...side, step: 'restates' })).text())).toHaveLength(2)
  })

  test('says what to fill in first, and what was chosen before stays', async ({ db }) => {
    const { add } = await openTown(db)
    const page = await (await add({ party: '', restates: 'c2', step: 'restates' })).text()
    expect(textOf(page)).toContain('Once party, issue, position and stance are chosen')
    expect(fieldsOfClaim(page)['restates']).toBe('c2')
  })

  test('saves the mark, shows it again, and takes it away', async ({ db }) => {
    const { add, read, send } = await openTown(db)
    expect((await add({ restates: 'c2' })).status).toBe(303)
    expect(await markOf(db, filledForm.key)).toBe('c2')
    const claim = await claimAt(db, filledForm.key)
    const fields = fieldsOfClaim(await read(paths.editClaim(claim)))
    expect(fields['restates']).toBe('c2')
    const edit = { ...fields, why: 'Another line.', step: 'save' }
    expect((await send(paths.editClaim(claim), edit)).status).toBe(303)
    expect(await markOf(db, filledForm.key)).toBe('c2')
    const version = { ...edit, version: '1', restates: '' }
    expect((await send(paths.editClaim(claim), version)).status).toBe(303)
    expect(await markOf(db, filledForm.key)).toBeUndefined()
    const history = textOf(await read(paths.claimHistory(claim)))
    expect(history).toContain('Restates')
    expect(history).toContain('No bridge. (2 January 2020)')
  })

  test('refuses what does not say the same, at the field, with what was typed', async ({ db }) => {
    const { add } = await openTown(db)
    const answer = await add({ restates: 'c2', hedge: 'may' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('<a href="#f-restates">')
    expect(textOf(page)).toContain('but they differ in hedge')
    expect(fieldsOfClaim(page)).toMatchObject({ restates: 'c2', hedge: 'may' })
    for (const restates of ['c9', 'no slug!', 'x'.repeat(300), '+'])
      expect((await add({ restates })).status).toBe(422)
    expect(await db.selectFrom('claim').select('id').execute()).toHaveLength(3)
  })

  test('refuses an edit that makes the mark of another claim wrong, and names it', async ({
    db,
  }) => {
    const { add, read, send } = await openTown(db)
    await add({ restates: 'c2' })
    const c2 = await claimAt(db, 'c2')
    const fields = fieldsOfClaim(await read(paths.editClaim(c2)))
    const edit = { ...fields, condition: 'if it is cheap', why: 'Left out.', step: 'save' }
    const answer = await send(paths.editClaim(c2), edit)
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain(
      '“South still wants no bridge.” (20 January 2020) is marked as a restatement of “No bridge.”',
    )
    expect((await claimAt(db, 'c2')).condition).toBeNull()
  })

  test('that looks like a claim on record can be saved as a restatement of it, in one press', async ({
    db,
  }) => {
    const { add, read } = await openTown(db)
    const alike = { said: '2020-01-02', key: 'c-00000000000b' }
    const page = await (await add(alike)).text()
    expect(page).toMatch(/<button form="claim-form" name="step" value="restating-c2">/)
    const sent = fieldsOfClaim(page)
    expect((await add({ ...sent, step: 'restating-c2' })).status).toBe(303)
    expect(await markOf(db, 'c-00000000000b')).toBe('c2')
    expect(await read(newClaimAddress)).not.toContain('restating-')
  })

  test('does not warn of the very claim that it is marked to restate', async ({ db }) => {
    const { add } = await openTown(db)
    expect((await add({ said: '2020-01-02', restates: 'c2' })).status).toBe(303)
  })
})

describe('the page of a claim', () => {
  test('says what it restates, and what restates it', async ({ db }) => {
    const town = aTown()
    const more = Array.from({ length: 4 }, (_, i) =>
      aClaim({ slug: `again-${i}`, said: `2020-01-1${i}`, restates: i === 0 ? 'c1' : 'again-0' }),
    )
    const { app } = await openTown(db, { ...town, claims: [...town.claims, ...more] })
    const read = async (slug: string) =>
      textOf(await (await app.request(paths.claim(await claimAt(db, slug)))).text())
    expect(await read('again-0')).toContain(
      'Restates: The bridge should be built. (1 January 2020)',
    )
    const third = await read('again-3')
    expect(third).toContain('Restates: The bridge should be built. (10 January 2020)')
    expect(third).toContain('First said: The bridge should be built. (1 January 2020)')
    const first = await read('c1')
    expect(first).toContain('Restated 4 times')
    expect(first).toContain('Restated on 13 January 2020')
    expect(await read('c2')).not.toContain('Restatements')
    const json = await app.request(
      `${paths.claim({ id: (await claimAt(db, 'again-0')).id })}.jsonld`,
    )
    const { id } = await claimAt(db, 'c1')
    expect(await json.json()).toMatchObject({
      isBasedOn: { '@type': 'Claim', '@id': `http://localhost${paths.claim({ id })}` },
    })
  })
})

describe('the page of a contradiction', () => {
  const again = (i: number, said: string): DossierClaim =>
    aClaim({ slug: `again-${i}`, party: 'south', stance: 'denies', said, restates: 'c2' })

  async function decided(db: Db, before: number, after: number) {
    const town = aTown()
    const repeats = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => again(from + i, `2020-01-1${from + i}`))
    const claims = [...town.claims, ...repeats(0, before)]
    const opened = await openTown(db, { ...town, claims })
    const { id } = await db
      .selectFrom('contradiction')
      .where('kind', '=', 'opposed')
      .select('id')
      .executeTakeFirstOrThrow()
    await reviewContradiction(db, {
      contradictionId: id,
      seen: (await findSeen(db, id)) ?? '',
      reviewer: await anAccount(db, { name: 'Rae' }),
      verdict: 'no conflict',
      reason: 'both can hold',
      now: later(1),
    })
    const more = { ...town, claims: repeats(before, before + after) }
    const text = JSON.stringify({ ...more, claims: [...claims, ...more.claims] })
    await importDossier(db, { text, file: 'more.json', now: later(2) })
    const { app } = opened
    const page = await (await app.request(paths.contradiction({ id }))).text()
    const json = await app.request(`${paths.contradiction({ id })}.json`)
    return { page, words: textOf(page), json: (await json.json()) as Record<string, unknown> }
  }

  test('shows a statement once, what restates it under it, and what the decision covers', async ({
    db,
  }) => {
    const { page, words, json } = await decided(db, 1, 1)
    expect(words).toContain('3 claims, 2 of them restatements')
    expect(words).toContain('Restated twice')
    expect(words).toMatch(/Restated twice ?Covered 11 January 2020: this claim ?10 January 2020/)
    expect(words).toContain(
      'Covered by the decision of 24 November 2026: restates the statement of 2 January 2020.',
    )
    expect(words).not.toContain('New since the review')
    expect(page).not.toMatch(/<summary>Restated/)
    expect(json).toMatchObject({ newEvidence: 0 })
    expect(JSON.stringify(json)).toContain('"restates":"c2"')
  })

  test('folds more than three away, and marks nothing where all was seen', async ({ db }) => {
    const { page, words } = await decided(db, 4, 0)
    expect(page).toContain('<summary>Restated 4 times</summary>')
    expect(words).not.toContain('Covered')
  })
})
