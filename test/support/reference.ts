import type { Dossier, DossierClaim, DossierIssue } from '#server/domain/dossier.ts'
import type { CompareJsonIssue, CompareJsonPair } from '#server/domain/compare-json.ts'
import { parseDate } from '#server/domain/dates.ts'
import { worldsOf } from './worlds.ts'

/**
 * The comparison by brute force, written from the prose of the model and the contract: worlds are
 * tried one by one and every claim is held against every other. Of the product's logic it takes only
 * what an EDTF date means.
 */

/** As in compare.json, but with every position that could serve as the witness, and no sentence. */
export type ReferenceIssue = Omit<CompareJsonIssue, 'pairs'> & {
  readonly pairs: readonly (Omit<CompareJsonPair, 'witnesses'> & {
    readonly witnesses: readonly { positions: readonly (string | null)[]; a: string; b: string }[]
  })[]
}

/** Put compare.json's issues into the reference's form, to be compared with it whole. */
export const inReferenceForm = (
  issues: readonly CompareJsonIssue[],
  reference: readonly ReferenceIssue[],
): ReferenceIssue[] =>
  issues.map((issue, i) => ({
    ...issue,
    pairs: issue.pairs.map((pair, j) => ({
      ...pair,
      witnesses: pair.witnesses.map(({ position, a, b, explanation }, k) => {
        const allowed = reference[i]?.pairs[j]?.witnesses[k]?.positions ?? []
        const isRight = allowed.includes(position) && explanation.length > 0
        return { positions: isRight ? allowed : [position], a, b }
      }),
    })),
  }))

interface Said extends DossierClaim {
  readonly earliest: string
  readonly latest: string
}

/** All issues and all parties of the topic on a day. @param windowDays - of mixed messages */
export function referenceComparison(
  dossier: Dossier,
  asOf: string,
  windowDays = 30,
): ReferenceIssue[] {
  const parties = [...dossier.topic.parties, ...dossier.topic.observers]
  const published = new Map(dossier.sources.map((s) => [s.slug, parseDate(s.published).latest]))
  const said = dossier.claims
    .map((claim): Said => {
      const days = parseDate(claim.said)
      const bounds = [days.latest, ...claim.citations.map((c) => published.get(c.source) ?? '')]
      return { ...claim, earliest: days.earliest, latest: bounds.sort()[0] ?? '' }
    })
    .filter((c) => (c.bearing ?? 'states') === 'states' && c.withdrawn === undefined)
    .filter((c) => c.latest <= asOf)
  return dossier.issues.map((issue) => {
    const logic = logicOf(issue)
    const held = parties.map((party) => {
      const own = said.filter((c) => c.issue === issue.slug && c.party === party)
      return { party, ...standOf(own, logic, issue, windowDays) }
    })
    return {
      slug: issue.slug,
      question: issue.question,
      cells: Object.fromEntries(
        held.map(({ party, stands }) => [
          party,
          { stands: stands.map(standJson), silence: silenceOf(dossier, issue, party, stands) },
        ]),
      ),
      pairs: held.flatMap((a, i) => held.slice(i + 1).flatMap((b) => pairOf(issue, logic, a, b))),
      reversals: held.flatMap(({ party, reversals }) => reversals.map((r) => ({ party, ...r }))),
      mixed: held.flatMap(({ party, stands }) =>
        stands.flatMap((a, i) =>
          stands
            .slice(i + 1)
            .filter((b) => isOwn(a) && isOwn(b) && logic.conflict(a, b))
            .map((b) => ({ party, a: a.slug, b: b.slug })),
        ),
      ),
    }
  })
}

const isOwn = (claim: Said) => claim.form !== 'reported by a third party'

const standJson = ({ slug, position, value, stance, said, condition }: Said) => ({
  claim: slug,
  ...(position === undefined ? {} : { position }),
  ...(value === undefined ? {} : { value }),
  stance,
  said,
  ...(condition === undefined ? {} : { condition }),
})

function silenceOf(dossier: Dossier, issue: DossierIssue, party: string, stands: readonly Said[]) {
  if (stands.some((c) => c.stance !== 'declines')) return null
  if (stands.length > 0) return 'declined'
  const search = dossier.searches?.find((s) => s.party === party && s.issue === issue.slug)
  return search?.result ?? 'not-searched'
}

interface Logic {
  readonly conflict: (a: Said, b: Said) => boolean
  readonly witnesses: (a: Said, b: Said) => (string | null)[]
  readonly shared: (a: Said, b: Said) => string[]
  readonly sharesGround: (a: Said, b: Said) => boolean
}

const hasStance = (claim: Said) => claim.stance === 'affirms' || claim.stance === 'denies'

function scopesMeet(a: Said, b: Said): boolean {
  if (a.scope?.period === undefined || b.scope?.period === undefined) return true
  const [p, q] = [parseDate(a.scope.period), parseDate(b.scope.period)]
  return p.earliest <= q.latest && q.earliest <= p.latest
}

const meet = (a: Said, b: Said) => hasStance(a) && hasStance(b) && scopesMeet(a, b)

const logicOf = (issue: DossierIssue): Logic =>
  issue.kind === 'quantity' || issue.kind === 'date' ? lineLogic() : worldLogic(issue)

