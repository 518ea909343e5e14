import { parentPort, workerData } from 'node:worker_threads'
import { DocumentError, type GivenDocument } from './document.ts'
import { parseDocument } from './parse-document.ts'

/** Reads one document and ends; what goes wrong in here takes nothing else with it. */
const answer = (message: object): void => {
  // A worker's port belongs to one other thread: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(message)
}

try {
  answer({ read: await parseDocument(workerData as GivenDocument) })
} catch (error) {
  answer({
    refused: error instanceof DocumentError ? error.message : undefined,
  })
}
