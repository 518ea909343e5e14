import { describe, expect, test } from 'vitest'
import type { Attribution } from '#server/text/attribution.ts'
import { findSpeaker } from '#server/domain/speakers.ts'
import { suggestStatements } from '#server/text/statements.ts'

const speakers = [
  { slug: 'kerry', name: 'John F. Kerry', aliases: ['Secretary Kerry'], parties: ['us', 'navy'] },
  { slug: 'lavrov', name: 'Sergei Lavrov', aliases: ['Лавров'], parties: ['russia'] },
  { slug: 'will', name: 'Ada Will', aliases: [], parties: [] },
]
const parties = [
  { slug: 'us', name: 'United States', aliases: ['U.S.', 'Washington'] },
  { slug: 'russia', name: 'Russia', aliases: ['Moscow'] },
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
  ])('%s', (words, expected) => {
    expect(findSpeaker(words, speakers, parties)).toEqual(expected)
  })

  test.each(['he will', 'Kerryman', 'the ministry', ''])('nobody: “%s”', (words) => {
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
      speakers,
      parties,
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

  test('what says nothing is no statement', () => {
    expect(suggestStatements([{ cue: span('said'), content: [] }], speakers, parties)).toEqual([])
  })
})
