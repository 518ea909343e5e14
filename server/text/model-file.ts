import type { ChainWeights } from './chain-model.ts'

/**
 * A model as bytes: for each of its chain models the number of labels, then two tables. Of a table only
 * rows with a weight are written: how many rows there are and how many of them follow, the largest
 * weight, the gaps between the rows, and the weights column by column, as 127ths of the largest.
 * Numbers are variable-length integers, seven bits to a byte, the largest weight a 32-bit float.
 */
export function writeModel(models: readonly ChainWeights[]): Uint8Array {
  const writer = new Writer()
  for (const { labels, states, edges } of models) {
    writer.number(labels)
    writeTable(writer, states, labels)
    writeTable(writer, edges, labels * labels)
  }
  return Uint8Array.from(writer.bytes)
}

/** What `writeModel` wrote, to a precision of one part in 127 of the largest weight of its table. */
export function readModel(bytes: Uint8Array): ChainWeights[] {
  const reader = new Reader(bytes)
  const models: ChainWeights[] = []
  while (!reader.isAtEnd()) {
    const labels = reader.number()
    const states = readTable(reader, labels)
    models.push({ labels, states, edges: readTable(reader, labels * labels) })
  }
  return models
}

function writeTable(writer: Writer, table: Float32Array, width: number): void {
  const largest = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = largest === 0 ? 0 : 127 / largest
  const small = Int8Array.from(table, (weight) => Math.round(weight * scale))
  const rows: number[] = []
  for (let row = 0; row < small.length / width; row += 1)
    if (small.subarray(row * width, (row + 1) * width).some((weight) => weight !== 0))
      rows.push(row)
  writer.number(small.length / width)
  writer.number(rows.length)
  writer.float(largest)
  for (const [at, row] of rows.entries()) writer.number(row - (rows[at - 1] ?? 0))
  for (let column = 0; column < width; column += 1)
    for (const row of rows) writer.bytes.push(small[row * width + column]! & 0xff)
}

function readTable(reader: Reader, width: number): Float32Array {
  const table = new Float32Array(reader.number() * width)
  const rows = new Int32Array(reader.number())
  const unit = reader.float() / 127
  for (let at = 0; at < rows.length; at += 1) rows[at] = (rows[at - 1] ?? 0) + reader.number()
  for (let column = 0; column < width; column += 1)
    for (const row of rows) table[row * width + column] = reader.signedByte() * unit
  return table
}

class Writer {
  readonly bytes: number[] = []

  number(value: number): void {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128)
    this.bytes.push(rest)
  }

  float(value: number): void {
    this.bytes.push(...new Uint8Array(Float32Array.of(value).buffer))
  }
}

class Reader {
  private at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new Error('The model file ends too early.')
    this.at += 1
    return byte
  }

  signedByte(): number {
    return (this.byte() << 24) >> 24
  }

  number(): number {
    let value = 0
    for (let place = 1; ; place *= 128) {
      const byte = this.byte()
      value += (byte & 127) * place
      if (byte < 128) return value
    }
  }

  float(): number {
    const four = Uint8Array.from([this.byte(), this.byte(), this.byte(), this.byte()])
    return new Float32Array(four.buffer)[0]!
  }
}
