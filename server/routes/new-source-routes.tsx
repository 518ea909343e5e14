import { Hono } from 'hono'
import { z } from 'zod'
import {
  type FieldErrors,
  type FieldValues,
  noErrors,
  startValues,
  valueOf,
} from '#views/shared/fields.tsx'
import { ChooseTopicPage } from '#views/source/choose-topic-page.tsx'
import {
  NewSourcePage,
  type NeededField,
  type SourceNotice,
  newSourceNames,
} from '#views/source/new-source-page.tsx'
import { wording } from '#views/words/wording.ts'
import { listVisibleTopics } from '#db/queries/topics.ts'
import { recordSource } from '../actions/record-source.ts'
import { MOST_TEXT, type ReadDocument } from '../documents/document.ts'
import { DossierSource } from '../domain/dossier.ts'
import { captureOf, present } from '../domain/new-claim.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond } from '../http/respond.tsx'
import { allow } from '../http/session.ts'
import { reject, validForm, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { changeBy } from './claim-pages.ts'
import { FormReader } from './form-reader.ts'
import { type FormDocument, documentIn, fetchForForm, readForForm } from './given-document.ts'
import { topicAddress, requireTopic } from './pages.ts'
import { readSourceFacts, readSourceTexts } from './source-fields.ts'

/** A source comes in: read (a file, or pasted text or markup), corrected by a person, saved. */

const single = z.string().optional()
const fields = z.object({
  step: single,
  text: single,
  html: single,
  file: z.instanceof(File, { error: 'Choose a file.' }).optional(),
  address: single,
  authors: single,
  'archive-url': single,
  show: single,
  ...Object.fromEntries(Object.values(newSourceNames).map((name) => [name, single])),
})

const preset = z.string().max(5000).optional().catch(undefined)
const presets = validQuery(z.object({ url: preset, title: preset, text: preset }))

interface Shown {
  readonly values: FieldValues
  readonly errors?: FieldErrors
  readonly notice?: SourceNotice
  readonly focus?: string
  readonly status?: 200 | 409 | 422
}

export const newSourceRoutes = (deps: Deps) => {
  const { db } = deps
  const show = async (
    c: AppContext,
    { errors = noErrors, status = 200, ...shown }: Shown,
  ): Promise<Response> => {
    const topic = await requireTopic(db, c)
    const page = (
      <NewSourcePage
        {...shown}
        errors={errors}
        topicSlug={topic.slug}
        canFetch={deps.fetchDocument !== undefined}
        viewer={c.var.viewer}
      />
    )
    return await respond(c, {
      title: wording().sourceForm.title,
      topic,
      current: 'sources',
      hasErrors: status !== 200,
      status,
      crumbs: [
        { label: topic.title, href: paths.topic(topic.slug) },
        { label: wording().source.sources, href: paths.sources(topic.slug) },
      ],
      page,
    })
  }
  const again = async (
    { values, errors }: { values: FieldValues; errors: FieldErrors },
    c: AppContext,
  ) => await show(c, { values, errors, status: 422 })
  return new Hono<AppEnv>()
    .get('/s/new', allow('record'), presets, async (c) => {
      const { url, title, text } = c.req.valid('query')
      const given = { url, title, text }
      const topics = await listVisibleTopics(db, c.var.viewer)
      const [only] = topics
      const isFound = url !== undefined || text !== undefined
      if (only !== undefined && topics.length === 1 && isFound)
        return c.redirect(paths.newSource(only.slug, given), 303)
      return await respond(c, {
        title: wording().sourceForm.title,
        page: <ChooseTopicPage topics={topics} given={given} origin={ownOrigin(c)} />,
      })
    })
    .get('/t/:topic/sources/new', allow('record'), topicAddress, presets, async (c) => {
      return await show(c, { values: startValues(c.req.valid('query')) })
    })
    .post(
      '/t/:topic/sources/new',
      allow('record'),
      topicAddress,
      validForm(fields, again),
      async (c) => {
        const topic = await requireTopic(db, c)
        const { file, ...sent } = c.req.valid('form')
        const values: FieldValues = (await readForm(c)).fields
        const step = valueOf(values, 'step')
        const read = await readForForm(
          async () =>
            step === 'fetch'
              ? await fetchForForm(c, deps, valueOf(values, 'address').trim())
              : await documentToRead(file, values),
          'address',
        )
        if (!read.ok) return await reject({ values, errors: read.errors }, again, c)
        if (read.document !== undefined)
          return await show(c, filledIn(values, read.document, read.fetchedFrom))
        const checked = checkSource(sent, c.var.now())
        if (!checked.ok) return await reject({ values, errors: checked.errors }, again, c)
        const recorded = await recordSource(db, {
          topicSlug: topic.slug,
          source: checked.source,
          evenIfKnown: step === 'save-anyway',
          change: changeBy(c),
        })
        if (recorded.as === 'known') {
          refuseProgram(c, recorded.by === 'text' ? 'duplicate' : 'similar')
          return await show(c, { values, notice: { says: 'known', ...recorded }, status: 409 })
        }
        const { source } = recorded
        const hasText = checked.source.capture !== undefined
        return goTo(c, hasText ? paths.capture(source) : paths.source(source))
      },
    )
}

/** What is to be read: a file that was chosen, or on demand what was pasted, as markup or as text. */
async function documentToRead(file: File | undefined, values: FieldValues) {
  const given = await documentIn(file, values)
  if (given?.field === 'file' || valueOf(values, 'step') === 'read') return given ?? asTyped(values)
  return undefined
}

const asTyped = (values: FieldValues): FormDocument => ({
  bytes: new TextEncoder().encode(valueOf(values, 'text')),
  name: 'pasted.txt',
  field: 'text',
})

const NEEDED: readonly NeededField[] = ['title', 'published', 'source-language']

const WORDS = /[\p{L}\p{N}]+/gu

/** The form with what the document says, where nothing was typed; the text is the document's. */
function filledIn(values: FieldValues, read: ReadDocument, fetchedFrom?: string): Shown {
  const found: Record<string, string | undefined> = {
    title: read.title,
    publisher: read.publisher,
    published: read.published,
    'source-language': read.language,
    url: read.url ?? fetchedFrom,
    authors: read.authors?.join('; '),
  }
  const filled = new Map(values).set('text', [read.text])
  filled.delete('html')
  filled.delete('address')
  for (const [name, value] of Object.entries(found))
    if (value !== undefined && valueOf(values, name) === '') filled.set(name, [value])
  const missing = NEEDED.filter((name) => valueOf(filled, name) === '')
  return {
    values: filled,
    notice: {
      says: 'read',
      words: read.text.match(WORDS)?.length ?? 0,
      missing,
    },
    ...(missing[0] === undefined ? {} : { focus: missing[0] }),
  }
}

type Checked =
  | { readonly ok: true; readonly source: Omit<DossierSource, 'slug'> }
  | { readonly ok: false; readonly errors: FieldErrors }

function checkSource(sent: ConstructorParameters<typeof FormReader>[0], now: Date): Checked {
  const form = new FormReader(sent)
  const title = form.required('title', {
    label: 'Title',
    max: 1000,
    required: 'Enter the title of the source.',
  })
  const text = form.optional('text', { label: 'Text', max: MOST_TEXT, multiline: true })
  const authors = form.optional('authors', { label: 'Authors', max: 2000 })
  const archive = form.sent('archive-url').trim()
  const { shape } = DossierSource
  const source = {
    title: title ?? '',
    ...readSourceTexts(form, newSourceNames),
    ...readSourceFacts(form, newSourceNames),
    authors: authors === undefined ? undefined : splitNames(authors),
    archiveUrl: archive === '' ? undefined : form.parse('archive-url', shape.archiveUrl, archive),
    excerptsOnly: form.sent('show') === 'excerpts' ? true : undefined,
    capture: text === undefined ? undefined : captureOf(text, now),
  }
  return form.isClean ? { ok: true, source: present(source) } : { ok: false, errors: form.errors }
}

const splitNames = (authors: string): string[] =>
  authors
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
