import { Hono } from 'hono'
import { MethodPage } from '#views/help/method-page.tsx'
import { wording } from '#views/words/wording.ts'
import type { AppEnv } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { paths } from '../paths.ts'

export const methodRoutes = () =>
  new Hono<AppEnv>().get(paths.method, async (c) => {
    const same = answerUnchanged(c, [])
    return (
      same ??
      (await respond(c, { title: wording().method.title, width: 'reading', page: <MethodPage /> }))
    )
  })
