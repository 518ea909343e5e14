import { randomBytes } from 'node:crypto'

/** A secret that is handed out once: 256 random bits, as 43 characters for addresses and headers. */
export const newToken = (): string => randomBytes(32).toString('base64url')
