import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect } from 'vitest'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { loadDemo } from '#server/actions/load-demo.ts'
import { compareIssue } from '#server/domain/comparison.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import {
  type Dossier,
  claimOf,
  modelOf,
  parseDossier,
  writeDossier,
} from '#server/domain/dossier.ts'
import { findQuotation } from '#server/domain/quotations.ts'
import { standOn } from '#server/domain/stands.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const read = (path: string | URL) => readFileSync(path, 'utf8')
const text = read(new URL('../../db/demo/syria-talks-demo.json', import.meta.url))
const parsed = parseDossier(text)
const demo = parsed.ok ? parsed.dossier : undefined

/** The demo, which the first test shows to be sound. */
const sound = (): Dossier => demo ?? expect.fail('the demo does not parse')

/** What the report says, coded by hand; not part of the repository, since the article is not ours. */
const acceptance =
  process.env['ACCEPTANCE_DIR'] ??
  fileURLToPath(new URL('../../../shared/acceptance', import.meta.url))
const fileOf = (name: string) => join(acceptance, 'moscow-2015', name)
const hasAcceptance = existsSync(fileOf('article.txt'))

test('the demo is a sound dossier, with its fields in the order of exports', () => {
  expect(parsed).toMatchObject({ ok: true })
  expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(writeDossier(sound()))))
})

test('a new database gets it once, and gives it back as it is', async ({ db }) => {
  await loadDemo(db, noon)
  const { contradictions, reviews, history, ...exported } = readBack(
    await exportDossier(db, 'syria-talks-demo', 'operators'),
  )
  expect(exported).toEqual(sound())
  expect(reviews).toEqual([])
  expect(contradictions?.map((x) => x.status)).toContain('open')
  await loadDemo(db, new Date(noon.getTime() + 1))
  const again = readBack(await exportDossier(db, 'syria-talks-demo', 'operators'))
  expect(again.history).toEqual(history)
})

const readBack = (exported: string): Dossier => {
  const back = parseDossier(exported)
  return back.ok ? back.dossier : expect.fail(JSON.stringify(back.errors))
}

describe('every claim', () => {
  test('is cited to the report and to the digest, where its words are marked', () => {
    const { claims, sources } = sound()
    const captures = new Map(sources.map((s) => [s.slug, s.capture?.text]))
    expect([...captures.values()].filter((capture) => capture !== undefined)).toHaveLength(1)
    for (const { slug, citations } of claims) {
      expect(citations, slug).toHaveLength(2)
      const placed = citations.filter(({ source, quote = '' }) => {
        const capture = captures.get(source)
        return capture !== undefined && findQuotation(capture, { quote })?.exact === quote
      })
      expect(placed, `${slug} has no quotation in a captured source`).toHaveLength(1)
    }
  })

  test('shows a quotation of its own, and of an official exactly what is between marks', () => {
    const { claims, sources } = sound()
    const digest = sources.flatMap((s) => s.capture?.text ?? []).join('')
    const quotes = claims.map(({ citations }) => citations.at(-1)?.quote ?? '')
    expect(new Set(quotes).size).toBe(claims.length)
    for (const [i, { slug, form }] of claims.entries()) {
      const isMarked = digest.includes(`“${quotes[i]}”`)
      expect(isMarked, slug).toBe(form === 'direct quotation' || form === 'partial quotation')
    }
  })

  test('is no later than the report, although the digest was written much later', () => {
    const { claims, sources } = sound()
    for (const claim of claims) {
      expect(claimOf(claim, sources).latest <= '2015-12-15', claim.slug).toBe(true)
    }
  })
})

/** The comparison of every issue on a day. */
const comparedOn = (day: string) => {
  const { topic, issues, claims, sources, searches = [] } = sound()
  const parties = [...topic.parties, ...topic.observers]
  return issues.map((issue) => {
    const judge = judgeOf(modelOf(issue))
    const of = (party: string) =>
      claims
        .filter((c) => c.issue === issue.slug && c.party === party)
        .map((c) => claimOf(c, sources))
    const stands = new Map(parties.map((p) => [p, standOn(day, of(p), judge)]))
    const results = searches.filter((s) => s.issue === issue.slug)
    const found = new Map(results.map((s) => [s.party, s.result] as const))
    const compared = compareIssue({ judge, parties, stands, searches: found })
    return { issue: issue.slug, kind: issue.kind, unit: issue.unit, ...compared }
  })
}

const pairsOn = (day: string) =>
  comparedOn(day).flatMap(({ issue, kind, unit, pairs }) =>
    pairs.map(({ parties, relation, shared, conditional, apart }) => ({
      issue,
      parties: [...parties].sort().join(', '),
      verdict: relation,
      ...(kind !== 'quantity' && shared.length > 0 && { shared }),
      ...(conditional && { conditional }),
      ...(apart !== undefined && { apart: { value: apart, unit } }),
    })),
  )

const reversalsOn = (day: string) =>
  comparedOn(day).flatMap(({ issue, cells }) =>
    cells.flatMap(({ party, reversals }) =>
      reversals.map(({ from, to }) => ({ issue, party, from: from.slug, to: to.slug })),
    ),
  )

