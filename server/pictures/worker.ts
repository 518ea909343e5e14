import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { Resvg, initWasm } from '@resvg/resvg-wasm'
import type { Card } from '#views/card/card.ts'
import { openFonts } from './fonts.ts'
import { layOutCard } from './lay-out-card.ts'

/** Draws cards as PNG, one after another. It is given words alone, and reads no file but fonts and the rasteriser. */

const { resolve } = createRequire(import.meta.url)
await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
const fonts = await openFonts()

parentPort?.on('message', (card: Card) => {
  const drawing = new Resvg(layOutCard(card, fonts), { font: { fontBuffers: [] } })
  const picture = drawing.render()
  const png = picture.asPng()
  picture.free()
  drawing.free()
  // A worker's port belongs to one other thread: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(png)
})
