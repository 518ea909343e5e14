import type { z } from 'zod'
import { ADD } from '#views/claim/fields.ts'
import { DateError, parseDate } from '../domain/dates.ts'
import type { Choice } from '../domain/new-claim.ts'
import { type TextRules, optionalText, plainText } from '../http/text.ts'
import type { SentFields } from './claim-fields.ts'

/**
 * Reads the fields of a form one by one and keeps what is wrong with each, so that everything is said
 * at once. What cannot be read is undefined, and has a message.
 */
export class FormReader {
  readonly errors: Record<string, string[]> = {}
  readonly #sent: SentFields
  constructor(sent: SentFields) {
    this.#sent = sent
  }
  get isClean(): boolean {
    return Object.keys(this.errors).length === 0
  }
  sent(name: string): string {
    const value = this.#sent[name]
    return typeof value === 'string' ? value : ''
  }
  list(name: string): readonly string[] {
    const value = this.#sent[name]
    return typeof value === 'string' ? [value] : (value ?? [])
  }
  refuse(name: string, message: string): undefined {
    ;(this.errors[name] ??= []).push(message)
    return undefined
  }
  parse<Out>(
    name: string,
    schema: z.ZodType<Out>,
    value: unknown = this.sent(name),
  ): Out | undefined {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return this.refuse(name, issue?.message ?? 'This cannot be read.')
  }
  required = (name: string, rules: TextRules) => this.parse(name, plainText(rules))
  optional = (name: string, rules: TextRules) => this.parse(name, optionalText(rules))
  option<const Value extends string>(
    name: string,
    values: readonly Value[],
    message: string,
  ): Value | undefined {
    return values.find((v) => v === this.sent(name)) ?? this.refuse(name, message)
  }
  date(name: string, message: string): string | undefined {
    const text = this.sent(name).trim()
    if (text === '') return this.refuse(name, message)
    try {
      return parseDate(text).text
    } catch (error) {
      if (error instanceof DateError) return this.refuse(name, error.message)
      throw error
    }
  }
}

/** One of the things that are there, or the one described beside it: exactly one of the two. */
export function choose<New>(
  form: FormReader,
  name: string,
  given: {
    readonly known: readonly { readonly slug: string }[]
    readonly added: New | undefined
    /** The field to fill in where a new one was chosen and not described. */
    readonly addedName: string
    readonly says: { readonly none?: string; readonly both: string; readonly unnamed: string }
    /** What is chosen, where that is not simply what was sent. */
    readonly chosen?: string
  },
): Choice<New> | undefined {
  const { known, added, addedName, says, chosen = form.sent(name) } = given
  if (chosen !== '' && chosen !== ADD) {
    if (added !== undefined) return form.refuse(name, says.both)
    const isKnown = known.some((k) => k.slug === chosen)
    return isKnown ? { slug: chosen } : form.refuse(name, 'Choose one of the list.')
  }
  if (added !== undefined) return { added }
  // Something is wrong with the description itself: that has been said.
  if (form.errors[addedName] !== undefined) return undefined
  if (chosen === ADD) return form.refuse(addedName, says.unnamed)
  return says.none === undefined ? undefined : form.refuse(name, says.none)
}
