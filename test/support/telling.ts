import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { insertWebhook } from '#db/queries/webhooks.ts'
import type { WebhookEvent } from '#server/domain/webhooks.ts'
import type { Deps } from '#server/http/context.ts'
import type { SendOptions } from '#server/jobs/send-webhook.ts'
import { type Stopping, type WebhookJob, tellWebhooks } from '#server/jobs/webhooks.ts'
import { HOST } from './fetch-from.ts'
import { noon } from './app.ts'
import { CERTIFICATE, type TestServer, serveSecure } from './web-server.ts'

/** Webhooks to servers on loopback, told at a time that tests choose. */

export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

/** A request as it came. */
export interface Heard {
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly type: string
}

/** What answers, given how many requests came before. */
type Answer = (answer: ServerResponse, before: number) => void

export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (answer) =>
    void answer.writeHead(status, headers).end()

/** A server on loopback, over TLS, that keeps what it is told. */
export async function anEar(answer: Answer = answering(204)) {
  const heard: Heard[] = []
  const listen: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { type } = JSON.parse(body) as { type: string }
      heard.push({ headers: request.headers, body, type })
      answer(response, heard.length - 1)
    })
  }
  const server = await serveSecure(listen)
  return { heard, server, url: `https://${HOST}:${server.port}/hook` }
}

/** Every name leads to loopback, where only this server may be connected to. */
export const onlyTo = ({ port }: TestServer): SendOptions => ({
  resolve: async () => ['127.0.0.1'],
  allowed: [`127.0.0.1:${port}`],
  ca: CERTIFICATE,
})

export const aWebhook = async (
  db: Deps['db'],
  given: { url: string; accountId: number; topicId?: number; events?: readonly WebhookEvent[] },
): Promise<number> =>
  await insertWebhook(db, {
    accountId: given.accountId,
    topicId: given.topicId ?? 1,
    url: given.url,
    secret: SECRET,
    events: given.events,
    now: noon,
  })

export const jobAt = (
  db: Deps['db'],
  now: Date,
  send: SendOptions,
  rest: Partial<WebhookJob> = {},
): WebhookJob => ({
  db,
  now: () => now,
  random: () => 0,
  origin: 'https://gainsay.example',
  send,
  ...rest,
})

const running: Stopping = { isStopping: () => false, cut: new AbortController().signal }

/** Tell everything that is due. */
export const tell = async (job: WebhookJob, stopping = running): Promise<void> =>
  await tellWebhooks(job, stopping)

/** How far each delivery is. */
export const deliveriesIn = async (db: Deps['db']) =>
  await db
    .selectFrom('webhook_delivery')
    .select(['key', 'attempts', 'next_attempt_at', 'delivered_at', 'last_error'])
    .orderBy('id')
    .execute()
