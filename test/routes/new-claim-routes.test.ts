import { HtmlValidate } from 'html-validate'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { fieldsOfClaim, fieldsOn, newClaimAddress, openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { test } from '#test/support/database.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'long-title': 'off' },
})

async function faultsOf(page: string): Promise<string[]> {
  const report = await validator.validateString(page)
  return report.results.flatMap((r) =>
    r.messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`),
  )
}

const countClaims = async (db: Db): Promise<number> =>
  (await db.selectFrom('claim').select('id').execute()).length

const partial = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

/** Something typed into every field that takes a text. */
const everyText = {
  'party-name': 'Eastern “Quarter”',
  'party-kind': 'district',
  'person-name': 'Eve <East>',
  'person-title': 'Speaker & clerk',
  'issue-question': 'Who pays?',
  'issue-unit': 'crowns',
  'position-label': 'The town pays',
  said: 'yesterday',
  statement: 'East says\nthat the town pays.',
  hedge: 'may',
  condition: 'provided that it is cheap',
  'scope-period': 'next year',
  'scope-note': 'north bank',
  'c1-title': 'A leaflet',
  'c1-publisher': 'East press',
  'c1-kind': 'leaflet',
  'c1-url': 'javascript:alert(1)',
  'c1-published': 'in spring',
  'c1-source-language': 'not a tag!',
  'c1-captured': 'Some text\nof the leaflet',
  'c1-quote': 'words “quoted”',
  'c1-language': '???',
  'c1-translation': 'translated words',
  'c1-translator': 'Tom',
  'c1-locator': 'p. 4',
  'c2-quote': 'second words',
}

describe('the form of a claim', () => {
  test('begins with what its address names, and says it was said when the source was published', async ({
    db,
  }) => {
    const { read } = await openTown(db)
    const page = await read(
      paths.newClaim('bridge', {
        party: 'north',
        issue: 'where',
        position: 'ford',
        source: 'minutes',
      }),
    )
    const fields = fieldsOn(page)
    expect(fields.get('party')).toBe('north')
    expect(fields.get('issue')).toBe('where')
    expect(fields.get('position')).toBe('ford')
    expect(fields.get('c1-source')).toBe('minutes')
    expect(fields.get('said')).toBe('2020-02-10')
  })

  test('ignores what an address names that is not there', async ({ db }) => {
    const { read } = await openTown(db)
    const page = await read(paths.newClaim('bridge', { party: 'nobody', issue: 'x'.repeat(500) }))
    expect(page).toContain('<h1>Add a claim</h1>')
  })

  test('tells those who are not signed in how to, and is not there for an unknown topic', async ({
    db,
  }) => {
    const { app, headers } = await openTown(db)
    const answer = await app.request(newClaimAddress)
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('npm start')
    expect((await app.request(paths.newClaim('nowhere'), { headers })).status).toBe(404)
  })

  test('is valid HTML, empty and with every error', async ({ db }) => {
    const { read, add } = await openTown(db)
    expect(await faultsOf(await read(newClaimAddress))).toEqual([])
    const refused = await (await add({ ...everyText, party: '', issue: 'where', rows: '2' })).text()
    expect(await faultsOf(refused)).toEqual([])
  })
})

describe('a form that is refused', () => {
  test('comes back with everything that was typed, in every field', async ({ db }) => {
    const { add } = await openTown(db)
    const chosen = {
      party: '+',
      person: '+',
      issue: '+',
      'issue-nature': 'normative',
      'issue-kind': 'options',
      stance: 'affirms',
      bearing: 'context',
      wording: 'partial quotation',
      'c1-source': '+',
      'c1-grade': 'C',
      'c1-credibility': '3',
      'c2-source': 'gazette',
    }
    const sent = { ...everyText, ...chosen, rows: '2', min: '3', max: '4' }
    const answer = await add(sent)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('<title>Error: Add a claim - Gainsay</title>')
    const fields = fieldsOn(page)
    for (const [name, value] of Object.entries(sent))
      expect([name, fields.get(name)]).toEqual([name, value])
    expect(await countClaims(db)).toBe(3)
  })

  test('says at each field what is wrong with it, all at once, with links from the top', async ({
    db,
  }) => {
    const { add } = await openTown(db)
    const page = await (
      await add({
        ...everyText,
        party: '',
        issue: '',
        stance: '',
        wording: '',
        'c1-source': '',
        position: '',
      })
    ).text()
    for (const message of [
      '“yesterday” is not a date.',
      '“next year” is not a date.',
      '“in spring” is not a date.',
      'An address must begin with https:// or http://',
      'is no language tag',
      'Choose the stance.',
      'Choose the form.',
      'Choose the nature of the new issue.',
      'Choose how the new issue is answered.',
    ])
      expect(page).toContain(message)
    expect(page).toContain('<a href="#f-said">')
    expect(page).toContain('id="f-said-error"')
    const order = ['#f-issue-nature', '#f-stance', '#f-said', '#f-wording', '#f-c1-url'].map((id) =>
      page.indexOf(`href="${id}"`),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  test('names a character that cannot be kept', async ({ db }) => {
    const { add } = await openTown(db)
    const page = await (
      await add({ statement: 'a\0b', 'party-name': 'No\u202Eway', party: '+', 'party-kind': 'x' })
    ).text()
    expect(page).toContain('Statement contains an invisible NUL character at position 2.')
    expect(page).toContain('hidden direction mark U+202E')
  })

  test('may not be both chosen and new', async ({ db }) => {
    const { add } = await openTown(db)
    const page = await (await add({ 'party-name': 'East', 'party-kind': 'district' })).text()
    expect(page).toContain('Choose a party or add a new one, not both.')
  })

  test('has no date in the future and none after its publication', async ({ db }) => {
    const { add } = await openTown(db)
    expect(await (await add({ said: '2027-01-01' })).text()).toContain(
      '“2027-01-01” lies in the future.',
    )
    const late = await (await add({ said: '2020-03-01' })).text()
    expect(late).toContain(
      '“2020-03-01” is later than the publication of “Town gazette” (2020-02-01).',
    )
    expect(late).toContain('id="f-said-error"')
  })

  test('has words where it says they are quoted', async ({ db }) => {
    const { add } = await openTown(db)
    const page = await (await add({ wording: 'direct quotation' })).text()
    expect(page).toContain(
      'Give the words that were said, or choose another form, such as paraphrase.',
    )
    expect(page).toContain('<a href="#f-c1-quote">')
  })

  test('has its words in the captured text, or says at the field that they are not', async ({
    db,
  }) => {
    const { add } = await openTown(db)
    const fields = {
      'c1-source': '',
      'c2-source': 'minutes',
      rows: '2',
      'c2-quote': 'We will not build it.',
    }
    const answer = await add(fields)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(
      'These words are not in the captured text of “Minutes of the council”. Check the wording, or mark the claim as a paraphrase without a quotation.',
    )
    expect(page).toContain('<a href="#f-c2-quote">')
    expect(await countClaims(db)).toBe(3)
  })

  test('adds none of the new things it names', async ({ db }) => {
    const { add } = await openTown(db)
    const answer = await add({
      party: '+',
      'party-name': 'East',
      'party-kind': 'district',
      'c1-source': '+',
      'c1-title': 'Leaflet',
      'c1-published': '2020-02',
      'c1-source-language': 'en',
      'c1-captured': 'Other words.',
      'c1-quote': 'These words.',
    })
    expect(answer.status).toBe(422)
    const names = await db.selectFrom('party').select('slug').execute()
    expect(names.map((n) => n.slug)).not.toContain('east')
    expect(await db.selectFrom('source').select('slug').execute()).toHaveLength(2)
  })

  test('names the chain of a position that nobody could hold', async ({ db }) => {
    const { add } = await openTown(db)
    const fields = { issue: 'where', position: '+', 'position-label': 'Nowhere' }
    const page = await (
      await add({ ...fields, 'position-entails': 'mill', 'position-excludes': 'mill' })
    ).text()
    expect(page).toContain('Nobody could hold “Nowhere”')
    expect(page).toContain('<a href="#f-position-label">')
  })

  test('is problem details for those who read JSON', async ({ db }) => {
    const { add } = await openTown(db)
    const answer = await add({ said: '2020-13' }, { Accept: 'application/json' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'invalid', status: 422 })
  })

  test('has no field that the form does not have', async ({ db }) => {
    const { add } = await openTown(db)
    const answer = await add({ admin: 'yes' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This form has no field “admin”.')
  })
})

describe('a step of the form', () => {
  test('adds a citation, keeps what was typed and saves nothing', async ({ db }) => {
    const { add } = await openTown(db)
    const answer = await add({ ...everyText, step: 'add-citation' })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('>Citation 2</h3>')
    expect(page).not.toContain('There is a problem')
    expect(fieldsOn(page).get('c1-quote')).toBe('words “quoted”')
    expect(fieldsOn(page).get('statement')).toBe('East says\nthat the town pays.')
    expect(await countClaims(db)).toBe(3)
  })

  test('takes a citation away and moves the others up', async ({ db }) => {
    const { add } = await openTown(db)
    const fields = { rows: '3', 'c1-quote': 'one', 'c2-quote': 'two', 'c3-quote': 'three' }
    const left = fieldsOn(await (await add({ ...fields, step: 'remove-citation-2' })).text())
    expect([left.get('rows'), left.get('c1-quote'), left.get('c2-quote')]).toEqual([
      '2',
      'one',
      'three',
    ])
  })

  test('shows the positions of the chosen issue, or what the new one asks for', async ({ db }) => {
    const { add } = await openTown(db)
    expect(await (await add({ issue: 'where', step: 'positions' })).text()).toContain(
      'B: At the ford',
    )
    const value = await (await add({ issue: 'cost', step: 'positions', position: 'yes' })).text()
    expect(value).toContain('Value, in crowns')
    expect(fieldsOn(value).get('position')).toBe('yes')
    const added = await (await add({ issue: '+', 'issue-kind': 'date', step: 'positions' })).text()
    expect(added).toContain('Such as 2016-01-31')
  })

  test('answers htmx with the part alone, which carries its own id', async ({ db }) => {
    const { add } = await openTown(db)
    const positions = await (await add({ issue: 'where', step: 'positions' }, partial)).text()
    expect(positions).toMatch(/^<section class="form-part" id="claim-position"/)
    expect(positions).not.toContain('<html')
    const citations = await (await add({ step: 'add-citation' }, partial)).text()
    expect(citations).toMatch(/^<section class="form-part" id="claim-citations"/)
  })
})

describe('saving a claim', () => {
  test('leads to its page, which says what it now conflicts with', async ({ db }) => {
    const { add, read, app } = await openTown(db)
    const answer = await add({ issue: 'where', position: 'ford', stance: 'affirms' })
    expect(answer.status).toBe(303)
    const location = answer.headers.get('Location') ?? ''
    expect(location).toMatch(/^\/c\/4-c-00000000000a\?saved=1$/)
    const page = await read(location)
    expect(page).toContain('<strong>Saved.</strong>')
    expect(page).toMatch(
      /<a href="\/x\/\w+">It now conflicts with <bdi>North<\/bdi> on “<bdi>Where should it stand\?<\/bdi>”<\/a>/,
    )
    expect(page).toContain(`href="${paths.newClaim('bridge', { source: 'gazette' })}"`)
    expect(await faultsOf(page)).toEqual([])
    for (const path of [paths.editClaim, paths.withdrawClaim])
      expect(page).toContain(`href="${path({ id: 4, slug: 'c-00000000000a' })}"`)
    expect(await (await app.request(location)).text()).not.toContain('Saved.')
  })

  test('says so when it conflicts with nothing', async ({ db }) => {
    const { add, read } = await openTown(db)
    const location = (
      await add({ issue: 'cost', min: '5', max: '', stance: 'affirms' })
    ).headers.get('Location')
    expect(await read(location ?? '')).toContain('It conflicts with nothing on record.')
    expect(
      (await db.selectFrom('claim').select('value').where('id', '=', 4).executeTakeFirst())?.value,
    ).toEqual({ min: 5, max: null })
  })

  test('brings along a party, a person, an issue, a position and a source with its text', async ({
    db,
  }) => {
    const { add, read } = await openTown(db)
    const answer = await add({
      party: '',
      'party-name': 'Восток',
      'party-kind': 'district',
      'person-name': 'Zoë Ångström',
      'person-title': 'Speaker',
      issue: '',
      'issue-question': 'Who should pay for it?',
      'issue-nature': 'normative',
      'issue-kind': 'options',
      position: '',
      'position-label': 'The town',
      stance: 'affirms',
      wording: 'direct quotation',
      'c1-source': '',
      'c1-title': 'نشرة المدينة',
      'c1-published': '2020-02',
      'c1-source-language': 'ar',
      'c1-captured': 'قال المتحدث: المدينة تدفع. ثم غادر.',
      'c1-quote': 'المدينة تدفع',
      'c1-translation': 'The town pays.',
    })
    expect(answer.status).toBe(303)
    const page = await read(answer.headers.get('Location') ?? '')
    expect(page).toContain('lang="ar" dir="rtl"')
    expect(page).toContain('Zoë Ångström')
    const slugs = async (table: 'party' | 'person' | 'issue' | 'source') =>
      (await db.selectFrom(table).select('slug').orderBy('id', 'desc').executeTakeFirst())?.slug
    expect(await slugs('party')).toBe('vostok')
    expect(await slugs('person')).toBe('zoe-angstrom')
    expect(await slugs('issue')).toBe('who-should-pay-for-it')
    expect(await slugs('source')).toBe('source-3')
    expect(
      (
        await db
          .selectFrom('citation')
          .select('found_start')
          .orderBy('id', 'desc')
          .executeTakeFirst()
      )?.found_start,
    ).toBe(13)
    const issue = await db
      .selectFrom('issue')
      .select('exclusive')
      .where('slug', '=', 'who-should-pay-for-it')
      .executeTakeFirst()
    expect(issue?.exclusive).toBe(true)
  })

  test('on an issue made in the form, a second position conflicts with the first', async ({
    db,
  }) => {
    const { add, read } = await openTown(db)
    const issue = {
      'issue-question': 'Who pays?',
      'issue-nature': 'normative',
      'issue-kind': 'options',
    }
    const first = {
      issue: '',
      ...issue,
      position: '',
      'position-label': 'The town',
      stance: 'affirms',
    }
    expect((await add(first)).status).toBe(303)
    const second = {
      issue: 'who-pays',
      position: '+',
      'position-label': 'The crown',
      stance: 'affirms',
      party: 'north',
      key: 'c-00000000000b',
    }
    const answer = await add(second)
    expect(answer.status).toBe(303)
    expect(await read(answer.headers.get('Location') ?? '')).toContain(
      'It now conflicts with <bdi>South</bdi>',
    )
  })

  test('takes a new position with what it excludes', async ({ db }) => {
    const { add, read } = await openTown(db)
    const fields = {
      issue: 'where',
      position: '+',
      'position-label': 'By the church',
      stance: 'affirms',
      'position-excludes': 'mill',
    }
    const page = await read((await add(fields)).headers.get('Location') ?? '')
    expect(page).toContain('It now conflicts with <bdi>North</bdi>')
  })

  test('answers a yes or no without choosing a position', async ({ db }) => {
    const { add } = await openTown(db)
    expect((await add({ position: '' })).status).toBe(303)
    const issue = {
      issue: '',
      'issue-question': 'Is it safe?',
      'issue-nature': 'factual',
      'issue-kind': 'yes-no',
    }
    expect((await add({ ...issue, position: '', key: 'c-00000000000b' })).status).toBe(303)
    const row = await db
      .selectFrom('position')
      .select('label')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(row?.label).toBe('Yes')
  })

  test('takes days for a date, and needs no position from those who decline', async ({ db }) => {
    const { add } = await openTown(db)
    expect(await (await add({ issue: 'opening', min: '2020-02-30' })).text()).toContain(
      'is not a day',
    )
    expect(
      await (await add({ issue: 'opening', min: '2021-02-01', max: '2020-01-01' })).text(),
    ).toContain('Swap the two ends.')
    expect(
      (await add({ issue: 'opening', min: '2021-02-01', max: '2021-03-01', stance: 'affirms' }))
        .status,
    ).toBe(303)
    expect(
      (await add({ issue: 'where', position: '', stance: 'declines', key: 'c-00000000000b' }))
        .status,
    ).toBe(303)
  })

  test('keeps hostile words as they are and shows them harmless', async ({ db }) => {
    const { add, read } = await openTown(db)
    const hostile = '</script><img src=x onerror=alert(1)> “{{x}}” \u202Etxt'
    const answer = await add({
      statement: hostile,
      condition: hostile,
      hedge: hostile,
      'c1-locator': hostile,
      'c1-quote': hostile,
    })
    expect(answer.status).toBe(303)
    const page = await read(answer.headers.get('Location') ?? '')
    expect(page).not.toContain('<img')
    expect(page).toContain('The quotation contains hidden direction marks')
    const row = await db
      .selectFrom('claim')
      .select(['statement', 'condition'])
      .where('id', '=', 4)
      .executeTakeFirst()
    expect(row).toEqual({ statement: hostile, condition: hostile })
    expect(await read(paths.claimHistory({ id: 4 }))).not.toContain('<img')
  })
})

describe('a claim that may be on record', () => {
  test('is made once, however often and however fast its form is sent', async ({ db }) => {
    const { add } = await openTown(db)
    const fields = { party: '', 'party-name': 'East', 'party-kind': 'district' }
    const answers = await Promise.all(Array.from({ length: 5 }, async () => await add(fields)))
    expect(answers.map((a) => a.status)).toEqual([303, 303, 303, 303, 303])
    expect(new Set(answers.map((a) => a.headers.get('Location'))).size).toBe(1)
    expect(await countClaims(db)).toBe(4)
    expect(
      await db.selectFrom('party').select('id').where('name', '=', 'East').execute(),
    ).toHaveLength(1)
  })

  test('is not made of a form that was used for another, which keeps its words', async ({ db }) => {
    const { add } = await openTown(db)
    await add({})
    const answer = await add({ statement: 'Something else.', said: '2020-01-21' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('This form was saved before, as another claim')
    const fields = fieldsOn(page)
    expect(fields.get('statement')).toBe('Something else.')
    expect(fields.get('key')).not.toBe('c-00000000000a')
    expect(
      (
        await add({
          statement: 'Something else.',
          said: '2020-01-21',
          key: fields.get('key') ?? '',
        })
      ).status,
    ).toBe(303)
  })

  test('is pointed out where stance and date are the same, and saved when asked to', async ({
    db,
  }) => {
    const { add } = await openTown(db)
    await add({})
    const again = { key: 'c-00000000000b', statement: 'South repeats itself.' }
    const answer = await add(again)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('This looks like a claim that is on record')
    expect(page).toContain('href="/c/4-c-00000000000a"')
    expect(page).toContain('Save anyway')
    expect((await add({ ...again, step: 'save-anyway' })).status).toBe(303)
    expect(await countClaims(db)).toBe(5)
  })

  test('is pointed out where the words are the same, however spaced', async ({ db }) => {
    const { add } = await openTown(db)
    await add({ 'c1-source': 'minutes', 'c1-quote': 'We will build it by spring.' })
    const fields = { said: '2020-01', key: 'c-00000000000b' }
    const answer = await add({
      ...fields,
      'c1-source': 'minutes',
      'c1-quote': 'We will build  it by\nspring.',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('South still wants no bridge.')
  })

  test('is none where others say the same words, or the same say them of something else', async ({
    db,
  }) => {
    const { add } = await openTown(db)
    const words = { 'c1-source': 'minutes', 'c1-quote': 'We will build it by spring.' }
    await add(words)
    const others = { ...words, party: 'north', key: 'c-00000000000b' }
    expect((await add(others)).status).toBe(303)
    const elsewhere = { ...words, issue: 'cost', position: '', min: '1', key: 'c-00000000000c' }
    expect((await add(elsewhere)).status).toBe(303)
  })

  test('is refused where everything is the same', async ({ db }) => {
    const { add } = await openTown(db)
    await add({})
    const answer = await add({ key: 'c-00000000000b', step: 'save-anyway' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('This claim is on record already')
    expect(await countClaims(db)).toBe(4)
  })
})

describe('words that are not quite in the source', () => {
  const wrong = {
    'c1-source': 'minutes',
    'c1-quote': 'We will build it by summer.',
    wording: 'direct quotation',
  }

  test('are refused, with the nearest and how near they are; taking those saves', async ({
    db,
  }) => {
    const { add } = await openTown(db)
    const refused = await add(wrong)
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain('The nearest words there, 81 % the same, stand below')
    const fields = fieldsOfClaim(page)
    expect(fields).toMatchObject({
      'c1-quote': 'We will build it by summer.',
      'c1-near': 'We will build it by spring.',
      'c1-near-start': '17',
    })
    const taken = await add({ ...fields, step: 'take-words-1' })
    const shown = fieldsOfClaim(await taken.text())
    expect(shown).toMatchObject({ 'c1-quote': 'We will build it by spring.', 'c1-start': '17' })
    expect(shown).not.toHaveProperty('c1-near')
    expect((await add({ ...shown, step: 'save' })).status).toBe(303)
  })

  test('are never taken by themselves', async ({ db }) => {
    const { add } = await openTown(db)
    const fields = fieldsOfClaim(await (await add(wrong)).text())
    expect((await add({ ...fields, step: 'save' })).status).toBe(422)
    expect(
      await db.selectFrom('citation').where('quote', 'like', '%by s%').select('id').execute(),
    ).toEqual([])
  })

  test('are forgotten once the quotation is another, or right', async ({ db }) => {
    const { add } = await openTown(db)
    const fields = fieldsOfClaim(await (await add(wrong)).text())
    const other = await add({ ...fields, 'c1-quote': 'Nobody asked the town of South.' })
    expect(await other.text()).not.toContain('nearest words')
    const right = { ...fields, 'c1-quote': 'We will build it by spring.', said: 'one day' }
    const refused = await (await add(right)).text()
    expect(refused).toContain('“one day” is not a date')
    expect(refused).not.toContain('nearest words')
  })

  test('have nothing near them where all is other', async ({ db }) => {
    const { add } = await openTown(db)
    const page = await (
      await add({ ...wrong, 'c1-quote': 'Nobody asked the town of South.' })
    ).text()
    expect(page).not.toContain('nearest words')
  })
})
