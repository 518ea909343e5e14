import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'

export interface DoneBeforePageProps {
  readonly doneAt: Date
  /** What is said of answers that show something once. */
  readonly once: string
  /** The page that the form was sent from, where the browser says which. */
  readonly back: string | undefined
  readonly isSignedIn: boolean
}

/** For whoever sends again what was done, and was not answered by leading anywhere. */
export const DoneBeforePage = ({ doneAt, once, back, isSignedIn }: DoneBeforePageProps) => (
  <>
    <h1>{wording().problems.doneBefore}</h1>
    <p class="lede">{wording().problems.doneOn(<InstantText at={doneAt} />)}</p>
    <p>{translated(once)}</p>
    {!isSignedIn && <p>{wording().problems.ifSignedIn(linkTo(paths.signInForm()))}</p>}
    <p>
      {back === undefined
        ? wording().problems.goToTopics(linkTo(paths.home))
        : wording().problems.goBack(linkTo(back), linkTo(paths.home))}
    </p>
  </>
)

const linkTo = (href: string) => (words: string) => <a href={href}>{words}</a>
