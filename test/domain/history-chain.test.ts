import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import {
  type ChainEntry,
  ChainCheck,
  type ChainFault,
  leafOf,
  nextHash,
  originOf,
} from '#server/domain/history-chain.ts'
import { describeInstant } from '#server/domain/stored-instant.ts'
import { seeded } from '#test/support/seeded.ts'

const salt = Buffer.alloc(16, 7)

/** A chain of so many entries, each with a content of its own. */
function aChain(length: number): ChainEntry[] {
  let before = originOf('bridge')
  return Array.from({ length }, (_, i) => {
    const leaf = leafOf(salt, { kind: 'revision', slug: `claim-${i}` })
    before = nextHash(before, i + 1, leaf)
    return { seq: i + 1, leaf, hash: before, found: leaf }
  })
}

function faultsOf(chain: readonly ChainEntry[], topic = 'bridge'): ChainFault[] {
  const check = new ChainCheck(topic)
  return chain.flatMap((entry) => check.take(entry))
}

const other = (bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(3) ^ 1, 3)
  return changed
}

/** A chain, and the index of one of its entries. */
const place = fc
  .integer({ min: 1, max: 12 })
  .chain((length) =>
    fc.record({ chain: fc.constant(aChain(length)), at: fc.integer({ min: 0, max: length - 1 }) }),
  )

describe('a chain', () => {
  test('is what a few lines of other code make of the same leaves', () => {
    const sha = (...parts: (string | Buffer)[]) => {
      const hash = createHash('sha256')
      for (const part of parts) hash.update(part)
      return hash.digest()
    }
    const leaf = sha(salt, '{"a":[1,{"x":null,"y":"é"}],"kind":"review","z":1e+21}')
    expect(leafOf(salt, { z: 1e21, kind: 'review', a: [1, { y: 'é', x: null }] })).toEqual(leaf)
    const first = sha(sha('gainsay-history/1 bridge'), Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), leaf)
    expect(nextHash(originOf('bridge'), 1, leaf)).toEqual(first)
  })

  test('that nobody touched has no fault, and only under its own topic', () => {
    fc.assert(
      fc.property(place, ({ chain }) => {
        expect(faultsOf(chain)).toEqual([])
        expect(faultsOf(chain, 'border')).toEqual([{ kind: 'link', from: 1, to: 1 }])
      }),
      seeded(50),
    )
  })

  test('shows each change of one thing as one fault, at its own number', () => {
    fc.assert(
      fc.property(
        place,
        fc.constantFrom('hash', 'leaf', 'content', 'row gone', 'entry gone'),
        ({ chain, at }, what) => {
          const entry = chain[at] as ChainEntry
          const changed: Record<typeof what, ChainEntry[]> = {
            hash: [{ ...entry, hash: other(entry.hash) }],
            leaf: [{ ...entry, leaf: other(entry.leaf) }],
            content: [{ ...entry, found: other(entry.leaf) }],
            'row gone': [{ ...entry, found: undefined }],
            'entry gone': [],
          }
          const kinds = { hash: 'link', leaf: 'leaf', content: 'content', 'row gone': 'content' }
          const faults = faultsOf(chain.toSpliced(at, 1, ...changed[what]))
          const isCutTail = what === 'entry gone' && at === chain.length - 1
          const kind = what === 'entry gone' ? 'missing' : kinds[what]
          expect(faults).toEqual(isCutTail ? [] : [{ kind, from: at + 1, to: at + 1 }])
        },
      ),
      seeded(300),
    )
  })

  test('shows two hashes changed side by side as two faults, and not those after them', () => {
    const chain = aChain(9).map((entry, i) =>
      i === 3 || i === 4 ? { ...entry, hash: other(entry.hash) } : entry,
    )
    expect(faultsOf(chain).map((f) => f.from)).toEqual([4, 5])
  })

  test('shows an entry made anew by the next, which does not follow', () => {
    const chain = aChain(6)
    const leaf = leafOf(salt, { kind: 'revision', slug: 'forged' })
    const hash = nextHash((chain[2] as ChainEntry).hash, 4, leaf)
    expect(faultsOf(chain.toSpliced(3, 1, { seq: 4, leaf, hash, found: leaf }))).toEqual([
      { kind: 'link', from: 5, to: 5 },
    ])
  })

  test('takes the leaf as it is where the content is kept back', () => {
    const chain = aChain(4).map((entry): ChainEntry => ({ ...entry, found: 'withheld' }))
    expect(faultsOf(chain)).toEqual([])
  })
})

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and reads back as the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        const shuffled = JSON.parse(text, (_, part: unknown) =>
          typeof part === 'object' && part !== null && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).toReversed())
            : part,
        ) as unknown
        expect(canonicalJson(shuffled)).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      seeded(300),
    )
  })

  test('sorts keys by code units, digits too, and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, 10: 2, 9: 3, '\u{1F600}': 4, '\uFB33': 5, no: undefined })).toBe(
      '{"10":2,"9":3,"b":1,"\u{1F600}":4,"\uFB33":5}',
    )
  })
})

describe('a stored instant', () => {
  test('is a different text to the microsecond, and an ISO text where it has none', () => {
    expect(describeInstant('1448127330123000')).toBe('2015-11-21T17:35:30.123Z')
    expect(describeInstant('1448127330123001')).toBe('2015-11-21T17:35:30.123Z and 1 microseconds')
    for (const odd of ['0', '-1', '-62135596800000000', 'Infinity', '9'.repeat(17)])
      expect(describeInstant(odd)).not.toBe(describeInstant(`${odd}1`))
  })
})
