import { Hono } from 'hono'
import { AccessibilityPage } from '#views/help/accessibility-page.tsx'
import { EncodingPage } from '#views/help/encoding-page.tsx'
import { KeysPage } from '#views/help/keys-page.tsx'
import { HelpPage } from '#views/help/help-page.tsx'
import { wording } from '#views/words/wording.ts'
import type { AppEnv } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { paths } from '../paths.ts'

const toHelp = () => [{ label: wording().help.title, href: paths.help }]

export const helpRoutes = () =>
  new Hono<AppEnv>()
    .get(paths.help, async (c) => {
      const same = answerUnchanged(c, [])
      return (
        same ??
        (await respond(c, { title: wording().help.title, width: 'reading', page: <HelpPage /> }))
      )
    })
    .get(paths.helpEncoding, async (c) => {
      const same = answerUnchanged(c, [])
      const page = <EncodingPage />
      return (
        same ??
        (await respond(c, {
          title: wording().signs.title,
          width: 'reading',
          crumbs: toHelp(),
          page,
        }))
      )
    })
    .get(paths.helpKeys, async (c) => {
      const same = answerUnchanged(c, [])
      const page = <KeysPage hasSingleKeys={c.var.hasSingleKeys} viewer={c.var.viewer} />
      return (
        same ??
        (await respond(c, {
          title: wording().keys.title,
          width: 'reading',
          crumbs: toHelp(),
          page,
        }))
      )
    })
    .get(paths.accessibility, async (c) => {
      const same = answerUnchanged(c, [])
      return (
        same ??
        (await respond(c, {
          title: wording().accessibility.title,
          width: 'reading',
          page: <AccessibilityPage />,
        }))
      )
    })
