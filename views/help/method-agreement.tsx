import { READINGS, compareVerdicts } from '#server/domain/reviewer-agreement.ts'
import type { Verdict } from '#server/domain/reviews.ts'
import { describeAlpha, describeShare } from '../contradiction/agreement-words.ts'
import { wording } from '../words/wording.ts'
import { Lines, RuleTable, type SectionText } from './method-parts.tsx'

/** How agreement between reviewers is counted, with examples that the code works out. */

function repeat(times: number, verdicts: readonly Verdict[]): (readonly Verdict[])[] {
  return Array.from({ length: times }, () => verdicts)
}

/** Made-up contradictions, each with the verdicts of those who judged it. */
const judged: readonly {
  says: keyof ReturnType<typeof wording>['method']['agreement']['judged']
  verdicts: readonly (readonly Verdict[])[]
}[] = [
  {
    says: 'twoKinds',
    verdicts: [
      ...repeat(6, ['conflict', 'conflict']),
      ...repeat(4, ['no conflict', 'no conflict']),
    ],
  },
  {
    says: 'oneKind',
    verdicts: repeat(10, ['conflict', 'conflict']),
  },
  {
    says: 'tension',
    verdicts: [
      ...repeat(5, ['conflict', 'conflict']),
      ...repeat(3, ['no conflict', 'no conflict']),
      ...repeat(2, ['conflict', 'tension']),
    ],
  },
  {
    says: 'cannotTell',
    verdicts: [
      ...repeat(5, ['conflict', 'conflict']),
      ...repeat(3, ['no conflict', 'no conflict']),
      ...repeat(2, ['conflict', 'cannot tell']),
    ],
  },
]

const describeReadings = (verdicts: readonly (readonly Verdict[])[]): string[] =>
  READINGS.map((reading) => {
    const { agreedUnits, units, ...rest } = compareVerdicts(verdicts, reading)
    const alpha = describeAlpha({ agreedUnits, units, ...rest })
    return wording().method.agreement.reading(
      wording().agreement.readings[reading],
      describeShare(agreedUnits, units),
      alpha,
    )
  })

const AgreementRules = () => {
  const w = wording().method.agreement
  const { readings, readingHints, noAlpha } = wording().agreement
  return (
    <>
      <p>{w.counted}</p>
      <RuleTable
        caption={w.compared}
        columns={w.comparedColumns}
        rows={READINGS.map((reading) => [readings[reading], readingHints[reading]])}
      />
      <p>{w.alpha(noAlpha)}</p>
      <RuleTable
        caption={w.ten}
        columns={w.tenColumns}
        rows={judged.map(({ says, verdicts }) => [
          w.judged[says],
          <Lines lines={describeReadings(verdicts)} />,
        ])}
      />
    </>
  )
}

export const agreementSection = (): SectionText => ({
  id: 'agreement',
  title: wording().method.agreement.title,
  body: AgreementRules,
})
