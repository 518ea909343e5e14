import type { Context } from 'hono'
import type { Db } from '#db/connect.ts'
import type { Actor, CameBy } from '#server/domain/access.ts'
import type { Viewer } from '#views/layout/document.tsx'
import type { Theme } from '#views/layout/themes.ts'
import type { Form } from './form.ts'
import type { Log } from './log.ts'

/** A document from the web, and where it was found. */
interface Fetched {
  readonly bytes: Uint8Array
  readonly name: string
  readonly charset?: string | undefined
  readonly url: string
}

/** Where webhooks may be sent, and a way to have it looked now whether any is due. */
interface WebhooksTo {
  readonly hosts?: readonly string[] | undefined
  /** `address:port` that may be sent to although it is private: for tests. */
  readonly allowed?: readonly string[] | undefined
  readonly wake?: (() => void) | undefined
}

/** What the application is given; it starts none of it. */
export interface Deps {
  readonly db: Db
  readonly now: () => Date
  readonly log: Log
  /** As people reach it, e.g. `https://gainsay.example`; https makes cookies Secure and sends HSTS. */
  readonly baseUrl?: string | undefined
  /** Names the running code in ETags; several processes of one release must share it. */
  readonly build?: string | undefined
  /** Fetches a document from the web; undefined where the operator has not asked for that. */
  readonly fetchDocument?: ((address: string) => Promise<Fetched>) | undefined
  /** Where webhooks may be sent; undefined where the operator has not asked for that. */
  readonly webhooks?: WebhooksTo | undefined
  /** How many proxies of ours stand in front of this process: 0 unless given. */
  readonly trustProxy?: number | undefined
  /** False while draining, so that a load balancer looks elsewhere. */
  readonly isReady?: (() => boolean) | undefined
}

/** What every handler can read with `c.var`. */
export interface AppEnv {
  Variables: {
    requestId: string
    log: Log
    now: () => Date
    /** Who asks; undefined for readers. `csrf` goes into every form they are shown. */
    viewer: (Viewer & Actor) | undefined
    /** SHA-256 of the session's token; undefined for readers and for programs with a token of theirs. */
    sessionHash: Buffer | undefined
    /** When whoever is signed in last proved who they are. */
    confirmedAt: Date | undefined
    /** How the session began. */
    cameBy: CameBy | undefined
    /** How much in their inbox is unread, for a person who is signed in. */
    countUnread: (() => Promise<number>) | undefined
    theme: Theme
    /** May the answer stand in others' pages? Set by the routes below `/embed` alone. */
    isEmbed: boolean | undefined
    /** Keys without a modifier do something, unless somebody turned them off. */
    hasSingleKeys: boolean
    /** How many proxies of ours stand in front; see networkOf. */
    trustProxy: number
    /** The submitted form, once somebody read it (see form.ts). */
    form: Form | undefined
    baseUrl: string | undefined
    build: string
  }
}

export type AppContext = Context<AppEnv>

/** Is the site reached by https? Decides on Secure cookies, their prefix, and HSTS. */
export const isSecure = (baseUrl: string | undefined): boolean =>
  baseUrl?.startsWith('https:') === true

/** The origin that our own pages have, e.g. `http://localhost:3000`. */
export const ownOrigin = (c: AppContext): string => new URL(c.var.baseUrl ?? c.req.url).origin
