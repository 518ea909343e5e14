import { Hono } from 'hono'
import { AppearancePage, KeyboardPage } from '#views/account/browser-pages.tsx'
import { wording } from '#views/words/wording.ts'
import type { AppContext, AppEnv } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { paths } from '../paths.ts'

/** What POST /appearance leads back with, once a cookie keeps a choice. */
export const wasSavedInBrowser = (c: AppContext): boolean => c.req.query('saved') === 'browser'

/** Choices that hold in one browser, by cookies: for readers without an account too. */
export const browserSettingsRoutes = () =>
  new Hono<AppEnv>()
    .get(paths.appearanceSettings, async (c) => {
      const { viewer, theme } = c.var
      const page = <AppearancePage {...{ viewer, theme, isSaved: wasSavedInBrowser(c) }} />
      return answerUnchanged(c, []) ?? (await respond(c, { ...about('appearance'), page }))
    })
    .get(paths.keyboardSettings, async (c) => {
      const { viewer, hasSingleKeys } = c.var
      const page = <KeyboardPage {...{ viewer, hasSingleKeys, isSaved: wasSavedInBrowser(c) }} />
      return answerUnchanged(c, []) ?? (await respond(c, { ...about('keyboard'), page }))
    })

const about = (section: 'appearance' | 'keyboard') =>
  ({
    title: wording().settings.pages[section],
    current: 'account',
  }) as const
