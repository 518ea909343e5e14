import { existsSync, readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { MOST_TEXT } from '#server/documents/document.ts'
import { paths } from '#server/paths.ts'
import { CAPTURED, aTown, openTown } from '#test/support/a-claim-form.ts'
import { test } from '#test/support/database.ts'
import { type TextField, canonical, verdictOn } from '#test/support/hostile-fields.ts'
import { type ReadElement, controlsOf, readPage } from '#test/support/hostile-html.ts'
import { tablesOf } from '#test/support/hostile-record.ts'
import { HOSTILE_STRINGS } from '#test/support/hostile-strings.ts'

/** Many pages on a machine that others use as well. */
const PATIENT_MS = 240_000
const RUNS_ALL = process.env.RUNS !== undefined

const TEXT: TextField = { name: 'text', max: MOST_TEXT, multiline: true }
const FACTS = { title: 'A “leaflet”', published: '2020-02-12', 'source-language': 'en' }

const shown = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text)

/** What an element is, whatever it holds. */
const shapeOf = ({ tag, attributes }: ReadElement): string =>
  `<${tag} ${Object.keys(attributes).sort().join(' ')}>`

const shapesOn = (page: string): string[] => readPage(page).map(shapeOf)

const notIn = (usual: ReadonlySet<string>, shapes: readonly string[]): string[] => [
  ...new Set(shapes.filter((shape) => !usual.has(shape))),
]

const documentOn = (page: string): string | undefined =>
  readPage(page).find(({ attributes }) => attributes['class'] === 'document')?.text

const sentencesOn = (page: string): string[] =>
  readPage(page)
    .filter(({ tag, attributes }) => tag === 'label' && /^s\d+$/.test(attributes['for'] ?? ''))
    .map(({ text }) => text)

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '')

const typedIn = (page: string, name: string): string | undefined =>
  controlsOf(readPage(page)).get(name)?.[0]

/** Somebody signed in who adds sources, and what the pages of a harmless one are made of. */
async function openForm(db: Db) {
  const town = await openTown(db, aTown())
  const address = paths.newSource('bridge')
  const csrf = typedIn(await town.read(address), 'csrf') ?? ''
  const save = async (text: string) => await town.send(address, { ...FACTS, text, step: 'save' })
  const read = async (given: { text?: string; html?: string; file?: File }) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ csrf, step: 'read', ...given }))
      body.append(name, value)
    const headers = { ...town.headers, 'Sec-Fetch-Site': 'same-origin' }
    return await town.app.request(address, { method: 'POST', body, headers })
  }
  const harmless = `${CAPTURED} Nobody else spoke.\n\nA line.`
  const capture = (await save(harmless)).headers.get('Location') ?? ''
  const usual = {
    document: shapesOn(await town.read(sourceOf(capture))).sort(),
    capture: new Set(shapesOn(await town.read(capture))),
    form: new Set([
      ...shapesOn(await (await read({ text: harmless })).text()),
      ...shapesOn(await (await read({ text: 'Nothing is known of it.' })).text()),
      ...shapesOn(await (await read({ text: 'A title\n\nIts text.' })).text()),
      ...shapesOn(await (await save('\u0001')).text()),
      ...shapesOn(await (await read({ file: new File([' '], 'a.txt') })).text()),
    ]),
  }
  return { ...town, address, save, readIt: read, usual }
}

type Form = Awaited<ReturnType<typeof openForm>>

const sourceOf = (capture: string): string => capture.replace(/\/capture$/, '')

/** Saved: it can be read as it was sent, on both pages, and nothing of it became markup. */
async function flawsOfSaved(form: Form, answer: Response, kept: string): Promise<string[]> {
  const capture = answer.headers.get('Location') ?? ''
  if (answer.status !== 303 || !capture.endsWith('/capture')) return [`status ${answer.status}`]
  const source = await form.read(sourceOf(capture))
  const sentences = await form.read(capture)
  const flaws: string[] = []
  if (documentOn(source) !== kept) flaws.push('the source shows another text')
  if (withoutSpace(sentencesOn(sentences).join('')) !== withoutSpace(kept))
    flaws.push('the sentences are not the text')
  if (shapesOn(source).sort().join('\n') !== form.usual.document.join('\n'))
    flaws.push('the source has other elements')
  const odd = notIn(form.usual.capture, shapesOn(sentences))
  if (odd.length > 0) flaws.push(`the sentences have ${odd.join()}`)
  return flaws
}

/** Refused: nothing was written, why is said at the text, and what was typed is still there. */
async function flawsOfRefused(form: Form, answer: Response, typed: string): Promise<string[]> {
  const page = await answer.text()
  const flaws: string[] = []
  if (answer.status !== 422) flaws.push(`status ${answer.status}`)
  if (!page.includes('href="#f-text"')) flaws.push('nothing is said of the text')
  if (typedIn(page, 'text') !== typed) flaws.push('the text was lost')
  if (typedIn(page, 'title') !== FACTS.title) flaws.push('the title was lost')
  const odd = notIn(form.usual.form, shapesOn(page))
  if (odd.length > 0) flaws.push(`the form has ${odd.join()}`)
  return flaws
}

async function flawsOfPasting(form: Form, db: Db, texts: readonly string[]): Promise<string[]> {
  const flaws: string[] = []
  const known = new Set<string>()
  for (const text of texts) {
    const verdict = verdictOn(text, TEXT)
    const kept = canonical(text)
    if (verdict === 'kept' && known.has(kept)) continue
    known.add(kept)
    const before = verdict === 'refused' ? await tablesOf(db) : {}
    const answer = await form.save(text)
    const told =
      verdict === 'kept'
        ? await flawsOfSaved(form, answer, kept)
        : verdict === 'refused'
          ? await flawsOfRefused(form, answer, text)
          : (answer.headers.get('Location') ?? '/capture').endsWith('/capture')
            ? ['what cannot be seen was taken for a text']
            : []
    if (verdict === 'refused' && JSON.stringify(await tablesOf(db)) !== JSON.stringify(before))
      told.push('written')
    flaws.push(...told.map((flaw) => `${shown(text)}: ${flaw}`))
  }
  return flaws
}

