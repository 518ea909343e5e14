import { Hono } from 'hono'
import { findInbox } from '#db/queries/inbox.ts'
import { listWebhooks } from '#db/queries/webhooks.ts'
import { NotificationsPage } from '#views/account/notifications-page.tsx'
import { wording } from '#views/words/wording.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { respond } from '../http/respond.tsx'
import { allow, viewerOf } from '../http/session.ts'
import { findEnded, findFollows } from './inbox-routes.tsx'

/** What tells somebody of changes, with its controls. */
export const notificationRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/settings/notifications', allow('keep an account'), async (c) => {
    const viewer = viewerOf(c)
    const { unread } = await findInbox(db, viewer)
    return await respond(c, {
      title: wording().settings.notifications,
      current: 'account',
      page: (
        <NotificationsPage
          {...{ viewer, unread }}
          follows={await findFollows(db, viewer)}
          ended={await findEnded(db, c)}
          webhooks={await listWebhooks(db, viewer.accountId, 0)}
        />
      ),
    })
  })
