import { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { THEMES } from '#views/layout/themes.ts'
import { LANGUAGES } from '#views/words/wording.ts'
import { Refusal } from '../domain/errors.ts'
import { type AppEnv, isSecure } from '../http/context.ts'
import { validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'

const YEAR_S = 365 * 24 * 60 * 60

/** One choice at a time: the buttons of each stand in a form of their own. */
const Appearance = z
  .object({
    theme: z.enum(THEMES).optional(),
    keys: z.enum(['on', 'off']).optional(),
    language: z.enum(LANGUAGES).optional(),
    return_to: z.string().max(2048).optional(),
  })
  .refine(
    ({ theme, keys, language }) =>
      [theme, keys, language].filter((choice) => choice !== undefined).length === 1,
  )

/** What is usual needs no cookie. */
const USUAL: ReadonlySet<string> = new Set(['system', 'on', 'en'])

/**
 * The path to go back to, if it is one of ours. `//evil` and `/\evil` are other sites to a browser,
 * so the text is read as a browser reads it and only its path and query are kept.
 */
export function safeReturn(text: string | undefined): string {
  if (text === undefined || !/^\/(?![/\\])/.test(text)) return paths.home
  const base = 'http://here.invalid'
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (url === undefined || url.origin !== base) return paths.home
  // Dot segments can leave a second slash in front: `/.//evil`.
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}`
}

export const appearanceRoutes = () =>
  new Hono<AppEnv>().post(
    paths.appearance,
    validForm(Appearance, () => {
      throw new Refusal('bad-form')
    }),
    (c) => {
      const { return_to: returnTo, ...choice } = c.req.valid('form')
      const attributes = {
        path: '/',
        sameSite: 'Lax',
        httpOnly: true,
        secure: isSecure(c.var.baseUrl),
      } as const
      for (const [name, value] of Object.entries(choice)) {
        if (value === undefined || USUAL.has(value)) deleteCookie(c, name, attributes)
        else setCookie(c, name, value, { ...attributes, maxAge: YEAR_S })
      }
      return c.redirect(safeReturn(returnTo), 303)
    },
  )
