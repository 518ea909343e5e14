import { existsSync, readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { filledForm } from '#test/support/a-claim-form.ts'
import { test } from '#test/support/database.ts'
import {
  CLAIM_FIELDS,
  NOTE,
  type TextField,
  WHY,
  canonical,
  citationFields,
  verdictOn,
} from '#test/support/hostile-fields.ts'
import { type ReadElement, controlsOf, readPage } from '#test/support/hostile-html.ts'
import { tablesOf } from '#test/support/hostile-record.ts'
import { BROKEN_BYTES, HOSTILE_STRINGS } from '#test/support/hostile-strings.ts'
import {
  type Fields,
  type Recorded,
  aFullForm,
  aRecorder,
  must,
} from '#test/support/hostile-town.ts'

/** Many pages on a machine that others use as well. */
const PATIENT_MS = 240_000

type Recorder = Awaited<ReturnType<typeof aRecorder>>

/** Stands for what a field holds, in the pages that others are compared with. */
const markerOf = ({ name }: TextField): string => `Q${name}Q`
const filler = ({ name }: TextField): string => `Something for ${name}`

/** Where what a claim's form holds can be read. */
const PAGES: Readonly<Record<string, (r: Recorded) => string>> = {
  claim: (r) => paths.claim({ id: r.claim }),
  history: (r) => paths.claimHistory({ id: r.claim }),
  edit: (r) => paths.editClaim({ id: r.claim }),
  withdraw: (r) => paths.withdrawClaim({ id: r.claim }),
  source: (r) => paths.source({ id: r.source }),
  issue: (r) => paths.issue({ id: r.issue }),
  comparison: (r) => paths.compare(r.topic),
  contradiction: (r) => paths.contradiction({ id: r.contradiction }),
  review: (r) => paths.reviews({ id: r.contradiction }),
  queue: (r) => paths.reviewQueue({ topic: r.topic }),
  contradictions: (r) => paths.contradictions(r.topic),
  agreement: (r) => paths.agreement(r.topic),
  topic: (r) => paths.topic(r.topic),
  sources: (r) => paths.sources(r.topic),
  issues: (r) => paths.issues(r.topic),
  parties: (r) => paths.parties(r.topic),
  party: (r) => paths.party({ id: r.party }),
  person: (r) => paths.person({ id: r.person }),
  form: (r) => paths.newClaim(r.topic),
}

const DOCUMENTS: Readonly<Record<string, (r: Recorded) => string>> = {
  'compare.json': (r) => paths.compareJson(r.topic),
  'JSON-LD': (r) => paths.claimJsonLd({ id: r.claim }),
  'contradiction.json': (r) => paths.contradictionJson({ id: r.contradiction }),
  dossier: (r) => paths.dossier(r.topic),
}

/** Everything that a page says and is, whatever ids, slugs and tokens it has, in any order. */
function tokensOf(html: string): string[] {
  expect(html).not.toMatch(/[\0\r]/)
  return readPage(html)
    .filter((element) => !isOfItsOwn(element))
    .map(({ tag, attributes, own }) => {
      const named = Object.entries(attributes).map(([name, value]) =>
        [name, isAddress(tag, name, attributes) ? '*' : value].join('='),
      )
      // The first words of a quotation, on one line, inside a sentence of ours.
      if (tag === 'q') return `<q ${named.sort().join(' ')}>`
      return `<${tag} ${named.sort().join(' ')}> ${own.replaceAll(/\u0001+/g, '|')}`
    })
    .sort()
}

const ADDRESSES = new Set(['href', 'action', 'id', 'for', 'hx-post', 'hx-get', 'data-copy'])

const isAddress = (tag: string, name: string, { type = '' }: ReadElement['attributes']) =>
  ADDRESSES.has(name) ||
  name.startsWith('aria-labelledby') ||
  name.startsWith('aria-describedby') ||
  (tag === 'meta' && name === 'content') ||
  (name === 'value' && (tag === 'option' || /radio|checkbox|hidden/.test(type)))

/** Said of some texts and not of others, on purpose. */
const isOfItsOwn = ({ tag, text, attributes }: ReadElement): boolean =>
  attributes['class'] === 'hash' ||
  // Code to embed is written for other pages, and what is printed is an address.
  attributes['class'] === 'embed-code' ||
  'data-as-written' in attributes ||
  (tag === 'option' && text === 'A town') ||
  text === 'The quotation contains hidden direction marks' ||
  // A full stop is added unless the statement has one.
  attributes['id'] === 'citation-text'

const replaced = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replaceAll(/Q([a-z\d-]+)Q/g, (marker, name: string) => values.get(name) ?? marker)

/** Leaves of a JSON document that are texts; not those that name things. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return NAMING.has(key) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, Array.isArray(value) ? key : name),
  )
}

const NAMING = new Set(['slug', 'issue', 'party', 'parties', 'person', 'position', 'source'])

/** Pages of a record, by name. */
async function readAll(
  { read }: Recorder,
  recorded: Recorded,
  names: readonly string[],
): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const name of names) {
    const path = { ...PAGES, ...DOCUMENTS }[name]?.(recorded) ?? ''
    const { status, text } = await read(path)
    expect([name, status]).toEqual([name, 200])
    pages.set(name, text)
  }
  return pages
}

