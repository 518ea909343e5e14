import { Hono } from 'hono'
import { z } from 'zod'
import { discardDraft, putDraftBack, saveDraft } from '#db/queries/drafts.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { goTo } from '../http/respond.tsx'
import { accountOf, allow } from '../http/session.ts'
import { validForm, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { ClaimFields } from './claim-fields.ts'
import { idAddress } from './pages.ts'
import { requireSource } from './source-pages.ts'

/** A claim begun from a source is kept as it stands, and is there again when its maker comes back. */

const sentences = validQuery(
  z.object({ s: z.array(z.coerce.number().int().min(1).max(1_000_000)).max(200).default([]) }),
)

/** More than all the fields of the form may hold; kept whole, or not at all. */
const MOST_KEPT = 300_000

/** What a draft may hold is not checked until it is saved; a field of no form of ours is nobody's. */
const refuse = (): never => {
  throw new Refusal('bad-form')
}

/** Not typed by the person, or of no use later. */
const LEFT_OUT = new Set(['csrf', 'step', 'return_to'])

export const claimDraftRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().post(
    '/s/:id/draft',
    allow('record'),
    idAddress,
    sentences,
    validForm(ClaimFields, refuse),
    async (c) => {
      const { source } = await requireSource(db, c)
      const owner = { accountId: accountOf(c), sourceId: source.id }
      const { step } = c.req.valid('form')
      if (step === 'discard') {
        await discardDraft(db, owner, c.var.now())
        return goTo(c, paths.capture(source, { done: 'discarded' }))
      }
      if (step === 'put-back') {
        await putDraftBack(db, owner)
        return goTo(c, paths.capture(source))
      }
      const typed = [...(await readForm(c)).fields].filter(([name]) => !LEFT_OUT.has(name))
      const fields = Object.fromEntries(typed)
      if (JSON.stringify(fields).length > MOST_KEPT) throw new Refusal('too-large')
      const { s } = c.req.valid('query')
      await saveDraft(db, owner, { sentences: s, fields, keptAt: c.var.now() })
      return goTo(c, paths.capture(source))
    },
  )
