import { expect, test } from 'vitest'
import { numberQuotations } from '#server/text/quotation-marks.ts'
import { splitSentences } from '#server/text/sentences.ts'
import { tokenise } from '#server/text/tokens.ts'

/** The text of each quotation, its tokens with single spaces between. */
function quotationsOf(text: string): string[] {
  const tokens = tokenise(text)
  const found: string[][] = []
  for (const [at, number] of numberQuotations(text, tokens, splitSentences(text, tokens)).entries())
    if (number >= 0) (found[number] ??= []).push(tokens[at]?.text ?? '')
  return found.map((words) => words.join(' '))
}

test.each([
  ['He said "the quay is shut" twice.', '" the quay is shut "'],
  ['He said “the quay is shut” twice.', '“ the quay is shut ”'],
  ["He said ''the quay is shut'' twice.", "'' the quay is shut ''"],
  ['He said ‘the quay is shut’ twice.', '‘ the quay is shut ’'],
  ['Он сказал: «мост закрыт».', '« мост закрыт »'],
  ['Er sagte „die Brücke ist zu“.', '„ die Brücke ist zu “'],
])('marks of every kind enclose a quotation: %s', (text, quotation) => {
  expect(quotationsOf(text)).toEqual([quotation])
})

test('an apostrophe is no quotation mark', () => {
  expect(quotationsOf("The mayor's aides don't know the boats' names.")).toEqual([])
})

test('a quotation inside another belongs to it', () => {
  expect(quotationsOf('“She told me ‘no’ again,” he said.')).toEqual([
    '“ She told me ‘ no ’ again , ”',
  ])
})

test('a quotation runs over sentences, and two are two', () => {
  expect(quotationsOf('"It floods. It did," she said, "twice."')).toEqual([
    '" It floods . It did , "',
    '" twice . "',
  ])
})

test('a mark that is not closed runs to the end of its paragraph', () => {
  expect(quotationsOf('“It floods.\n\n“It did.” So.')).toEqual(['“ It floods .', '“ It did . ”'])
})

test('a mark typed in the wrong direction is read by the space around it', () => {
  expect(quotationsOf('”It floods,” she said.')).toEqual(['” It floods , ”'])
})
