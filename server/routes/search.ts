import type { Db } from '#db/connect.ts'
import {
  type Hit,
  MOST_HITS,
  listClaimHits,
  listTextHits,
  listThingHits,
  withDeadline,
} from '#db/queries/search.ts'
import { listNamed } from '#db/queries/search-names.ts'
import { listNearClaims, listNearThings, listSpellings } from '#db/queries/search-near.ts'
import type { TopicViewer } from '#db/queries/visibility.ts'
import { type Facets, countFacets } from '../domain/search-facets.ts'
import { SEARCH_TYPES, type SearchType } from '../domain/search-query.ts'
import { expandTerms, listRuns, wantedIn, type Wanted } from '../domain/search-terms.ts'
import { type ReadSearch, type SearchAsked, readSearch } from './search-filters.ts'
import { type ResultsOf, type TextHit, loadResults } from './search-results.ts'

/** A search from its words to what is shown of it. */

/** As many of each kind as are shown where every kind is asked for, and on a page of one kind. */
const FEW = { claim: 10, other: 5 }
export const SEARCH_PAGE_SIZE = 20

export interface FoundGroup {
  readonly type: SearchType
  /** At most {@link MOST_HITS}; more than that where `isMore`. */
  readonly total: number
  readonly isMore: boolean
  readonly results: ResultsOf
}

export interface Near {
  /** The same search as it may have been meant. */
  readonly spelling: string | undefined
  readonly groups: readonly FoundGroup[]
}

export interface Search extends ReadSearch {
  /** Was anything asked for? */
  readonly isAsked: boolean
  /** Other names that were looked for too. */
  readonly also: readonly string[]
  readonly groups: readonly FoundGroup[]
  /** Of every kind, whichever is shown. */
  readonly totals: ReadonlyMap<SearchType, { readonly total: number; readonly isMore: boolean }>
  readonly total: number
  readonly isMore: boolean
  readonly facets: Facets
  readonly pages: number
  /** Where nothing was found. */
  readonly near: Near | undefined
}

/**
 * Look up a search, among what the viewer may see, within a deadline.
 * @throws {Error} with SQLSTATE 57014 where it takes too long
 */
export const findSearch = async (db: Db, viewer: TopicViewer, asked: SearchAsked) =>
  await withDeadline(db, async (trx) => await search(trx, viewer, asked))

async function search(db: Db, viewer: TopicViewer, asked: SearchAsked): Promise<Search> {
  const read = await readSearch(db, viewer, asked)
  const expansion = expandTerms(read.query, await listNamed(db, viewer, listRuns(read.query)))
  const wanted = wantedIn(expansion)
  const hits = await findHits(db, viewer, read, expansion.groups)
  const shown = read.type === undefined ? read.types : read.types.filter((t) => t === read.type)
  const pages = read.type === undefined ? 1 : pagesOf(hits.of(read.type))
  const page = Math.min(read.page, pages)
  const groups: FoundGroup[] = []
  for (const type of shown) {
    const all = hits.of(type)
    if (all.length === 0) continue
    const some =
      read.type === undefined
        ? all.slice(0, type === 'claim' ? FEW.claim : FEW.other)
        : all.slice((page - 1) * SEARCH_PAGE_SIZE, page * SEARCH_PAGE_SIZE)
    groups.push({ type, ...counts(all), results: await loadResults(db, type, some, wanted) })
  }
  const totals = new Map(read.types.map((type) => [type, counts(hits.of(type))] as const))
  const total = shown.reduce((sum, type) => sum + counts(hits.of(type)).total, 0)
  const hasWords = read.query.terms.length > 0
  return {
    ...read,
    page,
    pages,
    groups,
    totals,
    total,
    isAsked: hasWords || Object.keys(read.filter).length > 0,
    also: expansion.also,
    isMore: shown.some((type) => counts(hits.of(type)).isMore),
    facets: countFacets(shown.flatMap((type) => hits.of(type))),
    near: total === 0 && hasWords ? await findNear(db, viewer, read, wanted) : undefined,
  }
}

const counts = (hits: readonly Hit[]) => ({
  total: Math.min(hits.length, MOST_HITS),
  isMore: hits.length > MOST_HITS,
})

const pagesOf = (hits: readonly Hit[]): number =>
  Math.max(1, Math.ceil(counts(hits).total / SEARCH_PAGE_SIZE))

type Groups = ReturnType<typeof expandTerms>['groups']

/** Everything found, by kind. Without words only claims are looked for, by filters. */
async function findHits(db: Db, viewer: TopicViewer, read: ReadSearch, groups: Groups) {
  const asked = { groups, excluded: read.query.excluded, filter: read.filter }
  const found = new Map<SearchType, readonly (Hit | TextHit)[]>()
  for (const type of read.types) {
    if (type === 'claim') {
      if (groups.length > 0 || Object.keys(read.filter).length > 0)
        found.set(type, await listClaimHits(db, viewer, asked))
      continue
    }
    const things = await listThingHits(db, viewer, type, asked)
    if (type !== 'source') found.set(type, things)
    else found.set(type, joined(things, await listTextHits(db, viewer, asked)))
  }
  return { of: (type: SearchType): readonly (Hit | TextHit)[] => found.get(type) ?? [] }
}

/** Sources by what is known of them, then those by their text alone; a text that has the words is shown. */
function joined(things: readonly Hit[], texts: readonly TextHit[]): (Hit | TextHit)[] {
  const byId = new Map(texts.map((text) => [text.id, text]))
  const known = new Set(things.map(({ id }) => id))
  const others = texts.filter(({ id }) => !known.has(id)).sort((a, b) => b.rank - a.rank)
  return [...things.map((one) => ({ ...byId.get(one.id), ...one })), ...others]
}

/** What is spelt nearly so. With filters only the spelling is looked for: they may be what is wrong. */
async function findNear(
  db: Db,
  viewer: TopicViewer,
  { query, filter }: ReadSearch,
  wanted: readonly Wanted[],
): Promise<Near> {
  const text = query.terms.map((term) => term.text).join(' ')
  const words = query.terms.filter((term) => !term.isPhrase).map((term) => term.text)
  const things = await listNearThings(db, viewer, text)
  const plains = [...things]
  for (const word of words.length > 1 ? words.slice(0, 6) : [])
    plains.push(...(await listNearThings(db, viewer, word)))
  const spellings = await listSpellings(
    db,
    words,
    plains.map(({ plain }) => plain),
  )
  const spelling = [...spellings].reduce(
    (said, [word, as]) => said.replace(word, () => as),
    query.text,
  )
  const near = {
    spelling: spelling === query.text ? undefined : spelling,
    groups: [] as FoundGroup[],
  }
  if (Object.keys(filter).length > 0) return near
  const hit = (id: number): Hit => ({ id, topic: '', topicTitle: '', rank: 0 })
  for (const type of SEARCH_TYPES) {
    const ids =
      type === 'claim'
        ? await listNearClaims(db, viewer, text)
        : things.filter((thing) => thing.type === type).map(({ id }) => id)
    if (ids.length === 0) continue
    const results = await loadResults(db, type, ids.map(hit), wanted)
    near.groups.push({ type, total: ids.length, isMore: false, results })
  }
  return near
}
