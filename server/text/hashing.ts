/** Features are known by a hash alone; two that fall together share a weight. */

/** FNV-1a over UTF-16 units: 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash | 0
}

/** One number out of several, order counting (the mixing step of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x1b873593)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** A growing list of feature numbers, position by position. */
export class FeatureList {
  ids = new Int32Array(4096)
  /** Where each position's features begin in `ids`; one more than positions once all are closed. */
  starts = new Int32Array(256)
  positions = 0
  private size = 0
  private readonly mask: number

  constructor(bits: number) {
    this.mask = 2 ** bits - 1
  }

  clear(): void {
    this.positions = 0
    this.size = 0
  }

  /** @param template - which question the feature answers; @param a - the answer, with `b` if two */
  add(template: number, a = 0, b = 0): void {
    if (this.size === this.ids.length) this.ids = grown(this.ids)
    this.ids[this.size] = mix(mix(a, template + 1), b) & this.mask
    this.size += 1
  }

  /** The features since the last call are those of the next position. */
  close(): void {
    this.positions += 1
    if (this.positions === this.starts.length) this.starts = grown(this.starts)
    this.starts[this.positions] = this.size
  }
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2)
  larger.set(list)
  return larger
}
