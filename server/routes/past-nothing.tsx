import { NotYetRecorded } from '#views/shared/as-recorded.tsx'
import { wording } from '#views/words/wording.ts'
import type { Known } from '../domain/known.ts'
import type { AppContext } from '../http/context.ts'
import { respond } from '../http/respond.tsx'

/**
 * Answer for what was not on record by then: an empty page, not an error. What it is called
 * today is not told.
 * @param what - "this topic"
 */
export const answerNotYet = async (
  c: AppContext,
  topic: { readonly slug: string; readonly title: string },
  known: Known,
  what: string,
): Promise<Response> =>
  await respond(c, {
    title: wording().shared.nothingByThen,
    topic,
    known,
    page: <NotYetRecorded what={what} />,
  })
