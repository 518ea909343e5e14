import { conflictSections } from './method-conflicts.tsx'
import { pairSections } from './method-pairs.tsx'
import { positionSections } from './method-positions.tsx'
import { reviewSections } from './method-reviews.tsx'
import { standSections } from './method-stands.tsx'
import { stepSections } from './method-steps.tsx'

const sections = [
  ...positionSections,
  ...conflictSections,
  ...standSections,
  ...stepSections,
  ...pairSections,
  ...reviewSections,
]

/** The rules, asked of the code that applies them. */
export const MethodPage = () => (
  <>
    <h1>Method</h1>
    <p class="lede">
      Every rule by which Gainsay says that two parties agree or conflict. The tables and examples
      are worked out by the program itself when this page is made.
    </p>
    <nav aria-label="Contents">
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
