/**
 * The second clock of an address: up to when the record counts. The first, `asof`, says when things
 * were said. Pure.
 */
import { type Day, isDay } from './dates.ts'

/** An instant up to which the record is looked at. */
export interface Known {
  readonly at: Date
  /** Given as a day, which means its end in UTC. */
  readonly day?: Day | undefined
}

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

const HOW = 'Give an instant such as 2026-11-24T12:00:00Z, or a day such as 2026-11-24.'

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/**
 * Read `known`.
 * @param now - nothing is known beyond it: what is recorded later would change the answer
 * @returns the instant, to the millisecond, or a sentence that says what is wrong
 */
export function parseKnown(given: string, now: Date): Known | { readonly error: string } {
  const text = given.trim()
  if (isDay(text)) {
    const at = new Date(`${text}T23:59:59.999Z`)
    if (at > now) return { error: `A day means its end, and ${text} is not over (UTC). ${HOW}` }
    return { at, day: text }
  }
  if (!isDay(INSTANT.exec(text)?.[1] ?? ''))
    return { error: `“${shorten(text)}” is no instant. ${HOW}` }
  const at = new Date(text)
  if (at > now)
    return {
      error: `“${text}” is in the future. A record can be shown as it was up to now, not as it will be.`,
    }
  return { at }
}

/** An instant, to the second where that says it all. */
export const instantText = (at: Date): string => at.toISOString().replace('.000Z', 'Z')

/** As addresses write it. */
export const knownText = ({ at, day }: Known): string => day ?? instantText(at)
