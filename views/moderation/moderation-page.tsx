import {
  type ModerationKind,
  type ModerationLine,
  moderationKinds,
} from '#server/domain/moderation.ts'
import { paths } from '#server/paths.ts'
import { FieldChanges } from '../history/field-changes.tsx'
import { Thing } from '../history/history-list.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { Select } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'

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
    <h1>{wording().moderation.title}</h1>
    <p class="lede">
      {wording().moderation.lede((words) => (
        <a href={paths.history(props.topic.slug)}>{words}</a>
      ))}
    </p>
    <Filters {...props} />
    <div id="moderation" class="stack">
      <Found {...props} />
    </div>
    <p class="state small muted">
      {wording().moderation.leftOut((words) => (
        <a href={paths.moderation()}>{words}</a>
      ))}
    </p>
  </>
)

const Filters = ({ topic, chosen, moderators }: ModerationPageProps) => {
  const w = wording().moderation
  return (
    <ListFilters action={paths.topicModeration(topic.slug)} of="moderation">
      <Select
        name="kind"
        label={w.what}
        prompt={w.everything}
        value={chosen.kind}
        options={moderationKinds.map((kind) => ({ value: kind, label: w.kind(kind) }))}
      />
      <Select
        name="by"
        label={w.who}
        prompt={w.everybody}
        value={chosen.by}
        options={moderators.map((name) => ({
          value: name,
          label: name === 'dossier import' ? wording().history.importer.choice : name,
        }))}
      />
    </ListFilters>
  )
}

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
        <span>{wording().moderation.newestFirst(total)}</span>
        <a href={paths.topicModerationJson(topic.slug, queryOf(chosen))}>JSON</a>
        {props.hasFeeds && (
          <>
            <a href={paths.topicModerationFeed(topic.slug, 'atom')}>Atom</a>
            <a href={paths.topicModerationFeed(topic.slug, 'json')}>
              {wording().moderation.jsonFeed}
            </a>
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
        of={wording().moderation.pagesOfEntries}
        addressOf={(n) => `${paths.topicModeration(topic.slug, queryOf(chosen, n))}#moderation`}
      />
    </>
  )
}

const Nothing = ({ topic, chosen }: ModerationPageProps) => {
  const w = wording().moderation
  return chosen.kind === undefined && chosen.by === undefined ? (
    <Empty title={w.nothingYet}>
      <p>{w.nobodyDid}</p>
    </Empty>
  ) : (
    <Empty title={w.noEntries}>
      <p>
        {w.noneFits} <a href={paths.topicModeration(topic.slug)}>{w.showEverything}</a>
      </p>
    </Empty>
  )
}

const Line = ({ line }: { line: ModerationLine }) => (
  <li id={`e${line.seq}`}>
    <p class="strong history-deed">
      {wording().moderation.deed(
        line.kind,
        <bdi>{line.by === 'dossier import' ? wording().history.importer.first : line.by}</bdi>,
        <Thing thing={line.thing} />,
        line.outcome,
      )}
    </p>
    <p class="row small muted">
      <span class="tag">{wording().moderation.kind(line.kind)}</span>
      <InstantText at={line.at} />
      <span>{wording().moderation.entry(line.seq)}</span>
    </p>
    {line.why !== undefined && <p>{wording().moderation.reason(<bdi>{line.why}</bdi>)}</p>}
    {line.changes.length > 0 && (
      <FieldChanges version={line.seq} isFirst={false} changes={line.changes} />
    )}
  </li>
)
