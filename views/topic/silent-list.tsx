import type { Silence } from '#server/domain/comparison.ts'
import type { SilenceCounts } from '#server/domain/pair-counts.ts'
import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'
import type { NamedParty } from './pair-list.tsx'

/** Silence is not neutrality and not agreement: how much of it there is, and of which kind. */
export const SilentList = ({
  silent,
  parties,
}: {
  silent: readonly SilenceCounts[]
  parties: readonly NamedParty[]
}) => (
  <ul class="list">
    {silent.map((counts) => {
      const party = parties.find((p) => p.slug === counts.party)
      return (
        party !== undefined && (
          <li>
            <a href={paths.party(party)}>
              <bdi>{party.name}</bdi>
            </a>
            <span class="block small">
              {wording().topic.silentOn(counts.silent, counts.issues, describeKinds(counts.kinds))}
            </span>
          </li>
        )
      )
    })}
  </ul>
)

const kinds = ['declined', 'none-found', 'not-applicable', 'not-searched'] as const

/** "2 searched, none found; 7 not searched yet". */
export const describeKinds = (counts: Readonly<Record<Silence, number>>): string =>
  kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${wording().inside(wording().silence[kind])}`)
    .join(wording().topic.semicolon)
