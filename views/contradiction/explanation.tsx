import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { RemarkText } from '../shared/relation.tsx'
import { wording } from '../words/wording.ts'
import { Sentence, isolateNames } from './sentence.tsx'
import { describeRank } from './words.ts'

/** Why this is recorded: the reasoning that a person can check, the rule, and what limits it. */
export const Explanation = ({ x, level = 2 }: { x: RecordedContradiction; level?: 2 | 3 }) => {
  const w = wording().contradiction
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="stack explanation" aria-labelledby="why">
      <Heading id="why">{w.why}</Heading>
      <p class="reasoning" {...asFiled()}>
        <Sentence pieces={isolateNames(x.explanation, namesIn(x))} />
      </p>
      {x.isConditional && (
        <p>
          <RemarkText remark="conditional">{w.onCondition}</RemarkText>
        </p>
      )}
      {x.kind === 'reversal' && <p>{w.isShift}</p>}
      <p class="small muted">
        {w.evidencePeriod(
          x.kind === 'reversal',
          <DateText date={x.firstOn} />,
          <DateText date={x.lastOn} />,
          <Rule x={x} />,
        )}
      </p>
    </section>
  )
}

/** The reasoning is kept as it was filed, in English: elsewhere it is marked as such. */
export const asFiled = () =>
  wording().language === 'en' ? {} : { lang: 'en', dir: 'ltr' as const, 'data-as-written': true }

const Rule = ({ x }: { x: RecordedContradiction }) => (
  <a href={paths.method}>
    <code>{x.rule}</code>
    <span class="visually-hidden">{wording().contradiction.onMethodPage}</span>
  </a>
)

const namesIn = ({ a, b }: RecordedContradiction): string[] =>
  [a, b].flatMap((side) => [side.party.name, side.position ?? ''])

/** Why it is near the top or not; each part with its points, so that nobody has to believe a number. */
export const Rank = ({ x }: { x: RecordedContradiction }) => (
  <section class="stack" aria-labelledby="rank">
    <h2 id="rank">{wording().contradiction.rankTitle}</h2>
    <div class="scroll" tabindex={0} role="region" aria-labelledby="rank-parts">
      <table class="table rank">
        <caption class="visually-hidden" id="rank-parts">
          {wording().contradiction.rankCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{wording().contradiction.whatCounts}</th>
            <th scope="col" class="number">
              {wording().contradiction.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {describeRank(x.rankParts).map(({ says, points, most }) => (
            <tr>
              <td>{says}</td>
              <td class="number">{wording().contradiction.pointsOf(points, most)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{wording().contradiction.rank}</th>
            <td class="number">{wording().contradiction.pointsOf(x.rank, 100)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </section>
)
