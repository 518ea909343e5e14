import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findNewestVersion } from '#db/queries/restoration.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { SearchPage } from '#views/issue/search-page.tsx'
import { noErrors, startValues } from '#views/shared/fields.tsx'
import { wording } from '#views/words/wording.ts'
import { saveSearch, withdrawSearch } from '../actions/save-search.ts'
import { isDay } from '../domain/dates.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { searchSlug } from '../domain/dossier.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { goTo, respond } from '../http/respond.tsx'
import { accountOf, allow, refuseUnless, viewerOf } from '../http/session.ts'
import { optionalText } from '../http/text.ts'
import { type Rejected, reject, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { changeBy } from './claim-pages.ts'
import { issueCrumbs } from './open-issue.ts'
import { idAddress } from './pages.ts'
import { issueFirst, requireIssue } from './things.ts'
import { versionOf } from './withdrawing.tsx'

const party = z.string('Choose the party.').min(1, 'Choose the party.')
const on = z
  .string('Enter the day.')
  .transform((text) => text.trim())
  .refine(isDay, 'Enter a day, such as 2015-12-15.')

const SearchForm = z.object({
  party,
  on,
  result: z.enum(['none-found', 'not-applicable'], 'Choose what came of it.'),
  where: optionalText({ label: 'Where', max: 500 }),
  by: optionalText({ label: 'By', max: 300, refuseBidi: true }),
})

const Withdrawal = z.object({ party, on, version: z.string().optional() })

/** Who was looked for on an issue, where and when: what makes an empty cell honest. */
export const searchLogRoutes = ({ db }: Deps) => {
  const again = async (rejected: Rejected, c: AppContext) => await show(db, c, rejected)
  const first = issueFirst(db)
  return new Hono<AppEnv>()
    .get('/i/:id/searches/new', allow('record'), idAddress, async (c) => await show(db, c))
    .post(
      '/i/:id/searches/new',
      allow('record'),
      idAddress,
      first,
      validForm(SearchForm, again),
      async (c) => {
        const { thing: issue, topic } = await requireIssue(db, c)
        const { where, by = viewerOf(c).name, ...search } = c.req.valid('form')
        const values = (await readForm(c)).fields
        if (search.on > c.var.now().toISOString().slice(0, 10))
          return await reject({ values, errors: { on: ['This day has not come yet.'] } }, again, c)
        const who = String(accountOf(c))
        await takeAttempt(db, { limit: 'claims by account', who, now: c.var.now() })
        const form = { ...search, issue: issue.slug, by, ...(where !== undefined && { where }) }
        try {
          await saveSearch(db, { topic, search: form, change: changeBy(c) })
        } catch (error) {
          if (!(error instanceof DossierError)) throw error
          return await reject({ values, errors: { party: ['Choose one of the list.'] } }, again, c)
        }
        return goTo(c, paths.issue(issue, { saved: 'searched' }))
      },
    )
    .post(
      '/i/:id/searches/withdraw',
      allow('record'),
      idAddress,
      first,
      validForm(Withdrawal, () => {
        throw new Refusal('bad-form')
      }),
      async (c) => {
        const { thing: issue, topic } = await requireIssue(db, c)
        const version = versionOf((await readForm(c)).fields)
        const search = { ...c.req.valid('form'), issue: issue.slug }
        const slug = searchSlug({ ...search, result: 'none-found' })
        const newest = await findNewestVersion(db, { topicId: topic.id, entity: 'search', slug })
        if (newest === undefined) throw new Refusal('not-found')
        refuseUnless(c, 'change what others recorded', { recordedBy: newest.accountId })
        const reason = `Undo of version ${version}.`
        await withdrawSearch(db, { topic, search, version, reason, change: changeBy(c) })
        return goTo(c, paths.issue(issue, { saved: 'search-withdrawn' }))
      },
    )
}

async function show(db: Db, c: AppContext, shown?: Rejected): Promise<Response> {
  const { thing: issue, topic } = await requireIssue(db, c)
  const { parties } = await listRecordChoices(db, topic.id)
  const today = c.var.now().toISOString().slice(0, 10)
  return await respond(c, {
    title: wording().issueSearch.title,
    topic,
    current: 'issues',
    crumbs: issueCrumbs(topic, issue),
    hasErrors: shown !== undefined,
    status: shown === undefined ? 200 : 422,
    page: (
      <SearchPage
        {...{ issue, parties, viewer: c.var.viewer }}
        values={shown?.values ?? startValues({ on: today, party: c.req.query('party') })}
        errors={shown?.errors ?? noErrors}
      />
    ),
  })
}
