import type { Known } from '#server/domain/known.ts'
import { describeDate } from '#server/domain/date-words.ts'
import { describeInstant } from './date-text.tsx'

/** The instant in words: "on 22 November 2026, 14:00 UTC", or the end of a day. */
export const describeKnown = ({ at, day }: Known): string =>
  day === undefined ? `on ${describeInstant(at)}` : `by the end of ${describeDate(day)} (UTC)`

/** Above a page of the past: which record it shows, and the way to that of now. */
export const AsRecorded = ({ known, nowAddress }: { known: Known; nowAddress: string }) => (
  <div class="notice as-recorded" role="note" aria-label="As recorded then">
    <p>
      <strong>
        As recorded <time datetime={known.at.toISOString()}>{describeKnown(known)}</time>.
      </strong>{' '}
      What was recorded or changed since is left out. Lists, sources, people and the history open as
      recorded now.
    </p>
    <p>
      <a rel="latest-version" href={nowAddress}>
        The same page as recorded now
      </a>
    </p>
  </div>
)

/** For what was not on record by then: nothing of what it is called today. */
export const NotYetRecorded = ({ what }: { what: string }) => (
  <>
    <h1>Nothing was recorded by then</h1>
    <p class="lede">By the time that this address names, {what} was not on record.</p>
  </>
)
