/** Why a web address was not asked, or did not answer. */
export type WebProblem = 'private' | 'no such host' | 'not looked up' | 'not reached' | 'broke off'

/**
 * Nothing came of a web address. Its message is one sentence that says what, and nothing of how this
 * program or its network works inside; what to do instead is for whoever asked to say.
 */
export class WebError extends Error {
  override readonly name = 'WebError'
  readonly problem: WebProblem
  readonly host: string
  constructor(problem: WebProblem, host: string, says: string) {
    super(says)
    this.problem = problem
    this.host = host
  }
}
