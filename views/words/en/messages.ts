import type { Says } from '../messages.ts'

/**
 * Sentences that the domain says in English, to programs too: what is wrong with a field, what a route
 * leaves out. Each with what varies as `{}`, to the same in another language; none here, where they are
 * shown as they are.
 */
export const messages: Readonly<Record<string, Says>> = {}
