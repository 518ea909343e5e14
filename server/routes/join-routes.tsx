import { Hono } from 'hono'
import { z } from 'zod'
import { JoinPage } from '#views/account/join-page.tsx'
import { noErrors, noValues } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { join, openInvitation } from '../actions/join.ts'
import { findPasswordFlaw } from '../domain/password-strength.ts'
import { SECRET_TOKEN } from '../domain/token-hash.ts'
import { networkOf } from '../http/client-network.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { type Rejected, reject, validAddress, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { accountName, emailAddress, passwordText, takenErrors } from './account-fields.ts'
import { browserOf, enter } from './sign-in-routes.tsx'

const address = validAddress(z.object({ token: z.string().regex(SECRET_TOKEN) }))

const JoinForm = z.object({ name: accountName, email: emailAddress, newPassword: passwordText })

/** Accepting an invitation. */
export const joinRoutes = ({ db, now }: Deps) => {
  const show = async (c: AppContext, shown?: Rejected) => {
    const token = c.req.param('token') ?? ''
    const invitation = await openInvitation(db, token, now())
    return await respond(c, {
      title: wording().account.makeAccount,
      hasErrors: shown !== undefined,
      status: shown === undefined ? 200 : 422,
      page: (
        <JoinPage
          {...{ token, invitation }}
          values={shown?.values ?? noValues}
          errors={shown?.errors ?? noErrors}
        />
      ),
    })
  }
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  const limit = async (c: AppContext) =>
    await takeAttempt(db, { limit: 'invitation by network', who: networkOf(c), now: now() })
  return new Hono<AppEnv>()
    .get('/join/:token', address, async (c) => {
      await limit(c)
      return await show(c)
    })
    .post('/join/:token', address, validForm(JoinForm, again), async (c) => {
      await limit(c)
      const { token } = c.req.valid('param')
      await openInvitation(db, token, now())
      const { name, email, newPassword: password } = c.req.valid('form')
      const values = (await readForm(c)).fields
      const flaw = await findPasswordFlaw(password, [name, email])
      if (flaw !== undefined)
        return await reject({ values, errors: { newPassword: [flaw] } }, again, c)
      try {
        const session = await join(db, {
          token,
          name,
          email,
          password,
          now: now(),
          ...browserOf(c),
        })
        enter(c, session)
        noteSecurity(c, 'joined', { account: session.accountId })
        return goTo(c, paths.home)
      } catch (error) {
        return await reject({ values, errors: takenErrors(error) }, again, c)
      }
    })
}
