import { randomBytes } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import { type ClaimTopic, findClaim, findClaimTopic, findRecorder } from '#db/queries/claims.ts'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import { type FieldValues, valueOf } from '#views/shared/fields.tsx'
import type { Crumb } from '#views/shared/navigation.tsx'
import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { Refusal } from '../domain/errors.ts'
import type { RecordedClaim } from '../domain/recorded-claim.ts'
import type { AppContext, AppEnv } from '../http/context.ts'
import { refuseUnless } from '../http/session.ts'
import { validAddress } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'

/** What the routes of claims share. */

/** The id at the start of `7k3q-strike-isil-only`; what follows is decoration. */
const idPart = z.string().transform((part, ctx) => {
  const id = decodeId(part)
  if (id === undefined) ctx.addIssue({ code: 'custom', message: 'There is no id here.' })
  return id ?? 0
})

export const claimAddress = validAddress(z.object({ id: idPart }))

export const jsonLdAddress = validAddress(
  z.object({
    file: z
      .string()
      .transform((f) => f.replace(/\.jsonld$/, ''))
      .pipe(idPart),
  }),
)

export const markdownAddress = validAddress(
  z.object({
    file: z
      .string()
      .transform((f) => f.replace(/\.md$/, ''))
      .pipe(idPart),
  }),
)

/** The topic of a claim. @throws {Refusal} claim-not-found, also where the topic is private */
export async function findTopicOfClaim(db: Db, c: AppContext, id: number): Promise<ClaimTopic> {
  const topic = await findClaimTopic(db, id, c.var.viewer)
  if (topic === undefined) throw new Refusal('claim-not-found')
  return topic
}

/** @throws {Refusal} claim-not-found */
export async function findClaimOrRefuse(db: Db, id: number): Promise<RecordedClaim> {
  const claim = await findClaim(db, id)
  if (claim === undefined) throw new Refusal('claim-not-found')
  return claim
}

/**
 * Let only whoever recorded the claim, or may change what others recorded, go on.
 * @throws {Refusal} claim-not-found | sign-in-needed | forbidden
 */
export const mayChange =
  (db: Db): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const id = decodeId(c.req.param('id') ?? '') ?? 0
    await findTopicOfClaim(db, c, id)
    refuseUnless(c, 'change what others recorded', { recordedBy: await findRecorder(db, id) })
    await next()
  }

/** Above a page about a claim: its topic, and the claim itself. */
export const crumbsTo = (topic: ClaimTopic, claim: RecordedClaim): Crumb[] => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: describeClaim(claim), href: paths.claim(claim) },
]

/** Who changes the record now. */
export const changeBy = (
  c: AppContext,
): { by: string; accountId: number | undefined; now: Date } => ({
  by: c.var.viewer?.name ?? '',
  accountId: c.var.viewer?.accountId,
  now: c.var.now(),
})

/** Letters and digits that cannot be guessed or met twice: what makes one form one claim. */
export const newKey = (): string => `c-${randomBytes(6).toString('hex')}`

/** The key that a form came with; one from elsewhere has none, and then this sending is the first. */
export function keyIn(values: FieldValues): string {
  const key = valueOf(values, 'key')
  return /^[a-z][a-z0-9-]{2,59}$/.test(key) ? key : newKey()
}
