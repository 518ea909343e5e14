import { paths } from '#server/paths.ts'
import { FormToken } from '../shared/fields.tsx'
import type { Theme, Viewer } from './document.tsx'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
  { value: 'system', label: 'System' },
]

/** What holds for every page: how it works, and how it looks. */
export const SiteFooter = ({
  theme,
  address,
  viewer,
}: {
  theme: Theme
  address: string
  viewer: Viewer | undefined
}) => (
  <footer class="site-footer">
    <div class="bar">
      <nav aria-label="About">
        <ul>
          <li>
            <a href={paths.help}>Help</a>
          </li>
          <li>
            <a href={paths.helpKeys} data-key="?" data-from="any">
              Keys
            </a>
          </li>
          <li>
            <a href={paths.method}>Method</a>
          </li>
          <li>
            <a href={paths.accessibility}>Accessibility</a>
          </li>
          <li>
            <a href={paths.moderation()}>Moderation</a>
          </li>
        </ul>
      </nav>
      <form method="post" action={paths.appearance} data-appearance>
        <FormToken viewer={viewer} />
        <input type="hidden" name="return_to" value={address} />
        <div class="segmented" role="group" aria-label="Appearance">
          {themes.map(({ value, label }) => (
            <button
              type="submit"
              name="theme"
              value={value}
              aria-pressed={value === theme ? 'true' : 'false'}
            >
              {label}
            </button>
          ))}
        </div>
      </form>
    </div>
  </footer>
)
