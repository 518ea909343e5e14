import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'

/** Counts since the process started. Labels are few and ours: no address, no name, no person. */
export interface Metrics {
  readonly count: MiddlewareHandler<AppEnv>
  /** In the Prometheus text format, version 0.0.4. */
  readonly write: () => string
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export function createMetrics(): Metrics {
  const requests = new Map<string, number>()
  let seconds = 0
  const count: MiddlewareHandler<AppEnv> = async (c, next) => {
    const start = performance.now()
    await next()
    seconds += (performance.now() - start) / 1000
    // Methods are the visitor's choice of word: unknown ones share a label, or memory would grow.
    const method = METHODS.has(c.req.method) ? c.req.method : 'other'
    const labels = `method="${method}",status="${c.res.status}"`
    requests.set(labels, (requests.get(labels) ?? 0) + 1)
  }
  const write = () => {
    const memory = process.memoryUsage()
    const cpu = process.cpuUsage()
    const total = [...requests.values()].reduce((sum, n) => sum + n, 0)
    return [
      ...metric('http_requests_total', 'counter', 'Requests answered.', requests),
      ...metric('http_request_duration_seconds', 'summary', 'Time to answer.', undefined),
      `http_request_duration_seconds_sum ${seconds}`,
      `http_request_duration_seconds_count ${total}`,
      ...metric('process_resident_memory_bytes', 'gauge', 'Resident memory.', memory.rss),
      ...metric('process_heap_bytes', 'gauge', 'JavaScript heap in use.', memory.heapUsed),
      ...metric(
        'process_cpu_seconds_total',
        'counter',
        'CPU time, user and system.',
        (cpu.user + cpu.system) / 1e6,
      ),
      ...metric(
        'process_start_time_seconds',
        'gauge',
        'Start, Unix time.',
        Math.round(Date.now() / 1000 - process.uptime()),
      ),
      '',
    ].join('\n')
  }
  return { count, write }
}

function metric(
  name: string,
  type: string,
  help: string,
  values: Map<string, number> | number | undefined,
): string[] {
  const head = [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
  if (values === undefined) return head
  if (typeof values === 'number') return [...head, `${name} ${values}`]
  return [...head, ...[...values].map(([labels, value]) => `${name}{${labels}} ${value}`)]
}
