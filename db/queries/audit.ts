import { type RawBuilder, sql } from 'kysely'
import { type AuditAct, type AuditKind, parseAuditClause } from '#server/domain/audit.ts'
import type { Scope } from '#server/domain/access.ts'
import type { ErasedThing } from '#server/domain/erasures.ts'
import { hostOfWebhook } from '#server/domain/webhooks.ts'
import type { Db } from '../connect.ts'

/** What was done to accounts, invitations, topics’ settings, tokens and webhooks, and what was erased. */

export interface AuditFilter {
  readonly kind?: AuditKind | undefined
  /** An account: whoever did it, or whom it was done to. */
  readonly who?: number | undefined
  /** Nothing later than this. */
  readonly until?: Date | undefined
}

export interface AuditEntry {
  readonly at: Date
  /** The name at the time; of tokens and webhooks the name now. Null where nobody is named. */
  readonly actor: string | null
  readonly kind: AuditKind
  readonly act: AuditAct
  readonly topic: { readonly slug: string; readonly title: string } | undefined
  readonly why: string | null
}

interface Row {
  readonly at: Date
  readonly actor: string | null
  readonly kind: AuditKind
  readonly subject: string | null
  readonly what: string
  readonly detail: string | null
  readonly scopes: readonly Scope[] | null
  readonly ends: Date | null
  readonly slug: string | null
  readonly title: string | null
  readonly why: string | null
}

/** What the log of people tells, by what the clauses of its writers begin with. */
const kindOfClause = sql`case
  when p.topic_id is not null then 'topic'
  when p.subject is not null and starts_with(p.what, 'made ' || p.subject || ' ')
    and p.what ~ ' \\(was [a-z]+\\)$' then 'role'
  when p.subject is not null and (p.what = 'disabled the account of ' || p.subject
    or p.what = 'let ' || p.subject || ' in again') then 'access'
  when p.what = 'took an invitation back' or p.what ~ '^(invited|joined as) ' then 'invitation'
  when starts_with(p.what, 'took the name ') then 'name'
  else 'sign-in' end`

/**
 * Everything, in one form. Of erasures what was asked and decided is read from the requests; of tokens
 * and webhooks there is only what is there still, since they go when they end.
 */
const entries = sql`(
  select p.happened_at as at, 1 as place, p.id, p.actor_id, p.actor, p.subject_id, p.subject,
    p.topic_id, ${kindOfClause} as kind, p.what, null as detail, null::text[] as scopes,
    null::timestamptz as ends, p.why
  from people_event p
  union all
  select r.asked_at, 2, r.id, r.account_id, r.asked_by, null, null, r.topic_id, 'erasure',
    'asked for an erasure', r.thing, null, null, r.why
  from erasure_request r
  union all
  select r.decided_at, 3, r.id, r.decider_id, r.decided_by, null, null, r.topic_id, 'erasure',
    case when r.declined_why is null then 'erased' else 'declined' end, r.thing, null, null,
    coalesce(r.declined_why, r.why)
  from erasure_request r where r.decided_at is not null
  union all
  select k.created_at, 4, k.id, a.id, a.name, null, null, null, 'token', 'made a token', k.name,
    k.scopes, k.expires_at, null
  from api_token k join account a on a.id = k.account_id
  union all
  select w.created_at, 5, w.id, a.id, a.name, null, null, w.topic_id, 'webhook', 'added a webhook',
    w.url, null, null, null
  from webhook w join account a on a.id = w.account_id
  union all
  -- Its owner did, or the other side wants nothing more: which is not kept.
  select w.disabled_at, 6, w.id, null, null, w.account_id, null, w.topic_id, 'webhook',
    'disabled a webhook', w.url, null, null, w.last_status
  from webhook w where w.disabled_at is not null
)`

const fits = ({ kind, who, until }: AuditFilter): RawBuilder<boolean> => sql<boolean>`
  (${kind ?? null}::text is null or e.kind = ${kind ?? null})
  and (${who ?? null}::int is null or e.actor_id = ${who ?? null} or e.subject_id = ${who ?? null})
  and (${until ?? null}::timestamptz is null or e.at <= ${until ?? null})`

/** How much of it fits. */
export async function countAudit(db: Db, filter: AuditFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${entries} e where ${fits(filter)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** What fits, newest first. */
export async function listAudit(
  db: Db,
  filter: AuditFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<AuditEntry[]> {
  const { rows } = await sql<Row>`
    select e.at, e.actor, e.kind, e.subject, e.what, e.detail, e.scopes, e.ends, e.why,
      t.slug, t.title
    from ${entries} e left join topic t on t.id = e.topic_id
    where ${fits(filter)}
    order by e.at desc, e.place desc, e.id desc limit ${limit} offset ${offset}`.execute(db)
  return rows.map(toEntry)
}

const toEntry = (row: Row): AuditEntry => ({
  at: row.at,
  actor: row.actor,
  kind: row.kind,
  act: actOf(row),
  topic: row.slug === null ? undefined : { slug: row.slug, title: row.title ?? '' },
  why: row.why,
})

function actOf({ kind, what, subject, detail, scopes, ends }: Row): AuditAct {
  const told = detail ?? ''
  if (kind === 'erasure')
    return { did: what as 'asked for an erasure' | 'erased' | 'declined', of: told as ErasedThing }
  if (kind === 'token')
    return { did: 'made a token', name: told, scopes: scopes ?? [], ends: ends ?? new Date(0) }
  if (kind === 'webhook')
    return { did: what as 'added a webhook' | 'disabled a webhook', host: hostOfWebhook(told) }
  return parseAuditClause(what, subject)
}
