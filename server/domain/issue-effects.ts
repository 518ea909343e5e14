/**
 * What changing an issue, or what its claims are about, would change: relations between parties on a day
 * and contradictions, worked out from both records without writing anything. Pure.
 */
import type { RelationWord } from './comparison.ts'
import { contradictionsOn } from './contradictions-then.ts'
import type { FoundContradiction, StandingSide } from './contradictions.ts'
import { explainContradiction } from './contradictions.ts'
import { judgeOf } from './conflicts.ts'
import type { Day } from './dates.ts'
import { modelOf, positionsOf } from './dossier-model.ts'
import type { DossierSide } from './dossier-schema.ts'
import type { ExplanationWords } from './explanation.ts'
import { letterOf } from './letters.ts'
import { type RecordThen, compareThen } from './record-then.ts'
import type { ContradictionKind } from './reviews.ts'

/** One pair of parties in the comparison, before and after; undefined where not both commit. */
export interface PairEffect {
  readonly parties: readonly [string, string]
  readonly from: RelationWord | undefined
  readonly to: RelationWord | undefined
}

/** A contradiction as far as it can be known without being filed. */
export interface EffectOnContradiction {
  readonly kind: ContradictionKind
  readonly a: DossierSide
  readonly b: DossierSide
  readonly explanation: string
}

/** A position whose letter changes. */
export interface LetterEffect {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** Everything that a change would change. */
export interface IssueEffects {
  readonly pairs: readonly PairEffect[]
  /** Conflicts that would hold and hold not now. */
  readonly begin: readonly EffectOnContradiction[]
  /** Conflicts that hold now and would no longer. */
  readonly end: readonly EffectOnContradiction[]
  /** Conflicts that hold before and after. */
  readonly stay: number
  /** Letters follow the order of the positions. */
  readonly letters: readonly LetterEffect[]
}

/** How an issue's claims are read: one record as it is, and one as it would be. */
export interface Compared {
  readonly before: RecordThen
  readonly after: RecordThen
  readonly slug: string
  /** Who holds what is compared on this day. */
  readonly day: Day
  /** The position that another one's place is taken by: the same sides then are not another conflict. */
  readonly renamed?: ReadonlyMap<string, string> | undefined
  /** Of why sides conflict; English unless there are others. */
  readonly words?: ExplanationWords | undefined
}

/** Compare an issue as it is with the issue as it would be. */
export function findEffects({ before, after, slug, day, renamed, words }: Compared): IssueEffects {
  const nameOf = (position: string) => renamed?.get(position) ?? position
  const [was, will] = [openOn(before, slug), openOn(after, slug)]
  const [old, now] = [new Set(was.map((x) => keyOf(x, nameOf))), new Set(will.map((x) => keyOf(x)))]
  const begin = will.filter((x) => !old.has(keyOf(x)))
  return {
    pairs: pairEffects(before, after, slug, day),
    begin: begin.map((x) => describe({ record: after, slug, words }, x)),
    end: was
      .filter((x) => !now.has(keyOf(x, nameOf)))
      .map((x) => describe({ record: before, slug, words }, x)),
    stay: will.length - begin.length,
    letters: letterEffects(before, after, slug),
  }
}

function letterEffects(before: RecordThen, after: RecordThen, slug: string): LetterEffect[] {
  const lettersOf = (record: RecordThen) => {
    const issue = record.issues.find((one) => one.slug === slug)
    return new Map((issue ? positionsOf(issue) : []).map((p, i) => [p.slug, { ...p, i }]))
  }
  const [was, will] = [lettersOf(before), lettersOf(after)]
  return [...will.values()].flatMap(({ slug: position, label, i }) => {
    const old = was.get(position)
    if (old === undefined || old.i === i) return []
    return [{ label, from: letterOf(old.i), to: letterOf(i) }]
  })
}

type Found = FoundContradiction<StandingSide>

/** What conflicts and has not ended: reversals are always such. */
const openOn = (record: RecordThen, slug: string): Found[] =>
  contradictionsOn(record, slug).filter(({ until }) => until === undefined)

/** The identity of a contradiction: its pair of sides, and its kind. */
function keyOf({ kind, a, b }: Found, nameOf = (position: string) => position): string {
  const sides = [a, b].map(({ party, stance, position, value }) =>
    JSON.stringify([
      party,
      stance,
      position === undefined ? null : nameOf(position),
      value ?? null,
    ]),
  )
  return [kind, ...sides.sort()].join(' ')
}

interface Spoken {
  readonly record: RecordThen
  readonly slug: string
  readonly words: ExplanationWords | undefined
}

function describe({ record, slug, words }: Spoken, found: Found): EffectOnContradiction {
  const issue = record.issues.find((one) => one.slug === slug)
  const explanation =
    issue === undefined ? '' : explainContradiction(judgeOf(modelOf(issue)), found, words)
  return { kind: found.kind, a: sideOf(found.a), b: sideOf(found.b), explanation }
}

const sideOf = ({ party, stance, position, value }: StandingSide): DossierSide => ({
  party,
  stance,
  ...(position !== undefined && { position }),
  ...(value !== undefined && { value }),
})

function pairEffects(before: RecordThen, after: RecordThen, slug: string, day: Day): PairEffect[] {
  const relationsOf = (record: RecordThen) => {
    const [issue] = compareThen(record, { asOf: day, issue: slug }).issues
    const pairs = issue?.comparison.pairs ?? []
    return new Map(pairs.map((pair) => [pair.parties.join(' '), pair]))
  }
  const [was, will] = [relationsOf(before), relationsOf(after)]
  return [...new Set([...was.keys(), ...will.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), will.get(key)]
    const parties = (old ?? now)?.parties
    if (parties === undefined || old?.relation === now?.relation) return []
    return [{ parties, from: old?.relation, to: now?.relation }]
  })
}

/** Effects on pairs in counts, by what becomes of them. */
export function countEffects({ pairs }: Pick<IssueEffects, 'pairs'>) {
  const count = (of: (pair: PairEffect) => boolean) => pairs.filter(of).length
  const isCommon = (word: RelationWord | undefined) =>
    word === 'agreement' || word === 'shared-ground'
  return {
    newlyInConflict: count((p) => p.to === 'conflict'),
    noLongerInConflict: count((p) => p.from === 'conflict'),
    newlyAgreed: count((p) => isCommon(p.to) && !isCommon(p.from)),
    noLongerAgreed: count((p) => isCommon(p.from) && !isCommon(p.to)),
  }
}
