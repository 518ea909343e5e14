import { z } from 'zod'

/**
 * What a text field may hold. Text is kept exactly as sent, save line ends (CRLF becomes LF) and, where
 * asked, white space at its ends; what PostgreSQL, a log or a reader would be deceived by is refused
 * with the character and its place, never altered.
 */
export interface TextRules {
  /** The field's name as people see it, starting a sentence: "Quote". */
  readonly label: string
  /** Most UTF-16 code units, as JavaScript and HTML's maxlength count. */
  readonly max: number
  /** What to say when nothing was entered; from the label unless given. */
  readonly required?: string
  /** Keep line feeds (a textarea). */
  readonly multiline?: boolean
  /** Keep white space at both ends: for quotations, which must match their source. */
  readonly keepEnds?: boolean
  /** Refuse controls that turn the direction of text: for names and addresses, where they deceive. */
  readonly refuseBidi?: boolean
}

interface Flaw {
  readonly code: string
  readonly message: string
}

/** Where in the text, in characters from 1, as a person counts them when looking for it. */
const positionAt = (text: string, index: number): number =>
  Array.from(text.slice(0, index)).length + 1

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

// The point of this expression is control characters: all but TAB and LF.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0001-\u0008\u000B-\u001F\u007F-\u009F]/
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu
/** With the u flag a surrogate matches only where its other half is missing. */
const LONE_SURROGATE = /\p{Surrogate}/u

const count = (n: number): string => n.toLocaleString('en-GB')

/** The first thing wrong with a text, or undefined. `text` has LF line ends already. */
export function findFlaw(text: string, rules: TextRules): Flaw | undefined {
  const { label, max } = rules
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const at = positionAt(text, nul)
    return {
      code: 'text_nul',
      message: `${label} contains an invisible NUL character at position ${at}. Remove it and save again.`,
    }
  }
  const lone = text.search(LONE_SURROGATE)
  if (lone >= 0) return brokenText(label, positionAt(text, lone))
  const control = findMatch(text, CONTROL)
  if (control !== undefined) {
    return {
      code: 'text_control',
      message: `${label} contains the control character ${control.name} at position ${control.at}. Remove it and save again.`,
    }
  }
  if (rules.multiline !== true && text.includes('\n')) {
    return {
      code: 'text_control',
      message: `${label} contains a line break at position ${positionAt(text, text.indexOf('\n'))}. Write it on one line.`,
    }
  }
  const bidi = rules.refuseBidi === true ? findMatch(text, BIDI) : undefined
  if (bidi !== undefined) {
    return {
      code: 'text_bidi',
      message: `${label} contains the hidden direction mark ${bidi.name} at position ${bidi.at}. Remove it and save again.`,
    }
  }
  if (text.length > max) {
    return {
      code: 'too_long',
      message: `${label} is ${count(text.length)} characters; at most ${count(max)}. Shorten it by ${count(text.length - max)}.`,
    }
  }
  return undefined
}

/** The flaw of text whose bytes were not UTF-8, or of half a surrogate pair. */
export const brokenText = (label: string, at: number): Flaw => ({
  code: 'text_encoding',
  message: `${label} contains a broken character at position ${at}. Paste the text again.`,
})

function findMatch(text: string, pattern: RegExp): { name: string; at: number } | undefined {
  const match = pattern.exec(text)
  return match === null ? undefined : { name: named(match[0]), at: positionAt(text, match.index) }
}

/** Is there nothing to see? White space, zero-width and other invisible characters alone are nothing. */
export const isBlank = (text: string): boolean => text.replace(INVISIBLE, '') === ''

const normalise = (text: string, rules: TextRules): string => {
  const lines = text.replaceAll('\r\n', '\n')
  return rules.keepEnds === true ? lines : lines.trim()
}

/** A text that has to be given. Its messages name the field, the character and the place. */
export const plainText = (rules: TextRules) =>
  z
    .string({ error: rules.required ?? `Enter the ${rules.label.toLowerCase()}.` })
    .transform((text) => normalise(text, rules))
    .superRefine((text, ctx) => {
      const flaw =
        isBlank(text) && !text.includes('\0')
          ? {
              code: 'required',
              message: rules.required ?? `Enter the ${rules.label.toLowerCase()}.`,
            }
          : findFlaw(text, rules)
      if (flaw !== undefined)
        ctx.addIssue({ code: 'custom', message: flaw.message, params: { code: flaw.code } })
    })

/** A text that may be left out: nothing, or nothing visible, is undefined. */
export const optionalText = (rules: TextRules) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined ? undefined : normalise(text, rules)))
    .superRefine((text, ctx) => {
      const flaw = text === undefined ? undefined : findFlaw(text, rules)
      if (flaw !== undefined)
        ctx.addIssue({ code: 'custom', message: flaw.message, params: { code: flaw.code } })
    })
    .transform((text) => (text === undefined || isBlank(text) ? undefined : text))
