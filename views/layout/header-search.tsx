import { LONGEST_QUERY } from '#server/domain/search-query.ts'
import { paths } from '#server/paths.ts'
import type { PageProps } from './document.tsx'

/** A field where there is room, and a link that opens the palette where scripts run. */
export const HeaderSearch = ({ current }: Pick<PageProps, 'current'>) => (
  <search class="header-search">
    {current !== 'search' && (
      <form method="get" action={paths.search()}>
        <input
          type="search"
          name="q"
          aria-label="Search the record"
          placeholder="Search the record"
          maxlength={LONGEST_QUERY}
          enterkeyhint="search"
          dir="auto"
        />
        <button type="submit" class="visually-hidden" tabindex={-1}>
          Search
        </button>
      </form>
    )}
    <a class="small" href={paths.search()} data-palette aria-keyshortcuts="Control+K Meta+K">
      Search <kbd aria-hidden="true">Ctrl K</kbd>
    </a>
  </search>
)

const placesOf = (topic: PageProps['topic']): readonly (readonly [label: string, href: string])[] =>
  topic === undefined
    ? [
        ['Topics', paths.home],
        ['Review', paths.reviewQueue()],
        ['Method', paths.method],
        ['Help', paths.help],
      ]
    : [
        ['Topic', paths.topic(topic.slug)],
        ['Compare', paths.compare(topic.slug)],
        ['Party by party', paths.matrix(topic.slug)],
        ['Group by group', paths.groups(topic.slug)],
        ['Common ground', paths.commonGround(topic.slug)],
        ['Over time', paths.timeline(topic.slug)],
        ['Issues', paths.issues(topic.slug)],
        ['Parties', paths.parties(topic.slug)],
        ['Sources', paths.sources(topic.slug)],
        ['Contradictions', paths.contradictions(topic.slug)],
        ['Review', paths.reviewQueue()],
      ]

/**
 * Search and go: a field with suggestions as a combobox (WAI-ARIA Authoring Practices). It is opened
 * and filled by palette.js; sent as it is, it is the ordinary search.
 */
export const Palette = ({
  topic,
  mayReview,
}: Pick<PageProps, 'topic'> & { mayReview: boolean }) => (
  <dialog id="palette" aria-label="Search or go to">
    <form method="get" action={paths.search()} autocomplete="off" data-source={paths.searchJson()}>
      <label for="palette-field">Search, or go to</label>
      <input
        id="palette-field"
        type="text"
        name="q"
        role="combobox"
        aria-expanded="false"
        aria-controls="palette-list"
        aria-autocomplete="list"
        maxlength={LONGEST_QUERY}
        enterkeyhint="search"
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
      />
      <button type="submit" class="visually-hidden" tabindex={-1}>
        Search
      </button>
    </form>
    <ul id="palette-list" role="listbox" aria-label="Suggestions" />
    <p class="small muted">
      <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> open, <kbd>Esc</kbd> close
    </p>
    <p class="visually-hidden" role="status" />
    <ul hidden data-places>
      {placesOf(topic)
        .filter(([label]) => label !== 'Review' || mayReview)
        .map(([label, href]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
    </ul>
  </dialog>
)
