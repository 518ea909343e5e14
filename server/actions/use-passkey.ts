import type { Db } from '#db/connect.ts'
import {
  findPasskey,
  type FoundPasskey,
  lockPasskey,
  savePasskeyUse,
} from '#db/queries/passkeys.ts'
import { isCounterBack, type PasskeyAssertion, type RelyingParty } from '../domain/passkeys.ts'
import { type BegunSession, type Browser, beginSession } from './begin-session.ts'
import { loadLibrary, takeChallenge } from './passkey-challenges.ts'

/** Why a passkey was not accepted: for the log. Whoever tried is told the same of each. */
export interface NotUsed {
  readonly why: 'challenge' | 'unknown' | 'disabled' | 'not verified' | 'counter'
  /** Whose passkey it is, where it is on record. */
  readonly accountId?: number
  /** The library's own words. */
  readonly detail?: string
}

interface Used {
  readonly rp: RelyingParty
  readonly response: PasskeyAssertion
  readonly now: Date
}

/**
 * Sign in with a passkey: its use is noted and a new session begins, or neither.
 * @returns the session, or why there is none
 */
export async function signInWithPasskey(
  db: Db,
  { rp, response, now, ...browser }: Used & Browser,
): Promise<(BegunSession & { accountId: number }) | NotUsed> {
  const verified = await verify(db, { rp, response, now }, null)
  if ('why' in verified) return verified
  return await db.transaction().execute(async (trx) => {
    const used = await use(trx, verified, now)
    if ('why' in used) return used
    const { accountId } = used
    const session = await beginSession(trx, { accountId, cameBy: 'passkey', now, ...browser })
    return { accountId, ...session }
  })
}

/**
 * Prove once more who one is, with a passkey of one's own.
 * @returns undefined when it is proved, else why not
 */
export async function confirmWithPasskey(
  db: Db,
  { accountId, ...given }: Used & { accountId: number },
): Promise<NotUsed | undefined> {
  const verified = await verify(db, given, accountId)
  if ('why' in verified) return verified
  return await db.transaction().execute(async (trx) => {
    const used = await use(trx, verified, given.now)
    return 'why' in used ? used : undefined
  })
}

interface Verified {
  readonly id: number
  /** How often the passkey says that it was used. */
  readonly counter: number
}

/** Check everything that does not change meanwhile. @param accountId - whose it must be; null for anybody's */
async function verify(
  db: Db,
  { rp, response, now }: Used,
  accountId: number | null,
): Promise<Verified | NotUsed> {
  const purpose = accountId === null ? 'sign-in' : 'confirm'
  const challenge = await takeChallenge(db, response, { purpose, accountId, now })
  const found = await findPasskey(db, Buffer.from(response.id, 'base64url'))
  const whose = found === undefined ? {} : { accountId: found.accountId }
  if (challenge === undefined) return { why: 'challenge', ...whose }
  if (found === undefined || !isOf(found, response, accountId)) return { why: 'unknown', ...whose }
  return await verifySigned(found, { rp, response, challenge })
}

/** Does the passkey belong to the account that the authenticator names, and to the one that is asked? */
function isOf(found: FoundPasskey, { response }: PasskeyAssertion, asked: number | null): boolean {
  if (asked !== null && found.accountId !== asked) return false
  const { userHandle } = response
  // Nobody said who they are, so the authenticator has to (WebAuthn 7.2, step 6).
  if (typeof userHandle !== 'string') return asked !== null
  return found.handle?.equals(Buffer.from(userHandle, 'base64url')) === true
}

async function verifySigned(
  { id, accountId, publicKey }: FoundPasskey,
  { rp, response, challenge }: Omit<Used, 'now'> & { challenge: string },
): Promise<Verified | NotUsed> {
  const { verifyAuthenticationResponse } = await loadLibrary()
  const { userHandle: _, ...signed } = response.response
  try {
    const answer = await verifyAuthenticationResponse({
      response: { ...response, response: signed, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      // The library looks at the counter before the signature; we do under lock, of what is signed.
      credential: { id: response.id, publicKey: Uint8Array.from(publicKey), counter: -1 },
    })
    if (!answer.verified) return { why: 'not verified', accountId }
    return { id, counter: answer.authenticationInfo.newCounter }
  } catch (error) {
    // Whatever the library throws is about what was sent: it reads nothing else.
    return { why: 'not verified', accountId, detail: String(error).slice(0, 200) }
  }
}

/** Note the use, unless the passkey was removed, copied, or its account disabled meanwhile. */
async function use(
  trx: Db,
  { id, counter }: Verified,
  now: Date,
): Promise<{ accountId: number } | NotUsed> {
  const kept = await lockPasskey(trx, id)
  if (kept === undefined) return { why: 'unknown' }
  const { accountId } = kept
  if (kept.disabledAt !== null) return { why: 'disabled', accountId }
  if (isCounterBack(kept.counter, counter)) return { why: 'counter', accountId }
  await savePasskeyUse(trx, id, { counter, now })
  return { accountId }
}
