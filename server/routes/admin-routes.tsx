import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { type AuditFilter, countAudit, listAudit } from '#db/queries/audit.ts'
import {
  findCaptureState,
  findDeliveryState,
  findSearchState,
  listUndelivered,
  retryDelivery,
} from '#db/queries/jobs.ts'
import { AuditPage } from '#views/admin/audit-page.tsx'
import { JobsPage } from '#views/admin/jobs-page.tsx'
import { wording } from '#views/words/wording.ts'
import { AUDIT_KINDS, describeAuditAct } from '../domain/audit.ts'
import { writeCsvLine } from '../domain/csv.ts'
import { Refusal } from '../domain/errors.ts'
import { streamFile } from '../http/attachment.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { goTo, respond } from '../http/respond.tsx'
import { allow, viewerOf } from '../http/session.ts'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { choosePage, pageNumber, titleOfPage } from './pages.ts'
import { numbered } from './settings-routes.tsx'

const manage = allow('manage people')

/** What a form leaves empty is not asked for. */
const auditQuery = validQuery(
  z.object({
    kind: z.literal(['', ...AUDIT_KINDS], 'Give a kind that there is.').optional(),
    who: z
      .string()
      .regex(/^[1-9]\d{0,8}$|^$/, 'Give the number of an account.')
      .optional(),
    page: pageNumber.max(1_000_000).optional(),
  }),
)

type Asked = {
  readonly kind?: AuditFilter['kind'] | '' | undefined
  readonly who?: string | undefined
}

const filterOf = ({ kind, who }: Asked): AuditFilter => ({
  kind: kind || undefined,
  who: who ? Number(who) : undefined,
})

/** As many deliveries that did not arrive as the page lists. */
const SHOWN = 50

/** For owners: what was done to accounts and to what lets somebody in, and what runs by itself. */
export const adminRoutes = ({ db, now, webhooks }: Deps) =>
  new Hono<AppEnv>()
    .get('/admin/audit', manage, auditQuery, async (c) => {
      const { kind, who, page: asked } = c.req.valid('query')
      const filter = filterOf({ kind, who })
      const total = await countAudit(db, filter)
      const { page, pages, size } = choosePage(asked, total)
      return await respond(c, {
        title: titleOfPage(wording().admin.audit, page),
        current: 'people',
        page: (
          <AuditPage
            {...{ viewer: viewerOf(c), total, page, pages }}
            chosen={{ kind: filter.kind, who: who || undefined }}
            accounts={await listAccounts(db)}
            entries={await listAudit(db, filter, { limit: size, offset: (page - 1) * size })}
          />
        ),
      })
    })
    .get('/admin/audit.csv', manage, auditQuery, (c) => {
      const filter = { ...filterOf(c.req.valid('query')), until: now() }
      return streamFile(c, { name: 'audit', as: 'csv' }, listCsv(db, filter))
    })
    .get('/admin/jobs', manage, async (c) => {
      return await respond(c, {
        title: wording().admin.jobs,
        current: 'people',
        page: (
          <JobsPage
            viewer={viewerOf(c)}
            isOn={webhooks !== undefined}
            deliveries={await findDeliveryState(db, now())}
            undelivered={await listUndelivered(db, SHOWN)}
            search={await findSearchState(db)}
            captures={await findCaptureState(db)}
            isRetried={c.req.query('saved') === 'retried'}
          />
        ),
      })
    })
    .post('/admin/jobs/deliveries/:id/retry', manage, numbered, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await retryDelivery(db, { id, now: now() }))) throw new Refusal('delivery-not-found')
      webhooks?.wake?.()
      return goTo(c, paths.jobs({ saved: 'retried' }))
    })

const PAGE = 500

/** Line by line from the newest to the oldest; what is done meanwhile is later than asked for. */
async function* listCsv(db: Db, filter: AuditFilter): AsyncGenerator<string> {
  yield writeCsvLine(['time', 'by', 'kind', 'act', 'topic', 'reason'])
  for (let offset = 0; ; offset += PAGE) {
    const entries = await listAudit(db, filter, { limit: PAGE, offset })
    for (const { at, actor, kind, act, topic, why } of entries)
      yield writeCsvLine([
        at.toISOString(),
        actor ?? '',
        kind,
        describeAuditAct(act),
        topic?.slug ?? '',
        why ?? '',
      ])
    if (entries.length < PAGE) return
  }
}
