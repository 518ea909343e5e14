import { letterOf } from '#server/domain/letters.ts'
import { PositionLetter } from '../shared/relation.tsx'
import { wording } from '../words/wording.ts'
import type { ComparedIssueView } from './issue-view.ts'

/** The id of a position's card. */
export const positionId = (letter: string): string => `position-${letter}`

interface Line {
  readonly bears: 'entails' | 'follows' | 'contrary' | 'contradictory'
  readonly slugs: readonly string[]
}

/** How a position bears on the others, in words; each letter leads to its card. */
export const Relations = ({ slug, issue }: { slug: string; issue: ComparedIssueView }) => {
  const lines = linesOf(slug, issue).filter((line) => line.slugs.length > 0)
  if (lines.length === 0) return null
  const places = new Map(
    issue.judge.issue.positions.map(({ slug: s, label }, i) => [s, { i, label }]),
  )
  return (
    <ul class="relations small">
      {lines.map(({ bears, slugs }) => (
        <li>
          {wording().issue.bears[bears](
            [...new Set(slugs)]
              .map((other) => places.get(other))
              .filter((place) => place !== undefined)
              .sort((a, b) => a.i - b.i)
              .map(({ i, label }) => (
                <>
                  <a href={`#${positionId(letterOf(i))}`}>
                    <PositionLetter letter={letterOf(i)} />
                    <span class="visually-hidden">: {label}</span>
                  </a>{' '}
                </>
              )),
          )}
        </li>
      ))}
    </ul>
  )
}

function linesOf(slug: string, { judge }: ComparedIssueView): Line[] {
  const { relations } = judge.issue
  const excluded = (kind: 'contrary' | 'contradictory') =>
    relations
      .filter((r) => r.kind === kind && (r.from === slug || r.to === slug))
      .map((r) => (r.from === slug ? r.to : r.from))
  const entailed = relations.filter((r) => r.kind === 'entails')
  return [
    { bears: 'entails', slugs: entailed.filter((r) => r.from === slug).map((r) => r.to) },
    { bears: 'follows', slugs: entailed.filter((r) => r.to === slug).map((r) => r.from) },
    { bears: 'contrary', slugs: excluded('contrary') },
    { bears: 'contradictory', slugs: excluded('contradictory') },
  ]
}
