import type { Child } from 'hono/jsx'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { Select } from '../shared/fields.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { type Choice, ContradictionItem } from './list-page.tsx'
import type { ReviewReturn } from './review-form.tsx'
import { type JustSaved, ReviewRegion, type ReviewRegionProps, Saved } from './review-region.tsx'
import { counted } from '../shared/stance.tsx'

type QueueName = 'open' | 'under-review' | 'new-evidence' | 'done'

const queueWords: Readonly<Record<QueueName, string>> = {
  open: 'Open',
  'under-review': 'Under review',
  'new-evidence': 'New evidence',
  done: 'Done',
}

export interface QueueProps {
  readonly queue: QueueName
  readonly topic: string | undefined
  readonly counts: Readonly<Record<QueueName, number>>
  readonly viewer: Viewer
  readonly saved?: JustSaved | undefined
  /** The pair to decide on; undefined where the queue holds none, or no further one. */
  readonly item?: ReviewRegionProps | undefined
  readonly done?: {
    readonly items: readonly RecordedContradiction[]
    readonly page: number
    readonly pages: number
  }
}

export const QueuePage = ({ topics, ...queue }: QueueProps & { topics: readonly Choice[] }) => (
  <>
    <h1>Review</h1>
    {topics.length > 1 && <TopicFilter topics={topics} queue={queue.queue} topic={queue.topic} />}
    <QueuePart {...queue} />
  </>
)

const TopicFilter = ({
  topics,
  queue,
  topic,
}: {
  topics: readonly Choice[]
  queue: QueueName
  topic: string | undefined
}) => (
  <form class="filters queue-filter" method="get" action={paths.reviewQueue()}>
    <input type="hidden" name="queue" value={queue} />
    <Select
      name="topic"
      label="Topic"
      prompt="All topics"
      value={topic}
      options={topics.map(({ slug, label }) => ({ value: slug, label }))}
    />
    <button type="submit">Apply</button>
  </form>
)

/** What htmx swaps after a decision: counts, what was saved, and the next pair. */
export const QueuePart = (props: QueueProps) => (
  <div id="review" class="stack">
    <QueueTabs {...props} />
    {props.saved !== undefined && (
      <Saved saved={props.saved} viewer={props.viewer} back={backOf(props)} />
    )}
    <Body {...props} />
  </div>
)

const backOf = ({ queue, topic }: QueueProps): ReviewReturn => ({ next: 'queue', queue, topic })

const QueueTabs = ({ queue, topic, counts }: QueueProps) => (
  <nav class="tabs" aria-label="Queue">
    <ul>
      {(Object.keys(queueWords) as QueueName[]).map((name) => (
        <li>
          <a
            href={paths.reviewQueue({ queue: name, topic })}
            aria-current={name === queue ? 'page' : undefined}
          >
            {queueWords[name]}{' '}
            <span class="number count">{counts[name].toLocaleString('en-GB')}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Body = (props: QueueProps): Child => {
  if (props.done !== undefined) return <Done {...props} done={props.done} />
  if (props.item !== undefined) return <ReviewRegion {...props.item} />
  return props.counts[props.queue] > 0 ? <EndOfQueue {...props} /> : <NothingLeft {...props} />
}

const Done = ({ done, topic, queue }: QueueProps & { done: NonNullable<QueueProps['done']> }) =>
  done.items.length === 0 ? (
    <Empty title="Nothing has been decided yet">
      <p>
        <a href={paths.reviewQueue({ topic })}>Start with what is open</a>
      </p>
    </Empty>
  ) : (
    <>
      <ol class="list contradictions">
        {done.items.map((x) => (
          <li>
            <ContradictionItem x={x} />
          </li>
        ))}
      </ol>
      <Pagination
        page={done.page}
        pages={done.pages}
        of="decided contradictions"
        addressOf={(n) => paths.reviewQueue({ queue, topic, page: String(n) })}
      />
    </>
  )

/** The heading takes the focus, as that of a pair would have. */
const EndOfQueue = ({ queue, topic, counts }: QueueProps) => (
  <div class="empty">
    <h2 class="empty-title" tabindex={-1} autofocus>
      That was the last one
    </h2>
    <p>
      {counted(counts[queue], 'contradiction')} in this queue, skipped for now.{' '}
      <a href={paths.reviewQueue({ queue, topic })}>Start again from the top</a>
    </p>
  </div>
)

const NothingLeft = ({ queue, topic, counts }: QueueProps) => {
  const others = (['open', 'under-review', 'new-evidence'] as const).filter(
    (name) => name !== queue && counts[name] > 0,
  )
  return (
    <div class="empty">
      <h2 class="empty-title" tabindex={-1} autofocus>
        Nothing to review
      </h2>
      <p>
        {counts.done === 0
          ? 'Contradictions come here as soon as claims on record conflict.'
          : `${counted(counts.done, 'contradiction')} decided.`}
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((name) => (
            <li>
              <a href={paths.reviewQueue({ queue: name, topic })}>
                {queueWords[name]}: {counts[name].toLocaleString('en-GB')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
