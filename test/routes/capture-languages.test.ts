import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { aTown, fieldsOfClaim, openTown } from '#test/support/a-claim-form.ts'
import { noon } from '#test/support/app.ts'
import {
  ARABIC,
  CHINESE,
  DISPUTE_TEXTS,
  type DisputeText,
  RUSSIAN,
} from '#test/support/a-dispute-in-languages.ts'
import { test } from '#test/support/database.ts'
import { controlsOf, readPage } from '#test/support/hostile-html.ts'
import { faultsOf } from '#test/support/html.ts'

/** Where words stand, counted in code points. */
const placeOf = (words: string, text: string): number =>
  Array.from(text.slice(0, text.indexOf(words))).length

const sentencesOn = (page: string): string[] =>
  readPage(page)
    .filter(({ tag, attributes }) => tag === 'label' && /^s\d+$/.test(attributes['for'] ?? ''))
    .map(({ text }) => text)

const numbered = (numbers: readonly number[]) => numbers.map((n) => `s=${n}`).join('&')

/** The town, with somebody signed in who takes one text for a source. */
async function openSource(db: Db, dispute: DisputeText, text = dispute.text) {
  const town = await openTown(db)
  const saved = await town.send(paths.newSource('bridge'), {
    text,
    title: dispute.title,
    published: '2020-02-12',
    'source-language': dispute.language,
    step: 'save',
  })
  const capture = saved.headers.get('Location') ?? ''
  expect(capture, `${saved.status}`).toMatch(/^\/s\/[\w-]+\/capture$/)
  const source = capture.replace(/\/capture$/, '')
  /** The claim's form, made of the sentences that hold the words. */
  const formOf = async (words: string) => {
    const page = await town.read(capture)
    const from = text.indexOf(words)
    const sentences = sentencesOn(page)
    let end = 0
    const touched = sentences.flatMap((sentence, i) => {
      const start = text.indexOf(sentence, end)
      end = start + sentence.length
      return start < from + words.length && end > from ? [i + 1] : []
    })
    const form = await town.read(`${capture}?${numbered(touched)}`)
    return { fields: fieldsOfClaim(form), form }
  }
  const saveClaim = async (fields: Record<string, string>) =>
    await town.send(paths.newClaim('bridge'), {
      ...fields,
      party: 'north',
      issue: 'bridge',
      position: 'yes',
      step: 'save',
    })
  /** The words that are marked on the source's page, with what holds them. */
  const readMarks = async () => {
    const page = await town.read(source)
    expect(await faultsOf(page)).toEqual([])
    const elements = readPage(page)
    const document = elements.find(({ attributes }) => attributes['class'] === 'document')
    const { lang, dir } = document?.attributes ?? {}
    return { lang, dir, marked: elements.filter((e) => e.tag === 'mark').map((e) => e.text) }
  }
  return { ...town, capture, formOf, saveClaim, readMarks }
}

const sayOf = (dispute: DisputeText) => [dispute.name, dispute] as const
const inEach = DISPUTE_TEXTS.map(sayOf)

describe('a text in another language than English', () => {
  test.for(inEach)('%s: its language is recognised, and its title', async ([, given], { db }) => {
    const { send } = await openTown(db)
    const answer = await send(paths.newSource('bridge'), { step: 'read', text: given.text })
    expect(answer.status).toBe(200)
    const form = controlsOf(readPage(await answer.text()))
    const filled = ['source-language', 'title', 'text'].map((name) => form.get(name)?.[0])
    expect(filled).toEqual([given.language, given.title, given.text])
  })

  test.for(inEach)('%s: falls into the sentences that it has', async ([, given], { db }) => {
    const { read, capture } = await openSource(db, given)
    const page = await read(capture)
    expect(sentencesOn(page)).toEqual(given.sentences)
    const list = readPage(page).find(({ attributes }) => attributes['class'] === 'sentences')
    expect(list?.attributes).toMatchObject({ lang: given.language, dir: given.direction })
    expect(await faultsOf(page)).toEqual([])
  })

  test.for(inEach)(
    '%s: each sentence, or what is quoted in it, becomes the claim’s words with their place',
    async ([, given], { db }) => {
      const { read, capture } = await openSource(db, given)
      for (const [i, sentence] of given.sentences.entries()) {
        const fields = fieldsOfClaim(await read(`${capture}?s=${i + 1}`))
        const words = fields['c1-quote'] ?? ''
        expect(words === sentence || /[«“„「]/u.test(sentence), sentence).toBe(true)
        expect([sentence.includes(words), fields['c1-start']]).toEqual([
          true,
          String(placeOf(words, given.text)),
        ])
      }
    },
  )

  test.for(inEach)(
    '%s: a claim made of a sentence is marked there, in the direction of its language',
    async ([, given], { db }) => {
      const { formOf, saveClaim, readMarks } = await openSource(db, given)
      const { fields } = await formOf(given.quoted)
      const answer = await saveClaim(fields)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('Location')).toMatch(/\/capture\?saved=c-\w+#s5$/)
      expect(await readMarks()).toEqual({
        lang: given.language,
        dir: given.direction,
        marked: [fields['c1-quote']],
      })
    },
  )

  test.for(inEach)(
    '%s: the quotation cut to what was said, after a character beyond the basic plane',
    async ([, given], { db }) => {
      const { formOf, saveClaim, readMarks } = await openSource(db, given)
      const { fields } = await formOf(given.quoted)
      expect((await saveClaim({ ...fields, 'c1-quote': given.quoted })).status).toBe(303)
      expect((await readMarks()).marked).toEqual([given.quoted])
      const start = placeOf(given.quoted, given.text)
      const place = { found_start: start, found_end: start + Array.from(given.quoted).length }
      const citation = db.selectFrom('citation').where('quote', '=', given.quoted)
      expect(await citation.select(['found_start', 'found_end']).execute()).toEqual([place])
    },
  )

  test.for(inEach)(
    '%s: a quotation broken across a line is one claim, marked as it stands',
    async ([, given], { db }) => {
      const text = given.text.replace(given.whole, given.broken)
      const { formOf, saveClaim, readMarks } = await openSource(db, given, text)
      const { fields } = await formOf(given.broken)
      expect(fields['c1-quote']).toContain(given.broken)
      expect((await saveClaim(fields)).status).toBe(303)
      expect((await readMarks()).marked.join('')).toContain(given.broken)
    },
  )
})

