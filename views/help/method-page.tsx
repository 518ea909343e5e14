import { conflictSections } from './method-conflicts.tsx'
import { pairSections } from './method-pairs.tsx'
import { positionSections } from './method-positions.tsx'
import { reviewSections } from './method-reviews.tsx'
import { standSections } from './method-stands.tsx'
import { stepSections } from './method-steps.tsx'
import { wording } from '../words/wording.ts'

const listSections = () => [
  ...positionSections(),
  ...conflictSections(),
  ...standSections(),
  ...stepSections(),
  ...pairSections(),
  ...reviewSections(),
]

/** The rules, asked of the code that applies them. */
export const MethodPage = () => {
  const w = wording().method
  const sections = listSections()
  return (
    <>
      <h1>{w.title}</h1>
      <p class="lede">{w.lede}</p>
      <nav aria-label={w.contents}>
        <ol class="key">
          {sections.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div class="prose">
        {sections.map(({ id, title, body: Body }) => (
          <>
            <h2 id={id}>{title}</h2>
            <Body />
          </>
        ))}
      </div>
    </>
  )
}
