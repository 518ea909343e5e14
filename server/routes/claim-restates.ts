import type { Db } from '#db/connect.ts'
import { type SideOfClaim, listRestatable } from '#db/queries/restatements.ts'
import { type FieldValues, valueOf } from '#views/shared/fields.tsx'
import { STANCES } from '../domain/claims.ts'
import { type RecordChoices, isAdded } from '../domain/new-claim.ts'
import type { RestatableChoice } from '../domain/restatements.ts'
import { readAnswer, readIssue } from './claim-answer.ts'
import { FormReader } from './form-reader.ts'

/** The side that a form is on; undefined while it does not say, or where part of it is new. */
function readSide(values: FieldValues, choices: RecordChoices): SideOfClaim | undefined {
  const sent = [...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all])
  const form = new FormReader(Object.fromEntries(sent))
  const party = choices.parties.find((p) => p.slug === valueOf(values, 'party'))?.slug
  const stance = STANCES.find((s) => s === valueOf(values, 'stance'))
  if (party === undefined || stance === undefined) return undefined
  const issue = readIssue(form, choices)
  const { position, value } = readAnswer(form, issue)
  const { choice } = issue
  const isSaid = form.isClean && choice !== undefined && !isAdded(choice) && !isAdded(position)
  return isSaid ? { party, issue: choice.slug, stance, position: position?.slug, value } : undefined
}

/**
 * What the claim of a form may say it restates; undefined while the form does not say on which side it is.
 * @param except - the claim that is edited
 * @param named - further claims to name: those it looks like
 */
export async function listRestatableOf(
  db: Db,
  topicId: number,
  values: FieldValues,
  about: {
    choices: RecordChoices
    except?: string | undefined
    named?: readonly string[] | undefined
  },
): Promise<readonly RestatableChoice[] | undefined> {
  const side = readSide(values, about.choices)
  if (side === undefined) return undefined
  const chosen = valueOf(values, 'restates')
  const named = [...(chosen === '' ? [] : [chosen]), ...(about.named ?? [])]
  return await listRestatable(db, topicId, side, { except: about.except, named })
}
