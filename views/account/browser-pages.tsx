import type { Child } from 'hono/jsx'
import type { Actor } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import type { Theme } from '../layout/themes.ts'
import { wording } from '../words/wording.ts'
import { KeysChoice, LanguageChoice, ThemeChoice } from './browser-choices.tsx'
import { SettingsNavigation, type SettingsSection } from './settings-navigation.tsx'

interface PageProps {
  readonly viewer: (Viewer & Actor) | undefined
  /** Was a choice saved a moment ago? */
  readonly isSaved: boolean
}

/** A page of choices that hold in one browser. */
const BrowserPage = ({
  viewer,
  isSaved,
  section,
  children,
}: PageProps & { section: SettingsSection; children?: Child }) => (
  <div class="parts">
    <h1>{wording().settings.pages[section]}</h1>
    <SettingsNavigation viewer={viewer} current={section} />
    <SavedInBrowser isSaved={isSaved} />
    {children}
  </div>
)

/** What was done a moment ago, where a cookie keeps it. */
export const SavedInBrowser = ({ isSaved }: { isSaved: boolean }) =>
  isSaved ? (
    <p class="notice" role="status">
      {wording().settings.saved}
    </p>
  ) : null

/** How pages look, and in which language, for readers with and without an account. */
export const AppearancePage = ({ theme, ...page }: PageProps & { theme: Theme }) => {
  const { viewer } = page
  return (
    <BrowserPage {...page} section="appearance">
      <p class="lede">{wording().settings.keptInBrowser}</p>
      <ThemeChoice viewer={viewer} page={paths.appearanceSettings} theme={theme} />
      <LanguageChoice viewer={viewer} page={paths.appearanceSettings} />
    </BrowserPage>
  )
}

/** Keys that do something by themselves, on or off, and the way to the list of all. */
export const KeyboardPage = ({
  hasSingleKeys,
  ...page
}: PageProps & { hasSingleKeys: boolean }) => (
  <BrowserPage {...page} section="keyboard">
    <p class="lede">
      {wording().settings.keyboardLede} <a href={paths.helpKeys}>{wording().settings.allKeys}</a>
    </p>
    <KeysChoice viewer={page.viewer} page={paths.keyboardSettings} isOn={hasSingleKeys} />
    <p class="small muted">{wording().settings.keptInBrowser}</p>
  </BrowserPage>
)
