import { Hono } from 'hono'
import { z } from 'zod'
import { findAccount, listAccounts, listPeopleEvents } from '#db/queries/accounts.ts'
import { listOpenInvitations } from '#db/queries/invitations.ts'
import { AccountPage } from '#views/people/account-page.tsx'
import { PeoplePage } from '#views/people/people-page.tsx'
import { noErrors, noValues, startValues } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { changeAccess, giveLink } from '../actions/change-account.ts'
import { invite, revokeInvitation } from '../actions/invite.ts'
import { ROLES, may, mayInviteTo } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { actorOf, allow, viewerOf } from '../http/session.ts'
import { optionalText, plainText } from '../http/text.ts'
import { type Rejected, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { requireConfirmed } from './confirm.tsx'
import { numbered } from './settings-routes.tsx'

const LOG_LENGTH = 50

/** So long after somebody was disabled the list offers to undo it; their page does at any time. */
const MOMENT_MS = 60 * 60 * 1000

const role = z.enum(ROLES, 'Choose a role.')

const InvitationForm = z.object({
  role,
  note: optionalText({ label: 'For whom', max: 80, refuseBidi: true }),
})

const AccountForm = z.object({
  role,
  access: z.enum(['enabled', 'disabled'], 'Say whether they may sign in.'),
  why: plainText({ label: 'Reason', max: 300, required: 'Give the reason; the log keeps it.' }),
})

/** The list of people and invitations; roles, disabling and links for single accounts. */
export const peopleRoutes = (deps: Deps) => {
  const { db, now } = deps
  const confirmed = requireConfirmed(deps)

  const showPeople = async (
    c: AppContext,
    shown: Partial<Rejected> & { madeLink?: string } = {},
  ) => {
    const viewer = viewerOf(c)
    const canManage = may(viewer, 'manage people')
    const accounts = await listAccounts(db)
    return await respond(c, {
      title: wording().people.title,
      current: 'people',
      hasErrors: shown.errors !== undefined,
      status: shown.errors === undefined ? 200 : 422,
      page: (
        <PeoplePage
          {...{ viewer, canManage, madeLink: shown.madeLink }}
          accounts={accounts.map(({ email, ...account }) => ({
            ...account,
            ...(canManage && email !== null ? { email } : {}),
          }))}
          invitations={await listOpenInvitations(db, now())}
          roles={ROLES.filter((one) => mayInviteTo(viewer, one))}
          log={canManage ? await listPeopleEvents(db, LOG_LENGTH) : []}
          disabled={accounts.find(
            ({ id, disabledAt }) =>
              canManage &&
              String(id) === c.req.query('disabled') &&
              disabledAt !== null &&
              now().getTime() - disabledAt.getTime() < MOMENT_MS,
          )}
          values={shown.values ?? noValues}
          errors={shown.errors ?? noErrors}
        />
      ),
    })
  }

  const showAccount = async (
    c: AppContext,
    shown: Partial<Rejected> & { madeLink?: string } = {},
  ) => {
    const account = await findAccount(db, Number(c.req.param('id')))
    if (account === undefined) throw new Refusal('account-not-found')
    const { email, disabledAt } = account
    const access = disabledAt === null ? 'enabled' : 'disabled'
    return await respond(c, {
      title: account.name,
      current: 'people',
      crumbs: [{ label: wording().people.title, href: paths.people }],
      hasErrors: shown.errors !== undefined,
      status: shown.errors === undefined ? 200 : 422,
      page: (
        <AccountPage
          viewer={viewerOf(c)}
          account={{ ...account, email: email ?? undefined }}
          madeLink={shown.madeLink}
          values={shown.values ?? startValues({ role: account.role, access })}
          errors={shown.errors ?? noErrors}
        />
      ),
    })
  }

  return new Hono<AppEnv>()
    .get('/admin/people', allow('invite people'), async (c) => await showPeople(c))
    .post(
      '/admin/people',
      allow('invite people'),
      confirmed,
      validForm(InvitationForm, async (rejected, c) => await showPeople(c, rejected)),
      async (c) => {
        const form = c.req.valid('form')
        const viewer = viewerOf(c)
        if (!mayInviteTo(viewer, form.role))
          throw new Refusal('forbidden', {
            detail: 'Editors invite readers, contributors and reviewers.',
          })
        const who = String(viewer.accountId)
        await takeAttempt(db, { limit: 'inviting by account', who, now: now() })
        const { token } = await invite(db, { ...form, by: actorOf(c) })
        noteSecurity(c, 'invited', { role: form.role })
        return await showPeople(c, { madeLink: `${ownOrigin(c)}${paths.join(token)}` })
      },
    )
    .post('/admin/invitations/:id/revoke', allow('invite people'), numbered, async (c) => {
      await revokeInvitation(db, c.req.valid('param').id, actorOf(c))
      noteSecurity(c, 'invitation taken back', { which: c.req.valid('param').id })
      return goTo(c, paths.people)
    })
    .get('/admin/people/:id', allow('manage people'), numbered, async (c) => await showAccount(c))
    .post(
      '/admin/people/:id',
      allow('manage people'),
      numbered,
      confirmed,
      validForm(AccountForm, async (rejected, c) => await showAccount(c, rejected)),
      async (c) => {
        const accountId = c.req.valid('param').id
        const { role: given, access, why } = c.req.valid('form')
        const isDisabled = access === 'disabled'
        await changeAccess(db, { accountId, role: given, isDisabled, why, by: actorOf(c) })
        noteSecurity(c, 'role changed', { subject: accountId, role: given })
        noteSecurity(c, isDisabled ? 'account disabled' : 'account enabled', { subject: accountId })
        return goTo(c, `${paths.people}${isDisabled ? `?disabled=${accountId}` : ''}`)
      },
    )
    .post('/admin/people/:id/link', allow('manage people'), numbered, confirmed, async (c) => {
      const accountId = c.req.valid('param').id
      const who = String(viewerOf(c).accountId)
      await takeAttempt(db, { limit: 'new links by account', who, now: now() })
      const { token } = await giveLink(db, { accountId, by: actorOf(c) })
      noteSecurity(c, 'sign-in link made', { subject: accountId })
      return await showAccount(c, { madeLink: `${ownOrigin(c)}${paths.signIn(token)}` })
    })
}
