import type { HistoryThing } from '#server/domain/history-content.ts'
import { paths } from '#server/paths.ts'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { Select } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
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

/** Everything that was done to a topic, and what it takes to check that nothing of it was changed. */
export const HistoryPage = (props: HistoryPageProps) => (
  <>
    {props.done !== undefined && <DoneNotice {...props.done} viewer={props.viewer} />}
    <h1>{wording().history.title}</h1>
    <p class="lede">
      {wording().history.lede((text) => (
        <a href={paths.topicModeration(props.topic.slug)}>{text}</a>
      ))}
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
  const w = wording().history
  return (
    <ListFilters action={address} of="history">
      <Select
        name="of"
        label={w.what}
        prompt={w.everything}
        value={chosen.of}
        options={Object.entries(w.choices).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="by"
        label={w.who}
        prompt={w.everybody}
        value={chosen.by}
        options={actors.map((name) => ({
          value: name,
          label: name === 'dossier import' ? w.importer.choice : name,
        }))}
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
  const w = wording().history
  if (total === 0)
    return (
      <Empty title={w.none}>
        <p>
          {w.noneFits} <a href={paths.history(topic.slug)}>{w.showEverything}</a>
        </p>
      </Empty>
    )
  return (
    <>
      <p class="row small">
        <span>{w.newestFirst(total)}</span>
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
        of={w.pagesOfEntries}
        addressOf={(n) => `${paths.history(topic.slug, queryOf(chosen, n))}#history`}
      />
    </>
  )
}

const Proof = ({ topic }: HistoryPageProps) => (
  <section class="topic-part" aria-labelledby="proof">
    <h2 id="proof">{wording().history.checking}</h2>
    <p class="state">
      {wording().history.proof(
        (text) => (
          <a href={paths.topicCheckpoint(topic.slug)}>{text}</a>
        ),
        (text) => (
          <a href={paths.historyKey}>{text}</a>
        ),
        (text) => (
          <a href={paths.historyProof(topic.slug)} download>
            {text}
          </a>
        ),
      )}
    </p>
  </section>
)
