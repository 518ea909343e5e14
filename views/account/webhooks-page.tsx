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
import { counted } from '../shared/stance.tsx'

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
  readonly viewer: Viewer
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
    <h1>Webhooks</h1>
    <p class="lede">
      What happens in a topic, sent to a program of yours as it happens: one signed request for each
      entry of its feed.
    </p>
    {props.notice !== undefined && (
      <DoneNotice says={props.notice} undo={undoOf(props)} viewer={props.viewer} />
    )}
    {props.madeSecret !== undefined && (
      <p class="notice" role="status">
        This is the secret that its requests are signed with. It is shown this once:{' '}
        <code class="secret">{props.madeSecret}</code>
      </p>
    )}
    {!props.isOn && (
      <p class="notice">
        Nothing is sent from here. Whoever runs this site turns it on with the setting{' '}
        <code>WEBHOOKS_TO</code>.
      </p>
    )}
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
  return webhook && { path: paths.enableWebhook(webhook), of: `disabling ${webhook.url}` }
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
      {webhook.disabledAt !== null && <strong> (disabled)</strong>}
    </p>
    <p class="small muted">
      {webhook.events === null ? 'Every event' : webhook.events.map(wordsOf).join(', ')}. Added{' '}
      <InstantText at={webhook.createdAt} />
      {webhook.disabledAt !== null && (
        <>
          , disabled <InstantText at={webhook.disabledAt} />
        </>
      )}
      .
    </p>
    <Deliveries {...webhook} />
    <div class="row">
      {isOn && webhook.disabledAt === null && (
        <Do viewer={viewer} path={paths.testWebhook(webhook)} label="Send a test" of={webhook} />
      )}
      {webhook.disabledAt === null && (
        <Do viewer={viewer} path={paths.disableWebhook(webhook)} label="Disable" of={webhook} />
      )}
      {webhook.disabledAt !== null && (
        <Do viewer={viewer} path={paths.enableWebhook(webhook)} label="Enable" of={webhook} />
      )}
      <Do viewer={viewer} path={paths.removeWebhook(webhook)} label="Remove" of={webhook} />
    </div>
    <p class="small muted">
      Removing cannot be undone: the secret and the list above are gone. Disabling can.
    </p>
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

const eventWords: Readonly<Record<WebhookEvent, string>> = {
  'claim.recorded': 'Claim recorded',
  'claim.corrected': 'Claim corrected',
  'claim.withdrawn': 'Claim withdrawn',
  'claim.put_back': 'Claim no longer withdrawn',
  'contradiction.filed': 'Contradiction filed',
  'contradiction.settled': 'Contradiction settled',
  'contradiction.reopened': 'Contradiction under review again',
  'contradiction.resolved': 'Contradiction resolved',
}

const wordsOf = (event: WebhookEvent | 'test'): string =>
  event === 'test' ? 'Test' : eventWords[event]

const Deliveries = ({ id, deliveries, url }: ShownWebhook) =>
  deliveries.length === 0 ? (
    <p>Nothing has been sent yet.</p>
  ) : (
    <div
      class="scroll"
      role="region"
      tabindex={0}
      aria-label={`Sent last to ${url} (webhook ${id})`}
    >
      <table class="table stacks">
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Noted</th>
            <th scope="col">What came of it</th>
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
  if (deliveredAt !== null)
    return (
      <>
        Delivered <InstantText at={deliveredAt} />
        {attempts > 1 && <>, at attempt {attempts}</>}
      </>
    )
  if (nextAttemptAt === null) return <>Not delivered. {lastError}</>
  if (attempts === 0) return <>Waiting</>
  return (
    <>
      {counted(attempts, 'attempt')}, the next <InstantText at={nextAttemptAt} />. {lastError}
    </>
  )
}

const NewWebhook = ({ viewer, topics, hosts, values, errors }: WebhooksPageProps) => (
  <section aria-labelledby="new-webhook">
    <h2 id="new-webhook">Add a webhook</h2>
    <form class="form" method="post" action={paths.webhooks} novalidate>
      <FormToken viewer={viewer} />
      <Select
        name="topic"
        label="Topic"
        prompt="Choose a topic"
        options={topics.map(({ slug, title }) => ({ value: slug, label: title }))}
        value={valueOf(values, 'topic')}
        errors={errors}
      />
      <TextField
        name="url"
        label="Address"
        type="url"
        hint={
          hosts === undefined
            ? 'It begins with https://.'
            : `It begins with https://, at ${hosts.join(', ')} or below.`
        }
        maxLength={2048}
        spellcheck={false}
        value={valueOf(values, 'url')}
        errors={errors}
      />
      <Checkboxes
        name="events"
        label="Only these events"
        hint="Choose none to be told of all."
        optional
        options={WEBHOOK_EVENTS.map((value) => ({ value, label: eventWords[value] }))}
        values={values.get('events') ?? []}
        errors={errors}
      />
      <div class="actions">
        <button>Add the webhook</button>
      </div>
    </form>
  </section>
)

const HowSigned = () => (
  <section class="prose" aria-labelledby="signed">
    <h2 id="signed">How requests are signed</h2>
    <p>
      As <i>Standard Webhooks</i> has it. <code>webhook-signature</code> is <code>v1,</code> and
      HMAC-SHA256 in base64, with the secret (after <code>whsec_</code>, from base64) as its key,
      over <code>webhook-id</code>, <code>webhook-timestamp</code> and the body, joined by full
      stops. Answer with a status from 200 to 299 within 10 seconds. Anything else is tried again,
      eight times in about a day; 410 disables the webhook. The same <code>webhook-id</code> twice
      is the same entry.
    </p>
  </section>
)
