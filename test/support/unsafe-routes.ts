import { randomBytes } from 'node:crypto'
import { insertToken } from '#db/queries/api-tokens.ts'
import { insertFollow } from '#db/queries/follows.ts'
import { insertMember } from '#db/queries/members.ts'
import { insertPasskey } from '#db/queries/passkeys.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { saveSnooze } from '#db/queries/snoozes.ts'
import { adjudicate } from '#server/actions/adjudicate.ts'
import { saveLink } from '#server/actions/create-sign-in-link.ts'
import { invite } from '#server/actions/invite.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import type { Deps } from '#server/http/context.ts'
import { encodeId, paths } from '#server/paths.ts'
import { filledForm, fieldsOfClaim, fieldsOn } from './a-claim-form.ts'
import { aDispute, imported } from './a-dispute.ts'
import { aReply } from './a-reply.ts'
import { revisedDispute } from './a-revised-dispute.ts'
import { anAccount, signedInAs } from './an-account.ts'
import { type Authenticator, anAuthenticator } from './an-authenticator.ts'
import { type App, ORIGIN, type Session, aForm, anApp, followed, later, noon } from './app.ts'
import { PASSWORD, email, passwordHash } from './with-password.ts'
import { aWebhook } from './telling.ts'

/** A valid request for every route that changes something, in a dispute with an owner. */

type Db = Deps['db']

/** The dispute, somebody who may do everything, and the numbers of what there is. */
export interface DisputeToChange {
  readonly db: Db
  readonly app: App
  readonly owner: Session & { readonly accountId: number }
  readonly idOf: (issue: string) => number
  readonly read: (path: string) => Promise<string>
}

export const nobody: Session = { Cookie: '', csrf: '' }

/** A request, and who sends it. */
export interface Sent {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  /** The owner unless given. */
  readonly by?: Session
}

interface Line {
  /** Sets up what it takes, too. */
  readonly ask: (to: DisputeToChange) => Promise<Sent>
  /** What it answers is handed over once, so repeats are told so instead. */
  readonly isOnce?: true
  /** What it answers with is asked for anew each time and uses up no key. */
  readonly isAsking?: true
  /** It spends a challenge before anything else, which another process does not wait for. */
  readonly isOfOneProcess?: true
}

export async function openDispute(db: Db, deps: Partial<Deps> = {}): Promise<DisputeToChange> {
  const idOf = await imported(db)
  const { app } = anApp({ db, webhooks: {}, ...deps })
  const { accountId } = await anAccount(db, { name: 'Olive Owner', role: 'owner' })
  const { token } = await saveLink(db, { accountId, now: noon })
  const owner = { ...(await followed(app, token)), accountId }
  const read = async (path: string) =>
    await (await app.request(path, { headers: { Cookie: owner.Cookie } })).text()
  return { db, app, owner, idOf, read }
}

/** Send it, under a key where one is given. */
export async function sendTo(
  app: App,
  { path, fields, by }: Sent & { by: Session },
  key?: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const token = by.csrf === '' ? {} : { csrf: by.csrf }
  const once = key === undefined ? {} : { 'Idempotency-Key': `"${key}"` }
  const cookie = by.Cookie === '' ? {} : { Cookie: by.Cookie }
  return await app.request(path, aForm({ ...token, ...fields }, { ...cookie, ...once, ...more }))
}

const by = ({ owner }: DisputeToChange) => ({
  accountId: owner.accountId,
  name: 'Olive Owner',
  now: noon,
})
const simply =
  (path: string, fields: Record<string, string> = {}) =>
  async (): Promise<Sent> =>
    await Promise.resolve({ path, fields })

const X = 'strikes'
/** The form of something on record, with another name. */
const renamed =
  (path: string) =>
  async ({ read }: DisputeToChange): Promise<Sent> => {
    const fields = fieldsOfClaim(await read(path))
    return { path, fields: { ...fields, name: 'Another name', why: 'Typo.' } }
  }

