import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import type { SearchFilter } from '#db/queries/search.ts'
import { type FoundNamed, listNamedBy } from '#db/queries/search-names.ts'
import type { TopicViewer } from '#db/queries/visibility.ts'
import { type Day, earlierOf } from '../domain/dates.ts'
import type { SearchFields } from '../domain/search-facets.ts'
import {
  type Naming,
  SEARCH_TYPES,
  type SearchQuery,
  type SearchType,
  parseSearchQuery,
  parseType,
  readDays,
} from '../domain/search-query.ts'
import { validQuery } from '../http/validate.ts'
import { optionalText } from './pages.ts'

/** What a search asks for, from its address: words with operators, and the fields of the form. */

const several = z
  .array(z.string())
  .default([])
  .transform((sent) => {
    const given = [...new Set(sent.map((one) => one.trim()).filter((one) => one !== ''))]
    return given.length === 0 ? undefined : given.slice(0, 20)
  })

/** Nothing here is refused: what cannot be read is said on the page, and the rest is searched. */
const Asked = z.object({
  q: z
    .string()
    .default('')
    .transform((sent) => sent.replaceAll('\0', ' ')),
  type: optionalText,
  p: several,
  i: several,
  topic: several,
  lang: several,
  from: optionalText,
  to: optionalText,
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export const searchQuery = validQuery(Asked)
export type SearchAsked = z.output<typeof Asked>

/** A search, ready to be looked up. */
export interface ReadSearch {
  readonly query: SearchQuery
  readonly address: SearchFields
  readonly page: number
  /** Asked for alone; undefined for all kinds. */
  readonly type: SearchType | undefined
  /** Kinds that every filter can be asked of. */
  readonly types: readonly SearchType[]
  readonly filter: SearchFilter
  readonly problems: readonly string[]
  readonly nameOf: (by: Naming, value: string) => string | undefined
}

/** Which kinds of things a filter can be asked of. */
const APPLIES: Readonly<Partial<Record<keyof SearchFilter, readonly SearchType[]>>> = {
  party: ['party', 'claim'],
  issue: ['issue', 'claim'],
  speaker: ['person', 'claim'],
  source: ['source', 'claim'],
  lang: ['source', 'claim'],
  stance: ['claim'],
  after: ['source', 'claim'],
  before: ['source', 'claim'],
}

/** Read a search and look up what its filters name, among what the viewer may see. */
export async function readSearch(
  db: Db,
  viewer: TopicViewer,
  asked: SearchAsked,
): Promise<ReadSearch> {
  const query = parseSearchQuery(asked.q)
  const problems = [...query.problems]
  const { q: _, page, ...fields } = asked
  const given = readFields(asked, query, problems)
  const found = await findNamed(db, viewer, given.named, problems)
  const langs = given.named.filter(({ by }) => by === 'lang').map(({ value }) => value)
  const filter: SearchFilter = {
    ...found.ids,
    ...(langs.length > 0 && { lang: langs }),
    ...(query.stances.length > 0 && { stance: query.stances }),
    ...(given.after !== undefined && { after: given.after }),
    ...(given.before !== undefined && { before: given.before }),
  }
  const asks = (Object.keys(filter) as (keyof SearchFilter)[]).map((by) => APPLIES[by])
  return {
    query,
    page,
    problems,
    filter,
    address: { q: query.text === '' ? undefined : query.text, ...fields },
    type: given.type,
    types: SEARCH_TYPES.filter((type) => asks.every((kinds) => kinds?.includes(type) ?? true)),
    nameOf: (by, value) => found.names.get(`${by} ${value}`),
  }
}

interface Named {
  readonly by: Naming
  readonly value: string
}

function readFields(asked: SearchAsked, query: SearchQuery, problems: string[]) {
  const day = (label: string, value: string | undefined) => {
    if (value === undefined) return undefined
    const days = readDays(value)
    if (!('error' in days)) return days
    problems.push(`${label}: ${days.error}`)
    return undefined
  }
  const [from, to] = [day('From', asked.from), day('Until', asked.to)]
  const type = asked.type === undefined ? undefined : parseType(asked.type)
  if (asked.type !== undefined && type === undefined)
    problems.push(`Nothing is of the type “${asked.type}”.`)
  const named: Named[] = [
    ...query.named.map(({ name, value }) => ({ by: name, value })),
    ...(asked.topic ?? []).map((value) => ({ by: 'topic' as const, value })),
    ...(asked.p ?? []).map((value) => ({ by: 'party' as const, value })),
    ...(asked.i ?? []).map((value) => ({ by: 'issue' as const, value })),
    ...(asked.lang ?? []).map((value) => ({ by: 'lang' as const, value })),
  ]
  const after = latestOf(query.after, from?.earliest)
  return { named, type: type ?? query.types[0], after, before: firstOf(query.before, to?.latest) }
}

const latestOf = (a: Day | undefined, b: Day | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : earlierOf(a, b) === a ? b : a

/** The day after `until` is the first that is not meant. */
function firstOf(before: Day | undefined, until: Day | undefined): Day | undefined {
  const next = until === undefined ? undefined : dayAfter(until)
  return before === undefined || next === undefined ? (before ?? next) : earlierOf(before, next)
}

function dayAfter(day: Day): Day {
  if (!/^\d{4}-/.test(day) || day >= '9999-12-31') return 'infinity'
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

/** Whole sentences, so that each can be said in another language. */
const notFound: Readonly<Record<Exclude<Naming, 'lang'>, (value: string) => string>> = {
  topic: (value) => `No topic that you can see is called “${value}”.`,
  party: (value) => `No party that you can see is called “${value}”.`,
  issue: (value) => `No issue that you can see is called “${value}”.`,
  speaker: (value) => `No speaker that you can see is called “${value}”.`,
  source: (value) => `No source that you can see is called “${value}”.`,
}

/** What is named by nothing that the viewer may see is said, whether or not there is such a thing. */
async function findNamed(db: Db, viewer: TopicViewer, named: readonly Named[], problems: string[]) {
  const ids: Partial<Record<Exclude<Naming, 'lang'>, number[]>> = {}
  const names = new Map<string, string>()
  for (const { by, value } of named.slice(0, 20)) {
    if (by === 'lang') continue
    const found: FoundNamed[] = await listNamedBy(db, viewer, by, value)
    const [first] = found
    if (first === undefined) problems.push(notFound[by](value))
    else {
      ids[by] = [...(ids[by] ?? []), ...found.map(({ id }) => id)]
      names.set(`${by} ${value}`, found.length === 1 ? first.name : value)
    }
  }
  return { ids, names }
}
