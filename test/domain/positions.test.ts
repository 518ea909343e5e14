import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { modelOf } from '#server/domain/dossier.ts'
import {
  type Position,
  type Relation,
  closeRelations,
  excludeEveryPair,
  findModellingError,
  literalKey,
} from '#server/domain/positions.ts'
import { anyPositions, randomPositions } from '#test/support/random-topic.ts'
import { diceOf, seeded } from '#test/support/seeded.ts'
import { isSound, worldsOf } from '#test/support/worlds.ts'

const anySeed = fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 }))
const anyIssue = (rules: ReturnType<typeof anyPositions>) =>
  modelOf({ slug: 'q', question: 'Q?', nature: 'factual', kind: 'options', ...rules })

const positionsOf = (...slugs: string[]): Position[] =>
  slugs.map((slug) => ({ slug, label: slug.toUpperCase() }))
const entails = (from: string, to: string): Relation => ({ kind: 'entails', from, to })
const contrary = (from: string, to: string): Relation => ({ kind: 'contrary', from, to })
const contradictory = (from: string, to: string): Relation => ({ kind: 'contradictory', from, to })

const followingFrom = (relations: Relation[], position: string, holds: boolean) =>
  [...closeRelations(relations).following({ position, holds }).keys()].sort()

describe('what follows', () => {
  test('from holding: what it entails, and a no to what is excluded', () => {
    const relations = [entails('a', 'b'), entails('b', 'c'), contrary('c', 'd')]
    expect(followingFrom(relations, 'a', true)).toEqual(['+a', '+b', '+c', '-d'])
  })

  test('from rejecting: a no to whatever entails it, and nothing of a contrary', () => {
    const relations = [entails('a', 'b'), entails('b', 'c'), contrary('c', 'd')]
    expect(followingFrom(relations, 'c', false)).toEqual(['-a', '-b', '-c'])
  })

  test('from rejecting a contradictory: a yes to the other', () => {
    expect(followingFrom([contradictory('a', 'b')], 'a', false)).toEqual(['+b', '-a'])
    expect(followingFrom([contrary('a', 'b')], 'a', false)).toEqual(['-a'])
  })

  test('by way of a contradictory: what excludes one entails the other', () => {
    expect(followingFrom([contrary('p', 'q'), contradictory('q', 'r')], 'p', true)).toEqual([
      '+p',
      '+r',
      '-q',
    ])
  })

  test('comes with the shortest chain, each step from what the one before led to', () => {
    const relations = [entails('a', 'b'), entails('b', 'c'), entails('a', 'c')]
    const found = closeRelations(relations).following({ position: 'a', holds: true })
    expect(found.get('+c')?.chain).toEqual([
      {
        from: { position: 'a', holds: true },
        to: { position: 'c', holds: true },
        relation: entails('a', 'c'),
      },
    ])
    expect(found.get('+a')?.chain).toEqual([])
  })

  test('is what holds in every world, on every sound issue', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const rules = randomPositions(diceOf(seed), 'options')
        const worlds = worldsOf(rules)
        const closure = closeRelations(anyIssue(rules).relations)
        const slugs = (rules.positions ?? []).map((p) => p.slug)
        for (const position of slugs) {
          for (const holds of [true, false]) {
            const where = worlds.filter((w) => w[position] === holds)
            const forced = slugs.flatMap((slug) =>
              [true, false]
                .filter((value) => where.every((w) => w[slug] === value))
                .map((value) => literalKey({ position: slug, holds: value })),
            )
            const found = closure.following({ position, holds })
            expect([...found.keys()].sort()).toEqual(forced.sort())
            for (const { literal, chain } of found.values())
              expectChain(position, holds, literal, chain)
          }
        }
      }),
      seeded(500),
    )
  })
})

type Chain =
  ReturnType<ReturnType<typeof closeRelations>['following']> extends ReadonlyMap<string, infer C>
    ? C extends { chain: infer S; literal: infer L }
      ? { steps: S; literal: L }
      : never
    : never

