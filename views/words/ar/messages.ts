import type { Words } from '../english.ts'

export const messages: Words['messages'] = {}