const SEARCHED = { party: 'gamma', on: '2026-11-01', result: 'none-found', where: 'Archive' }
const MERGING = { from: 'every', into: 'two', version: '1', step: 'save-seen', why: 'One.' }
const seenOf = async ({ db, idOf }: DisputeToChange): Promise<string> =>
  (await findSeen(db, idOf(X))) ?? ''
const contradiction = ({ idOf }: DisputeToChange) => ({ id: idOf(X) })

async function aReview(to: DisputeToChange, name: string, verdict: 'conflict' | 'no conflict') {
  const reviewer = await anAccount(to.db, { name, role: 'reviewer' })
  const { reviewId } = await reviewContradiction(to.db, {
    contradictionId: to.idOf(X),
    seen: await seenOf(to),
    reviewer,
    verdict,
    reason: verdict === 'conflict' ? undefined : 'both can hold',
    now: noon,
  })
  return reviewId
}

/** Two reviewers who differ, in a topic that asks for two. */
async function aDisagreement(to: DisputeToChange): Promise<void> {
  await to.db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
  await aReview(to, 'Rita', 'conflict')
  await aReview(to, 'Rob', 'no conflict')
}

const json = { Accept: 'application/json' }
const passkeyName = 'Phone'
const erasing = { reason: 'legal order', why: 'By order of a court.' }

async function optionsAt<T>(to: DisputeToChange, sent: Sent): Promise<T> {
  const answer = await sendTo(to.app, { by: to.owner, ...sent }, undefined, json)
  return (await answer.json()) as T
}

async function newPasskey(to: DisputeToChange, device: Authenticator): Promise<Sent> {
  const fields = { passkeyName, credential: '' }
  const options = await optionsAt(to, { path: paths.passkeyChallenge, fields })
  const credential = device.create(options as Parameters<Authenticator['create']>[0])
  return { path: paths.passkeys, fields: { passkeyName, credential } }
}

/** Bring the first version back of something that has two. */
const restoring = (history: string): Sent => ({
  path: paths.restoreVersion(history, 1),
  fields: { version: '2', why: 'As it was.' },
})

const revised =
  (history: string) =>
  async ({ db }: DisputeToChange): Promise<Sent> => {
    await revisedDispute(db)
    return restoring(history)
  }

