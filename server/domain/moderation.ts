/**
 * What editors and owners did to others' work and to the form of the record. Nothing is kept for it: it
 * is read from the sealed history, so it can be added to and never changed. Pure.
 */

import type { HistoryThing } from './history-content.ts'

/**
 * Every kind, as a choice names it and as a line says it of whoever did it. A further kind is a line here
 * and one in db/queries/moderation.ts, which says which entries of the history are of it.
 */
export const MODERATION_KINDS = {
  erased: { label: 'Erased', verb: 'erased words of' },
  restored: { label: 'Earlier version restored', verb: 'restored an earlier version of' },
  withdrawn: { label: 'Withdrawn', verb: 'withdrew' },
  'put-back': { label: 'Put back', verb: 'put back' },
  changed: { label: 'Changed by somebody else', verb: 'changed' },
  adjudicated: { label: 'Settled by an editor', verb: 'settled' },
  'set-aside': { label: 'Reviews set aside', verb: 'set aside the reviews of' },
  dismissed: { label: 'Dismissed', verb: 'dismissed' },
  setup: { label: 'Topic set up', verb: 'changed the setup of' },
  excerpts: { label: 'Text of a source shown or hidden', verb: 'changed what readers see of' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly verb: string }>>

export type ModerationKind = keyof typeof MODERATION_KINDS

export const moderationKinds = Object.keys(MODERATION_KINDS) as readonly ModerationKind[]

/** One thing that was done, ready to be shown. */
export interface ModerationLine {
  /** The number of its entry in the topic's history. */
  readonly seq: number
  readonly at: Date
  readonly by: string
  readonly kind: ModerationKind
  readonly thing: {
    readonly of: HistoryThing
    /** "the claim", "the contradiction of". */
    readonly word: string
    readonly label: string
    /** Undefined where it has no page. */
    readonly href: string | undefined
  }
  /** "as confirmed"; undefined while the contradiction is not settled: that would give a verdict away. */
  readonly outcome: string | undefined
  readonly why: string | undefined
  /** Fields from and to, where it was a change. */
  readonly changes: readonly {
    readonly label: string
    readonly from: string
    readonly to: string
  }[]
}

/** Whoever did it, as a sentence begins. */
const moderatorOf = ({ by }: Pick<ModerationLine, 'by'>): string =>
  by === 'dossier import' ? 'A dossier import' : by

/** The line as plain text: "Ana withdrew the claim Only two groups." */
export const describeModeration = (line: ModerationLine): string =>
  [
    moderatorOf(line),
    MODERATION_KINDS[line.kind].verb,
    line.thing.word,
    line.thing.label,
    ...(line.outcome === undefined ? [] : [line.outcome]),
  ].join(' ')
