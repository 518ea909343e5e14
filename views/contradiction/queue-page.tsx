import type { Child } from 'hono/jsx'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { FormToken, Select } from '../shared/fields.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { type Choice, ContradictionItem } from './list-page.tsx'
import { HiddenBack, type ReviewReturn } from './review-form.tsx'
import { type JustSaved, ReviewRegion, type ReviewRegionProps, Saved } from './review-region.tsx'
import { counted } from '../shared/stance.tsx'

type QueueName = 'open' | 'disputed' | 'snoozed' | 'new-evidence' | 'done'

const queueWords: Readonly<Record<QueueName, string>> = {
  open: 'Open',
  disputed: 'Disputed',
  snoozed: 'Put off',
  'new-evidence': 'New evidence',
  done: 'Done',
}

export interface QueueProps {
  readonly queue: QueueName
  readonly topic: string | undefined
  readonly counts: Readonly<Record<QueueName, number>> & {
    /** What waits for somebody else, because the viewer recorded a part of it. */
    readonly forOthers: number
  }
  readonly viewer: Viewer
  readonly saved?: JustSaved | undefined
  /** The pair to decide on; undefined where the queue holds none, or no further one. */
  readonly item?: ReviewRegionProps | undefined
  /** The queues that are lists: what was put off, and what is done. */
  readonly list?: {
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
  <div id="review" class="stack" data-keys>
    <QueueTabs {...props} />
    {props.saved !== undefined && (
      <Saved saved={props.saved} viewer={props.viewer} back={backOf(props)} />
    )}
    <Body {...props} />
    {props.counts.forOthers > 0 && (
      <p class="small muted">
        {counted(props.counts.forOthers, 'contradiction')} more{' '}
        {props.counts.forOthers === 1 ? 'waits' : 'wait'} for somebody else, because you recorded or
        changed a claim of the pair.
      </p>
    )}
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
  if (props.list !== undefined) return <List {...props} list={props.list} />
  if (props.item !== undefined) return <ReviewRegion {...props.item} />
  return props.counts[props.queue] > 0 ? <EndOfQueue {...props} /> : <NothingLeft {...props} />
}

type ListProps = QueueProps & { list: NonNullable<QueueProps['list']> }

const List = (props: ListProps) => {
  const { list, topic, queue } = props
  if (list.items.length === 0) return <EmptyList {...props} />
  return (
    <>
      <ol class="list contradictions">
        {list.items.map((x) => (
          <li>
            <ContradictionItem x={x} />
            {queue === 'snoozed' && <BackToQueue x={x} {...props} />}
          </li>
        ))}
      </ol>
      <Pagination
        page={list.page}
        pages={list.pages}
        of={queue === 'done' ? 'decided contradictions' : 'contradictions put off'}
        addressOf={(n) => paths.reviewQueue({ queue, topic, page: String(n) })}
      />
    </>
  )
}

const EmptyList = ({ queue, topic }: ListProps) => (
  <Empty title={queue === 'done' ? 'Nothing has been decided yet' : 'Nothing is put off'}>
    <p>
      <a href={paths.reviewQueue({ topic })}>
        {queue === 'done' ? 'Start with what is open' : 'See what is open'}
      </a>
    </p>
  </Empty>
)

const BackToQueue = ({ x, viewer, ...queue }: QueueProps & { x: RecordedContradiction }) => (
  <form method="post" action={paths.endSnooze(x)}>
    <FormToken viewer={viewer} />
    <HiddenBack back={{ ...backOf({ viewer, ...queue }), queue: 'open' }} />
    <button class="button-quiet" type="submit">
      Review it now
    </button>
  </form>
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
  const others = (['open', 'disputed', 'new-evidence', 'snoozed'] as const).filter(
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
