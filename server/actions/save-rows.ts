import type { Db } from '#db/connect.ts'
import {
  type Ids,
  type TopicRow,
  insertCapture,
  removeSearches,
  listClaimSlugsCiting,
  listIds,
  listPositionIds,
  nextOrdinal,
  removePositions,
  replaceMemberships,
  replaceRelations,
  replaceRoles,
  saveIssues,
  saveMerged,
  saveParties,
  savePeople,
  savePositions,
  saveSearches,
  saveSources,
} from '#db/queries/record.ts'
import { indexForSearch } from '#db/queries/search-index.ts'
import { listErasedTexts } from '#db/queries/erasures.ts'
import { textFault } from '#server/domain/erased-imports.ts'
import { describeErased } from '#server/domain/erasures.ts'
import { parseDate } from '#server/domain/dates.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import {
  type DossierIssue,
  type DossierParty,
  type DossierPerson,
  type DossierSearch,
  OPEN_END,
  modelOf,
  positionsOf,
} from '#server/domain/dossier.ts'
import { type SourceToWrite, capturesOf } from '#server/domain/dossier-merge.ts'
import { findModellingError } from '#server/domain/positions.ts'

/** From dossier forms to rows; each function writes one kind of thing and what hangs on it. */

const slugsOf = (things: readonly { slug: string }[]): string[] => things.map((t) => t.slug)

const idsIn = (ids: Ids, things: readonly { slug: string }[]): number[] =>
  things.flatMap(({ slug }) => ids.get(slug) ?? [])

/** The id a slug stands for. @throws {DossierError} naming what refers to nothing */
export function idOf(ids: Ids, slug: string, what: string, path: string): number {
  const id = ids.get(slug)
  if (id !== undefined) return id
  throw new DossierError([{ path, message: `There is no ${what} “${slug}” in this topic.` }])
}

const endOf = (written: string | undefined): string | null =>
  written === undefined || written === OPEN_END ? null : written

export async function savePartyRows(
  trx: Db,
  topic: TopicRow,
  parties: readonly DossierParty[],
): Promise<void> {
  if (parties.length === 0) return
  const first = await nextOrdinal(trx, 'party', topic.id)
  await saveParties(
    trx,
    parties.map((p, i) => ({
      topic_id: topic.id,
      slug: p.slug,
      name: p.name,
      kind: p.kind,
      aliases: [...(p.aliases ?? [])],
      names: JSON.stringify(p.names ?? []),
      iso3166: p.iso3166 ?? null,
      wikidata: p.wikidata ?? null,
      part: null,
      ordinal: first + i,
    })),
  )
  const ids = await listIds(trx, 'party', topic.id)
  await replaceMemberships(
    trx,
    idsIn(ids, parties),
    parties.flatMap((p) =>
      (p.memberOf ?? []).map((m, i) => ({
        topic_id: topic.id,
        party_id: idOf(ids, p.slug, 'party', `/parties/${p.slug}`),
        coalition_id: idOf(ids, m.party, 'party', `/parties/${p.slug}/memberOf/${i}/party`),
        starts: endOf(m.from),
        ends: endOf(m.to),
        ordinal: i,
      })),
    ),
  )
  await indexForSearch(trx, 'party', idsIn(ids, parties))
}

export async function savePersonRows(
  trx: Db,
  topic: TopicRow,
  people: readonly DossierPerson[],
): Promise<void> {
  if (people.length === 0) return
  const first = await nextOrdinal(trx, 'person', topic.id)
  await savePeople(
    trx,
    people.map((p, i) => ({
      topic_id: topic.id,
      slug: p.slug,
      name: p.name,
      aliases: [...(p.aliases ?? [])],
      wikidata: p.wikidata ?? null,
      ordinal: first + i,
    })),
  )
  const ids = await listIds(trx, 'person', topic.id, slugsOf(people))
  const parties = await listIds(trx, 'party', topic.id)
  await replaceRoles(
    trx,
    [...ids.values()],
    people.flatMap((p) =>
      p.roles.map((role, i) => ({
        topic_id: topic.id,
        person_id: idOf(ids, p.slug, 'person', `/people/${p.slug}`),
        party_id: idOf(parties, role.party, 'party', `/people/${p.slug}/roles/${i}/party`),
        title: role.title,
        starts: endOf(role.from),
        ends: endOf(role.to),
        ordinal: i,
      })),
    ),
  )
  await indexForSearch(trx, 'person', ids.values())
}

