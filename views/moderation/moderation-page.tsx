import {
  MODERATION_KINDS,
  type ModerationKind,
  type ModerationLine,
  moderationKinds,
  moderatorOf,
} from '#server/domain/moderation.ts'
import { paths } from '#server/paths.ts'
import { FieldChanges } from '../history/field-changes.tsx'
import { Thing } from '../history/history-list.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { Select } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'

export interface ModerationPageProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly lines: readonly ModerationLine[]
  /** Lines that fit what is chosen. */
  readonly total: number
  readonly chosen: { readonly kind?: ModerationKind | undefined; readonly by?: string | undefined }
  readonly moderators: readonly string[]
  /** Feed readers do not sign in: only what is public has feeds to offer. */
  readonly hasFeeds: boolean
  readonly page: number
  readonly pages: number
}

/** What editors and owners did in a topic to others' work and to the record's form, the newest first. */
export const ModerationPage = (props: ModerationPageProps) => (
  <>
    <h1>Moderation</h1>
    <p class="lede">
      What was withdrawn and put back, changed by somebody else than who recorded it, restored or
      erased, settled by an editor or dismissed, and how this topic is set up: who did it, when and
      why. It is read from the <a href={paths.history(props.topic.slug)}>history</a>, to which
      entries are only ever added.
    </p>
    <Filters {...props} />
    <div id="moderation" class="stack">
      <Found {...props} />
    </div>
    <p class="state small muted">
      What was decided on a contradiction that is not settled now is left out, or told without its
      outcome and reason, since reviewers decide without knowing it. What was done to accounts is in
      the <a href={paths.moderation()}>log of the site</a>.
    </p>
  </>
)

const Filters = ({ topic, chosen, moderators }: ModerationPageProps) => (
  <ListFilters action={paths.topicModeration(topic.slug)} of="moderation">
    <Select
      name="kind"
      label="What"
      prompt="Everything"
      value={chosen.kind}
      options={moderationKinds.map((kind) => ({
        value: kind,
        label: MODERATION_KINDS[kind].label,
      }))}
    />
    <Select
      name="by"
      label="Who"
      prompt="Everybody"
      value={chosen.by}
      options={moderators.map((name) => ({ value: name, label: name }))}
    />
  </ListFilters>
)

const queryOf = ({ kind, by }: ModerationPageProps['chosen'], page = 1) => ({
  kind,
  by,
  page: page === 1 ? undefined : String(page),
})

const Found = (props: ModerationPageProps) => {
  const { topic, lines, total, chosen, page, pages } = props
  if (total === 0) return <Nothing {...props} />
  return (
    <>
      <p class="row small">
        <span>{counted(total, 'entry', 'entries')}, the newest first</span>
        <a href={paths.topicModerationJson(topic.slug, queryOf(chosen))}>JSON</a>
        {props.hasFeeds && (
          <>
            <a href={paths.topicModerationFeed(topic.slug, 'atom')}>Atom</a>
            <a href={paths.topicModerationFeed(topic.slug, 'json')}>JSON Feed</a>
          </>
        )}
      </p>
      <ol class="list history-list">
        {lines.map((line) => (
          <Line line={line} />
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        of="entries"
        addressOf={(n) => `${paths.topicModeration(topic.slug, queryOf(chosen, n))}#moderation`}
      />
    </>
  )
}

const Nothing = ({ topic, chosen }: ModerationPageProps) =>
  chosen.kind === undefined && chosen.by === undefined ? (
    <Empty title="Nothing yet">
      <p>Nobody has withdrawn, settled, dismissed or set up anything in this topic.</p>
    </Empty>
  ) : (
    <Empty title="No entries">
      <p>
        Nothing here fits what is chosen.{' '}
        <a href={paths.topicModeration(topic.slug)}>Show everything</a>
      </p>
    </Empty>
  )

const Line = ({ line }: { line: ModerationLine }) => (
  <li id={`e${line.seq}`}>
    <p class="strong history-deed">
      <bdi>{moderatorOf(line)}</bdi> {MODERATION_KINDS[line.kind].verb} <Thing thing={line.thing} />
      {line.outcome !== undefined && ` ${line.outcome}`}
    </p>
    <p class="row small muted">
      <span class="tag">{MODERATION_KINDS[line.kind].label}</span>
      <InstantText at={line.at} />
      <span>Entry {line.seq.toLocaleString('en-GB')} of the history</span>
    </p>
    {line.why !== undefined && (
      <p>
        Reason: <bdi>{line.why}</bdi>
      </p>
    )}
    {line.changes.length > 0 && (
      <FieldChanges version={line.seq} isFirst={false} changes={line.changes} />
    )}
  </li>
)
