/**
 * What two people made of one version of an issue, together: what one changed and the other left alone is
 * taken over; where both changed it, mine stays. Positions and relations are matched by slug. Pure.
 */
import type { DossierIssue, DossierPosition } from './dossier-schema.ts'
import { positionsOf } from './dossier-model.ts'
import { type PairRelation, pairOf, relationIn, tableOf, withTable } from './pair-relations.ts'
import { slugFor } from './slugs.ts'

/** One part of an issue in which two versions differ, in words. */
export interface IssueDifference {
  readonly name: string
  readonly typed: string
  readonly saved: string
  /** Is mine what the merged issue has? */
  readonly isKept: boolean
}

/** The words for the parts of an issue, in one language. */
export interface IssueFactWords {
  readonly question: string
  readonly nature: string
  readonly kind: string
  readonly unit: string
  readonly exclusive: string
  readonly order: string
  readonly position: (slug: string) => string
  readonly description: (slug: string) => string
  /** @param a - as the positions are labelled */
  readonly relation: (a: string, b: string) => string
  readonly name: (party: string) => string
  readonly yes: string
  readonly no: string
  readonly natures: Readonly<Record<DossierIssue['nature'], string>>
  readonly kinds: Readonly<Record<DossierIssue['kind'], string>>
  readonly relations: Readonly<Record<PairRelation, string>>
}

/** With codes as a dossier has them. */
export const ENGLISH_ISSUE_FACTS: IssueFactWords = {
  question: 'Question',
  nature: 'Nature',
  kind: 'How it is answered',
  unit: 'Unit',
  exclusive: 'Positions exclude each other',
  order: 'Order of positions',
  position: (slug) => `Position “${slug}”`,
  description: (slug) => `Description of “${slug}”`,
  relation: (a, b) => `Relation of “${a}” and “${b}”`,
  name: (party) => `Name that ${party} uses`,
  yes: 'yes',
  no: 'no',
  natures: { factual: 'factual', normative: 'normative', predictive: 'predictive' },
  kinds: {
    options: 'options',
    list: 'list',
    'yes-no': 'yes-no',
    quantity: 'quantity',
    date: 'date',
  },
  relations: {
    entails: 'entails',
    entailed: 'entailed',
    equivalent: 'equivalent',
    contrary: 'contrary',
    contradictory: 'contradictory',
  },
}

interface Versions {
  /** What both began with. */
  readonly base: DossierIssue
  readonly saved: DossierIssue
  readonly mine: DossierIssue
}

/** Merge two versions of an issue. Neither loses a position: mine that are new follow theirs. */
export function mergeIssues({ base, saved, mine: typed }: Versions): DossierIssue {
  const mine = withNewSlugs(typed, base, saved)
  const choose = <Value>(of: (issue: DossierIssue) => Value): Value =>
    JSON.stringify(of(mine)) === JSON.stringify(of(base)) ? of(saved) : of(mine)
  const positions = mergePositions({ base, saved, mine })
  const related = withTable(positions, mergeTables({ base, saved, mine }, positions), saved)
  const gone = (saved.positions ?? []).filter((p) => p.mergedInto !== undefined)
  const unit = choose((i) => i.unit)
  const labels = mergeLabels({ base, saved, mine })
  const exclusive = choose((i) => i.exclusive)
  const all = [...(related.positions ?? []), ...gone]
  return {
    slug: saved.slug,
    question: choose((i) => i.question),
    nature: choose((i) => i.nature),
    kind: choose((i) => i.kind),
    ...(unit !== undefined && { unit }),
    ...(labels !== undefined && { labels }),
    ...((all.length > 0 || saved.positions !== undefined) && { positions: all }),
    ...(related.excludes !== undefined && { excludes: related.excludes }),
    ...(exclusive !== undefined && { exclusive }),
  }
}

/** A position that both added under one slug is one where it reads the same, else mine gets another. */
function withNewSlugs(mine: DossierIssue, base: DossierIssue, saved: DossierIssue): DossierIssue {
  const old = new Set((base.positions ?? []).map((p) => p.slug))
  const theirs = new Map((saved.positions ?? []).map((p) => [p.slug, p]))
  const taken = new Set([...theirs.keys(), ...(mine.positions ?? []).map((p) => p.slug)])
  const renamed = new Map<string, string>()
  for (const { slug, label } of mine.positions ?? [])
    if (!old.has(slug) && theirs.has(slug) && theirs.get(slug)?.label !== label) {
      const own = slugFor(label, 'position', taken)
      taken.add(own)
      renamed.set(slug, own)
    }
  const nameOf = (slug: string) => renamed.get(slug) ?? slug
  return {
    ...mine,
    ...(mine.positions && {
      positions: mine.positions.map(({ entails, ...p }) => ({
        ...p,
        slug: nameOf(p.slug),
        ...(entails && { entails: entails.map(nameOf) }),
      })),
    }),
    ...(mine.excludes && {
      excludes: mine.excludes.map(({ pair: [a, b], ...rest }) => ({
        ...rest,
        pair: [nameOf(a), nameOf(b)] as [string, string],
      })),
    }),
  }
}

