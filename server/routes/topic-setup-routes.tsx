import { Hono } from 'hono'
import { z } from 'zod'
import { listMembers, listNonMembers } from '#db/queries/members.ts'
import { noErrors, startValues } from '#views/shared/fields.tsx'
import { SetupPage } from '#views/topic/setup-page.tsx'
import { wording } from '#views/words/wording.ts'
import { addMember, removeMember, setUpTopic } from '../actions/set-up-topic.ts'
import { VISIBILITIES } from '../domain/access.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { goTo, respond } from '../http/respond.tsx'
import { noteSecurity } from '../http/security-log.ts'
import { actorOf, allow, viewerOf } from '../http/session.ts'
import { optionalText } from '../http/text.ts'
import { type Rejected, validAddress, validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { requireTopic, topicAddress, topicFirst } from './pages.ts'

const LARGEST_ID = 2 ** 31 - 1

const SetupForm = z.object({
  visibility: z.enum(VISIBILITIES, 'Choose who sees it.'),
  reviewsToSettle: z.enum(['1', '2'], 'Choose what settles a contradiction.'),
  why: optionalText({ label: 'Reason', max: 300 }),
})

const account = z.coerce
  .number('Choose a person.')
  .int('Choose a person.')
  .min(1, 'Choose a person.')
  .max(LARGEST_ID, 'Choose a person.')

const MemberForm = z.object({ account })

const memberAddress = validAddress(z.object({ topic: z.string().max(200), account }))

/** Who may see a topic, who belongs to it, and how many reviews settle. */
export const topicSetupRoutes = ({ db }: Deps) => {
  const show = async (c: AppContext, shown?: Rejected) => {
    const topic = await requireTopic(db, c)
    const { visibility, reviewsToSettle } = topic
    const start = { visibility, reviewsToSettle: String(reviewsToSettle) }
    const others = await listNonMembers(db, topic.id)
    return await respond(c, {
      title: wording().topicSetup.title,
      topic,
      crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
      hasErrors: shown !== undefined,
      status: shown === undefined ? 200 : 422,
      page: (
        <SetupPage
          {...{ viewer: viewerOf(c), topic }}
          members={await listMembers(db, topic.id)}
          others={others}
          removed={others.find(({ id }) => String(id) === c.req.query('removed'))}
          values={new Map([...startValues(start), ...(shown?.values ?? [])])}
          errors={shown?.errors ?? noErrors}
        />
      ),
    })
  }
  const again = async (rejected: Rejected, c: AppContext) => await show(c, rejected)
  const may = allow('set up a topic')
  const first = topicFirst(db)
  return (
    new Hono<AppEnv>()
      .get('/t/:topic/setup', may, topicAddress, async (c) => await show(c))
      // Where adding somebody comes back with errors, a reload finds the page.
      .get('/t/:topic/members', may, topicAddress, async (c) => await show(c))
      .post('/t/:topic/setup', may, topicAddress, first, validForm(SetupForm, again), async (c) => {
        const topic = await requireTopic(db, c)
        const { visibility, reviewsToSettle: reviews, why } = c.req.valid('form')
        const reviewsToSettle = reviews === '1' ? 1 : 2
        const setup = { topic, visibility, reviewsToSettle, why, by: actorOf(c) } as const
        const isChanged = await setUpTopic(db, setup)
        noteSecurity(c, 'access to topic changed', { topic: topic.id, visibility })
        return goTo(c, `${paths.topic(topic.slug)}${isChanged ? '?saved=setup' : ''}`)
      })
      .post(
        '/t/:topic/members',
        may,
        topicAddress,
        first,
        validForm(MemberForm, again),
        async (c) => {
          const topic = await requireTopic(db, c)
          const { account: accountId } = c.req.valid('form')
          await addMember(db, { topicId: topic.id, accountId, by: actorOf(c) })
          noteSecurity(c, 'access to topic changed', { topic: topic.id, added: accountId })
          return goTo(c, paths.topicSetup(topic.slug))
        },
      )
      .post('/t/:topic/members/:account/remove', may, memberAddress, async (c) => {
        const topic = await requireTopic(db, c)
        const { account: accountId } = c.req.valid('param')
        await removeMember(db, { topicId: topic.id, accountId, by: actorOf(c) })
        noteSecurity(c, 'access to topic changed', { topic: topic.id, removed: accountId })
        return goTo(c, `${paths.topicSetup(topic.slug)}?removed=${accountId}`)
      })
  )
}
