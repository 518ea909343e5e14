import type { Migration } from 'kysely/migration'
import * as sessions from './2026-11-24-sessions.ts'
import * as record from './2026-11-25-record.ts'
import * as drafts from './2026-11-27-drafts.ts'
import * as excerpts from './2026-11-27-excerpts.ts'
import * as history from './2026-11-27-history.ts'
import * as people from './2026-11-27-people.ts'
import * as queue from './2026-11-28-queue.ts'
import * as watching from './2026-11-28-watching.ts'
import * as webauthn from './2026-11-28-webauthn.ts'
import * as webhooks from './2026-11-28-webhooks.ts'
import * as discardedDrafts from './2026-11-29-discarded-drafts.ts'
import * as erasure from './2026-11-29-erasure.ts'
import * as idempotency from './2026-11-29-idempotency.ts'
import * as replies from './2026-11-29-replies.ts'
import * as restatements from './2026-11-29-restatements.ts'
import * as moderation from './2026-11-29-visible-moderation.ts'
import * as editedPositions from './2026-11-30-edited-positions.ts'
import * as search from './2026-11-30-search.ts'
import * as siteHistory from './2026-11-30-site-history.ts'

/** Every migration by name, in order. Released ones never change: fix forward. */
export const migrations: Record<string, Migration> = {
  '2026-11-24-sessions': sessions,
  '2026-11-25-record': record,
  '2026-11-27-drafts': drafts,
  '2026-11-27-excerpts': excerpts,
  '2026-11-27-history': history,
  '2026-11-27-people': people,
  '2026-11-28-queue': queue,
  '2026-11-28-watching': watching,
  '2026-11-28-webauthn': webauthn,
  '2026-11-28-webhooks': webhooks,
  '2026-11-29-discarded-drafts': discardedDrafts,
  '2026-11-29-erasure': erasure,
  '2026-11-29-idempotency': idempotency,
  '2026-11-29-replies': replies,
  '2026-11-29-restatements': restatements,
  '2026-11-29-visible-moderation': moderation,
  '2026-11-30-edited-positions': editedPositions,
  '2026-11-30-search': search,
  '2026-11-30-site-history': siteHistory,
}
