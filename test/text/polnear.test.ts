import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseStandoff, readPolnear } from '#scripts/train/polnear.ts'

test('lines are joined to attributions, in pieces where they have pieces', () => {
  const standoff = [
    'T1\tSource 0 4\tHolt',
    'T2\tCue 5 9\tsaid',
    'T3\tContent 11 20;30 41\tThe quay is shut for good',
    'T4\tAttribution 5 9\tsaid',
    'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
  ]
  expect(parseStandoff(standoff.join('\n'))).toEqual([
    {
      source: [[0, 4]],
      cue: [[5, 9]],
      content: [
        [11, 20],
        [30, 41],
      ],
    },
  ])
})

test('a source may be missing, and a second content is more of the content', () => {
  const standoff = `T1\tCue 0 2\ta
T2\tContent 3 4\tb
T3\tContent 6 7\tc
E1\tAttribution-no-source:T9 Content:T2 Cue:T1 Content2:T3
`
  expect(parseStandoff(standoff)).toEqual([
    {
      source: [],
      cue: [[0, 2]],
      content: [
        [3, 4],
        [6, 7],
      ],
    },
  ])
})

test('lines of another form, and attributions without cue or content, are left out', () => {
  const standoff = `T1\tCue 0 2\tsaid
lost line
#1\tAnnotatorNotes T1\tWhy?
E1\tAttribution:T9
E2\tAttribution:T9 Cue:T1
E3\tAttribution:T9 Cue:T1 Content:T7
`
  expect(parseStandoff(standoff)).toEqual([])
})

test('an article has an annotation for each person who made one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-polnear-'))
  await mkdir(join(folder, 'text'))
  await mkdir(join(folder, 'attributions'))
  await writeFile(join(folder, 'text/quay_2016.txt'), 'Holt said so.')
  await writeFile(join(folder, 'text/quay_2017.txt'), 'Nobody spoke.')
  for (const person of ['ab12', 'cd34'])
    await writeFile(join(folder, `attributions/quay_2016_${person}.ann`), '')
  const articles = await readPolnear(folder)
  expect(articles).toEqual([
    { name: 'quay_2016', text: 'Holt said so.', annotations: [[], []] },
    { name: 'quay_2017', text: 'Nobody spoke.', annotations: [] },
  ])
  await rm(folder, { recursive: true })
})
