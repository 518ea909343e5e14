import { describeDate } from '#server/domain/date-words.ts'
import type { Piece } from '../contradiction/sentence.tsx'

/**
 * A name inside a sentence of ours, kept to itself as `<bdi>` does on pages: a name that is read from the
 * right must not take the words beside it along. (UAX 9, first strong isolate.)
 */
export const isolate = (name: string): string =>
  `\u2068${name.replaceAll(/[\u2066-\u2069]/gu, '')}\u2069`

/** A sentence in pieces, with everything that is not ours isolated. */
export const isolatePieces = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('name' in piece) return isolate(piece.name)
      return 'date' in piece ? describeDate(piece.date) : `“${isolate(piece.quote)}”`
    })
    .join('')
