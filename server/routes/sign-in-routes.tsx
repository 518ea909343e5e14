import { Hono } from 'hono'
import { z } from 'zod'
import { deleteSession } from '#db/queries/sessions.ts'
import { signIn } from '../actions/sign-in.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { clearSessionCookie, writeSessionCookie } from '../http/session-cookie.ts'
import { validAddress } from '../http/validate.ts'
import { paths } from '../paths.ts'

const address = validAddress(z.object({ token: z.string().regex(/^[\w-]{43}$/) }))

export const signInRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .get('/sign-in/:token', address, async (c) => {
      // Link checkers send HEAD, which Hono routes here: they must not spend the link.
      if (c.req.method === 'HEAD') return c.body(null, 204)
      const { token: linkToken } = c.req.valid('param')
      const session = await signIn(db, { linkToken, formerHash: c.var.sessionHash, now: now() })
      writeSessionCookie(c, session.token, session.expiresAt)
      c.var.log.info('signed in', { requestId: c.var.requestId })
      c.header('Cache-Control', 'no-store')
      return c.redirect(paths.home, 303)
    })
    .post(paths.signOut, async (c) => {
      const hash = c.var.sessionHash
      if (hash === undefined) throw new Refusal('sign-in-needed')
      await deleteSession(db, hash)
      clearSessionCookie(c)
      c.var.log.info('signed out', { requestId: c.var.requestId, account: c.var.viewer?.accountId })
      c.header('Clear-Site-Data', '"cache","storage"')
      return c.redirect(paths.home, 303)
    })