function worldLogic(issue: DossierIssue): Logic {
  const worlds = worldsOf(issue)
  const worldsWhere = (c: Said) =>
    worlds.filter((w) => w[c.position ?? ''] === (c.stance === 'affirms'))
  const positions = (issue.positions ?? []).map((p) => p.slug).sort()
  const forces = (c: Said, position: string, holds: boolean) =>
    worldsWhere(c).every((w) => w[position] === holds)
  const shared = (a: Said, b: Said) =>
    meet(a, b) ? positions.filter((p) => forces(a, p, true) && forces(b, p, true)) : []
  return {
    conflict: (a, b) => meet(a, b) && !worldsWhere(a).some((w) => worldsWhere(b).includes(w)),
    witnesses: (a, b) =>
      positions.filter((p) =>
        [true, false].some((holds) => forces(a, p, holds) && forces(b, p, !holds)),
      ),
    shared,
    sharesGround: (a, b) => shared(a, b).length > 0,
  }
}

const onLine = (end: number | string): number =>
  typeof end === 'number' ? end : new Date(`${end}T12:00:00Z`).getTime() / 86_400_000 - 0.5

const endsOf = ({ value }: Said) => {
  const { min = null, max = null } = value ?? {}
  return { from: min === null ? -Infinity : onLine(min), to: max === null ? Infinity : onLine(max) }
}

/** Points that stand for all of the line: every end, something between, something beyond. */
function samples(claims: readonly Said[]): number[] {
  const ends = claims.flatMap((c) => Object.values(endsOf(c))).filter(Number.isFinite)
  const sorted = [...ends, Math.min(...ends) - 1, Math.max(...ends) + 1].sort((a, b) => a - b)
  return sorted.flatMap((x, i) => [x, (x + (sorted[i + 1] ?? x)) / 2])
}

function lineLogic(): Logic {
  const covers = (c: Said, x: number) => endsOf(c).from <= x && x <= endsOf(c).to
  const isTrueAt = (c: Said, x: number) => covers(c, x) === (c.stance === 'affirms')
  const conflict = (a: Said, b: Said) =>
    meet(a, b) && !samples([a, b]).some((x) => isTrueAt(a, x) && isTrueAt(b, x))
  return {
    conflict,
    witnesses: () => [null],
    shared: () => [],
    sharesGround: (a, b) =>
      meet(a, b) && a.stance === 'affirms' && b.stance === 'affirms' && !conflict(a, b),
  }
}

const sameAnswer = (a: Said, b: Said) =>
  a.value !== undefined && b.value !== undefined
    ? a.value.min === b.value.min && a.value.max === b.value.max
    : a.position !== undefined && a.position === b.position

const inOrder = (claims: readonly Said[]) =>
  [...claims].sort((a, b) =>
    `${a.earliest} ${a.latest} ${a.slug}` < `${b.earliest} ${b.latest} ${b.slug}` ? -1 : 1,
  )

function standOf(own: readonly Said[], logic: Logic, issue: DossierIssue, windowDays: number) {
  const isValued = issue.kind === 'quantity' || issue.kind === 'date'
  const supersedes = (y: Said, x: Said) => {
    if (!(x.latest < y.earliest) || y.stance === 'declines' || !scopesMeet(x, y)) return false
    const contradict = logic.conflict(x, y)
    const areDifferentPeople =
      x.person !== undefined && y.person !== undefined && x.person !== y.person
    const days = onLine(y.earliest) - onLine(x.latest)
    if (contradict && areDifferentPeople && days <= windowDays) return false
    const isRevised = isValued && x.stance === 'affirms' && y.stance === 'affirms'
    return contradict || sameAnswer(x, y) || isRevised
  }
  const ordered = inOrder(own)
  const successorOf = (x: Said) => ordered.find((y) => supersedes(y, x))
  return {
    stands: ordered.filter((x) => successorOf(x) === undefined),
    reversals: ordered.flatMap((x) => {
      const y = successorOf(x)
      const isReversal = y !== undefined && logic.conflict(x, y) && isOwn(x) && isOwn(y)
      return isReversal ? [{ from: x.slug, to: y.slug }] : []
    }),
  }
}

interface Held {
  readonly party: string
  readonly stands: readonly Said[]
}

function pairOf(issue: DossierIssue, logic: Logic, a: Held, b: Held): ReferenceIssue['pairs'] {
  const [ours, theirs] = [a.stands.filter(hasStance), b.stands.filter(hasStance)]
  if (ours.length === 0 || theirs.length === 0) return []
  const all = ours.flatMap((x) => theirs.map((y) => [x, y] as const))
  const conflicting = all.filter(([x, y]) => logic.conflict(x, y))
  const same = all.filter(([x, y]) => scopesMeet(x, y) && x.stance === y.stance && sameAnswer(x, y))
  const sharing = all.filter(([x, y]) => logic.sharesGround(x, y))
  const [relation, carriers] =
    conflicting.length > 0
      ? (['conflict', conflicting] as const)
      : same.length > 0
        ? (['agreement', same] as const)
        : sharing.length > 0
          ? (['shared-ground', sharing] as const)
          : (['compatible', []] as const)
  const gaps = conflicting
    .filter(([x, y]) => x.value !== undefined && x.stance === 'affirms' && y.stance === 'affirms')
    .map(([x, y]) => Math.max(endsOf(x).from - endsOf(y).to, endsOf(y).from - endsOf(x).to))
  const isConditional = carriers.every(([x, y]) => (x.condition ?? y.condition) !== undefined)
  return [
    {
      parties: [a.party, b.party],
      relation,
      conditional: relation !== 'compatible' && isConditional,
      shared: [...new Set(all.flatMap(([x, y]) => logic.shared(x, y)))].sort(),
      apart:
        gaps.length === 0
          ? null
          : {
              value: Math.round(Math.min(...gaps) * 1e9) / 1e9,
              unit: issue.kind === 'date' ? 'days' : (issue.unit ?? null),
            },
      witnesses: conflicting.map(([x, y]) => ({
        positions: logic.witnesses(x, y),
        a: x.slug,
        b: y.slug,
      })),
    },
  ]
}
