import { LONGEST_QUERY } from '#server/domain/search-query.ts'
import type { SearchFields } from '#server/domain/search-facets.ts'
import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'

/** What is swapped while somebody types; the address follows. */
const swapping = {
  'hx-get': paths.search(),
  'hx-target': '#found',
  'hx-select': '#found',
  'hx-select-oob': '#live:innerHTML',
  'hx-swap': 'outerHTML',
}

/**
 * One field for words and operators. Typing replaces the address, sending makes a new entry of it, so
 * that Back leads from search to search and not from letter to letter.
 */
export const SearchForm = ({ address }: { address: SearchFields }) => (
  <search>
    <form
      class="found-form"
      method="get"
      action={paths.search()}
      autocomplete="off"
      {...swapping}
      hx-trigger="submit"
      hx-push-url="true"
      hx-sync="this:replace"
    >
      <div class="field">
        <label for="f-q">{wording().search.label()}</label>
        <div class="found-field">
          <input
            id="f-q"
            name="q"
            type="search"
            value={address.q ?? ''}
            maxlength={LONGEST_QUERY}
            enterkeyhint="search"
            autocapitalize="none"
            spellcheck={false}
            dir="auto"
            {...swapping}
            hx-include="closest form"
            hx-trigger="input changed delay:250ms"
            hx-replace-url="true"
            hx-sync="closest form:replace"
          />
          <button class="button-primary" type="submit">
            {wording().layout.search}
          </button>
        </div>
      </div>
      <Kept address={address} />
    </form>
  </search>
)

/** Filters stay when the words change. */
const Kept = ({ address: { q: _, page: __, ...kept } }: { address: SearchFields }) => (
  <>
    {Object.entries(kept).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : (value ?? [])).map((one) => (
        <input type="hidden" name={name} value={one} />
      )),
    )}
  </>
)
