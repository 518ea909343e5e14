import { type Actor, may } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { FormToken } from '../shared/fields.tsx'
import type { PageProps, Section, Viewer } from './document.tsx'
import { HeaderSearch, Palette } from './header-search.tsx'

type Asking = (Viewer & Actor) | undefined

interface NavigationLink {
  readonly section: Section
  readonly label: string
  readonly href: string
}

const linksOf = (topic: PageProps['topic'], viewer: Asking): NavigationLink[] => {
  const review = may(viewer, 'review')
    ? [{ section: 'review', label: 'Review', href: paths.reviewQueue() } as const]
    : []
  if (topic === undefined)
    return [{ section: 'topics', label: 'Topics', href: paths.home }, ...review]
  return [
    { section: 'compare', label: 'Compare', href: paths.compare(topic.slug) },
    { section: 'issues', label: 'Issues', href: paths.issues(topic.slug) },
    { section: 'parties', label: 'Parties', href: paths.parties(topic.slug) },
    { section: 'sources', label: 'Sources', href: paths.sources(topic.slug) },
    { section: 'contradictions', label: 'Contradictions', href: paths.contradictions(topic.slug) },
    ...review,
  ]
}

/** Wordmark, main navigation, search, and who is signed in. */
export const SiteHeader = ({
  topic,
  current,
  viewer,
  unread,
}: Pick<PageProps, 'topic' | 'current'> & { viewer: Asking; unread: number }) => (
  <header class="site-header">
    <div class="bar">
      <a class="wordmark" href={paths.home}>
        Gainsay
      </a>
      <nav aria-label="Main">
        <ul>
          {linksOf(topic, viewer).map(({ section, label, href }) => (
            <li>
              <a href={href} aria-current={section === current ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <HeaderSearch current={current} />
      {viewer === undefined ? (
        <a class="small signed-in" href={paths.signInForm()}>
          Sign in
        </a>
      ) : (
        <SignedIn viewer={viewer} current={current} unread={unread} />
      )}
    </div>
    <Palette topic={topic} mayReview={may(viewer, 'review')} />
  </header>
)

interface SignedInProps extends Pick<PageProps, 'current'> {
  readonly viewer: Viewer & Actor
  readonly unread: number
}

const SignedIn = ({ viewer, current, unread }: SignedInProps) => (
  <form class="signed-in" method="post" action={paths.signOut}>
    <FormToken viewer={viewer} />
    {may(viewer, 'keep an account') && (
      <a class="small" href={paths.inbox()} aria-current={current === 'inbox' ? 'page' : undefined}>
        Inbox
        {unread > 0 && (
          <>
            {' '}
            ({describeUnread(unread)}
            <span class="visually-hidden"> new</span>)
          </>
        )}
      </a>
    )}
    {may(viewer, 'invite people') && (
      <a class="small" href={paths.people} aria-current={current === 'people' ? 'page' : undefined}>
        People
      </a>
    )}
    <a
      class="small"
      href={paths.settings}
      aria-current={current === 'account' ? 'page' : undefined}
    >
      <bdi>{viewer.name}</bdi>
      <span class="visually-hidden">, your account</span>
    </a>
    <button class="button-quiet" type="submit">
      Sign out
    </button>
  </form>
)

/** Above this the header says no figure. */
export const MOST_UNREAD = 99

const describeUnread = (unread: number): string =>
  unread > MOST_UNREAD ? `more than ${MOST_UNREAD}` : String(unread)
