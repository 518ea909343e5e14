import { wording } from '../words/wording.ts'

/** Which browser says what of itself; the first that fits, since each also names those it descends from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|Chromium|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** "Firefox on Linux", from what a browser sent; as it is where it is none of the usual ones. */
export function describeBrowser(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return wording().account.unnamedBrowser
  const find = (all: typeof browsers) => all.find(([pattern]) => pattern.test(userAgent))?.[1]
  const [browser, system] = [find(browsers), find(systems)]
  if (browser === undefined) return userAgent.slice(0, 60)
  return system === undefined ? browser : wording().account.browserOn(browser, system)
}
