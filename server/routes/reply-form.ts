import type { FieldValues } from '#views/shared/fields.tsx'
import { startValues } from '#views/shared/fields.tsx'
import { MOST_CITATIONS } from '#views/claim/fields.ts'
import type { DossierReply } from '../domain/dossier.ts'
import type { ReplyDraft } from '../domain/new-reply.ts'
import { type SentFields, citationsValues } from './claim-fields.ts'
import {
  type FormContext,
  checkPublications,
  checkWhy,
  inFormOrder,
  readPerson,
  readSaid,
} from './claim-form.ts'
import { filledRows, readCitations } from './claim-sources.ts'
import { FormReader, choose } from './form-reader.ts'

/** From what a reply's form sent to a reply that can be saved, or to one message for each field. */

export type CheckedReply =
  /** `rows` are the rows of the form that its citations came from. */
  | { readonly ok: true; readonly draft: ReplyDraft; readonly rows: readonly number[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/** Check a reply's form: every field, and what fields say of each other. */
export function checkReply(sent: SentFields, context: FormContext): CheckedReply {
  const form = new FormReader(sent)
  const { choices } = context
  const party = choose(form, 'party', {
    known: choices.parties,
    added: undefined,
    addedName: 'party',
    says: {
      none: 'Choose the party that answers.',
      both: 'Choose one of the list.',
      unnamed: 'Choose one of the list.',
    },
  })
  const draft = {
    slug: form.sent('key'),
    party: party !== undefined && 'slug' in party ? party.slug : undefined,
    person: readPerson(form, choices),
    statement: form.required('statement', {
      label: 'Statement',
      max: 2000,
      multiline: true,
      required: 'Say in a sentence what the answer is.',
    }),
    said: readSaid(form, context),
    citations: readCitations(form, choices, context.former),
  }
  checkPublications(form, draft, choices)
  // Every undefined field has a message by now, so none of them is there when there is no message.
  if (!form.isClean) return { ok: false, errors: inFormOrder(form.errors) }
  return { ok: true, draft: draft as ReplyDraft, rows: filledRows(form) }
}

type CheckedEdit =
  | (Extract<CheckedReply, { ok: true }> & { readonly why: string })
  | Extract<CheckedReply, { ok: false }>

/** The reply and the reason for changing it, with every message of both. */
export function checkReplyEdit(sent: SentFields, context: FormContext): CheckedEdit {
  const reply = checkReply(sent, context)
  const reason = checkWhy(sent)
  if (reply.ok && 'why' in reason) return { ...reply, why: reason.why }
  return {
    ok: false,
    errors: { ...(reply.ok ? {} : reply.errors), ...('why' in reason ? {} : reason.errors) },
  }
}

/** A reply's fields, as its form shows them. */
export const valuesOfReply = (reply: DossierReply): FieldValues =>
  startValues({
    party: reply.party,
    person: reply.person,
    statement: reply.statement,
    said: reply.said,
    ...citationsValues(reply.citations.slice(0, MOST_CITATIONS)),
  })
