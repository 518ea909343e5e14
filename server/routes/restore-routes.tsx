import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import {
  type StoredVersion,
  countTouched,
  findNewestVersion,
  findVersion,
} from '#db/queries/restoration.ts'
import { RestorePage, type RestorePageProps } from '#views/history/restore-page.tsx'
import { noErrors, startValues, valueOf } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { isSame, readRestoration, restoreVersion } from '../actions/restore-version.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { Refusal } from '../domain/errors.ts'
import {
  type EntityForm,
  describeObstacle,
  withdrawalIn,
  type RestorableEntity,
} from '../domain/restoration.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond } from '../http/respond.tsx'
import { allow, refuseUnless } from '../http/session.ts'
import { plainText } from '../http/text.ts'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { changeBy } from './claim-pages.ts'
import { describeDifference } from './history-items.ts'
import {
  type Restorable,
  actionOn,
  doorOf,
  findRestorable,
  listedAt,
  versionAddress,
} from './restorable.ts'

const Restoration = z.object({
  version: z.string().optional(),
  why: plainText({ label: 'Reason', max: 500, multiline: true, required: 'Give the reason.' }),
})

const BASES = {
  claim: '/c/:id/history',
  issue: '/i/:id/history',
  party: '/p/:id/history',
  person: '/people/:id/history',
  source: '/s/:id/history',
  topic: '/t/:topic/history',
  search: '/t/:topic/searches/:search/history',
} as const satisfies Record<RestorableEntity, string>

/** Bringing an earlier version of anything back: what it would change, and doing it. */
export const restoreRoutes = (deps: Deps) =>
  (Object.keys(BASES) as RestorableEntity[]).reduce(
    (routes, entity) => routes.route('/', routesOf(deps, entity)),
    new Hono<AppEnv>(),
  )

const routesOf = ({ db }: Deps, entity: RestorableEntity) => {
  const address = `${BASES[entity]}/:version/restore`
  const again = async (rejected: Rejected, c: AppContext) => {
    const found = await open(db, c, entity)
    return await show(db, c, found, { ...rejected, status: 422 })
  }
  const door = allow(doorOf(entity))
  return new Hono<AppEnv>()
    .get(address, door, versionAddress, async (c) => {
      const found = await open(db, c, entity)
      const values = startValues({ version: String(found.newest.version) })
      return await show(db, c, found, { values, errors: noErrors, status: 200 })
    })
    .post(
      address,
      door,
      versionAddress,
      async (c, next) => {
        await open(db, c, entity)
        await next()
      },
      validForm(Restoration, again),
      async (c) => {
        const found = await open(db, c, entity)
        const values = (await readForm(c)).fields
        const { version: seen = '', why: reason } = c.req.valid('form')
        if (!/^[1-9]\d{0,8}$/.test(seen)) throw new Refusal('version-required')
        const { thing, wanted } = found
        try {
          const restored = await restoreVersion(db, {
            ...thing,
            topicSlug: thing.topic.slug,
            version: wanted.version,
            seenVersion: Number(seen),
            reason,
            change: changeBy(c),
          })
          if (restored.as !== 'stale') return goTo(c, doneAt(thing, restored.as))
        } catch (error) {
          if (!(error instanceof DossierError)) throw error
          const errors = { '': error.errors.map(describeObstacle) }
          return await reject({ values, errors }, again, c)
        }
        refuseProgram(c, 'edit-conflict')
        const late = await open(db, c, entity)
        return await show(db, c, late, { values, errors: noErrors, status: 409 })
      },
    )
}

const doneAt = (thing: Restorable, as: 'saved' | 'unchanged'): string => {
  const listed = listedAt(thing)
  return `${listed}${listed.includes('?') ? '&' : '?'}saved=${as === 'saved' ? 'restored' : 'same'}`
}

interface Found {
  readonly thing: Restorable
  readonly wanted: StoredVersion
  readonly newest: StoredVersion
}

/** @throws {Refusal} where there is no such thing or version to be seen, or it may not be changed */
async function open(db: Db, c: AppContext, entity: RestorableEntity): Promise<Found> {
  const thing = await findRestorable[entity](db, c)
  refuseUnless(c, actionOn(entity), thing.on)
  const wanted = await findVersion(db, thing, Number(c.req.param('version')))
  const newest = await findNewestVersion(db, thing)
  if (wanted === undefined || newest === undefined) throw new Refusal('not-found')
  return { thing, wanted, newest }
}

interface Shown extends Rejected {
  readonly status: 200 | 409 | 422
}

async function show(db: Db, c: AppContext, found: Found, shown: Shown): Promise<Response> {
  const { thing, wanted, newest } = found
  const { values, status } = shown
  const isStale = status === 409
  const read = readOr(found)
  const errors = read.errors === undefined ? shown.errors : { ...read.errors, ...shown.errors }
  const props: RestorePageProps = {
    entity: thing.entity,
    label: thing.label,
    href: thing.href,
    historyAt: listedAt(thing),
    viewer: c.var.viewer,
    notes: read.notes,
    wanted,
    newest,
    errors,
    action: paths.restoreVersion(thing.history, wanted.version),
    changes: await describeDifference(db, thing.topicId, thing.entity, {
      before: newest.form,
      after: read.after,
    }),
    touched: await countTouched(db, thing),
    meanwhile: isStale ? await describeMeanwhile(db, found, valueOf(values, 'version')) : undefined,
    values: isStale ? new Map(values).set('version', [String(newest.version)]) : values,
  }
  return await respond(c, {
    title: wording().history.restoreTitle(wanted.version, thing.label),
    topic: thing.topic,
    crumbs: thing.crumbs,
    hasErrors: status !== 200,
    status,
    page: <RestorePage {...props} />,
  })
}

/** What would be written, with what to know of it; a version in no form of today says so. */
function readOr({ thing, wanted, newest }: Found) {
  try {
    const { form, before } = readRestoration(thing, wanted, newest)
    // Fields that come back in another order are the same.
    const after = isSame(form, before) ? newest.form : form.form
    return { after, notes: notesOn(form, before), errors: undefined }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    return { after: wanted.form, notes: [], errors: { '': error.errors.map(describeObstacle) } }
  }
}

/** What restoring means beyond the fields, and what of the version does not come back. */
function notesOn(form: EntityForm, before: EntityForm): string[] {
  const { notes } = wording().history
  if (form.entity === 'topic' || form.entity === 'source') return [notes[form.entity]]
  const withdrawal = withdrawalIn(form, before)
  return withdrawal === undefined ? [] : [notes[withdrawal]]
}

async function describeMeanwhile(db: Db, { thing, newest }: Found, seen: string) {
  const before = await findVersion(db, thing, Number(seen))
  if (before === undefined) return []
  const forms = { before: before.form, after: newest.form }
  return await describeDifference(db, thing.topicId, thing.entity, forms)
}
