import { AsyncLocalStorage } from 'node:async_hooks'
import { arabic } from './arabic.ts'
import { type Words, english } from './english.ts'

/**
 * Every word that the interface says, in the language of whoever reads. Views ask `wording()`; the border
 * of a request says which language it is in, so that nothing has to be handed from page to part.
 *
 * A catalogue is a plain object, in parts as the folders of views are; the type of the English one is
 * what every other has to have, so that a missing word does not compile. What people recorded is never
 * in it.
 */
export const LANGUAGES = ['en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

export const isLanguage = (text: string | undefined): text is Language =>
  LANGUAGES.some((language) => language === text)

const catalogues: Readonly<Record<Language, Words>> = { en: english, ar: arabic }

const spoken = new AsyncLocalStorage<Words>()

/** The words of the language that is spoken here; English outside of any request. */
export const wording = (): Words => spoken.getStore() ?? english

/** Run something, with all that it awaits, in a language. */
export const speaking = <Result>(language: Language, run: () => Result): Result =>
  spoken.run(catalogues[language], run)

/** Every language that can be chosen, by its name in itself. */
export const ownNames = LANGUAGES.map((language) => {
  const { direction, ownName } = catalogues[language]
  return { language, direction, ownName }
})
