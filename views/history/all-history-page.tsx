import { paths } from '#server/paths.ts'
import { Select, TextField } from '../shared/fields.tsx'
import { ListFilters } from '../shared/list-filters.tsx'
import { Empty } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { type HistoryItem, HistoryList } from './history-list.tsx'

/** What is chosen; names as in the address. */
interface Chosen {
  readonly entity?: string | undefined
  readonly topic?: string | undefined
  readonly kind?: string | undefined
  readonly by?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The entry after which the page begins. */
  readonly before?: string | undefined
}

export interface AllHistoryProps {
  readonly items: readonly HistoryItem[]
  readonly topics: readonly { readonly slug: string; readonly title: string }[]
  readonly chosen: Chosen
  /** What alone is asked for. */
  readonly thing: { readonly label: string | undefined; readonly href: string } | undefined
  /** Where older entries go on; undefined where there are none. */
  readonly older: string | undefined
}

/** Every change of every topic that the viewer may see, the newest first. */
export const AllHistoryPage = (props: AllHistoryProps) => (
  <>
    <h1>{wording().allHistory.title}</h1>
    <p class="lede">{wording().allHistory.lede}</p>
    <Filters {...props} />
    <div id="history" class="stack">
      <Found {...props} />
    </div>
  </>
)

const Filters = ({ topics, chosen }: AllHistoryProps) => {
  const w = wording().allHistory
  const { what, everything, who, choices } = wording().history
  return (
    <ListFilters action={paths.allHistory()} of="history">
      {chosen.entity !== undefined && <input type="hidden" name="entity" value={chosen.entity} />}
      <Select
        name="topic"
        label={w.topic}
        prompt={w.allTopics}
        value={chosen.topic}
        options={topics.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <Select
        name="kind"
        label={what}
        prompt={everything}
        value={chosen.kind}
        options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="by" label={who} value={chosen.by} width="medium" maxLength={300} />
      <TextField name="from" label={w.from} type="date" value={chosen.from} width="medium" />
      <TextField name="to" label={w.to} type="date" value={chosen.to} width="medium" />
    </ListFilters>
  )
}

const Found = (props: AllHistoryProps) => {
  const { items, chosen, older } = props
  const w = wording().allHistory
  return (
    <>
      <Narrowed {...props} />
      {items.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <p class="row small">
            <span>{w.newestFirst}</span>
            <a href={paths.allHistoryCsv({ ...chosen, before: undefined })} download>
              CSV
            </a>
            <a href={paths.allHistoryJson({ ...chosen, before: undefined })} download>
              JSON
            </a>
          </p>
          <HistoryList items={items} isOfOneThing={false} withFirst={false} />
        </>
      )}
      <Steps chosen={chosen} older={older} />
    </>
  )
}

/** That the list is about one thing alone, and the way out of that. */
const Narrowed = ({ thing, chosen }: AllHistoryProps) => {
  if (thing === undefined) return null
  const w = wording().allHistory
  const all = paths.allHistory({ ...chosen, entity: undefined, before: undefined })
  return (
    <p class="row">
      <span>
        {w.narrowedTo(
          <a href={thing.href}>
            <bdi>{thing.label ?? w.oneContradiction}</bdi>
          </a>,
        )}
      </span>
      <a href={all}>{w.everyThing}</a>
    </p>
  )
}

const Nothing = () => {
  const { none, noneFits, showEverything } = wording().history
  return (
    <Empty title={none}>
      <p>
        {noneFits} <a href={paths.allHistory()}>{showEverything}</a>
      </p>
    </Empty>
  )
}

/** On to what is older, and back to the newest; nobody counts all entries for a page number. */
const Steps = ({ chosen, older }: Pick<AllHistoryProps, 'chosen' | 'older'>) => {
  const w = wording().allHistory
  if (older === undefined && chosen.before === undefined) return null
  const at = (before: string | undefined) => `${paths.allHistory({ ...chosen, before })}#history`
  return (
    <nav class="pagination" aria-label={wording().common.pagesOf(wording().history.pagesOfEntries)}>
      {chosen.before !== undefined && (
        <a rel="first" href={at(undefined)}>
          {w.newest}
        </a>
      )}
      {older !== undefined && (
        <a rel="next" data-key="]" href={at(older)}>
          {w.older}
        </a>
      )}
    </nav>
  )
}
