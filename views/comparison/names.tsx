import type { Child } from 'hono/jsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import type { PartyView, Table } from './comparison-view.ts'

/** Names in a sentence, each isolated: scripts of both directions may stand side by side. */
export const Names = ({ parties }: { parties: readonly PartyView[] }) => (
  <>
    {parties.map(({ name }, i) => (
      <>
        {i > 0 &&
          (i === parties.length - 1 ? wording().comparison.lastAnd : wording().comparison.comma)}
        <bdi>{name}</bdi>
      </>
    ))}
  </>
)

/** Names are listed up to here and counted beyond. */
const MOST_NAMES = 4

/** What the table holds; also the name of the region that it scrolls in. */
export const Caption = ({
  table: { parties, baseline, asOf },
  children,
}: {
  table: Pick<Table, 'parties' | 'baseline' | 'asOf'>
  children?: Child
}) => (
  <span>
    {wording().comparison.caption(
      parties.length > MOST_NAMES ? (
        wording().comparison.countedParties(parties.length)
      ) : (
        <Names parties={parties} />
      ),
      describeDate(asOf),
      baseline !== undefined && parties.length > 1 ? <bdi>{baseline.name}</bdi> : undefined,
    )}
    {children}
  </span>
)
