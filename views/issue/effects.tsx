import type { Child } from 'hono/jsx'
import type { Day } from '#server/domain/dates.ts'
import {
  type EffectOnContradiction,
  type IssueEffects,
  type PairEffect,
  countEffects,
} from '#server/domain/issue-effects.ts'
import { paths } from '#server/paths.ts'
import { Sentence, isolateNames } from '../contradiction/sentence.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

export interface EffectsProps {
  readonly effects: IssueEffects
  readonly asOf: Day
  readonly topicSlug: string
  readonly issueSlug: string
  /** Of parties, by slug. */
  readonly names: ReadonlyMap<string, string>
  /** The page of a contradiction on record, where there is one. */
  readonly hrefOf: (effect: EffectOnContradiction) => string | undefined
}

/** What a change would change, in counts and words, before anything is saved. */
export const Effects = (props: EffectsProps) => (
  <section class="stack effects" aria-labelledby="effects">
    <h2 id="effects">{wording().issueForm.effects}</h2>
    <p>{describeEffects(props.effects, props.asOf)}</p>
    <Letters {...props} />
    <Pairs {...props} />
    <Contradictions {...props} title={wording().issueForm.begin} of={props.effects.begin} />
    <Contradictions {...props} title={wording().issueForm.end} of={props.effects.end} />
  </section>
)

/** "As of 24 November 2026: 1 pair of parties is newly in conflict, …" */
export function describeEffects(effects: IssueEffects, asOf: Day): string {
  const [begin, end] = [effects.begin.length, effects.end.length]
  const { changes, changesNothing } = wording().issueForm
  const day = describeDate(asOf)
  if (effects.pairs.length + begin + end === 0) return changesNothing(day)
  return changes(day, countEffects(effects), { begin, end, stay: effects.stay })
}

const Letters = ({ effects: { letters } }: EffectsProps) =>
  letters.length === 0 ? null : (
    <p>
      {wording().issueForm.letters(
        letters.map(({ label, from, to }, i) => (
          <>
            {i > 0 && wording().common.comma}
            {wording().issueForm.letter(<bdi>{label}</bdi>, to, from)}
          </>
        )),
      )}
    </p>
  )

const Pairs = ({ effects, names, topicSlug, issueSlug }: EffectsProps) =>
  effects.pairs.length === 0 ? null : (
    <div class="scroll" role="region" tabindex={0} aria-label={wording().issueForm.changedPairs}>
      <table class="table">
        <caption>{wording().issueForm.comparedPairs}</caption>
        <thead>
          <tr>
            <th scope="col">{wording().issueForm.parties}</th>
            <th scope="col">{wording().issueForm.now}</th>
            <th scope="col">{wording().issueForm.afterwards}</th>
          </tr>
        </thead>
        <tbody>
          {effects.pairs.map((pair) => (
            <tr>
              <th scope="row">
                <a href={paths.compare(topicSlug, { p: [...pair.parties], issue: issueSlug })}>
                  <PairNames pair={pair} names={names} />
                </a>
              </th>
              <td>{wordOf(pair.from)}</td>
              <td>{wordOf(pair.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )

const wordOf = (relation: PairEffect['from']): string =>
  relation === undefined ? wording().issueForm.notCompared : wording().relations[relation]

const PairNames = ({ pair, names }: { pair: PairEffect; names: EffectsProps['names'] }): Child => {
  const nameOf = (slug: string) => <bdi>{names.get(slug) ?? slug}</bdi>
  return wording().overview.pairOf(nameOf(pair.parties[0]), nameOf(pair.parties[1]))
}

/** More than this and the buttons below would be out of sight; the rest opens. */
const FEW = 8

const Contradictions = ({
  title,
  of,
  ...props
}: EffectsProps & { title: (n: number) => string; of: readonly EffectOnContradiction[] }) =>
  of.length === 0 ? null : (
    <div class="stack">
      <h3>{title(of.length)}</h3>
      <EffectList {...props} of={of.slice(0, FEW)} />
      {of.length > FEW && (
        <details>
          <summary>{wording().issueForm.moreContradictions(of.length - FEW)}</summary>
          <EffectList {...props} of={of.slice(FEW)} />
        </details>
      )}
    </div>
  )

const EffectList = ({
  of,
  names,
  hrefOf,
}: EffectsProps & { of: readonly EffectOnContradiction[] }) => (
  <ul class="list">
    {of.map((effect) => {
      const href = hrefOf(effect)
      const said = <Sentence pieces={isolateNames(effect.explanation, [...names.values()])} />
      return (
        <li>
          {wording().issueForm.kindOf(wording().contradiction.kinds[effect.kind], said)}{' '}
          {href !== undefined && (
            <a href={href}>
              {wording().issueForm.onRecord}
              <span class="visually-hidden">: {effect.explanation}</span>
            </a>
          )}
        </li>
      )
    })}
  </ul>
)
