import { type Actor, may } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { FormToken } from '../shared/fields.tsx'
import type { Words } from '../words/english.ts'
import { wording } from '../words/wording.ts'
import type { PageProps, Section, Viewer } from './document.tsx'
import { HeaderSearch, Palette } from './header-search.tsx'

type Asking = (Viewer & Actor) | undefined
type Places = Words['layout']['places']

type Link = readonly [section: keyof Places & Section, href: string]

const linksOf = (topic: PageProps['topic'], viewer: Asking): readonly Link[] => {
  const review: Link[] = may(viewer, 'review') ? [['review', paths.reviewQueue()]] : []
  if (topic === undefined) return [['topics', paths.home], ...review]
  return [
    ['compare', paths.compare(topic.slug)],
    ['issues', paths.issues(topic.slug)],
    ['parties', paths.parties(topic.slug)],
    ['sources', paths.sources(topic.slug)],
    ['contradictions', paths.contradictions(topic.slug)],
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
      <nav aria-label={wording().layout.main}>
        <ul>
          {linksOf(topic, viewer).map(([section, href]) => (
            <li>
              <a href={href} aria-current={section === current ? 'page' : undefined}>
                {wording().layout.places[section]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <HeaderSearch current={current} />
      {viewer === undefined ? (
        <a class="small signed-in" href={paths.signInForm()}>
          {wording().layout.signIn}
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
        {wording().layout.places.inbox}
        {unread > 0 && (
          <> {wording().layout.unread(Math.min(unread, MOST_UNREAD), unread > MOST_UNREAD)}</>
        )}
      </a>
    )}
    {may(viewer, 'invite people') && (
      <a class="small" href={paths.people} aria-current={current === 'people' ? 'page' : undefined}>
        {wording().layout.places.people}
      </a>
    )}
    <a
      class="small"
      href={paths.settings}
      aria-current={current === 'account' ? 'page' : undefined}
    >
      {wording().layout.account(<bdi>{viewer.name}</bdi>)}
    </a>
    <button class="button-quiet" type="submit">
      {wording().layout.signOut}
    </button>
  </form>
)

/** Above this the header says no figure. */
export const MOST_UNREAD = 99
