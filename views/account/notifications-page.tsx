import { type Actor, may } from '#server/domain/access.ts'
import { hostOfWebhook } from '#server/domain/webhooks.ts'
import { paths } from '#server/paths.ts'
import { type EndedFollow, Ended, Following, type ShownFollow } from '../inbox/inbox-page.tsx'
import type { Viewer } from '../layout/document.tsx'
import { wording } from '../words/wording.ts'
import { SettingsNavigation } from './settings-navigation.tsx'
import type { ShownWebhook } from './webhooks-page.tsx'

export interface NotificationsPageProps {
  readonly viewer: Viewer & Actor
  /** How much in the inbox is new. */
  readonly unread: number
  readonly follows: readonly ShownFollow[]
  readonly ended: EndedFollow | undefined
  readonly webhooks: readonly Pick<ShownWebhook, 'id' | 'topicTitle' | 'url' | 'disabledAt'>[]
}

/** What tells somebody of changes: the inbox and what is followed, feeds, webhooks. */
export const NotificationsPage = (props: NotificationsPageProps) => (
  <div class="parts">
    {props.ended !== undefined && (
      <Ended ended={props.ended} viewer={props.viewer} back="notifications" />
    )}
    <h1>{wording().settings.notifications}</h1>
    <SettingsNavigation viewer={props.viewer} current="notifications" />
    <p class="lede">{wording().settings.notificationsLede}</p>
    <Inbox {...props} />
    <Following viewer={props.viewer} follows={props.follows} back="notifications" />
    {may(props.viewer, 'send webhooks') && <Webhooks {...props} />}
    <section aria-labelledby="feeds">
      <h2 id="feeds">{wording().settings.feeds}</h2>
      <p>{wording().settings.feedsLede}</p>
    </section>
  </div>
)

const Inbox = ({ unread, follows }: NotificationsPageProps) => (
  <section aria-labelledby="inbox">
    <h2 id="inbox">{wording().settings.inbox}</h2>
    <p>
      {wording().settings.unread(unread, (words) => (
        <a href={paths.inbox()}>{words}</a>
      ))}
    </p>
    {follows.length === 0 && <p>{wording().settings.howToFollow}</p>}
  </section>
)

const Webhooks = ({ webhooks }: NotificationsPageProps) => (
  <section aria-labelledby="webhooks">
    <h2 id="webhooks">{wording().settings.webhooks}</h2>
    <p>
      {wording().settings.yourWebhooks(
        webhooks.length,
        webhooks.filter(({ disabledAt }) => disabledAt !== null).length,
      )}{' '}
      <a href={paths.webhooks}>{wording().settings.changeWebhooks}</a>
    </p>
    {webhooks.length > 0 && (
      <ul class="list">
        {webhooks.map(({ topicTitle, url, disabledAt }) => (
          <li>
            {wording().settings.webhookTo(
              <bdi>{topicTitle}</bdi>,
              <code>{hostOfWebhook(url)}</code>,
            )}
            {disabledAt !== null && <strong> {wording().webhooks.disabled}</strong>}
          </li>
        ))}
      </ul>
    )}
  </section>
)
