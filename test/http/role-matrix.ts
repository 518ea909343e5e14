import type { Action } from '#server/domain/access.ts'

/**
 * Who may ask for which address: data, one line for each route. A route that is missing here, or a line
 * without a route, fails the build (promises T9).
 *
 * - `everybody`: no account is needed; what belongs to a topic is hidden with it
 * - an action: the door that server/domain/access.ts decides
 */
export type Door = 'everybody' | Action

interface Line {
  readonly door: Door
  /** Is it about a topic, so that who may not see the topic finds nothing? */
  readonly isOfTopic?: true
  /** Is who asks not looked at? */
  readonly isForAllOrNobody?: true
  /** Asked of the thing itself beyond the door. */
  readonly beyond?: 'own claim' | 'not involved'
}

const everybody: Line = { door: 'everybody' }
const ofTopic: Line = { door: 'everybody', isOfTopic: true }
/** Nobody is looked for: what not everybody may read is not there, for its members either. */
const publicOnly: Line = { door: 'everybody', isOfTopic: true, isForAllOrNobody: true }
const record: Line = { door: 'record', isOfTopic: true }
const ownClaim: Line = { door: 'record', isOfTopic: true, beyond: 'own claim' }
const review: Line = { door: 'review', isOfTopic: true, beyond: 'not involved' }
const account: Line = { door: 'keep an account' }
const setUp: Line = { door: 'set up a topic', isOfTopic: true }
const change: Line = { door: 'change what others recorded', isOfTopic: true }
const webhooks: Line = { door: 'send webhooks' }
const erase: Line = { door: 'erase' }
const manage: Line = { door: 'manage people' }

