import { Hono } from 'hono'
import { z } from 'zod'
import { addPasskey, type NotAdded, removePasskey } from '../actions/add-passkey.ts'
import { offerAssertion, offerRegistration } from '../actions/passkey-challenges.ts'
import { Refusal } from '../domain/errors.ts'
import { parseRegistration } from '../domain/passkeys.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { accountOf, actorOf, allow } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { signedText } from './account-fields.ts'
import { relyingParty, requireConfirmed } from './confirm.tsx'
import { numbered } from './settings-routes.tsx'
import { showSettings } from './show-settings.tsx'

const PasskeyForm = z.object({
  passkeyName: plainText({
    label: 'Name of the passkey',
    max: 80,
    required: 'Give the passkey a name.',
    refuseBidi: true,
  }),
  credential: signedText,
})

const CONFIRMED = 'It is confirmed that it is you. Press “Add a passkey” once more.'

const refused: Readonly<Record<NotAdded['why'], string>> = {
  challenge:
    'The passkey was not saved: it took more than five minutes, or was sent twice. Add it again.',
  'not verified':
    'The passkey was not saved: what the browser sent could not be verified. Add it again.',
  'on record': 'The passkey was not saved: it is on record already.',
}

/** Passkeys of one's own account: adding, removing, and the challenge that confirms with one. */
export const passkeyRoutes = (deps: Deps) => {
  const { db, now } = deps
  const confirmed = requireConfirmed(deps)
  const show = showSettings(deps)
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  const limit = async (c: AppContext) => {
    const who = String(accountOf(c))
    await takeAttempt(db, { limit: 'passkey challenges by account', who, now: now() })
  }

  return (
    new Hono<AppEnv>()
      // Where the form comes back with errors, a reload finds the page.
      .get('/settings/passkeys', allow('keep an account'), async (c) => await show(c))
      // The name is looked at before a device makes a passkey for it.
      .post(
        '/settings/passkeys/challenge',
        allow('keep an account'),
        confirmed,
        validForm(PasskeyForm, again),
        async (c) => {
          await limit(c)
          const asked = { rp: relyingParty(c), accountId: accountOf(c), now: now() }
          return c.json(await offerRegistration(db, asked))
        },
      )
      .post(
        '/settings/passkeys',
        allow('keep an account'),
        confirmed,
        validForm(PasskeyForm, again),
        async (c) => {
          const { passkeyName: name, credential } = c.req.valid('form')
          const values = (await readForm(c)).fields
          // Sent without a passkey, to be asked who one is.
          if (credential === '') return await show(c, { values, notice: CONFIRMED })
          const response = parseRegistration(credential)
          const refusal: NotAdded | undefined =
            response === undefined
              ? { why: 'not verified' }
              : await addPasskey(db, { rp: relyingParty(c), response, name, by: actorOf(c) })
          if (refusal !== undefined) {
            noteSecurity(c, 'passkey not added', { ...refusal })
            return await reject({ values, errors: { '': [refused[refusal.why]] } }, again, c)
          }
          noteSecurity(c, 'passkey added')
          return goTo(c, `${paths.settings}?saved=passkey`)
        },
      )
      .post(
        '/settings/passkeys/:id/remove',
        allow('keep an account'),
        numbered,
        confirmed,
        async (c) => {
          const { id } = c.req.valid('param')
          if (!(await removePasskey(db, { id, by: actorOf(c) }))) throw new Refusal('not-found')
          noteSecurity(c, 'passkey removed', { which: id })
          return goTo(c, `${paths.settings}?saved=passkey-removed`)
        },
      )
      .post('/passkeys/confirm/challenge', allow('keep an account'), async (c) => {
        await limit(c)
        const asked = { rp: relyingParty(c), accountId: accountOf(c), now: now() }
        return c.json(await offerAssertion(db, asked))
      })
  )
}
