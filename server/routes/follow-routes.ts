import { Hono } from 'hono'
import { z } from 'zod'
import { deleteFollow } from '#db/queries/follows.ts'
import { follow } from '../actions/follow.ts'
import { FOLLOWED_KINDS } from '../domain/recorded-changes.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { valueOf } from '#views/shared/fields.tsx'
import { readForm } from '../http/form.ts'
import { goTo } from '../http/respond.tsx'
import { accountOf, allow } from '../http/session.ts'
import { validAddress } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { findFollowed } from './followed.ts'

const followAddress = validAddress(
  z.object({ of: z.enum(FOLLOWED_KINDS), name: z.string().max(200) }),
)

/** Following a topic, a party, an issue or a contradiction, and stopping to. */
export const followRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .post('/follows/:of/:name', allow('keep an account'), followAddress, async (c) => {
      const { of, name } = c.req.valid('param')
      const { topic, id, home } = await findFollowed[of](db, c, name)
      const since = sinceOf(valueOf((await readForm(c)).fields, 'since'), now())
      await follow(db, { of, id, topicId: topic.id }, { accountId: accountOf(c), now: since })
      const list = await listLeftFrom(c)
      return goTo(c, list === undefined ? `${home}#follow` : `${list()}#following`)
    })
    .post('/follows/:of/:name/end', allow('keep an account'), followAddress, async (c) => {
      const { of, name } = c.req.valid('param')
      const { id, home } = await findFollowed[of](db, c, name)
      const since = await deleteFollow(db, { of, id }, accountOf(c))
      const list = await listLeftFrom(c)
      if (list === undefined) return goTo(c, `${home}#follow`)
      const ended = since && { ended: `${of} ${name}`, since: since.toISOString() }
      return goTo(c, list(ended))
    })

/** Undoing goes on since when it was followed before. What is not an instant of the past is now. */
function sinceOf(sent: string, now: Date): Date {
  const since = new Date(sent)
  return since <= now ? since : now
}

const lists = { inbox: paths.inbox, notifications: paths.notifications } as const

/** Whoever stops in a list of what they follow goes on there. */
async function listLeftFrom(c: AppContext): Promise<(typeof lists)['inbox'] | undefined> {
  const back = valueOf((await readForm(c)).fields, 'back')
  return back === 'inbox' || back === 'notifications' ? lists[back] : undefined
}
