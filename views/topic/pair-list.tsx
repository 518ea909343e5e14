import type { PairCounts } from '#server/domain/pair-counts.ts'
import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'

export interface NamedParty {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly part?: 'party' | 'observer' | null | undefined
}

type Counted = 'conflicts' | 'common'

interface PairListProps {
  readonly pairs: readonly PairCounts[]
  readonly parties: readonly NamedParty[]
  readonly topicSlug: string
  readonly of: Counted
  /** On this party's own page only the other is named. */
  readonly own?: string | undefined
  /** The pairs are looked at as of this day; undefined for today. */
  readonly asof?: string | undefined
}

/** Pairs of parties with counts over the issues on which both are on record, never a share of them. */
export const PairList = ({ pairs, parties, topicSlug, of, own, asof }: PairListProps) => {
  const nameOf = new Map(parties.map((party) => [party.slug, party.name]))
  return (
    <ol class="list">
      {pairs.map((pair) => {
        const [a, b] = pair.parties.map((slug) => nameOf.get(slug) ?? slug)
        return (
          <li>
            <a href={paths.compare(topicSlug, { p: pair.parties, asof })}>
              {own === undefined ? (
                wording().overview.pairOf(<bdi>{a}</bdi>, <bdi>{b}</bdi>)
              ) : (
                <bdi>{pair.parties[0] === own ? b : a}</bdi>
              )}
            </a>
            <span class="block small">{wording().topic.pairOn[of](pair[of], pair.both)}</span>
          </li>
        )
      })}
    </ol>
  )
}
