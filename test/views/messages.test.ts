import { expect, test } from 'vitest'
import { arabic } from '#views/words/arabic.ts'
import { isTranslated, translated } from '#views/words/messages.ts'
import { speaking } from '#views/words/wording.ts'
import { sentencesIn } from '#test/support/sentences-in.ts'

const FOLDERS = ['domain', 'routes', 'http', 'actions', 'documents', 'web'].map(
  (name) => `server/${name}`,
)

/** These speak to programs, to those who run a server, or about a file that is brought in. */
const APART =
  /domain\/(?:errors|dossier[a-z-]*|erased-imports|history-faults|json-text|explanation|agreement)\.ts|http\/metrics\.ts|actions\/(?:verify-[a-z]+|anchor-citations)\.ts|routes\/compare-json-routes\.ts/

/**
 * Has no template: made of parts that are translated by narrower ones, kept in the record, glued from
 * fragments that no template can hold, or still to be done. It only gets shorter.
 */
const UNTRANSLATED: readonly string[] = [
  'Review taken back: {}.',
  'Review: {} ({}).',
  'Shown in excerpts.',
  'Shown whole.',
  'Text added.',
  'These words are not in the captured text of “{}”: “{}”.',
  'Who stands where in a dispute: sourced claims, side by side.',
  '{} The {} shows today.',
  '{} in the address {} of this topic.',
]

const holes = (text: string): number => text.split('{}').length - 1

test('a sentence that a form can show has a template in Arabic', () => {
  const said = FOLDERS.flatMap(sentencesIn).filter(({ file }) => !APART.test(file))
  expect(said.length).toBeGreaterThan(150)
  const left = said.filter(({ text }) => !speaking('ar', () => isTranslated(text)))
  expect([...new Set(left.map(({ text }) => text))].sort()).toEqual(UNTRANSLATED)
})

test('a template in Arabic leaves out nothing of what varies', () => {
  for (const [text, says] of Object.entries(arabic.messages))
    expect({ text, holes: holes(says) }).toEqual({ text, holes: holes(text) })
})

test('what varies is put where it belongs, and translated where it is a sentence of its own', () => {
  const shown = '“ever” is not a day. Give one such as 2015-12-15. The page shows today.'
  expect(translated(shown)).toBe(shown)
  speaking('ar', () => {
    expect(translated(shown)).toBe(
      '«ever» ليس يومًا. اكتب يومًا مثل \u20662015-12-15\u2069. وتعرض الصفحة اليوم.',
    )
    expect(translated('Nobody wrote this.')).toBe('Nobody wrote this.')
  })
})

test('counted nouns, dates and lists of our words within a sentence are in its language', () => {
  const says = (text: string) => speaking('ar', () => translated(text))
  expect(
    says('2 claims on record are about “Б”, so it stays. Merge it into another position instead.'),
  ).toBe('في السجل قولان عن «Б»، فيبقى. ادمجه في موقف آخر بدلًا من ذلك.')
  const a = '“А” (15 December 2015) is marked as a restatement of “Б” (March 2016)'
  const way = 'Correct the one that is wrong, or take the mark away.'
  const differ = says(
    `${a}, but they differ in issue, position and hedge, so they do not say the same. ${way}`,
  )
  expect(differ).toContain('«А» (15 كانون الأول/ديسمبر 2015)')
  expect(differ).toContain('«Б» (آذار/مارس 2016)')
  expect(differ).toContain('في المسألة والموقف والتحفّظ،')
  for (const kept of ['3 bridges', '15 Something 2015', 'position and bridges', '2015'])
    expect(says(kept)).toBe(kept)
  expect(translated('2 claims')).toBe('2 claims')
})
