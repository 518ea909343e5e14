import { Hono } from 'hono'
import { z } from 'zod'
import { findClaim, findClaimTopic, listClaimRevisions } from '#db/queries/claims.ts'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import { HistoryPage, type ShownRevision } from '#views/claim/history-page.tsx'
import { WithdrawPage } from '#views/claim/withdraw-page.tsx'
import { type FieldErrors, type FieldValues, noErrors, startValues } from '#views/shared/fields.tsx'
import { withdrawClaim } from '../actions/withdraw-claim.ts'
import { Refusal } from '../domain/errors.ts'
import type { ClaimRevision } from '../domain/recorded-claim.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { goTo, respond } from '../http/respond.tsx'
import { requireOwner } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { validAddress, validForm } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'

const address = validAddress(z.object({ id: z.string().max(400) }))

const Withdrawal = z.object({
  version: z.coerce.number('Reload the page and try again.').int().min(1),
  why: plainText({ label: 'Reason', max: 500, multiline: true, required: 'Give the reason for this change.' }),
})

/** What happens to a claim after it was recorded: its history, withdrawing it, putting it back. */
export const claimChangeRoutes = ({ db, now }: Deps) => {
  const claimOf = async (c: AppContext) => {
    const id = decodeId(c.req.param('id') ?? '') ?? 0
    const topic = await findClaimTopic(db, id, c.var.viewer)
    const claim = topic && (await findClaim(db, id))
    if (topic === undefined || claim === undefined) throw new Refusal('claim-not-found')
    const crumbs = [
      { label: topic.title, href: paths.topic(topic.slug) },
      { label: describeClaim(claim), href: paths.claim(claim) },
    ]
    return { topic, claim, crumbs }
  }
  const showForm = async (c: AppContext, shown: { values?: FieldValues; errors?: FieldErrors } = {}) => {
    const { topic, claim, crumbs } = await claimOf(c)
    const values = shown.values ?? startValues({ version: String(claim.version) })
    c.header('Cache-Control', 'no-store')
    return await respond(c, {
      title: claim.withdrawnReason === undefined ? 'Withdraw a claim' : 'Put a claim back',
      ...{ topic, crumbs, hasErrors: shown.errors !== undefined, width: 'reading' },
      status: shown.errors === undefined ? 200 : 422,
      page: <WithdrawPage claim={claim} viewer={c.var.viewer} values={values} errors={shown.errors ?? noErrors} />,
    })
  }
  return new Hono<AppEnv>()
    .get('/c/:id/history', address, async (c) => {
      const { topic, claim, crumbs } = await claimOf(c)
      const revisions = await listClaimRevisions(db, topic.id, claim.slug)
      const sentence = describeClaim(claim)
      const page = <HistoryPage claim={claim} sentence={sentence} revisions={revisions.map(describeRevision)} />
      return await respond(c, { title: `History: ${sentence}`, topic, crumbs, page })
    })
    .get('/c/:id/withdraw', requireOwner, address, async (c) => await showForm(c))
    .post(
      '/c/:id/withdraw',
      requireOwner,
      address,
      validForm(Withdrawal, async (rejected, c) => await showForm(c, rejected)),
      async (c) => {
        const { claim } = await claimOf(c)
        const { version, why } = c.req.valid('form')
        const saved = await withdrawClaim(db, {
          ...{ claimId: claim.id, version, reason: why, withdraw: claim.withdrawnReason === undefined },
          change: { by: c.var.viewer?.name ?? '', accountId: c.var.viewer?.accountId, now: now() },
        })
        if (saved === 'stale') throw new Refusal('edit-conflict', { detail: `Your reason was: “${why}”` })
        return goTo(c, paths.claim(claim))
      },
    )
}

type Form = Readonly<Record<string, unknown>>

function describeRevision({ version, at, by, why, before, after }: ClaimRevision): ShownRevision {
  const [from, to] = [(before ?? {}) as Form, after as Form]
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  const changes = names
    .map((name) => ({ name, from: toText(from[name]), to: toText(to[name]) }))
    .filter((change) => change.from !== change.to)
  return { version, at, by, why, did: deedOf(before === undefined, from, to), changes }
}

function deedOf(isFirst: boolean, from: Form, to: Form): ShownRevision['did'] {
  if (isFirst) return 'recorded'
  if (from['withdrawn'] === undefined && to['withdrawn'] !== undefined) return 'withdrew'
  return from['withdrawn'] !== undefined && to['withdrawn'] === undefined ? 'put back' : 'changed'
}

const toText = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
