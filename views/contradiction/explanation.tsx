import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { RemarkText } from '../shared/relation.tsx'
import { Sentence, isolateNames } from './sentence.tsx'
import { describeRank } from './words.ts'

/** Why this is recorded: the reasoning that a person can check, the rule, and what limits it. */
export const Explanation = ({ x, level = 2 }: { x: RecordedContradiction; level?: 2 | 3 }) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="stack explanation" aria-labelledby="why">
      <Heading id="why">Why this is recorded</Heading>
      <p class="reasoning">
        <Sentence pieces={isolateNames(x.explanation, namesIn(x))} />
      </p>
      {x.isConditional && (
        <p>
          <RemarkText remark="conditional">
            At least one side speaks under a condition: the conflict holds only where that condition
            does.
          </RemarkText>
        </p>
      )}
      {x.kind === 'reversal' && (
        <p>
          A party that changes its position does not contradict itself on one day: this is recorded
          as a shift over time.
        </p>
      )}
      <p class="small muted">
        {x.kind === 'reversal' ? 'First evidence ' : 'Both sides on record since '}
        <DateText date={x.firstOn} />, newest evidence <DateText date={x.lastOn} />. Rule{' '}
        <a href={paths.method}>
          <code>{x.rule}</code>
          <span class="visually-hidden">, described on the method page</span>
        </a>
        .
      </p>
    </section>
  )
}

const namesIn = ({ a, b }: RecordedContradiction): string[] =>
  [a, b].flatMap((side) => [side.party.name, side.position ?? ''])

/** Why it is near the top or not; each part with its points, so that nobody has to believe a number. */
export const Rank = ({ x }: { x: RecordedContradiction }) => (
  <section class="stack" aria-labelledby="rank">
    <h2 id="rank">Why it stands where it does</h2>
    <div class="scroll" tabindex={0} role="region" aria-labelledby="rank-parts">
      <table class="table rank">
        <caption class="visually-hidden" id="rank-parts">
          Parts of the rank, with points
        </caption>
        <thead>
          <tr>
            <th scope="col">What counts</th>
            <th scope="col" class="number">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {describeRank(x.rankParts).map(({ says, points, most }) => (
            <tr>
              <td>{says}</td>
              <td class="number">
                {points} of {most}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Rank</th>
            <td class="number">{x.rank} of 100</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </section>
)
