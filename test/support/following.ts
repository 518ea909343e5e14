import { findSeen } from '#db/queries/reviews.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { withdrawClaim } from '#server/actions/withdraw-claim.ts'
import type { Dossier, DossierClaim } from '#server/domain/dossier.ts'
import type { FollowedKind } from '#server/domain/recorded-changes.ts'
import type { DismissalReason, Verdict } from '#server/domain/reviews.ts'
import type { Deps } from '#server/http/context.ts'
import { paths } from '#server/paths.ts'
import { aDispute } from './a-dispute.ts'
import { aForm } from './app.ts'

/** Things that happen to the dispute (a-dispute.ts), and following its parts. */

type Db = Deps['db']

/** Import the dispute again, one of its claims changed, as nobody in particular. */
export async function changeClaim(
  db: Db,
  slug: string,
  changes: Partial<DossierClaim>,
  now: Date,
): Promise<void> {
  const { claims, ...rest } = aDispute()
  const changed = claims.map((claim) => (claim.slug === slug ? { ...claim, ...changes } : claim))
  const text = JSON.stringify({ ...rest, claims: changed } satisfies Dossier)
  await importDossier(db, { text, file: 'again.json', now })
}

/** Withdraw a claim, or put it back, as the account says. */
export async function withdraw(
  db: Db,
  slug: string,
  given: { withdraw?: boolean; accountId?: number; now: Date },
): Promise<void> {
  const { id, version } = await db
    .selectFrom('claim')
    .select(['id', 'version'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await withdrawClaim(db, {
    claimId: id,
    version,
    withdraw: given.withdraw ?? true,
    reason: 'Misread.',
    change: { by: 'Ana', accountId: given.accountId, now: given.now },
  })
}

/** Give a review of what is there now. */
export const review = async (
  db: Db,
  contradictionId: number,
  given: { accountId: number; verdict: Verdict; reason?: DismissalReason; now: Date },
) =>
  await reviewContradiction(db, {
    contradictionId,
    seen: (await findSeen(db, contradictionId)) ?? '',
    reviewer: { accountId: given.accountId, name: `Reviewer ${given.accountId}` },
    verdict: given.verdict,
    reason: given.reason,
    now: given.now,
  })

/** The id of a topic, a party or an issue of the dispute by its slug. */
export async function idOf(
  db: Db,
  table: 'topic' | 'party' | 'issue' | 'claim',
  slug: string,
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return row.id
}

interface Site {
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>
}

interface Asker {
  readonly Cookie: string
  readonly csrf: string
}

/** Press the button that follows something. */
export const follow = async (
  app: Site,
  who: Asker,
  of: FollowedKind,
  thing: { id: number; slug?: string },
): Promise<Response> =>
  await app.request(paths.follow(of, thing), aForm({ csrf: who.csrf }, { Cookie: who.Cookie }))
