import { letterOf } from '#server/domain/letters.ts'
import { PositionLetter } from '../shared/relation.tsx'
import type { ComparedIssueView } from './issue-view.ts'

/** The id of a position's card. */
export const positionId = (letter: string): string => `position-${letter}`

interface Line {
  readonly before: string
  readonly slugs: readonly string[]
  readonly after: string
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
      {lines.map(({ before, slugs, after }) => (
        <li>
          {before}{' '}
          {[...new Set(slugs)]
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
            ))}
          {after}
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
    {
      before: 'Entails',
      slugs: entailed.filter((r) => r.from === slug).map((r) => r.to),
      after: '',
    },
    {
      before: 'Follows from',
      slugs: entailed.filter((r) => r.to === slug).map((r) => r.from),
      after: '',
    },
    { before: 'Excludes', slugs: excluded('contrary'), after: '(both may fail)' },
    { before: 'Exactly one holds: this or', slugs: excluded('contradictory'), after: '' },
  ]
}