describe('the comparison at the end of 2015', () => {
  const cellOf = (issue: string, party: string) =>
    comparedOn('2015-12-31')
      .find((row) => row.issue === issue)
      ?.cells.find((cell) => cell.party === party)

  test('says who conflicts, who agrees, and who only shares the ground', () => {
    const lines = pairsOn('2015-12-31').map((p) =>
      [p.issue, p.parties, p.verdict, ...(p.shared ?? []), p.conditional ? 'conditional' : '']
        .join(' | ')
        .replace(/[ |]+$/, ''),
    )
    expect(lines).toMatchInlineSnapshot(`
      [
        "strikes-hit | russia, united-states | conflict",
        "terror-list | russia, united-states | agreement | islamic-state | nusra",
        "assad-future | russia, united-states | conflict",
        "assad-future | syrian-government, united-states | conflict",
        "assad-future | syrian-opposition, united-states | conflict | goes",
        "assad-future | russia, syrian-government | compatible",
        "assad-future | russia, syrian-opposition | conflict",
        "assad-future | syrian-government, syrian-opposition | conflict",
        "talks-when | russia, united-states | agreement | friday-new-york | without-delay",
        "talks-when | syrian-opposition, united-states | conflict",
        "talks-when | russia, syrian-opposition | conflict",
        "assad-at-table | syrian-government, united-states | conflict",
        "campaign-length | russia, washington-post | conflict",
        "campaign-purpose | russia, washington-post | conflict",
        "fight-together | russia, united-states | agreement | together | conditional",
        "moscow-result | united-states, washington-post | conflict",
      ]
    `)
  })

  test('names the condition on which the United States would fight beside Russia', () => {
    expect(cellOf('fight-together', 'united-states')?.stands).toMatchObject([
      { slug: 'c25', condition: 'Russia directs its fire at Islamic State' },
    ])
  })

  test('shows that both ministers would not say more about the list', () => {
    for (const party of ['united-states', 'russia']) {
      const declined = cellOf('terror-list', party)?.stands.filter((c) => c.stance === 'declines')
      expect(declined).toHaveLength(1)
    }
  })

  test('shows the one shift, from the threat first to talks now', () => {
    expect(reversalsOn('2015-12-31')).toEqual([
      { issue: 'talks-when', party: 'russia', from: 'c15', to: 'c16' },
    ])
    const russia = comparedOn('2015-11-15').flatMap((row) =>
      row.issue === 'talks-when' ? row.cells.flatMap((cell) => cell.stands) : [],
    )
    expect(russia.map((c) => c.slug)).toEqual(['c15'])
  })

  test('tells apart the ways of saying nothing', () => {
    expect(cellOf('strikes-hit', 'saudi-arabia')?.silence).toBe('none-found')
    expect(cellOf('sanctions', 'syrian-government')?.silence).toBe('not-applicable')
    expect(cellOf('campaign-length', 'united-states')?.silence).toBe('not-searched')
  })

  test('a search is recorded only where no claim is', () => {
    const { claims, searches = [] } = sound()
    const held = new Set(claims.map((c) => `${c.party} ${c.issue}`))
    expect(searches.filter((s) => held.has(`${s.party} ${s.issue}`))).toEqual([])
  })
})

interface Expected {
  readonly as_of: string
  readonly pairs: readonly {
    readonly issue: string
    readonly parties: readonly string[]
    readonly verdict: string
    readonly shared?: readonly string[]
    readonly conditional?: boolean
    readonly apart?: { readonly value: number; readonly unit: string }
  }[]
  readonly reversals: readonly unknown[]
}

describe.skipIf(!hasAcceptance)(`against the report in ${acceptance}`, () => {
  test('every verdict is the one that a correct comparison gives', () => {
    const expected = JSON.parse(read(fileOf('expected.json'))) as Expected
    const verdicts = expected.pairs.map((pair) => {
      const { note: _, ...rest } = { note: '', ...pair }
      return { ...rest, parties: [...pair.parties].sort().join(', ') }
    })
    const inOrder = (a: { issue: string; parties: string }, b: typeof a) =>
      `${a.issue} ${a.parties}` < `${b.issue} ${b.parties}` ? -1 : 1
    expect(pairsOn(expected.as_of).sort(inOrder)).toEqual(verdicts.sort(inOrder))
    expect(reversalsOn(expected.as_of)).toEqual(expected.reversals)
  })

  test('no eight words in a row are taken from the report, except what officials said', () => {
    const { sources } = sound()
    const title = sources.find((s) => s.publisher === 'The Washington Post')?.title ?? ''
    const prose = read(fileOf('article.txt'))
      .replace(title, '')
      .split(/[“"][^”"]*[”"]/)
    const shown = runsOf(JSON.stringify({ ...sound(), sources: [] }))
    for (const source of sources) for (const run of runsOf(JSON.stringify(source))) shown.add(run)
    for (const run of runsOf(title)) shown.delete(run)
    const taken = prose.flatMap((piece) => [...runsOf(piece)].filter((run) => shown.has(run)))
    expect(taken).toEqual([])
    expect(prose.flatMap((piece) => [...runsOf(piece)]).length).toBeGreaterThan(500)
  })
})

/** Every run of eight words, in small letters and without marks. */
function runsOf(given: string): Set<string> {
  const words =
    given
      .replace(/\\n/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap((_, i) => (i + 8 > words.length ? [] : [words.slice(i, i + 8).join(' ')])),
  )
}
