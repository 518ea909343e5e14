import { inflateSync } from 'node:zlib'

/** A picture's pixels, read from PNG: 8 bits each of red, green, blue and perhaps opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  /** 0 is black and 255 white; rows from the top. */
  readonly at: (x: number, y: number) => number
}

const SIGNATURE = '89504e470d0a1a0a'

/**
 * Read a PNG as the rasteriser writes it: not interlaced, 8 bits, with or without opacity.
 * @throws for anything else
 * @see https://www.w3.org/TR/png-3/
 */
export function readPng(png: Buffer): Pixels {
  if (png.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('This is no PNG.')
  const parts = chunksOf(png)
  const header = parts.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0]
  if (header[8] !== 8 || channels === undefined) throw new Error('Another kind of PNG.')
  const data = parts.filter(({ type }) => type === 'IDAT').map((part) => part.data)
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, channels)
  const at = (x: number, y: number) => {
    const from = (y * width + x) * channels
    return ((bytes[from] ?? 0) + (bytes[from + 1] ?? 0) + (bytes[from + 2] ?? 0)) / 3
  }
  return { width, height, at }
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const parts = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.subarray(at + 4, at + 8).toString('latin1')
    parts.push({ type, data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return parts
}

/** Each row begins with how it was made from what is left of it and above it. */
function unfilter(raw: Buffer, stride: number, step: number): Uint8Array {
  const rows = raw.length / (stride + 1)
  const bytes = new Uint8Array(rows * stride)
  for (let row = 0; row < rows; row++) {
    const filter = raw[row * (stride + 1)] ?? 0
    for (let i = 0; i < stride; i++) {
      const at = row * stride + i
      const left = i < step ? 0 : (bytes[at - step] ?? 0)
      const up = row === 0 ? 0 : (bytes[at - stride] ?? 0)
      const corner = i < step || row === 0 ? 0 : (bytes[at - stride - step] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      bytes[at] = (raw[row * (stride + 1) + 1 + i] ?? 0) + guess
    }
  }
  return bytes
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left
  return (b ?? 0) <= (c ?? 0) ? up : corner
}

/** Dark pixels in a part of a picture: where letters are. */
export function inkIn(
  { at }: Pixels,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): number {
  let ink = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (at(x, y) < 128) ink++
  return ink
}
