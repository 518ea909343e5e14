import { Hono, type MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { ClaimTopic } from '#db/queries/claims.ts'
import {
  type FieldErrors,
  type FieldValues,
  noErrors,
  startValues,
  valueOf,
} from '#views/shared/fields.tsx'
import { Refusal } from '../domain/errors.ts'
import type { RecordedClaim } from '../domain/recorded-claim.ts'
import type { AppContext, AppEnv } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond } from '../http/respond.tsx'
import { allow } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { type Rejected, validForm } from '../http/validate.ts'
import { crumbsTo } from './claim-pages.ts'

/** The version that a form was rendered from. @throws {Refusal} version-required */
export function versionOf(values: FieldValues): number {
  const version = valueOf(values, 'version')
  if (!/^[1-9]\d{0,8}$/.test(version)) throw new Refusal('version-required')
  return Number(version)
}

/** What the form for withdrawing something, or putting it back, sends. */
const Withdrawal = z.object({
  version: z.string().optional(),
  why: plainText({ label: 'Reason', max: 500, multiline: true, required: 'Give the reason.' }),
})

/** Something that can be withdrawn and put back: a claim, or a reply to one. */
interface Withdrawable {
  readonly version: number
  readonly withdrawnReason?: string | undefined
}

/** What is about to be withdrawn or put back, in its place. */
interface Opened<Thing> {
  readonly topic: ClaimTopic
  readonly claim: RecordedClaim
  readonly thing: Thing
}

export interface Withdrawing<Thing extends Withdrawable> {
  readonly path: string
  /** Whether the address is one, and whether its viewer may change what it names. */
  readonly doors: readonly [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>]
  /** @throws {Refusal} where there is no such thing, or nothing of it can be changed */
  readonly open: (c: AppContext) => Promise<Opened<Thing>>
  readonly title: { readonly withdraw: string; readonly putBack: string }
  readonly page: (opened: Opened<Thing>, form: WithdrawingForm) => Child
  readonly save: (c: AppContext, opened: Opened<Thing>, asked: Asked) => Promise<unknown>
  /** Where it is shown afterwards. */
  readonly shownAt: (opened: Opened<Thing>) => string
}

interface WithdrawingForm {
  readonly isStale: boolean
  readonly viewer: AppContext['var']['viewer']
  readonly values: FieldValues
  readonly errors: FieldErrors
}

interface Asked {
  readonly version: number
  readonly reason: string
  /** Else it is put back. */
  readonly withdraw: boolean
}

/**
 * The two routes of withdrawing something and putting it back: one form, the other way round. Whoever
 * comes second is shown how it stands now (409).
 */
export function withdrawing<Thing extends Withdrawable>(of: Withdrawing<Thing>) {
  const [address, mayChange] = of.doors
  const show = async (c: AppContext, shown: Partial<Rejected> = {}, isStale = false) => {
    const opened = await of.open(c)
    const { topic, claim, thing } = opened
    const version = String(thing.version)
    const values = shown.values ?? startValues({ version })
    return await respond(c, {
      title: of.title[thing.withdrawnReason === undefined ? 'withdraw' : 'putBack'],
      topic,
      crumbs: crumbsTo(topic, claim),
      hasErrors: shown.values !== undefined,
      status: isStale ? 409 : shown.values === undefined ? 200 : 422,
      page: of.page(opened, {
        isStale,
        viewer: c.var.viewer,
        values: isStale ? new Map(values).set('version', [version]) : values,
        errors: shown.errors ?? noErrors,
      }),
    })
  }
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  return new Hono<AppEnv>()
    .get(of.path, allow('record'), address, mayChange, async (c) => await show(c))
    .post(of.path, allow('record'), address, mayChange, validForm(Withdrawal, again), async (c) => {
      const opened = await of.open(c)
      const values = (await readForm(c)).fields
      const saved = await of.save(c, opened, {
        version: versionOf(values),
        reason: c.req.valid('form').why,
        withdraw: opened.thing.withdrawnReason === undefined,
      })
      if (saved !== 'stale') return goTo(c, of.shownAt(opened))
      refuseProgram(c, 'edit-conflict')
      return await show(c, { values }, true)
    })
}
