/** One line of the log: a name, and what is known about it. Never a token, a cookie or a body. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>>

const order: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/**
 * A log of JSON lines. JSON escapes CR, LF and ESC, so nothing a visitor sends can forge a line.
 * @param level - lines below this level are dropped
 * @param write - takes one whole line, line feed included; standard error unless told
 */
export function createLog(
  level: LogLevel | 'silent' = 'info',
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  const least = level === 'silent' ? order.length : order.indexOf(level)
  const at =
    (name: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (order.indexOf(name) < least) return
      write(`${JSON.stringify({ at: new Date().toISOString(), level: name, event, ...fields })}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What of an error may be logged: its name, code, message and stack, on one line. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) }
  const code = (error as { code?: unknown }).code
  return {
    error: error.name,
    message: error.message,
    stack: error.stack ?? null,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.cause instanceof Error ? { cause: error.cause.message } : {}),
  }
}
