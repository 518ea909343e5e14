import type { Claim, IssueModel } from '#server/domain/claims.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { listSteps } from '#server/domain/steps.ts'
import { wording } from '../words/wording.ts'
import { BRIDGE, COSTS, NORTH, aClaim } from './method-examples.ts'
import { RuleTable, type SectionText } from './method-parts.tsx'

/** How steps in time are graded and gaps counted, with examples that the code works out. */

interface Sequel {
  readonly words: string
  readonly issue: IssueModel
  readonly first: Partial<Claim>
  readonly later: Partial<Claim>
}

const KEEP = { position: 'keep' }
const THREE_TO_FOUR = { issue: 'cost', value: { min: 3, max: 4 } }

const sequels: readonly Sequel[] = [
  { words: 'Keep it; keep it', issue: BRIDGE, first: KEEP, later: KEEP },
  { words: 'Keep it; replace it', issue: BRIDGE, first: KEEP, later: { position: 'replace' } },
  {
    words: 'Keep it; not keep it',
    issue: BRIDGE,
    first: KEEP,
    later: { ...KEEP, stance: 'denies' },
  },
  {
    words: 'Keep it; leaves open whether to',
    issue: BRIDGE,
    first: KEEP,
    later: { ...KEEP, stance: 'leaves-open' },
  },
  {
    words: 'Keep it; keep it if the state pays',
    issue: BRIDGE,
    first: KEEP,
    later: { ...KEEP, condition: 'the state pays' },
  },
  {
    words: 'Keep it if the state pays; keep it',
    issue: BRIDGE,
    first: { ...KEEP, condition: 'the state pays' },
    later: KEEP,
  },
  { words: 'Keep it; it stays open', issue: BRIDGE, first: KEEP, later: { position: 'open' } },
  {
    words: '3 to 4; 2 to 5',
    issue: COSTS,
    first: THREE_TO_FOUR,
    later: { ...THREE_TO_FOUR, value: { min: 2, max: 5 } },
  },
  {
    words: '3 to 4; 3',
    issue: COSTS,
    first: THREE_TO_FOUR,
    later: { ...THREE_TO_FOUR, value: { min: 3, max: 3 } },
  },
  {
    words: '3 to 4; 6',
    issue: COSTS,
    first: THREE_TO_FOUR,
    later: { ...THREE_TO_FOUR, value: { min: 6, max: 6 } },
  },
]

function gradeSequel({ issue, first, later }: Sequel): string {
  const claims = [
    aClaim({ party: NORTH, said: '2020-03-01', ...first, slug: 'first' }),
    aClaim({ party: NORTH, said: '2020-06-01', ...later, slug: 'later' }),
  ]
  const steps = listSteps('2030-01-01', claims, judgeOf(issue), 30)
  const grade = steps.find(({ claim }) => claim.slug === 'later')?.grade
  return grade === undefined ? '' : wording().grades[grade]
}

const StepRules = () => (
  <>
    <p>
      Each statement is measured against what it supersedes, and against the same statement made
      before. Where it does several things, the heaviest is named: reversed before qualified before
      newly stated before unchanged. Reversed: it conflicts with what was held, both in the party’s
      own words. Qualified: the same position with a weaker stance, under a condition that was not
      named before, or a wider value. Unchanged: the same stance on the same position. Newly stated:
      anything else. A grade weighs nothing: a position may be reversed for the best of reasons.
    </p>
    <RuleTable
      caption="What the second statement of a party is"
      columns={['The first, then the second', 'Step']}
      rows={sequels.map((sequel) => [sequel.words, gradeSequel(sequel)])}
    />
  </>
)

const GapRules = () => (
  <p>
    Whether a gap narrowed is told in counts. On each day on which anything changed, the issues are
    counted on which two parties conflicted, on which they agreed or shared ground without a
    conflict, on which they did neither, and on which not both had said anything that commits them.
    What each held on the day decides, never what was said before or after it.
  </p>
)

export const stepSections: readonly SectionText[] = [
  { id: 'steps', title: 'Steps in time', body: StepRules },
  { id: 'gaps', title: 'Gaps over time', body: GapRules },
]
