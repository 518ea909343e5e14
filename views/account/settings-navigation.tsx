import { type Actor, may } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { Tabs } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'

/** A page of the settings. */
export type SettingsSection =
  | 'account'
  | 'profile'
  | 'appearance'
  | 'keyboard'
  | 'notifications'
  | 'tokens'
  | 'webhooks'

const addresses: Readonly<Record<SettingsSection, string>> = {
  account: paths.settings,
  profile: paths.profile,
  appearance: paths.appearanceSettings,
  keyboard: paths.keyboardSettings,
  notifications: paths.notifications(),
  tokens: paths.apiTokens,
  webhooks: paths.webhooks,
}

const ALL = Object.keys(addresses) as readonly SettingsSection[]

/** What holds in one browser, for readers without an account too. */
const OF_BROWSERS: readonly SettingsSection[] = ['appearance', 'keyboard']

const sectionsFor = (viewer: Actor | undefined): readonly SettingsSection[] =>
  viewer === undefined
    ? OF_BROWSERS
    : ALL.filter((section) => section !== 'webhooks' || may(viewer, 'send webhooks'))

interface Props {
  readonly viewer: Actor | undefined
  readonly current: SettingsSection
}

/** The pages of the settings that whoever reads can open; on each of them, below its heading. */
export const SettingsNavigation = ({ viewer, current }: Props) => (
  <Tabs
    label={wording().settings.navigation}
    tabs={sectionsFor(viewer).map((section) => ({
      href: addresses[section],
      says: wording().settings.pages[section],
      isCurrent: section === current,
    }))}
  />
)
