import { expect, test } from 'vitest'
import { findQuotedSpeech } from '#server/text/quoted-speech.ts'

const find = (text: string): string[] =>
  findQuotedSpeech(text).map(
    ({ source, content }) => `${source?.text.trim()} | ${content.map((c) => c.text).join()}`,
  )

test.each([
  [
    'Russian',
    'Мост закрыт. Лавров сказал: «Мы не будем ждать до весны».',
    'Лавров сказал: | «Мы не будем ждать до весны»',
  ],
  [
    'Russian, inverted',
    '«Мы не будем ждать до весны», — сказал Лавров.',
    ', — сказал Лавров. | «Мы не будем ждать до весны»',
  ],
  [
    'Arabic',
    'قال الوزير: «لن ننتظر حتى الربيع القادم».',
    'قال الوزير: | «لن ننتظر حتى الربيع القادم»',
  ],
  [
    'Chinese',
    '市长说：“我们将在明年春天建桥，不再等待。”',
    '市长说： | “我们将在明年春天建桥，不再等待。”',
  ],
  ['German', 'Holt sagte: „Wir werden nicht warten.“', 'Holt sagte: | „Wir werden nicht warten.“'],
])('what is between quotation marks, with the rest of its sentence: %s', (_, text, found) => {
  expect(find(text)).toEqual([found])
})

test('names and single words are not said by anybody', () => {
  expect(find('Корабль «Надежда» вышел в море.')).toEqual([])
})

test('offsets are code points', () => {
  const text = '😀 Мост. Лавров: «Мы не будем ждать 😀 до весны».'
  const [found] = findQuotedSpeech(text)
  const points = Array.from(text)
  for (const span of [found?.source, found?.cue, ...(found?.content ?? [])])
    expect(points.slice(span?.start, span?.end).join('')).toBe(span?.text)
})
