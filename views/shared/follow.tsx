/** Where what is new on a page can be followed: paths of its two feeds, and what they are about. */
export interface Feeds {
  readonly of: string
  readonly atom: string
  readonly json: string
}

/** For the head of the page, where feed readers look. */
export const FeedLinks = ({ feeds }: { feeds: Feeds }) => (
  <>
    <link rel="alternate" type="application/atom+xml" href={feeds.atom} title={feeds.of} />
    <link rel="alternate" type="application/feed+json" href={feeds.json} title={feeds.of} />
  </>
)

/** The same for people. */
export const Follow = ({ feeds }: { feeds: Feeds }) => (
  <p class="row small muted no-print">
    Follow what is new here: <a href={feeds.atom}>Atom</a> <a href={feeds.json}>JSON Feed</a>
  </p>
)
