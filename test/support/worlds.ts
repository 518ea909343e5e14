import type { DossierIssue } from '#server/domain/dossier.ts'

/**
 * The model's semantics, spelled out by trying every world: a truth value for each position that
 * respects the relations. Exponential on purpose; shares nothing with the closure it tests.
 */
export type World = Readonly<Record<string, boolean>>

export type Rules = Pick<DossierIssue, 'positions' | 'excludes' | 'exclusive'>

/** Which positions each one entails, itself included: the relation closed by going round until done. */
function entailments({ positions = [] }: Rules): ReadonlyMap<string, ReadonlySet<string>> {
  const entailed = new Map(positions.map((p) => [p.slug, new Set([p.slug, ...(p.entails ?? [])])]))
  for (let isChanging = true; isChanging;) {
    isChanging = false
    for (const own of entailed.values()) {
      for (const via of own) {
        for (const to of entailed.get(via) ?? []) {
          if (own.has(to)) continue
          own.add(to)
          isChanging = true
        }
      }
    }
  }
  return entailed
}

/** Pairs that cannot both hold because the issue is exclusive. */
function exclusivePairs(rules: Rules): [string, string][] {
  if (rules.exclusive !== true) return []
  const entailed = entailments(rules)
  const slugs = [...entailed.keys()]
  const areJoined = (a: string, b: string) =>
    slugs.some((p) => entailed.get(p)?.has(a) === true && entailed.get(p)?.has(b) === true)
  return slugs.flatMap((a, i) =>
    slugs.slice(i + 1).flatMap((b): [string, string][] => (areJoined(a, b) ? [] : [[a, b]])),
  )
}

/** Every world of an issue with named positions; 2 to the power of its positions are tried. */
export function worldsOf(rules: Rules): World[] {
  const positions = rules.positions ?? []
  const never = exclusivePairs(rules)
  const isPossible = (world: World) =>
    positions.every((p) => !world[p.slug] || (p.entails ?? []).every((q) => world[q])) &&
    never.every(([a, b]) => !(world[a] && world[b])) &&
    (rules.excludes ?? []).every(({ pair: [a, b], kind }) =>
      kind === 'contradictory' ? world[a] !== world[b] : !(world[a] && world[b]),
    )
  return Array.from({ length: 2 ** positions.length }, (_, bits) =>
    Object.fromEntries(positions.map((p, i) => [p.slug, (bits & (1 << i)) !== 0])),
  ).filter(isPossible)
}

/** Can every position be held and rejected in some world? */
export const isSound = (rules: Rules): boolean => {
  const worlds = worldsOf(rules)
  return (rules.positions ?? []).every(
    (p) => worlds.some((w) => w[p.slug]) && worlds.some((w) => !w[p.slug]),
  )
}
