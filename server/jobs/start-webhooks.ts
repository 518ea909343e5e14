import { describeError, type Log } from '../http/log.ts'
import { type WebhookJob, tellWebhooks } from './webhooks.ts'

/** Telling webhooks, as long as the program runs. */
export interface RunningWebhooks {
  /** Look now: something has happened. */
  readonly wake: () => void
  /** End after what is being sent, or cut it off after a while; it is sent again at the next start. */
  readonly stop: () => Promise<void>
}

interface Options extends WebhookJob {
  readonly log: Log
  /** Between two looks. */
  readonly pollMs?: number
  /** How long what is being sent may take once the program stops. */
  readonly graceMs?: number
}

/**
 * Look every few seconds, whatever happens: a database that is away for a while is waited for, and each
 * time that it fails, or is back, is logged once.
 */
export function startWebhooks(options: Options): RunningWebhooks {
  const { log, pollMs = 5000, graceMs = 5000, ...job } = options
  const bell = new Bell()
  const cutting = new AbortController()
  const state = { isStopping: false, isFailing: false }
  const stopping = { isStopping: () => state.isStopping, cut: cutting.signal }

  const lookOnce = async (): Promise<void> => {
    try {
      await tellWebhooks(job, stopping)
      if (state.isFailing) log.info('webhooks are told again')
      state.isFailing = false
    } catch (error) {
      if (!state.isFailing) log.warn('webhooks wait', describeError(error))
      state.isFailing = true
    }
  }
  const run = async (): Promise<void> => {
    while (!state.isStopping) {
      await lookOnce()
      await bell.wait(pollMs)
    }
  }
  const ended = run()
  return {
    wake: () => bell.ring(),
    stop: async () => {
      state.isStopping = true
      bell.ring()
      const timer = setTimeout(() => cutting.abort(), graceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

/** Ends a wait early; rung while nobody waits, the next wait is none. */
class Bell {
  #isRung = false
  #end = (): void => {}

  ring(): void {
    this.#isRung = true
    this.#end()
  }

  async wait(ms: number): Promise<void> {
    if (!this.#isRung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#end = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    this.#isRung = false
  }
}
