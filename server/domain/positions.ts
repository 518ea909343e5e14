/**
 * Positions of one issue, their relations, and what follows from holding or rejecting one.
 *
 * Relations are implications between literals ("yes to p", "no to p"): 2-SAT. Everything reachable
 * from a literal follows from it; two literals clash exactly when no world makes both true.
 * Pure. @see design decision 4 in ARCHITECTURE.md
 */

/** One possible answer to an issue. */
export interface Position {
  readonly slug: string
  readonly label: string
}

/** A relation as people edit it. */
export type Relation =
  | { readonly kind: 'entails'; readonly from: string; readonly to: string }
  | { readonly kind: 'contrary' | 'contradictory'; readonly from: string; readonly to: string }

/** A yes or a no to a position. */
export interface Literal {
  readonly position: string
  readonly holds: boolean
}

/** One step of an argument: `from` makes `to` follow, because of `relation`. */
export interface Step {
  readonly from: Literal
  readonly to: Literal
  readonly relation: Relation
}

/** What follows from a literal: each literal with the shortest chain that leads to it (empty for itself). */
export type Consequences = ReadonlyMap<string, { readonly literal: Literal; readonly chain: readonly Step[] }>

/** The closed issue: ask it what follows. */
export interface Closure {
  /** @returns everything that follows from the literal, itself included, nearest first */
  readonly following: (literal: Literal) => Consequences
}

/** Why no set of relations like this can stand; the sentence names the chain. */
export class ModellingError extends Error {
  override readonly name = 'ModellingError'
}

export const literalKey = ({ position, holds }: Literal): string => (holds ? '+' : '-') + position

const yes = (position: string): Literal => ({ position, holds: true })
const no = (position: string): Literal => ({ position, holds: false })

/** The implications that a relation stands for, both ways round. */
function stepsOf(relation: Relation): Step[] {
  const { kind, from, to } = relation
  if (kind === 'entails') {
    return [
      { from: yes(from), to: yes(to), relation },
      { from: no(to), to: no(from), relation },
    ]
  }
  const excluding = [
    { from: yes(from), to: no(to), relation },
    { from: yes(to), to: no(from), relation },
  ]
  if (kind === 'contrary') return excluding
  return [
    ...excluding,
    { from: no(from), to: yes(to), relation },
    { from: no(to), to: yes(from), relation },
  ]
}

function walk(start: Literal, outgoing: ReadonlyMap<string, readonly Step[]>): Consequences {
  const found = new Map([[literalKey(start), { literal: start, chain: [] as readonly Step[] }]])
  for (const { literal, chain } of found.values()) {
    for (const step of outgoing.get(literalKey(literal)) ?? []) {
      const key = literalKey(step.to)
      if (!found.has(key)) found.set(key, { literal: step.to, chain: [...chain, step] })
    }
  }
  return found
}

/**
 * Close the relations of one issue. Each literal is walked once, when first asked for.
 * Does not judge: see {@link findModellingError}.
 */
export function closeRelations(relations: readonly Relation[]): Closure {
  const outgoing = new Map<string, Step[]>()
  for (const step of relations.flatMap(stepsOf)) {
    const key = literalKey(step.from)
    outgoing.set(key, [...(outgoing.get(key) ?? []), step])
  }
  const walked = new Map<string, Consequences>()
  return {
    following(literal) {
      const key = literalKey(literal)
      const known = walked.get(key) ?? walk(literal, outgoing)
      walked.set(key, known)
      return known
    },
  }
}

/**
 * Spell out `exclusive`: every pair excludes (contrary), except pairs of which one follows from the
 * other, pairs that some position commits to both of, and pairs that already exclude each other.
 * @returns the given relations followed by the added ones, in the order of the positions
 */
export function excludeEveryPair(
  positions: readonly Position[],
  relations: readonly Relation[],
): Relation[] {
  const closure = closeRelations(relations)
  const follows = (from: string, to: string) => closure.following(yes(from)).has(literalKey(yes(to)))
  const related = new Set(
    relations.filter((r) => r.kind !== 'entails').flatMap((r) => [`${r.from} ${r.to}`, `${r.to} ${r.from}`]),
  )
  const added: Relation[] = []
  for (const [i, a] of positions.entries()) {
    for (const b of positions.slice(i + 1)) {
      const joined =
        follows(a.slug, b.slug) ||
        follows(b.slug, a.slug) ||
        positions.some((p) => follows(p.slug, a.slug) && follows(p.slug, b.slug))
      if (joined || related.has(`${a.slug} ${b.slug}`)) continue
      added.push({ kind: 'contrary', from: a.slug, to: b.slug })
    }
  }
  return [...relations, ...added]
}

const describeLiteral = ({ position, holds }: Literal, labels: ReadonlyMap<string, string>) =>
  `${holds ? 'yes' : 'no'} to “${labels.get(position) ?? position}”`

/**
 * Find a position that nobody could hold, or that nobody could reject.
 * @returns the error that names the position and the chain, or undefined when every position is free
 */
export function findModellingError(
  positions: readonly Position[],
  relations: readonly Relation[],
): ModellingError | undefined {
  const closure = closeRelations(relations)
  const labels = new Map(positions.map((p) => [p.slug, p.label]))
  for (const { slug, label } of positions) {
    for (const holds of [true, false]) {
      const opposite = closure.following({ position: slug, holds }).get(literalKey({ position: slug, holds: !holds }))
      if (opposite === undefined) continue
      const chain = [{ position: slug, holds }, ...opposite.chain.map((step) => step.to)]
      const could = holds ? 'hold' : 'reject'
      return new ModellingError(
        `Nobody could ${could} “${label}”: ${chain.map((l) => describeLiteral(l, labels)).join(', so ')}. ` +
          'Take one of these relations away.',
      )
    }
  }
  return undefined
}
