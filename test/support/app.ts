import { createSignInLink } from '#server/actions/create-sign-in-link.ts'
import { createApp } from '#server/app.tsx'
import type { Deps } from '#server/http/context.ts'
import { createLog } from '#server/http/log.ts'
import { paths } from '#server/paths.ts'

export const noon = new Date('2026-11-24T12:00:00Z')

/** So many minutes after noon. */
export const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000)

/** Where `app.request('/x')` is asked: the host of its own pages unless a base URL says otherwise. */
export const ORIGIN = 'http://localhost'

/** An application at a fixed time; what it logs is kept as one parsed line each. */
export function anApp({ db, ...rest }: Partial<Deps> & Pick<Deps, 'db'>) {
  const lines: Record<string, unknown>[] = []
  const log = createLog('debug', (line) => lines.push(JSON.parse(line) as Record<string, unknown>))
  return { app: createApp({ db, now: () => noon, log, build: 'test', ...rest }), lines }
}

export type App = ReturnType<typeof createApp>

/** A request with a form, as a browser on our own page sends it. */
export const aForm = (
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
})

/** Sign in as the owner. @returns the cookie to send, and a token for forms */
export async function signedIn(app: App, db: Deps['db'], now = noon): Promise<Session> {
  const { token } = await createSignInLink(db, now)
  return await followed(app, token)
}

/** What a browser has once it is signed in. */
export interface Session {
  /** To be sent with every request. */
  readonly Cookie: string
  /** To be sent with every form. */
  readonly csrf: string
}

/** Open a sign-in link. */
export async function followed(app: App, token: string): Promise<Session> {
  const Cookie = cookieOf(await app.request(paths.signIn(token)))
  return { Cookie, csrf: await csrfOf(app, Cookie) }
}

/** The first cookie that an answer sets, as it is sent back; '' where it sets none. */
export const cookieOf = (answer: Response): string =>
  (answer.headers.get('Set-Cookie') ?? '').split(';', 1)[0] ?? ''

/** The token that the session of a cookie takes; '' where it signs nobody in. */
export const csrfOf = async (app: App, Cookie: string): Promise<string> =>
  tokenIn(await (await app.request(paths.help, { headers: { Cookie } })).text())

/** The token that the forms of a page carry; '' where nobody is signed in. */
export const tokenIn = (page: string): string => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
