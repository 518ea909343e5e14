import type { HistoryThing } from '#server/domain/history-content.ts'
import { paths } from '#server/paths.ts'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { Select } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'
import { type HistoryItem, HistoryList } from './history-list.tsx'

export interface HistoryPageProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly items: readonly HistoryItem[]
  /** Entries that fit what is chosen. */
  readonly total: number
  readonly chosen: { readonly of?: HistoryThing | undefined; readonly by?: string | undefined }
  readonly actors: readonly string[]
  readonly page: number
  readonly pages: number
  /** What was restored a moment ago. */
  readonly done: { readonly says: string; readonly undo: UndoForm | undefined } | undefined
  readonly viewer: { readonly csrf: string } | undefined
}

/** The things of a history, as a choice among them. */
const thingWords: Readonly<Record<HistoryThing, string>> = {
  topic: 'The topic itself',
  party: 'Parties',
  person: 'People',
  source: 'Sources',
  issue: 'Issues',
  claim: 'Claims',
  search: 'Searches',
  reply: 'Replies',
  contradiction: 'Contradictions and reviews',
}

/** Everything that was done to a topic, and what it takes to check that nothing of it was changed. */
export const HistoryPage = (props: HistoryPageProps) => (
  <>
    {props.done !== undefined && <DoneNotice {...props.done} viewer={props.viewer} />}
    <h1>History</h1>
    <p class="lede">
      Who recorded, changed and decided what, when and why. Nothing is overwritten: every entry
      stays, and each is bound to the one before it by a hash. What editors and owners did to
      others’ work stands by itself under{' '}
      <a href={paths.topicModeration(props.topic.slug)}>moderation</a>.
    </p>
    <Filters {...props} />
    <div id="history" class="stack">
      <Found {...props} />
    </div>
    <Proof {...props} />
  </>
)

const Filters = ({ topic, chosen, actors }: HistoryPageProps) => {
  const address = paths.history(topic.slug)
  return (
    <ListFilters action={address} of="history">
      <Select
        name="of"
        label="What"
        prompt="Everything"
        value={chosen.of}
        options={Object.entries(thingWords).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="by"
        label="Who"
        prompt="Everybody"
        value={chosen.by}
        options={actors.map((name) => ({ value: name, label: name }))}
      />
    </ListFilters>
  )
}

const queryOf = ({ of, by }: HistoryPageProps['chosen'], page = 1) => ({
  of,
  by,
  page: page === 1 ? undefined : String(page),
})

const Found = ({ topic, items, total, chosen, page, pages }: HistoryPageProps) => {
  if (total === 0)
    return (
      <Empty title="No entries">
        <p>
          Nothing here fits what is chosen. <a href={paths.history(topic.slug)}>Show everything</a>
        </p>
      </Empty>
    )
  return (
    <>
      <p class="row small">
        <span>{counted(total, 'entry', 'entries')}, the newest first</span>
        <a href={paths.historyCsv(topic.slug, queryOf(chosen))} download>
          CSV
        </a>
        <a href={paths.historyJson(topic.slug, queryOf(chosen))} download>
          JSON
        </a>
      </p>
      <HistoryList items={items} isOfOneThing={false} withFirst={false} />
      <Pagination
        page={page}
        pages={pages}
        of="entries"
        addressOf={(n) => `${paths.history(topic.slug, queryOf(chosen, n))}#history`}
      />
    </>
  )
}

const Proof = ({ topic }: HistoryPageProps) => (
  <section class="topic-part" aria-labelledby="proof">
    <h2 id="proof">Checking it</h2>
    <p class="state">
      The <a href={paths.topicCheckpoint(topic.slug)}>checkpoint</a> says how many entries there are
      and what the last one’s hash is, signed with <a href={paths.historyKey}>this site’s key</a>.
      Whoever keeps one can tell later whether anything before it was changed, or the end cut off.
      The{' '}
      <a href={paths.historyProof(topic.slug)} download>
        proof
      </a>{' '}
      holds every entry, so that all hashes can be made again without this site. What was said of
      contradictions that are not settled is in it by its hash alone.
    </p>
  </section>
)
