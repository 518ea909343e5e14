import { Hono } from 'hono'
import { z } from 'zod'
import { offerAssertion } from '../actions/passkey-challenges.ts'
import { type NotUsed, signInWithPasskey } from '../actions/use-passkey.ts'
import { parseAssertion } from '../domain/passkeys.ts'
import { networkOf } from '../http/client-network.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { giveBack, takeAttempt } from '../http/rate-limits.ts'
import { goTo } from '../http/respond.tsx'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { noteSecurity } from '../http/security-log.ts'
import { returnTo, signedText } from './account-fields.ts'
import { safeReturn } from './appearance-routes.ts'
import { noteNotUsed, relyingParty } from './confirm.tsx'
import { browserOf, enter, showSignIn } from './sign-in-routes.tsx'

const PasskeyForm = z.object({ credential: signedText, return_to: returnTo })

/** The same whatever is wrong with it: nobody learns whose passkeys are on record. */
const NOT_ACCEPTED =
  'This passkey was not accepted. Try again, or sign in with your e-mail address and password.'

const again = async (rejected: Rejected, c: AppContext) => await showSignIn(c, rejected)

/** Signing in with a passkey, without saying who one is. */
export const passkeySignInRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    // Where the form comes back with errors, a reload finds the page.
    .get('/passkeys/sign-in', async (c) => await showSignIn(c))
    .post('/passkeys/sign-in/challenge', async (c) => {
      const who = networkOf(c)
      await takeAttempt(db, { limit: 'passkey challenges by network', who, now: now() })
      c.header('Cache-Control', 'no-store')
      const asked = { rp: relyingParty(c), accountId: null, now: now() }
      return c.json(await offerAssertion(db, asked))
    })
    .post('/passkeys/sign-in', validForm(PasskeyForm, again), async (c) => {
      const { credential, return_to: back } = c.req.valid('form')
      const attempt = { limit: 'sign-in by network', who: networkOf(c), now: now() } as const
      await takeAttempt(db, attempt)
      const response = parseAssertion(credential)
      const given = { rp: relyingParty(c), now: now(), ...browserOf(c) }
      const session: Awaited<ReturnType<typeof signInWithPasskey>> =
        response === undefined
          ? ({ why: 'not verified' } satisfies NotUsed)
          : await signInWithPasskey(db, { ...given, response })
      if ('why' in session) {
        noteNotUsed(c, 'sign-in failed', session)
        const values = new Map([['return_to', [back ?? '']]])
        return await reject({ values, errors: { '': [NOT_ACCEPTED] } }, again, c)
      }
      await giveBack(db, attempt)
      enter(c, session)
      noteSecurity(c, 'signed in', { account: session.accountId, by: 'passkey' })
      return goTo(c, safeReturn(back))
    })
