import { readFile } from 'node:fs/promises'
import {
  type NamedKey,
  type SignedCheckpoint,
  parseCheckpoints,
  parseKey,
} from '#server/domain/checkpoint.ts'

/** The files that a person gives to `npm run verify`. */

/** One of them cannot be used: one sentence. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}

async function readGiven(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** Why a file could not be opened. */
export function unreadable(file: string, error: unknown): Unusable {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
  return new Unusable(`${file}: ${isMissing ? 'there is no such file.' : 'this cannot be read.'}`)
}

/** @throws {Unusable} */
export async function readCheckpoints(files: readonly string[]): Promise<SignedCheckpoint[]> {
  const all: SignedCheckpoint[] = []
  for (const file of files) {
    const found = parseCheckpoints(await readGiven(file))
    if (found === undefined)
      throw new Unusable(`${file}: this is no checkpoint as Gainsay writes it.`)
    all.push(...found)
  }
  return all
}

/** @throws {Unusable} */
export async function readKeys(file: string): Promise<NamedKey[]> {
  const lines = (await readGiven(file)).split('\n')
  const keys = lines.flatMap((line) => parseKey(line.trim()) ?? [])
  if (keys.length === 0) throw new Unusable(`${file}: there is no key as /history/key writes it.`)
  return keys
}
