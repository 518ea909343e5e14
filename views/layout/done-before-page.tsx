import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'

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
    <h1>This was done before</h1>
    <p class="lede">
      The same was sent before, and it was done on <InstantText at={doneAt} />. It was not done
      again.
    </p>
    <p>{once}</p>
    {!isSignedIn && (
      <p>
        If it made an account or signed you in, and you are not signed in here:{' '}
        <a href={paths.signInForm()}>sign in</a>.
      </p>
    )}
    <p>
      Go{' '}
      {back !== undefined && (
        <>
          back to <a href={back}>the page it was sent from</a>, or{' '}
        </>
      )}
      to the <a href={paths.home}>list of topics</a>.
    </p>
  </>
)
