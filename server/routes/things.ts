import type { Db } from '#db/connect.ts'
import { findIssue } from '#db/queries/issues.ts'
import { findParty, findPerson } from '#db/queries/parties.ts'
import { type FoundTopic, findVisibleTopicById } from '#db/queries/topics.ts'
import { Refusal, type RefusalCode } from '../domain/errors.ts'
import type { AppContext } from '../http/context.ts'
import { decodeId } from '../paths.ts'
import { foundFirst } from './pages.ts'

/**
 * Things with an id of their own, each with its topic, as far as whoever asks may see it: what is in a
 * hidden topic is as absent as what never was.
 */

/** From what finds a thing by id: what a route asks, by `:id` or by the part of an address it is given. */
export const requiring =
  <Thing extends { readonly topicId: number }>(
    find: (db: Db, id: number) => Promise<Thing | undefined>,
    refusal: RefusalCode,
  ) =>
  async (
    db: Db,
    c: AppContext,
    part: string | undefined = c.req.param('id'),
  ): Promise<{ thing: Thing; topic: FoundTopic }> => {
    const thing = await find(db, decodeId(part ?? '') ?? 0)
    const topic = thing && (await findVisibleTopicById(db, thing.topicId, c.var.viewer))
    if (thing === undefined || topic === undefined) throw new Refusal(refusal)
    return { thing, topic }
  }

/** The issue that `/i/:id`, or the part of an address that is given, names. @throws {Refusal} issue-not-found */
export const requireIssue = requiring(findIssue, 'issue-not-found')

export const issueFirst = foundFirst(requireIssue)

/** The party that `/p/:id`, or the part that is given, names. @throws {Refusal} party-not-found */
export const requireParty = requiring(findParty, 'party-not-found')

export const partyFirst = foundFirst(requireParty)

/** The person that `/people/:id` names. @throws {Refusal} person-not-found */
export const requirePerson = requiring(findPerson, 'person-not-found')

export const personFirst = foundFirst(requirePerson)
