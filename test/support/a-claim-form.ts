import { createHash } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import type { Deps } from '#server/http/context.ts'
import { paths } from '#server/paths.ts'
import { aClaim, aDossier } from './a-dossier.ts'
import { aForm, anApp, noon, signedIn } from './app.ts'

/** The words that stand in the captured source of {@link aTown}. */
export const CAPTURED = 'Mayor Lin said: “We will build it by spring.” He left at once.'

/** The bridge of aDossier, with a captured source, and an issue of each further kind. */
export const aTown = (): Dossier => {
  const dossier = aDossier()
  return {
    ...dossier,
    sources: [
      ...dossier.sources,
      {
        slug: 'minutes',
        kind: 'transcript',
        title: 'Minutes of the council',
        published: '2020-02-10',
        language: 'en',
        url: 'https://town.example/minutes',
        archiveUrl: 'https://archive.example/minutes',
        capture: {
          text: CAPTURED,
          capturedAt: '2020-02-11',
          sha256: createHash('sha256').update(CAPTURED).digest('hex'),
        },
      },
    ],
    issues: [
      ...dossier.issues,
      {
        slug: 'where',
        question: 'Where should it stand?',
        nature: 'normative',
        kind: 'options',
        positions: [
          { slug: 'mill', label: 'At the mill' },
          { slug: 'ford', label: 'At the ford' },
          { slug: 'river', label: 'Across the river' },
        ],
        excludes: [{ pair: ['mill', 'ford'] }],
      },
      {
        slug: 'cost',
        question: 'What does it cost?',
        nature: 'factual',
        kind: 'quantity',
        unit: 'crowns',
      },
      { slug: 'opening', question: 'When does it open?', nature: 'predictive', kind: 'date' },
    ],
    claims: [
      ...dossier.claims,
      aClaim({
        slug: 'at-mill',
        issue: 'where',
        position: 'mill',
        statement: 'It stands at the mill.',
      }),
    ],
  }
}

/** Every field of a form, each with something in it, that saves as it is. */
export const filledForm = {
  key: 'c-00000000000a',
  rows: '1',
  party: 'south',
  issue: 'bridge',
  position: 'yes',
  stance: 'denies',
  bearing: 'states',
  said: '2020-01-20',
  wording: 'paraphrase',
  statement: 'South still wants no bridge.',
  'c1-source': 'gazette',
  step: 'save',
}

export const newClaimAddress = paths.newClaim('bridge')

/** A town on record, and somebody signed in to change it. */
export async function openTown(db: Db, dossier: Dossier = aTown(), deps: Partial<Deps> = {}) {
  await importDossier(db, { text: JSON.stringify(dossier), file: 'town.json', now: noon })
  const { app } = anApp({ db, ...deps })
  const { Cookie, csrf } = await signedIn(app, db)
  const headers = { Cookie }
  return {
    app,
    headers,
    send: async (path: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
      await app.request(path, aForm({ csrf, ...fields }, { ...headers, ...more })),
    /** The same as a form that takes a file. */
    upload: async (path: string, fields: Record<string, string>, file?: File) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ csrf, ...fields })) body.append(name, value)
      if (file !== undefined) body.append('file', file)
      const own = { ...headers, 'Sec-Fetch-Site': 'same-origin' }
      return await app.request(path, { method: 'POST', body, headers: own })
    },
    add: async (fields: Record<string, string>, more: Record<string, string> = {}) =>
      await app.request(
        newClaimAddress,
        aForm({ csrf, ...filledForm, ...fields }, { ...headers, ...more }),
      ),
    read: async (path: string) => await (await app.request(path, { headers })).text(),
  }
}

/**
 * What a page's form holds: names with values, as a browser would send them again. Without the form's key,
 * since one page stands here for what several people have open.
 */
export function fieldsOn(page: string): Map<string, string> {
  const fields = new Map<string, string>()
  const text = (html: string) =>
    html
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  // Search, in the header, is a form of its own.
  const own = page.replace(/<header.*?<\/header>/s, '')
  for (const [tag] of own.matchAll(/<input [^>]*>/g)) {
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (isChoice && !/\schecked/.test(tag)) continue
    fields.set(attribute(tag, 'name') ?? '', text(attribute(tag, 'value') ?? ''))
  }
  for (const [, tag = '', value = ''] of page.matchAll(/<textarea([^>]*)>\n?([^<]*)<\/textarea>/g))
    fields.set(attribute(tag, 'name') ?? '', text(value))
  for (const [, tag = '', options = ''] of page.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''
    fields.set(attribute(tag, 'name') ?? '', text(chosen))
  }
  fields.delete('once')
  return fields
}

/** What the claim's form would send: nothing of other forms, nor from a part that is disabled. */
export function fieldsOfClaim(page: string): Record<string, string> {
  const form =
    /<form class="form (?:quick-form|claim-form|issue-form)".*?<\/form>/s.exec(page)?.[0] ?? ''
  return Object.fromEntries(
    fieldsOn(form.replaceAll(/<fieldset[^>]* disabled.*?<\/fieldset>/gs, '')),
  )
}
