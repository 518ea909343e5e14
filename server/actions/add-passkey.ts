import type { AttestationObject } from '@simplewebauthn/server/helpers'
import type { Db } from '#db/connect.ts'
import { insertPeopleEvent, lockAccount } from '#db/queries/accounts.ts'
import { deletePasskey, insertPasskey, type NewPasskey } from '#db/queries/passkeys.ts'
import { Refusal } from '../domain/errors.ts'
import type { PasskeyRegistration, RelyingParty } from '../domain/passkeys.ts'
import type { By } from './change-account.ts'
import { ALGORITHMS, loadLibrary, takeChallenge } from './passkey-challenges.ts'

/** Why a new passkey was not taken: for the log, and no secret. */
export interface NotAdded {
  readonly why: 'challenge' | 'not verified' | 'on record'
  /** The library's own words. */
  readonly detail?: string
}

export interface AddedPasskey {
  readonly rp: RelyingParty
  readonly response: PasskeyRegistration
  readonly name: string
  readonly by: By
}

/**
 * Take a passkey that a browser has just made for this account.
 * @returns undefined when it is on record, else why not
 */
export async function addPasskey(db: Db, added: AddedPasskey): Promise<NotAdded | undefined> {
  const { by, response } = added
  const wanted = { purpose: 'register', accountId: by.accountId, now: by.now } as const
  const challenge = await takeChallenge(db, response, wanted)
  if (challenge === undefined) return { why: 'challenge' }
  const verified = await verify(added, challenge)
  if ('why' in verified) return verified
  return await db.transaction().execute(async (trx) => {
    const account = await lockAccount(trx, by.accountId)
    if (account === undefined || account.disabledAt !== null) throw new Refusal('account-not-found')
    if (!(await insertPasskey(trx, verified))) return { why: 'on record' }
    await note(trx, by, 'added a passkey')
    return undefined
  })
}

async function verify(
  { rp, response, name, by }: AddedPasskey,
  expectedChallenge: string,
): Promise<NewPasskey | NotAdded> {
  const { decodeAttestationObject, verifyRegistrationResponse } = await loadLibrary()
  try {
    const bytes = Uint8Array.from(Buffer.from(response.response.attestationObject, 'base64url'))
    refuseCertificates(decodeAttestationObject(bytes))
    const answer = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!answer.verified) return { why: 'not verified' }
    const { id, publicKey, counter } = answer.registrationInfo.credential
    return {
      accountId: by.accountId,
      credentialId: Buffer.from(id, 'base64url'),
      publicKey: Buffer.from(publicKey),
      counter,
      transports: response.response.transports,
      name,
      now: by.now,
    }
  } catch (error) {
    // Whatever the library throws is about what was sent: it reads nothing else.
    return { why: 'not verified', detail: String(error).slice(0, 200) }
  }
}

/**
 * We ask for no attestation, and browsers send none, or one that a key makes for itself. What brings
 * certificates was not asked for: to judge them the library would fetch lists of revoked ones from
 * wherever they say.
 */
function refuseCertificates(attestation: AttestationObject): void {
  const format = attestation.get('fmt')
  const isSelfMade = format === 'packed' && attestation.get('attStmt').get('x5c') === undefined
  if (format !== 'none' && !isSelfMade) throw new Error(`attestation “${format}” was not asked for`)
}

/**
 * Take a passkey out of an account; it signs nobody in from then on.
 * @returns false where the account has no such passkey
 */
export async function removePasskey(db: Db, { id, by }: { id: number; by: By }): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const isRemoved = await deletePasskey(trx, by.accountId, id)
    if (isRemoved) await note(trx, by, 'removed a passkey')
    return isRemoved
  })
}

const note = async (trx: Db, by: By, what: string): Promise<void> => {
  const subject = { id: by.accountId, name: by.name }
  await insertPeopleEvent(trx, { at: by.now, actor: by, subject, what })
}
