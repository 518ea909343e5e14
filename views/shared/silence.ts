import type { Silence } from '#server/domain/comparison.ts'

/** The four honest kinds of silence, in words. */
export const silenceWords: Readonly<Record<Silence, string>> = {
  'none-found': 'Searched, none found',
  declined: 'Declined to say',
  'not-applicable': 'Does not apply to this party',
  'not-searched': 'Not searched yet',
}

/** The same inside a sentence: "searched, none found". */
export const describeSilence = (silence: Silence): string => {
  const words = silenceWords[silence]
  return words.charAt(0).toLowerCase() + words.slice(1)
}
