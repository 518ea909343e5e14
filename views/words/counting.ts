/** Forms of a counted noun, by the categories of CLDR; `{n}` stands for the number. */
export interface Forms {
  readonly zero?: string
  readonly one: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/**
 * Numbers and counted nouns of a language.
 * @param locale - BCP 47, as Intl takes it
 * @see https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export function countingIn(locale: string) {
  const rules = new Intl.PluralRules(locale)
  const number = (n: number, digits = 6): string =>
    n.toLocaleString(locale, { maximumFractionDigits: digits })
  return {
    number,
    /** "1 claim", "1,216 claims": a function from how many to the noun with its number. */
    noun:
      (forms: Forms) =>
      (n: number): string =>
        (forms[rules.select(n)] ?? forms.other).replace('{n}', number(n)),
  }
}