describe('a text that was pasted', { timeout: PATIENT_MS }, () => {
  test('is kept exactly and shown as text, or refused with all that was typed', async ({ db }) => {
    expect(await flawsOfPasting(await openForm(db), db, HOSTILE_STRINGS)).toEqual([])
  })

  const corpora = '../shared/data/naughty/naughty_all.json'
  test.skipIf(!existsSync(corpora))('so are texts that others collected', async ({ db }) => {
    const all = [...new Set(JSON.parse(readFileSync(corpora, 'utf8')) as string[])]
    // A form of URLSearchParams cannot hold half a surrogate pair.
    const sendable = all.filter((text) => !/\p{Surrogate}/u.test(text))
    const texts = RUNS_ALL ? sendable : sendable.filter((_, i) => i % 8 === 0)
    expect(texts.length).toBeGreaterThan(200)
    expect(await flawsOfPasting(await openForm(db), db, texts)).toEqual([])
  })
})

/** What no reader of the page sees, in every way in which markup hides it. */
const MARKUP = [
  '<html lang="en" onload="gainsayPwned()"><head><title>A leaflet</title>',
  '<base href="https://evil.example/"><style>p { background: url(//evil.example) }</style>',
  '<script>gainsayPwned()</script><meta http-equiv="refresh" content="0;url=//evil.example">',
  '</head><body onfocus="gainsayPwned()"><article title="UNSEEN" data-hx-get="/UNSEEN">',
  '<p onclick="gainsayPwned()" style="UNSEEN">Mayor Lin said: “We will build it.”</p>',
  '<img src="x" onerror="gainsayPwned()" alt="UNSEEN"><svg/onload=gainsayPwned()>UNSEEN</svg>',
  '<iframe srcdoc="&lt;script&gt;gainsayPwned()&lt;/script&gt;">UNSEEN</iframe>',
  '<template><p>UNSEEN</p></template><noscript>UNSEEN</noscript><!-- UNSEEN -->',
  '<p>He left <a href="javascript:gainsayPwned()">at once</a>.</p>',
  '<form action="//evil.example"><input name="csrf" value="UNSEEN"></form>',
  '<p>&lt;script&gt;as words&lt;/script&gt; &amp;amp; &quot;so&quot;</p>',
  '</article></body></html>',
].join('\n')

const SEEN = [
  'Mayor Lin said: “We will build it.”',
  'He left at once.',
  '<script>as words</script> &amp; "so"',
].join('\n\n')

/** More of what is not read than of what is. */
const PIECE = `<script>${'gainsayPwned();'.repeat(99)}</script><b title="UNSEEN">A line.</b>
<style>${'UNSEEN { color: red }'.repeat(99)}</style>`

describe('markup that was pasted or is in a file', { timeout: PATIENT_MS }, () => {
  const ways = [
    ['pasted', (html: string) => ({ html, text: 'As it was pasted.' })],
    ['in a file', (html: string) => ({ file: new File([html], 'a.html', { type: 'text/html' }) })],
  ] as const

  test.for(ways)('%s: its words are taken and nothing else', async ([, given], { db }) => {
    const form = await openForm(db)
    const before = await tablesOf(db)
    const answer = await form.readIt(given(MARKUP))
    const page = await answer.text()
    expect([answer.status, typedIn(page, 'text'), typedIn(page, 'html')]).toEqual([200, SEEN, ''])
    const piece = await (await form.readIt(given(PIECE))).text()
    expect(typedIn(piece, 'text')).toBe('A line.')
    expect([page, piece].join()).not.toMatch(/UNSEEN|evil\.example|gainsayPwned/)
    expect(notIn(form.usual.form, [...shapesOn(page), ...shapesOn(piece)])).toEqual([])
    expect(await tablesOf(db)).toEqual(before)
    expect(await flawsOfSaved(form, await form.save(SEEN), SEEN)).toEqual([])
  })

  test.for(ways)(
    '%s: what is broken is read or refused, and harms no page',
    async ([way, given], { db }) => {
      const form = await openForm(db)
      const broken = HOSTILE_STRINGS.filter((text) => /[<&]/.test(text))
      // Each starts a thread of its own.
      const turn = way === 'pasted' ? 0 : 3
      const texts = RUNS_ALL ? broken : broken.filter((_, i) => i % 6 === turn)
      expect(texts.length).toBeGreaterThan(4)
      const flaws: string[] = []
      for (const [i, text] of texts.entries()) {
        const before = JSON.stringify(await tablesOf(db))
        const answer = await form.readIt(given(`<p title="UNSEEN">Number ${i}.</p>${text}`))
        const page = await answer.text()
        const told = notIn(form.usual.form, shapesOn(page))
        if (![200, 422].includes(answer.status)) told.push(`status ${answer.status}`)
        if (page.includes('UNSEEN')) told.push('an attribute is read')
        if (JSON.stringify(await tablesOf(db)) !== before) told.push('written')
        if (answer.status === 200) {
          const read = typedIn(page, 'text') ?? ''
          told.push(...(await flawsOfSaved(form, await form.save(read), read)))
        }
        flaws.push(...told.map((flaw) => `${shown(text)}: ${flaw}`))
      }
      expect(flaws).toEqual([])
    },
  )
})
