import { startWorker } from '../start-worker.ts'
import { DocumentError, type GivenDocument, type ReadDocument } from './document.ts'
import { kindOf, parseDocument } from './parse-document.ts'

/** Longer than any honest document takes here; a page made to take for ever is ended. */
const DEADLINE_MS = 15_000
const MEMORY_MB = 512

/** Documents read at the same time; each may take all the memory it is allowed. */
const MOST_AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * Read a document: plain text here, everything else in a worker of its own, with a limit on time and memory: parsers of
 * hostile files may loop, blow up or throw, and then only this document is refused.
 * @throws {DocumentError} one sentence that says why, and what to do instead
 */
export async function readDocument(given: GivenDocument): Promise<ReadDocument> {
  if (kindOf(given) === 'plain') return await parseDocument(given)
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await readInWorker(given)
  } finally {
    running--
    waiting.shift()?.()
  }
}

interface Answer {
  readonly read?: ReadDocument
  readonly refused?: string | undefined
}

const UNREADABLE =
  'This file could not be read: it is damaged, protected, or far larger inside than outside. Paste its text instead.'

async function readInWorker(given: GivenDocument): Promise<ReadDocument> {
  const worker = startWorker(new URL('worker.ts', import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  })
  let deadline: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      deadline = setTimeout(() => reject(new DocumentError(UNREADABLE)), DEADLINE_MS)
      worker.once('message', resolve)
      worker.once('error', () => reject(new DocumentError(UNREADABLE)))
      worker.once('exit', () => reject(new DocumentError(UNREADABLE)))
    })
    if (answer.read === undefined) throw new DocumentError(answer.refused ?? UNREADABLE)
    return answer.read
  } finally {
    clearTimeout(deadline)
    await worker.terminate()
  }
}
