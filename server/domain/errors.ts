/**
 * Every refusal the application can give, in one table: code -> HTTP status and the sentence shown.
 *
 * Bad input is not here: it is a value that fills the form again (422). Nor are bugs: those are 500.
 * The code is stable: JSON clients read it, with underscores for hyphens (`topic_not_found`).
 */
const refusals = {
  'not-found': { status: 404, says: 'There is no page at this address.' },
  'topic-not-found': { status: 404, says: 'There is no such topic.' },
  'issue-not-found': { status: 404, says: 'There is no such issue.' },
  'party-not-found': { status: 404, says: 'There is no such party.' },
  'person-not-found': { status: 404, says: 'There is no such person.' },
  'source-not-found': { status: 404, says: 'There is no such source.' },
  'claim-not-found': { status: 404, says: 'There is no such claim.' },
  'reply-not-found': { status: 404, says: 'There is no such reply.' },
  'contradiction-not-found': { status: 404, says: 'There is no such contradiction.' },
  'webhook-not-found': { status: 404, says: 'There is no such webhook, or it is disabled.' },
  'delivery-not-found': {
    status: 404,
    says: 'There is no such delivery, or it has arrived, or its webhook is disabled.',
  },
  'erasure-not-found': { status: 404, says: 'There is no such request for an erasure.' },
  'method-not-allowed': { status: 405, says: 'This address does not answer that kind of request.' },

  'bad-json': { status: 400, says: 'The body is not valid JSON.' },
  'bad-form': {
    status: 400,
    says: 'The form could not be read. Go back, reload the page and send it again.',
  },
  'bad-query': { status: 400, says: 'Part of this address could not be read.' },
  'format-not-offered': { status: 501, says: 'This is offered as json and as xml.' },
  'bad-input': { status: 400, says: 'Part of what was sent could not be read.' },
  'bad-key': {
    status: 400,
    says: 'The idempotency key could not be read: one string of 1 to 255 printable ASCII characters.',
  },
  'content-type': {
    status: 415,
    says: 'Send application/x-www-form-urlencoded, multipart/form-data or application/json.',
  },
  'too-large': { status: 413, says: 'What was sent is too large.' },

  'sign-in-needed': { status: 401, says: 'Sign in to do this.' },
  'sign-in-link-not-found': { status: 404, says: 'There is no such sign-in link.' },
  'sign-in-link-used': {
    status: 410,
    says: 'This sign-in link was used before. Each one works once.',
  },
  'sign-in-link-expired': { status: 410, says: 'This sign-in link has expired.' },
  'invitation-not-found': { status: 404, says: 'There is no such invitation.' },
  'invitation-used': {
    status: 410,
    says: 'This invitation was used before. Each one works once; ask for another.',
  },
  'invitation-expired': {
    status: 410,
    says: 'This invitation is no longer valid. Ask for another.',
  },
  'token-not-valid': {
    status: 401,
    says: 'This token is not valid: it was mistyped, ended, or its account was disabled.',
  },
  'confirm-needed': { status: 403, says: 'Confirm first that it is you.' },
  'account-not-found': { status: 404, says: 'There is no such account.' },
  'last-owner': {
    status: 409,
    says: 'This is the only owner. Make somebody else an owner first.',
  },
  forbidden: { status: 403, says: 'Your role does not allow this.' },
  'conflict-of-interest': {
    status: 403,
    says: 'You recorded or changed a claim of this pair, so another reviewer must decide it.',
  },
  'cross-site': {
    status: 403,
    says: 'This form was sent from another site. Open Gainsay and try again.',
  },
  'form-expired': {
    status: 403,
    says: 'This form belongs to another session. Reload the page and send it again.',
  },
  'wrong-host': { status: 421, says: 'This server does not answer for that host name.' },

  'edit-conflict': {
    status: 409,
    says: 'Somebody changed this after you opened it. Nothing was saved.',
  },
  'version-required': { status: 428, says: 'Say which version you are changing.' },
  'review-already-settled': {
    status: 409,
    says: 'Somebody settled this contradiction first. Nothing was saved.',
  },
  'not-disputed': {
    status: 409,
    says: 'Reviewers do not differ on this contradiction now. Nothing was saved.',
  },
  'too-many-follows': {
    status: 409,
    says: 'You follow as many things as one account can. Stop following one of them first.',
  },
  'too-many-webhooks': {
    status: 409,
    says: 'You have as many webhooks as one account can. Remove one of them first.',
  },
  'beyond-form': {
    status: 409,
    says: 'The record holds more of this than its form does. Change it with a dossier; nothing is lost meanwhile.',
  },
  erased: { status: 409, says: 'This was erased. There is nothing left to change.' },
  'erasure-decided': {
    status: 409,
    says: 'Somebody decided this request first. Nothing was changed.',
  },
  'four-eyes': {
    status: 403,
    says: 'You asked for this erasure, so another owner must carry it out.',
  },
  'in-progress': {
    status: 409,
    says: 'The same is being saved already. Wait a moment and send it again: it counts once.',
  },
  'key-reused': {
    status: 422,
    says: 'This key was used before, with other content. Nothing was saved; send it with another key.',
  },
  duplicate: { status: 409, says: 'This is already recorded.' },
  similar: {
    status: 409,
    says: 'This looks like something on record. Send it with step=save-anyway if it is another.',
  },
  'review-reason-missing': { status: 422, says: 'Give the reason why this is no conflict.' },
  'rate-limited': { status: 429, says: 'Too many attempts.' },

  busy: {
    status: 503,
    says: 'The server is busy. It is not known whether this was saved; sending it again is safe.',
  },
  'not-drawn': {
    status: 503,
    says: 'The picture could not be drawn now. Ask again in a moment.',
  },
  'database-unavailable': {
    status: 503,
    says: 'The database does not answer. It is not known whether anything was saved; try again shortly.',
  },
  'read-only': {
    status: 503,
    says: 'Gainsay can be read but not changed at the moment. Nothing was saved.',
  },
  internal: { status: 500, says: 'Something went wrong on our side.' },
} as const

export type RefusalCode = keyof typeof refusals

export const REFUSAL_CODES = Object.keys(refusals) as readonly RefusalCode[]

/** What a refusal says, in English, as programs are told. */
export const sentenceOf = (code: RefusalCode): string => refusals[code].says

/** Anything the domain refuses, thrown; answered once, in server/http/problem.tsx. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly status: (typeof refusals)[RefusalCode]['status']
  /** A further sentence for this one case: what exactly, and what to do. */
  readonly detail: string | undefined
  /** Seconds after which trying again makes sense, where that is known. */
  readonly retryAfter: number | undefined
  constructor(
    code: RefusalCode,
    options?: ErrorOptions & { detail?: string; retryAfter?: number },
  ) {
    super(refusals[code].says, options)
    this.code = code
    this.status = refusals[code].status
    this.detail = options?.detail
    this.retryAfter = options?.retryAfter
  }
}
