import type { Child } from 'hono/jsx'
import { describeDate } from '#server/domain/date-words.ts'
import type { Day } from '#server/domain/dates.ts'
import {
  type EffectOnContradiction,
  type IssueEffects,
  type PairEffect,
  countEffects,
} from '#server/domain/issue-effects.ts'
import { paths } from '#server/paths.ts'
import { Sentence, isolateNames } from '../contradiction/sentence.tsx'
import { kindWords } from '../contradiction/words.ts'
import { wording } from '../words/wording.ts'
import { counted } from '../shared/stance.tsx'

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
    <h2 id="effects">What this changes</h2>
    <p>{describeEffects(props.effects, props.asOf)}</p>
    <Letters {...props} />
    <Pairs {...props} />
    <Contradictions {...props} title="Newly in contradiction" of={props.effects.begin} />
    <Contradictions {...props} title="No longer in contradiction" of={props.effects.end} />
  </section>
)

/** "As of 24 November 2026: 1 pair of parties is newly in conflict, …" */
export function describeEffects(effects: IssueEffects, asOf: Day): string {
  const { newlyInConflict, noLongerInConflict, newlyAgreed, noLongerAgreed } = countEffects(effects)
  const pairs = (n: number, does: string) => `${counted(n, 'pair')} of parties ${does}`
  const parts = [
    pairs(newlyInConflict, 'newly in conflict'),
    pairs(noLongerInConflict, 'no longer in conflict'),
    pairs(newlyAgreed, 'newly in agreement or on shared ground'),
    pairs(noLongerAgreed, 'no longer so'),
  ]
  const filed = `${counted(effects.begin.length, 'contradiction')} would begin, ${effects.end.length} would end and ${effects.stay} would stay.`
  const isNothing = effects.pairs.length + effects.begin.length + effects.end.length === 0
  const compared = isNothing
    ? 'No cell of the comparison and no contradiction changes.'
    : `${parts.join(', ')}.`
  return `As of ${describeDate(asOf)}: ${compared} ${isNothing ? '' : filed}`.trim()
}

const Letters = ({ effects: { letters } }: EffectsProps) =>
  letters.length === 0 ? null : (
    <p>
      Letters follow the order:{' '}
      {letters.map(({ label, from, to }, i) => (
        <>
          {i > 0 && ', '}“<bdi>{label}</bdi>” is {to}, no longer {from}
        </>
      ))}
      .
    </p>
  )

const Pairs = ({ effects, names, topicSlug, issueSlug }: EffectsProps) =>
  effects.pairs.length === 0 ? null : (
    <div class="scroll" role="region" tabindex={0} aria-label="Pairs of parties that change">
      <table class="table">
        <caption>Pairs of parties in the comparison</caption>
        <thead>
          <tr>
            <th scope="col">Parties</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
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
  relation === undefined ? 'Not compared' : wording().relations[relation]

const PairNames = ({ pair, names }: { pair: PairEffect; names: EffectsProps['names'] }): Child => (
  <>
    <bdi>{names.get(pair.parties[0]) ?? pair.parties[0]}</bdi> and{' '}
    <bdi>{names.get(pair.parties[1]) ?? pair.parties[1]}</bdi>
  </>
)

/** More than this and the buttons below would be out of sight; the rest opens. */
const FEW = 8

const Contradictions = ({
  title,
  of,
  ...props
}: EffectsProps & { title: string; of: readonly EffectOnContradiction[] }) =>
  of.length === 0 ? null : (
    <div class="stack">
      <h3>
        {title} ({of.length})
      </h3>
      <EffectList {...props} of={of.slice(0, FEW)} />
      {of.length > FEW && (
        <details>
          <summary>{counted(of.length - FEW, 'more contradiction')}</summary>
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
          {kindWords[effect.kind]}: {said}{' '}
          {href !== undefined && (
            <a href={href}>
              On record
              <span class="visually-hidden">: {effect.explanation}</span>
            </a>
          )}
        </li>
      )
    })}
  </ul>
)
