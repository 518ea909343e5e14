import type { WebhookEvent } from '#server/domain/webhooks.ts'
import type { Child } from 'hono/jsx'
import { counts } from './counts.ts'

/** Where what happens in a topic is sent. */
export const webhooks = {
  title: 'Webhooks',
  lede: 'What happens in a topic, sent to a program of yours as it happens: one signed request for each entry of its feed.',
  /** What was done a moment ago. */
  notices: {
    test: 'A test is on its way. Reload the page to see what came of it.',
    disabled: 'The webhook is disabled. Nothing more is sent.',
    enabled: 'The webhook is enabled. What happens from now on is sent.',
    removed: 'The webhook is removed.',
  },
  undoDisabling: (url: string) => `disabling ${url}`,
  secretOnce: (secret: Child) => (
    <>This is the secret that its requests are signed with. It is shown this once: {secret}</>
  ),
  /** @param setting - by its name */
  isOff: (setting: Child) => (
    <>Nothing is sent from here. Whoever runs this site turns it on with the setting {setting}.</>
  ),
  disabled: '(disabled)',
  /** @param events - in words, or undefined for all @param disabled - when, if it is */
  added: (events: string | undefined, added: Child, disabled: Child | undefined) => (
    <>
      {events ?? 'Every event'}. Added {added}
      {disabled !== undefined && <>, disabled {disabled}</>}.
    </>
  ),
  sendTest: 'Send a test',
  disable: 'Disable',
  enable: 'Enable',
  remove: 'Remove',
  removing: 'Removing cannot be undone: the secret and the list above are gone. Disabling can.',

  events: {
    'claim.recorded': 'Claim recorded',
    'claim.corrected': 'Claim corrected',
    'claim.withdrawn': 'Claim withdrawn',
    'claim.put_back': 'Claim no longer withdrawn',
    'contradiction.filed': 'Contradiction filed',
    'contradiction.settled': 'Contradiction settled',
    'contradiction.reopened': 'Contradiction under review again',
    'contradiction.resolved': 'Contradiction resolved',
  } as Readonly<Record<WebhookEvent, string>>,
  test: 'Test',

  nothingSent: 'Nothing has been sent yet.',
  sentLast: (url: string, id: number) => `Sent last to ${url} (webhook ${id})`,
  event: 'Event',
  noted: 'Noted',
  outcome: 'What came of it',
  delivered: (when: Child, attempts: number) => (
    <>
      Delivered {when}
      {attempts > 1 && <>, at attempt {attempts}</>}
    </>
  ),
  /** @param why - as it was noted */
  notDelivered: (why: Child) => <>Not delivered. {why}</>,
  waiting: 'Waiting',
  retrying: (attempts: number, next: Child, why: Child) => (
    <>
      {counts.attempts(attempts)}, the next {next}. {why}
    </>
  ),

  add: 'Add a webhook',
  topic: 'Topic',
  chooseTopic: 'Choose a topic',
  address: 'Address',
  addressHint: 'It begins with https://.',
  addressHintAt: (hosts: readonly string[]) =>
    `It begins with https://, at ${hosts.join(', ')} or below.`,
  onlyEvents: 'Only these events',
  onlyEventsHint: 'Choose none to be told of all.',
  addTheWebhook: 'Add the webhook',

  howSigned: 'How requests are signed',
  /** The names that a program has to know stay as they are. */
  signing: () => (
    <>
      As <i>Standard Webhooks</i> has it. <code>webhook-signature</code> is <code>v1,</code> and
      HMAC-SHA256 in base64, with the secret (after <code>whsec_</code>, from base64) as its key,
      over <code>webhook-id</code>, <code>webhook-timestamp</code> and the body, joined by full
      stops. Answer with a status from 200 to 299 within 10 seconds. Anything else is tried again,
      eight times in about a day; 410 disables the webhook. The same <code>webhook-id</code> twice
      is the same entry.
    </>
  ),
}
