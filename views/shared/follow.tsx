import { wording } from '../words/wording.ts'
import { FormToken } from './fields.tsx'

/** Where what is new on a page can be followed: paths of its two feeds, and what they are about. */
export interface Feeds {
  readonly of: string
  readonly atom: string
  readonly json: string
}

/** Whether the viewer follows what a page is about, and the path that its button posts to. */
export interface FollowState {
  readonly isFollowed: boolean
  readonly path: string
}

/** For the head of the page, where feed readers look. */
export const FeedLinks = ({ feeds }: { feeds: Feeds }) => (
  <>
    <link rel="alternate" type="application/atom+xml" href={feeds.atom} title={feeds.of} />
    <link rel="alternate" type="application/feed+json" href={feeds.json} title={feeds.of} />
  </>
)

interface FollowProps {
  readonly feeds: Feeds | undefined
  readonly follow: FollowState | undefined
  readonly viewer: { readonly csrf: string } | undefined
}

/** The same for people: a button for those who are signed in, the feeds for everybody. */
export const Follow = ({ feeds, follow, viewer }: FollowProps) =>
  feeds === undefined && follow === undefined ? null : (
    <div class="row no-print" id="follow">
      {follow !== undefined && (
        <form class="row" method="post" action={follow.path}>
          <FormToken viewer={viewer} />
          <button>
            {follow.isFollowed ? wording().shared.stopFollowing : wording().shared.follow}
          </button>
        </form>
      )}
      {follow?.isFollowed === true && <p class="small muted">{wording().shared.newInInbox}</p>}
      {feeds !== undefined && (
        <p class="row small muted">
          {follow === undefined ? wording().shared.followHere : wording().shared.feeds}
          <a href={feeds.atom}>Atom</a> <a href={feeds.json}>{wording().shared.jsonFeed}</a>
        </p>
      )}
    </div>
  )
