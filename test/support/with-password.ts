import { hashPassword } from '#server/actions/passwords.ts'
import { paths } from '#server/paths.ts'
import { type App, aForm } from './app.ts'

/** Signing in with an address and a password. */

export const email = 'ana@example.org'
export const PASSWORD = 'marble teapot eleven fog'
export const OTHER_PASSWORD = 'seven lamps under gravel'
export const passwordHash = await hashPassword(PASSWORD)

/** From a network of its own, as the outermost proxy saw it. */
export const from = (address: string): Record<string, string> => ({ 'X-Forwarded-For': address })

export const signInWith = async (
  app: App,
  password: string,
  headers: Record<string, string> = {},
  address = email,
): Promise<Response> =>
  await app.request(paths.signInForm(), aForm({ email: address, password }, headers))