/** Record what the fields hold. @returns pages and documents that show it */
async function recordIn(
  recorder: Recorder,
  topic: string,
  fields: Fields,
  names: readonly string[],
) {
  await recorder.openTopic(topic)
  return await readAll(recorder, await recorder.record(topic, aFullForm(fields)), names)
}

const shown = (text: string): string =>
  JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text)

/** What one list has and the other has not, a few of each. */
function differences(said: readonly string[], wanted: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const token of wanted) counts.set(token, (counts.get(token) ?? 0) - 1)
  for (const token of said) counts.set(token, (counts.get(token) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n !== 0)
    .slice(0, 6)
    .map(([token, n]) => `${n > 0 ? 'too many' : 'missing'}: ${token.slice(0, 300)}`)
}

/** Texts by the fields that must take them. */
function byKept(fields: readonly TextField[]): [kept: TextField[], texts: string[]][] {
  const groups = new Map<string, [TextField[], string[]]>()
  for (const text of HOSTILE_STRINGS) {
    const kept = fields.filter((field) => verdictOn(text, field) === 'kept')
    const key = kept.map(({ name }) => name).join(' ')
    const group = groups.get(key) ?? [kept, []]
    group[1].push(text)
    if (kept.length > 0) groups.set(key, group)
  }
  return [...groups.values()]
}

const ALWAYS = ['claim', 'comparison']
const IN_TURN = [...Object.keys(PAGES), ...Object.keys(DOCUMENTS)].filter(
  (n) => !ALWAYS.includes(n),
)

/** Two pages always and three in turn, for time; all of them where `RUNS` asks for a long run. */
const namesFor = (turn: number): string[] =>
  process.env.RUNS === undefined
    ? [...ALWAYS, ...IN_TURN.filter((_, i) => i % 7 === turn % 7)]
    : [...ALWAYS, ...IN_TURN]

describe('what a claim’s form takes', () => {
  for (const [kept, texts] of byKept(CLAIM_FIELDS)) {
    test(
      `${texts.length} texts in ${kept.length} fields are on every page as they were typed, and nothing else is`,
      { timeout: PATIENT_MS },
      async ({ db }) => {
        const recorder = await aRecorder(db)
        const fill = (textOf: (field: TextField) => string): Fields =>
          Object.fromEntries(
            CLAIM_FIELDS.map((f) => [f.name, kept.includes(f) ? textOf(f) : filler(f)]),
          )
        await recorder.openTopic('another')
        const all = [...ALWAYS, ...IN_TURN]
        const plain = await recordIn(recorder, 'plain', fill(markerOf), all)
        const flaws: string[] = []
        for (const [turn, text] of texts.entries()) {
          const names = namesFor(turn)
          const pages = await recordIn(
            recorder,
            `hostile-${turn}`,
            fill(() => text),
            names,
          )
          const values = new Map(kept.map(({ name }) => [name, canonical(text)]))
          for (const [name, page] of pages) {
            const found = name in PAGES ? pageFlaws : documentFlaws
            const told = found(page, plain.get(name) ?? '', values)
            flaws.push(...told.map((flaw) => `${shown(text)} on the page ${name}: ${flaw}`))
          }
        }
        expect(flaws).toEqual([])
      },
    )
  }

  test('texts with nothing to see are taken for nothing', async ({ db }) => {
    const { openTopic, record, read } = await aRecorder(db)
    const optional = ['condition', 'hedge', 'scope-note', 'c1-publisher', 'c1-translation']
    const blank = HOSTILE_STRINGS.filter((t) => verdictOn(t, HEDGE) === 'nothing')
    expect(blank.length).toBeGreaterThan(5)
    for (const [i, text] of blank.entries()) {
      const topic = `blank-${i}`
      await openTopic(topic)
      const plain = Object.fromEntries(CLAIM_FIELDS.map((f) => [f.name, filler(f)]))
      const blanks = Object.fromEntries(optional.map((name) => [name, text]))
      await record(topic, aFullForm({ ...plain, ...blanks }))
      const { text: dossier } = await read(paths.dossier(topic))
      expect(dossier).not.toMatch(/"(?:condition|hedge|scope|note|translation)":/)
    }
  })
})

