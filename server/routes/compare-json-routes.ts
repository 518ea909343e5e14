import { Hono } from 'hono'
import { z } from 'zod'
import { findStands } from '#db/queries/comparison.ts'
import { describeComparison } from '../domain/compare-json.ts'
import { isDay } from '../domain/dates.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { validAddress, validQuery } from '../http/validate.ts'
import { requireTopic } from './pages.ts'

const address = validAddress(z.object({ topic: z.string().min(1).max(200) }))

const slug = z.string().min(1).max(200)

const query = validQuery(
  z.object({
    p: z.array(slug).max(200).optional(),
    issue: slug.optional(),
    asof: z.string().refine(isDay, 'Give a day like 2015-12-15.').optional(),
    known: z.iso
      .datetime({ offset: true, error: 'Give an instant like 2026-11-24T12:00:00Z.' })
      .optional(),
  }),
)

/** The comparison for programs; its shape is fixed by the contract. */
export const compareJsonRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/compare.json', address, query, async (c) => {
    const topic = await requireTopic(db, c)
    const { p, issue, asof, known } = c.req.valid('query')
    if (known !== undefined)
      throw new Refusal('bad-query', {
        detail: 'known: the record as it was known at an instant is not kept for comparisons yet.',
      })
    const asOf = asof ?? now().toISOString().slice(0, 10)
    const same = answerUnchanged(c, [topic.version, asOf])
    if (same !== undefined) return same
    const held = await findStands(db, topic, { asOf, parties: p, issue })
    refuseUnknown(p, held.parties, issue, held.issues)
    const partyNames = new Map(held.parties.map((party) => [party.slug, party.name]))
    return c.json(
      describeComparison({ topic: topic.slug, version: topic.version, partyNames, ...held }),
    )
  })

type Slugged = readonly { readonly slug: string }[]

/** A slug that leads nowhere is the client's mistake; leaving it out would look like silence. */
function refuseUnknown(
  parties: readonly string[] | undefined,
  found: Slugged,
  issue: string | undefined,
  issues: Slugged,
): void {
  const known = new Set(found.map((party) => party.slug))
  const missing = parties?.find((party) => !known.has(party))
  if (missing !== undefined)
    throw new Refusal('party-not-found', { detail: `p: “${missing}” is no party of this topic.` })
  if (issue !== undefined && issues.length === 0)
    throw new Refusal('issue-not-found', { detail: `issue: “${issue}” is no issue of this topic.` })
}
