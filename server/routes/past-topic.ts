import type { Db } from '#db/connect.ts'
import { SHOWN_FEW, type TopicPageProps } from '#views/topic/topic-page.tsx'
import { compareText } from '../domain/claims.ts'
import { detailsThen } from '../domain/claims-then.ts'
import { type ContradictionThen, isOver } from '../domain/contradictions-then.ts'
import { parseDate } from '../domain/dates.ts'
import type { Visibility } from '../domain/access.ts'
import { type RecordThen, compareThen } from '../domain/record-then.ts'
import { compareTogether } from '../domain/reviewer-agreement.ts'
import { type Past, findContradictionsThen, findPlaced, showContradictionsThen } from './past.ts'
import { claimIdsOf, overviewOf } from './shown-stands.ts'

/** The page of a topic as it was recorded. @returns undefined where it was not on record by then */
export async function findTopicThen(
  db: Db,
  past: Past,
  visibility: Visibility,
): Promise<Omit<TopicPageProps, 'canRecord' | 'canSetUp'> | undefined> {
  const { record, day } = past
  if (record.topic === undefined) return undefined
  const { overview, claims } = overviewOf(compareThen(record, { asOf: day }))
  const placed = await findPlaced(
    db,
    claimIdsOf(claims).map((id) => ({ id })),
  )
  const filed = await findContradictionsThen(db, past)
  const { slug, title, summary = null } = record.topic
  return {
    topic: { slug, title, summary, visibility, ...countsOf(record, filed) },
    asOf: day,
    ...overview,
    details: detailsThen(record, claims, placed),
    latest: (await showContradictionsThen(db, latestOf(filed))).map(({ x }) => x),
    agreement: compareTogether([]),
    sources: newestSources(record),
    isPast: true,
    undo: undefined,
    viewer: undefined,
  }
}

function countsOf(record: RecordThen, filed: readonly ContradictionThen[]) {
  const partsOf = (part: string) => record.parties.filter((party) => party.part === part).length
  const are = (...statuses: string[]) => filed.filter((x) => statuses.includes(x.status)).length
  return {
    parties: partsOf('party'),
    observers: partsOf('observer'),
    issues: record.issues.length,
    claims: record.claims.filter(({ claim }) => !claim.withdrawn).length,
    sources: record.sources.size,
    contradictions: {
      open: are('open', 'under review'),
      confirmed: are('confirmed'),
      dismissed: are('dismissed'),
    },
  }
}

/** Those filed last that still conflicted and that nobody had dismissed; shifts are left out. */
const latestOf = (filed: readonly ContradictionThen[]) =>
  filed
    .filter((x) => !isOver(x) && x.filed.kind !== 'reversal')
    .sort(
      (a, b) =>
        b.filed.filedAt.getTime() - a.filed.filedAt.getTime() ||
        compareText(b.lastOn, a.lastOn) ||
        b.rank - a.rank ||
        a.filed.id - b.filed.id,
    )
    .slice(0, SHOWN_FEW)

function newestSources({ sources, claims }: RecordThen) {
  const latest = (published: string) => parseDate(published).latest
  return [...sources.values()]
    .sort((a, b) => compareText(latest(b.published), latest(a.published)))
    .slice(0, SHOWN_FEW)
    .map(({ id, slug, kind, title, publisher = null, published, language, capture }) => {
      const citing = claims.filter(({ form }) => form.citations.some((c) => c.source === slug))
      const about = { id, slug, kind, title, publisher, published, language }
      return { ...about, claims: citing.length, isCaptured: capture !== undefined }
    })
}