const lines: Readonly<Record<string, Line | 'changes nothing'>> = {
  'POST /appearance': 'changes nothing',
  'POST /csp-reports': 'changes nothing',

  'POST /sign-in': {
    isOnce: true,
    ask: async ({ db }) => {
      await anAccount(db, { name: 'Ana', email, passwordHash })
      return { path: paths.signInForm(), fields: { email, password: PASSWORD }, by: nobody }
    },
  },
  'POST /passkeys/sign-in': {
    isOnce: true,
    isOfOneProcess: true,
    ask: async (to) => {
      const device = anAuthenticator(ORIGIN)
      await sendTo(to.app, { by: to.owner, ...(await newPasskey(to, device)) })
      const challenge = { path: paths.passkeySignInChallenge, fields: {}, by: nobody }
      const options = await optionsAt<Parameters<Authenticator['get']>[0]>(to, challenge)
      return { path: paths.passkeySignIn, fields: { credential: device.get(options) }, by: nobody }
    },
  },
  'POST /passkeys/sign-in/challenge': {
    isAsking: true,
    ask: async () =>
      await Promise.resolve({ path: paths.passkeySignInChallenge, fields: {}, by: nobody }),
  },
  'POST /passkeys/confirm/challenge': {
    isAsking: true,
    ask: simply(paths.passkeyConfirmChallenge),
  },
  'POST /join/:token': {
    isOnce: true,
    ask: async (to) => {
      const { token } = await invite(to.db, { role: 'reader', note: undefined, by: by(to) })
      const fields = { name: 'Dee', email: 'dee@example.org', newPassword: PASSWORD }
      return { path: paths.join(token), fields, by: nobody }
    },
  },
  'POST /sign-out': { ask: simply(paths.signOut) },
  'POST /settings/profile': {
    ask: simply(paths.profile, { name: 'Olive Oak', email: 'olive@example.org' }),
  },
  'POST /settings/password': { ask: simply(paths.changePassword, { newPassword: PASSWORD }) },
  'POST /settings/tokens': {
    isOnce: true,
    ask: simply(paths.apiTokens, { tokenName: 'Desk', scopes: 'read', days: '30' }),
  },
  'POST /settings/tokens/:id/end': {
    ask: async ({ db, owner: { accountId } }) => {
      const tokenHash = randomBytes(32)
      await insertToken(db, {
        accountId,
        name: 'Desk',
        scopes: ['read'],
        tokenHash,
        now: noon,
        expiresAt: later(60),
      })
      return { path: paths.endApiToken({ id: 1 }), fields: {} }
    },
  },
  'POST /settings/passkeys': {
    isOfOneProcess: true,
    ask: async (to) => await newPasskey(to, anAuthenticator(ORIGIN)),
  },
  'POST /settings/passkeys/challenge': {
    isAsking: true,
    ask: simply(paths.passkeyChallenge, { passkeyName, credential: '' }),
  },
  'POST /settings/passkeys/:id/remove': {
    ask: async ({ db, owner: { accountId } }) => {
      const key = { credentialId: randomBytes(32), publicKey: randomBytes(32), counter: 0 }
      await insertPasskey(db, { ...key, accountId, transports: [], name: 'Key', now: noon })
      return { path: paths.removePasskey({ id: 1 }), fields: {} }
    },
  },
  'POST /settings/sessions/end-others': {
    ask: async ({ db, app, owner: { accountId } }) => {
      await followed(app, (await saveLink(db, { accountId, now: noon })).token)
      return { path: paths.endOtherSessions, fields: {} }
    },
  },
  'POST /settings/sessions/:id/end': {
    ask: async ({ db, app, owner: { accountId } }) => {
      await followed(app, (await saveLink(db, { accountId, now: noon })).token)
      return { path: paths.endSession({ id: 2 }), fields: {} }
    },
  },

  'POST /follows/:of/:name': { ask: simply('/follows/topic/strait') },
  'POST /follows/:of/:name/end': {
    ask: async ({ db, owner: { accountId } }) => {
      await insertFollow(db, { of: 'topic', id: 1, topicId: 1 }, { accountId, now: noon })
      return { path: '/follows/topic/strait/end', fields: { back: 'inbox' } }
    },
  },
  'POST /inbox': { ask: simply(paths.inbox(), { until: noon.toISOString() }) },
  'POST /settings/webhooks': {
    isOnce: true,
    ask: simply(paths.webhooks, { topic: 'strait', url: 'https://hooks.example.org/' }),
  },
  'POST /settings/webhooks/:id/test': { ask: async (to) => await ofWebhook(to, paths.testWebhook) },
  'POST /settings/webhooks/:id/disable': {
    ask: async (to) => await ofWebhook(to, paths.disableWebhook),
  },
  'POST /settings/webhooks/:id/enable': {
    ask: async (to) => {
      await sendTo(to.app, { ...(await ofWebhook(to, paths.disableWebhook)), by: to.owner })
      return { path: paths.enableWebhook({ id: 1 }), fields: {} }
    },
  },
  'POST /settings/webhooks/:id/remove': {
    ask: async (to) => await ofWebhook(to, paths.removeWebhook),
  },

  'POST /admin/jobs/deliveries/:id/retry': {
    ask: async (to) => {
      await ofWebhook(to, paths.testWebhook)
      const { id } = await to.db
        .insertInto('webhook_delivery')
        .values({ webhook_id: 1, key: 'test 1', event: 'test', noted_at: noon, attempts: 8 })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { path: paths.retryDelivery({ id }), fields: {} }
    },
  },
  'POST /admin/people': {
    isOnce: true,
    ask: simply(paths.people, { role: 'reader', note: 'Dee' }),
  },
  'POST /admin/invitations/:id/revoke': {
    ask: async (to) => {
      await invite(to.db, { role: 'reader', note: undefined, by: by(to) })
      return { path: paths.revokeInvitation({ id: 1 }), fields: {} }
    },
  },
  'POST /admin/people/:id': {
    ask: async ({ db }) => {
      const { accountId: id } = await anAccount(db, { name: 'Ana' })
      const fields = { role: 'editor', access: 'disabled', why: 'Left.' }
      return { path: paths.account({ id }), fields }
    },
  },
  'POST /admin/people/:id/link': {
    isOnce: true,
    ask: async ({ db }) => {
      const { accountId: id } = await anAccount(db, { name: 'Ana' })
      return { path: paths.accountLink({ id }), fields: {} }
    },
  },

  'POST /erasures/:of/:name': { ask: simply(paths.askErasure('claim', { id: 1 }), erasing) },
  'POST /admin/erasures/:id/carry-out': {
    ask: async (to) => {
      await aRequestToErase(to)
      const { slug } = await firstClaim(to)
      return { path: paths.carryOutErasure({ id: 1 }), fields: { typed: slug } }
    },
  },
  'POST /admin/erasures/:id/decline': {
    ask: async (to) => {
      await aRequestToErase(to)
      return { path: paths.declineErasure({ id: 1 }), fields: { declined: 'They are public.' } }
    },
  },

  'POST /t/:topic/setup': {
    ask: simply(paths.topicSetup('strait'), { visibility: 'private', reviewsToSettle: '2' }),
  },
  'POST /t/:topic/members': {
    ask: async ({ db }) => {
      const { accountId } = await anAccount(db, { name: 'Ana' })
      return { path: paths.topicMembers('strait'), fields: { account: String(accountId) } }
    },
  },
  'POST /t/:topic/members/:account/remove': {
    ask: async ({ db, owner }) => {
      const { accountId } = await anAccount(db, { name: 'Ana' })
      await insertMember(db, { topicId: 1, accountId, addedBy: owner.accountId, now: noon })
      return { path: paths.removeTopicMember('strait', { id: accountId }), fields: {} }
    },
  },

  'POST /t/:topic/sources/new': {
    ask: simply(paths.newSource('strait'), {
      title: 'A leaflet',
      published: '2015-12-20',
      'source-language': 'en',
      text: 'They talked for an hour.',
      step: 'save',
    }),
  },
  'POST /s/:id/draft': {
    ask: simply(paths.claimDraft({ id: 1 }, [1]), { statement: 'Begun.', rows: '1' }),
  },
  'POST /s/:id/v/new': {
    ask: async ({ app, owner }) => {
      const sent = { path: paths.captureAgain({ id: 3 }), by: owner }
      const fields = { text: 'Nothing quoted, and more.', step: 'compare' }
      const compared = await sendTo(app, { ...sent, fields })
      const seen = fieldsOn(await compared.text()).get('seen') ?? ''
      return { ...sent, fields: { ...fields, seen, step: 'save' } }
    },
  },
  'POST /s/:id/access': { ask: simply(paths.changeAccess({ id: 1 }), { show: 'excerpts' }) },
  'POST /t/:topic/issues/new': {
    ask: simply(paths.newIssue('strait'), {
      question: 'Who guards the harbour?',
      nature: 'normative',
      kind: 'yes-no',
      rows: '1',
      names: '1',
      step: 'save',
    }),
  },
  'POST /i/:id/merge': { ask: simply(paths.mergePositions({ id: 1 }), MERGING) },
  'POST /i/:id/split': {
    ask: simply(paths.splitPosition({ id: 1 }), {
      of: 'two',
      label: 'Only one group',
      claim: 'only',
      version: '1',
      step: 'save-seen',
      why: 'They differ.',
    }),
  },
  'POST /i/:id/reshaping/undo': {
    ask: async (to) => {
      const merge = { path: paths.mergePositions({ id: 1 }), fields: MERGING, by: to.owner }
      await sendTo(to.app, merge)
      return { path: paths.undoReshaping({ id: 1 }), fields: { version: '2' } }
    },
  },
  'POST /t/:topic/parties/new': {
    ask: simply(paths.newParty('strait'), { name: 'Delta', kind: 'state', part: 'party' }),
  },
  'POST /t/:topic/people/new': { ask: simply(paths.newPerson('strait'), { name: 'Dora' }) },
  'POST /p/:id/edit': { ask: renamed(paths.editParty({ id: 1 })) },
  'POST /people/:id/edit': { ask: renamed(paths.editPerson({ id: 1 })) },
  'POST /i/:id/searches/new': { ask: simply(paths.newSearch({ id: 1 }), SEARCHED) },
  'POST /i/:id/searches/withdraw': {
    ask: async (to) => {
      const record = { path: paths.newSearch({ id: 1 }), fields: SEARCHED, by: to.owner }
      await sendTo(to.app, record)
      const { party, on } = SEARCHED
      return { path: paths.withdrawSearch({ id: 1 }), fields: { party, on, version: '1' } }
    },
  },
  'POST /i/:id/edit': {
    ask: async ({ read }) => {
      const path = paths.editIssue({ id: 1 })
      const fields = fieldsOfClaim(await read(path))
      return { path, fields: { ...fields, question: 'Which groups, then?', why: 'Typo.' } }
    },
  },
  'POST /t/:topic/claims/new': {
    ask: simply(paths.newClaim('strait'), {
      ...filledForm,
      party: 'beta',
      issue: 'leader',
      said: '2015-12-01',
      'c1-source': 'plain',
    }),
  },
  'POST /c/:id/edit': {
    ask: async ({ read }) => {
      const path = paths.editClaim({ id: 1 })
      const fields = fieldsOfClaim(await read(path))
      return { path, fields: { ...fields, statement: 'Only those two.', why: 'Typo.' } }
    },
  },
  'POST /c/:id/withdraw': {
    ask: simply(paths.withdrawClaim({ id: 1 }), { version: '1', why: 'Misread.' }),
  },
  'POST /c/:id/history/:version/restore': {
    ask: async (to) => {
      const fields = { version: '1', statement: 'Only those two.', why: 'Typo.' }
      const path = paths.editClaim({ id: 1 })
      const opened = fieldsOfClaim(await to.read(path))
      await sendTo(to.app, { path, fields: { ...opened, ...fields }, by: to.owner })
      return restoring(paths.claimHistory({ id: 1 }))
    },
  },
  'POST /i/:id/history/:version/restore': { ask: revised(paths.issueHistory({ id: 1 })) },
  'POST /p/:id/history/:version/restore': { ask: revised(paths.partyHistory({ id: 1 })) },
  'POST /people/:id/history/:version/restore': { ask: revised(paths.personHistory({ id: 1 })) },
  'POST /s/:id/history/:version/restore': { ask: revised(paths.sourceHistory({ id: 1 })) },
  'POST /t/:topic/history/:version/restore': { ask: revised(paths.history('strait')) },
  'POST /t/:topic/searches/:search/history/:version/restore': {
    ask: revised(paths.searchHistory('strait', 'gamma talks 2015-12-20')),
  },

  'POST /c/:id/replies/new': {
    ask: simply(paths.newReply({ id: 1 }), {
      key: 'c-00000000000a',
      rows: '1',
      party: 'alpha',
      statement: 'He was misquoted.',
      said: '2015-12-18',
      'c1-source': 'plain',
      step: 'save',
    }),
  },
  'POST /c/:id/replies/:reply/edit': {
    ask: async (to) => {
      const path = paths.editReply({ id: 1 }, await aRecordedReply(to))
      const opened = fieldsOfClaim(await to.read(path))
      return { path, fields: { ...opened, statement: 'They were misquoted.', why: 'Typo.' } }
    },
  },
  'POST /c/:id/replies/:reply/withdraw': {
    ask: async (to) => ({
      path: paths.withdrawReply({ id: 1 }, await aRecordedReply(to)),
      fields: { version: '1', why: 'Misread.' },
    }),
  },

  'POST /x/:id/reviews': {
    ask: async (to) => {
      const fields = { verdict: 'conflict', seen: await seenOf(to) }
      return { path: paths.reviews(contradiction(to)), fields }
    },
  },
  'POST /x/:id/snooze': {
    ask: async (to) => ({ path: paths.snooze(contradiction(to)), fields: { next: 'queue' } }),
  },
  'POST /x/:id/snooze/end': {
    ask: async (to) => {
      const times = { now: noon, until: later(60) }
      const { accountId } = to.owner
      await saveSnooze(to.db, { accountId, contradictionId: to.idOf(X), ...times })
      return { path: paths.endSnooze(contradiction(to)), fields: {} }
    },
  },
  'POST /x/:id/adjudication': {
    ask: async (to) => {
      await aDisagreement(to)
      const fields = { outcome: 'conflict', why: 'Plain.', seen: await seenOf(to) }
      return { path: paths.adjudicate(contradiction(to)), fields }
    },
  },
  'POST /x/:id/adjudication/undo': {
    ask: async (to) => {
      await aDisagreement(to)
      const given = { contradictionId: to.idOf(X), seen: await seenOf(to), by: by(to) }
      await adjudicate(to.db, { ...given, outcome: 'conflict', why: 'Plain.', reason: undefined })
      return { path: paths.takeBackAdjudication(contradiction(to)), fields: {} }
    },
  },
  'POST /x/:id/reviews/:review/undo': {
    ask: async (to) => {
      const fields = { verdict: 'conflict', seen: await seenOf(to) }
      const path = paths.reviews(contradiction(to))
      await sendTo(to.app, { path, fields, by: to.owner })
      const undo = `${path}/${encodeId(1)}/undo`
      return { path: undo, fields: {} }
    },
  },
}

