import { paths } from '#server/paths.ts'

/** Pages that show the whole of a topic, each another side of it. */
const WAYS = [
  ['compare', 'Positions side by side', paths.compare],
  ['matrix', 'Party by party', paths.matrix],
  ['groups', 'Group by group', paths.groups],
  ['common-ground', 'Common ground', paths.commonGround],
  ['timeline', 'Over time', paths.timeline],
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
  <nav class="ways no-print" aria-label="Ways to look at this topic">
    {WAYS.map(([way, words, address]) => (
      <a href={address(topic.slug, { asof })} aria-current={way === current ? 'page' : undefined}>
        {words}
      </a>
    ))}
  </nav>
)
