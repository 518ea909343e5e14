import { LONGEST_QUERY } from '#server/domain/search-query.ts'
import { paths } from '#server/paths.ts'
import type { Words } from '../words/english.ts'
import { wording } from '../words/wording.ts'
import type { PageProps } from './document.tsx'

/** A field where there is room, and a link that opens the palette where scripts run. */
export const HeaderSearch = ({ current }: Pick<PageProps, 'current'>) => (
  <search class="header-search">
    {current !== 'search' && (
      <form method="get" action={paths.search()}>
        <input
          type="search"
          name="q"
          aria-label={wording().layout.searchRecord}
          placeholder={wording().layout.searchRecord}
          maxlength={LONGEST_QUERY}
          enterkeyhint="search"
          dir="auto"
        />
        <button type="submit" class="visually-hidden" tabindex={-1}>
          {wording().layout.search}
        </button>
      </form>
    )}
    <a class="small" href={paths.search()} data-palette aria-keyshortcuts="Control+K Meta+K">
      {wording().layout.search} <kbd aria-hidden="true">Ctrl K</kbd>
    </a>
  </search>
)

type Place = readonly [place: keyof Words['layout']['places'], href: string]

const placesOf = (topic: PageProps['topic']): readonly Place[] =>
  topic === undefined
    ? [
        ['topics', paths.home],
        ['review', paths.reviewQueue()],
        ['method', paths.method],
        ['help', paths.help],
      ]
    : [
        ['topic', paths.topic(topic.slug)],
        ['compare', paths.compare(topic.slug)],
        ['matrix', paths.matrix(topic.slug)],
        ['groups', paths.groups(topic.slug)],
        ['commonGround', paths.commonGround(topic.slug)],
        ['timeline', paths.timeline(topic.slug)],
        ['issues', paths.issues(topic.slug)],
        ['parties', paths.parties(topic.slug)],
        ['sources', paths.sources(topic.slug)],
        ['contradictions', paths.contradictions(topic.slug)],
        ['review', paths.reviewQueue()],
      ]

/**
 * Search and go: a field with suggestions as a combobox (WAI-ARIA Authoring Practices). It is opened
 * and filled by palette.js, which says what `data-words` holds; sent as it is, it is the ordinary search.
 */
export const Palette = ({
  topic,
  mayReview,
}: Pick<PageProps, 'topic'> & { mayReview: boolean }) => (
  <dialog
    id="palette"
    aria-label={wording().layout.palette}
    data-words={JSON.stringify(wording().layout.paletteSays)}
  >
    <form method="get" action={paths.search()} autocomplete="off" data-source={paths.searchJson()}>
      <label for="palette-field">{wording().layout.paletteField}</label>
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
        {wording().layout.search}
      </button>
    </form>
    <ul id="palette-list" role="listbox" aria-label={wording().layout.suggestions} />
    <p class="small muted">{wording().layout.paletteKeys()}</p>
    <p class="visually-hidden" role="status" />
    <ul hidden data-places>
      {placesOf(topic)
        .filter(([place]) => place !== 'review' || mayReview)
        .map(([place, href]) => (
          <li>
            <a href={href}>{wording().layout.places[place]}</a>
          </li>
        ))}
    </ul>
  </dialog>
)
