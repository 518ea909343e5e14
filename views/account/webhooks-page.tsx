import type { Actor } from '#server/domain/access.ts'
import { WEBHOOK_EVENTS, type WebhookEvent } from '#server/domain/webhooks.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import {
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  Select,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'
import { SettingsNavigation } from './settings-navigation.tsx'

export interface ShownDelivery {
  readonly id: number
  readonly event: WebhookEvent | 'test'
  readonly notedAt: Date
  readonly attempts: number
  readonly nextAttemptAt: Date | null
  readonly deliveredAt: Date | null
  readonly lastError: string | null
}

export interface ShownWebhook {
  readonly id: number
  readonly url: string
  readonly events: readonly WebhookEvent[] | null
  readonly createdAt: Date
  readonly disabledAt: Date | null
  readonly lastStatus: string | null
  readonly topicTitle: string
  readonly deliveries: readonly ShownDelivery[]
}

export interface WebhooksPageProps {
  readonly viewer: Viewer & Actor
  /** Does the operator let anything be sent? */
  readonly isOn: boolean
  /** Only to these, and what is below them; undefined for everybody. */
  readonly hosts: readonly string[] | undefined
  readonly topics: readonly { readonly slug: string; readonly title: string }[]
  readonly webhooks: readonly ShownWebhook[]
  readonly values: FieldValues
  readonly errors: FieldErrors
  /** A secret made a moment ago: shown this once. */
  readonly madeSecret?: string | undefined
  /** What was done a moment ago. */
  readonly notice?: string | undefined
  /** The webhook that was disabled a moment ago. */
  readonly disabled?: number | undefined
}

/** Where what happens in a topic is sent, what came of it, and adding another. */
export const WebhooksPage = (props: WebhooksPageProps) => (
  <div class="parts">
    <ErrorSummary errors={props.errors} />
    <h1>{wording().webhooks.title}</h1>
    <SettingsNavigation viewer={props.viewer} current="webhooks" />
    <p class="lede">{wording().webhooks.lede}</p>
    {props.notice !== undefined && (
      <DoneNotice says={props.notice} undo={undoOf(props)} viewer={props.viewer} />
    )}
    {props.madeSecret !== undefined && (
      <p class="notice" role="status">
        {wording().webhooks.secretOnce(<code class="secret">{props.madeSecret}</code>)}
      </p>
    )}
    {!props.isOn && <p class="notice">{wording().webhooks.isOff(<code>WEBHOOKS_TO</code>)}</p>}
    {props.webhooks.map((webhook) => (
      <Webhook webhook={webhook} viewer={props.viewer} isOn={props.isOn} />
    ))}
    {props.isOn && <NewWebhook {...props} />}
    <HowSigned />
  </div>
)

/** Only what is disabled can be enabled again. */
function undoOf({ disabled, webhooks }: WebhooksPageProps): UndoForm | undefined {
  const webhook = webhooks.find(({ id, disabledAt }) => id === disabled && disabledAt !== null)
  return (
    webhook && {
      path: paths.enableWebhook(webhook),
      of: wording().webhooks.undoDisabling(webhook.url),
    }
  )
}

interface WebhookProps extends Pick<WebhooksPageProps, 'viewer' | 'isOn'> {
  readonly webhook: ShownWebhook
}

const Webhook = ({ webhook, viewer, isOn }: WebhookProps) => (
  // No landmark: several webhooks may have one topic, and so one name.
  <section class="stack">
    <h2>
      <bdi>{webhook.topicTitle}</bdi>
    </h2>
    <p>
      <code>{webhook.url}</code>
      {webhook.disabledAt !== null && <strong> {wording().webhooks.disabled}</strong>}
    </p>
    <p class="small muted">
      {wording().webhooks.added(
        webhook.events?.map(wordsOf).join(wording().explanations.comma),
        <InstantText at={webhook.createdAt} />,
        webhook.disabledAt === null ? undefined : <InstantText at={webhook.disabledAt} />,
      )}
    </p>
    <Deliveries {...webhook} />
    <div class="row">
      {isOn && webhook.disabledAt === null && (
        <Do
          viewer={viewer}
          path={paths.testWebhook(webhook)}
          label={wording().webhooks.sendTest}
          of={webhook}
        />
      )}
      {webhook.disabledAt === null && (
        <Do
          viewer={viewer}
          path={paths.disableWebhook(webhook)}
          label={wording().webhooks.disable}
          of={webhook}
        />
      )}
      {webhook.disabledAt !== null && (
        <Do
          viewer={viewer}
          path={paths.enableWebhook(webhook)}
          label={wording().webhooks.enable}
          of={webhook}
        />
      )}
      <Do
        viewer={viewer}
        path={paths.removeWebhook(webhook)}
        label={wording().webhooks.remove}
        of={webhook}
      />
    </div>
    <p class="small muted">{wording().webhooks.removing}</p>
  </section>
)

