/**
 * `system` follows the device; so does `contrast` in being light or dark. Kept in a cookie, so that pages
 * arrive in the right colours.
 */
export const THEMES = ['light', 'dark', 'contrast', 'system'] as const
export type Theme = (typeof THEMES)[number]
export const isTheme = (text: string | undefined): text is Theme =>
  THEMES.some((theme) => theme === text)

/** What a browser is told to draw its own parts in. */
export const schemeOf = (theme: Theme): string =>
  theme === 'light' || theme === 'dark' ? theme : 'light dark'
