import type { Child } from 'hono/jsx'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { FormToken, Select } from '../shared/fields.tsx'
import { Empty, Pagination, Tabs } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { type Choice, ContradictionItem } from './list-page.tsx'
import { HiddenBack, type ReviewReturn } from './review-form.tsx'
import { type JustSaved, ReviewRegion, type ReviewRegionProps, Saved } from './review-region.tsx'

type QueueName = 'open' | 'disputed' | 'snoozed' | 'new-evidence' | 'done'

const QUEUES = ['open', 'disputed', 'snoozed', 'new-evidence', 'done'] as const

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
    <h1>{wording().review.title}</h1>
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
      label={wording().review.topic}
      prompt={wording().review.allTopics}
      value={topic}
      options={topics.map(({ slug, label }) => ({ value: slug, label }))}
    />
    <button type="submit">{wording().common.apply}</button>
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
      <p class="small muted">{wording().review.forOthers(props.counts.forOthers)}</p>
    )}
  </div>
)

const backOf = ({ queue, topic }: QueueProps): ReviewReturn => ({ next: 'queue', queue, topic })

const QueueTabs = ({ queue, topic, counts }: QueueProps) => (
  <Tabs
    label={wording().review.queue}
    tabs={QUEUES.map((name) => ({
      href: paths.reviewQueue({ queue: name, topic }),
      says: (
        <>
          {wording().review.queues[name]}{' '}
          <span class="number count">{wording().number(counts[name])}</span>
        </>
      ),
      isCurrent: name === queue,
    }))}
  />
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
        of={queue === 'done' ? wording().review.pagesOfDone : wording().review.pagesOfPutOff}
        addressOf={(n) => paths.reviewQueue({ queue, topic, page: String(n) })}
      />
    </>
  )
}

const EmptyList = ({ queue, topic }: ListProps) => (
  <Empty title={queue === 'done' ? wording().review.noneDecided : wording().review.nonePutOff}>
    <p>
      <a href={paths.reviewQueue({ topic })}>
        {queue === 'done' ? wording().review.startOpen : wording().review.seeOpen}
      </a>
    </p>
  </Empty>
)

const BackToQueue = ({ x, viewer, ...queue }: QueueProps & { x: RecordedContradiction }) => (
  <form method="post" action={paths.endSnooze(x)}>
    <FormToken viewer={viewer} />
    <HiddenBack back={{ ...backOf({ viewer, ...queue }), queue: 'open' }} />
    <button class="button-quiet" type="submit">
      {wording().review.now}
    </button>
  </form>
)

/** The heading takes the focus, as that of a pair would have. */
const EndOfQueue = ({ queue, topic, counts }: QueueProps) => (
  <div class="empty">
    <h2 class="empty-title" tabindex={-1} autofocus>
      {wording().review.lastOne}
    </h2>
    <p>
      {wording().review.skipped(counts[queue])}{' '}
      <a href={paths.reviewQueue({ queue, topic })}>{wording().review.again}</a>
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
        {wording().review.nothing}
      </h2>
      <p>{counts.done === 0 ? wording().review.comeHere : wording().review.decided(counts.done)}</p>
      {others.length > 0 && (
        <ul>
          {others.map((name) => (
            <li>
              <a href={paths.reviewQueue({ queue: name, topic })}>
                {wording().review.queueCount(wording().review.queues[name], counts[name])}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
