import { Hono } from 'hono'
import {
  allowHosts,
  beginRequest,
  limitBody,
  logRequests,
  refuseBrokenAddress,
} from './http/border.ts'
import { compress } from './http/compress.ts'
import type { AppEnv, Deps } from './http/context.ts'
import { refuseCrossSite } from './http/csrf.ts'
import { sendSecurityHeaders } from './http/headers.ts'
import { doOnce } from './http/idempotency.tsx'
import { refuseKnownElsewhere } from './http/known.ts'
import { createMetrics } from './http/metrics.ts'
import { answerNotFound } from './http/not-found.ts'
import { answerError } from './http/on-error.ts'
import { findViewer } from './http/session.ts'
import { staticRoutes } from './http/static.ts'
import { adminRoutes } from './routes/admin-routes.tsx'
import { agreementRoutes } from './routes/agreement-routes.tsx'
import { allHistoryRoutes } from './routes/all-history-routes.tsx'
import { appearanceRoutes } from './routes/appearance-routes.ts'
import { cardRoutes } from './routes/card-routes.ts'
import { claimDraftRoutes } from './routes/claim-draft-routes.ts'
import { claimRoutes } from './routes/claim-routes.tsx'
import { compareJsonRoutes } from './routes/compare-json-routes.ts'
import { browserSettingsRoutes } from './routes/browser-settings-routes.tsx'
import { captureRoutes } from './routes/capture-routes.tsx'
import { commonGroundRoutes } from './routes/common-ground-routes.tsx'
import { comparisonRoutes } from './routes/comparison-routes.tsx'
import { contradictionRoutes } from './routes/contradiction-routes.tsx'
import { embedRoutes } from './routes/embed-routes.tsx'
import { erasureRoutes } from './routes/erasure-routes.tsx'
import { exportRoutes } from './routes/export-routes.tsx'
import { feedRoutes } from './routes/feed-routes.ts'
import { historyProofRoutes } from './routes/history-proof-routes.ts'
import { historyRoutes } from './routes/history-routes.tsx'
import { followRoutes } from './routes/follow-routes.ts'
import { groupsRoutes } from './routes/groups-routes.tsx'
import { helpRoutes } from './routes/help-routes.tsx'
import { inboxRoutes } from './routes/inbox-routes.tsx'
import { issueEditRoutes } from './routes/issue-edit-routes.tsx'
import { issueRoutes } from './routes/issue-routes.tsx'
import { matrixRoutes } from './routes/matrix-routes.tsx'
import { methodRoutes } from './routes/method-routes.tsx'
import { moderationRoutes } from './routes/moderation-routes.tsx'
import { newSourceRoutes } from './routes/new-source-routes.tsx'
import { notificationRoutes } from './routes/notification-routes.tsx'
import { oembedRoutes } from './routes/oembed-routes.ts'
import { partyRoutes } from './routes/party-routes.tsx'
import { reshapeRoutes } from './routes/reshape-routes.tsx'
import { versionRoutes } from './routes/version-routes.tsx'
import { restoreRoutes } from './routes/restore-routes.tsx'
import { replyRoutes } from './routes/reply-routes.tsx'
import { reviewRoutes } from './routes/review-routes.tsx'
import { joinRoutes } from './routes/join-routes.tsx'
import { passkeyRoutes } from './routes/passkey-routes.tsx'
import { passkeySignInRoutes } from './routes/passkey-sign-in-routes.ts'
import { peopleRoutes } from './routes/people-routes.tsx'
import { searchRoutes } from './routes/search-routes.tsx'
import { settingsRoutes } from './routes/settings-routes.tsx'
import { signInRoutes } from './routes/sign-in-routes.tsx'
import { searchLogRoutes } from './routes/search-log-routes.tsx'
import { sourceRoutes } from './routes/source-routes.tsx'
import { sourceVersionRoutes } from './routes/source-version-routes.tsx'
import { stateRoutes } from './routes/state-routes.ts'
import { topicSetupRoutes } from './routes/topic-setup-routes.tsx'
import { timelineRoutes } from './routes/timeline-routes.tsx'
import { topicRoutes } from './routes/topic-routes.tsx'
import { whoEditRoutes } from './routes/who-edit-routes.tsx'
import { webhookRoutes } from './routes/webhook-routes.tsx'

/**
 * The whole application over what it is given; starts nothing, so tests call `app.request()`.
 * Order matters: what wraps the answer first, then what refuses, then who is asking, then routes.
 */
export function createApp(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const metrics = createMetrics()

  app.use(
    beginRequest(deps),
    sendSecurityHeaders(deps.baseUrl),
    metrics.count,
    logRequests,
    compress,
  )
  app.use(allowHosts(deps.baseUrl), refuseBrokenAddress, limitBody)

  app.route('/', staticRoutes())
  app.route('/', stateRoutes(deps, metrics))
  // Before anybody is looked for: what others embed neither sets nor reads a cookie.
  app.route('/', embedRoutes(deps))
  app.route('/', oembedRoutes(deps))
  app.route('/', cardRoutes(deps))

  app.use(findViewer(deps), refuseCrossSite, refuseKnownElsewhere, doOnce(deps))

  for (const routes of resources(deps)) app.route('/', routes)

  app.notFound(answerNotFound(app))
  app.onError(answerError)
  return app
}

/** Every resource, one line each. */
const resources = (deps: Deps): readonly Hono<AppEnv>[] => [
  signInRoutes(deps),
  passkeySignInRoutes(deps),
  joinRoutes(deps),
  settingsRoutes(deps),
  passkeyRoutes(deps),
  peopleRoutes(deps),
  adminRoutes(deps),
  appearanceRoutes(),
  browserSettingsRoutes(),
  helpRoutes(),
  searchRoutes(deps),
  methodRoutes(),
  topicRoutes(deps),
  topicSetupRoutes(deps),
  historyProofRoutes(deps),
  allHistoryRoutes(deps),
  historyRoutes(deps),
  versionRoutes(deps),
  restoreRoutes(deps),
  moderationRoutes(deps),
  comparisonRoutes(deps),
  compareJsonRoutes(deps),
  exportRoutes(deps),
  matrixRoutes(deps),
  commonGroundRoutes(deps),
  groupsRoutes(deps),
  timelineRoutes(deps),
  issueEditRoutes(deps),
  reshapeRoutes(deps),
  searchLogRoutes(deps),
  whoEditRoutes(deps),
  issueRoutes(deps),
  partyRoutes(deps),
  newSourceRoutes(deps),
  captureRoutes(deps),
  claimDraftRoutes(deps),
  sourceVersionRoutes(deps),
  sourceRoutes(deps),
  claimRoutes(deps),
  replyRoutes(deps),
  contradictionRoutes(deps),
  agreementRoutes(deps),
  feedRoutes(deps),
  followRoutes(deps),
  inboxRoutes(deps),
  notificationRoutes(deps),
  webhookRoutes(deps),
  reviewRoutes(deps),
  erasureRoutes(deps),
]