describe('a quotation typed with', () => {
  const spaced = (words: string, space: string) => words.replaceAll(/\s/g, space)
  const bent = [
    ['line breaks for spaces', (words: string) => spaced(words, '\r\n')],
    ['two spaces for one', (words: string) => ` ${spaced(words, '  ')}\t`],
    ['no-break spaces', (words: string) => spaced(words, '\u00A0')],
    ['ideographic spaces', (words: string) => spaced(words, '\u3000')],
    ['its letters taken apart (NFD)', (words: string) => words.normalize('NFD')],
    ['its letters put together (NFC)', (words: string) => words.normalize('NFC')],
  ] as const

  const eachBent = DISPUTE_TEXTS.flatMap((given) =>
    bent.map(([how, bend]) => [how, given.name, given, bend] as const),
  )

  test.for(eachBent)(
    '%s, in %s, is found, and the text’s own words are marked',
    async ([, , given, bend], { db }) => {
      const text = given.text.replace(given.whole, given.broken)
      const { formOf, saveClaim, readMarks } = await openSource(db, given, text)
      const { fields } = await formOf(given.broken)
      if (given === ARABIC) expect(bend(given.broken)).not.toBe(given.broken)
      const { 'c1-start': _, ...typed }: Record<string, string> = {
        ...fields,
        'c1-quote': bend(given.broken),
      }
      const answer = await saveClaim(typed)
      expect(answer.status, answer.status === 422 ? await answer.text() : '').toBe(303)
      expect((await readMarks()).marked).toEqual([given.broken])
    },
  )
})

describe('what other languages write in their own way', () => {
  const russian = RUSSIAN.text.replace(/Министр, .*?встретиться/, 'Суд отложил дело до мая')
  test('Russian of 370 characters is taken for Russian', async ({ db }) => {
    const { send } = await openTown(db)
    const answer = await send(paths.newSource('bridge'), { step: 'read', text: russian })
    const form = controlsOf(readPage(await answer.text()))
    expect(form.get('source-language')).toEqual(['ru'])
  })

  const asOneSentence: readonly (readonly [string, string, DisputeText, string])[] = [
    ['г. before a name', 'ru', RUSSIAN, 'Их ответ в г. Заречье назвали обидным.'],
    ['ул. before a name', 'ru', RUSSIAN, 'Мост ведёт на ул. Садовую в центре.'],
    ['a dash after quoted words', 'ru', RUSSIAN, '«Это решит суд!» — ответила Лугова.'],
    ['a title of one letter', 'ar', ARABIC, 'رفض د. سالم الحداد هذا الرأي.'],
    ['corner marks', 'zh', CHINESE, '碑上写着：「桥归两镇。」'],
    ['who speaks after what is said', 'zh', CHINESE, '“这座桥太贵了。”周敏说。'],
    ['a line broken inside quoted words', 'ar', ARABIC, 'قالت ليلى: «لم يرَ أحد\nالميزانية».'],
    ['a line broken inside quoted words', 'zh', CHINESE, '周敏说：“没有人\n看过预算。”'],
  ]
  test.for(asOneSentence)(
    '%s (%s) does not end a sentence',
    async ([, , given, sentence], { db }) => {
      const { read, capture } = await openSource(db, given, sentence)
      expect(sentencesOn(await read(capture))).toEqual([sentence])
    },
  )

  test('Chinese broken across a line is found when it is typed without it', async ({ db }) => {
    const text = CHINESE.text.replace(CHINESE.whole, CHINESE.broken)
    const { formOf, saveClaim } = await openSource(db, CHINESE, text)
    const { fields } = await formOf(CHINESE.broken)
    const answer = await saveClaim({ ...fields, 'c1-quote': CHINESE.whole })
    expect(answer.status).toBe(303)
  })
})

test('who is named beside quoted words is suggested in any language', async ({ db }) => {
  const russian = 'Совет собрался. Лин сказал: «Мы не будем ждать до весны». Все ушли.'
  const { read, capture } = await openSource(db, RUSSIAN, russian)
  const person = {
    slug: 'lin',
    name: 'Lin',
    aliases: ['Лин'],
    roles: [{ party: 'north', title: 'Mayor' }],
  }
  const more = { ...aTown(), sources: [], claims: [], people: [person] }
  await importDossier(db, { text: JSON.stringify(more), file: 'lin.json', now: noon })
  const page = readPage(await read(capture))
  expect(page.filter((e) => e.attributes['class'] === 'suggestion').map((e) => e.text)).toEqual([
    'Suggested: Lin, North',
  ])
  expect(fieldsOfClaim(await read(`${capture}?s=2`))).toMatchObject({
    party: 'north',
    person: 'lin',
    'c1-quote': 'Мы не будем ждать до весны',
  })
})
