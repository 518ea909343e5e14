import type { FilterName } from '#server/domain/search-facets.ts'
import { type SearchType, parseStance, parseType } from '#server/domain/search-query.ts'
import { wording } from '../words/wording.ts'

const inAddress: Readonly<Record<SearchType, string>> = {
  topic: 'topics',
  issue: 'issues',
  party: 'parties',
  person: 'people',
  claim: 'claims',
  source: 'sources',
}

/** How the address names a kind: "claims". */
export const typeInAddress = (type: SearchType): string => inAddress[type]

/** Of each language that is spoken here, what it calls others. */
const languageNames = new Map<string, Intl.DisplayNames>()

function namesIn(language: string): Intl.DisplayNames {
  const known = languageNames.get(language)
  const names = known ?? new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  languageNames.set(language, names)
  return names
}

/** "Russian" for `ru`; the tag itself where it is none. */
export function describeLanguage(tag: string): string {
  try {
    return namesIn(wording().language).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What a filter asks for, in words. */
export function describeFilter(by: FilterName, value: string): string {
  if (by === 'lang') return describeLanguage(value)
  const { typed } = wording().search
  const type = by === 'type' ? parseType(value) : undefined
  if (type !== undefined) return typed.type(type, value)
  const stance = by === 'stance' ? parseStance(value) : undefined
  return stance === undefined ? value : typed.stance(stance, value)
}
