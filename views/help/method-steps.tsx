import type { Claim, IssueModel } from '#server/domain/claims.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { listSteps } from '#server/domain/steps.ts'
import { wording } from '../words/wording.ts'
import { NORTH, aClaim, bridge, costs } from './method-examples.ts'
import { RuleTable, type SectionText } from './method-parts.tsx'

/** How steps in time are graded and gaps counted, with examples that the code works out. */

interface Sequel {
  readonly words: keyof ReturnType<typeof wording>['method']['steps']['sequels']
  readonly issue: () => IssueModel
  readonly first: Partial<Claim>
  readonly later: Partial<Claim>
}

const KEEP = { position: 'keep' }
const THREE_TO_FOUR = { issue: 'cost', value: { min: 3, max: 4 } }

const sequels: readonly Sequel[] = [
  { words: 'same', issue: bridge, first: KEEP, later: KEEP },
  { words: 'replace', issue: bridge, first: KEEP, later: { position: 'replace' } },
  {
    words: 'denies',
    issue: bridge,
    first: KEEP,
    later: { ...KEEP, stance: 'denies' },
  },
  {
    words: 'leavesOpen',
    issue: bridge,
    first: KEEP,
    later: { ...KEEP, stance: 'leaves-open' },
  },
  {
    words: 'conditional',
    issue: bridge,
    first: KEEP,
    later: { ...KEEP, condition: 'the state pays' },
  },
  {
    words: 'unconditional',
    issue: bridge,
    first: { ...KEEP, condition: 'the state pays' },
    later: KEEP,
  },
  { words: 'staysOpen', issue: bridge, first: KEEP, later: { position: 'open' } },
  {
    words: 'wider',
    issue: costs,
    first: THREE_TO_FOUR,
    later: { ...THREE_TO_FOUR, value: { min: 2, max: 5 } },
  },
  {
    words: 'narrower',
    issue: costs,
    first: THREE_TO_FOUR,
    later: { ...THREE_TO_FOUR, value: { min: 3, max: 3 } },
  },
  {
    words: 'apart',
    issue: costs,
    first: THREE_TO_FOUR,
    later: { ...THREE_TO_FOUR, value: { min: 6, max: 6 } },
  },
]

function gradeSequel({ issue, first, later }: Sequel): string {
  const claims = [
    aClaim({ party: NORTH, said: '2020-03-01', ...first, slug: 'first' }),
    aClaim({ party: NORTH, said: '2020-06-01', ...later, slug: 'later' }),
  ]
  const steps = listSteps('2030-01-01', claims, judgeOf(issue()), 30)
  const grade = steps.find(({ claim }) => claim.slug === 'later')?.grade
  return grade === undefined ? '' : wording().grades[grade]
}

const StepRules = () => {
  const w = wording().method.steps
  return (
    <>
      <p>{w.text}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={sequels.map((sequel) => [w.sequels[sequel.words], gradeSequel(sequel)])}
      />
    </>
  )
}

const GapRules = () => <p>{wording().method.gaps.text}</p>

export const stepSections = (): readonly SectionText[] => [
  { id: 'steps', title: wording().method.steps.title, body: StepRules },
  { id: 'gaps', title: wording().method.gaps.title, body: GapRules },
]
