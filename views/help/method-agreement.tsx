import { READINGS, compareVerdicts } from '#server/domain/reviewer-agreement.ts'
import type { Verdict } from '#server/domain/reviews.ts'
import {
  NO_ALPHA,
  describeAlpha,
  describeShare,
  readingHints,
  readingWords,
} from '../contradiction/agreement-words.ts'
import { Lines, RuleTable, type SectionText } from './method-parts.tsx'

/** How agreement between reviewers is counted, with examples that the code works out. */

function repeat(times: number, verdicts: readonly Verdict[]): (readonly Verdict[])[] {
  return Array.from({ length: times }, () => verdicts)
}

/** Made-up contradictions, each with the verdicts of those who judged it. */
const judged: readonly { says: string; verdicts: readonly (readonly Verdict[])[] }[] = [
  {
    says: 'Both always say the same, of two kinds.',
    verdicts: [
      ...repeat(6, ['conflict', 'conflict']),
      ...repeat(4, ['no conflict', 'no conflict']),
    ],
  },
  {
    says: 'Both always say the same, of one kind.',
    verdicts: repeat(10, ['conflict', 'conflict']),
  },
  {
    says: 'A tension for the one is a conflict for the other, twice.',
    verdicts: [
      ...repeat(5, ['conflict', 'conflict']),
      ...repeat(3, ['no conflict', 'no conflict']),
      ...repeat(2, ['conflict', 'tension']),
    ],
  },
  {
    says: 'One cannot tell, twice.',
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
    return `${readingWords[reading]}: ${describeShare(agreedUnits, units)}; alpha ${alpha.toLowerCase()}`
  })

const AgreementRules = () => (
  <>
    <p>
      Each topic tells how far its reviewers agree: in how many of the contradictions that two or
      more of them judged, and by Krippendorff’s alpha. Only reviews that hold are counted, and only
      those of contradictions that are settled, since verdicts on others are hidden. What reviewers
      differ on counts once an editor has settled it; until then agreement over all reviews may be
      lower than what is shown. A contradiction that one reviewer judged is left out.
    </p>
    <RuleTable
      caption="What is compared"
      columns={['Compared by', 'How']}
      rows={READINGS.map((reading) => [readingWords[reading], readingHints[reading]])}
    />
    <p>
      Alpha sets the disagreement that is there against the disagreement that would be there if the
      same verdicts were dealt out by chance: 1 is agreement throughout, 0 is what chance gives.
      Where all verdicts are the same one, chance could not have told reviewers apart either, and
      the page says “{NO_ALPHA.toLowerCase()}”. The definition is that of Klaus Krippendorff,{' '}
      <cite>Computing Krippendorff’s Alpha-Reliability</cite> (2011), for nominal data and, where
      verdicts are steps, ordinal data.
    </p>
    <RuleTable
      caption="Ten contradictions, two reviewers each"
      columns={['Verdicts', 'Agreement']}
      rows={judged.map(({ says, verdicts }) => [
        says,
        <Lines lines={describeReadings(verdicts)} />,
      ])}
    />
  </>
)

export const agreementSection: SectionText = {
  id: 'agreement',
  title: 'Agreement between reviewers',
  body: AgreementRules,
}
