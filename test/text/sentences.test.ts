import { expect, test } from 'vitest'
import { splitSentences } from '#server/text/sentences.ts'
import { tokenise } from '#server/text/tokens.ts'

function sentencesOf(text: string): string[] {
  const tokens = tokenise(text)
  return splitSentences(text, tokens).map(({ from, to }) =>
    text.slice(tokens[from]?.start, tokens[to - 1]?.end),
  )
}

function paragraphsOf(text: string): number[] {
  return splitSentences(text).map(({ paragraph }) => paragraph)
}

test('a full stop, a question mark and an exclamation mark end a sentence', () => {
  expect(sentencesOf('The bridge is shut. Who shut it? We did! Nobody asked.')).toEqual([
    'The bridge is shut.',
    'Who shut it?',
    'We did!',
    'Nobody asked.',
  ])
})

test.each([
  'Dr. Alder met Mrs. Birch on Sept. 3 in the harbour.',
  'The U.S. envoy left early.',
  'J. R. Mapleton chairs the board.',
  'Prices rose by 3.5 percent, to $1,200.50.',
  'Sen. Rowan and Gov. Elm disagree.',
])('abbreviations, initials and numbers do not: %s', (text) => {
  expect(sentencesOf(text)).toEqual([text])
})

test('an abbreviation ends a sentence before a word that begins one', () => {
  expect(sentencesOf('She moved to the U.S. The port paid.')).toEqual([
    'She moved to the U.S.',
    'The port paid.',
  ])
})

test('closing marks stay with the sentence they close', () => {
  expect(sentencesOf('“It floods. We know.” He left. (It was late.) All slept.')).toEqual([
    '“It floods.',
    'We know.”',
    'He left.',
    '(It was late.)',
    'All slept.',
  ])
})

test('a quotation that ends in a question goes on with a small letter', () => {
  expect(sentencesOf('“Who pays?” the mayor asked.')).toEqual(['“Who pays?” the mayor asked.'])
})

test('dots are one mark, and end a sentence before a capital alone', () => {
  expect(sentencesOf('We waited ... and waited. Then… Nothing.')).toEqual([
    'We waited ... and waited.',
    'Then…',
    'Nothing.',
  ])
})

test('lines end a sentence unless the next goes on with a small letter', () => {
  expect(sentencesOf('Harbour news\r\nThe quay is\r\nclosed\r\n\r\nand stays so')).toEqual([
    'Harbour news',
    'The quay is\r\nclosed',
    'and stays so',
  ])
})

test('paragraphs are counted over line breaks of every kind', () => {
  expect(paragraphsOf('One. Two.\r\n\r\nThree.\n\nFour.\rFive.')).toEqual([0, 0, 1, 2, 3])
})

test('other alphabets have sentences too', () => {
  expect(sentencesOf('Мост закрыт. Кто его закрыл? 桥关了。谁？')).toEqual([
    'Мост закрыт.',
    'Кто его закрыл?',
    '桥关了。',
    '谁？',
  ])
})

test('a text without a word has no sentence', () => {
  expect(splitSentences('')).toEqual([])
  expect(splitSentences(' \r\n\t ')).toEqual([])
})

test('a year in Russian may end a sentence, a town may not', () => {
  expect(sentencesOf('Мост закрыт в 2015 г. Он стоит в г. Заречье. Это я. Он ушёл.')).toEqual([
    'Мост закрыт в 2015 г.',
    'Он стоит в г. Заречье.',
    'Это я.',
    'Он ушёл.',
  ])
})

test('after quoted words a dash goes on with a small letter, and Chinese with who speaks', () => {
  expect(sentencesOf('«Нет!» — сказал он. «Нет!» — Он ушёл.')).toEqual([
    '«Нет!» — сказал он.',
    '«Нет!»',
    '— Он ушёл.',
  ])
  expect(sentencesOf('“太贵了。”周敏说。“太贵了。”她走了。')).toEqual([
    '“太贵了。”周敏说。',
    '“太贵了。”',
    '她走了。',
  ])
})

test('a line break inside quotation marks ends nothing, unless they were left open long before', () => {
  expect(sentencesOf('Lin said: “We\nBuild it.” Then\nShe left.')).toEqual([
    'Lin said: “We\nBuild it.”',
    'Then',
    'She left.',
  ])
  const open = `Lin said: “We ${'word '.repeat(80)}end`
  expect(sentencesOf(`${open}\nTitle`)).toEqual([open, 'Title'])
  expect(sentencesOf('Er sagte: „Ja“\nTitel')).toEqual(['Er sagte: „Ja“', 'Titel'])
})
