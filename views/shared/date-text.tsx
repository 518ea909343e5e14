import type { Child } from 'hono/jsx'
import { datePieces, describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** The same words, with each date in its own <time>. */
export const DateText = ({ date, short = false }: { date: string; short?: boolean }): Child => (
  <span class="date">
    {datePieces(date, { short }).map(({ text, machine }) =>
      machine === undefined ? text : <time datetime={machine}>{text}</time>,
    )}
  </span>
)

/** An instant in words, UTC: "24 November 2026, 06:55 UTC". */
export function describeInstant(instant: Date): string {
  const text = instant.toISOString()
  return wording().shared.instant(describeDate(text.slice(0, 10)), text.slice(11, 16))
}

export const InstantText = ({ at }: { at: Date }): Child => (
  <time datetime={at.toISOString()}>{describeInstant(at)}</time>
)
