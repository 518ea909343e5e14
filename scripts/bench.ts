import { writeFile } from 'node:fs/promises'
import { benchAttribution } from './bench/attribution.ts'
import type { Figures } from './bench/figures.ts'
import { benchPages } from './bench/pages.ts'
import { benchSearch } from './bench/search.ts'

/** `npm run bench -- NAME [--json FILE] [--split NAME]`: measures, and prints what it measured. */

const benchmarks: ReadonlyMap<string, (split: string | undefined) => Promise<Figures>> = new Map([
  ['attribution', benchAttribution],
  ['pages', benchPages],
  ['search', benchSearch],
])

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function readOption(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}

async function main(args: readonly string[]): Promise<number> {
  const name = args[0]?.startsWith('--') === false ? args[0] : undefined
  const chosen = name === undefined ? [...benchmarks.keys()] : [name]
  const figures: Record<string, Figures> = {}
  for (const each of chosen) {
    const run = benchmarks.get(each)
    if (run === undefined) {
      say(`There is no benchmark ${each}; there are: ${[...benchmarks.keys()].join(', ')}.`)
      return 64
    }
    figures[each] = await run(readOption(args, '--split'))
  }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  const file = readOption(args, '--json')
  if (file !== undefined) await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
