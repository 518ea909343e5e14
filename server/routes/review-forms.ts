import { z } from 'zod'
import { QUEUES } from '#db/queries/review-queue.ts'
import { NOTE_MOST } from '#views/contradiction/review-form.tsx'
import {
  ADJUDICATIONS,
  DISAGREEMENT_KINDS,
  DISMISSAL_REASONS,
  type DismissalReason,
  VERDICTS,
  type Verdict,
} from '../domain/reviews.ts'
import { optionalText, plainText } from '../http/text.ts'
import { validAddress, validQuery } from '../http/validate.ts'
import { decodeId } from '../paths.ts'
import { pageNumber } from './pages.ts'

/** What may be asked of the review queue, and what a review may say. */

export const topicSlug = z
  .string()
  .max(200)
  .optional()
  .transform((slug) => (slug === '' ? undefined : slug))

export const queueName = z.enum(QUEUES).default('open').catch('open')

const idText = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : decodeId(text)))

export const queueQuery = validQuery(
  z.object({
    queue: queueName,
    topic: topicSlug,
    /** The one skipped last, or the one to show. */
    after: idText,
    at: idText,
    /** Decided, or put off, a moment ago. */
    done: idText,
    page: pageNumber.max(1_000_000).default(1),
  }),
)

const nothing = (text: unknown) => (text === '' ? undefined : text)

const NO_REASON = 'Give the reason why this is no conflict.'

const Back = {
  next: z.enum(['page', 'queue']).default('page'),
  queue: queueName,
  topic: topicSlug,
}

const reason = z.enum(DISMISSAL_REASONS, 'Choose a reason from the list.')

/** A verdict, with its reason where it is no conflict; `dismiss` says both at once, in one button. */
export const ReviewForm = z
  .object({
    ...Back,
    verdict: z.enum(VERDICTS, 'Choose a verdict.').optional(),
    dismiss: reason.optional(),
    reason: z.preprocess(nothing, reason.optional()),
    kind: z.preprocess(nothing, z.enum(DISAGREEMENT_KINDS, 'Choose from the list.').optional()),
    note: optionalText({ label: 'Note', max: NOTE_MOST, multiline: true }),
    seen: z.string().max(60).optional(),
    skipping: z.literal('yes').optional(),
  })
  .refine((form) => form.verdict !== undefined || form.dismiss !== undefined, {
    path: ['verdict'],
    message: 'Choose a verdict.',
  })
  .refine((form) => form.verdict !== 'no conflict' || form.reason !== undefined, {
    path: ['reason'],
    message: NO_REASON,
  })

export type Reviewed = z.output<typeof ReviewForm>

/** What a form that was checked decides; a reason belongs to no other verdict than no conflict. */
export function decisionIn(form: Reviewed): {
  verdict: Verdict
  reason: DismissalReason | undefined
} {
  if (form.dismiss !== undefined) return { verdict: 'no conflict', reason: form.dismiss }
  const verdict = form.verdict ?? 'cannot tell'
  return { verdict, reason: verdict === 'no conflict' ? form.reason : undefined }
}

export const AdjudicationForm = z
  .object({
    ...Back,
    outcome: z.enum(ADJUDICATIONS, 'Choose what you decide.'),
    reason: z.preprocess(nothing, reason.optional()),
    why: plainText({
      label: 'Reasons',
      max: NOTE_MOST,
      multiline: true,
      required: 'Give your reasons: they stand in the record.',
    }),
    seen: z.string().max(60).optional(),
  })
  .refine((form) => form.outcome !== 'no conflict' || form.reason !== undefined, {
    path: ['reason'],
    message: NO_REASON,
  })

export const BackForm = z.object(Back)

export const SnoozeForm = z.object({ ...Back, skipping: z.literal('yes').optional() })

export const undoAddress = validAddress(
  z.object({
    id: z.string(),
    review: z.string().refine((part) => decodeId(part) !== undefined),
  }),
)
