import { paths } from '#server/paths.ts'

/** What is shown of something that went wrong; see server/http/problem.tsx. */
export interface ShownProblem {
  readonly code: string
  readonly status: number
  readonly says: string
  readonly detail?: string | undefined
}

interface ProblemProps {
  readonly problem: ShownProblem
  readonly requestId: string
}

const headings: Partial<Record<number, string>> = {
  400: 'This could not be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Changed meanwhile',
  410: 'No longer valid',
  413: 'Too large',
  415: 'Unknown format',
  421: 'Another server',
  429: 'Too many attempts',
  500: 'Something went wrong',
  503: 'Not available just now',
}

export const headingOf = (status: number): string => headings[status] ?? 'There is a problem'

/** A whole page about one problem, with the way on. */
export const ProblemPage = ({ problem, requestId }: ProblemProps) => (
  <div class="problem-page">
    <h1>{headingOf(problem.status)}</h1>
    <p class="lede">
      {problem.says}
      {problem.detail === undefined ? '' : ` ${problem.detail}`}
    </p>
    <WayOn problem={problem} />
    {problem.status >= 500 && (
      <p class="small muted">
        If it keeps happening, report this with the request number <code>{requestId}</code>.
      </p>
    )}
  </div>
)

const WayOn = ({ problem }: { problem: ShownProblem }) => {
  if (problem.status === 401 || problem.status === 410 || problem.code === 'sign_in_link_not_found')
    return <HowToSignIn />
  return (
    <p>
      Go to the <a href={paths.home}>list of topics</a> or read the <a href={paths.help}>help</a>.
    </p>
  )
}

/** The ways in; also part of the help page. */
export const HowToSignIn = () => (
  <>
    <p>
      People with an account <a href={paths.signInForm()}>sign in</a> with their e-mail address and
      a password. A passkey takes the place of both once it was added on one’s account page.
      Accounts are made by invitation: ask an editor or an owner of this site for a link. Whoever
      lost their way in asks an owner for a sign-in link.
    </p>
    <p>
      The first owner needs neither: each time Gainsay starts with <code>npm start</code> it prints
      a sign-in link. The link works once and for 30 minutes.
    </p>
  </>
)

/** The same above the content of the page, for htmx. */
export const ProblemPart = ({ problem, requestId }: ProblemProps) => (
  <div class="error-summary" role="alert" tabindex={-1} data-error-summary>
    <h2>{headingOf(problem.status)}</h2>
    <p>
      {problem.says}
      {problem.detail === undefined ? '' : ` ${problem.detail}`}
    </p>
    {problem.status === 401 && (
      <p>
        What you typed is still here.{' '}
        <a href={paths.signInForm()} target="_blank" rel="noopener">
          Sign in (opens a new tab)
        </a>
        , then send it again.
      </p>
    )}
    {problem.status >= 500 && (
      <p class="small">
        Request number <code>{requestId}</code>
      </p>
    )}
  </div>
)
