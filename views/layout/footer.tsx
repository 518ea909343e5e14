import { paths } from '#server/paths.ts'
import { FormToken } from '../shared/fields.tsx'
import { ownNames, wording } from '../words/wording.ts'
import type { Viewer } from './document.tsx'
import { THEMES, type Theme } from './themes.ts'

interface FormProps {
  /** Where the form leads back to. */
  readonly address: string
  readonly viewer: Viewer | undefined
}

/** What holds for every page: how it works, and how it looks. */
export const SiteFooter = ({ theme, address, viewer }: FormProps & { readonly theme: Theme }) => (
  <footer class="site-footer">
    <div class="bar">
      <nav aria-label={wording().layout.about}>
        <ul>
          <li>
            <a href={paths.help}>{wording().layout.places.help}</a>
          </li>
          <li>
            <a href={paths.helpKeys} data-key="?" data-from="any">
              {wording().layout.places.keys}
            </a>
          </li>
          <li>
            <a href={paths.appearanceSettings}>{wording().settings.navigation}</a>
          </li>
          <li>
            <a href={paths.method}>{wording().layout.places.method}</a>
          </li>
          <li>
            <a href={paths.accessibility}>{wording().layout.places.accessibility}</a>
          </li>
          <li>
            <a href={paths.allHistory()}>{wording().shared.history}</a>
          </li>
          <li>
            <a href={paths.moderation()}>{wording().layout.places.moderation}</a>
          </li>
        </ul>
      </nav>
      <Languages address={address} viewer={viewer} />
      <form method="post" action={paths.appearance} data-appearance>
        <FormToken viewer={viewer} />
        <input type="hidden" name="return_to" value={address} />
        <div class="segmented" role="group" aria-label={wording().layout.appearance}>
          {THEMES.map((value) => (
            <button
              type="submit"
              name="theme"
              value={value}
              aria-pressed={value === theme ? 'true' : 'false'}
            >
              {wording().layout.themes[value]}
            </button>
          ))}
        </div>
      </form>
    </div>
  </footer>
)

/** The other languages of the interface, each by its own name. */
const Languages = ({ address, viewer }: FormProps) => (
  <form method="post" action={paths.appearance}>
    <FormToken viewer={viewer} />
    <input type="hidden" name="return_to" value={address} />
    {ownNames
      .filter(({ language }) => language !== wording().language)
      .map(({ language, direction, ownName }) => (
        <button
          type="submit"
          class="button-quiet"
          name="language"
          value={language}
          lang={language}
          dir={direction}
        >
          {ownName}
        </button>
      ))}
  </form>
)
