import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '#views/issue/graph-layout.ts'
import { PositionGraph } from '#views/issue/position-graph.tsx'
import { excludeEveryPair } from '#server/domain/positions.ts'
import type { Relation } from '#server/domain/positions.ts'

const positions = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ slug: `p${i}`, label: `Position ${i}` }))

const someRelations = fc.array(
  fc
    .record({
      kind: fc.constantFrom('entails' as const, 'contrary' as const, 'contradictory' as const),
      from: fc.nat(7).map((i) => `p${i}`),
      to: fc.nat(7).map((i) => `p${i}`),
    })
    .filter(({ from, to }) => from !== to),
  { maxLength: 20 },
)

describe('the drawing of relations', () => {
  test('keeps every line inside, in a lane where no other runs beside it', () => {
    fc.assert(
      fc.property(someRelations, (relations: Relation[]) => {
        const { width, height, relations: drawn } = layOut(positions(8), relations)
        expect(drawn).toHaveLength(relations.length)
        for (const [i, one] of drawn.entries()) {
          for (const y of [one.fromY, one.toY]) {
            expect(y).toBeGreaterThan(0)
            expect(y).toBeLessThan(height)
          }
          expect(one.laneX).toBeLessThan(width)
          for (const other of drawn.slice(i + 1)) {
            if (other.lane !== one.lane) continue
            const [a, b] = [one, other].map(({ fromY, toY }) => [
              Math.min(fromY, toY),
              Math.max(fromY, toY),
            ]) as [[number, number], [number, number]]
            expect(a[1] < b[0] || b[1] < a[0]).toBe(true)
          }
        }
      }),
    )
  })

  test('has a name, says the same in words, and hides its parts', () => {
    const relations: Relation[] = [
      { kind: 'entails', from: 'p0', to: 'p2' },
      { kind: 'contradictory', from: 'p1', to: 'p2' },
    ]
    const html = String(<PositionGraph positions={positions(3)} relations={relations} />)
    expect(html).toContain('role="img" aria-labelledby="graph-title graph-desc"')
    expect(html).toContain(
      '<desc id="graph-desc">A entails C. Of B and C exactly one holds.</desc>',
    )
    expect(html).toContain('<g aria-hidden="true">')
    expect(html).toContain('<li>A entails C.</li>')
  })

  test('says in one sentence that every pair excludes, where there are many', () => {
    const html = String(
      <PositionGraph positions={positions(6)} relations={excludeEveryPair(positions(6), [])} />,
    )
    expect(html).toContain('Any two positions that no entailment joins exclude each other')
    expect(html).not.toContain('<svg')
  })

  test('is left out where there is nothing to draw', () => {
    expect(String(<PositionGraph positions={positions(3)} relations={[]} />)).toBe('')
  })
})
