import type { Child } from 'hono/jsx'
import { describeDate } from '#server/domain/date-words.ts'
import type { PartyView, Table } from './comparison-view.ts'

/** Names in a sentence, each isolated: scripts of both directions may stand side by side. */
export const Names = ({ parties }: { parties: readonly PartyView[] }) => (
  <>
    {parties.map(({ name }, i) => (
      <>
        {i > 0 && (i === parties.length - 1 ? ' and ' : ', ')}
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
    Positions of{' '}
    {parties.length > MOST_NAMES ? `${parties.length} parties` : <Names parties={parties} />} as of{' '}
    {describeDate(asOf)}
    {baseline !== undefined && parties.length > 1 && (
      <>
        , compared with <bdi>{baseline.name}</bdi>
      </>
    )}
    {children}
  </span>
)
