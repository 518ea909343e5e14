import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'

/** Pages that show the whole of a topic, each another side of it. */
const WAYS = [
  ['compare', paths.compare],
  ['matrix', paths.matrix],
  ['groups', paths.groups],
  ['common-ground', paths.commonGround],
  ['timeline', paths.timeline],
] as const

export type Way = (typeof WAYS)[number][0]

/** From one way of looking at a topic to the others, as of the same day where one was asked for. */
export const Ways = ({
  topic,
  current,
  asof,
}: {
  topic: { readonly slug: string }
  current: Way
  asof: string | undefined
}) => (
  <nav class="ways no-print" aria-label={wording().overview.ways.label}>
    {WAYS.map(([way, address]) => (
      <a href={address(topic.slug, { asof })} aria-current={way === current ? 'page' : undefined}>
        {wording().overview.ways[way]}
      </a>
    ))}
  </nav>
)
