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
          <button>{follow.isFollowed ? 'Stop following' : 'Follow'}</button>
        </form>
      )}
      {follow?.isFollowed === true && (
        <p class="small muted">You find what is new in your inbox.</p>
      )}
      {feeds !== undefined && (
        <p class="row small muted">
          {follow === undefined ? 'Follow what is new here: ' : 'Feeds: '}
          <a href={feeds.atom}>Atom</a> <a href={feeds.json}>JSON Feed</a>
        </p>
      )}
    </div>
  )
