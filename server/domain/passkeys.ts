import { z } from 'zod'

/**
 * Passkeys: what a site has to be for them, when a challenge still counts, and what browsers send.
 * What is signed is checked in server/actions; here is what needs no key. Pure.
 * @see https://www.w3.org/TR/webauthn-3/
 */

/** For how long somebody may look for their phone: a challenge, and the browser's own window. */
export const CHALLENGE_MS = 5 * 60 * 1000

/** What a challenge was given for; it counts for nothing else. */
export type PasskeyPurpose = 'register' | 'sign-in' | 'confirm'

/** To whom a passkey belongs: the site's name, and the one origin that may use it. */
export interface RelyingParty {
  /** A domain, or `localhost`: what the specification calls the RP ID. */
  readonly id: string
  readonly origin: string
}

/** Whether a site can have passkeys; if not, why, and where on this machine it could. */
export type PasskeySite =
  | { readonly ok: true; readonly rp: RelyingParty }
  | { readonly ok: false; readonly lacks: 'name' | 'https'; readonly instead?: string }

const isLocal = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** The parser of URLs writes every IPv4 address, however it was given, as four numbers. */
const isNumbers = (host: string): boolean => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host)

const LOOPBACK = /^(?:127\..*|\[::1\])$/

/**
 * What the site at this origin is to browsers. Passkeys belong to a domain, so an address of numbers
 * has none; and browsers offer them only over https, save on `localhost`.
 */
export function describePasskeySite(ofOrigin: string): PasskeySite {
  const { hostname, origin, port, protocol } = new URL(ofOrigin)
  if (isNumbers(hostname)) {
    if (!LOOPBACK.test(hostname)) return { ok: false, lacks: 'name' }
    const instead = `${protocol}//localhost${port === '' ? '' : `:${port}`}`
    return { ok: false, lacks: 'name', instead }
  }
  if (protocol !== 'https:' && !isLocal(hostname)) return { ok: false, lacks: 'https' }
  return { ok: true, rp: { id: hostname, origin } }
}

/** A challenge as it was given out. */
export interface Challenge {
  readonly purpose: PasskeyPurpose
  /** Whose it is; null for signing in, where nobody is known yet. */
  readonly accountId: number | null
  readonly expiresAt: Date
}

/** Does a challenge count, for this, for this account, now? */
export const isChallengeFor = (
  challenge: Challenge,
  wanted: Omit<Challenge, 'expiresAt'> & { readonly now: Date },
): boolean =>
  challenge.purpose === wanted.purpose &&
  challenge.accountId === wanted.accountId &&
  challenge.expiresAt > wanted.now

/**
 * Does the counter say that the key was copied? One that counts has to grow with each use; one that
 * stays 0 does not count, as those that are kept on several devices do not.
 * @see https://www.w3.org/TR/webauthn-3/#sctn-sign-counter
 */
export const isCounterBack = (kept: number, sent: number): boolean =>
  (kept > 0 || sent > 0) && sent <= kept

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/)

/** 1023 bytes at most. */
const credentialId = base64url(1364)

const isItsOwn = ({ id, rawId }: { id: string; rawId: string }): boolean => id === rawId

const Registration = z
  .object({
    id: credentialId,
    rawId: credentialId,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url(4000),
      attestationObject: base64url(16_000),
      /** How a browser reaches it, as far as it says; handed back to browsers, and for nothing else. */
      transports: z
        .array(z.string().regex(/^[a-z-]{1,32}$/))
        .max(10)
        .catch([]),
    }),
  })
  .refine(isItsOwn)

const Assertion = z
  .object({
    id: credentialId,
    rawId: credentialId,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url(4000),
      authenticatorData: base64url(4000),
      signature: base64url(8000),
      userHandle: base64url(88).nullish(),
    }),
  })
  .refine(isItsOwn)

/** What `navigator.credentials.create` gave, as JSON. */
export type PasskeyRegistration = z.output<typeof Registration>
/** What `navigator.credentials.get` gave, as JSON. */
export type PasskeyAssertion = z.output<typeof Assertion>

/** Read what a browser sent of a new passkey; undefined for anything else. */
export const parseRegistration = (text: string): PasskeyRegistration | undefined =>
  parseAs(Registration, text)

/** Read what a browser sent of a passkey in use; undefined for anything else. */
export const parseAssertion = (text: string): PasskeyAssertion | undefined =>
  parseAs(Assertion, text)

const parseAs = <T extends z.ZodType>(schema: T, text: string): z.output<T> | undefined =>
  schema.safeParse(readJson(text)).data

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const ClientData = z.object({ challenge: base64url(100) })

/** The challenge that a response answers, as it was given out; undefined where it names none. */
export function challengeOf({
  response,
}: PasskeyRegistration | PasskeyAssertion): string | undefined {
  const text = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')
  return parseAs(ClientData, text)?.challenge
}