const Do = (props: { viewer: Viewer; path: string; label: string; of: ShownWebhook }) => (
  <form method="post" action={props.path}>
    <FormToken viewer={props.viewer} />
    <button>
      {props.label}
      <span class="visually-hidden"> {props.of.url}</span>
    </button>
  </form>
)

const wordsOf = (event: WebhookEvent | 'test'): string =>
  event === 'test' ? wording().webhooks.test : wording().webhooks.events[event]

const Deliveries = ({ id, deliveries, url }: ShownWebhook) =>
  deliveries.length === 0 ? (
    <p>{wording().webhooks.nothingSent}</p>
  ) : (
    <div
      class="scroll"
      role="region"
      tabindex={0}
      aria-label={wording().webhooks.sentLast(url, id)}
    >
      <table class="table stacks">
        <thead>
          <tr>
            <th scope="col">{wording().webhooks.event}</th>
            <th scope="col">{wording().webhooks.noted}</th>
            <th scope="col">{wording().webhooks.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr>
              <th scope="row">{wordsOf(delivery.event)}</th>
              <td>
                <InstantText at={delivery.notedAt} />
              </td>
              <td>
                <Outcome {...delivery} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )

const Outcome = ({ attempts, nextAttemptAt, deliveredAt, lastError }: ShownDelivery) => {
  const words = wording().webhooks
  const why = lastError === null ? null : translated(lastError)
  if (deliveredAt !== null) return words.delivered(<InstantText at={deliveredAt} />, attempts)
  if (nextAttemptAt === null) return words.notDelivered(why)
  if (attempts === 0) return <>{words.waiting}</>
  return words.retrying(attempts, <InstantText at={nextAttemptAt} />, why)
}

const NewWebhook = ({ viewer, topics, hosts, values, errors }: WebhooksPageProps) => (
  <section aria-labelledby="new-webhook">
    <h2 id="new-webhook">{wording().webhooks.add}</h2>
    <form class="form" method="post" action={paths.webhooks} novalidate>
      <FormToken viewer={viewer} />
      <Select
        name="topic"
        label={wording().webhooks.topic}
        prompt={wording().webhooks.chooseTopic}
        options={topics.map(({ slug, title }) => ({ value: slug, label: title }))}
        value={valueOf(values, 'topic')}
        errors={errors}
      />
      <TextField
        name="url"
        label={wording().webhooks.address}
        type="url"
        hint={
          hosts === undefined
            ? wording().webhooks.addressHint
            : wording().webhooks.addressHintAt(hosts)
        }
        maxLength={2048}
        spellcheck={false}
        value={valueOf(values, 'url')}
        errors={errors}
      />
      <Checkboxes
        name="events"
        label={wording().webhooks.onlyEvents}
        hint={wording().webhooks.onlyEventsHint}
        optional
        options={WEBHOOK_EVENTS.map((value) => ({
          value,
          label: wording().webhooks.events[value],
        }))}
        values={values.get('events') ?? []}
        errors={errors}
      />
      <div class="actions">
        <button>{wording().webhooks.addTheWebhook}</button>
      </div>
    </form>
  </section>
)

const HowSigned = () => (
  <section class="prose" aria-labelledby="signed">
    <h2 id="signed">{wording().webhooks.howSigned}</h2>
    <p>{wording().webhooks.signing()}</p>
  </section>
)
