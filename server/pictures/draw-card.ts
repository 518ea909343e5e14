import type { Worker } from 'node:worker_threads'
import type { Card } from '#views/card/card.ts'
import { Refusal } from '../domain/errors.ts'
import { startWorker } from '../start-worker.ts'

/** Pictures kept, the ones asked for last: some 60 KB each. */
const MOST_KEPT = 64
/** Pictures waited for at a time: what is more is refused, and asked for again. */
const MOST_WAITING = 16
/** A picture takes a tenth of a second; the first waits for the fonts, on a machine with other work too. */
const DEADLINE_MS = 60_000
/** Without work the worker ends, and gives back its 60 MB. */
const IDLE_MS = 60_000

const kept = new Map<string, Uint8Array>()
const underWay = new Map<string, Promise<Uint8Array>>()
let last: Promise<unknown> = Promise.resolve()
let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined

/**
 * A card as PNG, 1200 by 630. Drawn beside the event loop, one at a time; the same card is drawn once,
 * however many ask for it. The worker starts with the first, and again after it died.
 * @throws {Refusal} not-drawn where too many are waited for, it took too long, or the worker died of it
 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const key = JSON.stringify(card)
  const known = kept.get(key)
  if (known !== undefined) {
    keep(key, known)
    return known
  }
  const drawn = underWay.get(key) ?? drawInTurn(key, card)
  return await drawn
}

/** What is kept longest without being asked for makes room. */
function keep(key: string, png: Uint8Array): void {
  kept.delete(key)
  kept.set(key, png)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

async function drawInTurn(key: string, card: Card): Promise<Uint8Array> {
  if (underWay.size >= MOST_WAITING) throw new Refusal('not-drawn', { detail: 'Many are waiting.' })
  const drawn = last.then(async () => await drawInWorker(card))
  underWay.set(key, drawn)
  last = drawn.catch(() => undefined)
  try {
    const png = await drawn
    keep(key, png)
    return png
  } finally {
    underWay.delete(key)
  }
}

async function drawInWorker(card: Card): Promise<Uint8Array> {
  clearTimeout(idle)
  const drawing = (worker ??= startDrawing())
  let deadline: NodeJS.Timeout | undefined
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const fail = (why: unknown) => reject(new Refusal('not-drawn', { cause: why }))
      deadline = setTimeout(() => fail(new Error('too slow')), DEADLINE_MS)
      drawing.once('message', resolve)
      drawing.once('error', fail)
      drawing.once('exit', (code) => fail(new Error(`the worker ended with ${code}`)))
      // A worker's port belongs to one other thread: there is no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      drawing.postMessage(card)
    })
  } catch (error) {
    await endWorker(drawing)
    throw error
  } finally {
    clearTimeout(deadline)
    for (const event of ['message', 'error', 'exit']) drawing.removeAllListeners(event)
    watch(drawing)
    idle = setTimeout(() => void endWorker(drawing), IDLE_MS).unref()
  }
}

/** It waits for the next picture, but keeps no process from ending. */
function startDrawing(): Worker {
  const started = startWorker(new URL('worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  })
  started.unref()
  return started
}

/** A worker that dies between two pictures takes nothing with it. */
function watch(waiting: Worker): void {
  const forget = (): void => {
    if (worker === waiting) worker = undefined
  }
  waiting.on('error', forget)
  waiting.on('exit', forget)
}

async function endWorker(ended: Worker): Promise<void> {
  if (worker === ended) worker = undefined
  await ended.terminate()
}
