/** What a reply may be: see DossierReply. Pure. */
import type { Days } from './dates.ts'

/**
 * Is an answer certainly older than what it is said to answer? Where dates overlap their order is not
 * known, and nothing is certain.
 * @param reply - the days on which it may have been given, bounded by the publications that report it
 */
export const isBeforeClaim = (reply: Days, claim: Days): boolean => reply.latest < claim.earliest

/** Why such a reply is refused. @param claimSaid - EDTF, as written */
export const describeTooEarly = (said: string, claimSaid: string): string =>
  `“${said}” is before ${claimSaid}, when the claim that it answers was made.`
