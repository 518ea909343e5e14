import { describe, expect, test } from 'vitest'
import type { Attribution } from '#server/text/attribution.ts'
import { findSpeaker } from '#server/domain/speakers.ts'
import { suggestStatements } from '#server/text/statements.ts'

const speakers = [
  { slug: 'kerry', name: 'John F. Kerry', aliases: ['Secretary Kerry'], parties: ['us', 'navy'] },
  { slug: 'lavrov', name: 'Sergei Lavrov', aliases: ['Лавров'], parties: ['russia'] },
  { slug: 'will', name: 'Ada Will', aliases: [], parties: [] },
  { slug: 'assad', name: 'Bashar al-Assad', aliases: [], parties: ['syria'] },
  { slug: 'spokesman', name: 'spokesman for Vladimir Putin', aliases: [], parties: ['russia'] },
]
const parties = [
  { slug: 'us', name: 'United States', aliases: ['U.S.', 'Washington'] },
  { slug: 'russia', name: 'Russia', aliases: ['Moscow'] },
  { slug: 'iran', name: 'Iran', aliases: [] },
  { slug: 'turkey', name: 'Turkey', aliases: [] },
  { slug: 'paper', name: 'The Paper', aliases: [] },
]

describe('whom some words name', () => {
  test.each([
    ['Secretary of State John F. Kerry', { person: 'kerry', party: 'us' }],
    ['Kerry', { person: 'kerry', party: 'us' }],
    ['Russia’s Lavrov', { person: 'lavrov', party: 'russia' }],
    ['министр Лавров', { person: 'lavrov', party: 'russia' }],
    ['U.S. officials', { party: 'us' }],
    ['the Russian ministry in Moscow', { party: 'russia' }],
    ['Ada Will', { person: 'will', party: undefined }],
    ['Assad', { person: 'assad', party: 'syria' }],
    ['Putin’s spokesman', { person: 'spokesman', party: 'russia' }],
    ["Putin's spokesman", { person: 'spokesman', party: 'russia' }],
    ['some Russian officials', { party: 'russia' }],
    ['the Iranian president', { party: 'iran' }],
    ['Turkish diplomats', { party: 'turkey' }],
  ])('%s', (words, expected) => {
    expect(findSpeaker(words, speakers, parties)).toEqual(expected)
  })

  test.each([
    'he will',
    'Kerryman',
    'the ministry',
    'Russian-backed separatists',
    'Vladimir Putin',
    'Turkestan',
    '',
  ])('nobody: “%s”', (words) => {
    expect(findSpeaker(words, speakers, parties)).toBeUndefined()
  })
})

describe('statements', () => {
  const span = (text: string, start = 0) => ({ text, start, end: start + text.length })
  const said = (source: string | undefined, start: number): Attribution => ({
    ...(source === undefined ? {} : { source: span(source) }),
    cue: span('said', start),
    content: [span('that is', start + 10), span('so', start + 30)],
  })

  test('a pronoun is whoever spoke last; somebody not on record is nobody, and “he” after them too', () => {
    const found = suggestStatements(
      [
        said('Kerry', 0),
        said('he', 50),
        said('an aide', 100),
        said('She', 150),
        said(undefined, 200),
      ],
      { speakers, parties },
    )
    expect(found.map(({ speaker }) => speaker?.person)).toEqual([
      'kerry',
      'kerry',
      undefined,
      undefined,
      undefined,
    ])
    expect(found[1]).toMatchObject({ start: 60, end: 82, cueStart: 50, source: 'he' })
  })

  const whoSays = (...sources: (string | undefined)[]) =>
    suggestStatements(
      sources.map((source, i) => said(source, i * 100)),
      { speakers, parties, publisher: 'The Paper' },
    ).map(({ speaker }) => speaker?.person ?? speaker?.party ?? '-')

  test('several who say it together make one each, and are meant by “they” and “neither”', () => {
    expect(whoSays('Both Kerry and Lavrov', 'neither', 'Kerry', 'both men', 'he')).toEqual(
      'kerry lavrov kerry lavrov kerry kerry lavrov kerry'.split(' '),
    )
    expect(whoSays('Kerry, Lavrov and Iran')).toEqual(['kerry', 'lavrov', 'iran'])
    expect(whoSays('Kerry and Kerry')).toEqual(['kerry'])
  })

  test('“they” after a party is that party, and “he” after two is nobody', () => {
    expect(whoSays('Kerry and Lavrov', 'U.S. officials', 'they')).toEqual(
      'kerry lavrov us us'.split(' '),
    )
    expect(whoSays('Kerry and Lavrov', 'he')).toEqual(['kerry', 'lavrov', '-'])
  })

  test('words that tell which ones are meant name nobody', () => {
    expect(whoSays('officials who met Kerry')).toEqual(['-'])
    expect(whoSays('Russia, like Iran, last week')).toEqual(['russia'])
    expect(whoSays('Kerry', 'who', 'he')).toEqual(['kerry', '-', 'kerry'])
  })

  test('what nobody is named for is the publisher’s own', () => {
    expect(whoSays('Kerry', undefined, 'he')).toEqual(['kerry', 'paper', 'kerry'])
  })

  test('what says nothing is no statement', () => {
    expect(suggestStatements([{ cue: span('said'), content: [] }], { speakers, parties })).toEqual(
      [],
    )
  })
})
