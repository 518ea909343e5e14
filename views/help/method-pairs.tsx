import { distanceOf } from '#server/domain/party-order.ts'
import { shareStep } from '#server/domain/party-matrix.ts'
import { wording } from '../words/wording.ts'
import { RuleTable, type SectionText } from './method-parts.tsx'

/** How pairs of parties are counted and put in order, with examples that the code works out. */

const counts = [
  { both: 6, conflicts: 5, common: 1 },
  { both: 6, conflicts: 1, common: 5 },
  { both: 6, conflicts: 2, common: 2 },
  { both: 1, conflicts: 1, common: 0 },
  { both: 0, conflicts: 0, common: 0 },
]

const PairRules = () => {
  const w = wording().method.pairs
  return (
    <>
      <p>{w.meet}</p>
      <p>{w.order}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={counts.map(({ both, conflicts, common }) => [
          w.issues(both),
          String(conflicts),
          String(common),
          distanceOf({ both, conflicts, common }).toFixed(2),
          both === 0 ? w.dash : w.shades[shareStep(conflicts, both)],
        ])}
      />
    </>
  )
}

const GroundRules = () => <p>{wording().method.ground.text}</p>

export const pairSections = (): readonly SectionText[] => [
  { id: 'pairs', title: wording().method.pairs.title, body: PairRules },
  { id: 'common-ground', title: wording().method.ground.title, body: GroundRules },
]
