import { paths } from '#server/paths.ts'
import { isTranslated, translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'

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

/** What a status is called. */
export function headingOf(status: number): string {
  const headings: Partial<Record<number, string>> = wording().problems.headings
  return headings[status] ?? wording().common.thereIsAProblem
}

/** The refusal in the language of whoever reads; the problem's own words where it is none. */
export function sayProblem({ code, says }: Pick<ShownProblem, 'code' | 'says'>): string {
  const refusals: Readonly<Record<string, string>> = wording().refusals
  const own = code.replaceAll('_', '-')
  return Object.hasOwn(refusals, own) ? (refusals[own] ?? says) : translated(says)
}

/** What there is to say about it; a field of an address is named before it as the address writes it. */
export function sayDetail(detail: string): string {
  if (isTranslated(detail)) return translated(detail)
  const [, field = '', says = ''] = /^([\w.]+: )?([^]*)$/.exec(detail) ?? []
  return field + translated(says)
}

const describeProblem = (problem: ShownProblem): string =>
  problem.detail === undefined
    ? sayProblem(problem)
    : `${sayProblem(problem)} ${sayDetail(problem.detail)}`

/** What leads somewhere, of words that a catalogue gives. */
const linkTo = (href: string) => (words: string) => <a href={href}>{words}</a>

/** A whole page about one problem, with the way on. */
export const ProblemPage = ({ problem, requestId }: ProblemProps) => (
  <div class="problem-page">
    <h1>{headingOf(problem.status)}</h1>
    <p class="lede">{describeProblem(problem)}</p>
    <WayOn problem={problem} />
    {problem.status >= 500 && (
      <p class="small muted">{wording().problems.keepsHappening(<code>{requestId}</code>)}</p>
    )}
  </div>
)

const WayOn = ({ problem }: { problem: ShownProblem }) => {
  if (problem.status === 401 || problem.status === 410 || problem.code === 'sign_in_link_not_found')
    return <HowToSignIn />
  return <p>{wording().problems.wayOn(linkTo(paths.home), linkTo(paths.help))}</p>
}

/** The ways in; also part of the help page. */
export const HowToSignIn = () => (
  <>
    <p>{wording().problems.howToSignIn(linkTo(paths.signInForm()))}</p>
    <p>{wording().problems.firstOwner(<code>npm start</code>)}</p>
  </>
)

/** The same above the content of the page, for htmx. */
export const ProblemPart = ({ problem, requestId }: ProblemProps) => (
  <div class="error-summary" role="alert" tabindex={-1} data-error-summary>
    <h2>{headingOf(problem.status)}</h2>
    <p>{describeProblem(problem)}</p>
    {problem.status === 401 && (
      <p>
        {wording().problems.stillHere((words) => (
          <a href={paths.signInForm()} target="_blank" rel="noopener">
            {words}
          </a>
        ))}
      </p>
    )}
    {problem.status >= 500 && (
      <p class="small">{wording().problems.requestNumber(<code>{requestId}</code>)}</p>
    )}
  </div>
)
