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
  'As many reviews agree as the topic asks for now.',
  'In this version the answer is {}. It is {} now, and {} on record {} one. Move them to another issue first, or restore a later version.',
  'Review taken back: {}.',
  'Review: {} ({}).',
  'Shown in excerpts.',
  'Shown whole.',
  'Text added.',
  'These words are not in the captured text of “{}”: “{}”.',
  'Try again in {} {}.',
  'Who stands where in a dispute: sourced claims, side by side.',
  '{} The {} shows today.',
  '{} answered {}{}.',
  '{} in the address {} of this topic.',
  '{} {} left.',
  '{}, and that one, in the end, of this one. Take one of the marks away.',
  '{}, and {} on record {} about it. Restore a version that has it.',
  '{}, and {} on record {} to it. Edit {} to take another position first, or restore a version that has it.',
  '{}, but they differ in {}, so they do not say the same. {}.',
  '{}, which was said later. Mark the later one instead, or correct a date.',
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
    expect(translated(shown)).toBe('«ever» ليس يومًا. اكتب يومًا مثل 2015-12-15. وتعرض الصفحة اليوم.')
    expect(translated('Nobody wrote this.')).toBe('Nobody wrote this.')
  })
})