export const matrix: Readonly<Record<string, Line>> = {
  'GET /': everybody,
  'GET /accessibility': everybody,
  'GET /assets/*': everybody,
  'GET /healthz': everybody,
  'GET /help': everybody,
  'GET /help/encoding': everybody,
  'GET /help/keys': everybody,
  'GET /method': everybody,
  'GET /search': everybody,
  'GET /search.json': everybody,
  'GET /opensearch.xml': everybody,
  'GET /moderation': everybody,
  'GET /metrics': everybody,
  'GET /readyz': everybody,
  'GET /history/checkpoint': everybody,
  'GET /history/key': everybody,
  'POST /appearance': everybody,
  'POST /csp-reports': everybody,

  'GET /sign-in': everybody,
  'POST /sign-in': everybody,
  'GET /sign-in/:token': everybody,
  'GET /passkeys/sign-in': everybody,
  'POST /passkeys/sign-in': everybody,
  'POST /passkeys/sign-in/challenge': everybody,
  'POST /passkeys/confirm/challenge': account,
  'GET /join/:token': everybody,
  'POST /join/:token': everybody,
  'POST /sign-out': account,
  'GET /settings': account,
  'POST /settings': account,
  'GET /settings/password': account,
  'POST /settings/password': account,
  'GET /settings/tokens': account,
  'POST /settings/tokens': account,
  'POST /settings/tokens/:id/end': account,
  'GET /settings/passkeys': account,
  'POST /settings/passkeys': account,
  'POST /settings/passkeys/challenge': account,
  'POST /settings/passkeys/:id/remove': account,
  'POST /settings/sessions/end-others': account,
  'POST /settings/sessions/:id/end': account,

  'POST /follows/:of/:name': { door: 'keep an account', isOfTopic: true },
  'POST /follows/:of/:name/end': { door: 'keep an account', isOfTopic: true },
  'GET /inbox': account,
  'POST /inbox': account,
  'GET /settings/webhooks': webhooks,
  'POST /settings/webhooks': webhooks,
  'POST /settings/webhooks/:id/test': webhooks,
  'POST /settings/webhooks/:id/disable': webhooks,
  'POST /settings/webhooks/:id/enable': webhooks,
  'POST /settings/webhooks/:id/remove': webhooks,

  'GET /admin/people': { door: 'invite people' },
  'POST /admin/people': { door: 'invite people' },
  'POST /admin/invitations/:id/revoke': { door: 'invite people' },
  'GET /admin/people/:id': manage,
  'POST /admin/people/:id': manage,
  'POST /admin/people/:id/link': manage,

  'GET /admin/erasures': erase,
  'GET /admin/erasures/:id': erase,
  'POST /admin/erasures/:id/carry-out': erase,
  'POST /admin/erasures/:id/decline': erase,
  'GET /erasures/:of/:name': { door: 'ask for an erasure', isOfTopic: true },
  'POST /erasures/:of/:name': { door: 'ask for an erasure', isOfTopic: true },

  'GET /embed/compare': publicOnly,
  'GET /embed/matrix': publicOnly,
  'GET /oembed': publicOnly,
  'GET /embed/x/:id': publicOnly,
  'GET /embed/c/:id': publicOnly,

  'GET /t/:topic': ofTopic,
  'GET /feeds/:of/:file{[^/]+\\.(?:atom|json)}': ofTopic,
  'GET /t/:topic/agreement': ofTopic,
  'GET /t/:topic/agreement.json': ofTopic,
  'GET /t/:topic/compare': ofTopic,
  'GET /t/:topic/compare.json': ofTopic,
  'GET /t/:topic/common-ground': ofTopic,
  'GET /t/:topic/export': ofTopic,
  'GET /t/:topic/groups': ofTopic,
  'GET /t/:topic/matrix': ofTopic,
  'GET /t/:topic/matrix.json': ofTopic,
  'GET /t/:topic/matrix.csv': ofTopic,
  'GET /t/:topic/timeline': ofTopic,
  'GET /t/:topic/timeline.json': ofTopic,
  'GET /t/:topic/timeline.csv': ofTopic,
  'GET /t/:topic/contradictions': ofTopic,
  'GET /t/:topic/dossier.json': ofTopic,
  'GET /i/:id/history': ofTopic,
  'GET /p/:id/history': ofTopic,
  'GET /people/:id/history': ofTopic,
  'GET /s/:id/history': ofTopic,
  'GET /t/:topic/history': ofTopic,
  'GET /t/:topic/history.csv': ofTopic,
  'GET /t/:topic/history.json': ofTopic,
  'GET /t/:topic/history/checkpoint': ofTopic,
  'GET /t/:topic/history/proof.json': ofTopic,
  'GET /t/:topic/issues': ofTopic,
  'GET /t/:topic/issues/new': record,
  'POST /t/:topic/issues/new': record,
  'GET /i/:id/edit': change,
  'POST /i/:id/edit': change,
  'GET /i/:id/merge': change,
  'POST /i/:id/merge': change,
  'GET /i/:id/split': change,
  'POST /i/:id/split': change,
  'POST /i/:id/reshaping/undo': change,
  'GET /i/:id/searches/new': record,
  'GET /t/:topic/parties/new': record,
  'POST /t/:topic/parties/new': record,
  'GET /t/:topic/people/new': record,
  'POST /t/:topic/people/new': record,
  'GET /p/:id/edit': change,
  'POST /p/:id/edit': change,
  'GET /people/:id/edit': change,
  'POST /people/:id/edit': change,
  'POST /i/:id/searches/new': record,
  'POST /i/:id/searches/withdraw': record,
  'GET /t/:topic/moderation': ofTopic,
  'GET /t/:topic/moderation.atom': ofTopic,
  'GET /t/:topic/moderation.feed.json': ofTopic,
  'GET /t/:topic/moderation.json': ofTopic,
  'GET /t/:topic/parties': ofTopic,
  'GET /t/:topic/sources': ofTopic,
  'GET /i/:id': ofTopic,
  'GET /p/:id': ofTopic,
  'GET /people/:id': ofTopic,
  'GET /s/:id': ofTopic,
  'GET /s/:id/v/:version': ofTopic,
  'GET /s/:id/diff/:span': ofTopic,
  'GET /c/:id': ofTopic,
  'GET /c/:file{[^/]+\\.jsonld}': ofTopic,
  'GET /c/:id/history': ofTopic,
  'GET /x/:id': ofTopic,
  'GET /x/:file{[^/]+\\.json}': ofTopic,
  'GET /x/:file{[^/]+\\.jsonld}': ofTopic,

  'GET /t/:topic/setup': setUp,
  'POST /t/:topic/setup': setUp,
  'GET /t/:topic/members': setUp,
  'POST /t/:topic/members': setUp,
  'POST /t/:topic/members/:account/remove': setUp,

  'GET /s/new': { door: 'record' },
  'GET /t/:topic/sources/new': record,
  'POST /t/:topic/sources/new': record,
  'GET /s/:id/capture': record,
  'POST /s/:id/draft': record,
  'GET /s/:id/v/new': record,
  'POST /s/:id/v/new': record,
  'POST /s/:id/access': { door: 'restrict a source', isOfTopic: true },
  'GET /t/:topic/claims/new': record,
  'POST /t/:topic/claims/new': record,
  'GET /c/:id/edit': ownClaim,
  'POST /c/:id/edit': ownClaim,
  'GET /c/:id/withdraw': ownClaim,
  'POST /c/:id/withdraw': ownClaim,
  'GET /c/:id/replies/new': record,
  'POST /c/:id/replies/new': record,
  'GET /c/:id/replies/:reply/edit': ownClaim,
  'POST /c/:id/replies/:reply/edit': ownClaim,
  'GET /c/:id/replies/:reply/withdraw': ownClaim,
  'POST /c/:id/replies/:reply/withdraw': ownClaim,

  'GET /c/:id/history/:version/restore': ownClaim,
  'POST /c/:id/history/:version/restore': ownClaim,
  'GET /i/:id/history/:version/restore': change,
  'POST /i/:id/history/:version/restore': change,
  'GET /p/:id/history/:version/restore': change,
  'POST /p/:id/history/:version/restore': change,
  'GET /people/:id/history/:version/restore': change,
  'POST /people/:id/history/:version/restore': change,
  'GET /s/:id/history/:version/restore': change,
  'POST /s/:id/history/:version/restore': change,
  'GET /t/:topic/history/:version/restore': setUp,
  'POST /t/:topic/history/:version/restore': setUp,
  'GET /t/:topic/searches/:search/history/:version/restore': change,
  'POST /t/:topic/searches/:search/history/:version/restore': change,

  'GET /review': { door: 'review' },
  'GET /x/:id/reviews': review,
  'POST /x/:id/reviews': review,
  'POST /x/:id/snooze': review,
  'POST /x/:id/snooze/end': review,
  'POST /x/:id/adjudication': { door: 'adjudicate', isOfTopic: true, beyond: 'not involved' },
  'POST /x/:id/adjudication/undo': { door: 'adjudicate', isOfTopic: true, beyond: 'not involved' },
  'POST /x/:id/reviews/:review/undo': { door: 'review', isOfTopic: true },
}
