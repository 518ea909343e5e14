import type { Db } from '#db/connect.ts'
import { sinceOf } from '#views/issue/issue-view.ts'
import { compareText } from '../domain/claims.ts'
import { sidesOn } from '../domain/contradictions-then.ts'
import { findComparisonThen } from './past-comparison.ts'
import type { ShownIssue } from './issue-routes.tsx'
import { listClaimsThen, listContradictionsThen } from './past-lists.ts'
import { gradeLines, lanesOf } from './graded-lines.ts'
import { type Past, claimsByLine, gradingPeriod } from './past.ts'

/** As many contradictions as the page shows: the list of all is one of today. */
const MOST_CONTRADICTIONS = 50

/** The page of an issue as it was recorded. @returns undefined where it was not on record by then */
export async function findIssueThen(
  db: Db,
  past: Past,
  { id, slug: topicSlug, page }: { id: number; slug: string; page: number | undefined },
): Promise<ShownIssue | undefined> {
  const form = past.record.issues.find((issue) => issue.id === id)
  if (form === undefined) return undefined
  const asOf = past.day
  const comparison = await findComparisonThen(db, past, { asOf, issue: form.slug })
  const [issue] = comparison.issues
  if (issue === undefined) return undefined
  const isOn = (bearing: string) => (one: Past['record']['claims'][number]) =>
    one.claim.issue === form.slug && one.claim.bearing === bearing
  const context = await listClaimsThen(db, past, isOn('context'), 1)
  return {
    issue,
    asOf,
    topicSlug,
    parties: comparison.parties,
    details: comparison.details,
    lines: lanesOf(gradeLines(comparison, claimsByLine(past), gradingPeriod(past)), 'party'),
    descriptions: new Map(
      form.positions?.flatMap(({ slug, description }) =>
        description === undefined ? [] : [[slug, description] as const],
      ),
    ),
    ...(await listClaimsThen(db, past, isOn('states'), page)),
    context: context.claims,
    contextCount: context.claimCount,
    searches: searchesOn(past, form.slug),
    since: sinceOf(sidesOn(past.record, form.slug), asOf),
    ...(await listContradictionsThen(db, past, { issues: [form.slug] }, MOST_CONTRADICTIONS)),
  }
}

/** Who had looked, the newest first; of one day in the order of parties. */
function searchesOn({ record }: Past, issue: string) {
  const place = new Map(record.parties.map(({ id, slug }) => [slug, id]))
  return record.searches
    .filter((search) => search.issue === issue)
    .sort(
      (a, b) => compareText(b.on, a.on) || (place.get(a.party) ?? 0) - (place.get(b.party) ?? 0),
    )
    .map(({ party, on, by, where, result }) => ({
      slug: party,
      on,
      by: by ?? null,
      where: where ?? null,
      result,
    }))
}
