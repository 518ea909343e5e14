import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Done } from '#db/queries/idempotency-keys.ts'
import { Refusal } from '#server/domain/errors.ts'
import { describeInstant } from '#views/shared/date-text.tsx'
import { DoneBeforePage } from '#views/layout/done-before-page.tsx'
import { KeyReusedPage } from '#views/layout/key-reused-page.tsx'
import { speaking, wording } from '#views/words/wording.ts'
import { type AppContext, ownOrigin } from './context.ts'
import { isForm, readForm } from './form.ts'
import { wantsJson } from './problem.tsx'
import { goTo, respond, wantsPart } from './respond.tsx'

/** What somebody is told who sends again what was done, or something else under its key. */

const SEEN_ONCE =
  'What was answered then is not kept. If it was a link, a token or a secret: that is shown only once. Take back or end the one that was made, and make another.'

/** The answer to what was done before: where that led, or that it was done and when. */
export async function answerDoneBefore(
  c: AppContext,
  { status, location, doneAt }: Done,
): Promise<Response> {
  if (location !== null && status !== null && status >= 300) return goTo(c, location)
  if (status === 204) return c.body(null, 204)
  const kept = (status ?? 200) as ContentfulStatusCode
  c.header('Cache-Control', 'no-store')
  if (location !== null) c.header('Location', location)
  if (wantsJson(c)) {
    const at = doneAt.toISOString()
    return c.json({ title: 'Done before', status: kept, doneAt: at, detail: SEEN_ONCE }, kept)
  }
  // The page around the part shows what is there now.
  if (wantsPart(c)) {
    c.header('HX-Refresh', 'true')
    return c.body(null, 200)
  }
  const isSignedIn = c.var.viewer !== undefined
  return await respond(c, {
    title: wording().problems.doneBefore,
    status: kept,
    width: 'reading',
    page: <DoneBeforePage {...{ doneAt, isSignedIn }} once={SEEN_ONCE} back={backOf(c)} />,
  })
}

/** The page of ours that it was sent from, as the browser says. */
function backOf(c: AppContext): string | undefined {
  const from = c.req.header('Referer') ?? ''
  const url = URL.canParse(from) ? new URL(from) : undefined
  return url?.origin === ownOrigin(c) ? url.pathname + url.search : undefined
}

/** What is never written into a page. */
const SECRETS = /password|credential|passkey|token|secret/i

/**
 * Refuse other content under a key that was used. People get it back on a page that sends it under a key
 * of its own.
 * @throws {Refusal} key-reused to programs
 */
export async function refuseReused(c: AppContext, doneAt: Date): Promise<Response> {
  const when = speaking('en', () => describeInstant(doneAt))
  const detail = `It was used on ${when}.`
  if (wantsJson(c) || c.var.viewer === undefined || !isForm(c))
    throw new Refusal('key-reused', { detail })
  const { fields, files } = await readForm(c)
  const canWait = files.size === 0 && ![...fields.keys()].some((name) => SECRETS.test(name))
  if (wantsPart(c)) {
    c.header('HX-Retarget', '#problem')
    c.header('HX-Reswap', 'innerHTML')
  }
  const values = new Map([...fields].filter(([name]) => name !== 'csrf'))
  return await respond(c, {
    title: wording().problems.sentBefore,
    hasErrors: true,
    status: 422,
    width: 'reading',
    page: (
      <KeyReusedPage
        viewer={c.var.viewer}
        action={c.req.path + new URL(c.req.url).search}
        waiting={canWait ? values : undefined}
        doneAt={doneAt}
      />
    ),
  })
}