const HEDGE: TextField = { name: 'hedge', max: 500 }

const tokensBefore = new Map<string, readonly string[]>()

/** The tokens of a page that others are compared with, read once. */
function tokensOnce(page: string): readonly string[] {
  const tokens = tokensBefore.get(page) ?? tokensOf(page)
  tokensBefore.set(page, tokens)
  return tokens
}

function pageFlaws(page: string, plain: string, values: ReadonlyMap<string, string>): string[] {
  const wanted = tokensOnce(plain).map((token) => replaced(token, values))
  return differences(tokensOf(page), wanted)
}

function documentFlaws(json: string, plain: string, values: ReadonlyMap<string, string>): string[] {
  const wanted = textsIn(JSON.parse(plain))
    .map((text) => ({ text, now: replaced(text, values) }))
    .filter(({ text, now }) => text !== now && values.has(text.slice(1, -1)))
  const said = textsIn(JSON.parse(json)).filter((text) => text === wanted[0]?.now)
  return said.length === wanted.length ? [] : [`${said.length} times, not ${wanted.length}`]
}

/** Refused: each field says why, everything typed is still there, no row of any table has changed. */
async function expectRefused(
  recorder: Recorder,
  db: Parameters<typeof tablesOf>[0],
  given: { path: string; fields: Fields; refused: readonly string[]; why: string },
): Promise<string[]> {
  const before = await tablesOf(db)
  const answer = await recorder.send(given.path, given.fields)
  const page = await answer.text()
  const flaws: string[] = answer.status === 422 ? [] : [`status ${answer.status}`]
  const elements = readPage(page)
  const controls = controlsOf(elements)
  const linked = new Map(
    elements
      .filter(({ tag, attributes }) => tag === 'a' && attributes['href']?.startsWith('#f-'))
      .map(({ attributes, text }) => [attributes['href']?.slice(3) ?? '', text]),
  )
  for (const name of given.refused) {
    const message = elements.find(({ attributes }) => attributes['id'] === `f-${name}-error`)
    if (message === undefined || !SAYS_WHY.test(message.text)) flaws.push(`${name} says nothing`)
    if (!SAYS_WHY.test(linked.get(name) ?? '')) flaws.push(`${name} is not in the summary`)
  }
  for (const [name, text] of Object.entries(given.fields)) {
    const isTyped = CLAIM_FIELDS.some((f) => f.name === name) || ['why', 'note'].includes(name)
    if (isTyped && controls.get(name)?.[0] !== text) flaws.push(`${name} was lost`)
  }
  if (JSON.stringify(await tablesOf(db)) !== JSON.stringify(before)) flaws.push('written')
  return flaws.map((flaw) => `${given.why}: ${flaw}`)
}

/** One in four, and whatever could be read as a number. */
const isSentAlways = (text: string, i: number): boolean =>
  text.length < 10_000 && (i % 4 === 0 || !Number.isNaN(Number(text)))

/** A parser drops the first line feed of a textarea: typed ones must come back all the same. */
const linesFor = (field: TextField): string =>
  field.multiline === true ? `\n\n${filler(field)}` : filler(field)

/** A sentence, not a code. */
const SAYS_WHY = /\S.{12,}\.$/s

