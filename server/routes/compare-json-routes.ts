import { Hono } from 'hono'
import { z } from 'zod'
import { findStands } from '#db/queries/comparison.ts'
import { findRecordThen } from '#db/queries/past-record.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import { describeComparison } from '../domain/compare-json.ts'
import { isDay } from '../domain/dates.ts'
import { Refusal } from '../domain/errors.ts'
import { type Known, instantText } from '../domain/known.ts'
import { type ChoiceThen, compareThen } from '../domain/record-then.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, markMemento, partsOf } from '../http/known.ts'
import { validAddress, validQuery } from '../http/validate.ts'
import { requireTopic } from './pages.ts'

const address = validAddress(z.object({ topic: z.string().min(1).max(200) }))

const slug = z.string().min(1).max(200)

const query = validQuery(
  z.object({
    p: z.array(slug).max(200).optional(),
    issue: slug.optional(),
    asof: z.string().refine(isDay, 'Give a day like 2015-12-15.').optional(),
  }),
)

/** The comparison for programs; its shape is fixed by the contract. */
export const compareJsonRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/compare.json', address, query, async (c) => {
    const topic = await requireTopic(db, c)
    const { p, issue, asof } = c.req.valid('query')
    const known = askedKnown(c)
    const asOf = asof ?? (known?.at ?? now()).toISOString().slice(0, 10)
    const same = answerUnchanged(c, [topic.version, asOf, ...partsOf(known)])
    if (same !== undefined) return same
    const choice = { asOf, parties: p, issue }
    if (known !== undefined) markMemento(c, known)
    const held =
      known === undefined
        ? { ...(await findStands(db, topic, choice)), version: topic.version, isBefore: false }
        : await findStandsThen(db, topic, known, choice)
    if (!held.isBefore) refuseUnknown(choice, held)
    const partyNames = new Map(held.parties.map((party) => [party.slug, party.name]))
    return c.json(describeComparison({ topic: topic.slug, partyNames, ...held }))
  })

/** As it was recorded then. No revision keeps the topic's version, so that is not told. */
async function findStandsThen(db: Deps['db'], topic: FoundTopic, known: Known, choice: ChoiceThen) {
  const record = await findRecordThen(db, topic, known.at)
  const isBefore = record.topic === undefined
  return { ...compareThen(record, choice), known: instantText(known.at), version: null, isBefore }
}

type Slugged = readonly { readonly slug: string }[]

/** A slug that leads nowhere is the client's mistake; leaving it out would look like silence. */
function refuseUnknown(
  { parties, issue }: ChoiceThen,
  held: { readonly parties: Slugged; readonly issues: Slugged },
): void {
  const known = new Set(held.parties.map((party) => party.slug))
  const missing = parties?.find((party) => !known.has(party))
  if (missing !== undefined)
    throw new Refusal('party-not-found', { detail: `p: “${missing}” is no party of this topic.` })
  if (issue !== undefined && held.issues.length === 0)
    throw new Refusal('issue-not-found', { detail: `issue: “${issue}” is no issue of this topic.` })
}
