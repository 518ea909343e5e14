import { Hono } from 'hono'
import { z } from 'zod'
import { type FoundCapture, findCapture, listQuotedClaims } from '#db/queries/captures.ts'
import type { FoundSource } from '#db/queries/sources.ts'
import {
  CaptureAgainPage,
  type CaptureAgainPageProps,
  type RecaptureReport,
} from '#views/source/capture-again-page.tsx'
import { newSourceNames } from '#views/source/new-source-page.tsx'
import { SourceChangesPage } from '#views/source/source-changes-page.tsx'
import {
  type FieldErrors,
  type FieldValues,
  noErrors,
  startValues,
  valueOf,
} from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { changeAccess } from '../actions/change-access.ts'
import { captureAgain } from '../actions/capture-again.ts'
import { MOST_TEXT } from '../documents/document.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { describeErased } from '../domain/erasures.ts'
import { Refusal } from '../domain/errors.ts'
import { captureOf } from '../domain/new-claim.ts'
import { fatesOf } from '../domain/quotation-fates.ts'
import { compareTexts } from '../domain/text-changes.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond } from '../http/respond.tsx'
import { allow } from '../http/session.ts'
import { reject, validAddress, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { changeBy } from './claim-pages.ts'
import { FormReader } from './form-reader.ts'
import { type FormDocument, documentIn, fetchForForm, readForForm } from './given-document.ts'
import { idAddress } from './pages.ts'
import { requireSource, sourceCrumbs, sourceFirst } from './source-pages.ts'

/** A source's text comes in again: compared with the one on record, then saved as its next version. */

const single = z.string().optional()

/** What the form of a new source says besides, for which it is known already; not looked at here. */
const factsOfNewSource = [
  ...Object.values(newSourceNames),
  'authors',
  'archive-url',
  'address',
  'show',
]

const fields = z.object({
  ...Object.fromEntries(factsOfNewSource.map((name) => [name, single])),
  step: single,
  seen: single,
  text: single,
  html: single,
  file: z.instanceof(File, { error: 'Choose a file.' }).optional(),
})

const access = z.object({ show: z.enum(['whole', 'excerpts']) })

/** Its form has nothing to fill in: another value than those two is nobody's mistake. */
const refuseAccess = (): never => {
  throw new Refusal('bad-form')
}

const changesAddress = validAddress(
  z.object({
    id: z.string().max(400),
    span: z.string().regex(/^\d{1,6}\.\.\d{1,6}$/),
  }),
)

type Shown = Partial<Pick<CaptureAgainPageProps, 'values' | 'errors' | 'report' | 'notice'>> & {
  readonly status?: 200 | 409 | 422
}

export const sourceVersionRoutes = (deps: Deps) => {
  const { db } = deps
  const show = async (c: AppContext, { status = 200, ...shown }: Shown): Promise<Response> => {
    const { source, topic } = await requireSource(db, c)
    const newest = await findCapture(db, source.id)
    return await respond(c, {
      title: wording().sourceForm.titleOfCapture(source.title, newest === undefined),
      topic,
      current: 'sources',
      extra: 'capture',
      crumbs: sourceCrumbs(topic, source),
      hasErrors: status === 422,
      status,
      page: (
        <CaptureAgainPage
          source={source}
          newest={newest}
          values={shown.values ?? startValues({})}
          errors={shown.errors ?? noErrors}
          report={shown.report}
          notice={shown.notice}
          canFetch={deps.fetchDocument !== undefined}
          viewer={c.var.viewer}
        />
      ),
    })
  }
  const again = async (
    { values, errors }: { values: FieldValues; errors: FieldErrors },
    c: AppContext,
  ) => await show(c, { values, errors, status: 422 })

  return new Hono<AppEnv>()
    .get('/s/:id/v/new', allow('record'), idAddress, async (c) => await show(c, {}))
    .post('/s/:id/v/new', allow('record'), idAddress, validForm(fields, again), async (c) => {
      const { source, topic } = await requireSource(db, c)
      const { file, ...sent } = c.req.valid('form')
      const typed: FieldValues = (await readForm(c)).fields
      const read = await textIn(sent, async () =>
        sent.step === 'fetch'
          ? await fetchForForm(c, deps, source.url ?? '')
          : await documentIn(file, typed),
      )
      if (!read.ok) return await reject({ values: typed, errors: read.errors }, again, c)
      const { text } = read
      const values = new Map(typed).set('text', [text])
      values.delete('html')
      const newest = await findCapture(db, source.id)
      const capture = captureOf(text, c.var.now())
      const seen = `${newest?.version ?? 0} ${capture.sha256}`
      const compared = async (notice?: CaptureAgainPageProps['notice'], status: 200 | 409 = 200) =>
        await show(c, {
          values,
          report: { ...(await reportOn(db, source, newest, text)), seen },
          notice,
          status,
        })
      if (valueOf(values, 'step') !== 'save') return await compared()
      if (valueOf(values, 'seen') !== seen) {
        refuseProgram(c, 'edit-conflict')
        return await compared('other', 409)
      }
      try {
        const saved = await captureAgain(db, {
          topic,
          source,
          capture,
          seenVersion: newest?.version ?? 0,
          change: { ...changeBy(c), why: newest === undefined ? 'Text added.' : 'Captured again.' },
        })
        if (saved.as === 'saved') return goTo(c, paths.source(source))
        refuseProgram(c, saved.as === 'known' ? 'duplicate' : 'edit-conflict')
        return await compared(saved.as === 'known' ? undefined : 'other', 409)
      } catch (error) {
        if (!(error instanceof DossierError)) throw error
        const errors = { text: error.errors.map((fault) => fault.message) }
        return await reject({ values, errors }, again, c)
      }
    })
    .post(
      '/s/:id/access',
      allow('restrict a source'),
      idAddress,
      sourceFirst(db),
      validForm(access, refuseAccess),
      async (c) => {
        const { source, topic } = await requireSource(db, c)
        const excerptsOnly = c.req.valid('form').show === 'excerpts'
        await changeAccess(db, { topic, source, excerptsOnly, change: changeBy(c) })
        return goTo(c, `${paths.source(source)}?saved=${excerptsOnly ? 'excerpts' : 'whole'}`)
      },
    )
    .get('/s/:id/diff/:span', changesAddress, async (c) => {
      const { source, topic } = await requireSource(db, c)
      if (source.isExcerptsOnly && c.var.viewer === undefined) throw new Refusal('sign-in-needed')
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const [from = 0, to = 0] = c.req.valid('param').span.split('..').map(Number)
      const before = await findCapture(db, source.id, from)
      const after = await findCapture(db, source.id, to)
      if (before === undefined || after === undefined) throw new Refusal('source-not-found')
      const erased = before.erased ?? after.erased
      if (erased !== null) throw new Refusal('erased', { detail: describeErased(erased) })
      return await respond(c, {
        title: wording().source.titleOfChanges(source.title),
        topic,
        current: 'sources',
        extra: 'capture',
        crumbs: sourceCrumbs(topic, source),
        page: (
          <SourceChangesPage
            source={source}
            {...{ before, after }}
            parts={compareTexts(before.text, after.text).parts}
          />
        ),
      })
    })
}

type Read =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly errors: FieldErrors }

async function textIn(
  sent: ConstructorParameters<typeof FormReader>[0],
  find: () => Promise<FormDocument | undefined>,
): Promise<Read> {
  const read = await readForForm(find, 'text')
  if (!read.ok) return read
  if (read.document !== undefined) return { ok: true, text: read.document.text }
  const form = new FormReader(sent)
  const text = form.required('text', {
    label: 'Text',
    max: MOST_TEXT,
    multiline: true,
    required: 'Paste the text of the source, or choose a file.',
  })
  return form.isClean && text !== undefined
    ? { ok: true, text }
    : { ok: false, errors: form.errors }
}

async function reportOn(
  db: Deps['db'],
  source: FoundSource,
  newest: FoundCapture | undefined,
  text: string,
): Promise<Omit<RecaptureReport, 'seen'>> {
  const changes = compareTexts(newest?.text ?? '', text)
  const quoted = await listQuotedClaims(db, source)
  const fates = fatesOf(quoted, text, changes)
  return {
    parts: newest === undefined ? [] : changes.parts,
    quotations: quoted.flatMap((one, i) => {
      const fate = fates[i]
      return fate === undefined ? [] : [{ ...one, fate }]
    }),
  }
}
