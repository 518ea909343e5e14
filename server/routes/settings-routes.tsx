import { Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { findAccount, findPasswordHash } from '#db/queries/accounts.ts'
import { deleteToken, insertToken } from '#db/queries/api-tokens.ts'
import { deleteSessionOf, deleteSessions } from '#db/queries/sessions.ts'
import { TOKEN_DAYS } from '#views/account/tokens.tsx'
import { changePassword, changeProfile } from '../actions/change-account.ts'
import { newToken } from '../actions/new-token.ts'
import { SCOPES } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { findPasswordFlaw } from '../domain/password-strength.ts'
import { API_TOKEN_PREFIX, hashToken } from '../domain/token-hash.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { actorOf, allow, viewerOf } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { type Rejected, reject, validAddress, validForm, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { accountName, emailAddress, passwordText, takenErrors } from './account-fields.ts'
import { isRightPassword, requireConfirmed } from './confirm.tsx'
import { mayReplacePassword, savedNotice, showSettings } from './show-settings.tsx'

/** A number in an address that is nobody else's business to guess. */
export const numbered = validAddress(
  z.object({
    id: z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1),
  }),
)

const ProfileForm = z.object({ name: accountName, email: emailAddress })
const PasswordForm = z.object({
  currentPassword: z.string().max(2000).optional(),
  newPassword: passwordText,
})
const TokenForm = z.object({
  tokenName: plainText({ label: 'What it is for', max: 80, required: 'Say what it is for.' }),
  scopes: z.array(z.enum(SCOPES), 'Choose what it may do.').min(1, 'Choose what it may do.'),
  days: z.coerce
    .number()
    .refine((n) => TOKEN_DAYS.some((days) => days === n), 'Choose from the list.'),
})

const savedQuery = validQuery(z.object({ saved: savedNotice }))

const DAY_MS = 24 * 60 * 60 * 1000

/** One's own account, on a page each: password and sessions, name, tokens. */
export const settingsRoutes = (deps: Deps) => {
  const { db, now } = deps
  const confirmed = requireConfirmed(deps)
  const show = showSettings(deps)
  const showProfile = showSettings(deps, 'profile')
  const showTokens = showSettings(deps, 'tokens')
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  const profileAgain = async (rejected: Rejected, c: AppContext) => await showProfile(c, rejected)
  const tokensAgain = async (rejected: Rejected, c: AppContext) => await showTokens(c, rejected)

  return (
    new Hono<AppEnv>()
      .get('/settings', allow('keep an account'), savedQuery, async (c) => await show(c))
      .get(
        '/settings/profile',
        allow('keep an account'),
        savedQuery,
        async (c) => await showProfile(c),
      )
      .post(
        '/settings/profile',
        allow('keep an account'),
        confirmed,
        validForm(ProfileForm, profileAgain),
        async (c) => {
          const { name, email } = c.req.valid('form')
          try {
            await changeProfile(db, { name, email, by: actorOf(c) })
          } catch (error) {
            const values = (await readForm(c)).fields
            return await reject({ values, errors: takenErrors(error) }, profileAgain, c)
          }
          noteSecurity(c, 'profile changed')
          return goTo(c, `${paths.profile}?saved=profile`)
        },
      )
      // Where a form comes back with errors, a reload finds the page.
      .get('/settings/password', allow('keep an account'), async (c) => await show(c))
      .post(
        '/settings/password',
        allow('keep an account'),
        confirmedOrPassword(deps),
        validForm(PasswordForm, again),
        async (c) => {
          const errors = await passwordErrors(deps, c, c.req.valid('form'))
          if (errors !== undefined) return await reject({ values: new Map(), errors }, again, c)
          const { newPassword: password } = c.req.valid('form')
          await changePassword(db, { password, by: actorOf(c), sessionHash: c.var.sessionHash })
          noteSecurity(c, 'password changed')
          return goTo(c, `${paths.settings}?saved=password`)
        },
      )
      .post('/settings/sessions/end-others', allow('keep an account'), async (c) => {
        await deleteSessions(db, viewerOf(c).accountId, c.var.sessionHash)
        noteSecurity(c, 'session ended', { which: 'all others' })
        return goTo(c, `${paths.settings}?saved=session`)
      })
      .post('/settings/sessions/:id/end', allow('keep an account'), numbered, async (c) => {
        const { id } = c.req.valid('param')
        if (!(await deleteSessionOf(db, viewerOf(c).accountId, id))) throw new Refusal('not-found')
        noteSecurity(c, 'session ended', { which: id })
        return goTo(c, `${paths.settings}?saved=session`)
      })
      .get(
        '/settings/tokens',
        allow('keep an account'),
        savedQuery,
        async (c) => await showTokens(c),
      )
      .post(
        '/settings/tokens',
        allow('keep an account'),
        confirmed,
        validForm(TokenForm, tokensAgain),
        async (c) => {
          const { tokenName: name, scopes, days } = c.req.valid('form')
          const { accountId } = viewerOf(c)
          await takeAttempt(db, { limit: 'tokens by account', who: String(accountId), now: now() })
          const madeToken = `${API_TOKEN_PREFIX}${newToken()}`
          const expiresAt = new Date(now().getTime() + days * DAY_MS)
          const tokenHash = hashToken(madeToken)
          await insertToken(db, { accountId, name, scopes, tokenHash, now: now(), expiresAt })
          noteSecurity(c, 'token made', { scopes: scopes.join(' ') })
          return await showTokens(c, { madeToken })
        },
      )
      .post('/settings/tokens/:id/end', allow('keep an account'), numbered, async (c) => {
        const { id } = c.req.valid('param')
        if (!(await deleteToken(db, viewerOf(c).accountId, id))) throw new Refusal('not-found')
        noteSecurity(c, 'token ended', { which: id })
        return goTo(c, `${paths.apiTokens}?saved=token`)
      })
  )
}

/** The form itself asks for a password in use; where there is none, a passkey has to speak for it. */
const confirmedOrPassword = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const confirmed = requireConfirmed(deps)
  return async (c, next) => {
    const hasPassword = (await findPasswordHash(deps.db, viewerOf(c).accountId)) !== null
    return hasPassword ? await next() : await confirmed(c, next)
  }
}

async function passwordErrors(
  { db, now }: Deps,
  c: AppContext,
  form: z.output<typeof PasswordForm>,
): Promise<Rejected['errors'] | undefined> {
  const { accountId, name } = viewerOf(c)
  const kept = await findPasswordHash(db, accountId)
  if (kept !== null && !mayReplacePassword(c, now())) {
    const isRight = await isRightPassword(
      { db, now: now(), accountId },
      form.currentPassword ?? '',
      kept,
    )
    if (!isRight) return { currentPassword: ['This is not the password in use.'] }
  }
  const account = await findAccount(db, accountId)
  const flaw = await findPasswordFlaw(form.newPassword, [name, account?.email ?? ''])
  return flaw === undefined ? undefined : { newPassword: [flaw] }
}
