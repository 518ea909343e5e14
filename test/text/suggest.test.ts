import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Attribution } from '#server/text/attribution.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gainsay-suggest-'))
})
afterAll(async () => await rm(folder, { recursive: true, force: true }))

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function suggest(...args: readonly string[]): Outcome {
  return spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'suggest', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    // Nothing is listening there: whoever opened a database would fail.
    env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
  })
}

async function suggestFor(content: string | Uint8Array): Promise<Attribution[]> {
  const file = join(folder, 'text.txt')
  await writeFile(file, content)
  const { status, stdout, stderr } = suggest(file)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout) as Attribution[]
}

test('attributions are printed as JSON, offsets in code points of the file', async () => {
  const text = '\uFEFF😀\r\n\r\nHolt said, “The bridge is shut.”\r\nМост закрыт.\r\n'
  const found = await suggestFor(text)
  expect(found).toEqual([
    {
      source: { start: 6, end: 10, text: 'Holt' },
      cue: { start: 11, end: 15, text: 'said' },
      content: [{ start: 17, end: 38, text: '“The bridge is shut.”' }],
    },
  ])
})

test('a text of nothing has no attributions', async () => {
  expect(await suggestFor('')).toEqual([])
})

test('a megabyte is read to its end', async () => {
  const line = 'Holt said, “The bridge is shut.” Nobody crossed the river in the night.\n\n'
  const times = Math.ceil(2 ** 20 / line.length)
  const found = await suggestFor(line.repeat(times))
  expect(found).toHaveLength(times)
})

test('bytes that are no text are no trouble', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 37) % 256)
  expect(Array.isArray(await suggestFor(bytes))).toBe(true)
})

test('a file that is not there is one line and an exit code', () => {
  const { status, stdout, stderr } = suggest(join(folder, 'none.txt'))
  expect(stdout).toBe('')
  expect(stderr).toBe(`${join(folder, 'none.txt')}: there is no such file.\n`)
  expect(status).toBe(66)
})

test('without a file the use is told', () => {
  const { status, stdout, stderr } = suggest()
  expect(stdout).toBe('')
  expect(stderr).toBe('Use: npm run -s suggest -- FILE.txt\n')
  expect(status).toBe(64)
})
