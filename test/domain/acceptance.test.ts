import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Dossier, parseDossier } from '#server/domain/dossier.ts'
import { compareDossier } from '#test/support/compare-dossier.ts'

/** A news report coded by hand, with what a correct comparison says of it. */
const folder = '../shared/acceptance/moscow-2015'

interface Expected {
  readonly as_of: string
  readonly pairs: readonly {
    readonly issue: string
    readonly parties: readonly [string, string]
    readonly verdict: string
    readonly shared?: readonly string[]
    readonly apart?: unknown
    readonly conditional?: boolean
  }[]
  readonly one_sided: readonly { readonly issue: string; readonly party: string }[]
  readonly reversals: readonly { issue: string; party: string; from: string; to: string }[]
}

const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')

function theDossier(): Dossier {
  const parsed = parseDossier(read('record.json'))
  if (parsed.ok) return parsed.dossier
  throw new Error(JSON.stringify(parsed.errors))
}

const byParties = (a: string, b: string) => [a, b].sort().join(' ')

describe.skipIf(!existsSync(folder))('Moscow, December 2015', () => {
  const expected = () => JSON.parse(read('expected.json')) as Expected
  const compared = () => compareDossier(theDossier(), expected().as_of).issues

  test('each pair of parties that both spoke relates as expected, and no others', () => {
    const actual = compared().flatMap(({ slug, pairs }) =>
      pairs.map((p) => ({
        issue: slug,
        parties: byParties(...p.parties),
        verdict: p.relation,
        shared: p.shared,
        apart: p.apart,
        conditional: p.conditional,
      })),
    )
    const wanted = expected().pairs.map((p) => ({
      issue: p.issue,
      parties: byParties(...p.parties),
      verdict: p.verdict,
      shared: p.shared ?? [],
      apart: p.apart ?? null,
      conditional: p.conditional ?? false,
    }))
    const inOrder = (list: readonly { issue: string; parties: string }[]) =>
      list.toSorted((a, b) => (`${a.issue} ${a.parties}` < `${b.issue} ${b.parties}` ? -1 : 1))
    expect(inOrder(actual)).toEqual(inOrder(wanted))
  })

  test('issues on which one party alone spoke have one stand and no pair', () => {
    for (const { issue, party } of expected().one_sided) {
      const row = compared().find((i) => i.slug === issue)
      const spoke = Object.entries(row?.cells ?? {}).filter(([, cell]) => cell.stands.length > 0)
      expect(spoke.map(([slug]) => slug)).toEqual([party])
      expect(row?.pairs).toEqual([])
    }
  })

  test('shifts over time are found, and nobody is said to contradict itself', () => {
    const reversals = compared().flatMap((i) => i.reversals.map((r) => ({ issue: i.slug, ...r })))
    expect(reversals).toEqual(expected().reversals)
    expect(compared().flatMap((i) => i.mixed)).toEqual([])
  })

  test('a month before, only Russia is on the record on when to talk', () => {
    const { issues } = compareDossier(theDossier(), '2015-11-15')
    const talks = issues.find((i) => i.slug === 'talks-when')
    const positions = Object.entries(talks?.cells ?? {}).flatMap(([party, { stands }]) =>
      stands.map((s) => `${party} ${s.position}`),
    )
    expect(positions).toEqual(['russia after-terror-threat'])
    expect(talks?.pairs).toEqual([])
  })

  test('every conflict comes with a sentence that names both parties', () => {
    const names = new Map(theDossier().parties.map((p) => [p.slug, p.name]))
    for (const { pairs } of compared()) {
      for (const { parties, witnesses } of pairs) {
        for (const { explanation } of witnesses) {
          expect(explanation).toContain(names.get(parties[0]))
          expect(explanation).toContain(names.get(parties[1]))
        }
      }
    }
  })
})