function mergePositions({ base, saved, mine }: Versions): DossierPosition[] {
  const [old, theirs, ours] = [bySlug(base), bySlug(saved), bySlug(mine)]
  const mergedAway = new Set((saved.positions ?? []).flatMap((p) => (p.mergedInto ? [p.slug] : [])))
  const order = isReordered(old, ours)
    ? [...ours.keys(), ...theirs.keys()]
    : [...theirs.keys(), ...ours.keys()]
  return [...new Set(order)].flatMap((slug) => {
    const [was, their, our] = [old.get(slug), theirs.get(slug), ours.get(slug)]
    if (mergedAway.has(slug)) return []
    if (our === undefined) return was === undefined && their !== undefined ? [their] : []
    // What they took out and I changed comes back: nothing that was typed is lost.
    if (their === undefined) return was === undefined || our.label !== was.label ? [our] : []
    const pick = (key: 'label' | 'description') =>
      was !== undefined && our[key] === was[key] ? their[key] : our[key]
    const description = pick('description')
    return [{ slug, label: pick('label') ?? '', ...(description !== undefined && { description }) }]
  })
}

type Positions = ReadonlyMap<string, DossierPosition>

const bySlug = (issue: DossierIssue): Positions =>
  new Map(positionsOf(issue).map((p) => [p.slug, p]))

const isReordered = (old: Positions, now: Positions): boolean => {
  const kept = [...now.keys()].filter((slug) => old.has(slug))
  return kept.join() !== [...old.keys()].filter((slug) => now.has(slug)).join()
}

function mergeTables({ base, saved, mine }: Versions, positions: readonly DossierPosition[]) {
  const [old, theirs, ours] = [tableOf(base), tableOf(saved), tableOf(mine)]
  const merged = new Map<string, PairRelation>()
  for (const [i, { slug: a }] of positions.entries())
    for (const { slug: b } of positions.slice(i + 1)) {
      const own = relationIn(ours, a, b)
      const relation = own === relationIn(old, a, b) ? relationIn(theirs, a, b) : own
      if (relation !== undefined) merged.set(pairOf(a, b), relation)
    }
  return merged
}

function mergeLabels({ base, saved, mine }: Versions): DossierIssue['labels'] {
  const [old, theirs, ours] = [base.labels ?? {}, saved.labels ?? {}, mine.labels ?? {}]
  const parties = new Set([...Object.keys(theirs), ...Object.keys(ours)])
  const merged = [...parties].flatMap((party) => {
    const text = ours[party] === old[party] ? theirs[party] : ours[party]
    return text === undefined ? [] : [[party, text] as const]
  })
  if (merged.length === 0 && saved.labels === undefined) return undefined
  return Object.fromEntries(merged)
}

/** How parts of an issue are named. */
interface Named {
  /** The name behind the slug of a party. */
  readonly nameOf: (party: string) => string
  /** English unless there are other words. */
  readonly words?: IssueFactWords | undefined
}

/** Where mine and theirs differ, part by part, with what the merged issue has. */
export function differencesOf(
  mine: DossierIssue,
  saved: DossierIssue,
  merged: DossierIssue,
  named: Named,
): IssueDifference[] {
  const [ours, theirs] = [factsOf(mine, named), factsOf(saved, named)]
  const both = factsOf(merged, named)
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name) => {
    const [typed = '', there = ''] = [ours.get(name), theirs.get(name)]
    if (typed === there) return []
    return [{ name, typed, saved: there, isKept: (both.get(name) ?? '') === typed }]
  })
}

function factsOf(
  issue: DossierIssue,
  { nameOf, words = ENGLISH_ISSUE_FACTS }: Named,
): ReadonlyMap<string, string> {
  const positions = positionsOf(issue)
  const table = tableOf({ ...issue, positions })
  const labelOf = new Map(positions.map((p) => [p.slug, p.label]))
  return new Map([
    [words.question, issue.question],
    [words.nature, words.natures[issue.nature]],
    [words.kind, words.kinds[issue.kind]],
    [words.unit, issue.unit ?? ''],
    [words.exclusive, issue.exclusive === true ? words.yes : words.no],
    [words.order, positions.map((p) => p.label).join(' / ')],
    ...positions.flatMap(({ slug, label, description = '' }) => [
      [words.position(slug), label] as const,
      [words.description(slug), description] as const,
    ]),
    ...[...table].map(([key, relation]) => {
      const [a = '', b = ''] = key.split(' ')
      const name = words.relation(labelOf.get(a) ?? a, labelOf.get(b) ?? b)
      return [name, words.relations[relation]] as const
    }),
    ...Object.entries(issue.labels ?? {}).map(
      ([party, text]) => [words.name(nameOf(party)), text] as const,
    ),
  ])
}
