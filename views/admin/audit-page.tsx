import type { Actor } from '#server/domain/access.ts'
import { type AuditAct, type AuditKind, AUDIT_KINDS } from '#server/domain/audit.ts'
import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { Select } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { AdminNavigation } from './admin-navigation.tsx'
import { AuditActText } from './audit-act.tsx'

export interface ShownAuditEntry {
  readonly at: Date
  readonly actor: string | null
  readonly act: AuditAct
  readonly topic: { readonly slug: string; readonly title: string } | undefined
  readonly why: string | null
}

export interface AuditPageProps {
  readonly viewer: Actor
  /** Newest first, of this page. */
  readonly entries: readonly ShownAuditEntry[]
  readonly chosen: { readonly kind?: AuditKind | undefined; readonly who?: string | undefined }
  readonly accounts: readonly { readonly id: number; readonly name: string }[]
  /** Entries that fit what is chosen. */
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** What was done to accounts and to whatever lets somebody in, the newest first. */
export const AuditPage = (props: AuditPageProps) => (
  <>
    <h1>{wording().admin.audit}</h1>
    <AdminNavigation viewer={props.viewer} current="audit" />
    <p class="lede">{wording().admin.auditLede}</p>
    <Filters {...props} />
    <div id="audit" class="stack">
      {props.total === 0 ? <Nothing {...props.chosen} /> : <Found {...props} />}
    </div>
    <p class="state small muted">
      {wording().admin.auditElsewhere((words) => (
        <a href={paths.moderation()}>{words}</a>
      ))}
    </p>
  </>
)

const Nothing = ({ kind, who }: AuditPageProps['chosen']) =>
  kind === undefined && who === undefined ? (
    <Empty title={wording().admin.nothingYet} />
  ) : (
    <Empty title={wording().admin.nothingFits}>
      <p>{wording().admin.nothingFitsHint}</p>
    </Empty>
  )

const Filters = ({ chosen, accounts }: AuditPageProps) => {
  const { kind, everything, kinds, who, everybody } = wording().admin
  return (
    <ListFilters action={paths.audit()} of="audit">
      <Select
        name="kind"
        label={kind}
        prompt={everything}
        value={chosen.kind}
        options={AUDIT_KINDS.map((value) => ({ value, label: kinds[value] }))}
      />
      <Select
        name="who"
        label={who}
        prompt={everybody}
        value={chosen.who}
        options={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </ListFilters>
  )
}

const Found = ({ entries, chosen, total, page, pages }: AuditPageProps) => (
  <>
    <p class="row small">
      <span>{wording().admin.shown(total)}</span>
      <a href={paths.auditCsv(chosen)} download>
        {wording().admin.asCsv}
      </a>
    </p>
    <ol class="list history-list">
      {entries.map((entry) => (
        <Entry {...entry} />
      ))}
    </ol>
    <Pagination
      {...{ page, pages }}
      of={wording().admin.pagesOf}
      addressOf={(n) => paths.audit({ ...chosen, page: n === 1 ? undefined : String(n) })}
    />
  </>
)

const Entry = ({ at, actor, act, topic, why }: ShownAuditEntry) => (
  <li>
    <p class="strong history-deed">
      <AuditActText act={act} actor={actor} />
    </p>
    <p class="small muted">
      <InstantText at={at} />
    </p>
    {topic !== undefined && (
      <p>
        {wording().admin.inTopic(
          <a href={paths.topic(topic.slug)}>
            <bdi>{topic.title}</bdi>
          </a>,
        )}
      </p>
    )}
    {why !== null && (
      <p>
        {act.did === 'disabled a webhook'
          ? wording().admin.saysOtherSide(<bdi>{why}</bdi>)
          : wording().admin.reason(<bdi>{why}</bdi>)}
      </p>
    )}
  </li>
)
