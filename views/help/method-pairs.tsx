import { distanceOf } from '#server/domain/party-order.ts'
import { shareStep } from '#server/domain/party-matrix.ts'
import { counted } from '../shared/stance.tsx'
import { RuleTable, type SectionText } from './method-parts.tsx'

/** How pairs of parties are counted and put in order, with examples that the code works out. */

const counts = [
  { both: 6, conflicts: 5, common: 1 },
  { both: 6, conflicts: 1, common: 5 },
  { both: 6, conflicts: 2, common: 2 },
  { both: 1, conflicts: 1, common: 0 },
  { both: 0, conflicts: 0, common: 0 },
]

const shades = ['none', 'up to a quarter', 'up to a half', 'up to three quarters', 'more']

const PairRules = () => (
  <>
    <p>
      Two parties meet on an issue when both have a stand there that commits them. Of these issues,
      those on which they conflict are counted, and those on which they agree or share ground
      without a conflict. An issue with a conflict and common ground is a conflict here. Counts are
      never turned into a percentage: 1 of 2 and 10 of 20 are not the same knowledge.
    </p>
    <p>
      Parties that are most alike stand side by side. How far apart two are is a number from 0 to 1:
      each conflict counts one, each issue on which they neither conflict nor have anything in
      common a half, divided by the issues on which they meet. One more issue that is half and half
      is added to every pair, so that few issues are less sure than many. The closest groups are
      joined first, by the average over their members, and turned so that their closest ends meet.
      Who meets nobody stands last. The order says which parties are alike and nothing else; one
      that stays the same from day to day is that by name, or as recorded.
    </p>
    <RuleTable
      caption="Two parties in counts"
      columns={['They meet on', 'Conflicts', 'In common', 'Apart by', 'Shade of conflicts']}
      rows={counts.map(({ both, conflicts, common }) => [
        counted(both, 'issue'),
        String(conflicts),
        String(common),
        distanceOf({ both, conflicts, common }).toFixed(2),
        both === 0 ? 'a dash' : shades[shareStep(conflicts, both)],
      ])}
    />
  </>
)

const GroundRules = () => (
  <p>
    A party holds a position when a claim that stands says yes to it, or to something from which it
    follows. What two parties or more hold is common ground; that all who speak to the issue hold
    it, or more than half of them, is said with the counts, and who is silent is counted apart. A
    party that is committed to yes and to no is named as being to the contrary. A rejection is in
    common where parties reject the same position themselves. On quantities and dates it is the
    values at which the claims of most parties overlap. What follows for the same parties from
    something else that they hold is named there. Of the conflicts, those are called small in which
    the two also hold something in common, those that only a condition leads to, and those between
    values, by how much they are apart.
  </p>
)

export const pairSections: readonly SectionText[] = [
  { id: 'pairs', title: 'Pairs of parties in counts', body: PairRules },
  { id: 'common-ground', title: 'What several parties hold in common', body: GroundRules },
]
