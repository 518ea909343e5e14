/** A reply as somebody fills in its form, and how that becomes dossier forms. Pure. */
import type { DossierPerson, DossierReply, DossierSource } from './dossier-schema.ts'
import {
  type ClaimDraft,
  type RecordChoices,
  isAdded,
  placePerson,
  placeSources,
  present,
} from './new-claim.ts'

export interface ReplyDraft extends Pick<
  ClaimDraft,
  'slug' | 'person' | 'citations' | 'withdrawn'
> {
  /** Whose answer it is; a party on record. */
  readonly party: string
  readonly said: string
  readonly statement: string
}

/** Does the draft bring anything along whose slug has to be new? */
export const replyBringsAlong = ({ person, citations }: ReplyDraft): boolean =>
  isAdded(person) || citations.some(({ source }) => isAdded(source))

/** Dossier forms to save, things before what refers to them. */
export interface ReplyParts {
  readonly people: readonly DossierPerson[]
  readonly sources: readonly DossierSource[]
  readonly reply: DossierReply
}

/**
 * From a draft to dossier forms; what is added under a name that is there already is that thing.
 * @param claim - slug of what it answers
 * @param known - what the topic holds, read inside the transaction that will write
 * @param now - when a pasted text counts as captured
 */
export function replyPartsOf(
  draft: ReplyDraft,
  known: RecordChoices,
  { claim, now }: { claim: string; now: Date },
): ReplyParts {
  const person = placePerson(draft, known, draft.party)
  const sources = placeSources(draft, known, now)
  return {
    people: person.added,
    sources: sources.added,
    reply: present({
      slug: draft.slug,
      claim,
      party: draft.party,
      person: person.slug,
      said: draft.said,
      statement: draft.statement,
      withdrawn: draft.withdrawn,
      citations: draft.citations.map((citation, i) =>
        present({ ...citation, source: sources.slugs[i] ?? '' }),
      ),
    }),
  }
}
