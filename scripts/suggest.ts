import { readFile } from 'node:fs/promises'
import { findAttributions } from '#server/text/attribution.ts'

/**
 * `npm run -s suggest -- FILE.txt`: the attributed statements of a text in UTF-8, as JSON on standard
 * output. Offsets are in code points of the file, a byte order mark included.
 */

const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function main([file, ...rest]: readonly string[]): Promise<number> {
  if (file === undefined || rest.length > 0) {
    say('Use: npm run -s suggest -- FILE.txt')
    return 64
  }
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    say(`${file}: ${error.code === 'ENOENT' ? 'there is no such file.' : error.message}`)
    return 66
  }
  process.stdout.write(`${JSON.stringify(findAttributions(text))}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
