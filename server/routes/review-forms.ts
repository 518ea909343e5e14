import { z } from 'zod'
import { QUEUES } from '#db/queries/review-queue.ts'
import { NOTE_MOST } from '#views/contradiction/review-form.tsx'
import { DISAGREEMENT_KINDS, DISMISSAL_REASONS, VERDICTS } from '../domain/reviews.ts'
import { optionalText } from '../http/text.ts'
import { validAddress, validQuery } from '../http/validate.ts'
import { decodeId } from '../paths.ts'

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
    /** Decided a moment ago. */
    done: idText,
    page: z.coerce.number('Give a page number.').int().min(1).max(1_000_000).default(1),
  }),
)

const nothing = (text: unknown) => (text === '' ? undefined : text)

const NO_REASON = 'Give the reason why this is no conflict.'

const Back = {
  next: z.enum(['page', 'queue']).default('page'),
  queue: queueName,
  topic: topicSlug,
}

export const ReviewForm = z
  .object({
    ...Back,
    verdict: z.enum(VERDICTS, 'Choose a verdict.'),
    reason: z.preprocess(
      nothing,
      z.enum(DISMISSAL_REASONS, 'Choose a reason from the list.').optional(),
    ),
    kind: z.preprocess(nothing, z.enum(DISAGREEMENT_KINDS, 'Choose from the list.').optional()),
    note: optionalText({ label: 'Note', max: NOTE_MOST, multiline: true }),
    seen: z.string().max(60).optional(),
    skipping: z.literal('yes').optional(),
  })
  .refine((form) => form.verdict !== 'no conflict' || form.reason !== undefined, {
    path: ['reason'],
    message: NO_REASON,
  })

export const UndoForm = z.object(Back)

export type Reviewed = z.output<typeof ReviewForm>

export const undoAddress = validAddress(
  z.object({
    id: z.string(),
    review: z.string().refine((part) => decodeId(part) !== undefined),
  }),
)
