import { createHash } from 'node:crypto'

/** What the database keeps of a token, so that a stolen copy of it lets nobody in. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Tokens for programs begin with this, so that one that leaks is recognised by scanners of secrets. */
export const API_TOKEN_PREFIX = 'gainsay_'
