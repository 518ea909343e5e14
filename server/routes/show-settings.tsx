import { z } from 'zod'
import { findAccount, findPasswordHash } from '#db/queries/accounts.ts'
import { listTokens } from '#db/queries/api-tokens.ts'
import { listPasskeys } from '#db/queries/passkeys.ts'
import { listSessions } from '#db/queries/sessions.ts'
import { AccountPage, ProfilePage, TokensPage } from '#views/account/settings-page.tsx'
import { noErrors, startValues } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { describePasskeySite } from '../domain/passkeys.ts'
import { type AppContext, type Deps, ownOrigin } from '../http/context.ts'
import { respond } from '../http/respond.tsx'
import { isConfirmed, viewerOf } from '../http/session.ts'
import type { Rejected } from '../http/validate.ts'
import { wasSavedInBrowser } from './browser-settings-routes.tsx'

/** What was done a moment ago, by the word for it in the address. */
const NOTICES = ['profile', 'password', 'passkey', 'passkey-removed', 'session', 'token'] as const

/** `?saved=`; what is no word of ours is left out. */
export const savedNotice = z.enum(NOTICES).optional().catch(undefined)

/** What the page has beyond what is on record: a refused form, or what was made a moment ago. */
export interface ShownSettings extends Partial<Rejected> {
  readonly madeToken?: string
  readonly notice?: string
}

/** The pages about one's own account. */
const pages = { account: AccountPage, profile: ProfilePage, tokens: TokensPage } as const

const titleOf = (section: keyof typeof pages): string =>
  section === 'profile'
    ? wording().settings.profile
    : wording().account[section === 'account' ? 'title' : 'tokens']

/** Answers with a page about the account of whoever asks; 422 where a form came back. */
export const showSettings =
  (deps: Deps, section: keyof typeof pages = 'account') =>
  async (c: AppContext, shown: ShownSettings = {}): Promise<Response> => {
    const Page = pages[section]
    return await respond(c, {
      title: titleOf(section),
      current: 'account',
      ...(section === 'account' ? { extra: 'passkeys' } : {}),
      hasErrors: shown.errors !== undefined,
      status: shown.errors === undefined ? 200 : 422,
      page: <Page {...await findSettings(deps, c, shown)} />,
    })
  }

async function findSettings({ db, now }: Deps, c: AppContext, shown: ShownSettings) {
  const viewer = viewerOf(c)
  const { accountId, name } = viewer
  const account = await findAccount(db, accountId)
  const email = account?.email ?? null
  const hasPassword = (await findPasswordHash(db, accountId)) !== null
  const tokens = await listTokens(db, accountId)
  const thisHash = c.var.sessionHash
  return {
    viewer,
    email,
    hasPassword,
    madeToken: shown.madeToken,
    asksForPassword: hasPassword && !mayReplacePassword(c, now()),
    passkeySite: describePasskeySite(ownOrigin(c)),
    passkeys: await listPasskeys(db, accountId),
    sessions: await listSessions(db, { accountId, thisHash, now: now() }),
    tokens: tokens.map((token) => ({ ...token, hasEnded: token.expiresAt <= now() })),
    values: new Map([...startValues({ name, email: email ?? '' }), ...(shown.values ?? [])]),
    errors: shown.errors ?? noErrors,
    notice: shown.notice ?? noticeOf(c),
    isSavedInBrowser: wasSavedInBrowser(c),
  }
}

function noticeOf(c: AppContext): string | undefined {
  const saved = savedNotice.parse(c.req.query('saved'))
  return saved === undefined ? undefined : wording().account.notices[saved]
}

/** Whoever has just come in by a link may replace a password that they do not know any more. */
export const mayReplacePassword = (c: AppContext, now: Date): boolean =>
  c.var.cameBy === 'link' && isConfirmed(c, now)
