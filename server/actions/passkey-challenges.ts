import { randomBytes } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Db } from '#db/connect.ts'
import { besideTheAct } from '#db/once.ts'
import { findAccount } from '#db/queries/accounts.ts'
import {
  deleteChallenge,
  insertChallenge,
  type ListedPasskey,
  listPasskeys,
  savePasskeyHandle,
} from '#db/queries/passkeys.ts'
import { Refusal } from '../domain/errors.ts'
import {
  CHALLENGE_MS,
  type PasskeyAssertion,
  type PasskeyPurpose,
  type PasskeyRegistration,
  type RelyingParty,
  challengeOf,
  isChallengeFor,
} from '../domain/passkeys.ts'
import { hashToken } from '../domain/token-hash.ts'
import { newToken } from './new-token.ts'

/** Ed25519, ECDSA on P-256, RSA: what authenticators have. Fixed, so that every version of Node agrees. */
export const ALGORITHMS = [-8, -7, -257]

/**
 * The library, once somebody uses a passkey: it takes half a second and 30 MB to load, which a start
 * should not wait for.
 */
export async function loadLibrary() {
  const [library, { decodeAttestationObject }] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ])
  return { ...library, decodeAttestationObject }
}

interface Asked {
  readonly rp: RelyingParty
  readonly now: Date
}

/**
 * What a browser needs for a new passkey: one that is found without a name (discoverable), asks its
 * person to unlock it, and is not on record already.
 * @throws {Refusal} account-not-found
 */
export async function offerRegistration(
  db: Db,
  { rp, now, accountId }: Asked & { accountId: number },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const account = await findAccount(db, accountId)
  if (account === undefined) throw new Refusal('account-not-found')
  const userID = await besideTheAct(
    async () => await savePasskeyHandle(db, accountId, randomBytes(32)),
  )
  const { generateRegistrationOptions } = await loadLibrary()
  return await generateRegistrationOptions({
    rpName: 'Gainsay',
    rpID: rp.id,
    userID: Uint8Array.from(userID),
    userName: account.email ?? account.name,
    userDisplayName: account.name,
    challenge: await newChallenge(db, { purpose: 'register', accountId, now }),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: (await listPasskeys(db, accountId)).map(describeCredential),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** What a browser needs to use a passkey: to sign in any that it has for us, to confirm one's own. */
export async function offerAssertion(
  db: Db,
  { rp, now, accountId }: Asked & { accountId: number | null },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const purpose = accountId === null ? 'sign-in' : 'confirm'
  const own = accountId === null ? [] : await listPasskeys(db, accountId)
  const { generateAuthenticationOptions } = await loadLibrary()
  return await generateAuthenticationOptions({
    rpID: rp.id,
    challenge: await newChallenge(db, { purpose, accountId, now }),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: own.map(describeCredential),
  })
}

const describeCredential = ({ credentialId, transports }: ListedPasskey) => ({
  id: credentialId.toString('base64url'),
  transports: [...transports],
})

interface ForWhat {
  readonly purpose: PasskeyPurpose
  readonly accountId: number | null
  readonly now: Date
}

async function newChallenge(db: Db, what: ForWhat): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = newToken()
  const expiresAt = new Date(what.now.getTime() + CHALLENGE_MS)
  await besideTheAct(
    async () => await insertChallenge(db, { ...what, hash: hashToken(challenge), expiresAt }),
  )
  return Uint8Array.from(Buffer.from(challenge, 'base64url'))
}

/**
 * Take the challenge that a response answers: gone from then on, whatever becomes of the response, since
 * the library does not see to it that one is used once.
 * @returns the challenge, or undefined where it does not count for this
 */
export async function takeChallenge(
  db: Db,
  response: PasskeyRegistration | PasskeyAssertion,
  wanted: ForWhat,
): Promise<string | undefined> {
  const challenge = challengeOf(response)
  if (challenge === undefined) return undefined
  const given = await besideTheAct(async () => await deleteChallenge(db, hashToken(challenge)))
  return given !== undefined && isChallengeFor(given, wanted) ? challenge : undefined
}