async function aRecordedReply(to: DisputeToChange): Promise<{ id: number }> {
  const { slug } = await firstClaim(to)
  await imported(to.db, { ...aDispute(), replies: [aReply({ slug: 'r', claim: slug })] })
  return { id: 1 }
}

const firstClaim = async ({ db }: DisputeToChange): Promise<{ slug: string }> =>
  await db.selectFrom('claim').where('id', '=', 1).select('slug').executeTakeFirstOrThrow()

/** Asked for by an editor, so that the owner may carry it out. */
async function aRequestToErase({ db, app }: DisputeToChange): Promise<void> {
  const editor = await signedInAs(app, db, { name: 'Ed', role: 'editor' })
  await sendTo(app, { path: paths.askErasure('claim', { id: 1 }), fields: erasing, by: editor })
}

async function ofWebhook(
  { db, owner: { accountId } }: DisputeToChange,
  path: (webhook: { id: number }) => string,
): Promise<Sent> {
  const id = await aWebhook(db, { url: 'https://hooks.example.org/', accountId })
  return { path: path({ id }), fields: {} }
}

export const unsafeRoutes = lines

/** Texts in an answer that are secrets: sessions, links, tokens, what webhooks are signed with. */
export function secretsIn(answer: Response, page: string): string[] {
  const words =
    page.replaceAll(/name="(?:csrf|return_to)" value="[^"]*"/g, '').match(/[\w+/=-]{43,}/g) ?? []
  const isSecret = (word: string) =>
    /^(?:(?:\/\/localhost)?\/(?:join|sign-in)\/|gainsay_|whsec_)?[\w+/-]{43}=?$/.test(word)
  return [
    ...words.filter(isSecret),
    ...answer.headers.getSetCookie().filter((c) => !c.includes('=;')),
  ]
}
