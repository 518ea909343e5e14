import { expect, test } from 'vitest'
import { describeDate } from '#server/domain/date-words.ts'
import { findModellingError } from '#server/domain/positions.ts'
import { whyKindStays } from '#server/domain/restoration.ts'
import { arabic } from '#views/words/arabic.ts'
import { isTranslated, translated } from '#views/words/messages.ts'
import { describeDate as inTheirWords } from '#views/words/speak.ts'
import { speaking } from '#views/words/wording.ts'
import { fieldsIn, sentencesIn } from '#test/support/sentences-in.ts'

const FOLDERS = ['domain', 'routes', 'http', 'actions', 'documents', 'web'].map(
  (name) => `server/${name}`,
)

/** These speak to programs, to those who run a server, or about a file that is brought in; refusals have a table of their own. */
const APART =
  /domain\/(?:errors|dossier[a-z-]*|erased-imports|history-faults|json-text|explanation|agreement)\.ts|http\/metrics\.ts|actions\/(?:verify-[a-z]+|anchor-citations)\.ts|routes\/(?:compare-json|oembed)-routes\.ts/

/** Kept in the record as they are written, in the language in which the record is kept. */
const KEPT: readonly string[] = [
  'As many reviews agree as the topic asks for now.',
  'None of these; the reviews are set aside. {}',
  'Restored version {}. {}',
  'Review taken back: {}.',
  'Review: {} ({}).',
  'Settled by an editor: conflict. {}',
  'Settled by an editor: no conflict ({}). {}',
  'Shown in excerpts.',
  'Shown whole.',
  'Text added.',
]

const holes = (text: string): number => text.split(/\{n?\}/).length - 1

test('a sentence that a form can show has a template in Arabic', () => {
  const said = FOLDERS.flatMap(sentencesIn).filter(({ file }) => !APART.test(file))
  expect(said.length).toBeGreaterThan(150)
  const left = said.filter(({ text }) => !speaking('ar', () => isTranslated(text)))
  expect(left.map(({ text }) => text).filter((text) => !KEPT.includes(text))).toEqual([])
})

test('a field has a name in Arabic for the sentences that begin with it', () => {
  const names = fieldsIn('server/routes')
  expect(names).toContain('Statement')
  expect(names.filter((name) => arabic.messages[name] === undefined)).toEqual([])
})

test('a template in Arabic leaves out nothing of what varies', () => {
  const left = Object.entries(arabic.messages).filter(([text, says]) => {
    if (typeof says === 'string') return holes(says) !== holes(text)
    // From 3 to 10 a counted noun shows its number.
    const values = Array.from({ length: holes(text) }, (_, i) => String(i + 3))
    const made = says(...values)
    return values.some((value) => !made.includes(value))
  })
  expect(left).toEqual([])
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

const inArabic = (text: string): string => speaking('ar', () => translated(text))

/** What is not quoted. */
const oursIn = (text: string): string => text.replaceAll(/«[^»]*»/g, '')

test('what is counted takes the form that its number asks for', () => {
  expect([2, 5, 30, 100].map((n) => inArabic(`Try again in ${n} seconds.`))).toEqual([
    'حاول من جديد بعد ثانيتين.',
    'حاول من جديد بعد 5 ثوانٍ.',
    'حاول من جديد بعد 30 ثانية.',
    'حاول من جديد بعد 100 ثانية.',
  ])
  expect(inArabic(whyKindStays('date', 2))).toContain('في السجل قولان والجواب تاريخ')
  expect(inArabic(whyKindStays('options', 1_216))).toContain('في السجل 1,216 قولًا والجواب موقف')
  for (const kept of ['3 bridges', '15 Something 2015', 'position and bridges', '2015'])
    expect(inArabic(kept)).toBe(kept)
  expect(translated('2 claims')).toBe('2 claims')
})

test('a chain of what follows is translated step by step', () => {
  const positions = ['talk now', 'wait'].map((label) => ({ slug: label, label }))
  const [from, to] = ['talk now', 'wait']
  const relations = (['entails', 'contrary'] as const).map((kind) => ({ kind, from, to }))
  const says = inArabic(findModellingError(positions, relations)?.message ?? '')
  expect(says).toMatch(/«talk now».*«talk now».*«wait».*«talk now»/)
  expect(oursIn(says)).not.toMatch(/[A-Za-z]/)
})

test('dates and words of ours within a sentence are translated, and what people wrote is not', () => {
  const differ =
    '“Choose a file.” (9 to 10 December 2015) is marked as a restatement of “this topic” (about March 2015), ' +
    'but they differ in party, period it applies to and hedge, so they do not say the same. ' +
    'Correct the one that is wrong, or take the mark away.'
  expect(translated(differ)).toBe(differ)
  const says = inArabic(differ)
  expect(says).toContain('«Choose a file.» (9 إلى 10 كانون الأول/ديسمبر 2015)')
  expect(says).toContain('«this topic» (نحو آذار/مارس 2015)')
  expect(oursIn(says)).not.toMatch(/[A-Za-z]/)
})

test('a date within a sentence is the one that the page would show', () => {
  const dates = [
    '2015-12-09',
    '2015-12',
    '2015',
    '2015-12~',
    '2015?',
    '2015-12-09/2015-12-10',
    '2015-11-09/2015-12-10',
    '2015-11/2015-12',
    '2014-11-09/2015-12-10',
    '2014/2015',
    '2015-10/..',
    '../2015-10',
  ]
  for (const date of dates) {
    const said = `“x” is before ${describeDate(date)}, when the claim that it answers was made.`
    const day = speaking('ar', () => inTheirWords(date))
    expect(inArabic(said)).toBe(`«x» قبل ${day}، وهو وقت القول الذي يرد عليه.`)
  }
})
