import type { SearchType } from '#server/domain/search-query.ts'
import { counted } from '../shared/stance.tsx'

const names: Readonly<Record<SearchType, readonly [one: string, many: string]>> = {
  topic: ['topic', 'topics'],
  issue: ['issue', 'issues'],
  party: ['party', 'parties'],
  person: ['person', 'people'],
  claim: ['claim', 'claims'],
  source: ['source', 'sources'],
}

/** "People". */
export const headingOf = (type: SearchType): string => {
  const [, many] = names[type]
  return many.charAt(0).toUpperCase() + many.slice(1)
}

/** How the address names a kind: "claims". */
export const typeInAddress = (type: SearchType): string => names[type][1]

/** "3 claims", "more than 1,000 claims". */
export function describeCount(
  type: SearchType | undefined,
  total: number,
  isMore: boolean,
): string {
  const [one, many] = type === undefined ? ['result', 'results'] : names[type]
  return `${isMore ? 'more than ' : ''}${counted(total, one, many)}`
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** "Russian" for `ru`; the tag itself where it is none. */
export function describeLanguage(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}