/**
 * Write sources and their captures.
 * @returns slugs of claims that cite one of them already: a publication bounds when they were said
 * @throws {DossierError} for a text that was erased
 */
export async function saveSourceRows(
  trx: Db,
  topic: TopicRow,
  sources: readonly SourceToWrite[],
): Promise<readonly string[]> {
  if (sources.length === 0) return []
  await refuseErased(trx, topic, sources)
  const first = await nextOrdinal(trx, 'source', topic.id)
  await saveSources(
    trx,
    sources.map((s, i) => {
      const { earliest, latest } = parseDate(s.published)
      return {
        topic_id: topic.id,
        slug: s.slug,
        kind: s.kind,
        publisher: s.publisher ?? null,
        title: s.title,
        authors: [...(s.authors ?? [])],
        url: s.url ?? null,
        archive_url: s.archiveUrl ?? null,
        published: s.published,
        published_earliest: earliest,
        published_latest: latest,
        language: s.language,
        grade: s.grade ?? null,
        excerpts_only: s.excerptsOnly ?? false,
        ordinal: first + i,
      }
    }),
  )
  const ids = await listIds(trx, 'source', topic.id, slugsOf(sources))
  for (const source of sources) {
    const sourceId = idOf(ids, source.slug, 'source', `/sources/${source.slug}`)
    for (const { text, ...capture } of capturesOf(source))
      if (text !== undefined) await insertCapture(trx, { sourceId, text, ...capture })
  }
  await indexForSearch(trx, 'source', ids.values())
  return await listClaimSlugsCiting(trx, topic.id, slugsOf(sources))
}

/** A text that was erased does not come in again. @throws {DossierError} naming it by its hash */
async function refuseErased(
  trx: Db,
  topic: TopicRow,
  sources: readonly SourceToWrite[],
): Promise<void> {
  const given = sources.flatMap(({ slug, ...source }) =>
    capturesOf(source).flatMap(({ text, sha256, erased }) =>
      text === undefined || erased !== undefined ? [] : [{ slug, sha256 }],
    ),
  )
  const hashes = given.map((one) => one.sha256)
  const gone = await listErasedTexts(trx, topic.id, hashes)
  const faults = given.flatMap(({ slug, sha256 }) => {
    const mark = gone.get(sha256)
    if (mark === undefined) return []
    return [{ path: `/sources/${slug}`, message: textFault(sha256, slug, describeErased(mark)) }]
  })
  if (faults.length > 0) throw new DossierError(faults)
}

/**
 * Write issues, their positions and relations, in place of those they had. Whoever restores a version
 * or edits an issue takes positions away, once it has made sure that nothing refers to them.
 * @returns the ids of the issues written
 * @throws {DossierError} for relations under which nobody could hold, or reject, some position
 */
export async function saveIssueRows(
  trx: Db,
  topic: TopicRow,
  issues: readonly DossierIssue[],
): Promise<ReadonlySet<number>> {
  if (issues.length === 0) return new Set()
  for (const issue of issues) refuseUnholdable(issue)
  const first = await nextOrdinal(trx, 'issue', topic.id)
  await saveIssues(
    trx,
    issues.map((issue, i) => ({
      topic_id: topic.id,
      slug: issue.slug,
      question: issue.question,
      nature: issue.nature,
      kind: issue.kind,
      unit: issue.unit ?? null,
      labels: JSON.stringify(issue.labels ?? {}),
      exclusive: issue.exclusive ?? false,
      ordinal: first + i,
    })),
  )
  const ids = await listIds(trx, 'issue', topic.id, slugsOf(issues))
  const issueIdOf = (slug: string) => idOf(ids, slug, 'issue', `/issues/${slug}`)
  await savePositions(
    trx,
    issues.flatMap((issue) =>
      (issue.positions ?? []).map((p, i) => ({
        issue_id: issueIdOf(issue.slug),
        slug: p.slug,
        label: p.label,
        description: p.description ?? null,
        ordinal: i,
      })),
    ),
  )
  const positions = await listPositionIds(trx, [...ids.values()])
  await saveMerged(
    trx,
    mergedIds(issues, (issue) => positions.get(issueIdOf(issue.slug))),
  )
  await replaceRelations(
    trx,
    [...ids.values()],
    issues.flatMap((issue) => relationRows(issue, issueIdOf(issue.slug), positions)),
  )
  await removePositions(
    trx,
    new Map(issues.map((i) => [issueIdOf(i.slug), slugsOf(i.positions ?? [])])),
  )
  await indexForSearch(trx, 'issue', ids.values())
  return new Set(ids.values())
}

