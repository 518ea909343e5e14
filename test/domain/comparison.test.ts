import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDossier } from '#server/domain/dossier.ts'
import { compareDossier } from '#test/support/compare-dossier.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { inReferenceForm, referenceComparison } from '#test/support/reference.ts'
import { seeded } from '#test/support/seeded.ts'

const anySeed = fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 }))
const anyDay = fc.constantFrom('2015-10-20', '2015-11-30', '2015-12-31', '2016-01-15', '2026-01-01')

describe('a comparison', () => {
  test('agrees with brute force over worlds and claims', () => {
    const seen = new Map<string, number>()
    const count = (word: string) => seen.set(word, (seen.get(word) ?? 0) + 1)
    fc.assert(
      fc.property(anySeed, anyDay, fc.constantFrom(30, 0, 90), (seed, day, windowDays) => {
        const dossier = randomDossier(seed)
        const reference = referenceComparison(dossier, day, windowDays)
        const actual = compareDossier(dossier, day, windowDays).issues
        expect(inReferenceForm(actual, reference)).toEqual(reference)
        for (const { pairs, reversals, mixed } of reference) {
          for (const pair of pairs) count(`${pair.relation} ${pair.conditional}`)
          for (const pair of pairs) if (pair.apart !== null) count('apart')
          if (reversals.length > 0) count('reversal')
          if (mixed.length > 0) count('mixed')
        }
      }),
      seeded(500),
    )
    // What the generator never makes is not tested.
    const rare = [
      'conflict true',
      'agreement true',
      'shared-ground true',
      'compatible false',
      'apart',
    ]
    for (const word of [...rare, 'reversal', 'mixed'])
      expect(seen.get(word), word).toBeGreaterThan(20)
  }, 60_000)

  test('is made of topics that are valid dossiers', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const parsed = parseDossier(JSON.stringify(randomDossier(seed)))
        expect(parsed).toMatchObject({ ok: true })
        expect(parsed.ok && parsed.dossier).toEqual(randomDossier(seed))
      }),
      seeded(100),
    )
  })
})
