import { groupBy } from '#server/domain/grouping.ts'
import type { FollowedKind, Told } from '#server/domain/recorded-changes.ts'
import { type Addressed, paths } from '#server/paths.ts'
import { type Piece, Sentence } from '../contradiction/sentence.tsx'
import { pathOf, titlePieces } from '../feed/entry.tsx'
import type { Viewer } from '../layout/document.tsx'
import { DoneNotice } from '../shared/done-notice.tsx'
import { ErrorSummary, type FieldErrors, FormToken } from '../shared/fields.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** Something that happened, in its topic. */
export interface ShownEntry {
  readonly told: Told
  readonly topic: { readonly title: string }
  readonly isNew: boolean
}

/** Something that is followed. */
export interface ShownFollow {
  readonly of: FollowedKind
  readonly thing: Addressed
  readonly pieces: readonly Piece[]
  readonly topicTitle: string
}

/** What was followed until a moment ago: its name, where following it is posted, and since when. */
export interface EndedFollow {
  readonly name: string
  readonly path: string
  readonly since: string
}

/** A list of what is followed, and where stopping leads back to. */
export interface FollowingProps {
  readonly viewer: Viewer
  readonly follows: readonly ShownFollow[]
  readonly back: 'inbox' | 'notifications'
}

export interface InboxPageProps {
  readonly viewer: Viewer
  /** Newest first, of this page. */
  readonly entries: readonly ShownEntry[]
  readonly total: number
  readonly unread: number
  /** The instant of the newest there is. */
  readonly newest: Date | null
  readonly page: number
  readonly pages: number
  readonly follows: readonly ShownFollow[]
  readonly errors: FieldErrors
  readonly ended: EndedFollow | undefined
}

/** What happened to what one follows, by day, and what that is. */
export const InboxPage = (props: InboxPageProps) => (
  <div class="parts">
    <ErrorSummary errors={props.errors} />
    {props.ended !== undefined && <Ended ended={props.ended} viewer={props.viewer} back="inbox" />}
    <h1>{wording().inbox.title}</h1>
    <p class="lede">{wording().inbox.lede}</p>
    {props.total === 0 ? <Nothing {...props} /> : <Happened {...props} />}
    <Following {...props} back="inbox" />
  </div>
)

/** What is no longer followed, with the way back. */
export const Ended = ({
  ended,
  viewer,
  back,
}: Omit<FollowingProps, 'follows'> & { ended: EndedFollow }) => (
  <DoneNotice
    undo={{
      path: ended.path,
      fields: { since: ended.since, back },
      of: wording().inbox.undoOf(ended.name),
    }}
    viewer={viewer}
  >
    <p>{wording().inbox.ended(<bdi>{ended.name}</bdi>)}</p>
  </DoneNotice>
)

const Nothing = ({ follows }: InboxPageProps) =>
  follows.length === 0 ? (
    <Empty title={wording().inbox.followNothing}>
      <p>
        {wording().inbox.howToFollow} <a href={paths.home}>{wording().inbox.seeTopics}</a>
      </p>
    </Empty>
  ) : (
    <Empty title={wording().inbox.nothingYet}>
      <p>{wording().inbox.fromNowOn}</p>
    </Empty>
  )

const Happened = ({ viewer, entries, total, unread, newest, page, pages }: InboxPageProps) => (
  <>
    <div class="row">
      <p>{wording().inbox.entries(total, unread)}</p>
      {unread > 0 && newest !== null && (
        <form method="post" action={paths.inbox()}>
          <FormToken viewer={viewer} />
          <input type="hidden" name="until" value={newest.toISOString()} />
          <button>{wording().inbox.markRead}</button>
        </form>
      )}
    </div>
    {[...groupBy(entries, (entry) => dayOf(entry.told.change.at))].map(([day, ofDay]) => (
      <Day day={day} entries={ofDay} />
    ))}
    <Pagination
      {...{ page, pages }}
      addressOf={(n) => paths.inbox(n === 1 ? {} : { page: String(n) })}
      of={wording().inbox.pagesOf}
    />
  </>
)

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

const Day = ({ day, entries }: { day: string; entries: readonly ShownEntry[] }) => (
  <section aria-labelledby={`d-${day}`}>
    <h2 id={`d-${day}`}>
      <time datetime={day}>{describeDate(day)}</time>
    </h2>
    <ol class="list inbox">
      {entries.map((entry) => (
        <Entry {...entry} />
      ))}
    </ol>
  </section>
)

const Entry = ({ told, topic, isNew }: ShownEntry) => {
  const at = told.change.at.toISOString()
  return (
    <li>
      <p>
        {isNew && <strong class="new-mark">{wording().inbox.isNew}</strong>}{' '}
        <a href={pathOf(told)}>
          <Sentence pieces={titlePieces(told)} />
        </a>
      </p>
      <p class="small muted">
        {wording().inbox.inTopic(
          <time datetime={at}>{at.slice(11, 16)} UTC</time>,
          <bdi>{topic.title}</bdi>,
        )}
      </p>
    </li>
  )
}

/** What is followed, each with a button to stop; nothing where that is nothing. */
export const Following = ({ viewer, follows, back }: FollowingProps) =>
  follows.length === 0 ? null : (
    <section aria-labelledby="following">
      <h2 id="following">{wording().inbox.following}</h2>
      <ul class="list">
        {follows.map((follow) => (
          <Followed viewer={viewer} follow={follow} back={back} />
        ))}
      </ul>
    </section>
  )

const homeOf: Readonly<Record<FollowedKind, (thing: Addressed) => string>> = {
  topic: ({ slug = '' }) => paths.topic(slug),
  party: paths.party,
  issue: paths.issue,
  contradiction: paths.contradiction,
}

const Followed = ({
  viewer,
  follow,
  back,
}: Omit<FollowingProps, 'follows'> & { follow: ShownFollow }) => {
  const { of, thing, pieces, topicTitle } = follow
  const { kinds, kindIn, stop } = wording().inbox
  return (
    <li class="followed">
      <div>
        <p>
          <a href={homeOf[of](thing)}>
            <Sentence pieces={pieces} />
          </a>
        </p>
        <p class="small muted">
          {of === 'topic' ? kinds[of] : kindIn(kinds[of], <bdi>{topicTitle}</bdi>)}
        </p>
      </div>
      <form method="post" action={paths.stopFollowing(of, thing)}>
        <FormToken viewer={viewer} />
        <input type="hidden" name="back" value={back} />
        <button class="button-quiet">{stop(<Sentence pieces={pieces} />)}</button>
      </form>
    </li>
  )
}