function expectChain(
  position: string,
  holds: boolean,
  literal: Chain['literal'],
  steps: Chain['steps'],
) {
  let at = { position, holds }
  for (const step of steps) {
    expect(step.from).toEqual(at)
    at = step.to
  }
  expect(at).toEqual(literal)
}

describe('a modelling error', () => {
  test('is found exactly when some position holds in no world, or in all', () => {
    let [sound, unsound] = [0, 0]
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 6 }), (seed, size) => {
        const rules = anyPositions(diceOf(seed), size)
        const { positions, relations } = anyIssue(rules)
        const error = findModellingError(positions, relations)
        if (isSound(rules)) sound++
        else unsound++
        expect(error === undefined).toBe(isSound(rules))
      }),
      seeded(1000),
    )
    expect(Math.min(sound, unsound)).toBeGreaterThan(50)
  })

  test('names the position that nobody could hold, and the chain', () => {
    const error = findModellingError(positionsOf('a', 'b', 'c'), [
      entails('a', 'b'),
      entails('b', 'c'),
      contrary('a', 'c'),
    ])
    expect(error?.message).toBe(
      'Nobody could hold “A”: yes to “A”, so yes to “B”, so yes to “C”, so no to “A”. ' +
        'Take one of these relations away.',
    )
  })

  test('names the position that nobody could reject', () => {
    const error = findModellingError(positionsOf('a', 'b', 'c'), [
      contradictory('a', 'b'),
      entails('b', 'c'),
      entails('a', 'c'),
    ])
    expect(error?.message).toContain('Nobody could reject “C”: no to “C”, so ')
    expect(error?.message).toContain('so yes to “C”.')
  })

  test('is a pair said to be both contradictory and entailed', () => {
    expect(
      findModellingError(positionsOf('a', 'b'), [contradictory('a', 'b'), entails('a', 'b')]),
    ).toBeDefined()
  })

  test('is none where positions entail each other: two names for one', () => {
    expect(
      findModellingError(positionsOf('a', 'b'), [entails('a', 'b'), entails('b', 'a')]),
    ).toBeUndefined()
  })
})

describe('an exclusive issue', () => {
  const added = (positions: Position[], relations: Relation[]) =>
    excludeEveryPair(positions, relations)
      .slice(relations.length)
      .map((r) => `${r.from} ${r.to}`)

  test('excludes every pair', () => {
    expect(added(positionsOf('a', 'b', 'c'), [])).toEqual(['a b', 'a c', 'b c'])
  })

  test('except pairs joined by entailment, over any number of steps', () => {
    const relations = [entails('a', 'b'), entails('b', 'c')]
    expect(added(positionsOf('a', 'b', 'c', 'd'), relations)).toEqual(['a d', 'b d', 'c d'])
  })

  test('except pairs that some position entails both of', () => {
    const relations = [entails('a', 'b'), entails('a', 'c')]
    expect(added(positionsOf('a', 'b', 'c'), relations)).toEqual([])
  })

  test('and leaves alone what excludes already', () => {
    const relations = [contradictory('b', 'a')]
    expect(added(positionsOf('a', 'b', 'c'), relations)).toEqual(['a c', 'b c'])
  })

  test('looks at entailment only: what follows by way of a contradictory joins nothing', () => {
    const relations = [contrary('p', 'q'), contradictory('q', 'r')]
    expect(added(positionsOf('p', 'q', 'r'), relations)).toEqual(['p r'])
  })
})

test('closing a large issue is quick', () => {
  const slugs = Array.from({ length: 200 }, (_, i) => `p${i}`)
  const chain = slugs.slice(1).map((slug, i) => entails(`p${i}`, slug))
  const started = performance.now()
  const relations = excludeEveryPair(positionsOf(...slugs), chain.slice(0, 20))
  expect(relations.length).toBeGreaterThan(19_000)
  expect(findModellingError(positionsOf(...slugs), relations)).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(5000)
})
