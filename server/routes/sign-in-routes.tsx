import { Hono } from 'hono'
import { z } from 'zod'
import { deleteSession } from '#db/queries/sessions.ts'
import { SignInPage } from '#views/account/sign-in-page.tsx'
import { type FieldValues, noErrors, noValues } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import type { BegunSession } from '../actions/begin-session.ts'
import { signIn, signInWithPassword } from '../actions/sign-in.ts'
import { Refusal } from '../domain/errors.ts'
import { describePasskeySite } from '../domain/passkeys.ts'
import { SECRET_TOKEN } from '../domain/token-hash.ts'
import { networkOf } from '../http/client-network.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { giveBack, takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { clearSessionCookie, writeSessionCookie } from '../http/session-cookie.ts'
import { type Rejected, reject, validAddress, validForm, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { emailAddress, passwordText, returnTo } from './account-fields.ts'
import { safeReturn } from './appearance-routes.ts'

const address = validAddress(z.object({ token: z.string().regex(SECRET_TOKEN) }))

const query = validQuery(z.object({ return_to: returnTo }))

const SignInForm = z.object({ email: emailAddress, password: passwordText, return_to: returnTo })

const WRONG = 'This address and this password do not belong together.'

/** What a session keeps of the browser it began in, and the one it takes the place of. */
export const browserOf = (c: AppContext) => ({
  formerHash: c.var.sessionHash,
  browser: c.req.header('User-Agent')?.slice(0, 200),
})

/** Hand over the cookie of a session that has just begun. */
export function enter(c: AppContext, session: BegunSession & { accountId: number }): void {
  writeSessionCookie(c, session.token, session.expiresAt)
  c.header('Cache-Control', 'no-store')
}

/** The page that signs in, empty or with what was wrong. */
export const showSignIn = async (c: AppContext, shown?: Rejected) =>
  await respond(c, {
    title: wording().account.signIn,
    extra: 'passkeys',
    hasErrors: shown !== undefined,
    status: shown === undefined ? 200 : 422,
    page: (
      <SignInPage
        viewer={c.var.viewer}
        passkeySite={describePasskeySite(ownOrigin(c))}
        values={shown?.values ?? startOf(c)}
        errors={shown?.errors ?? noErrors}
      />
    ),
  })

const startOf = (c: AppContext): FieldValues =>
  c.req.query('return_to') === undefined
    ? noValues
    : new Map([['return_to', [safeReturn(c.req.query('return_to'))]]])

const again = async (rejected: Rejected, c: AppContext) => await showSignIn(c, rejected)

/** Signing in by link and by password, and out. */
export const signInRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .get('/sign-in', query, async (c) => await showSignIn(c))
    .post('/sign-in', validForm(SignInForm, again), async (c) => {
      const { email, password, return_to: back } = c.req.valid('form')
      const at = { now: now() }
      const network = networkOf(c)
      const attempts = [
        { limit: 'sign-in by network', who: network, ...at },
        {
          limit: 'sign-in by account and network',
          who: `${email.toLowerCase()} ${network}`,
          ...at,
        },
      ] as const
      for (const attempt of attempts) await takeAttempt(db, attempt)
      const session = await signInWithPassword(db, { email, password, ...at, ...browserOf(c) })
      if (session === undefined) {
        noteSecurity(c, 'sign-in failed')
        const values = new Map([
          ['email', [email]],
          ['return_to', [back ?? '']],
        ])
        return await reject({ values, errors: { email: [WRONG] } }, again, c)
      }
      for (const attempt of attempts) await giveBack(db, attempt)
      enter(c, session)
      noteSecurity(c, 'signed in', { account: session.accountId, by: 'password' })
      return goTo(c, safeReturn(back))
    })
    .get('/sign-in/:token', address, async (c) => {
      // Link checkers send HEAD, which Hono routes here: they must not spend the link.
      if (c.req.method === 'HEAD') return c.body(null, 204)
      const { token: linkToken } = c.req.valid('param')
      const session = await signIn(db, { linkToken, now: now(), ...browserOf(c) })
      enter(c, session)
      noteSecurity(c, 'signed in', { account: session.accountId, by: 'link' })
      return c.redirect(paths.home, 303)
    })
    .post(paths.signOut, async (c) => {
      const hash = c.var.sessionHash
      if (hash === undefined) throw new Refusal('sign-in-needed')
      await deleteSession(db, hash)
      clearSessionCookie(c)
      noteSecurity(c, 'signed out')
      c.header('Clear-Site-Data', '"cache","storage"')
      return c.redirect(paths.home, 303)
    })
