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
export type Consequences = ReadonlyMap<
  string,
  { readonly literal: Literal; readonly chain: readonly Step[] }
>

/** The closed issue: ask it what follows. */
export interface Closure {
  /** @returns everything that follows from the literal, itself included, nearest first */
  readonly following: (literal: Literal) => Consequences
}

/** Why no set of relations like this can stand; the sentence names the chain. */
export class ModellingError extends Error {
  override readonly name = 'ModellingError'
  /** Those of the chain, in its order; some may be spelled out from `exclusive`. */
  readonly relations: readonly Relation[]
  constructor(message: string, relations: readonly Relation[]) {
    super(message)
    this.relations = relations
  }
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
    const known = outgoing.get(key)
    if (known === undefined) outgoing.set(key, [step])
    else known.push(step)
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
 * Spell out `exclusive`: every pair excludes (contrary), except pairs joined by entailment, pairs that
 * some position entails both of, and pairs that already exclude each other. Entailment is the
 * `entails` relation closed transitively, nothing else: what excludes never makes two positions one.
 * @returns the given relations followed by the added ones, in the order of the positions
 */
export function excludeEveryPair(
  positions: readonly Position[],
  relations: readonly Relation[],
): Relation[] {
  const related = relatedPairs(positions, relations)
  const added: Relation[] = []
  for (const [i, a] of positions.entries()) {
    for (const b of positions.slice(i + 1)) {
      if (related.has(pairKey(a.slug, b.slug))) continue
      added.push({ kind: 'contrary', from: a.slug, to: b.slug })
    }
  }
  return [...relations, ...added]
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Pairs that some position entails both of (each entails itself), or that exclude each other. */
function relatedPairs(positions: readonly Position[], relations: readonly Relation[]): Set<string> {
  const excluding = relations.filter((r) => r.kind !== 'entails')
  const related = new Set(excluding.map((r) => pairKey(r.from, r.to)))
  const entailment = closeRelations(relations.filter((r) => r.kind === 'entails'))
  for (const { slug } of positions) {
    const entailed = [...entailment.following(yes(slug)).values()].map((c) => c.literal.position)
    for (const a of entailed) for (const b of entailed) related.add(pairKey(a, b))
  }
  return related
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
      const opposite = closure
        .following({ position: slug, holds })
        .get(literalKey({ position: slug, holds: !holds }))
      if (opposite === undefined) continue
      const chain = [{ position: slug, holds }, ...opposite.chain.map((step) => step.to)]
      const why = chain.map((l) => describeLiteral(l, labels)).join(', so ')
      return new ModellingError(
        holds
          ? `Nobody could hold “${label}”: ${why}. Take one of these relations away.`
          : `Nobody could reject “${label}”: ${why}. Take one of these relations away.`,
        opposite.chain.map((step) => step.relation),
      )
    }
  }
  return undefined
}
