import type { Known } from '#server/domain/known.ts'
import { translated } from '../words/messages.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { describeInstant } from './date-text.tsx'

/** The instant in words: "on 22 November 2026, 14:00 UTC", or the end of a day. */
export const describeKnown = ({ at, day }: Known): string =>
  day === undefined
    ? wording().shared.onInstant(describeInstant(at))
    : wording().shared.byEndOf(describeDate(day))

/** Above a page of the past: which record it shows, and the way to that of now. */
export const AsRecorded = ({ known, nowAddress }: { known: Known; nowAddress: string }) => (
  <div class="notice as-recorded" role="note" aria-label={wording().shared.asRecordedThen}>
    <p>
      <strong>
        {wording().shared.asRecorded(
          <time datetime={known.at.toISOString()}>{describeKnown(known)}</time>,
        )}
      </strong>{' '}
      {wording().shared.leftOut}
    </p>
    <p>
      <a rel="latest-version" href={nowAddress}>
        {wording().shared.samePageNow}
      </a>
    </p>
  </div>
)

/** For what was not on record by then: nothing of what it is called today. */
export const NotYetRecorded = ({ what }: { what: string }) => (
  <>
    <h1>{wording().shared.nothingByThen}</h1>
    <p class="lede">{wording().shared.notOnRecord(translated(what))}</p>
  </>
)
