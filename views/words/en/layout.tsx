import type { Child } from 'hono/jsx'
import type { SearchType } from '#server/domain/search-query.ts'
import type { Theme } from '../../layout/themes.ts'
import type { Forms } from '../counting.ts'

/** What stands around every page: the header, the palette, and the footer. */
export const layout = {
  skip: 'Skip to main content',
  /** The title of a page whose form came back. */
  withErrors: (title: string) => `Error: ${title}`,

  main: 'Main',
  /** Where the header, the palette and the footer lead. */
  places: {
    topics: 'Topics',
    topic: 'Topic',
    compare: 'Compare',
    matrix: 'Party by party',
    groups: 'Group by group',
    commonGround: 'Common ground',
    timeline: 'Over time',
    issues: 'Issues',
    parties: 'Parties',
    sources: 'Sources',
    contradictions: 'Contradictions',
    review: 'Review',
    inbox: 'Inbox',
    people: 'People',
    help: 'Help',
    keys: 'Keys',
    method: 'Method',
    accessibility: 'Accessibility',
    moderation: 'Moderation',
  },
  signIn: 'Sign in',
  signOut: 'Sign out',
  /** @param isMore - there are more than that */
  unread: (n: number, isMore: boolean) => (
    <>
      ({isMore ? `more than ${n}` : n}
      <span class="visually-hidden"> new</span>)
    </>
  ),
  account: (name: Child) => (
    <>
      {name}
      <span class="visually-hidden">, your account</span>
    </>
  ),

  search: 'Search',
  searchRecord: 'Search the record',
  palette: 'Search or go to',
  paletteField: 'Search, or go to',
  suggestions: 'Suggestions',
  paletteKeys: () => (
    <>
      <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> open, <kbd>Esc</kbd> close
    </>
  ),
  /** What palette.js says; `{}` is how much was found. */
  paletteSays: {
    goTo: 'Go to',
    all: 'All results: {}',
    suggestions: { one: '{n} suggestion.', other: '{n} suggestions.' } as Forms,
    noAnswer: 'Press Enter to search.',
    kinds: {
      topic: 'topic',
      issue: 'issue',
      party: 'party',
      person: 'person',
      claim: 'claim',
      source: 'source',
    } as Readonly<Record<SearchType, string>>,
  },

  about: 'About',
  appearance: 'Appearance',
  themes: {
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
    system: 'System',
  } as Readonly<Record<Theme, string>>,
}
