import type { Db } from '#db/connect.ts'
import { findAccount, insertPeopleEvent } from '#db/queries/accounts.ts'
import { type Membership, deleteMember, insertMember } from '#db/queries/members.ts'
import { lockTopic, raiseTopicVersion } from '#db/queries/record.ts'
import { listHeldReviews, listUnderReview, lockContradiction } from '#db/queries/reviews.ts'
import type { Visibility } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { statusOf, toReview } from '../domain/recorded-contradiction.ts'
import type { By } from './change-account.ts'
import { saveTopicForm } from './save-topic-form.ts'
import { settleContradiction } from './settle-contradiction.ts'

export interface TopicSetup {
  readonly topic: { readonly id: number; readonly slug: string }
  readonly visibility: Visibility
  readonly reviewsToSettle: 1 | 2
  readonly why: string | undefined
  readonly by: By
}

/**
 * Decide who may see a topic and how many agreeing reviews settle a contradiction of it. What is settled
 * stays so; what waited for a second review that is no longer asked for is settled now. Whoever makes a
 * topic private becomes a member of it, so that they do not shut themselves out.
 * @returns false where it was set up so already
 */
export async function setUpTopic(db: Db, setup: TopicSetup): Promise<boolean> {
  const { topic, visibility, reviewsToSettle, why, by } = setup
  return await db.transaction().execute(async (trx) => {
    await lockTopic(trx, topic.slug, 'alone')
    const { changed } = await saveTopicForm(
      trx,
      topic,
      (before) => {
        if (before === undefined) throw new Refusal('topic-not-found')
        return { ...before, topic: { ...before.topic, visibility, reviewsToSettle } }
      },
      { by: by.name, accountId: by.accountId, why, now: by.now },
    )
    if (!changed) return false
    if (visibility === 'private')
      await insertMember(trx, {
        topicId: topic.id,
        accountId: by.accountId,
        addedBy: by.accountId,
        now: by.now,
      })
    const what = `set the topic ${topic.slug} to ${visibility}, settled by ${reviewsToSettle === 1 ? 'one review' : 'two reviews'}`
    await insertPeopleEvent(trx, { at: by.now, actor: by, topicId: topic.id, what, why })
    await settleWaiting(trx, topic.id, by)
    await raiseTopicVersion(trx, topic.id, by.now)
    return true
  })
}

/** Bring the status of what is under review up to date with how many reviews are asked for now. */
async function settleWaiting(trx: Db, topicId: number, by: By): Promise<void> {
  for (const id of await listUnderReview(trx, topicId)) {
    const locked = await lockContradiction(trx, id)
    if (locked === undefined) continue
    const status = statusOf((await listHeldReviews(trx, id)).map(toReview), locked)
    if (status === locked.status) continue
    const why = 'As many reviews agree as the topic asks for now.'
    await settleContradiction(trx, locked, { status, why, actor: by, now: by.now })
  }
}

/** Let somebody see a private topic. @throws {Refusal} account-not-found */
export async function addMember(db: Db, { by, ...member }: Membership & { by: By }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const account = await findAccount(trx, member.accountId)
    if (account === undefined || account.disabledAt !== null) throw new Refusal('account-not-found')
    if (!(await insertMember(trx, { ...member, addedBy: by.accountId, now: by.now }))) return
    const what = `made ${account.name} a member of a topic`
    const { topicId } = member
    await insertPeopleEvent(trx, { at: by.now, actor: by, subject: account, topicId, what })
  })
}

/** Shut somebody out of a private topic. @throws {Refusal} account-not-found where they were no member */
export async function removeMember(
  db: Db,
  { by, ...member }: Membership & { by: By },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const account = await findAccount(trx, member.accountId)
    if (account === undefined || !(await deleteMember(trx, member)))
      throw new Refusal('account-not-found')
    const what = `took ${account.name} out of a topic`
    const { topicId } = member
    await insertPeopleEvent(trx, { at: by.now, actor: by, subject: account, topicId, what })
  })
}
