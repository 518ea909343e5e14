import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { writeModel } from '#server/text/model-file.ts'
import { isHeldOut } from './train/gold.ts'
import { learnAttribution } from './train/learn-attribution.ts'
import { readPolnear } from './train/polnear.ts'

/**
 * `npm run train:attribution`: learns to find attributed statements from the training split of PolNeAR
 * in ../shared/data/polnear/train, and writes server/text/english.model.br. The same articles give the
 * same file. Takes some minutes and 4 GB of memory on one core.
 */

const corpus = '../shared/data/polnear/train'
const file = new URL('../server/text/english.model.br', import.meta.url)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function main(): Promise<number> {
  if (!existsSync(corpus)) {
    say(`The corpus is not here: ${corpus}.`)
    return 66
  }
  const articles = (await readPolnear(corpus)).filter((each, at) => !isHeldOut(each, at))
  say(`${articles.length} articles.`)
  const { tagger, cues, roles } = learnAttribution(articles, say)
  const bytes = brotliCompressSync(writeModel([tagger, cues, roles]))
  await writeFile(file, bytes)
  say(`Wrote ${bytes.length} bytes.`)
  return 0
}

process.exitCode = await main()