/** Positions that others took the place of: ids, from and to. */
function mergedIds(
  issues: readonly DossierIssue[],
  idsOf: (issue: DossierIssue) => Ids | undefined,
): Map<number, number> {
  return new Map(
    issues.flatMap((issue) =>
      (issue.positions ?? []).flatMap(({ slug, mergedInto }) => {
        const ids = idsOf(issue) ?? new Map<string, number>()
        if (mergedInto === undefined) return []
        const at = `/issues/${issue.slug}/positions`
        const [from, to] = [slug, mergedInto].map((one) => idOf(ids, one, 'position', at))
        return [[from ?? 0, to ?? 0] as const]
      }),
    ),
  )
}

function refuseUnholdable(issue: DossierIssue): void {
  const model = modelOf(issue)
  const error = findModellingError(model.positions, model.relations)
  if (error !== undefined)
    throw new DossierError([{ path: `/issues/${issue.slug}`, message: error.message }])
}

function relationRows(issue: DossierIssue, issueId: number, positions: ReadonlyMap<number, Ids>) {
  const ids = positions.get(issueId) ?? new Map<string, number>()
  const at = (slug: string) => idOf(ids, slug, 'position', `/issues/${issue.slug}/positions`)
  const now = new Set(slugsOf(positionsOf(issue)))
  const entails = (issue.positions ?? []).flatMap((p) =>
    (p.entails ?? []).map((to) => ({ kind: 'entails' as const, from: p.slug, to })),
  )
  const excludes = (issue.excludes ?? []).map(({ pair: [from, to], kind }) => ({
    kind: kind ?? ('contrary' as const),
    from,
    to,
  }))
  const all = [...entails, ...excludes].filter((r) => now.has(r.from) && now.has(r.to))
  const given = new Map(all.map((r) => [`${r.kind} ${r.from} ${r.to}`, r]))
  return [...given.values()].map((r, i) => ({
    issue_id: issueId,
    kind: r.kind,
    from_id: at(r.from),
    to_id: at(r.to),
    ordinal: i,
  }))
}

export async function saveSearchRows(
  trx: Db,
  topic: TopicRow,
  searches: readonly DossierSearch[],
): Promise<void> {
  if (searches.length === 0) return
  const [parties, issues] = [
    await listIds(trx, 'party', topic.id),
    await listIds(trx, 'issue', topic.id),
  ]
  const first = await nextOrdinal(trx, 'search', topic.id)
  const rows = searches.map((s, i) => ({
    topic_id: topic.id,
    party_id: idOf(parties, s.party, 'party', `/searches/${i}/party`),
    issue_id: idOf(issues, s.issue, 'issue', `/searches/${i}/issue`),
    searched_on: s.on,
    searched_by: s.by ?? null,
    searched_in: s.where ?? null,
    result: s.result,
    ordinal: first + i,
  }))
  // One that was withdrawn stays in its revisions alone.
  const isWithdrawn = (_: unknown, i: number) => searches[i]?.withdrawn !== undefined
  await saveSearches(
    trx,
    rows.filter((row, i) => !isWithdrawn(row, i)),
  )
  await removeSearches(trx, rows.filter(isWithdrawn))
}