describe('what a form refuses', () => {
  const refusedBy = (fields: readonly TextField[]) =>
    HOSTILE_STRINGS.map(
      (text) => [text, fields.filter((f) => verdictOn(text, f) === 'refused')] as const,
    ).filter(([, refused]) => refused.length > 0)

  test('a new claim: each field says why, nothing is lost, nothing is written', async ({ db }) => {
    const recorder = await aRecorder(db)
    await recorder.openTopic('town')
    const flaws: string[] = []
    const refusals = refusedBy(CLAIM_FIELDS).flatMap(([text, refused]) => [
      // A position is looked at once its issue can be read.
      [text, refused.filter(({ name }) => name !== 'position-label')] as const,
      [text, refused.filter(({ name }) => name !== 'issue-question')] as const,
    ])
    for (const [text, refused] of refusals) {
      // 1 MB is what a form may be; what is over it, the border refuses.
      const few = text.length > 100_000 ? refused.slice(0, 3) : refused
      const fields = aFullForm(
        Object.fromEntries(CLAIM_FIELDS.map((f) => [f.name, few.includes(f) ? text : linesFor(f)])),
      )
      const names = few.map(({ name }) => name)
      const given = { path: paths.newClaim('town'), fields, refused: names, why: shown(text) }
      flaws.push(...(await expectRefused(recorder, db, given)))
    }
    expect(flaws).toEqual([])
  })

  test('bytes that are no UTF-8: each field says so, nothing is written', async ({ db }) => {
    const { openTopic, sendRaw } = await aRecorder(db)
    await openTopic('town')
    const before = await tablesOf(db)
    const rest = new URLSearchParams(aFullForm({ why: 'x' }))
    for (const { name } of CLAIM_FIELDS) rest.delete(name)
    for (const bytes of BROKEN_BYTES) {
      const body = CLAIM_FIELDS.map(({ name }) => `${name}=${bytes}`).join('&')
      const answer = await sendRaw(paths.newClaim('town'), `${rest.toString()}&${body}`)
      expect([bytes, answer.status]).toEqual([bytes, 422])
      const elements = readPage(await answer.text())
      for (const { name } of CLAIM_FIELDS) {
        const message = elements.find(({ attributes }) => attributes['id'] === `f-${name}-error`)
        expect(message?.text, `${bytes} in ${name}`).toMatch(/broken character at position \d/)
      }
    }
    expect(await tablesOf(db)).toEqual(before)
  })

  test('an edit, a withdrawal and a review: the same', async ({ db }) => {
    const recorder = await aRecorder(db)
    await recorder.openTopic('town')
    const edit = paths.editClaim({ id: 1 })
    const { theme: _, return_to: __, ...opened } = await recorder.fieldsOf(edit)
    const { seen = '' } = await recorder.fieldsOf(paths.reviews({ id: 1 }))
    const forms = [
      { field: WHY, path: edit, fields: { ...opened, step: 'save', hedge: 'may' } },
      { field: WHY, path: paths.withdrawClaim({ id: 1 }), fields: { version: '1' } },
      { field: NOTE, path: paths.reviews({ id: 1 }), fields: { verdict: 'conflict', seen } },
    ]
    const flaws: string[] = []
    for (const { field, path, fields } of forms) {
      for (const [text] of refusedBy([field])) {
        const sent = { ...fields, [field.name]: text }
        const given = { path, fields: sent, refused: [field.name], why: `${path} ${shown(text)}` }
        flaws.push(...(await expectRefused(recorder, db, given)))
      }
    }
    expect(flaws).toEqual([])
  })

  test('dates, numbers, tags and choices: a text is refused at each of them', async ({ db }) => {
    const recorder = await aRecorder(db)
    await recorder.openTopic('town')
    const plain = Object.fromEntries(CLAIM_FIELDS.map((f) => [f.name, filler(f)]))
    const dated = ['said', 'scope-period', 'c1-published', 'c1-source-language', 'c1-language']
    const chosen = ['issue-nature', 'issue-kind', 'stance', 'bearing', 'wording', 'c1-credibility']
    const flaws: string[] = []
    const readable = new Set(['null', 'true', 'undefined', 'constructor', 'toString'])
    const texts = HOSTILE_STRINGS.filter((t) => t.trim() !== '' && t.length < 10_000)
    for (const text of process.env.RUNS === undefined
      ? texts.filter((_, i) => i % 2 === 0)
      : texts) {
      // Words may be language tags.
      const names = [...dated, ...chosen].filter(
        (name) => !name.includes('language') || !/^[a-zA-Z]{2,8}$/.test(text),
      )
      if (readable.has(text) && names.length > dated.length + chosen.length) continue
      const fields = { ...aFullForm(plain), ...Object.fromEntries(names.map((n) => [n, text])) }
      const given = { path: paths.newClaim('town'), fields, refused: names, why: shown(text) }
      flaws.push(...(await expectRefused(recorder, db, given)))
    }
    expect(flaws).toEqual([])
  })

  test('fields that nobody sees: they are taken or refused, and never break the page', async ({
    db,
  }) => {
    const { openTopic, send, fieldsOf } = await aRecorder(db)
    await openTopic('town')
    const { theme: _, return_to: __, ...opened } = await fieldsOf(paths.editClaim({ id: 1 }))
    const forms = [
      {
        path: paths.newClaim('town'),
        fields: { ...filledForm, step: 'save-anyway', statement: '' },
      },
      { path: paths.editClaim({ id: 1 }), fields: { ...opened, step: 'save', why: '' } },
    ]
    const flaws: string[] = []
    for (const { path, fields } of forms) {
      for (const name of ['key', 'version', 'rows', 'step']) {
        for (const text of HOSTILE_STRINGS.filter(isSentAlways)) {
          // Two thousand million citations end the process: see the known faults.
          const { status } = await send(path, { ...fields, [name]: text })
          if (![422, 428].includes(status)) flaws.push(`${name} ${shown(text)}: status ${status}`)
        }
      }
    }
    expect(flaws).toEqual([])
  })

  test('addresses of sources: what is not http or https is refused; what is, is kept as it is', async ({
    db,
  }) => {
    const { openTopic, record, send, read } = await aRecorder(db)
    await openTopic('town')
    const plain = Object.fromEntries(CLAIM_FIELDS.map((f) => [f.name, filler(f)]))
    const followed: string[] = []
    for (const text of HOSTILE_STRINGS.filter((t) => t.trim() !== '' && t.length < 10_000)) {
      const form = { ...aFullForm(plain), 'c1-url': text }
      if (!/^https?:/i.test(text.trim()) || text.includes('@')) {
        const before = await tablesOf(db)
        const answer = await send(paths.newClaim('town'), form)
        expect([text, answer.status]).toEqual([text, 422])
        expect(await answer.text()).toContain('href="#f-c1-url"')
        expect(await tablesOf(db)).toEqual(before)
        continue
      }
      const topic = `town-${followed.length}`
      await openTopic(topic)
      const { source } = await record(topic, form)
      const { text: page } = await read(paths.source({ id: source }))
      const links = readPage(page).map(({ attributes }) => attributes['href'] ?? '')
      expect(links).toContain(text)
      expect(links.filter((href) => /^(?!https?:|[/#]|$)/.test(href))).toEqual([])
      followed.push(text)
    }
    expect(followed.length).toBeGreaterThan(1)
  })
})

describe('reasons and notes', () => {
  test(
    'are in the history, on the review and in the dossier as they were typed',
    { timeout: PATIENT_MS },
    async ({ db }) => {
      const { openTopic, send, fieldsOf, read } = await aRecorder(db)
      await openTopic('town')
      const kept = HOSTILE_STRINGS.filter((text) => verdictOn(text, WHY) === 'kept')
      const withdraw = paths.withdrawClaim({ id: 2 })
      const [claim, reviews] = [paths.claim({ id: 2 }), paths.reviews({ id: 1 })]
      const plainTags = await tagsOn(read, [
        paths.claimHistory({ id: 2 }),
        reviews,
        claim,
        withdraw,
      ])
      for (const [i, why] of kept.entries()) {
        if (i % 4 === 0 || i === kept.length - 1) {
          const { seen = '' } = await fieldsOf(reviews)
          await must(send(reviews, { verdict: 'conflict', seen, note: why, next: 'page' }))
        }
        await must(send(withdraw, { version: String(2 * i + 1), why }))
        if (i % 4 === 0) expect(owns(await read(claim)), shown(why)).toContain(canonical(why))
        await must(send(withdraw, { version: String(2 * i + 2), why }))
      }
      const history: string[] = []
      for (let page = 1; page <= Math.ceil((2 * kept.length + 1) / 50); page++)
        history.push(...owns(await read(paths.claimHistory({ id: 2 }, { page: String(page) }))))
      const review = owns(await read(paths.contradiction({ id: 1 })))
      const dossier = textsIn(JSON.parse((await read(paths.dossier('town'))).text))
      for (const why of kept.map(canonical)) {
        expect(history.filter((own) => own === why).length, shown(why)).toBeGreaterThanOrEqual(2)
        expect(dossier, shown(why)).toContain(why)
      }
      expect(review).toContain(canonical(kept.at(-1) ?? ''))
      const tags = await tagsOn(read, [paths.claimHistory({ id: 2 }), reviews, claim, withdraw])
      const diff = ['ins', 'del']
      const ours = new Set([...plainTags, ...diff, 'strong', 'details', 'summary', 'ol', 'time'])
      expect([...tags].filter((tag) => !ours.has(tag))).toEqual([])
    },
  )
})

const owns = ({ text }: { text: string }): string[] => readPage(text).map(({ own }) => own)

async function tagsOn(read: Recorder['read'], addresses: readonly string[]): Promise<Set<string>> {
  const tags = new Set<string>()
  for (const address of addresses)
    for (const { tag } of readPage((await read(address)).text)) tags.add(tag)
  return tags
}

/** What an element is, whatever it holds. */
const shapeOf = ({ tag, attributes }: ReadElement): string =>
  `<${tag} ${Object.keys(attributes).sort().join(' ')}>`

const isAskedAlways = (text: string, i: number): boolean => i % 5 === 0 || text.includes('\0')

describe('what an address asks for', () => {
  const QUERIES: readonly (readonly [path: string, names: readonly string[]])[] = [
    [paths.compare('town'), ['p', 'issue', 'base', 'show', 'view', 'order', 'asof']],
    [paths.compareJson('town'), ['p', 'issue', 'base', 'asof']],
    [paths.contradictions('town'), ['status', 'issue', 'party', 'page']],
    [paths.contradiction({ id: 1 }), ['side', 'page']],
    [paths.reviewQueue(), ['queue', 'topic', 'after', 'at', 'done', 'page']],
    [paths.newClaim('town'), ['party', 'person', 'issue', 'position', 'source']],
    [paths.sources('town'), ['page', 'q']],
    [paths.claim({ id: 1 }), ['saved']],
    [paths.issue({ id: 1 }), ['asof', 'page']],
    [paths.home, ['q', 'page']],
  ]

  test(
    'is answered or refused, puts nothing into the page, and changes nothing',
    { timeout: PATIENT_MS },
    async ({ db }) => {
      const { openTopic, read, lines } = await aRecorder(db)
      await openTopic('town')
      const before = await tablesOf(db)
      const askable = HOSTILE_STRINGS.filter((t) => t.length < 6000)
      const texts = process.env.RUNS === undefined ? askable.filter(isAskedAlways) : askable
      const flaws: string[] = []
      for (const [path, names] of QUERIES) {
        const ask = async (asked: readonly string[], text: string) => {
          const query = asked.map((name) => `${name}=${encodeURIComponent(text)}`).join('&')
          const { status, text: page } = await read(`${path}?${query}`)
          const isPage = page.startsWith('<!doctype')
          return { status, shapes: isPage ? readPage(page).map(shapeOf) : [] }
        }
        const usual = new Set<string>()
        for (const text of ['', 'zzz', '9', '1', 'a b', 'a\u0007b', 'a\0b'])
          for (const asked of [names, ...names.map((name) => [name])])
            for (const shape of (await ask(asked, text)).shapes) usual.add(shape)
        for (const [i, text] of texts.entries()) {
          for (const asked of [names, [names[i % names.length] ?? '']]) {
            const { status, shapes } = await ask(asked, text)
            const odd = [...new Set(shapes.filter((shape) => !usual.has(shape)))]
            if (![200, 400, 404, 422].includes(status))
              flaws.push(`${path} ${asked.join()} ${text}: ${status}`)
            if (odd.length > 0) flaws.push(`${path} ${asked.join()} ${text}: ${odd.join()}`)
          }
        }
      }
      expect(flaws).toEqual([])
      // Refused at the border, not by the database.
      expect(lines.filter(({ level }) => level === 'error')).toEqual([])
      expect(await tablesOf(db)).toEqual(before)
    },
  )

  test('a sign-in token that is none is a 404; an appearance that is none is refused', async ({
    db,
  }) => {
    const { app, send } = await aRecorder(db)
    const before = await tablesOf(db)
    for (const text of HOSTILE_STRINGS.filter((t) => t !== '' && t.length < 6000)) {
      expect([text, (await app.request(paths.signIn(text))).status]).toEqual([text, 404])
      const refused = await send(paths.appearance, { theme: text })
      expect([text, refused.status]).toEqual([text, 400])
      const back = await send(paths.appearance, { theme: 'dark', return_to: text })
      if (back.status === 303)
        expect(back.headers.get('Location'), text).toMatch(/^\/(?![/\\])[^\s]*$/)
      else expect([text, back.status]).toEqual([text, 400])
    }
    expect(await tablesOf(db)).toEqual(before)
  })
})

const corpora = '../shared/data/naughty/naughty_all.json'

describe.skipIf(!existsSync(corpora))('2,486 texts that others collected', () => {
  /** Four fields for texts of any length, and four of each of eight citations for one line. */
  const SLOTS = [
    ...CLAIM_FIELDS.filter(({ name }) => ['statement', 'condition', 'scope-note'].includes(name)),
    ...Array.from({ length: 8 }, (_, i) =>
      citationFields(i + 1).filter(({ name }) => /-(?:translation|translator|locator)$/.test(name)),
    ).flat(),
  ]
  const all = () => [...new Set(JSON.parse(readFileSync(corpora, 'utf8')) as string[])]

  test(
    'are kept exactly by the form that records a claim',
    { timeout: PATIENT_MS },
    async ({ db }) => {
      const { openTopic, send, read } = await aRecorder(db)
      await openTopic('town')
      const left = new Map(['lines', 'line'].map((kind) => [kind, all()]))
      const flaws: string[] = []
      let claim = 2
      while ([...left.values()].some((texts) => texts.length > 0)) {
        const fields: Fields = {}
        for (const field of SLOTS) {
          const texts = left.get(field.multiline === true ? 'lines' : 'line') ?? []
          while (texts.length > 0 && verdictOn(texts[0] ?? '', field) !== 'kept') texts.shift()
          fields[field.name] = texts.shift() ?? filler(field)
        }
        for (let n = 1; n <= 8; n++) fields[`c${n}-source`] = 'gazette'
        const key = `c-${String(claim).padStart(12, '0')}`
        const form = { ...filledForm, ...fields, key, rows: '8', step: 'save-anyway' }
        await must(send(paths.newClaim('town'), form))
        claim++
        const page = controlsOf(readPage((await read(paths.editClaim({ id: claim }))).text))
        for (const { name } of SLOTS)
          if (page.get(name)?.[0] !== canonical(fields[name] ?? ''))
            flaws.push(`${name} holds not ${shown(fields[name] ?? '')}`)
        // The claim's own page too, for one in four.
        if (claim % 4 > 0) continue
        const said = new Set(owns(await read(paths.claim({ id: claim }))))
        for (const { name } of SLOTS)
          if (!/-translat/.test(name) && !said.has(canonical(fields[name] ?? '')))
            flaws.push(`${name} shows not ${shown(fields[name] ?? '')}`)
      }
      expect(flaws).toEqual([])
      expect(claim).toBeGreaterThan(100)
    },
  )

  test('are refused by name where they must be', { timeout: PATIENT_MS }, async ({ db }) => {
    const recorder = await aRecorder(db)
    await recorder.openTopic('town')
    const flaws: string[] = []
    for (const text of all().filter(isSendable)) {
      const fields = { ...filledForm, ...Object.fromEntries(SLOTS.map((f) => [f.name, text])) }
      const refused = SLOTS.filter(
        (f) => f.name === 'statement' || /^c1-|^[a-z]+-?[a-z]+$/.test(f.name),
      )
        .filter((f) => verdictOn(text, f) === 'refused')
        .map(({ name }) => name)
      const given = { path: paths.newClaim('town'), fields: { ...fields, 'c1-source': 'gazette' } }
      flaws.push(...(await expectRefused(recorder, db, { ...given, refused, why: shown(text) })))
    }
    expect(flaws).toEqual([])
  })
})

/** Refused, and not for half a surrogate pair: a form of URLSearchParams cannot hold one. */
const isSendable = (text: string): boolean =>
  verdictOn(text, STATEMENT) === 'refused' && !/\p{Surrogate}/u.test(text)

const STATEMENT: TextField = { name: 'statement', max: 2000, multiline: true, required: true }
